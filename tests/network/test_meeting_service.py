"""Meetings, steps and what others say to them, as boards and facilitator do it; on both engines."""

from datetime import date, datetime, time, timedelta
from io import BytesIO

import icalendar
import pytest

from planning.circles import service as circles
from planning.circles.contribution_service import contributions, share
from planning.circles.model import Sharing
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Person
from planning.network import calendar_service
from planning.network import meeting_service as service
from planning.network.log_service import network_log
from planning.network.meeting_contents import (
    PREPARATION,
    STEP,
    STEP_REACTION,
    GuideNote,
    LearningStep,
    MeetingText,
)
from planning.network.meetings import AgendaPart, Meeting, MeetingRole, Presence
from tests.conftest import NOW
from tests.network.conftest import Network

DAY = date(2018, 5, 24)
START = Meeting(0, "Startbijeenkomst", date(2018, 5, 12), time(13, 0), "Utrecht", places=2)
FIRST = Meeting(
    1,
    "Start en situatieschets",
    DAY,
    time(10, 0),
    "Utrecht",
    "Eva Expert",
    (AgendaPart("Terugblik", 20), AgendaPart("Inbrengen", 10)),
)
SOON = LearningStep("Met de directeuren bepalen wat leraren kunnen", "de directeuren", date(2018, 6, 14))


@pytest.fixture
def meetings(network: Network) -> Network:
    """The network with its starting meeting and its first."""
    for one in (START, FIRST):
        service.save_meeting(network.guide, network.database, NOW, network.network_id, one)
    return network


def view(network: Network, who: Person) -> service.MeetingsView:
    return service.meetings_view(who, network.database, network.network_id, NOW)


def comes(network: Network, who: Person, number: int, *, yes: bool = True, minutes: int = 0) -> Presence:
    at = NOW + timedelta(minutes=minutes)
    return service.attend(who, network.database, at, network.network_id, number, comes=yes)


def step(network: Network, who: Person, level: Sharing = Sharing.CIRCLE) -> None:
    service.write_for_meeting(who, network.database, NOW, network.network_id, STEP, 1, SOON, level=level)


def react(network: Network, who: Person, owner: Person, text: str) -> None:
    service.react_to_step(who, network.database, NOW, network.network_id, owner.board_id, 1, text)


def reactions(network: Network, who: Person) -> set[str]:
    found = contributions(who, network.database, network.network_id, STEP_REACTION)
    return {one.content.text for one in found if isinstance(one.content, MeetingText)}


def test_who_is_in_knows_of_all_meetings_and_who_is_invited_of_the_first(meetings: Network) -> None:
    circles.invite(meetings.guide, meetings.database, NOW, meetings.network_id, ["44444"])
    numbers = {
        who: [one.number for one in view(meetings, getattr(meetings, who)).meetings]
        for who in ("own", "guide", "expert", "outsider", "former")
    }
    assert numbers == {"own": [0, 1], "guide": [0, 1], "expert": [0, 1], "outsider": [0], "former": []}


def test_only_the_facilitator_sets_meetings_and_the_part_that_is_on(meetings: Network) -> None:
    for who in (meetings.own, meetings.expert):
        with pytest.raises(NotAllowed):
            service.save_meeting(who, meetings.database, NOW, meetings.network_id, FIRST)
        with pytest.raises(NotAllowed):
            service.set_stage(who, meetings.database, NOW, meetings.network_id, 1, 1)
        with pytest.raises(NotAllowed):
            service.cancel_meeting(who, meetings.database, NOW, meetings.network_id, 1)


def test_everybody_is_at_the_part_that_the_facilitator_chose(meetings: Network) -> None:
    service.set_stage(meetings.guide, meetings.database, NOW, meetings.network_id, 1, 2)
    stage = view(meetings, meetings.own).meeting(1).stage
    assert stage is not None
    assert (stage.part, stage.since) == (2, NOW)
    with pytest.raises(LookupError):
        service.set_stage(meetings.guide, meetings.database, NOW, meetings.network_id, 1, 3)
    service.set_stage(meetings.guide, meetings.database, NOW, meetings.network_id, 1, None)
    assert view(meetings, meetings.own).meeting(1).stage is None


def test_a_meeting_stays_at_its_part_when_its_place_becomes_known(meetings: Network) -> None:
    service.set_stage(meetings.guide, meetings.database, NOW, meetings.network_id, 1, 2)
    kept = view(meetings, meetings.guide).meeting(1)
    service.save_meeting(meetings.guide, meetings.database, NOW, meetings.network_id, kept)
    assert view(meetings, meetings.guide).meeting(1).stage == kept.stage


def test_a_role_is_of_a_board_that_takes_part(meetings: Network) -> None:
    wrong = Meeting(2, "Twee", DAY, time(10, 0), roles={MeetingRole.LEADS: "44444"})
    with pytest.raises(Refused, match="role_outside_network"):
        service.save_meeting(meetings.guide, meetings.database, NOW, meetings.network_id, wrong)


def test_places_at_the_starting_meeting_go_in_order_of_sign_up(meetings: Network) -> None:
    circles.invite(meetings.guide, meetings.database, NOW, meetings.network_id, ["44444"])
    assert comes(meetings, meetings.own, 0) is Presence.COMES
    assert comes(meetings, meetings.outsider, 0, minutes=1) is Presence.COMES
    assert comes(meetings, meetings.other, 0, minutes=2) is Presence.WAITS
    assert comes(meetings, meetings.own, 0, minutes=3) is Presence.COMES  # once more: nothing changes
    seen = view(meetings, meetings.outsider)
    assert seen.places_left(seen.meeting(0)) == 0
    assert [one.member for one in seen.attendance] == ["44444"]
    comes(meetings, meetings.own, 0, yes=False, minutes=4)
    line = view(meetings, meetings.other).line(0, "22222")
    assert line is not None
    assert line.presence is Presence.COMES


def test_a_board_that_is_only_invited_signs_up_for_the_starting_meeting_alone(meetings: Network) -> None:
    circles.invite(meetings.guide, meetings.database, NOW, meetings.network_id, ["44444"])
    with pytest.raises(NotAllowed):
        comes(meetings, meetings.outsider, 1)
    with pytest.raises(NotAllowed):
        comes(meetings, meetings.former, 0)
    with pytest.raises(NotAllowed):
        comes(meetings, meetings.expert, 0)


def test_the_facilitator_says_for_a_board_that_phoned_and_no_board_for_another(meetings: Network) -> None:
    args = (meetings.database, NOW, meetings.network_id, 1)
    assert service.attend(meetings.guide, *args, comes=False, member="22222") is Presence.ABSENT
    with pytest.raises(NotAllowed):
        service.attend(meetings.own, *args, comes=True, member="22222")


def test_nobody_signs_up_for_a_meeting_that_is_over(meetings: Network) -> None:
    past = Meeting(2, "Voorbij", date(2018, 4, 1), time(10, 0))
    service.save_meeting(meetings.guide, meetings.database, NOW, meetings.network_id, past)
    with pytest.raises(Refused, match="meeting_is_over"):
        comes(meetings, meetings.own, 2)


def test_a_calendar_shows_each_meeting_once_and_where_it_moved(meetings: Network) -> None:
    later = Meeting(1, FIRST.theme, date(2018, 5, 31), time(10, 0), "Horst", agenda=FIRST.agenda)
    service.save_meeting(meetings.guide, meetings.database, NOW, meetings.network_id, later)
    content = calendar_service.meeting_calendar(meetings.own, meetings.database, meetings.network_id, NOW)
    events = {
        str(event["uid"]): event for event in icalendar.Calendar.from_ical(BytesIO(content).read()).walk("VEVENT")
    }
    assert len(events) == 2
    event = events[f"meeting-{meetings.network_id}-1@vlootplan"]
    assert event["summary"] == "Start en situatieschets · Horst"
    assert (event["dtstart"].dt, event["sequence"]) == (datetime(2018, 5, 31, 8, 0, tzinfo=NOW.tzinfo), 1)


def test_a_step_has_words_and_a_day_after_its_meeting(meetings: Network) -> None:
    for wrong, code in (
        (LearningStep(" ", "", date(2018, 6, 14)), "network_text_missing"),
        (LearningStep("Iets", "", date(2018, 5, 1)), "step_day_out_of_range"),
    ):
        with pytest.raises(Refused, match=code):
            service.write_for_meeting(meetings.own, meetings.database, NOW, meetings.network_id, STEP, 1, wrong)


def test_the_facilitator_and_an_expert_write_no_preparation(meetings: Network) -> None:
    for who in (meetings.guide, meetings.expert):
        with pytest.raises(NotAllowed):
            service.write_for_meeting(
                who, meetings.database, NOW, meetings.network_id, PREPARATION, 1, MeetingText("Hoi")
            )


def test_reactions_on_a_step_show_once_ones_own_is_in(meetings: Network) -> None:
    third = circles_join(meetings)
    step(meetings, meetings.own)
    react(meetings, meetings.other, meetings.own, "Begin klein")
    assert reactions(meetings, third) == set()
    assert reactions(meetings, meetings.own) == {"Begin klein"}
    assert reactions(meetings, meetings.guide) == reactions(meetings, meetings.expert) == {"Begin klein"}
    react(meetings, third, meetings.own, "Vraag het de leraren")
    assert reactions(meetings, third) == {"Begin klein", "Vraag het de leraren"}
    assert reactions(meetings, meetings.own) == {"Begin klein", "Vraag het de leraren"}


def test_a_reaction_can_be_for_the_steps_owner_and_the_facilitator_alone(meetings: Network) -> None:
    third = circles_join(meetings)
    step(meetings, meetings.own)
    service.react_to_step(
        meetings.other, meetings.database, NOW, meetings.network_id, "11111", 1, "Onder ons", level=Sharing.GUIDE
    )
    react(meetings, third, meetings.own, "Vraag het de leraren")
    assert reactions(meetings, third) == {"Vraag het de leraren"}
    assert "Onder ons" in reactions(meetings, meetings.own)


def test_no_board_reacts_on_its_own_step_or_on_one_that_is_not_shared_with_it(meetings: Network) -> None:
    step(meetings, meetings.own, Sharing.GUIDE)
    for who in (meetings.other, meetings.own):
        with pytest.raises(LookupError):
            react(meetings, who, meetings.own, "Mooi")
    share(meetings.own, meetings.database, NOW, meetings.network_id, STEP, "1", Sharing.CIRCLE)
    react(meetings, meetings.other, meetings.own, "Mooi")


def test_what_all_answered_is_told_once_all_who_come_did(meetings: Network) -> None:
    third = circles_join(meetings)
    asked = Meeting(1, FIRST.theme, DAY, FIRST.begins, agenda=FIRST.agenda, warm_up="De basis is op orde")
    service.save_meeting(meetings.guide, meetings.database, NOW, meetings.network_id, asked)
    for who, answer in ((meetings.own, 4), (meetings.other, 4)):
        service.answer_warm_up(who, meetings.database, NOW, meetings.network_id, 1, answer)
    told = view(meetings, meetings.own).warm_ups[1]
    assert (told.own, told.answered, told.is_open, told.counts) == (4, 2, True, None)
    assert view(meetings, meetings.guide).warm_ups[1].counts is None
    service.answer_warm_up(third, meetings.database, NOW, meetings.network_id, 1, 2)
    assert view(meetings, third).warm_ups[1].counts == (0, 1, 0, 2, 0)
    with pytest.raises(Refused, match="warm_up_is_over"):
        service.answer_warm_up(third, meetings.database, NOW, meetings.network_id, 1, 5)


def test_of_two_answers_nothing_is_told(meetings: Network) -> None:
    asked = Meeting(1, FIRST.theme, DAY, FIRST.begins, warm_up="De basis is op orde")
    service.save_meeting(meetings.guide, meetings.database, NOW, meetings.network_id, asked)
    for who in (meetings.own, meetings.other):
        service.answer_warm_up(who, meetings.database, NOW, meetings.network_id, 1, 3)
    told = view(meetings, meetings.guide).warm_ups[1]
    assert (told.is_open, told.counts) == (False, None)


def test_a_note_is_for_the_facilitator_a_board_or_all(meetings: Network) -> None:
    for key, level in (("a", Sharing.OWN), ("b", Sharing.GUIDE), ("c", Sharing.CIRCLE)):
        note = GuideNote("22222", level)
        service.write_note(meetings.guide, meetings.database, NOW, meetings.network_id, key, note, level)

    def notes(who: Person) -> set[str]:
        return {one.key for one in contributions(who, meetings.database, meetings.network_id, "guide_note")}

    assert notes(meetings.guide) == {"a", "b", "c"}
    assert notes(meetings.other) == {"b", "c"}
    assert notes(meetings.own) == notes(meetings.expert) == {"c"}
    note = GuideNote("22222", "Ook van mij")
    with pytest.raises(NotAllowed):
        service.write_note(meetings.own, meetings.database, NOW, meetings.network_id, "d", note, Sharing.CIRCLE)


def test_what_was_read_the_facilitator_knows_and_whose_it_is(meetings: Network) -> None:
    third = circles_join(meetings)
    step(meetings, meetings.own)
    version = meetings.database.data_version(meetings.network_id)
    for _again in range(2):
        seen = contributions(meetings.other, meetings.database, meetings.network_id)
        service.mark_read(meetings.other, meetings.database, NOW, meetings.network_id, seen)
    assert meetings.database.data_version(meetings.network_id) == version

    def marks(who: Person) -> list[tuple[str, str, str]]:
        found = service.reading_marks(who, meetings.database, meetings.network_id)
        return [(one.reader, one.owner, one.key) for one in found]

    assert marks(meetings.guide) == marks(meetings.own) == marks(meetings.other) == [("22222", "11111", "1")]
    assert marks(third) == marks(meetings.expert) == []


def circles_join(network: Network) -> Person:
    """A third board that takes part."""
    circles.invite(network.guide, network.database, NOW, network.network_id, ["44444"])
    circles.answer_invitation(network.outsider, network.database, NOW, network.network_id, accept=True)
    return network.outsider


def test_the_log_keeps_quiet_about_what_a_board_keeps_to_itself(meetings: Network) -> None:
    for kind, level in ((PREPARATION, Sharing.OWN), (STEP, Sharing.CIRCLE)):
        content = SOON if kind == STEP else MeetingText("Voor mijzelf")
        service.write_for_meeting(
            meetings.own, meetings.database, NOW, meetings.network_id, kind, 1, content, level=level
        )
    found = network_log(meetings.guide, meetings.database, meetings.network_id, 100)
    told = set(found[found["what"] == "contribution"]["subject"])
    assert told == {"step/1"}
