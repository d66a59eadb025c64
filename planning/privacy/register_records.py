"""The registers of IBP as kept: one table each, an entry a row."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

import sqlalchemy as sa
from pydantic import TypeAdapter

from planning.core.database import Change, metadata
from planning.core.query import within
from planning.core.store import board_key, next_key, number, part_of, put, remove, rows
from planning.privacy.registers import Dpia, Entry, Processing, Processor, RightsRequest

E = TypeVar("E", bound=Entry)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, default="")


processing = sa.Table(
    "processing",
    metadata,
    board_key(),
    number("entry_id"),
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
    board_key(),
    number("entry_id"),
    sa.Column("party", sa.String(200), nullable=False),
    _text("product"),
    sa.Column("model", sa.String(10)),
    sa.Column("signed_on", sa.Date),
    sa.Column("ends_on", sa.Date),
)

dpia = sa.Table(
    "dpia",
    metadata,
    board_key(),
    number("entry_id"),
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
    board_key(),
    number("entry_id"),
    sa.Column("school_id", sa.String(6)),  # None: the board itself
    sa.Column("reference", sa.String(200), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("received_on", sa.Date, nullable=False),
    sa.Column("extended_on", sa.Date),
    sa.Column("answered_on", sa.Date),
    _text("outcome"),
    part_of("school", "school_id"),
)

TABLES: Final[Mapping[type, sa.Table]] = {
    Processing: processing,
    Processor: processor,
    Dpia: dpia,
    RightsRequest: rights_request,
}
_ENTRIES: Final = {kind: TypeAdapter[Any](kind) for kind in TABLES}


def read_entries(
    connection: sa.Connection, kind: type[E], board_id: str, reach: frozenset[str] | None = None
) -> tuple[E, ...]:
    """The entries of a register in the order they were added; rights requests within reach."""
    table = TABLES[kind]
    found = rows(connection, table, within(table, board_id, reach), table.c.entry_id)
    return tuple(_ENTRIES[kind].validate_python(row) for row in found)


def write_entry(change: Change, entry: E) -> E:
    """Add an entry or put it in the place of the one it was; returns it with its number."""
    table = TABLES[type(entry)]
    kept = replace(entry, entry_id=entry.entry_id or next_key(change.connection, table.c.entry_id, change.board_id))
    put(change, table, {"entry_id": kept.entry_id}, vars(kept))
    return kept


def remove_entry(change: Change, entry: Entry) -> None:
    """Take an entry away, where it is there."""
    remove(change, TABLES[type(entry)], {"entry_id": entry.entry_id})
