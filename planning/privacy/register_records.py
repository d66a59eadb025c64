"""The registers of IBP as kept: one table each, an entry a row."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

import sqlalchemy as sa

from planning.core.database import Change, metadata
from planning.core.query import within
from planning.privacy.registers import Dpia, Entry, Processing, Processor, RightsRequest

E = TypeVar("E", bound=Entry)


def _key() -> tuple[sa.Column[str], sa.Column[int]]:
    return (
        sa.Column("board_id", sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True),
        sa.Column("entry_id", sa.Integer, primary_key=True, autoincrement=False),
    )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, default="")


processing = sa.Table(
    "processing",
    metadata,
    *_key(),
    sa.Column("name", sa.String(200), nullable=False),
    _text("purpose"),
    sa.Column("legal_basis", sa.String(20)),
    _text("subjects"),
    _text("data"),
    _text("recipients"),
    _text("retention"),
    _text("owner"),
    sa.Column("processors", sa.JSON, nullable=False),
)

processor = sa.Table(
    "processor",
    metadata,
    *_key(),
    sa.Column("party", sa.String(200), nullable=False),
    _text("product"),
    sa.Column("model", sa.String(10)),
    sa.Column("signed_on", sa.Date),
    sa.Column("ends_on", sa.Date),
)

dpia = sa.Table(
    "dpia",
    metadata,
    *_key(),
    sa.Column("subject", sa.String(200), nullable=False),
    sa.Column("needed", sa.Boolean),
    _text("why"),
    sa.Column("done_on", sa.Date),
    _text("result"),
    sa.Column("review_on", sa.Date),
)

rights_request = sa.Table(
    "rights_request",
    metadata,
    *_key(),
    sa.Column("school_id", sa.String(6)),  # None: the board itself
    sa.Column("reference", sa.String(200), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("received_on", sa.Date, nullable=False),
    sa.Column("extended_on", sa.Date),
    sa.Column("answered_on", sa.Date),
    _text("outcome"),
    sa.ForeignKeyConstraint(["board_id", "school_id"], ["school.board_id", "school.school_id"], ondelete="CASCADE"),
)

TABLES: Final[Mapping[type, sa.Table]] = {
    Processing: processing,
    Processor: processor,
    Dpia: dpia,
    RightsRequest: rights_request,
}


def read_entries(
    connection: sa.Connection, kind: type[E], board_id: str, reach: frozenset[str] | None = None
) -> tuple[E, ...]:
    """The entries of a register in the order they were added; rights requests within reach."""
    table = TABLES[kind]
    columns = [column for column in table.c if column.name != "board_id"]
    query = sa.select(*columns).where(within(table, board_id, reach)).order_by(table.c.entry_id)
    rows = connection.execute(query).mappings()
    return tuple(kind(**{name: _value(value) for name, value in row.items()}) for row in rows)


def write_entry(change: Change, entry: E) -> E:
    """Add an entry or put it in the place of the one it was; returns it with its number."""
    table = TABLES[type(entry)]
    entry_id = entry.entry_id or _next(change, table)
    kept = replace(entry, entry_id=entry_id)
    remove_entry(change, kept)
    change.connection.execute(
        table.insert().values(board_id=change.board_id, **{k: _plain(v) for k, v in vars(kept).items()})
    )
    return kept


def remove_entry(change: Change, entry: Entry) -> None:
    """Take an entry away, where it is there."""
    table = TABLES[type(entry)]
    change.connection.execute(
        table.delete().where(table.c.board_id == change.board_id, table.c.entry_id == entry.entry_id)
    )


def _next(change: Change, table: sa.Table) -> int:
    last = sa.select(sa.func.max(table.c.entry_id)).where(table.c.board_id == change.board_id)
    return (change.connection.execute(last).scalar() or 0) + 1


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
