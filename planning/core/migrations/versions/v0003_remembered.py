"""What people chose once: mappings of columns, models and school names."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.versions.v0001_foundation import guard_rows

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "remembered",
        sa.Column("board_id", sa.String(length=5), nullable=False),
        sa.Column("scope", sa.String(length=6), nullable=False),
        sa.Column("what", sa.String(length=10), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(), nullable=False),
        sa.Column("chosen_by", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(["board_id"], ["board.board_id"], name=op.f("fk_remembered_board"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("board_id", "scope", "what", "key", name=op.f("pk_remembered")),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("remembered")
