"""Pupils per device of each school after the rounds of an approved plan: what comes, beside what is. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from planning.rounds.board_plan import BoardPlan
from planning.rounds.wanted import pupils_on, pupils_to_come


@dataclass(frozen=True)
class PlannedRatio:
    """A school after a round of a plan."""

    round_id: int
    on: date
    pupils: int  # the forecast that the round buys for
    devices: int  # that count then, when everything is bought as planned
    short: int  # under the target of then

    @property
    def pupils_per_device(self) -> float | None:
        """None where nothing counts then."""
        return self.pupils / self.devices if self.devices else None


@dataclass(frozen=True)
class SchoolToCome:
    """A school after each round of a plan."""

    rounds: tuple[PlannedRatio, ...]
    reached: int | None  # as SchoolFigures.reached


def ratios_after(
    plan: BoardPlan, counts: pd.DataFrame, forecast: pd.DataFrame, as_of: date
) -> Mapping[str, SchoolToCome]:
    """School of the plan -> what comes after each round, with the pupil forecast of the reference date."""
    pupils = pupils_to_come(counts, forecast, as_of)
    return {
        school.school_id: SchoolToCome(
            tuple(
                PlannedRatio(one.round_id, one.on, pupils_on(pupils[school.school_id], one.on).total, stock, short)
                for one, stock, short in zip(plan.rounds, school.stock, school.short, strict=True)
            ),
            school.reached,
        )
        for school in plan.schools
        if school.school_id in pupils
    }


def place_of_target(schools: Iterable[SchoolToCome]) -> int:
    """The place of the round to show a plan by: from which all schools are on target, else the last; -1 is the last."""
    places = [school.reached for school in schools]
    known = [place for place in places if place is not None]
    return max(0, *known) if known and len(known) == len(places) else -1
