"""An inventory knows in which change it was made, that it was taken back, and of how many devices what is known."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from planning.core.database import Moment
from planning.core.migrations.guards import guard_rows

revision = "0011"
down_revision = "0010"

_KEY: Final = ("board_id", "school_id", "version")


def upgrade() -> None:
    op.add_column("inventory", sa.Column("entered", sa.Integer, nullable=False, server_default="0"))
    op.add_column("inventory", sa.Column("known", sa.JSON, nullable=False, server_default="{}"))
    op.add_column("inventory", sa.Column("taken_back_at", Moment))
    op.create_table(
        "inventory_check",
        sa.Column("board_id", sa.String(5), sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("asked_on", sa.Date, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("asked_by", sa.String(120), nullable=False),
    )
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        guard_rows("inventory_check")
        connection.execute(sa.text("SELECT set_config('vlootplan.board', '*', true)"))
    _count_what_is_known(connection)


def _count_what_is_known(connection: sa.Connection) -> None:
    """As fleet.quality counts it when an inventory is kept."""
    inventory = sa.table("inventory", *map(sa.column, _KEY), sa.column("known", sa.JSON))
    lot = sa.table("lot", *map(sa.column, (*_KEY, "kind", "status", "audience", "count", "serial", "model")),
                   *map(sa.column, ("purchased_latest", "support_source")))  # fmt: skip
    matters = sa.and_(
        lot.c.kind.in_(["chromebook", "laptop", "tablet", "desktop"]),
        lot.c.status.not_in(["disposed", "missing", "ordered"]),
    )

    def devices(where: sa.ColumnElement[bool]) -> sa.ColumnElement[Any]:
        return sa.func.coalesce(sa.func.sum(sa.case((where, lot.c.count), else_=0)), 0)

    figures = {
        "devices": devices(sa.true()),
        "purchased": devices(lot.c.purchased_latest.is_not(None)),
        "model": devices(lot.c.model.is_not(None)),
        "support": devices(lot.c.support_source != "unknown"),
        "serial": sa.func.count(sa.distinct(sa.func.upper(lot.c.serial))),
        "settled": devices(sa.and_(lot.c.status != "unknown", lot.c.audience != "unknown")),
    }
    keys = [lot.c[name] for name in _KEY]
    query = sa.select(*keys, *(figure.label(name) for name, figure in figures.items())).where(matters).group_by(*keys)
    for row in connection.execute(query).mappings().all():
        known = {name: int(row[name]) for name in figures}
        mine = [inventory.c[name] == row[name] for name in _KEY]
        connection.execute(inventory.update().where(*mine).values(known=known))
