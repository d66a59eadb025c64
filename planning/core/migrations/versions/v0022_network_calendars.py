"""Calendar addresses of a network, meetings that were taken off, and whose answers and reading marks are whose."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_own, guard_rows, show_to_members

revision = "0022"
down_revision = "0021"


def upgrade() -> None:
    op.create_table(
        "network_feed",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("person_id", sa.String(40), primary_key=True),
        sa.Column("serial", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["board_id", "person_id"], ["person.board_id", "person.person_id"], ondelete="CASCADE"),
    )
    op.create_table(
        "cancelled_meeting",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("theme", sa.String(120), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("begins", sa.Time, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("place", sa.String(120), nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("changed_at", Moment, nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], ondelete="CASCADE"),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ("network_feed", "cancelled_meeting"):
            guard_rows(table)
        guard_own("warm_up_answer", "member", "'.count'")
        guard_own("reading_mark", "reader", "owner", "board_id")
        show_to_members("data_version")
