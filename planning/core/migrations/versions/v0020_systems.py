"""The systems of schools: functions as the board names them, lines of schools, and steps to one system."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.guards import guard_rows

revision = "0020"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "system_function",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("code", sa.String(40), primary_key=True),
        sa.Column("group", sa.String(20), nullable=False),
        sa.Column("name", sa.String(80), nullable=False),
        sa.Column("is_used", sa.Boolean, nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], ondelete="CASCADE"),
    )
    op.create_table(
        "system_line",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("line_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("school_id", sa.String(6), nullable=False),
        sa.Column("function", sa.String(40), nullable=False),
        sa.Column("system", sa.String(120), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("supplier", "variant", "owner", "manager")),
        sa.Column("data_location", sa.String(10)),
        sa.Column("agreement_model", sa.String(10)),
        sa.Column("agreement_on", sa.Date),
        sa.Column("through_service", sa.Boolean),
        sa.Column("marks", sa.JSON, nullable=False),
        sa.Column("has_personal_data", sa.Boolean),
        sa.Column("personal_data", sa.Text, nullable=False),
        sa.Column("dpia", sa.String(12)),
        sa.Column("standards", sa.JSON, nullable=False),
        *(sa.Column(name, sa.Boolean) for name in ("single_sign_on", "two_factor_staff", "two_factor_pupils")),
        *(sa.Column(name, sa.Date) for name in ("starts_on", "ends_on", "notice_on")),
        sa.Column("renewal", sa.String(12)),
        *(sa.Column(name, sa.Integer) for name in ("per_pupil_cents", "per_school_cents")),
        sa.Column("life", sa.String(12), nullable=False),
        sa.Column("judgement", sa.String(12)),
        sa.Column("judgement_reason", sa.Text, nullable=False),
        sa.Column("judged_on", sa.Date),
        sa.Column("satisfaction", sa.Integer),
        sa.Column("decided", sa.String(10)),
        sa.ForeignKeyConstraint(["board_id", "school_id"], ["school.board_id", "school.school_id"], ondelete="CASCADE"),
    )
    op.create_table(
        "system_step",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("step_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("function", sa.String(40), nullable=False),
        sa.Column("system", sa.String(120), nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("milestone", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(
            ["board_id", "year", "milestone"],
            ["milestone.board_id", "milestone.year", "milestone.milestone"],
            ondelete="CASCADE",
        ),
    )
    if op.get_bind().dialect.name == "postgresql":
        for table in ("system_function", "system_line", "system_step"):
            guard_rows(table)
