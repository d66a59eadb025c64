"""From when until when a school has a system, and what was known of a line before it changed."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.guards import guard_rows

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    for name in ("in_use_on", "out_on", "recorded_on"):
        op.add_column("system_line", sa.Column(name, sa.Date))
    op.create_table(
        "system_past",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("line_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("until", sa.Date, primary_key=True),
        sa.Column("school_id", sa.String(6), nullable=False),
        sa.Column("line", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["board_id", "school_id"], ["school.board_id", "school.school_id"], ondelete="CASCADE"),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("system_past")
