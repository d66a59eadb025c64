"""The statement of a shared vision that a school's choice serves: its circle, owner and key."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.add_column("means_variant", sa.Column("shared_vision", sa.String(80)))
