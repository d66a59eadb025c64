"""Teams, members, visits and requests, as values."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum


class TeamState(StrEnum):
    """How far a team is."""

    SETTING_UP = "setting_up"
    ACTIVE = "active"
    ENDED = "ended"


class VisitState(StrEnum):
    """What became of a visit."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Team:
    """A quality team and its theme."""

    team_id: int  # 0: still to be kept
    name: str
    theme: str = ""
    state: TeamState = TeamState.ACTIVE
    started_on: date | None = None


@dataclass(frozen=True)
class Member:
    """Somebody of a team: a person of the board, or a role alone."""

    member_id: int  # 0: still to be kept
    team_id: int
    name: str  # what the member is called on screens: "i-Coach 3"
    person_id: str | None = None
    is_active: bool = True
    hours: tuple[tuple[int, int], ...] = ()  # (first year of the school year, hours available), by year
    school_ids: frozenset[str] = frozenset()  # the schools this member serves

    def hours_in(self, school_year: int) -> int:
        """Hours available in a school year."""
        return dict(self.hours).get(school_year, 0)

    @property
    def coach(self) -> str:
        """Who this is when time is shared out: one person in two teams is still in one place at a time."""
        return self.person_id or f"member-{self.member_id}"


@dataclass(frozen=True)
class Visit:
    """A visit to a school, to come or made."""

    visit_id: int  # 0: still to be kept
    school_id: str
    member_id: int
    day: date
    minutes: int  # meant to take while planned, spent once done
    kind: str  # words.HELP
    state: VisitState = VisitState.PLANNED
    at: time | None = None  # None: that day, whatever the hour
    asked: str = ""
    competence: str | None = None  # the key of a core competence of the board
    follow_up: str = ""
    follow_up_on: date | None = None
    follow_up_done: bool = False
    request_id: int | None = None  # the request it answers
    sequence: int = 0  # times it was changed
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Request:
    """What a school asked a quality team; what became of it follows from the visits that answer it."""

    request_id: int  # 0: still to be kept
    school_id: str
    asked_on: date
    kind: str  # words.HELP
    asked: str
    declined_on: date | None = None
    reason: str = ""  # why it was declined
