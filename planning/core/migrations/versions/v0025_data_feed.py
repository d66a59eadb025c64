"""The key with which programs outside read the figures of a board: its hash, and when it was used last."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_rows

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.create_table(
        "data_feed",
        sa.Column("board_id", sa.String(5), sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("made_at", Moment, nullable=False),
        sa.Column("made_by", sa.String(120), nullable=False),
        sa.Column("used_on", sa.Date),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("data_feed")
