"""What the records of every subject share: the columns by which a board's rows are known, and how rows are kept."""

from collections.abc import Collection, Mapping
from typing import Any

import sqlalchemy as sa

from planning.core.database import Change, metadata


def board_key() -> sa.Column[str]:
    """The first column of a table of a board: when the board goes, so do its rows."""
    return sa.Column("board_id", sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True)


def board_column() -> sa.Column[str]:
    """The same column, of a table whose rows go with a row of another table (`part_of`)."""
    return sa.Column("board_id", sa.String(5), primary_key=True)


def school_column() -> sa.Column[str]:
    """The school as part of a key: BRIN and location number."""
    return sa.Column("school_id", sa.String(6), primary_key=True)


def number(name: str) -> sa.Column[int]:
    """A number that is part of a key; we give it, not the engine."""
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def part_of(table: str, *names: str) -> sa.ForeignKeyConstraint:
    """Ties rows to the row of `table` with the same board and `names`: they go when it goes."""
    keys = ("board_id", *names)
    return sa.ForeignKeyConstraint(keys, [f"{table}.{key}" for key in keys], ondelete="CASCADE")


def rows(
    connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool], *order: sa.ColumnElement[Any]
) -> list[dict[str, Any]]:
    """The rows that match, each by column name, without the board and what only says when a line was entered."""
    columns = [column for column in table.c if column.name not in ("board_id", "entered_at")]
    query = sa.select(*columns).where(where).order_by(*order)
    return [dict(row) for row in connection.execute(query).mappings()]


def next_key(connection: sa.Connection, column: sa.Column[int], board_id: str, **within: Any) -> int:
    """The number after the highest of a board (and of one `within` it, as a school); the first is 1."""
    table = column.table
    mine = [table.c[name] == value for name, value in {"board_id": board_id, **within}.items()]
    return (connection.execute(sa.select(sa.func.max(column)).where(*mine)).scalar() or 0) + 1


def add(change: Change, table: sa.Table, *new: Mapping[str, Any]) -> None:
    """Add rows to the board."""
    if new:
        change.connection.execute(table.insert(), [{"board_id": change.board_id, **row} for row in new])


def put(change: Change, table: sa.Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Change the row of this key, or add it. It is not replaced: what is part of it would go."""
    if not update(change, table, key, values):
        add(change, table, {**values, **key})


def update(change: Change, table: sa.Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Change the rows of this key; whether there were any."""
    return change.connection.execute(table.update().where(*_mine(change, table, key)).values(**values)).rowcount > 0


def remove(change: Change, table: sa.Table, key: Mapping[str, Any]) -> None:
    """Take the rows of this key away, with all that is part of them."""
    change.connection.execute(table.delete().where(*_mine(change, table, key)))


def is_used(change: Change, column: str, value: str, *, but: Collection[str]) -> bool:
    """Whether a row of the board has this value in a column of that name, in any table `but` these."""
    tables = (t for t in metadata.tables.values() if t.name not in but and {column, "board_id"} <= set(t.c.keys()))
    return any(
        change.connection.execute(sa.select(sa.literal(1)).where(*_mine(change, t, {column: value})).limit(1)).scalar()
        for t in tables
    )


def _mine(change: Change, table: sa.Table, key: Mapping[str, Any]) -> list[sa.ColumnElement[bool]]:
    return [table.c.board_id == change.board_id, *(table.c[name] == value for name, value in key.items())]
