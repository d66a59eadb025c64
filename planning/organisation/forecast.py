"""Forecast of pupils per school: every age moves up a year as it did in the whole board; new pupils come as before.

Transparent on purpose: one rate per age, one intake per school, and every figure of a person's own goes before it.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from planning.organisation.levels import AGES, LEVELS, level_of_age

FORECAST_COLUMNS: Final = ("school_id", "count_date", "pupils", *LEVELS, "method")
METHODS: Final = ("forecast", "own_figure")

NATIONAL_RATES: Final = {10: 0.896, 11: 0.151, 12: 0.025}
"""Share of pupils of an age still in primary school, a year older, a year later; below 10 all of them, from 13 none.
From all regular Dutch primary schools (DUO, Bo) of 1 October 2015 and 2016: the leaving pattern at 11, 12 and 13."""
ENOUGH_PUPILS: Final = 30
"""A rate seen at fewer pupils than this says more about these children than about next year; then the national one."""

Profile = npt.NDArray[np.float64]  # pupils per age, in the order of AGES

_LEVEL_OF: Final = np.array([level_of_age(age) for age in AGES])
_INTAKE: Final = np.array([age <= 4 for age in AGES])
_REGULAR: Final = np.array([float(4 <= age <= 11) for age in AGES])  # the eight years of a Dutch primary school


@dataclass(frozen=True)
class Progression:
    """How the board's pupils moved up a year, between known counts a year apart."""

    # age -> (pupils, pupils a year older a year later)
    seen: Mapping[int, tuple[int, int]] = field(default_factory=dict)

    def is_measured(self, age: int) -> bool:
        """Enough pupils of this age were followed to use the board's own rate."""
        return self.seen.get(age, (0, 0))[0] >= ENOUGH_PUPILS

    def rate(self, age: int) -> float:
        """Pupils a year older next year for every pupil of `age` now; above 1 where pupils join."""
        if self.is_measured(age):
            before, after = self.seen[age]
            return after / before
        return NATIONAL_RATES.get(age, 1.0 if age < 10 else 0.0)


@dataclass(frozen=True)
class _Count:
    day: date
    total: int
    levels: Mapping[str, int] | None
    ages: Profile | None


@dataclass
class _School:
    """A school as it moves through the years."""

    pupils: Profile
    intake: Profile  # new pupils a year, at ages 3 and 4
    takes_in_at_every_age: bool  # special schools: children come from other schools, so ages do not move up

    def next_year(self, rates: Profile) -> None:
        if self.takes_in_at_every_age:
            return
        older = np.concatenate([[0.0], (self.pupils * rates)[:-1]])
        self.pupils = np.where(_INTAKE, self.intake, older)

    def fit(self, total: int, levels: Mapping[str, int] | None, mix: Profile) -> None:
        """Keep the mix of ages (or take `mix`), meet the number counted; the intake to come moves along."""
        before = self.pupils[_INTAKE].sum()
        self.pupils = _scaled(self.pupils if self.pupils.any() else mix, total, levels)
        after = self.pupils[_INTAKE].sum()
        self.intake = self.intake * (after / before) if before > 0 else np.where(_INTAKE, self.pupils, 0.0)


def progression(counts: pd.DataFrame, *, special_schools: Collection[str] = ()) -> Progression:
    """The board's own rates from `counts` (see forecast): regular schools counted by age at both ends of a year.

    A school counted at one end only would read as pupils who all came or left.
    """
    before, after = np.zeros(len(AGES)), np.zeros(len(AGES))
    for school_id, rows in _schools(counts).items():
        by_age = [(count.day, count.ages) for count in rows if count.ages is not None]
        for (first, younger), (second, older) in pairwise(by_age):
            if school_id not in special_schools and _years_between(first, second) == 1:
                before += younger
                after += np.append(older[1:], 0.0)
    seen = {age: (int(before[i]), int(after[i])) for i, age in enumerate(AGES) if before[i] > 0}
    return Progression(seen)


def forecast(
    counts: pd.DataFrame,
    *,
    years: int = 5,
    overrides: Mapping[tuple[str, date], int] | None = None,
    special_schools: Collection[str] = (),
) -> pd.DataFrame:
    """Pupils per school and level for `years` years after the board's latest count, on the day of the year counted.

    `counts` holds the whole board: school_id, count_date, total, lower, middle, upper, ages (age -> pupils). Ages and
    levels may be missing (None): the mix of ages forecast for that day then meets what was counted.
    `overrides` are a person's own figures, by school and day: each takes the place of that calendar year's forecast,
    and later years move on from it in proportion. A count goes before an own figure of the same year.
    `special_schools` (Sbo, So, Vso) keep their last count: children come to them at every age, so ages tell little.
    Columns FORECAST_COLUMNS, `method` one of METHODS; whole pupils, the levels add up to `pupils`.
    """
    schools = _schools(counts)
    if not schools:
        return pd.DataFrame(columns=list(FORECAST_COLUMNS))
    known = progression(counts, special_schools=special_schools)
    rates = np.array([known.rate(age) for age in AGES])
    mix = _mix([rows for school_id, rows in schools.items() if school_id not in special_schools])
    own = {(school_id, day.year): pupils for (school_id, day), pupils in (overrides or {}).items()}
    end = _same_day(max(rows[-1].day for rows in schools.values()), years)
    forecasts = []
    for school_id, rows in schools.items():
        school = _as_last_counted(rows, mix, rates, is_special=school_id in special_schools)
        for year in range(1, end.year - rows[-1].day.year + 1):
            day = _same_day(rows[-1].day, year)
            if day <= end:
                figure = own.get((school_id, day.year))
                school.next_year(rates)
                if figure is not None:
                    school.fit(figure, None, mix)
                forecasts.append((school_id, day, *_whole_pupils(school.pupils), METHODS[figure is not None]))
    return pd.DataFrame(forecasts, columns=list(FORECAST_COLUMNS))


def intake(counts: pd.DataFrame, *, special_schools: Collection[str] = ()) -> float:
    """New pupils (4 years and younger) a year in the regular schools together: the mean of each school's counts."""
    schools = _schools(counts).items()
    return float(sum(_mean_intake(rows).sum() for school_id, rows in schools if school_id not in special_schools))


def group_totals(counts: pd.DataFrame) -> dict[date, int]:
    """Pupils of the whole board on each day that every school was counted, oldest first."""
    by_day = counts.groupby(_days(counts["count_date"]))["total"].agg(["sum", "size"])
    complete = by_day.loc[by_day["size"] == counts["school_id"].nunique(), "sum"]
    return {day: int(total) for day, total in zip(complete.index, complete, strict=True)}


def _schools(counts: pd.DataFrame) -> dict[str, list[_Count]]:
    """Each school's counts, oldest first."""
    ordered = counts.assign(count_date=_days(counts["count_date"])).sort_values(["school_id", "count_date"])
    schools: dict[str, list[_Count]] = {}
    for row in ordered.to_dict("records"):
        schools.setdefault(str(row["school_id"]), []).append(_count(row))
    return schools


def _count(row: Mapping[Hashable, Any]) -> _Count:
    given = {level: row[level] for level in LEVELS}
    levels = None if any(map(pd.isna, given.values())) else {level: int(n) for level, n in given.items()}
    total = int(row["total"])
    if not isinstance(row["ages"], Mapping) or not any(row["ages"].values()):
        return _Count(row["count_date"], total, levels, np.zeros(len(AGES)) if total == 0 else None)
    by_age = {int(age): float(pupils) for age, pupils in row["ages"].items()}
    return _Count(row["count_date"], total, levels, _scaled(np.array([by_age.get(age, 0.0) for age in AGES]), total))


def _as_last_counted(rows: Sequence[_Count], mix: Profile, rates: Profile, *, is_special: bool) -> _School:
    school = _School(np.zeros(len(AGES)), np.zeros(len(AGES)), is_special)
    mean = _mean_intake(rows)
    day = rows[0].day
    for count in rows:
        if count.ages is not None:
            school.pupils, school.intake = count.ages, mean if count.total else np.zeros(len(AGES))
        else:
            for _year in range(_years_between(day, count.day)):
                school.next_year(rates)
            school.fit(count.total, count.levels, mix)
        day = count.day
    return school


def _mean_intake(rows: Sequence[_Count]) -> Profile:
    known = [count.ages for count in rows if count.ages is not None and count.total]
    return np.where(_INTAKE, np.mean(known, axis=0), 0.0) if known else np.zeros(len(AGES))


def _mix(schools: Sequence[Sequence[_Count]]) -> Profile:
    """The ages of these schools together, at their latest counts: stands in where a school has none of its own."""
    known = [[count.ages for count in rows if count.ages is not None] for rows in schools]
    mix = sum((ages[-1] for ages in known if ages), np.zeros(len(AGES)))
    return mix if mix.any() else _REGULAR


def _scaled(pupils: Profile, total: int, levels: Mapping[str, int] | None = None) -> Profile:
    """`pupils` with its mix of ages, adding up to `total`, and per level in proportion to `levels`."""
    if levels is not None and sum(levels.values()) > 0:
        pupils = pupils.copy()
        for level, number in levels.items():
            within = level == _LEVEL_OF
            ages = pupils if pupils[within].sum() > 0 else _REGULAR
            pupils[within] = ages[within] / ages[within].sum() * number
    return pupils * (total / pupils.sum()) if pupils.sum() > 0 else pupils


def _whole_pupils(pupils: Profile) -> tuple[int, ...]:
    """Total and levels; what rounding leaves goes to the level with the largest part of a pupil."""
    exact = [float(pupils[level == _LEVEL_OF].sum()) for level in LEVELS]
    total = int(sum(exact) + 0.5)
    whole = [int(number + 1e-9) for number in exact]  # 7 written as 6.999999999 is 7
    by_rest = sorted(range(len(whole)), key=lambda i: whole[i] - exact[i])
    for i in by_rest[: total - sum(whole)]:
        whole[i] += 1
    return total, *whole


def _days(dates: pd.Series) -> pd.Series:
    return pd.to_datetime(dates).dt.date


def _years_between(first: date, second: date) -> int:
    """Whole years, to the nearest: a count of 1 February stands for the 1 October before it."""
    return round((second - first).days / 365.25)


def _same_day(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)
