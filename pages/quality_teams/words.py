"""The quality teams in sentences."""

from collections.abc import Collection
from datetime import date

from pages.parts.frame import Frame, plain
from pages.quality_teams.data import teams_view
from planning.core.notation import NBHYPHEN, NBSP, day, day_and_month, listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.quality_teams.model import Visit
from planning.quality_teams.rules import QuietSchool, made, not_yet, open_requests, this_school_year
from planning.quality_teams.service import TeamsView
from planning.quality_teams.slots import free_days
from planning.quality_teams.words import help_name, when


def teams_answer(frame: Frame) -> str:
    """Which schools nobody saw yet this school year, and who has room or how long it is."""
    found, as_of = teams_view(frame), frame.as_of
    if not found.teams:
        return _("**There is no quality team yet.** The group ICT coordinator composes it.")
    if frame.person.reach is not None:
        return _own_schools(found, as_of)
    without = set(not_yet(found.school_ids, found.visits, as_of))
    missed, total = len(without), len(found.schools)
    text = ngettext(
        "**{n} of the {total} schools** has seen no iCoach yet this school year.",
        "**{n} of the {total} schools** have seen no iCoach yet this school year.",
        missed,
    )
    first = text if missed else _("**All schools were visited this school year.**")
    return first.format(n=number(missed), total=number(total)) + " " + _second(frame, without)


def _second(frame: Frame, without: Collection[str]) -> str:
    """Who has room, or at how many schools beside those `without` a visit this year it is long ago."""
    found, as_of = teams_view(frame), frame.as_of
    me = found.member_of(frame.person)
    if me is not None and (days := free_days(found.visits_of(me), as_of)):
        return _("You have time on {days}.").format(days=listed([f"**{day_and_month(one)}**" for one in days]))
    quiet = sum(school.school_id not in without for school in found.quiet(as_of))
    if not quiet and without:
        return _("Elsewhere it is nowhere longer than eight weeks ago.")
    if not quiet:
        return _("Nowhere is it longer than eight weeks ago.")
    if without:
        return ngettext(
            "At **{n} other school** it is eight weeks ago or longer.",
            "At **{n} other schools** it is eight weeks ago or longer.",
            quiet,
        ).format(n=number(quiet))
    return ngettext(
        "At **{n} school** it is eight weeks ago or longer.",
        "At **{n} schools** it is eight weeks ago or longer.",
        quiet,
    ).format(n=number(quiet))


def _own_schools(found: TeamsView, as_of: date) -> str:
    visits = this_school_year(found.visits, as_of)
    if not visits:
        first = _("**No iCoach came to your school yet this school year.**")
    else:
        first = ngettext(
            "**An iCoach came to your school {n} time this school year,** the last time on {day}.",
            "**An iCoach came to your school {n} times this school year,** the last time on {day}.",
            len(visits),
        ).format(n=number(len(visits)), day=day_and_month(max(visit.day for visit in visits)))
    waiting = len(open_requests(found.requests, found.visits, as_of))
    if not waiting:
        return first
    return (
        first
        + " "
        + ngettext("{n} question waits for an answer.", "{n} questions wait for an answer.", waiting).format(
            n=number(waiting)
        )
    )


def minutes_text(minutes: int) -> str:
    """'45 minuten'."""
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=number(minutes)).replace(" ", NBSP)


def hours_text(hours: float) -> str:
    """'14,5 uur'."""
    return _("{n} hours").format(n=number(hours, 0 if float(hours).is_integer() else 1)).replace(" ", NBSP)


def visit_line(found: TeamsView, visit: Visit, *, school: bool = True, who: bool = False) -> str:
    """'**di 8-5, 9.00 uur** · Weisterbeek · uitleg in de klas', with who makes it where that is not plain."""
    parts = [f"**{when(visit.day, visit.at)}**"]
    if school:
        parts.append(plain(found.school_name(visit.school_id)))
    parts.append(help_name(visit.kind))
    if who:
        parts.append(coach_name(found, visit))
    return " · ".join(parts)


def coach_name(found: TeamsView, visit: Visit) -> str:
    """Who makes a visit, on one line."""
    return plain(found.member(visit.member_id).name).replace(" ", NBSP).replace("\\-", NBHYPHEN)


def quiet_text(quiet: QuietSchool) -> str:
    """How long it is, and what is planned: '9 weken, laatst op 23-2-2018 · gepland op 8-5'."""
    if quiet.last is None:
        text = _("no visit yet")
    else:
        text = ngettext("{n} week, the last on {day}", "{n} weeks, the last on {day}", quiet.weeks).format(
            n=number(quiet.weeks), day=day(quiet.last)
        )
    if quiet.planned is None:
        return text
    return f"{text} · " + _("planned on {day}").format(day=day_and_month(quiet.planned))


def last_visit_badge(found: TeamsView, school_id: str, as_of: date) -> str:
    """When a school saw somebody last, as a badge."""
    visits = [visit.day for visit in made(found.visits, as_of) if visit.school_id == school_id]
    if not visits:
        return ":gray-badge[:material/person_off: " + _("no visit yet") + "]"
    if any(quiet.school_id == school_id for quiet in found.quiet(as_of)):
        return ":gray-badge[:material/person_off: " + _("last visit {day}").format(day=day(max(visits))) + "]"
    return ":green-badge[:material/check_circle: " + _("last visit {day}").format(day=day(max(visits))) + "]"
