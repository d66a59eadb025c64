"""What people chose once and need not choose again, as kept: for one school, or for the whole board."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.store import board_key, put, remove, rows
from planning.inventory.guidance import BOARD, StandingChoice

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


def read_remembered(
    connection: sa.Connection, board_id: str, scopes: frozenset[str] | None
) -> tuple[StandingChoice, ...]:
    """The choices of these scopes (None: all of the board), the board's own first."""
    mine = remembered.c.board_id == board_id
    asked = mine if scopes is None else sa.and_(mine, remembered.c.scope.in_(sorted(scopes)))
    found = [StandingChoice(**row) for row in rows(connection, remembered, asked)]
    return tuple(sorted(found, key=lambda one: (one.scope != BOARD, one.scope, one.what, one.key)))


def write_remembered(change: Change, scope: str, what: str, key: str, value: Mapping[str, Any]) -> None:
    """Keep a choice in the place of the one before."""
    values = {"value": dict(value), "chosen_at": change.at, "chosen_by": change.person_name}
    put(change, remembered, {"scope": scope, "what": what, "key": key}, values)


def forget_remembered(change: Change, scope: str, what: str, key: str) -> None:
    """Take a choice away."""
    remove(change, remembered, {"scope": scope, "what": what, "key": key})
