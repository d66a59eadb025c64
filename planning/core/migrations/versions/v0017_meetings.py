"""The meetings of a learning network, who comes to them, and what was read."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_rows

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    op.create_table(
        "meeting",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("theme", sa.String(120), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("begins", sa.Time, nullable=False),
        sa.Column("place", sa.String(120), nullable=False),
        sa.Column("expert", sa.String(120), nullable=False),
        sa.Column("agenda", sa.JSON, nullable=False),
        sa.Column("roles", sa.JSON, nullable=False),
        sa.Column("places", sa.Integer),
        sa.Column("warm_up", sa.String(120), nullable=False),
        sa.Column("stage_part", sa.Integer),
        sa.Column("stage_since", Moment),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("changed_at", Moment, nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], ondelete="CASCADE"),
    )
    of_meeting = ["meeting.board_id", "meeting.number"]
    op.create_table(
        "meeting_attendance",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("member", sa.String(5), primary_key=True),
        sa.Column("presence", sa.String(6), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.ForeignKeyConstraint(["board_id", "number"], of_meeting, ondelete="CASCADE"),
    )
    op.create_table(
        "warm_up_answer",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("member", sa.String(5), primary_key=True),
        sa.Column("answer", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["board_id", "number"], of_meeting, ondelete="CASCADE"),
    )
    op.create_table(
        "reading_mark",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("reader", sa.String(5), primary_key=True),
        sa.Column("owner", sa.String(5), primary_key=True),
        sa.Column("kind", sa.String(20), primary_key=True),
        sa.Column("key", sa.String(60), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], ondelete="CASCADE"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ("meeting", "meeting_attendance", "warm_up_answer", "reading_mark"):
            guard_rows(table)
