"""Quality teams: teams, members, visits, requests of schools, calendar addresses."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.versions.v0001_foundation import guard_rows

revision = "0005"
down_revision = "0004"

BOARD_TABLES = (
    "quality_team", "team_member", "member_hours", "member_school", "help_request", "visit", "calendar_feed",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "quality_team",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("team_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("theme", sa.String(length=200), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["board_id"], ["board.board_id"], name=op.f("fk_quality_team_board"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("board_id", "team_id", name=op.f("pk_quality_team")),
    )
    op.create_table(
        "team_member",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("member_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        _of("team_member", "quality_team", "team_id"),
        sa.PrimaryKeyConstraint("board_id", "member_id", name=op.f("pk_team_member")),
    )
    op.create_table(
        "member_hours",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("member_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("school_year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        _of("member_hours", "team_member", "member_id"),
        sa.PrimaryKeyConstraint("board_id", "member_id", "school_year", name=op.f("pk_member_hours")),
    )
    op.create_table(
        "member_school",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("member_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        _of("member_school", "team_member", "member_id"),
        _of("member_school", "school", "school_id"),
        sa.PrimaryKeyConstraint("board_id", "member_id", "school_id", name=op.f("pk_member_school")),
    )
    op.create_table(
        "help_request",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("request_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("asked", sa.String(length=300), nullable=False),
        sa.Column("declined_on", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        _of("help_request", "school", "school_id"),
        sa.PrimaryKeyConstraint("board_id", "request_id", name=op.f("pk_help_request")),
    )
    op.create_table(
        "visit",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("visit_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("at", sa.Time(), nullable=True),
        sa.Column("asked", sa.String(length=300), nullable=False),
        sa.Column("competence", sa.String(length=40), nullable=True),
        sa.Column("follow_up", sa.String(length=300), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("follow_up_done", sa.Boolean(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        _of("visit", "school", "school_id"),
        _of("visit", "team_member", "member_id"),
        _of("visit", "help_request", "request_id"),
        sa.PrimaryKeyConstraint("board_id", "visit_id", name=op.f("pk_visit")),
    )
    op.create_table(
        "calendar_feed",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("person_id", sa.String(length=40), nullable=False),
        sa.Column("serial", sa.String(length=40), nullable=False),
        _of("calendar_feed", "person", "person_id"),
        sa.PrimaryKeyConstraint("board_id", "person_id", name=op.f("pk_calendar_feed")),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in BOARD_TABLES:
            guard_rows(table)


def _of(table: str, other: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["board_id", column],
        [f"{other}.board_id", f"{other}.{column}"],
        name=op.f(f"fk_{table}_{other}"),
        ondelete="CASCADE",
    )
