"""When a coach is free: nobody is at two schools at once; pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from typing import Final

from dateutil.easter import easter

from planning.quality_teams.model import Visit, VisitState

SLOTS: Final = (time(9, 0), time(10, 30), time(13, 0), time(14, 45))
"""The hours at which visits begin when nobody says otherwise: around the breaks of a school day."""
LOOK_AHEAD_DAYS: Final = 120
_SATURDAY: Final = 5
_SUMMER: Final = (7, 8)


def clash(visits: Iterable[Visit], visit: Visit) -> Visit | None:
    """The visit among those of one coach that `visit` overlaps; a visit without an hour overlaps none."""
    return next((other for other in visits if other.visit_id != visit.visit_id and _overlap(other, visit)), None)


def _overlap(one: Visit, other: Visit) -> bool:
    if one.day != other.day or one.at is None or other.at is None:
        return False
    if VisitState.CANCELLED in (one.state, other.state):
        return False
    return _minute(one.at) < _minute(other.at) + other.minutes and _minute(other.at) < _minute(one.at) + one.minutes


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def free_slots(visits: Iterable[Visit], visit: Visit) -> tuple[time, ...]:
    """The hours of SLOTS at which the coach of `visits` could make `visit` on its day."""
    own = [other for other in visits if other.visit_id != visit.visit_id and other.day == visit.day]
    return tuple(slot for slot in SLOTS if not any(_overlap(_at(visit, slot), other) for other in own))


def _at(visit: Visit, slot: time) -> Visit:
    return Visit(0, visit.school_id, visit.member_id, visit.day, visit.minutes, visit.kind, at=slot)


def closed_days(year: int) -> frozenset[date]:
    """The days of a year on which every school is closed: public holidays, and the day after Ascension Day."""
    fixed = ((1, 1), (4, 27), (5, 5), (12, 25), (12, 26))
    moving = (1, 39, 40, 50)  # days after Easter: Easter Monday, Ascension Day and the day after it, Whit Monday
    return frozenset(
        [*(date(year, month, day) for month, day in fixed), *(easter(year) + timedelta(days=n) for n in moving)]
    )


def free_days(visits: Sequence[Visit], as_of: date, most: int = 2) -> tuple[date, ...]:
    """The next days on which a coach can make a visit: their usual day of the week, else any working day.

    A day with an hour of SLOTS free is one; not at weekends, on the days on which every school is closed, nor in July
    and August. Other holidays differ per region and year and are not known here.
    """
    usual = Counter(visit.day.weekday() for visit in visits if visit.state is VisitState.DONE).most_common(1)
    days = (as_of + timedelta(days=n) for n in range(1, LOOK_AHEAD_DAYS))
    found = [
        day
        for day in days
        if day.weekday() < _SATURDAY
        and day.month not in _SUMMER
        and day not in closed_days(day.year)
        and (not usual or day.weekday() == usual[0][0])
        and free_slots(visits, Visit(0, "", 0, day, 60, "other"))
    ]
    return tuple(found[:most])
