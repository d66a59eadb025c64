"""The goals as their services answer, kept between reruns (see pages/parts/data.py)."""

from datetime import date
from typing import Final

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.ratios.data import ratio_on, ratio_view
from pages.server.session import open_database
from planning.core.rights import Right, require
from planning.goals import service as goals
from planning.goals.measures import Measurements, measured
from planning.goals.plan import Plan
from planning.goals.sources import Sources

_plan_years: Final = AnswerCache[tuple[int, ...]](50)
_plans: Final = AnswerCache[Plan | None](50)
_sources: Final = AnswerCache[Sources](50)
_measured: Final = AnswerCache[Measurements](100)


def plan_years(frame: Frame) -> tuple[int, ...]:
    """The years that have a plan."""
    require(frame.person, Right.READ)
    return _plan_years.answer(frame.key, lambda: goals.years(frame.person, open_database()))


def plan_of(frame: Frame, year: int) -> Plan | None:
    """A plan year as it is now; None where there is none."""
    require(frame.person, Right.READ)
    return _plans.answer((frame.key, year), lambda: goals.plan(frame.person, open_database(), year))


def measured_on(frame: Frame, year: int, day: date) -> Measurements:
    """What is measured of the goals of a year on a day, which is not after the reference date."""
    require(frame.person, Right.READ)
    return _measured.answer(
        (frame.key, year, day, frame.as_of),
        lambda: measured(_sources_of(frame), lambda on: ratio_on(frame, on), year, day),
    )


def _sources_of(frame: Frame) -> Sources:
    view, until = ratio_view(frame), frame.as_of
    return _sources.answer((frame.key, until), lambda: goals.sources(frame.person, open_database(), view, until))
