"""Systems on an earlier day: lines as they were kept then, and whether a school had the system; pure.

Two things are held apart: what was so on a day, by when a school had a system (`in_use_on`, `out_on`) and by what was
changed since; and what was known by a day, by when a line was first kept (`recorded_on`).
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from planning.systems.model import PastLine, SystemLine


def lines_on(lines: Iterable[SystemLine], past: Iterable[PastLine], day: date) -> tuple[SystemLine, ...]:
    """The lines of a day, with the stage of life each was in; in the order in which they were added.

    A change counts from its day on. Of a line that says no first day it is not known since when, so it counts.
    """
    known = {line.line_id: line for line in lines}
    first: dict[int, PastLine] = {}  # of each line the first change after the day: until then it was so
    for one in past:
        earlier = first.get(one.line.line_id)
        if one.until > day and (earlier is None or one.until < earlier.until):
            first[one.line.line_id] = one
    known.update({line_id: one.line for line_id, one in first.items()})
    found = (_on(line, day) for _line_id, line in sorted(known.items()))
    return tuple(line for line in found if line is not None)


def is_known_on(line: SystemLine, day: date) -> bool:
    """Whether a line was kept by the end of a day."""
    return line.recorded_on is None or line.recorded_on <= day


def _on(line: SystemLine, day: date) -> SystemLine | None:
    """A line on a day; None where it was neither there nor planned yet."""
    if line.in_use_on is not None and day < line.in_use_on:
        if not is_known_on(line, day):
            return None
        return replace(line, life="plan") if line.is_in_service else line
    if line.out_on is None:
        return line
    if line.is_in_service and line.out_on < day:
        return replace(line, life="out")
    if line.life == "out" and day <= line.out_on:
        return replace(line, life="in_use")
    return line
