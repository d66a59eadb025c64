"""What a person may read and do about the meetings of a network, and what their board writes around them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from planning.circles.contribution_service import contribute, contributions
from planning.circles.model import EXPERT_VIEWER, Contribution, MemberState, Seat, Sharing
from planning.circles.records import read_members
from planning.circles.rules import taking_part
from planning.circles.service import contributing, guiding, members, seat
from planning.core.boards import change_day
from planning.core.clock import board_day
from planning.core.database import Change, Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right
from planning.core.service import own_board
from planning.network.meeting_contents import (
    BROUGHT,
    CLOSING,
    GUIDE_NOTE,
    PREPARATION,
    SECTOR_YIELD,
    STEP,
    STEP_REACTION,
    STEP_RESULT,
    CycleClosing,
    GuideNote,
    LearningStep,
    MeetingText,
    SectorYield,
    StepResult,
    content_reasons,
    step_key,
)
from planning.network.meeting_records import (
    COUNTING,
    read_attendance,
    read_cancelled,
    read_marks,
    read_meetings,
    read_warm_up,
    remove_cancelled,
    remove_meeting,
    write_attendance,
    write_cancelled,
    write_marks,
    write_meeting,
    write_stage,
    write_warm_up,
)
from planning.network.meetings import (
    FEWEST_ANSWERS,
    STARTING,
    WARM_UP_SCALE,
    AttendanceLine,
    CancelledMeeting,
    Meeting,
    Presence,
    ReadingMark,
    Stage,
    coming,
    meeting_reasons,
    moved,
    said,
    seated,
    warm_up_is_open,
)

OF_A_MEETING: Final = {PREPARATION: MeetingText, BROUGHT: MeetingText, STEP: LearningStep, STEP_RESULT: StepResult}
"""What a board writes at each of the meetings it works in, with the class of it."""
LONGEST_AHEAD: Final = timedelta(days=730)


@dataclass(frozen=True)
class WarmUp:
    """How a board stands to a warm-up question, and what all said together once that is told."""

    own: int | None
    answered: int  # how many did
    is_open: bool
    counts: tuple[int, ...] | None  # by WARM_UP_SCALE; None while it is open, and of too few


@dataclass(frozen=True)
class MeetingsView:
    """The meetings that somebody may know of, and who comes to them."""

    meetings: tuple[Meeting, ...]
    attendance: tuple[AttendanceLine, ...]  # of everybody for who is in; of a board that is not in yet, only its own
    taken: dict[int, int]  # places that boards have, by meeting
    warm_ups: dict[int, WarmUp]

    def meeting(self, number: int) -> Meeting:
        """One of them. LookupError where there is none of that number."""
        found = next((one for one in self.meetings if one.number == number), None)
        if found is None:
            raise LookupError(number)
        return found

    def places_left(self, meeting: Meeting) -> int | None:
        """Places that nobody has yet; None without a limit."""
        return None if meeting.places is None else max(0, meeting.places - self.taken.get(meeting.number, 0))

    def line(self, number: int, member: str) -> AttendanceLine | None:
        """What a board said about coming."""
        return next((one for one in self.attendance if (one.number, one.member) == (number, member)), None)


def meetings_view(person: Person, database: Database, network_id: str, at: datetime) -> MeetingsView:
    """The meetings of a network, for who is in it; a board that is invited or waits knows of the starting meeting.

    A board that left or declined knows of none. LookupError outside the network.
    """
    here = seat(person, database, network_id)
    if not knows_all(here) and here.standing not in (MemberState.INVITED, MemberState.WAITING):
        return MeetingsView((), (), {}, {})
    today = board_day(own_board(person, database), at)
    with database.read(network_id, here.viewer) as connection:
        found = read_meetings(connection, network_id)
        attendance = read_attendance(connection, network_id)
        inside = [one.board_id for one in taking_part(read_members(connection, network_id))]
    taken = {one.number: len(said(attendance, one.number, Presence.COMES)) for one in found}
    if not knows_all(here):
        own = tuple(one for one in attendance if one.member == here.viewer and one.number == STARTING)
        starting = tuple(replace(one, stage=None, roles={}) for one in found if one.number == STARTING)
        return MeetingsView(starting, own, {STARTING: taken.get(STARTING, 0)}, {})
    answers = _answers(database, network_id) if any(one.warm_up for one in found) else {}
    warm_ups = {
        one.number: _warm_up(here, one, today, _expected(one, inside, attendance), answers.get(one.number, {}))
        for one in found
        if one.warm_up
    }
    return MeetingsView(found, attendance, taken, warm_ups)


def save_meeting(person: Person, database: Database, at: datetime, network_id: str, new: Meeting) -> Meeting | None:
    """Set a meeting, or change it; returns it as it was. The facilitator does. Raises Refused.

    Who waits for a place comes in where there are more.
    """
    guide = guiding(person, database, network_id)
    refuse(meeting_reasons(new))
    with database.change(guide, at) as change:
        known = read_meetings(change.connection, network_id)
        before = next((one for one in known if one.number == new.number), None)
        if (outside := set(new.roles.values()) - set(_inside(change))) - set(before.roles.values() if before else ()):
            raise Refused(Reason("role_outside_network", None, {"number": min(outside)[:5]}))
        off = next((one for one in read_cancelled(change.connection, network_id) if one.number == new.number), None)
        raised = before.sequence + moved(before, new) if before else off.sequence + 1 if off else 0
        stage = before.stage if before and before.stage and before.stage.part <= len(new.agenda) else None
        write_meeting(change, replace(new, stage=stage, sequence=raised, changed_at=at))
        remove_cancelled(change, new.number)
        _seat_the_next(change, new)
        change.log("network_meeting", str(new.number), before and _facts(before), _facts(new))
    return before


def cancel_meeting(person: Person, database: Database, at: datetime, network_id: str, number: int) -> Meeting:
    """Take a meeting off, with who would come; returns it. The facilitator does. LookupError without one.

    Calendars that subscribed are told that it is cancelled.
    """
    guide = guiding(person, database, network_id)
    with database.change(guide, at) as change:
        before = _meeting(change, number)
        remove_meeting(change, number)
        facts = (before.theme, before.day, before.begins, before.minutes, before.place)
        write_cancelled(change, CancelledMeeting(number, *facts, before.sequence + 1, at))
        change.log("network_meeting", str(number), _facts(before), None)
    return before


def attend(
    person: Person,
    database: Database,
    at: datetime,
    network_id: str,
    number: int,
    *,
    comes: bool,
    member: str | None = None,
) -> Presence:
    """Say for one's board whether it comes to a meeting; returns how it stands then. Raises Refused.

    The facilitator says it for a `member` that phoned. A board that is only invited says so of the starting meeting.
    Where all places are taken it waits; a place that comes free is for who waits longest.
    """
    here = seat(person, database, network_id)
    if member is not None and not here.is_guide:
        raise NotAllowed(person, Right.GUIDE)
    if member is None and (here.is_guide or not _may_sign_up(here, number)):
        raise NotAllowed(person, Right.TOGETHER)
    who = member or here.viewer
    with database.change(here, at) as change:
        meeting = _meeting(change, number)
        names = {one.board_id: one.name for one in read_members(change.connection, network_id)}
        if who not in names:
            raise LookupError(who)
        if meeting.day < change_day(change):
            raise Refused(Reason("meeting_is_over", None, {"day": meeting.day}))
        known = read_attendance(change.connection, network_id)
        before = next((one for one in known if (one.number, one.member) == (number, who)), None)
        if before is not None and comes is not (before.presence is Presence.ABSENT):
            change.is_preview = True  # nothing to keep: a place in the row is not lost by saying again that one comes
            return before.presence
        presence = coming(meeting, known, who) if comes else Presence.ABSENT
        write_attendance(change, AttendanceLine(number, who, presence, at, here.name))
        told = {"number": number, "presence": presence}
        change.log("meeting_attendance", names[who], before and {"number": number, "presence": before.presence}, told)
        _seat_the_next(change, meeting)
    return presence


def set_stage(person: Person, database: Database, at: datetime, network_id: str, number: int, part: int | None) -> None:
    """Let everybody be at this part of the agenda now; None ends it: each goes at their own pace again.

    The facilitator does. LookupError where the meeting has no such part.
    """
    guide = guiding(person, database, network_id)
    with database.change(guide, at) as change:
        meeting = _meeting(change, number)
        if part is not None and not 1 <= part <= len(meeting.agenda):
            raise LookupError(part)
        write_stage(change, number, None if part is None else Stage(part, at))
        before = meeting.stage and {"part": meeting.agenda[meeting.stage.part - 1].title}
        change.log("meeting_stage", str(number), before, part and {"part": meeting.agenda[part - 1].title})


def answer_warm_up(person: Person, database: Database, at: datetime, network_id: str, number: int, answer: int) -> None:
    """Answer the warm-up question of a meeting, for one's board. Raises Refused once it is told what all said."""
    here = _speaking(person, database, network_id)
    if answer not in WARM_UP_SCALE:
        raise ValueError(answer)
    answers = _answers(database, network_id).get(number, {})
    with database.change(here, at) as change:
        meeting = _meeting(change, number)
        expected = _expected(meeting, _inside(change), read_attendance(change.connection, network_id))
        if not warm_up_is_open(meeting, change_day(change), expected, answers):
            raise Refused(Reason("warm_up_is_over"))
        write_warm_up(change, number, here.viewer, answer)
        change.log("warm_up", str(number), None, {})  # which answer it was is nobody's to read back


def write_for_meeting(
    person: Person,
    database: Database,
    at: datetime,
    network_id: str,
    kind: str,
    number: int,
    content: MeetingText | LearningStep | StepResult,
    *,
    level: Sharing | None = None,
) -> Contribution:
    """Keep what a board writes for a meeting: a kind of OF_A_MEETING. Raises Refused; LookupError without a meeting."""
    here = _speaking(person, database, network_id)
    if not isinstance(content, OF_A_MEETING[kind]):
        raise TypeError(kind)
    with database.read(network_id, here.viewer) as connection:
        held = next((one for one in read_meetings(connection, network_id) if one.number == number), None)
    if held is None:
        raise LookupError(number)
    reasons = content_reasons(content)
    if isinstance(content, LearningStep) and not held.day <= content.before <= held.day + LONGEST_AHEAD:
        reasons.append(Reason("step_day_out_of_range", "before", {"day": held.day}))
    refuse(reasons)
    return contribute(person, database, at, network_id, kind, str(number), content, level=level)


def react_to_step(
    person: Person,
    database: Database,
    at: datetime,
    network_id: str,
    owner: str,
    number: int,
    text: str,
    *,
    level: Sharing = Sharing.CIRCLE,
) -> Contribution:
    """Mirror the step of another board: it sees the text, and at CIRCLE those who wrote on that step as well.

    Raises Refused; LookupError where the step is not shared with this board, or is its own.
    """
    here = _speaking(person, database, network_id)
    content = MeetingText(text)
    refuse(content_reasons(content))
    steps = {(one.owner, one.key) for one in contributions(person, database, network_id, STEP)}
    if (owner, str(number)) not in steps or owner == here.viewer:
        raise LookupError(owner, number)
    key = step_key(owner, number)
    shared = max(level, Sharing.GUIDE, key=list(Sharing).index)  # a reaction that only its writer sees is none
    return contribute(person, database, at, network_id, STEP_REACTION, key, content, level=shared, addressee=owner)


def close_cycle(
    person: Person,
    database: Database,
    at: datetime,
    network_id: str,
    closing: CycleClosing,
    *,
    level: Sharing | None = None,
) -> Contribution:
    """End a cycle with the answer in own words. Raises Refused."""
    _speaking(person, database, network_id)
    refuse(content_reasons(closing))
    return contribute(person, database, at, network_id, CLOSING, "", closing, level=level)


def give_to_sector(
    person: Person,
    database: Database,
    at: datetime,
    network_id: str,
    key: str,
    given: SectorYield,
    *,
    level: Sharing | None = None,
) -> Contribution:
    """Keep something that others can use; at PUBLIC every board of the installation sees it. Raises Refused."""
    _speaking(person, database, network_id)
    refuse(content_reasons(given))
    return contribute(person, database, at, network_id, SECTOR_YIELD, key, given, level=level)


def write_note(
    person: Person, database: Database, at: datetime, network_id: str, key: str, note: GuideNote, level: Sharing
) -> Contribution:
    """Keep a note of the facilitator: OWN for itself, GUIDE for the board it is about, CIRCLE for all. Raises Refused.

    LookupError where it is about a board that is not in.
    """
    guide = guiding(person, database, network_id)
    refuse(content_reasons(note))
    if note.about != network_id and note.about not in {
        one.board_id for one in taking_part(members(person, database, network_id))
    }:
        raise LookupError(note.about)
    addressee = None if note.about == guide.viewer else note.about
    return contribute(person, database, at, network_id, GUIDE_NOTE, key, note, level=level, addressee=addressee)


def mark_read(person: Person, database: Database, at: datetime, network_id: str, found: Iterable[Contribution]) -> None:
    """Keep that these stood before one's board, or before the facilitator; of what is kept already nothing is done."""
    here = seat(person, database, network_id)
    if here.may_contribute:
        write_marks(database, at, network_id, here.viewer, found)


def reading_marks(person: Person, database: Database, network_id: str) -> tuple[ReadingMark, ...]:
    """Who read what: all of it for the facilitator; a board knows of its own reading, and of who read what is its own.

    LookupError outside the network.
    """
    here = seat(person, database, network_id)
    if not (here.is_guide or here.is_member):
        return ()
    with database.read(network_id, here.viewer) as connection:
        found = read_marks(connection, network_id)
    return tuple(one for one in found if here.is_guide or here.viewer in (one.reader, one.owner))


def knows_all(here: Seat) -> bool:
    """Whether somebody knows of all meetings of a network."""
    return here.is_guide or here.is_member or here.viewer == EXPERT_VIEWER


def _may_sign_up(here: Seat, number: int) -> bool:
    if not here.person.may(Right.TOGETHER):
        return False
    invited = here.standing in (MemberState.INVITED, MemberState.WAITING)
    return here.is_member or (invited and number == STARTING)


def _speaking(person: Person, database: Database, network_id: str) -> Seat:
    """The seat of who speaks for a board that takes part. Raises NotAllowed to the facilitator as well."""
    here = contributing(person, database, network_id)
    if here.is_guide:
        raise NotAllowed(person, Right.TOGETHER)
    return here


def _meeting(change: Change, number: int) -> Meeting:
    found = next((one for one in read_meetings(change.connection, change.board_id) if one.number == number), None)
    if found is None:
        raise LookupError(number)
    return found


def _inside(change: Change) -> list[str]:
    return [one.board_id for one in taking_part(read_members(change.connection, change.board_id))]


def _answers(database: Database, network_id: str) -> dict[int, dict[str, int]]:
    """All answers, to be counted: who asks is told the own one and how many there are (WarmUp)."""
    with database.read(network_id, COUNTING) as connection:
        return read_warm_up(connection, network_id)


def _expected(meeting: Meeting, inside: Iterable[str], attendance: Iterable[AttendanceLine]) -> set[str]:
    return set(inside) - {one.member for one in said(attendance, meeting.number, Presence.ABSENT)}


def _seat_the_next(change: Change, meeting: Meeting) -> None:
    """Give who waits a place that came free."""
    names = {one.board_id: one.name for one in read_members(change.connection, change.board_id)}
    for line in seated(meeting, read_attendance(change.connection, change.board_id)):
        write_attendance(change, line)
        told = {"number": meeting.number, "presence": Presence.COMES}
        change.log("meeting_attendance", names[line.member], told | {"presence": Presence.WAITS}, told)


def _warm_up(here: Seat, meeting: Meeting, day: date, expected: set[str], answers: dict[str, int]) -> WarmUp:
    is_open = warm_up_is_open(meeting, day, expected, answers)
    told = not is_open and len(answers) >= FEWEST_ANSWERS
    counts = tuple(list(answers.values()).count(one) for one in WARM_UP_SCALE)
    return WarmUp(answers.get(here.viewer), len(answers), is_open, counts if told else None)


def _facts(meeting: Meeting) -> dict[str, object]:
    return {
        "theme": meeting.theme,
        "day": meeting.day.isoformat(),
        "begins": meeting.begins.isoformat("minutes"),
        "place": meeting.place,
        "expert": meeting.expert,
    }
