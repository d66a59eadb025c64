"""What people chose once and need not choose again, as kept: for one school, or for the whole board."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.store import board_key, put, remove, rows

BOARD: Final = "*"
"""The scope of what holds for every school of a board; else the scope is a school."""
MAPPING: Final = "mapping"  # key: fingerprint of a sheet's headings; value: memory.Shape
MODEL: Final = "model"  # key: a device as written, in words; value: kind, brand, name
SCHOOL: Final = "school"  # key: a school as written, in words; value: school_id, None where it is not theirs

remembered = sa.Table(
    "remembered",
    metadata,
    board_key(),
    sa.Column("scope", sa.String(6), primary_key=True),
    sa.Column("what", sa.String(10), primary_key=True),
    sa.Column("key", sa.String(200), primary_key=True),
    sa.Column("value", sa.JSON, nullable=False),
    sa.Column("chosen_at", Moment, nullable=False),
    sa.Column("chosen_by", sa.String(120), nullable=False),
)


@dataclass(frozen=True)
class Remembered:
    """One choice: where it holds, what it says, who made it and when."""

    scope: str
    what: str
    key: str
    value: Mapping[str, Any]
    chosen_at: datetime
    chosen_by: str


def read_remembered(connection: sa.Connection, board_id: str, scopes: frozenset[str] | None) -> tuple[Remembered, ...]:
    """The choices of these scopes (None: all of the board), the board's own first."""
    mine = remembered.c.board_id == board_id
    asked = mine if scopes is None else sa.and_(mine, remembered.c.scope.in_(sorted(scopes)))
    found = [Remembered(**row) for row in rows(connection, remembered, asked)]
    return tuple(sorted(found, key=lambda one: (one.scope != BOARD, one.scope, one.what, one.key)))


def in_force(choices: tuple[Remembered, ...], what: str) -> dict[str, Remembered]:
    """The choices of one kind by key; a school's own goes before the board's."""
    return {one.key: one for one in sorted(choices, key=lambda one: one.scope != BOARD) if one.what == what}


def write_remembered(change: Change, scope: str, what: str, key: str, value: Mapping[str, Any]) -> None:
    """Keep a choice in the place of the one before."""
    values = {"value": dict(value), "chosen_at": change.at, "chosen_by": change.person_name}
    put(change, remembered, {"scope": scope, "what": what, "key": key}, values)


def forget_remembered(change: Change, scope: str, what: str, key: str) -> None:
    """Take a choice away."""
    remove(change, remembered, {"scope": scope, "what": what, "key": key})
