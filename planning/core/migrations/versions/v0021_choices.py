"""What a school has to share out, how it may share it, a board's own values of figures, and what was taken over."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_rows

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    op.create_table(
        "school_means",
        *_of_school(),
        sa.Column("school_year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("per_pupil_cents", sa.BigInteger),
        sa.Column("fixed_cents", sa.BigInteger, nullable=False),
        sa.Column("formation", sa.Integer),
        sa.Column("note", sa.String(200), nullable=False),
        _with_school(),
    )
    op.create_table(
        "means_variant",
        *_of_school(),
        sa.Column("school_year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("fte", sa.Integer, nullable=False),
        sa.Column("yearly", sa.JSON, nullable=False),
        sa.Column("once", sa.JSON, nullable=False),
        sa.Column("target", sa.Float),
        sa.Column("kinds", sa.JSON),
        sa.Column("vision_id", sa.Integer),
        sa.Column("vision", sa.String(400), nullable=False),
        sa.Column("explanation", sa.String(600), nullable=False),
        sa.Column("chosen_at", Moment),
        sa.Column("chosen_by", sa.String(120), nullable=False),
        _with_school(),
    )
    op.create_table(
        "figure_value",
        sa.Column("board_id", sa.String(5), sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("code", sa.String(40), primary_key=True),
        sa.Column("since", sa.Date, primary_key=True),
        sa.Column("hundredths", sa.BigInteger, nullable=False),
        sa.Column("reason", sa.String(200), nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
    )
    op.create_table(
        "choice_takeover",
        *_of_school(),
        sa.Column("school_year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("by", sa.String(120), nullable=False),
        sa.Column("before", sa.JSON, nullable=False),
        _with_school(),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ("school_means", "means_variant", "figure_value", "choice_takeover"):
            guard_rows(table)


def _of_school() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return (
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("school_id", sa.String(6), primary_key=True),
    )


def _with_school() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["board_id", "school_id"], ["school.board_id", "school.school_id"], ondelete="CASCADE"
    )
