"""Why a team, member, visit or request cannot be as it is asked for; pure."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from typing import Final

from planning.core.refusal import DayInYear, Reason, Value
from planning.quality_teams.model import Member, Request, Team, Visit, VisitState
from planning.quality_teams.slots import clash, free_slots
from planning.quality_teams.words import HELP

LONGEST_TEXT: Final = 300
LONGEST_NAME: Final = 120
LONGEST_THEME: Final = 200
LONGEST_CODE: Final = 40
SHORTEST_MINUTES, LONGEST_MINUTES = 5, 8 * 60
MOST_HOURS: Final = 1700
"""More than a full-time year of school work (1659 hours)."""
FAR: Final = timedelta(days=2 * 365)


def visit_reasons(
    visit: Visit,
    member: Member | None,
    own_visits: Sequence[Visit],
    today: date,
    school_name: Callable[[str], str],
) -> list[Reason]:
    """Why a visit cannot be booked; `own_visits` are those of the same coach, `today` is the board's day."""
    reasons = []
    if member is None or not (member.is_active or visit.visit_id):
        reasons.append(Reason("visit_of_nobody", "member_id"))
    reasons += _help_reasons(visit.kind, visit.asked)
    if not SHORTEST_MINUTES <= visit.minutes <= LONGEST_MINUTES:
        values = {"read": visit.minutes, "lowest": SHORTEST_MINUTES, "highest": LONGEST_MINUTES}
        reasons.append(Reason("minutes_out_of_range", "minutes", values))
    if len(visit.competence or "") > LONGEST_CODE:
        reasons.append(Reason("competence_code_too_long", "competence", {"n": LONGEST_CODE}))
    if len(visit.follow_up) > LONGEST_TEXT:
        reasons.append(Reason("follow_up_too_long", "follow_up", {"n": LONGEST_TEXT}))
    if visit.follow_up_on and not visit.follow_up.strip():
        reasons.append(Reason("follow_up_empty", "follow_up"))
    reasons += _day_reasons(visit, today)
    if not reasons and member and (taken := clash(own_visits, visit)):
        reasons.append(_slot_taken(taken, member.name, school_name(taken.school_id), free_slots(own_visits, visit)))
    return reasons


def _day_reasons(visit: Visit, today: date) -> list[Reason]:
    if abs(visit.day - today) > FAR:
        return [Reason("visit_far_away", "day")]
    if visit.state is VisitState.DONE and visit.day > today:
        return [Reason("visit_to_come", "day", {"day": DayInYear(visit.day)})]
    return []


def _slot_taken(taken: Visit, coach: str, school: str, free: Sequence[time]) -> Reason:
    """'Op 17-5 om 13.00 uur is i-Coach 3 al bij Sint Anna. Vrij zijn 10.30 en 14.45 uur.'"""
    day, at = DayInYear(taken.day), taken.at or time.min
    if not free:
        return Reason("day_taken", "day", {"day": day, "clock": at, "coach": coach, "school": school})
    values: dict[str, Value] = {"day": day, "clock": at, "coach": coach, "school": school, "hours": tuple(free)}
    return Reason("hour_taken", "at", values)


def request_reasons(request: Request) -> list[Reason]:
    """Why a request cannot be made."""
    reasons = _help_reasons(request.kind, request.asked)
    if not request.asked.strip() and not reasons:
        reasons.append(Reason("request_empty", "asked"))
    return reasons


def decline_reasons(reason: str) -> list[Reason]:
    """Why a request cannot be declined with this reason."""
    if not reason.strip():
        return [Reason("declined_without_reason", "reason")]
    if len(reason) > LONGEST_TEXT:
        return [Reason("decline_reason_too_long", "reason", {"n": LONGEST_TEXT})]
    return []


def team_reasons(team: Team, teams: Sequence[Team]) -> list[Reason]:
    """Why a team cannot be kept like this; `teams` are those of the board."""
    reasons = _name_reasons(team.name)
    if any(other.team_id != team.team_id and other.name == team.name for other in teams):
        reasons.append(Reason("team_there_already", "name", {"name": team.name}))
    if len(team.theme) > LONGEST_THEME:
        reasons.append(Reason("theme_too_long", "theme", {"n": LONGEST_THEME}))
    return reasons


def member_reasons(member: Member, members: Sequence[Member]) -> list[Reason]:
    """Why a member cannot be kept like this; `members` are those of the board."""
    reasons = _name_reasons(member.name)
    others = [other for other in members if other.team_id == member.team_id and other.member_id != member.member_id]
    if any(other.name == member.name for other in others):
        reasons.append(Reason("member_there_already", "name", {"name": member.name}))
    if member.person_id and any(other.person_id == member.person_id and other.is_active for other in others):
        reasons.append(Reason("person_in_team", "person_id"))
    if any(not 0 <= hours <= MOST_HOURS for _year, hours in member.hours):
        reasons.append(Reason("hours_out_of_range", "hours", {"n": MOST_HOURS}))
    return reasons


def _name_reasons(name: str) -> list[Reason]:
    if not name.strip():
        return [Reason("team_nameless", "name")]
    return [] if len(name) <= LONGEST_NAME else [Reason("team_name_too_long", "name", {"n": LONGEST_NAME})]


def _help_reasons(kind: str, asked: str) -> list[Reason]:
    if kind not in HELP:
        return [Reason("help_not_chosen", "kind")]
    if kind == "other" and not asked.strip():
        return [Reason("other_help_without_word", "asked")]
    if len(asked) > LONGEST_TEXT:
        return [Reason("asked_too_long", "asked", {"n": LONGEST_TEXT})]
    return []
