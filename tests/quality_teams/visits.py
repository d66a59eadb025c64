"""Visits, members and requests in short, for the tests."""

from datetime import date, time
from typing import Any

from planning.quality_teams.model import Member, Request, Team, TeamState, Visit, VisitState

AS_OF = date(2018, 5, 1)
A, B, C = "00AA00", "00BB00", "00CC00"
TEAM = Team(1, "Kwaliteitsteam ICT", "ICT in de klas", TeamState.ACTIVE, date(2017, 9, 1))
COACH = Member(1, 1, "i-Coach 1", hours=((2017, 40),))
OTHER = Member(2, 1, "i-Coach 2", hours=((2016, 8), (2017, 20)))


def done(school_id: str, day: date, minutes: int = 60, **more: Any) -> Visit:
    """A visit that was made."""
    return Visit(**{"visit_id": 0, "member_id": 1, "kind": "advice", "state": VisitState.DONE} | more,
                 school_id=school_id, day=day, minutes=minutes)  # fmt: skip


def planned(school_id: str, day: date, at: time | None = None, minutes: int = 60, **more: Any) -> Visit:
    """A visit to come."""
    return done(school_id, day, minutes, **{"state": VisitState.PLANNED, "at": at} | more)


def request(request_id: int, school_id: str, asked_on: date, **more: Any) -> Request:
    """A question of a school."""
    return Request(**{"kind": "advice", "asked": "Wie helpt ons?"} | more,
                   request_id=request_id, school_id=school_id, asked_on=asked_on)  # fmt: skip
