"""The boards of an installation and their settings."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import sqlalchemy as sa

from planning.core.clock import board_day
from planning.core.database import ALL_BOARDS, Change, Database, board, data_version, note_kept
from planning.core.text import name_key


class Kind(StrEnum):
    """What holds rows of its own: a board, or boards that work together on something."""

    BOARD = "board"
    NETWORK = "network"
    PARTNERSHIP = "partnership"


@dataclass(frozen=True)
class Board:
    """A board and what it chose for itself."""

    board_id: str
    name: str
    is_example: bool
    as_of: date | None  # an example group stands still at its own date; None works as of today
    pupils_per_device: float  # the target: 4 is "1 device op 4 leerlingen"
    nearly_share: float  # short by at most this share of the devices needed is "nearly"
    stale_after_days: int  # an inventory older than this is no longer trusted
    kind: Kind = Kind.BOARD


def boards(database: Database) -> tuple[Board, ...]:
    """Every board of the installation, by name."""
    return tenants(database, Kind.BOARD)


def tenants(database: Database, *kinds: Kind) -> tuple[Board, ...]:
    """All that hold rows of their own, of these kinds, by name."""
    with database.read(ALL_BOARDS) as connection:
        found = (_board(row) for row in connection.execute(sa.select(board).where(board.c.kind.in_(kinds))).mappings())
        return tuple(sorted(found, key=lambda one: (name_key(one.name), one.board_id)))


def read_board(connection: sa.Connection, board_id: str) -> Board:
    """One board; LookupError when there is none of that number."""
    row = connection.execute(sa.select(board).where(board.c.board_id == board_id)).mappings().one_or_none()
    if row is None:
        raise LookupError(board_id)
    return _board(row)


def _board(row: sa.RowMapping) -> Board:
    return Board(**{**row, "kind": Kind(row["kind"])})


def change_day(change: Change) -> date:
    """The board's today at the moment of a change."""
    return board_day(read_board(change.connection, change.board_id), change.at)


def add_board(database: Database, new: Board) -> None:
    """Add a board to the installation; everything else about it is a change with an audit line."""
    with database.engine.begin() as connection:
        database.limit_to(connection, new.board_id)
        connection.execute(board.insert().values(**vars(new)))
        connection.execute(data_version.insert().values(board_id=new.board_id, version=0))
    note_kept()
