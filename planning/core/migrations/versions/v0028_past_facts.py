"""What stood at a setting or a count until it was changed."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.guards import guard_rows

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "past_fact",
        sa.Column("board_id", sa.String(5), sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sort", sa.String(20), nullable=False),
        sa.Column("key", sa.String(40), nullable=False),
        sa.Column("school_id", sa.String(6)),
        sa.Column("until", sa.DateTime, nullable=False),
        sa.Column("facts", sa.JSON),
        sa.ForeignKeyConstraint(["board_id", "school_id"], ["school.board_id", "school.school_id"], ondelete="CASCADE"),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("past_fact")
