"""One call of every function about meetings of a network, in a circle where `prepare` made what they need."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final

from planning.circles.model import Sharing
from planning.core.database import Database
from planning.core.rights import Person
from planning.network import calendar_service, log_service, meeting_service, reminder_service
from planning.network.meeting_contents import (
    PREPARATION,
    STEP,
    CycleClosing,
    GuideNote,
    LearningStep,
    MeetingText,
    SectorYield,
)
from planning.network.meetings import AgendaPart, Meeting

NOW: Final = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
AGENDA: Final = (AgendaPart("Terugblik", 20),)
START: Final = Meeting(0, "Startbijeenkomst", date(2018, 5, 12), time(13, 0), "Utrecht")
FIRST: Final = Meeting(1, "Begin", date(2018, 5, 24), time(10, 0), agenda=AGENDA, warm_up="De basis is op orde")
SECOND: Final = Meeting(2, "Verder", date(2018, 6, 19), time(10, 0))
TAKEN: Final = LearningStep("Een gesprek met de directeuren", "", date(2018, 6, 14))


def prepare(guide: Person, member: Person, database: Database, circle_id: str) -> None:
    """A starting meeting, a first one, and a step that the member shares."""
    for one in (START, FIRST):
        meeting_service.save_meeting(guide, database, NOW, circle_id, one)
    meeting_service.write_for_meeting(member, database, NOW, circle_id, STEP, 1, TAKEN, level=Sharing.CIRCLE)


def _in(function: Callable[..., Any], *more: Any, **named: Any) -> Callable[[Person, Database, Any], object]:
    return lambda who, database, c: function(who, database, NOW, c.circle_id, *more, **named)


CALLS: Final[Mapping[str, Callable[[Person, Database, Any], object]]] = {
    "network.meeting_service.meetings_view": lambda who, database, c: meeting_service.meetings_view(
        who, database, c.circle_id, NOW
    ),
    "network.calendar_service.meeting_calendar": lambda who, database, c: calendar_service.meeting_calendar(
        who, database, c.circle_id, NOW
    ),
    "network.calendar_service.feed_token": lambda who, database, c: calendar_service.feed_token(who, database),
    "network.calendar_service.open_feed": lambda who, database, c: calendar_service.open_feed(who, database, NOW),
    "network.calendar_service.close_feed": lambda who, database, c: calendar_service.close_feed(who, database, NOW),
    "network.meeting_service.attend": _in(meeting_service.attend, 0, comes=True),
    "network.meeting_service.write_for_meeting": _in(
        meeting_service.write_for_meeting, PREPARATION, 1, MeetingText("Ik wil het over inkoop hebben")
    ),
    "network.meeting_service.react_to_step": _in(meeting_service.react_to_step, "11111", 1, "Begin klein"),
    "network.meeting_service.answer_warm_up": _in(meeting_service.answer_warm_up, 1, 4),
    "network.meeting_service.close_cycle": _in(meeting_service.close_cycle, CycleClosing("Zo", "Dit")),
    "network.meeting_service.give_to_sector": _in(
        meeting_service.give_to_sector, "1", SectorYield("Kaart", "Een kaart met vragen")
    ),
    "network.meeting_service.mark_read": _in(meeting_service.mark_read, ()),
    "network.meeting_service.reading_marks": lambda who, database, c: meeting_service.reading_marks(
        who, database, c.circle_id
    ),
    "network.meeting_service.save_meeting": _in(meeting_service.save_meeting, SECOND),
    "network.meeting_service.cancel_meeting": _in(meeting_service.cancel_meeting, 1),
    "network.meeting_service.set_stage": _in(meeting_service.set_stage, 1, 1),
    "network.meeting_service.write_note": lambda who, database, c: meeting_service.write_note(
        who, database, NOW, c.circle_id, "1", GuideNote(c.circle_id, "Tot dan"), Sharing.CIRCLE
    ),
    "network.reminder_service.people_reached": lambda who, database, c: reminder_service.people_reached(
        who, database, c.circle_id
    ),
    "network.reminder_service.remind": _in(reminder_service.remind, ["11111"], "Uw stap", "Schrijf haar op."),
    "network.log_service.network_log": lambda who, database, c: log_service.network_log(who, database, c.circle_id, 10),
}
