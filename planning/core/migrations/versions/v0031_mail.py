"""Messages that go out in the background, and schools that are asked by mail whether their lists are still right."""

import sqlalchemy as sa
from alembic import op

from planning.core.migrations.guards import guard_rows

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.create_table(
        "mail",
        sa.Column("board_id", sa.String(5), primary_key=True),
        sa.Column("task_id", sa.String(32), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("to_board", sa.String(5), nullable=False),
        sa.Column("person_id", sa.String(40), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("said", sa.String(100), nullable=False),
        sa.ForeignKeyConstraint(["board_id", "task_id"], ["task.board_id", "task.task_id"], ondelete="CASCADE"),
    )
    op.add_column("inventory_check", sa.Column("link", sa.String(200)))
    op.add_column("inventory_check", sa.Column("reminded_on", sa.Date))
    if op.get_bind().dialect.name == "postgresql":
        guard_rows("mail")
