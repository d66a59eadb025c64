"""The one clock: moments are kept in UTC, days and times are those of the Netherlands, and an example stands still."""

from datetime import UTC, date, datetime, time
from time import time as machine_seconds
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from planning.core.outside import tell

AMSTERDAM: Final = ZoneInfo("Europe/Amsterdam")
EXAMPLE_TIME: Final = time(12, 0)


class BoardClock(Protocol):
    """A board, as far as its days go."""

    @property
    def as_of(self) -> date | None:
        """The date at which an example group stands still; None goes on."""


def now() -> datetime:
    """The moment of this call, in UTC; nobody else asks the machine."""
    tell("the clock")
    return datetime.fromtimestamp(machine_seconds(), UTC)


def local(at: datetime) -> datetime:
    """A moment as clocks in the Netherlands show it."""
    return at.astimezone(AMSTERDAM)


def local_day(at: datetime) -> date:
    """The day a moment falls on in the Netherlands."""
    return local(at).date()


def possible_moments(day: date, clock: time) -> tuple[datetime, ...]:
    """The moments at which clocks in the Netherlands showed this, in UTC, earliest first.

    None in the hour that spring skips, two in the hour that autumn has twice.
    """
    shown = datetime.combine(day, clock)
    moments = {shown.replace(tzinfo=AMSTERDAM, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(m for m in moments if local(m).replace(tzinfo=None) == shown))


def board_moment(board: BoardClock, at: datetime) -> datetime:
    """Where a board's clock stands at a moment: there, but an example group comes no further than noon of its date."""
    if board.as_of is None:
        return at
    return min(at, datetime.combine(board.as_of, EXAMPLE_TIME, AMSTERDAM).astimezone(UTC))


def board_day(board: BoardClock, at: datetime) -> date:
    """A board's today at a moment, the only one there is: nothing of a later day has been."""
    return local_day(board_moment(board, at))
