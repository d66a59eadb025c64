"""What boards bring into a learning network, thing by thing."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_shared

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "contribution",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("owner", sa.String(5), primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("key", sa.String(60), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("level", sa.String(6), nullable=False),
        sa.Column("addressee", sa.String(5)),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], ondelete="CASCADE"),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_shared("contribution", addressed=True)
