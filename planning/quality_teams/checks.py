"""Why a team, member, visit or request cannot be as it is asked for; pure."""

from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from typing import Final

from planning.core.notation import clock, day_and_month, listed, number
from planning.core.translation import gettext as _
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
) -> list[str]:
    """Why a visit cannot be booked; `own_visits` are those of the same coach, `today` is the board's day."""
    reasons = []
    if member is None or not (member.is_active or visit.visit_id):
        reasons.append(_("Nobody of a quality team makes this visit yet. Choose who."))
    reasons += _help_reasons(visit.kind, visit.asked)
    if not SHORTEST_MINUTES <= visit.minutes <= LONGEST_MINUTES:
        reasons.append(
            _("The visit takes {read} minutes. Choose from {lowest} to {highest}.").format(
                read=number(visit.minutes), lowest=SHORTEST_MINUTES, highest=LONGEST_MINUTES
            )
        )
    if len(visit.competence or "") > LONGEST_CODE:
        reasons.append(_("The code of a competence has at most {n} signs.").format(n=LONGEST_CODE))
    if len(visit.follow_up) > LONGEST_TEXT:
        reasons.append(_("‘Follow-up’ is longer than {n} signs. Shorten it.").format(n=LONGEST_TEXT))
    if visit.follow_up_on and not visit.follow_up.strip():
        reasons.append(_("There is a day for the follow-up, but not what it is. Fill that in."))
    reasons += _day_reasons(visit, today)
    if not reasons and member and (taken := clash(own_visits, visit)):
        reasons.append(_slot_taken(taken, member.name, school_name(taken.school_id), free_slots(own_visits, visit)))
    return reasons


def _day_reasons(visit: Visit, today: date) -> list[str]:
    if abs(visit.day - today) > FAR:
        return [_("The visit is more than two years away from today. Choose another day.")]
    if visit.state is VisitState.DONE and visit.day > today:
        return [
            _("{day} is still to come. Plan the visit; afterwards you say that it was made.").format(
                day=day_and_month(visit.day)
            )
        ]
    return []


def _slot_taken(visit: Visit, coach: str, school: str, free: Sequence[time]) -> str:
    """'Op 17-5 om 13.00 uur is i-Coach 3 al bij Sint Anna. Vrij zijn 10.30 en 14.45 uur.'"""
    taken = _("On {day} at {clock} {coach} is at {school} already.").format(
        day=day_and_month(visit.day), clock=clock(visit.at or time.min), coach=coach, school=school
    )
    if not free:
        return taken + " " + _("That day has no free hour. Choose another day.")
    return taken + " " + _("Free are {hours}.").format(hours=listed([clock(slot) for slot in free]))


def request_reasons(request: Request) -> list[str]:
    """Why a request cannot be made."""
    reasons = _help_reasons(request.kind, request.asked)
    if not request.asked.strip() and not reasons:
        reasons.append(_("There is no question yet. Say in one sentence what you need."))
    return reasons


def decline_reasons(reason: str) -> list[str]:
    """Why a request cannot be declined with this reason."""
    if not reason.strip():
        return [_("There is no reason yet. The school reads it, so say why in one sentence.")]
    if len(reason) > LONGEST_TEXT:
        return [_("The reason is longer than {n} signs. Shorten it.").format(n=LONGEST_TEXT)]
    return []


def team_reasons(team: Team, teams: Sequence[Team]) -> list[str]:
    """Why a team cannot be kept like this; `teams` are those of the board."""
    reasons = _name_reasons(team.name)
    if any(other.team_id != team.team_id and other.name == team.name for other in teams):
        reasons.append(_("There is a team called {name} already. Choose another name.").format(name=team.name))
    if len(team.theme) > LONGEST_THEME:
        reasons.append(_("The theme is longer than {n} signs. Shorten it.").format(n=LONGEST_THEME))
    return reasons


def member_reasons(member: Member, members: Sequence[Member]) -> list[str]:
    """Why a member cannot be kept like this; `members` are those of the board."""
    reasons = _name_reasons(member.name)
    others = [other for other in members if other.team_id == member.team_id and other.member_id != member.member_id]
    if any(other.name == member.name for other in others):
        reasons.append(_("The team has a member called {name} already.").format(name=member.name))
    if member.person_id and any(other.person_id == member.person_id and other.is_active for other in others):
        reasons.append(_("This person is in the team already."))
    if any(not 0 <= hours <= MOST_HOURS for _year, hours in member.hours):
        reasons.append(_("Choose from 0 to {n} hours for a school year.").format(n=number(MOST_HOURS)))
    return reasons


def _name_reasons(name: str) -> list[str]:
    if not name.strip():
        return [_("There is no name yet. Fill one in.")]
    return [] if len(name) <= LONGEST_NAME else [_("The name is longer than {n} signs.").format(n=LONGEST_NAME)]


def _help_reasons(kind: str, asked: str) -> list[str]:
    if kind not in HELP:
        return [_("The kind of help is not chosen yet.")]
    if kind == "other" and not asked.strip():
        return [_("‘Something else’ needs a word on what was asked.")]
    if len(asked) > LONGEST_TEXT:
        return [_("‘What was asked’ is longer than {n} signs. Shorten it.").format(n=LONGEST_TEXT)]
    return []
