"""An approved plan keeps why it was approved, and that it was withdrawn."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("plan_version", sa.Column("reason", sa.String(400), nullable=False, server_default=""))
    op.add_column("plan_version", sa.Column("withdrawn_at", Moment))
    op.add_column("plan_version", sa.Column("withdrawn_by", sa.String(120)))
