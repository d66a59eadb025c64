"""Dates as rounds: when a device stops being young, and when it stops counting. Pure.

A plan counts age in rounds, but rounds come when a board can pay: half a year apart, or a year and a half. So what is
there already is placed by its own dates, exactly: the rounds in which it is young and in which it counts are looked
up, and its age and the end of its support are written so that the planner finds just these. A purchase of the plan
ends on its own date too (`support_ends`). Only how many rounds a new device stays young is one figure for a kind: its
life span over the median time between rounds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from planning.ratios.rules import years_later

YEAR_DAYS: Final = 365.25
ALONE_DAYS: Final = 365
"""The time between rounds where there is one round only."""
OLDEST: Final = 40
"""Rounds past its life span that a device's age is told apart; beyond it all are equally old."""


@dataclass(frozen=True)
class RoundDates:
    """The rounds of a plan by date."""

    days: tuple[date, ...]

    @property
    def days_between(self) -> int:
        """The median time between two rounds."""
        gaps = [(after - before).days for before, after in pairwise(self.days)]
        return max(1, round(median(gaps))) if gaps else ALONE_DAYS

    def in_rounds(self, years: int) -> int:
        """Years as rounds, at the median time between them; at least one."""
        return max(1, round(years * YEAR_DAYS / self.days_between))

    def before(self, end: date) -> int:
        """How many rounds come before a day: those in which what is due that day is young."""
        return bisect_left(self.days, end)

    def until(self, last: date | None) -> int:
        """How many rounds come on or before a last day; all of them where none is known."""
        return len(self.days) if last is None else bisect_right(self.days, last)

    def age(self, due: date, life: int) -> int:
        """The age in round 0 that makes a device young until `due`: life or more where it is due by then."""
        young = self.before(due)
        if young:
            return max(0, life - young)
        return life + min(OLDEST, (self.days[0] - due).days // self.days_between)

    def oldest_age(self, life: int) -> int:
        """An age that nothing reaches: a date says when a device stops counting."""
        return life + OLDEST + len(self.days) + 1

    def ends(self, years: int) -> tuple[int | None, ...]:
        """By round of purchase: the first round in which a device that counts so many years no longer does."""
        ends = [self.before(years_later(day, years)) for day in self.days]
        return tuple(end if end < len(self.days) else None for end in ends)


def lengthened(dates: tuple[date, ...], more: int) -> tuple[date, ...]:
    """The dates and `more` after them, at the median time: a plan must look beyond what it shows."""
    gap = timedelta(days=RoundDates(dates).days_between)
    return dates + tuple(dates[-1] + gap * n for n in range(1, more + 1))


def device_years(dates: Sequence[date], devices: Sequence[int]) -> dict[int, float]:
    """By calendar year, devices from each date up to the next as device-years: all year long is one.

    There is one date more than there are counts: it is where the last one ends.
    """
    years: dict[int, float] = {}
    for (start, end), count in zip(pairwise(dates), devices, strict=True):
        for year in range(start.year, end.year + 1):
            days = (min(end, date(year + 1, 1, 1)) - max(start, date(year, 1, 1))).days
            if days:
                years[year] = years.get(year, 0.0) + count * days / YEAR_DAYS
    return years
