"""Visits in anybody's own calendar: one signed address a person, which they may end at any time.

Who has the address reads what its person may read, no more: school, kind of help and, in short, what was asked.
"""

import secrets
from datetime import UTC, date, datetime, timedelta
from typing import Final

from planning.core.calendar_file import Event, calendar_file
from planning.core.clock import board_day
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Person, Right, require
from planning.core.service import own_board
from planning.core.sign_in import read_feed, write_feed
from planning.core.translation import gettext as _
from planning.core.translation import language, use_language
from planning.quality_teams import records
from planning.quality_teams.model import Visit, VisitState
from planning.quality_teams.service import TeamsView, teams_view
from planning.quality_teams.words import help_name

SHORT: Final = 80
"""Signs of what was asked that go outside."""
LOOK_BACK: Final = timedelta(days=365)


def feed_token(person: Person, database: Database) -> str | None:
    """The secret part of the person's calendar address; None where they have none."""
    require(person, Right.READ)
    with database.read(person.board_id) as connection:
        serial = records.read_serial(connection, person.board_id, person.person_id)
    return None if serial is None else write_feed(person.board_id, person.person_id, serial)


def open_feed(person: Person, database: Database, at: datetime) -> str:
    """Give the person a calendar address; an earlier one ends."""
    require(person, Right.READ)
    serial = secrets.token_urlsafe(16)
    with database.change(person, at) as change:
        records.write_serial(change, person.person_id, serial)
        change.log("calendar_feed", person.name, None, {"open": True})
    return write_feed(person.board_id, person.person_id, serial)


def close_feed(person: Person, database: Database, at: datetime) -> None:
    """End the person's calendar address."""
    require(person, Right.READ)
    with database.change(person, at) as change:
        records.write_serial(change, person.person_id, None)
        change.log("calendar_feed", person.name, {"open": True}, None)


def read_calendar(token: str, database: Database, at: datetime) -> bytes | None:
    """The calendar behind an address; None where the address is not ours, was ended, or its person is gone."""
    known = read_feed(token)
    if known is None:
        return None
    board_id, person_id, serial = known
    with database.read(board_id) as connection:
        kept = records.read_serial(connection, board_id, person_id)
    person = find_person(database, board_id, person_id)
    if kept is None or person is None or not secrets.compare_digest(kept, serial) or not person.may(Right.READ):
        return None
    before = language()
    use_language(person.language or "nl")
    try:
        return visit_calendar(teams_view(person, database), person, board_day(own_board(person, database), at))
    finally:
        use_language(before)


def visit_calendar(found: TeamsView, person: Person, as_of: date) -> bytes:
    """The visits of a person as a calendar file: a coach's own, else those of every school within reach."""
    own = found.member_of(person)
    visits = found.visits_of(own) if own else found.visits
    recent = [visit for visit in visits if visit.day >= as_of - LOOK_BACK]
    return calendar_file(_("Visits of the quality team"), [_event(found, visit, person.board_id) for visit in recent])


def _event(found: TeamsView, visit: Visit, board_id: str) -> Event:
    begin = datetime.combine(visit.day, visit.at) if visit.at else visit.day
    return Event(
        uid=f"visit-{board_id}-{visit.visit_id}@vlootplan",
        start=begin,
        end=begin + timedelta(minutes=visit.minutes) if isinstance(begin, datetime) else None,
        title=f"{found.school_name(visit.school_id)} · {help_name(visit.kind)}",
        description=_shortened(visit.asked),
        last_modified=visit.changed_at or datetime.min.replace(tzinfo=UTC),
        sequence=visit.sequence,
        is_cancelled=visit.state is VisitState.CANCELLED,
    )


def _shortened(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"
