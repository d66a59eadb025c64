"""Clocks in the Netherlands: what a day and a time on the wall say, and which moment a board's own clock stands at."""

from datetime import UTC, date, datetime, time
from typing import Final

from planning.core.boards import Board
from planning.core.notation import AMSTERDAM

EXAMPLE_TIME: Final = time(12, 0)


def possible_moments(day: date, clock: time) -> tuple[datetime, ...]:
    """The moments at which clocks showed this, in UTC, earliest first.

    None in the hour that spring skips, two in the hour that autumn has twice.
    """
    shown = datetime.combine(day, clock)
    moments = {shown.replace(tzinfo=AMSTERDAM, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(m for m in moments if m.astimezone(AMSTERDAM).replace(tzinfo=None) == shown))


def reference_moment(own: Board, at: datetime) -> datetime:
    """The moment clocks are compared with: now, but an example group stands still at noon of its own date."""
    if own.as_of is None:
        return at
    noon = datetime.combine(own.as_of, EXAMPLE_TIME, AMSTERDAM).astimezone(UTC)
    return min(at, noon)
