"""Plan years: goals, sub-goals, milestones and their log."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.versions.v0001_foundation import guard_rows

revision = "0006"
down_revision = "0005"

TABLES = ("plan_year", "goal", "sub_goal", "milestone", "milestone_log", "judgement", "board_meeting")


def upgrade() -> None:
    op.create_table(
        "plan_year",
        _board_id(),
        _number("year"),
        _of_board("plan_year"),
        sa.PrimaryKeyConstraint("board_id", "year", name=op.f("pk_plan_year")),
    )
    op.create_table(
        "goal",
        _board_id(),
        _number("year"),
        _number("goal"),
        _text("title", 200),
        _text("short", 30),
        _of("goal", "plan_year", "year"),
        sa.PrimaryKeyConstraint("board_id", "year", "goal", name=op.f("pk_goal")),
    )
    op.create_table(
        "sub_goal",
        _board_id(),
        _number("year"),
        _number("goal"),
        _number("sub_goal"),
        _text("title", 200),
        _text("measure", 30),
        _of("sub_goal", "goal", "year", "goal"),
        sa.PrimaryKeyConstraint("board_id", "year", "goal", "sub_goal", name=op.f("pk_sub_goal")),
    )
    op.create_table(
        "milestone",
        _board_id(),
        _number("year"),
        _number("milestone"),
        _number("goal"),
        _number("sub_goal"),
        _text("title", 200),
        _text("short", 30),
        _text("owner", 80),
        sa.Column("due", sa.Date(), nullable=False),
        _text("state", 12),
        _text("evidence", 300),
        _text("link", 400),
        _of("milestone", "sub_goal", "year", "goal", "sub_goal"),
        sa.PrimaryKeyConstraint("board_id", "year", "milestone", name=op.f("pk_milestone")),
    )
    op.create_table(
        "milestone_log",
        _board_id(),
        _number("year"),
        _number("milestone"),
        _number("line"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _text("person_name", 120),
        _text("field", 12),
        sa.Column("before", sa.String(length=400), nullable=True),
        _text("after", 400),
        _text("reason", 500),
        _of("milestone_log", "milestone", "year", "milestone"),
        sa.PrimaryKeyConstraint("board_id", "year", "milestone", "line", name=op.f("pk_milestone_log")),
    )
    op.create_table(
        "judgement",
        _board_id(),
        _number("year"),
        _number("goal"),
        _number("sub_goal"),
        _number("line"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        _text("person_name", 120),
        _text("course", 12),
        _text("confidence", 6),
        _text("reason", 500),
        _of("judgement", "sub_goal", "year", "goal", "sub_goal"),
        sa.PrimaryKeyConstraint("board_id", "year", "goal", "sub_goal", "line", name=op.f("pk_judgement")),
    )
    op.create_table(
        "board_meeting",
        _board_id(),
        sa.Column("day", sa.Date(), nullable=False),
        _of_board("board_meeting"),
        sa.PrimaryKeyConstraint("board_id", "day", name=op.f("pk_board_meeting")),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in TABLES:
            guard_rows(table)


def _board_id() -> sa.Column[str]:
    return sa.Column("board_id", sa.String(length=5), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False, autoincrement=False)


def _text(name: str, length: int) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), nullable=False)


def _of_board(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f(f"fk_{table}_board"), ondelete="CASCADE")


def _of(table: str, parent: str, *names: str) -> sa.ForeignKeyConstraint:
    keys = ["board_id", *names]
    return sa.ForeignKeyConstraint(
        keys, [f"{parent}.{key}" for key in keys], name=op.f(f"fk_{table}_{parent}"), ondelete="CASCADE"
    )
