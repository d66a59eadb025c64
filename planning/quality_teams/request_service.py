"""What schools ask of the quality teams, and what is answered; a visit that answers is booked by visit_service."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from planning.core.clock import board_day
from planning.core.database import Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.core.service import own_board
from planning.quality_teams import records
from planning.quality_teams.checks import decline_reasons, request_reasons
from planning.quality_teams.model import Request
from planning.quality_teams.rules import request_state
from planning.quality_teams.service import TeamsView, read_teams_view


def ask(person: Person, database: Database, at: datetime, school_id: str, kind: str, asked: str) -> Request:
    """Ask the quality teams for help at a school; returns the request with its key. Raises Refused."""
    require(person, Right.CONTRIBUTE, school_id)
    request = Request(0, school_id, board_day(own_board(person, database), at), kind, asked.strip())
    refuse(request_reasons(request))
    with database.change(person, at) as change:
        name = read_teams_view(change.connection, person).school_name(school_id)
        kept = records.write_request(change, request)
        change.log("help_request", name, None, _logged(kept))
    return kept


def withdraw(person: Person, database: Database, at: datetime, request_id: int) -> None:
    """Take back a request that nobody answered yet; the log keeps it. Raises Refused."""
    with database.change(person, at) as change:
        found = read_teams_view(change.connection, person)
        before = _find(found, request_id)
        require(person, Right.CONTRIBUTE, before.school_id)
        if any(visit.request_id == request_id for visit in found.visits):
            raise Refused(Reason("request_planned"))
        records.remove_request(change, request_id)
        change.log("help_request", found.school_name(before.school_id), _logged(before), None)


def decline(person: Person, database: Database, at: datetime, request_id: int, reason: str) -> None:
    """Say no to a request, and why; the school reads it. Raises Refused."""
    refuse(decline_reasons(reason))
    today = board_day(own_board(person, database), at)
    _answer(
        person, database, at, request_id, lambda request: replace(request, declined_on=today, reason=reason.strip())
    )


def reopen(person: Person, database: Database, at: datetime, request_id: int) -> None:
    """Let a request that was declined wait for an answer again. Raises Refused."""
    _answer(person, database, at, request_id, lambda request: replace(request, declined_on=None, reason=""))


def _answer(
    person: Person, database: Database, at: datetime, request_id: int, after: Callable[[Request], Request]
) -> None:
    with database.change(person, at) as change:
        found = read_teams_view(change.connection, person)
        before = _find(found, request_id)
        require(person, Right.VISIT, before.school_id)
        if request_state(before, found.visits, before.asked_on) in ("planned", "done"):
            raise Refused(Reason("request_planned_meanwhile"))
        kept = records.write_request(change, after(before))
        change.log("help_request", found.school_name(before.school_id), _logged(before), _logged(kept))


def _find(found: TeamsView, request_id: int) -> Request:
    request = next((request for request in found.requests if request.request_id == request_id), None)
    if request is None:
        raise Refused(Reason("request_withdrawn"))
    return request


def _logged(request: Request) -> dict[str, Any]:
    facts = {"kind": request.kind, "asked": request.asked, "reason": request.reason}
    return {"asked_on": request.asked_on.isoformat()} | {name: value for name, value in facts.items() if value}
