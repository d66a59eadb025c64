"""IBP policy: norms and scores, measures, awareness."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.versions.v0001_foundation import guard_rows

revision = "0008"
down_revision = "0007"

OF_BOARD = (
    "privacy_ambition", "privacy_norm", "privacy_score", "privacy_measure", "privacy_policy", "privacy_question",
)  # fmt: skip
OF_SCHOOL = ("privacy_activity", "privacy_answers")


def upgrade() -> None:
    op.create_table(
        "privacy_ambition",
        _board_id(),
        sa.Column("framework", sa.String(length=20), nullable=False),
        sa.Column("target_level", sa.Integer(), nullable=False),
        sa.Column("deadline", sa.Date(), nullable=True),
        *_of_board("privacy_ambition"),
    )
    op.create_table(
        "privacy_norm",
        _board_id(),
        sa.Column("framework", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("domain", sa.String(length=8), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("target", sa.Integer(), nullable=True),
        *_of_board("privacy_norm", "framework", "code"),
    )
    op.create_table(
        "privacy_score",
        _board_id(),
        sa.Column("framework", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=12), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("scored_on", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(length=1000), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        *_entered(),
        *_of_board("privacy_score", "framework", "code", "version"),
    )
    op.create_table(
        "privacy_measure",
        _board_id(),
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("norm", sa.String(length=12), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        *_entered(),
        *_of_board("privacy_measure", "measure_id", "version"),
    )
    op.create_table(
        "privacy_policy",
        _board_id(),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("reference", sa.String(length=400), nullable=False),
        sa.Column("changed", sa.Text(), nullable=False),
        sa.Column("drafted_on", sa.Date(), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("adopted_on", sa.Date(), nullable=True),
        sa.Column("consent_on", sa.Date(), nullable=True),
        *_entered(),
        *_of_board("privacy_policy", "number"),
    )
    op.create_table(
        "privacy_activity",
        _board_id(),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("activity_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("audiences", sa.JSON(), nullable=False),
        sa.Column("led_by", sa.String(length=120), nullable=False),
        *_entered(),
        *_of_school("privacy_activity", "activity_id"),
    )
    op.create_table(
        "privacy_answers",
        _board_id(),
        sa.Column("school_id", sa.String(length=6), nullable=False),
        sa.Column("audience", sa.String(length=10), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("question", sa.String(length=8), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        *_entered(),
        *_of_school("privacy_answers", "audience", "held_on", "question"),
    )
    op.create_table(
        "privacy_question",
        _board_id(),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("partners", sa.JSON(), nullable=False),
        *_entered(),
        *_of_board("privacy_question", "question_id"),
    )
    op.create_table(
        "privacy_question_log",
        _board_id(),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("step", sa.String(length=12), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        *_entered(),
        sa.ForeignKeyConstraint(
            ["board_id", "question_id"],
            ["privacy_question.board_id", "privacy_question.question_id"],
            name=op.f("fk_privacy_question_log_privacy_question"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "question_id", "version", name=op.f("pk_privacy_question_log")),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in (*OF_BOARD, *OF_SCHOOL, "privacy_question_log"):
            guard_rows(table)


def _board_id() -> sa.Column[str]:
    return sa.Column("board_id", sa.String(length=5), nullable=False)


def _entered() -> tuple[sa.Column[datetime], sa.Column[str]]:
    return (
        sa.Column("entered_at", sa.DateTime(), nullable=False),
        sa.Column("entered_by", sa.String(length=120), nullable=False),
    )


def _of_board(table: str, *key: str) -> tuple[sa.Constraint, sa.Constraint]:
    return (
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f(f"fk_{table}_board"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", *key, name=op.f(f"pk_{table}")),
    )


def _of_school(table: str, *key: str) -> tuple[sa.Constraint, sa.Constraint]:
    return (
        sa.ForeignKeyConstraint(
            ["board_id", "school_id"],
            ["school.board_id", "school.school_id"],
            name=op.f(f"fk_{table}_school"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("board_id", "school_id", *key, name=op.f(f"pk_{table}")),
    )
