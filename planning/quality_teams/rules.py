"""What visits and requests add up to on a date: coverage, schools that stay without, hours, what is asked; pure.

A school year runs from 1 August. July and August do not count as weeks without a visit: the summer holiday of six
weeks lies in them, on days that differ per region and year. Shorter holidays do count, as they do for everybody.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from planning.quality_teams.model import Member, Request, Team, TeamState, Visit, VisitState

SCHOOL_YEAR_MONTH: Final = 8
SUMMER: Final = (7, 8)
QUIET_WEEKS: Final = 8
"""So many weeks without a visit ask for attention."""
WAITING_WEEKS: Final = 2
"""So long may a request wait for an answer."""

RequestState = Literal["new", "planned", "done", "declined"]
_WEEK: Final = 7


@dataclass(frozen=True)
class QuietSchool:
    """A school that was not visited for QUIET_WEEKS or longer."""

    school_id: str
    last: date | None  # the last visit; None: never one
    weeks: int  # whole weeks without a visit, July and August left out
    planned: date | None  # the next visit that is planned


@dataclass(frozen=True)
class Coverage:
    """Visits per school and month of a school year: made up to the reference date, planned after it."""

    months: tuple[date, ...]  # the first day of each month
    done: Mapping[str, tuple[int, ...]]  # school -> visits made, per month
    planned: Mapping[str, tuple[int, ...]]  # school -> visits planned, per month


@dataclass(frozen=True)
class Hours:
    """What a member has and used in a school year."""

    member: Member
    available: float
    used: float  # in visits made up to the reference date
    planned: float  # in visits planned after it


@dataclass(frozen=True)
class HelpDemand:
    """How often schools asked for a kind of help in a school year."""

    kind: str
    times: int


def school_year_of(day: date) -> int:
    """The school year a day belongs to, by the year in which it began."""
    return day.year if day.month >= SCHOOL_YEAR_MONTH else day.year - 1


def first_day(school_year: int) -> date:
    """The first day of a school year."""
    return date(school_year, SCHOOL_YEAR_MONTH, 1)


def made(visits: Iterable[Visit], as_of: date, since: date = date.min) -> list[Visit]:
    """The visits made from `since` up to and including the reference date."""
    return [visit for visit in visits if visit.state is VisitState.DONE and since <= visit.day <= as_of]


def planned(visits: Iterable[Visit], as_of: date) -> list[Visit]:
    """The visits to come on or after the reference date; what was made later was still to come then."""
    return [visit for visit in visits if visit.state is not VisitState.CANCELLED and not _is_past(visit, as_of)]


def unfinished(visits: Iterable[Visit], as_of: date) -> list[Visit]:
    """The visits that were planned before the reference date and that nobody said anything of since."""
    return [visit for visit in visits if visit.state is VisitState.PLANNED and visit.day < as_of]


def _is_past(visit: Visit, as_of: date) -> bool:
    return visit.day < as_of or (visit.day == as_of and visit.state is VisitState.DONE)


def this_school_year(visits: Iterable[Visit], as_of: date) -> list[Visit]:
    """The visits made in the school year of the reference date, up to that date."""
    return made(visits, as_of, first_day(school_year_of(as_of)))


def recently(as_of: date) -> date:
    """The first of the days that `QUIET_WEEKS` weeks up to the reference date hold."""
    return as_of - timedelta(weeks=QUIET_WEEKS) + timedelta(days=1)


def not_yet(school_ids: Iterable[str], visits: Iterable[Visit], as_of: date) -> list[str]:
    """The schools without a visit in the school year of the reference date."""
    visited = {visit.school_id for visit in this_school_year(visits, as_of)}
    return [school_id for school_id in school_ids if school_id not in visited]


def days_without(last: date, as_of: date) -> int:
    """Days between a visit and the reference date, July and August left out."""
    summer = sum(
        _overlap(last + timedelta(days=1), as_of, date(year, SUMMER[0], 1), date(year, SUMMER[-1], 31))
        for year in range(last.year, as_of.year + 1)
    )
    return max(0, (as_of - last).days - summer)


def _overlap(first: date, last: date, other_first: date, other_last: date) -> int:
    return max(0, (min(last, other_last) - max(first, other_first)).days + 1)


def quiet_schools(
    school_ids: Iterable[str], teams: Iterable[Team], visits: Sequence[Visit], as_of: date
) -> tuple[QuietSchool, ...]:
    """The schools not visited for QUIET_WEEKS, longest first; a school never visited counts from the first team on."""
    starts = [team.started_on for team in teams if team.state is not TeamState.SETTING_UP and team.started_on]
    began = min(starts, default=None)
    if began is None or began > as_of:
        return ()
    last: dict[str, date] = {}
    for visit in made(visits, as_of):
        last[visit.school_id] = max(visit.day, last.get(visit.school_id, visit.day))
    coming: dict[str, date] = {}
    for visit in planned(visits, as_of):
        coming[visit.school_id] = min(visit.day, coming.get(visit.school_id, visit.day))
    found = [
        QuietSchool(key, last.get(key), days_without(last.get(key, began), as_of) // _WEEK, coming.get(key))
        for key in school_ids
    ]
    return tuple(sorted((quiet for quiet in found if quiet.weeks >= QUIET_WEEKS), key=lambda quiet: -quiet.weeks))


def coverage(school_ids: Iterable[str], visits: Sequence[Visit], as_of: date) -> Coverage:
    """The school year of the reference date, month by month."""
    year = school_year_of(as_of)
    months = tuple(date(year + (n > 12), (n - 1) % 12 + 1, 1) for n in range(SCHOOL_YEAR_MONTH, SCHOOL_YEAR_MONTH + 12))
    past = Counter((visit.school_id, visit.day.replace(day=1)) for visit in made(visits, as_of))
    ahead = Counter((visit.school_id, visit.day.replace(day=1)) for visit in planned(visits, as_of))
    keys = tuple(school_ids)
    return Coverage(
        months,
        {key: tuple(past[key, month] for month in months) for key in keys},
        {key: tuple(ahead[key, month] for month in months) for key in keys},
    )


def hours(members: Iterable[Member], visits: Sequence[Visit], as_of: date) -> tuple[Hours, ...]:
    """Hours of each member in the school year of the reference date; who left counts as long as they used any."""
    year = school_year_of(as_of)
    used = Counter[int]()
    for visit in this_school_year(visits, as_of):
        used[visit.member_id] += visit.minutes
    ahead = Counter[int]()
    for visit in planned(visits, as_of):
        if school_year_of(visit.day) == year:
            ahead[visit.member_id] += visit.minutes
    return tuple(
        Hours(member, member.hours_in(year), used[member.member_id] / 60, ahead[member.member_id] / 60)
        for member in members
        if member.is_active or used[member.member_id]
    )


def asked_most(visits: Sequence[Visit], requests: Iterable[Request], as_of: date) -> tuple[HelpDemand, ...]:
    """Kinds of help by how often schools asked for them this school year; a visit after a request is asked once."""
    began = first_day(school_year_of(as_of))
    asked = Counter(request.kind for request in requests if began <= request.asked_on <= as_of)
    asked.update(visit.kind for visit in made(visits, as_of, began) if visit.request_id is None)
    return tuple(HelpDemand(kind, times) for kind, times in asked.most_common())


def served(visits: Iterable[Visit], as_of: date) -> dict[str, int]:
    """Core competence -> visits made this school year that served it; the most served first."""
    keys = (visit.competence for visit in this_school_year(visits, as_of))
    return dict(Counter(key for key in keys if key).most_common())


def request_state(request: Request, visits: Iterable[Visit], as_of: date) -> RequestState:
    """What became of a request by the reference date; a visit that was cancelled answers nothing."""
    answers = [
        visit for visit in visits if visit.request_id == request.request_id and visit.state is not VisitState.CANCELLED
    ]
    if any(visit.state is VisitState.DONE and visit.day <= as_of for visit in answers):
        return "done"
    if answers:
        return "planned"
    return "declined" if request.declined_on and request.declined_on <= as_of else "new"


def open_requests(requests: Iterable[Request], visits: Sequence[Visit], as_of: date) -> tuple[Request, ...]:
    """The requests of the reference date that nobody answered yet, oldest first."""
    asked = [request for request in requests if request.asked_on <= as_of]
    return tuple(
        sorted(
            (request for request in asked if request_state(request, visits, as_of) == "new"),
            key=lambda request: request.asked_on,
        )
    )


def waiting_requests(requests: Iterable[Request], visits: Sequence[Visit], as_of: date) -> tuple[Request, ...]:
    """The requests that have been waiting for an answer longer than WAITING_WEEKS, oldest first."""
    latest = as_of - timedelta(weeks=WAITING_WEEKS)
    return tuple(request for request in open_requests(requests, visits, as_of) if request.asked_on < latest)
