"""The schema of 29 November 2026, which the first nine migrations made together."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from planning.core.migration import VERSION_TABLE
from planning.core.migrations.guards import guard_rows
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
