"""Midnight in Amsterdam as programs write it that reckon in UTC: ten or eleven in the evening of the day before."""

from collections.abc import Hashable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal, TypeVar

from planning.core.clock import local

_MIDNIGHT: Final = time(0)
_WINTER: Final = time(23)  # midnight in winter; in summer too of a program that knows no summer time
_SUMMER: Final = time(22)
_K = TypeVar("_K", bound=Hashable)

Reckoning = Literal["as_written", "day_after", "mixed"]


def reckoning(moments: Mapping[_K, tuple[date, time | None]]) -> tuple[Reckoning, frozenset[_K]]:
    """Which of a column's moments stand for the day after, and whether that is sure; a time of None is none written.

    Sure where every moment is midnight of the same clock. Moments at any other time are moments, not days.
    """
    late = frozenset(key for key, (day, hour) in moments.items() if _may_be_midnight(day, hour))
    others = [(day, hour) for key, (day, hour) in moments.items() if key not in late]
    if not late or any(hour not in (None, _MIDNIGHT) for _, hour in others):
        return "as_written", frozenset()
    knows_no_summer = all(_is_summer(moments[key][0]) and moments[key][1] == _WINTER for key in late)
    if not others or (knows_no_summer and not any(_is_summer(day) for day, _ in others)):
        return "day_after", late
    return "mixed", late


def _may_be_midnight(day: date, hour: time | None) -> bool:
    return hour == _WINTER or (hour == _SUMMER and _is_summer(day))


def _is_summer(day: date) -> bool:
    return local(datetime.combine(day, _SUMMER, UTC)).utcoffset() == timedelta(hours=2)
