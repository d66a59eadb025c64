"""The calendar file, read back by a real parser."""

from datetime import UTC, date, datetime, timedelta

import icalendar

from planning.core.calendar_file import Event, calendar_file
from planning.core.clock import AMSTERDAM

CHANGED = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)


def only(event: Event) -> icalendar.Event:
    """The one event of a calendar, as a parser reads it."""
    calendar = icalendar.Calendar.from_ical(calendar_file("Bezoeken", [event]))
    assert not calendar.errors
    (found,) = calendar.events
    return found


def test_a_calendar_carries_its_name_and_every_event() -> None:
    events = [Event(f"visit-{n}@vlootplan", date(2018, 5, n), "Bezoek", CHANGED) for n in (1, 2)]
    calendar = icalendar.Calendar.from_ical(calendar_file("Bezoeken", events))
    assert (calendar["x-wr-calname"], calendar["version"]) == ("Bezoeken", "2.0")
    assert [event["uid"] for event in calendar.events] == ["visit-1@vlootplan", "visit-2@vlootplan"]


def test_a_summer_hour_in_the_netherlands_is_two_hours_ahead_of_utc_and_a_winter_hour_one() -> None:
    one = datetime(2018, 5, 17, 13, 0, tzinfo=AMSTERDAM)
    summer = only(Event("a", one, "Bezoek", CHANGED, end=one.replace(hour=14, minute=30)))
    winter = only(Event("a", one.replace(month=1), "Bezoek", CHANGED))
    assert summer["dtstart"].dt == datetime(2018, 5, 17, 11, 0, tzinfo=UTC)
    assert summer["dtend"].dt == datetime(2018, 5, 17, 12, 30, tzinfo=UTC)
    assert winter["dtstart"].dt == datetime(2018, 1, 17, 12, 0, tzinfo=UTC)


def test_a_moment_without_zone_is_what_clocks_in_the_netherlands_show() -> None:
    shown = datetime(2018, 5, 17, 13, 0)  # noqa: DTZ001 - the subject of this test
    assert only(Event("a", shown, "Bezoek", CHANGED))["dtstart"].dt == datetime(2018, 5, 17, 11, 0, tzinfo=UTC)


def test_a_whole_day_ends_on_the_next_and_leaves_the_day_free() -> None:
    event = only(Event("a", date(2018, 12, 31), "Mijlpaal", CHANGED))
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2018, 12, 31), date(2019, 1, 1))
    assert event["transp"] == "TRANSPARENT"


def test_signs_that_mean_something_to_a_calendar_come_back_as_they_were() -> None:
    text = "Eerst; dan, en \\ dan\nBEGIN:VEVENT\n" + "één lange regel " * 20
    event = only(Event("a", date(2018, 5, 1), "Uitleg; groep 5, 6", CHANGED, description=text))
    assert (str(event["summary"]), str(event["description"])) == ("Uitleg; groep 5, 6", text)


def test_no_line_is_longer_than_a_calendar_may_hold() -> None:
    content = calendar_file("Bezoeken", [Event("a", date(2018, 5, 1), "é" * 300, CHANGED)])
    assert max(len(line) for line in content.split(b"\r\n")) <= 75


def test_a_cancelled_event_says_so_under_the_same_uid() -> None:
    event = only(Event("a", date(2018, 5, 1), "Bezoek", CHANGED, sequence=3, is_cancelled=True))
    assert (event["uid"], event["status"], event["sequence"]) == ("a", "CANCELLED", 3)
    assert str(event["summary"]) == "Vervallen: Bezoek"


def test_an_appointment_of_which_nobody_said_the_end_takes_an_hour() -> None:
    event = only(Event("a", datetime(2018, 5, 17, 13, 0, tzinfo=AMSTERDAM), "Bezoek", CHANGED))
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=1)


def test_signs_that_no_calendar_may_hold_are_left_out_of_peoples_words() -> None:
    event = only(Event("a", date(2018, 5, 1), "Be\x0bzoek", CHANGED, description="eerst\u2028dan\x00 dit\tdat"))
    assert (str(event["summary"]), str(event["description"])) == ("Bezoek", "eerst\ndan dit\tdat")


def test_a_calendar_that_subscribes_is_told_how_often_to_look_again() -> None:
    content = calendar_file("Bezoeken", []).decode()
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT4H" in content
    assert "X-PUBLISHED-TTL:PT4H" in content


def test_an_event_tells_when_it_changed_and_where_more_is() -> None:
    event = only(Event("a", date(2018, 5, 1), "Bezoek", CHANGED + timedelta(hours=1), url="https://example.org/a"))
    assert event["last-modified"].dt == CHANGED + timedelta(hours=1)
    assert event["url"] == "https://example.org/a"


def test_the_same_events_give_the_same_file() -> None:
    events = [Event("a", date(2018, 5, 1), "Bezoek", CHANGED)]
    assert calendar_file("Bezoeken", events) == calendar_file("Bezoeken", events)
