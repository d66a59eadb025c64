"""What a database or a disk says when it cannot, sorted by what a person can do about it."""

import errno
from enum import Enum
from typing import Final

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from planning.core.refusal import Reason


class Trouble(Enum):
    """What is the matter."""

    AWAY = "away"  # it comes back by itself, or an operator brings it back
    FULL = "full"
    BUSY = "busy"  # somebody else holds it: once more


REASONS: Final = {
    Trouble.AWAY: Reason("database_away"),
    Trouble.FULL: Reason("disk_full"),
    Trouble.BUSY: Reason("database_busy"),
}
"""How a person is told."""


_FULL_FILE: Final = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_FULL_SAYS: Final = ("database or disk is full", "disk i/o error", "no space left", "could not extend file")
_BUSY_STATES: Final = {"40001", "40P01", "55P03"}  # of PostgreSQL: serialization, deadlock, lock not available
_AWAY_SAYS: Final = ("unable to open database file",)


TROUBLES: Final = (DBAPIError, PoolTimeoutError, OSError)
"""The errors that may tell of one."""


def trouble_of(error: BaseException) -> Trouble | None:
    """Which trouble an error tells of; None where it tells of none: a defect of ours."""
    if isinstance(error, PoolTimeoutError):  # every connection is taken
        return Trouble.BUSY
    if isinstance(error, OSError):
        return Trouble.FULL if error.errno in _FULL_FILE else None
    if not isinstance(error, DBAPIError):
        return None
    said, state = str(error.orig).lower(), getattr(error.orig, "sqlstate", None)
    if state == "53100" or any(words in said for words in _FULL_SAYS):
        return Trouble.FULL
    if state in _BUSY_STATES or "database is locked" in said:
        return Trouble.BUSY
    is_gone = error.connection_invalidated or any(words in said for words in _AWAY_SAYS)
    # without a state: it did not answer; 08: connection, 57P: shutting down or starting; 53300: takes no more
    is_refusing = hasattr(error.orig, "sqlstate") and (state is None or state.startswith(("08", "57P", "53300")))
    return Trouble.AWAY if is_gone or (isinstance(error, (OperationalError, InterfaceError)) and is_refusing) else None
