"""A lot knows when its management system saw it last, and how often it was repaired."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column("lot", sa.Column("last_seen", sa.Date))
    op.add_column("lot", sa.Column("repairs", sa.Integer))
