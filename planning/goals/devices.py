"""The goal on devices, measured: more of them (towards the board's target) and newer ones. Pure."""

from datetime import date

from planning.goals.figures import Figure, counted
from planning.ratios.rules import GroupRatio, SchoolRatio
from planning.ratios.service import Facts


def expansion(facts: Facts, year: int, as_of: date) -> tuple[Figure, ...]:
    """Pupils per device on its way from 1 January to the board's target, and the schools on their own target."""
    now, base = facts.on(as_of), _base(facts, year, as_of)
    return (
        _ratio(as_of, now.pupils_per_device, now.target, base.pupils_per_device if base else None),
        counted("on_target", as_of, now.on_target, len(now.schools), base.on_target if base else None),
    )


def replacement(facts: Facts, year: int, as_of: date) -> tuple[Figure, ...]:
    """The devices that count and are within their life span."""
    now, base = facts.on(as_of), _base(facts, year, as_of)
    young = base.countable - base.past_life if base else None
    return (counted("within_life", as_of, now.countable - now.past_life, now.countable, young),)


def of_school(facts: Facts, school_id: str, year: int, as_of: date) -> tuple[Figure, ...]:
    """One school's part: its pupils per device on the way to the target it chose, and its devices within life span."""
    now, base = _school(facts, school_id, as_of), _school(facts, school_id, date(year, 1, 1))
    if now is None:
        return ()
    earlier = base.pupils_per_device if base else None
    countable = now.countable or 0
    return (
        _ratio(as_of, now.pupils_per_device, now.target, earlier),
        counted("within_life", as_of, countable - now.past_life, countable),
    )


def _ratio(day: date, now: float | None, target: float, base: float | None) -> Figure:
    return Figure("pupils_per_device", day, now, target, base, less_is_better=True)


def _base(facts: Facts, year: int, as_of: date) -> GroupRatio | None:
    """The group on 1 January, where the same schools were known."""
    first, now = facts.on(date(year, 1, 1)), facts.on(as_of)
    same = {s.school_id for s in first.known} == {s.school_id for s in now.known}
    return first if first.known and same else None


def _school(facts: Facts, school_id: str, day: date) -> SchoolRatio | None:
    return next((s for s in facts.on(day).known if s.school_id == school_id), None)
