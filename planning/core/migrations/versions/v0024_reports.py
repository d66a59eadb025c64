"""Reports as they were made: what was chosen, what they say, and the three files."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_rows

revision = "0024"
down_revision = "0023"


def upgrade() -> None:
    op.create_table(
        "report_version",
        sa.Column("board_id", sa.String(5), sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("made_by", sa.String(120), nullable=False),
        sa.Column("as_of", sa.Date, nullable=False),
        sa.Column("title", sa.String(300), nullable=False),
        sa.Column("audience_name", sa.String(300), nullable=False),
        sa.Column("is_shared", sa.Boolean, nullable=False),
        sa.Column("choice", sa.JSON, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("pdf", sa.Text, nullable=False),
        sa.Column("xlsx", sa.Text, nullable=False),
        sa.Column("pptx", sa.Text, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("report_version")
