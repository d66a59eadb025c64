"""Where the end of a lot's updates is known from; what is stored so far, the lists said themselves."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("lot", sa.Column("support_source", sa.String(length=14), nullable=False, server_default="unknown"))
    op.execute("UPDATE lot SET support_source = 'list' WHERE support_until IS NOT NULL")
