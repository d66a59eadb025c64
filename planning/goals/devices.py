"""The goal on devices, measured: more of them (towards the board's target) and newer ones. Pure.

`now` holds on the day asked, `first` on 1 January of the plan year.
"""

from planning.goals.figures import Figure, counted
from planning.ratios.rules import GroupRatio, SchoolRatio


def expansion(now: GroupRatio, first: GroupRatio) -> tuple[Figure, ...]:
    """Pupils per device on its way from 1 January to the board's target, and the schools on their own target."""
    base = _base(now, first)
    ratio = Figure(
        "pupils_per_device",
        now.as_of,
        now.pupils_per_device,
        now.target,
        base.pupils_per_device if base else None,
        less_is_better=True,
    )
    return ratio, counted("on_target", now.as_of, now.on_target, len(now.schools), base.on_target if base else None)


def replacement(now: GroupRatio, first: GroupRatio) -> tuple[Figure, ...]:
    """The devices that count and are within their life span."""
    base = _base(now, first)
    young = base.countable - base.past_life if base else None
    return (counted("within_life", now.as_of, now.countable - now.past_life, now.countable, young),)


def of_school(now: GroupRatio, first: GroupRatio, school_id: str) -> tuple[Figure, ...]:
    """One school's part: its pupils per device on the way to the target it chose, and its devices within life span."""
    school, base = _school(now, school_id), _school(first, school_id)
    if school is None:
        return ()
    earlier, countable = base.pupils_per_device if base else None, school.countable or 0
    return (
        Figure("pupils_per_device", now.as_of, school.pupils_per_device, school.target, earlier, less_is_better=True),
        counted("within_life", now.as_of, countable - school.past_life, countable),
    )


def _base(now: GroupRatio, first: GroupRatio) -> GroupRatio | None:
    """The group on 1 January, where the same schools were known."""
    same = {school.school_id for school in first.known} == {school.school_id for school in now.known}
    return first if first.known and same else None


def _school(ratio: GroupRatio, school_id: str) -> SchoolRatio | None:
    return next((school for school in ratio.known if school.school_id == school_id), None)
