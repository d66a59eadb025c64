"""Work in the background: who asked what, how far it is, what came of it."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_rows

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "task",
        sa.Column("board_id", sa.String(5), sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("task_id", sa.String(32), primary_key=True),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("asked", sa.JSON, nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("result", sa.JSON),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("task")
