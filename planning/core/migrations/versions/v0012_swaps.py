"""What was handed over at a school, device by device, and what was handed in for it."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.guards import guard_rows

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "device_swap",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("swap_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("school_id", sa.String(6), nullable=False),
        sa.Column("order_id", sa.Integer, nullable=False),
        sa.Column("serial_in", sa.String(60), nullable=False),
        sa.Column("serial_out", sa.String(60), nullable=False),
        sa.Column("wiped", sa.Boolean, nullable=False),
        sa.Column("signed", sa.Boolean, nullable=False),
        sa.Column("swapped_on", sa.Date, nullable=False),
        sa.Column("booked_by", sa.String(120), nullable=False),
        sa.Column("version", sa.Integer),
        sa.ForeignKeyConstraint(
            ["board_id", "order_id"], ["purchase_order.board_id", "purchase_order.order_id"], ondelete="CASCADE"
        ),
    )
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("device_swap")
