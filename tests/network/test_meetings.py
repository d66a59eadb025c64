"""What a meeting is, who does what at it and who gets a place; without a database."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from planning.core.refusal import Refused
from planning.core.translation import use_language
from planning.network.meetings import (
    AgendaPart,
    AttendanceLine,
    Meeting,
    MeetingRole,
    Presence,
    RoleHolder,
    Stage,
    agenda_text,
    coming,
    holders,
    last_meeting,
    meeting_reasons,
    next_meeting,
    read_agenda,
    rotated,
    schedule,
    seated,
    warm_up_is_open,
)
from planning.network.method_cards import USUAL, agenda_of, method_cards

DAY = date(2018, 5, 24)
AT = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
BOARDS = ["11111", "22222", "33333", "44444", "55555"]


def meeting(number: int = 1, day: date = DAY, **more: object) -> Meeting:
    return Meeting(number, "Start", day, time(10, 0), **more)  # type: ignore[arg-type]


def line(member: str, presence: Presence, minutes: int = 0, number: int = 1) -> AttendanceLine:
    return AttendanceLine(number, member, presence, AT + timedelta(minutes=minutes), "Test")


def test_the_incident_method_takes_65_minutes_in_seven_parts() -> None:
    card = method_cards()["incident"]
    assert [part.minutes for part in card.parts] == [5, 10, 5, 15, 10, 10, 10]
    assert card.minutes == 65


def test_every_card_says_in_both_languages_what_happens_and_after_what_it_is_made() -> None:
    for code in ("nl", "en"):
        use_language(code)
        for card in method_cards().values():
            assert card.name
            assert card.source
            assert card.minutes
            assert all(part.title for part in card.parts)
    assert len(method_cards()["ten_rounds"].parts) == 10
    assert len(method_cards()["five_steps"].parts) == 5


def test_the_usual_agenda_fills_a_half_day_from_ten_to_half_past_twelve() -> None:
    held = meeting(agenda=agenda_of(USUAL))
    assert schedule(held)[0][0] == time(10, 0)
    assert (held.ends.date(), held.ends.time()) == (DAY, time(12, 30))


def test_an_agenda_is_written_line_by_line_and_keeps_what_happens_in_a_part() -> None:
    known = (AgendaPart("Terugblik", 20, "Ieder twee minuten"),)
    read = read_agenda("15 Terugblik\n\n 30' Expert over inkoop \n", known)
    assert read == (AgendaPart("Terugblik", 15, "Ieder twee minuten"), AgendaPart("Expert over inkoop", 30))
    assert read_agenda(agenda_text(read), read) == read


def test_all_lines_of_an_agenda_that_cannot_be_read_are_told_at_once() -> None:
    with pytest.raises(Refused) as refused:
        read_agenda("Terugblik\n15 Expert\n0 Pauze\n999 Slot")
    assert [reason.values["line"] for reason in refused.value.reasons] == [1, 3, 4]


def test_the_roles_go_round_from_meeting_to_meeting() -> None:
    first, second = rotated(BOARDS, 1), rotated(BOARDS, 2)
    assert first[MeetingRole.BRINGS_IN] == "11111"
    assert second[MeetingRole.BRINGS_IN] == first[MeetingRole.LEADS] == "22222"
    assert rotated(BOARDS, 0) == rotated([], 1) == {}


def test_who_is_free_stands_in_for_who_is_absent_and_else_the_facilitator() -> None:
    held = meeting(roles=rotated(BOARDS, 1))
    absent = [line("11111", Presence.ABSENT)]
    assert holders(held, BOARDS, absent)[MeetingRole.BRINGS_IN] == RoleHolder("55555", "11111")
    absent.append(line("22222", Presence.ABSENT))
    found = holders(held, BOARDS, absent)
    assert found[MeetingRole.LEADS] == RoleHolder(None, "22222")
    assert found[MeetingRole.NOTES] == RoleHolder("33333")


def test_the_role_of_a_board_that_left_is_taken_over() -> None:
    held = meeting(roles=rotated(BOARDS, 1))
    assert holders(held, BOARDS[1:], [])[MeetingRole.BRINGS_IN] == RoleHolder("55555", "11111")


def test_who_finds_no_place_waits_and_comes_in_when_one_is_free() -> None:
    held = meeting(places=2)
    known = [line("11111", Presence.COMES), line("22222", Presence.COMES, 1)]
    assert coming(held, known, "33333") is Presence.WAITS
    known += [line("33333", Presence.WAITS, 2), line("44444", Presence.WAITS, 3)]
    assert seated(held, known) == ()
    known[0] = line("11111", Presence.ABSENT, 4)
    assert [one.member for one in seated(held, known)] == ["33333"]
    assert coming(held, known, "55555") is Presence.WAITS  # others wait already


def test_on_its_own_day_a_meeting_is_still_the_next() -> None:
    first, second = meeting(1), meeting(2, date(2018, 6, 19))
    assert next_meeting([second, first], DAY) is first
    assert next_meeting([second, first], DAY + timedelta(days=1)) is second
    assert last_meeting([second, first], DAY + timedelta(days=1)) is first
    assert next_meeting([first], date(2019, 1, 1)) is None


def test_a_part_that_was_left_on_no_longer_holds_after_six_hours() -> None:
    stage = Stage(2, AT)
    assert stage.elapsed(AT + timedelta(minutes=7)) == timedelta(minutes=7)
    assert stage.is_running(AT + timedelta(hours=5))
    assert not stage.is_running(AT + timedelta(hours=7))


def test_a_warm_up_question_is_open_until_all_who_come_answered_or_the_meeting_is_over() -> None:
    held = meeting(warm_up="Leraren weten wat er van hen verwacht wordt")
    assert warm_up_is_open(held, DAY, BOARDS, BOARDS[1:])
    assert not warm_up_is_open(held, DAY, BOARDS[1:], BOARDS[1:])
    assert not warm_up_is_open(held, DAY + timedelta(days=1), BOARDS, [])
    assert not warm_up_is_open(meeting(), DAY, BOARDS, [])


def test_a_meeting_has_a_theme_and_a_number_and_no_text_that_is_too_long() -> None:
    codes = [reason.code for reason in meeting_reasons(Meeting(6, " ", DAY, time(10, 0), place="x" * 121, places=0))]
    assert codes == [
        "meeting_number_out_of_range",
        "meeting_without_theme",
        "meeting_text_too_long",
        "seats_out_of_range",
    ]
