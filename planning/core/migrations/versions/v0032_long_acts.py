"""What somebody began that takes a while, until they were told its end."""

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_rows

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.create_table(
        "long_act",
        sa.Column("board_id", sa.String(5), sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("act_id", sa.String(32), primary_key=True),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("what", sa.String(20), nullable=False),
        sa.Column("subject", sa.String(200), nullable=False),
        sa.Column("at", Moment, nullable=False),
        sa.Column("server", sa.String(32), nullable=False),
        sa.Column("is_kept", sa.Boolean, nullable=False),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("long_act")
