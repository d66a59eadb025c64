"""The goals as their services answer, kept between reruns (see data.py)."""

from datetime import date
from typing import Final

from pages.parts.data import DataKey, kept_facts, kept_ratio
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.core.rights import Person, Right, require
from planning.goals import service as goals
from planning.goals.measures import Measured, measured
from planning.goals.plan import Plan
from planning.goals.sources import Sources
from planning.ratios.service import Facts

_plan_years: Final = AnswerCache[tuple[int, ...]](50)
_plans: Final = AnswerCache[Plan | None](50)
_sources: Final = AnswerCache[Sources](50)
_measured: Final = AnswerCache[Measured](100)


def kept_plan_years(key: DataKey, person: Person) -> tuple[int, ...]:
    """The years that have a plan."""
    require(person, Right.READ)
    return _plan_years.answer(key, lambda: goals.years(person, open_database()))


def kept_plan(key: DataKey, year: int, person: Person) -> Plan | None:
    """A plan year as it is now; None where there is none."""
    require(person, Right.READ)
    return _plans.answer((key, year), lambda: goals.plan(person, open_database(), year))


def kept_measured(key: DataKey, year: int, day: date, until: date, person: Person) -> Measured:
    """What is measured of the goals of a year on a day, which is not after `until`, the reference date."""
    found = kept_facts(key, person)
    return _measured.answer(
        (key, year, day, until),
        lambda: measured(_sources_of(key, found, until, person), lambda on: kept_ratio(key, on, person), year, day),
    )


def _sources_of(key: DataKey, found: Facts, until: date, person: Person) -> Sources:
    return _sources.answer((key, until), lambda: goals.sources(person, open_database(), found, until))
