"""Booking visits, saying what became of them, and correcting them: the log keeps what they were."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from planning.core.boards import change_day
from planning.core.database import Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.quality_teams import records
from planning.quality_teams.checks import visit_reasons
from planning.quality_teams.model import Visit, VisitState
from planning.quality_teams.rules import request_state
from planning.quality_teams.service import TeamsView, read_teams_view


def book(person: Person, database: Database, at: datetime, visit: Visit) -> Visit:
    """Plan a visit, or record one that was made; returns it with its key. Raises Refused, also for a taken hour."""
    return _keep(person, database, at, replace(visit, visit_id=0, sequence=0))[1]


def change_visit(person: Person, database: Database, at: datetime, visit: Visit) -> Visit:
    """Move, correct, end or cancel a visit; returns what it was before. `sequence` is the one that was looked at.

    Raises Refused where a colleague changed it meanwhile.
    """
    before, _after = _keep(person, database, at, visit)
    return before or visit


def put_back(person: Person, database: Database, at: datetime, before: Visit) -> None:
    """Make a visit what it was before the last change."""
    change_visit(person, database, at, replace(before, sequence=before.sequence + 1))


def take_back(person: Person, database: Database, at: datetime, visit_id: int) -> None:
    """Take away a visit that was booked by mistake; the log keeps it. Raises Refused."""
    with database.change(person, at) as change:
        found = read_teams_view(change.connection, person)
        before = _find(found, visit_id)
        require(person, Right.VISIT, before.school_id)
        records.remove_visit(change, visit_id)
        change.log("visit", found.school_name(before.school_id), _logged(found, before), None)


def _keep(person: Person, database: Database, at: datetime, visit: Visit) -> tuple[Visit | None, Visit]:
    require(person, Right.VISIT, visit.school_id)
    with database.change(person, at) as change:
        found = read_teams_view(change.connection, person)
        school = found.school_name(visit.school_id)
        before = _find(found, visit.visit_id) if visit.visit_id else None
        if before and before.sequence != visit.sequence:
            raise Refused(Reason("visit_changed_meanwhile"))
        member = next((member for member in found.members if member.member_id == visit.member_id), None)
        own = found.visits_of(member) if member else ()
        refuse(visit_reasons(visit, member, own, change_day(change), found.school_name))
        _check_request(found, visit)
        kept = records.write_visit(change, replace(visit, sequence=visit.sequence + bool(before)))
        change.log("visit", school, _logged(found, before) if before else None, _logged(found, kept))
    return before, kept


def _check_request(found: TeamsView, visit: Visit) -> None:
    if visit.request_id is None or visit.state is VisitState.CANCELLED:
        return
    others = [other for other in found.visits if other.visit_id != visit.visit_id]
    request = next((request for request in found.requests if request.request_id == visit.request_id), None)
    if request is None or request.school_id != visit.school_id:
        raise Refused(Reason("visit_of_no_request"))
    if request_state(request, others, visit.day) in ("planned", "done"):
        raise Refused(Reason("request_answered_meanwhile"))


def _find(found: TeamsView, visit_id: int) -> Visit:
    visit = next((visit for visit in found.visits if visit.visit_id == visit_id), None)
    if visit is None:
        raise Refused(Reason("visit_gone"))
    return visit


def _logged(found: TeamsView, visit: Visit) -> dict[str, Any]:
    facts = {
        "day": visit.day.isoformat(),
        "at": visit.at.isoformat("minutes") if visit.at else None,
        "state": visit.state.value,
        "member": found.member(visit.member_id).name,
        "minutes": visit.minutes,
        "kind": visit.kind,
        "asked": visit.asked,
        "competence": visit.competence,
        "follow_up": visit.follow_up,
        "follow_up_on": visit.follow_up_on.isoformat() if visit.follow_up_on else None,
        "follow_up_done": visit.follow_up_done,
    }
    return {name: value for name, value in facts.items() if value}
