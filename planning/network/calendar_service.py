"""Meetings in anybody's own calendar: as a file, or by one signed address a person, which they may end at any time.

Who has the address reads when and where the meetings are of all networks that its person has to do with, no more.
"""

import secrets
from datetime import datetime, timedelta

from planning.circles.service import circles_of, elsewhere, seat
from planning.core.boards import Kind
from planning.core.calendar_file import Event, calendar_file
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import NotAllowed, Person, Right
from planning.core.sign_in import read_feed, write_feed
from planning.core.translation import gettext as _
from planning.core.translation import language, use_language
from planning.network.meeting_records import read_cancelled, read_serial, write_serial
from planning.network.meeting_service import knows_all, meetings_view
from planning.network.meetings import CancelledMeeting, Meeting


def meeting_calendar(person: Person, database: Database, network_id: str, at: datetime) -> bytes:
    """The meetings of a network that somebody may know of, as an iCalendar file. LookupError outside the network."""
    return calendar_file(seat(person, database, network_id).circle.name, _events(person, database, network_id, at))


def feed_token(person: Person, database: Database) -> str | None:
    """The secret part of the person's address; None where they have none. Raises NotAllowed to who has no networks."""
    _require(person)
    with database.read(person.board_id) as connection:
        serial = read_serial(connection, person.board_id, person.person_id)
    return None if serial is None else write_feed(person.board_id, person.person_id, serial)


def open_feed(person: Person, database: Database, at: datetime) -> str:
    """Give the person an address; an earlier one ends. Raises NotAllowed as feed_token does."""
    _require(person)
    serial = secrets.token_urlsafe(16)
    with database.change(person, at) as change:
        write_serial(change, person.person_id, serial)
        change.log("calendar_feed", person.name, None, {"open": True})
    return write_feed(person.board_id, person.person_id, serial)


def close_feed(person: Person, database: Database, at: datetime) -> None:
    """End the person's address. Raises NotAllowed as feed_token does."""
    _require(person)
    with database.change(person, at) as change:
        write_serial(change, person.person_id, None)
        change.log("calendar_feed", person.name, {"open": True}, None)


def read_meetings_feed(token: str, database: Database, at: datetime) -> bytes | None:
    """The calendar behind an address; None where the address is not ours, was ended, or its person is gone."""
    known = read_feed(token)
    if known is None:
        return None
    board_id, person_id, serial = known
    with database.read(board_id) as connection:
        kept = read_serial(connection, board_id, person_id)
    person = find_person(database, board_id, person_id)
    if kept is None or person is None or not secrets.compare_digest(kept, serial) or not _has_networks(person):
        return None
    before = language()
    use_language(person.language or "nl")
    try:
        return calendar_file(_("Meetings of the learning network"), _everywhere(person, database, at))
    finally:
        use_language(before)


def _everywhere(person: Person, database: Database, at: datetime) -> list[Event]:
    """The meetings of every network of a person, of their other boards and seats too; each once."""
    found: dict[str, Event] = {}
    for one in (person, *elsewhere(person, database)):
        for here in circles_of(one, database, Kind.NETWORK):
            events = _events(one, database, here.circle.circle_id, at)
            found |= {event.uid: event for event in events if event.uid not in found}
    return list(found.values())


def _events(person: Person, database: Database, network_id: str, at: datetime) -> list[Event]:
    here = seat(person, database, network_id)
    name = here.circle.name
    events = [_event(network_id, name, one) for one in meetings_view(person, database, network_id, at).meetings]
    if knows_all(here):
        with database.read(network_id, here.viewer) as connection:
            events += [_cancelled(network_id, name, one) for one in read_cancelled(connection, network_id)]
    return events


def _event(network_id: str, name: str, meeting: Meeting) -> Event:
    expert = [_("Expert: {expert}").format(expert=meeting.expert)] if meeting.expert else []
    return Event(
        uid=_uid(network_id, meeting.number),
        start=datetime.combine(meeting.day, meeting.begins),
        end=meeting.ends,
        title=_title(meeting.theme, meeting.place),
        description="\n".join([name, *expert, *(f"{part.minutes}′ {part.title}" for part in meeting.agenda)]),
        last_modified=meeting.changed_at,
        sequence=meeting.sequence,
    )


def _cancelled(network_id: str, name: str, off: CancelledMeeting) -> Event:
    begin = datetime.combine(off.day, off.begins)
    return Event(
        uid=_uid(network_id, off.number),
        start=begin,
        end=begin + timedelta(minutes=off.minutes),
        title=_title(off.theme, off.place),
        description=name,
        last_modified=off.changed_at,
        sequence=off.sequence,
        is_cancelled=True,
    )


def _uid(network_id: str, number: int) -> str:
    return f"meeting-{network_id}-{number}@vlootplan"


def _title(theme: str, place: str) -> str:
    return f"{theme} · {place}" if place else theme


def _has_networks(person: Person) -> bool:
    return person.may(Right.TOGETHER) or person.may(Right.LOOK_IN)


def _require(person: Person) -> None:
    if not _has_networks(person):
        raise NotAllowed(person, Right.TOGETHER)
