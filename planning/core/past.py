"""What was known before it changed, so that an earlier day can be looked at with what was known then.

Settings and counts are kept as they are now; each change keeps beside them what stood there until then. What was known
by a day is what stood before the first change after it, and where nothing changed since, what stands now.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from planning.core.boards import read_board
from planning.core.clock import board_day
from planning.core.database import Change, Moment, metadata
from planning.core.store import add, board_key, next_key, number, part_of, rows

Past = Mapping[tuple[str, str], Mapping[str, Any] | None]
"""(sort, key) -> what was known by a day (None: nothing), of all that changed since."""

NOTHING_PAST: Final[Past] = {}

past_fact = sa.Table(
    "past_fact",
    metadata,
    board_key(),
    number("number"),
    sa.Column("sort", sa.String(20), nullable=False),
    sa.Column("key", sa.String(40), nullable=False),
    sa.Column("school_id", sa.String(6)),  # NULL: of the board as a whole
    sa.Column("until", Moment, nullable=False),
    sa.Column("facts", sa.JSON(none_as_null=True)),  # NULL: nothing was known
    part_of("school", "school_id"),
)


def keep_past(
    change: Change, sort: str, facts: Mapping[str, Mapping[str, Any] | None], school_id: str | None = None
) -> None:
    """Keep what stood at each key (None: nothing) until this change."""
    following = next_key(change.connection, past_fact.c.number, change.board_id)
    add(
        change,
        past_fact,
        *(
            {
                "number": following + place,
                "sort": sort,
                "key": key,
                "school_id": school_id,
                "until": change.at,
                "facts": None if before is None else dict(before),
            }
            for place, (key, before) in enumerate(facts.items())
        ),
    )


def read_past(connection: sa.Connection, board_id: str, day: date | None) -> Past:
    """What was known by the end of a day, of all of the board that changed since; without a day nothing is past."""
    if day is None:
        return NOTHING_PAST
    board = read_board(connection, board_id)
    mine = past_fact.c.board_id == board_id
    found: dict[tuple[str, str], Mapping[str, Any] | None] = {}
    for row in rows(connection, past_fact, mine, past_fact.c.until, past_fact.c.number):
        until: datetime = row["until"]
        if board_day(board, until) > day:
            found.setdefault((row["sort"], row["key"]), row["facts"])
    return found
