"""The meetings of a network: when and where, who does what, a timed agenda, and the part that everybody is at. Pure.

Number 0 is the starting meeting, to which boards sign up; 1 to 5 are those in which they work on their questions.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from planning.core.refusal import Reason, Refused
from planning.core.translation import N_

STARTING: Final = 0
LAST_NUMBER: Final = 5
LONGEST_LINE: Final = 120
MOST_PARTS: Final = 30
LONGEST_PART: Final = 240  # minutes
FEWEST_ANSWERS: Final = 3
"""Of fewer answers to a warm-up question nothing is told: each would be known by name."""
WARM_UP_SCALE: Final = (1, 2, 3, 4, 5)
_FORGOTTEN: Final = timedelta(hours=6)
_NEVER: Final = datetime.min.replace(tzinfo=UTC)
_HALF_DAY: Final = 150  # minutes, where there is no agenda: 10.00 to 12.30


class MeetingRole(StrEnum):
    """What one of the boards does at a meeting; the roles go round."""

    BRINGS_IN = "brings_in"
    LEADS = "leads"
    NOTES = "notes"
    OBSERVES = "observes"


ROLE_TITLES: Final = {
    MeetingRole.BRINGS_IN: N_("brings in"),
    MeetingRole.LEADS: N_("leads"),
    MeetingRole.NOTES: N_("notes"),
    MeetingRole.OBSERVES: N_("observes"),
}


class Presence(StrEnum):
    """What a board said about coming."""

    COMES = "comes"
    WAITS = "waits"  # no place is left at the starting meeting
    ABSENT = "absent"


@dataclass(frozen=True)
class AgendaPart:
    """A part of a meeting."""

    title: str
    minutes: int
    about: str = ""  # what happens in it, in a sentence or two


@dataclass(frozen=True)
class Stage:
    """The part at which everybody is, and since when."""

    part: int  # from 1
    since: datetime

    def elapsed(self, at: datetime) -> timedelta:
        """How long it goes on by now."""
        return max(at - self.since, timedelta())

    def is_running(self, at: datetime) -> bool:
        """Whether it still holds: nobody meets for six hours, so then it was left on."""
        return at - self.since < _FORGOTTEN


@dataclass(frozen=True)
class Meeting:
    """A meeting of a network."""

    number: int
    theme: str
    day: date
    begins: time
    place: str = ""  # "" is not known yet
    expert: str = ""  # who joins, by name and from where
    agenda: tuple[AgendaPart, ...] = ()
    roles: Mapping[MeetingRole, str] = field(default_factory=dict)  # boards, by role
    places: int | None = None  # boards that can come; None is no limit
    warm_up: str = ""  # a statement that each answers from 1 to 5 beforehand
    stage: Stage | None = None
    sequence: int = 0  # raised when it moves, for calendars
    changed_at: datetime = _NEVER

    @property
    def minutes(self) -> int:
        """How long its agenda takes."""
        return sum(part.minutes for part in self.agenda) or _HALF_DAY

    @property
    def ends(self) -> datetime:
        """When its agenda ends, as clocks in the Netherlands show it."""
        return datetime.combine(self.day, self.begins) + timedelta(minutes=self.minutes)


@dataclass(frozen=True)
class CancelledMeeting:
    """A meeting that was taken off, as calendars that know of it are to be told."""

    number: int
    theme: str
    day: date
    begins: time
    minutes: int
    place: str
    sequence: int
    changed_at: datetime


@dataclass(frozen=True)
class AttendanceLine:
    """What a board said about coming to a meeting; who said so first has the first place."""

    number: int
    member: str
    presence: Presence
    at: datetime
    by: str


@dataclass(frozen=True)
class ReadingMark:
    """That a board, or the facilitator, had something before it: which version, and when first."""

    reader: str
    owner: str
    kind: str
    key: str
    version: int
    at: datetime


@dataclass(frozen=True)
class RoleHolder:
    """Who does what at a meeting: the board whose turn it is, or who stands in for it."""

    board: str | None  # None: nobody of the boards is free, so the facilitator does it
    instead_of: str | None = None


def schedule(meeting: Meeting) -> tuple[tuple[time, AgendaPart], ...]:
    """The agenda with the time at which each part begins."""
    begin = datetime.combine(meeting.day, meeting.begins)
    timed = []
    for part in meeting.agenda:
        timed.append((begin.time(), part))
        begin += timedelta(minutes=part.minutes)
    return tuple(timed)


def next_meeting(meetings: Iterable[Meeting], day: date) -> Meeting | None:
    """The first meeting that is not over on a day: on its own day it is still the next."""
    return min((one for one in meetings if one.day >= day), key=_by_day, default=None)


def last_meeting(meetings: Iterable[Meeting], day: date) -> Meeting | None:
    """The meeting that was last held before a day."""
    return max((one for one in meetings if one.day < day), key=_by_day, default=None)


def rotated(order: Sequence[str], number: int) -> dict[MeetingRole, str]:
    """The roles of a meeting, each to the next board at the next meeting; `order` is that in which they came in."""
    if not order or number == STARTING:
        return {}
    return {role: order[(number - 1 + place) % len(order)] for place, role in enumerate(MeetingRole)}


def holders(
    meeting: Meeting, order: Sequence[str], attendance: Iterable[AttendanceLine]
) -> dict[MeetingRole, RoleHolder]:
    """Who does what, now that some said they do not come.

    The role of who is absent goes to the next board in order that comes and has no role yet, else to the facilitator.
    """
    absent = {one.member for one in attendance if one.number == meeting.number and one.presence is Presence.ABSENT}
    absent |= set(meeting.roles.values()) - set(order)  # who left
    busy = {board for board in meeting.roles.values() if board not in absent}
    found = {}
    for role in MeetingRole:
        board = meeting.roles.get(role)
        if board is None:
            continue
        if board not in absent:
            found[role] = RoleHolder(board)
            continue
        start = order.index(board) + 1 if board in order else 0
        free = [one for one in [*order[start:], *order[:start]] if one not in absent | busy]
        found[role] = RoleHolder(free[0] if free else None, board)
        busy |= set(free[:1])
    return found


def said(attendance: Iterable[AttendanceLine], number: int, *wanted: Presence) -> tuple[AttendanceLine, ...]:
    """The boards that said so of a meeting, who said so first first."""
    found = (one for one in attendance if one.number == number and one.presence in wanted)
    return tuple(sorted(found, key=lambda one: (one.at, one.member)))


def seats_left(meeting: Meeting, attendance: Iterable[AttendanceLine]) -> int | None:
    """Places that nobody has yet; None without a limit."""
    if meeting.places is None:
        return None
    return max(0, meeting.places - len(said(attendance, meeting.number, Presence.COMES)))


def coming(meeting: Meeting, attendance: Sequence[AttendanceLine], member: str) -> Presence:
    """How it stands with who says to come: a place, or the waiting list where all are taken or others wait already."""
    others = [one for one in attendance if one.member != member]
    is_full = seats_left(meeting, others) == 0 or bool(said(others, meeting.number, Presence.WAITS))
    return Presence.WAITS if is_full else Presence.COMES


def seated(meeting: Meeting, attendance: Sequence[AttendanceLine]) -> tuple[AttendanceLine, ...]:
    """Who gets a place from the waiting list, now that there are some."""
    waiting = said(attendance, meeting.number, Presence.WAITS)
    left = seats_left(meeting, attendance)
    return tuple(replace(one, presence=Presence.COMES) for one in (waiting if left is None else waiting[:left]))


def meeting_reasons(new: Meeting) -> list[Reason]:
    """Why a meeting cannot be so."""
    reasons = []
    if not STARTING <= new.number <= LAST_NUMBER:
        reasons.append(Reason("meeting_number_out_of_range", "number", {"read": new.number}))
    if not new.theme.strip():
        reasons.append(Reason("meeting_without_theme", "theme"))
    reasons += [
        Reason("meeting_text_too_long", name, {"n": LONGEST_LINE})
        for name in ("theme", "place", "expert", "warm_up")
        if len(getattr(new, name)) > LONGEST_LINE
    ]
    if new.places is not None and not 1 <= new.places <= 200:
        reasons.append(Reason("seats_out_of_range", "places", {"read": new.places}))
    return reasons


def read_agenda(text: str, known: Iterable[AgendaPart] = ()) -> tuple[AgendaPart, ...]:
    """An agenda written line by line, minutes first: "10 Terugblik". Raises Refused for all lines that are not so.

    What happens in a part is kept from the `known` part of the same title.
    """
    about = {part.title: part.about for part in known}
    parts, reasons = [], []
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for place, line in enumerate(lines, 1):
        minutes, _space, title = line.partition(" ")
        minutes, title = minutes.rstrip("'’′").strip(), title.strip()[:LONGEST_LINE]
        if not (minutes.isdecimal() and len(minutes) < 4 and 1 <= int(minutes) <= LONGEST_PART and title):
            reasons.append(Reason("agenda_line_unreadable", "agenda", {"line": place, "read": line[:40]}))
        else:
            parts.append(AgendaPart(title, int(minutes), about.get(title, "")))
    if len(lines) > MOST_PARTS:
        reasons.append(Reason("agenda_too_long", "agenda", {"n": MOST_PARTS, "read": len(lines)}))
    if reasons:
        raise Refused(*reasons)
    return tuple(parts)


def agenda_text(agenda: Iterable[AgendaPart]) -> str:
    """An agenda as read_agenda reads it."""
    return "\n".join(f"{part.minutes} {part.title}" for part in agenda)


def moved(before: Meeting, after: Meeting) -> bool:
    """Whether a calendar has to show it otherwise."""
    shown = ("day", "begins", "place", "theme", "minutes")
    return any(getattr(before, name) != getattr(after, name) for name in shown)


def warm_up_is_open(meeting: Meeting, day: date, expected: Collection[str], answered: Collection[str]) -> bool:
    """Whether a warm-up question can still be answered: until its meeting is over, or all who come have done so.

    Nothing is told before: who looked at three answers, and then at four, would know the fourth.
    """
    return bool(meeting.warm_up) and day <= meeting.day and not set(expected) <= set(answered)


def _by_day(meeting: Meeting) -> tuple[date, int]:
    return meeting.day, meeting.number
