"""The key by which programs outside read a board: its hash only, and when it was used last."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa

from planning.core.database import Change, Database, Moment, metadata
from planning.core.query import within
from planning.core.store import board_key, put, remove, rows

data_feed = sa.Table(
    "data_feed",
    metadata,
    board_key(),
    sa.Column("token_hash", sa.String(64), nullable=False),
    sa.Column("made_at", Moment, nullable=False),
    sa.Column("made_by", sa.String(120), nullable=False),
    sa.Column("used_on", sa.Date),
)


@dataclass(frozen=True)
class DataFeed:
    """A key in service."""

    token_hash: str  # SHA-256, in hexadecimal
    made_at: datetime
    made_by: str
    used_on: date | None = None  # the last day on which a program read with it; None: never yet


def read_feed(connection: sa.Connection, board_id: str) -> DataFeed | None:
    """The key of a board; None where it has none."""
    found = rows(connection, data_feed, within(data_feed, board_id, None))
    return DataFeed(**found[0]) if found else None


def write_feed(change: Change, new: DataFeed | None) -> None:
    """Put a key in the place of the one there is, or none."""
    if new is None:
        remove(change, data_feed, {})
    else:
        put(change, data_feed, {}, vars(new))


def write_use(database: Database, board_id: str, day: date) -> None:
    """Remember that the key was used on a day. No change of the board's data: no screen reads anew for it."""
    with database.engine.begin() as connection:
        database.limit_to(connection, board_id)
        connection.execute(data_feed.update().where(within(data_feed, board_id, None)).values(used_on=day))
