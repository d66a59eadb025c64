"""The calendar of meetings behind an address: of whom, of which networks, and when it ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import icalendar
import pytest

from planning.circles import contribution_service as store
from planning.circles import service as circles
from planning.core.boards import Kind
from planning.core.rights import NotAllowed, Person, Role, operator
from planning.core.service import remove_people, save_person
from planning.core.settings import settings
from planning.network import calendar_service as service
from planning.network.meeting_service import cancel_meeting, save_meeting
from planning.network.meetings import Meeting
from tests.conftest import NOW, person
from tests.network.conftest import Network

FIRST = Meeting(1, "Start en situatieschets", date(2018, 5, 24), time(10, 0), "Utrecht")
SECOND = Meeting(2, "Leraren meekrijgen", date(2018, 6, 19), time(10, 0), "Horst")


@pytest.fixture
def meetings(network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Network]:
    """The network with two meetings, and its people known at their boards."""
    monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path / "secret.key"))
    settings.cache_clear()
    for who in (network.own, network.former, network.outsider):
        save_person(operator(who.board_id), network.database, NOW, who)
    for one in (FIRST, SECOND):
        save_meeting(network.guide, network.database, NOW, network.network_id, one)
    yield network
    settings.cache_clear()


def events(network: Network, token: str) -> dict[str, icalendar.Event]:
    content = service.read_meetings_feed(token, network.database, NOW)
    assert content is not None
    return {str(event["summary"]): event for event in icalendar.Calendar.from_ical(content).events}


def opened(network: Network, who: Person) -> dict[str, icalendar.Event]:
    return events(network, service.open_feed(who, network.database, NOW))


def test_who_is_in_sees_all_meetings_and_who_left_or_never_was_none(meetings: Network) -> None:
    both = {"Start en situatieschets · Utrecht", "Leraren meekrijgen · Horst"}
    for who in (meetings.own, meetings.guide, meetings.expert):
        assert set(opened(meetings, who)) == both
    for who in (meetings.former, meetings.outsider):
        assert opened(meetings, who) == {}


def test_a_meeting_that_is_taken_off_says_so_under_the_same_key_until_it_is_set_again(meetings: Network) -> None:
    token = service.open_feed(meetings.own, meetings.database, NOW)
    before = events(meetings, token)["Leraren meekrijgen · Horst"]
    cancel_meeting(meetings.guide, meetings.database, NOW, meetings.network_id, 2)
    off = events(meetings, token)["Vervallen: Leraren meekrijgen · Horst"]
    assert (off["uid"], off["status"], off["sequence"]) == (before["uid"], "CANCELLED", 1)
    save_meeting(meetings.guide, meetings.database, NOW, meetings.network_id, SECOND)
    again = events(meetings, token)
    assert len(again) == 2
    assert (again["Leraren meekrijgen · Horst"]["status"], again["Leraren meekrijgen · Horst"]["sequence"]) == (
        "CONFIRMED",
        2,
    )


def test_one_address_shows_every_network_of_its_person_also_where_they_lead_it(meetings: Network) -> None:
    account = "bo@voorbeeld.nl"
    save_person(operator("11111"), meetings.database, NOW, replace(meetings.own, account=account))
    led = circles.begin_circle(meetings.database, NOW, Kind.NETWORK, "Tweede netwerk", "Bo", account)
    save_meeting(led, meetings.database, NOW, led.board_id, Meeting(1, "Elders", date(2018, 9, 1), time(9, 0)))
    assert "Elders" in opened(meetings, replace(meetings.own, account=account))


def test_an_address_ends_by_another_by_its_person_and_with_them(meetings: Network) -> None:
    first = service.open_feed(meetings.own, meetings.database, NOW)
    second = service.open_feed(meetings.own, meetings.database, NOW)
    assert service.feed_token(meetings.own, meetings.database) == second
    service.close_feed(meetings.guide, meetings.database, NOW)  # of somebody else
    assert len(events(meetings, second)) == 2
    third = service.open_feed(meetings.own, meetings.database, NOW)
    service.close_feed(meetings.own, meetings.database, NOW)
    of_gone = service.open_feed(meetings.former, meetings.database, NOW)
    remove_people(operator("33333"), meetings.database, NOW, [meetings.former])
    for token in (first, second, third, of_gone, "", "onzin"):
        assert service.read_meetings_feed(token, meetings.database, NOW) is None


def test_an_address_follows_who_leaves_and_who_no_longer_speaks_for_the_board(meetings: Network) -> None:
    token = service.open_feed(meetings.own, meetings.database, NOW)
    store.leave(meetings.own, meetings.database, NOW, meetings.network_id, keeps_shared=True)
    assert events(meetings, token) == {}
    save_person(operator("11111"), meetings.database, NOW, replace(meetings.own, role=Role.READER))
    assert service.read_meetings_feed(token, meetings.database, NOW) is None
    with pytest.raises(NotAllowed):
        service.open_feed(person(Role.READER), meetings.database, NOW)
