"""The schema of 29 November 2026, which the first nine migrations made together."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from planning.core.migration import VERSION_TABLE
from planning.core.paths import ROOT

revision = "0009"
down_revision = None

_SCHEMA: Final = ROOT / "planning" / "core" / "migrations" / "baseline.sql"


def upgrade() -> None:
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    for statement in _SCHEMA.read_text(encoding="utf-8").split("\n\n"):
        op.execute(statement.replace("DATETIME", "TIMESTAMP") if is_postgresql else statement)
    if is_postgresql:
        for table in sa.inspect(op.get_bind()).get_table_names():
            if table != VERSION_TABLE:
                guard_rows(table)


def guard_rows(table: str) -> None:
    """Let PostgreSQL itself keep every transaction inside the board it was bound to (Database.limit_to)."""
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY one_board ON {table} USING (current_setting('vlootplan.board', true) IN (board_id, '*'))"
    )
