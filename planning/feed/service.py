"""The key with which Excel or Power BI reads the figures of a board: who makes and ends it, and what it opens.

A key opens the tables of one board, to read; one is in service at a time. It is shown once: only its hash is kept.
"""

import secrets
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import Final

from planning.core.clock import board_day, local_day
from planning.core.database import Database
from planning.core.rights import Person, Right, operator, require
from planning.core.service import own_board
from planning.core.translation import language, use_language
from planning.feed import records
from planning.feed.records import DataFeed as DataFeed
from planning.feed.tables import TABLES, FeedTable, Value

MOST: Final = 60
"""Tables that a board's key opens within a minute: a report of all of them eight times over."""
_MINUTE: Final = timedelta(minutes=1)
_asked: Final[dict[str, deque[datetime]]] = {}


class TooOften(Exception):  # noqa: N818 - a refusal, not an error of ours
    """The key was used more than MOST times within a minute; a later try is answered."""


@dataclass(frozen=True)
class FeedAnswer:
    """What a key opens: a table on a date, or what tables there are."""

    table: FeedTable
    as_of: date
    rows: list[dict[str, Value]]


def data_feed(person: Person, database: Database) -> DataFeed | None:
    """The key in service, without the key itself; None where there is none."""
    require(person, Right.MANAGE)
    with database.read(person.board_id) as connection:
        return records.read_feed(connection, person.board_id)


def open_data_feed(person: Person, database: Database, at: datetime) -> str:
    """Make a key and return it, this once; an earlier one ends."""
    require(person, Right.MANAGE)
    token = f"{person.board_id}-{secrets.token_urlsafe(32)}"
    with database.change(person, at) as change:
        before = records.read_feed(change.connection, person.board_id)
        records.write_feed(change, DataFeed(_hashed(token), at, person.name))
        change.log("data_feed", person.name, _logged(before), {"open": True})
    return token


def close_data_feed(person: Person, database: Database, at: datetime) -> None:
    """End the key: what it opened is not there any more."""
    require(person, Right.MANAGE)
    with database.change(person, at) as change:
        before = records.read_feed(change.connection, person.board_id)
        records.write_feed(change, None)
        change.log("data_feed", person.name, _logged(before), None)


def opens(token: str, database: Database) -> str | None:
    """The board that a key opens; None where the key is not one in service."""
    board_id = token.partition("-")[0]
    with database.read(board_id) as connection:
        kept = records.read_feed(connection, board_id)
    return board_id if kept and secrets.compare_digest(kept.token_hash, _hashed(token)) else None


def read_table(board_id: str, name: str, database: Database, at: datetime, as_of: date | None = None) -> FeedAnswer:
    """A table of a board whose key was shown to be in service, on a reference date (today without one).

    Raises LookupError for a table that there is not, ValueError for a date to come and TooOften.
    """
    table = TABLES[name]
    _count(board_id, at)
    reader = operator(board_id)
    before = language()
    use_language("nl")  # the tables speak one language, whoever reads them
    try:
        with database.read(board_id) as connection:  # one moment for the whole table
            kept = records.read_feed(connection, board_id)
            today = board_day(own_board(reader, database), at)
            if as_of and as_of > today:
                raise ValueError(as_of)
            answer = FeedAnswer(table, as_of or today, table.rows(reader, database, as_of or today))
    finally:
        use_language(before)
    day = local_day(at)
    if kept and kept.used_on != day:
        records.write_use(database, board_id, day)
    return answer


def _count(board_id: str, at: datetime) -> None:
    asked = _asked.setdefault(board_id, deque(maxlen=MOST))
    if len(asked) == MOST and at - asked[0] < _MINUTE:
        raise TooOften
    asked.append(at)


def _hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _logged(feed: DataFeed | None) -> Mapping[str, bool] | None:
    return {"open": True} if feed else None
