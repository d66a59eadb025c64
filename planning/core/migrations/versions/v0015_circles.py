"""Boards work together: circles hold rows of their own, and a person can be known at several boards."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_members, guard_rows

revision = "0015"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("board", sa.Column("kind", sa.String(12), nullable=False, server_default="board"))
    op.add_column("person", sa.Column("account", sa.String(254)))
    op.create_index(op.f("ix_person_account"), "person", ["account"])
    of_board = sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], ondelete="CASCADE")
    op.create_table(
        "circle",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("places", sa.Integer),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("agreement", sa.Text, nullable=False),
        of_board,
    )
    op.create_table(
        "circle_member",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("member", sa.String(5), primary_key=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("standing", sa.String(10), nullable=False),
        sa.Column("since", Moment, nullable=False),
        sa.Column("joined_at", Moment),
        sa.Column("keeps_shared", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], ondelete="CASCADE"),
    )
    op.create_index(op.f("ix_circle_member_member"), "circle_member", ["member"])
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("circle")
        guard_members("circle_member")
