"""The calendar behind an address: what it shows, to whom, and when it ends."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import icalendar
import pytest

from planning.core.database import Database
from planning.core.rights import NotAllowed, Person, Role
from planning.core.service import remove_people, save_person
from planning.core.settings import settings
from planning.core.sign_in import write_feed
from planning.organisation.records import School, write_schools
from planning.quality_teams.feed_service import close_feed, feed_token, open_feed, read_calendar
from planning.quality_teams.model import Member, Team, VisitState
from planning.quality_teams.service import teams_view
from planning.quality_teams.team_service import save_member, save_team
from planning.quality_teams.visit_service import book, change_visit
from tests.conftest import NOW, person
from tests.quality_teams.visits import A, B, planned

ADMINISTRATOR, GROUP = person(Role.ADMINISTRATOR), person(Role.GROUP_ICT)
COACH, SCHOOL_A = person(Role.ICOACH), person(Role.SCHOOL_ICT, A)


@pytest.fixture
def board(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """Two schools, two coaches, a visit of each."""
    monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path / "secret.key"))
    settings.cache_clear()
    for someone in (ADMINISTRATOR, GROUP, COACH, SCHOOL_A):
        save_person(ADMINISTRATOR, database, NOW, someone)
    with database.change(GROUP, NOW) as change:
        write_schools(change, [School(A, "De Brink", "Horst", "Bo"), School(B, "Sint Anna", "Horst", "Bo")])
        change.log("test", "scholen")
    _before, team = save_team(GROUP, database, NOW, Team(0, "ICT", started_on=date(2017, 9, 1)))
    for name, person_id, school_id in (("i-Coach 1", COACH.person_id, A), ("i-Coach 2", None, B)):
        _before, member = save_member(GROUP, database, NOW, Member(0, team.team_id, name, person_id))
        visit = planned(school_id, date(2018, 5, 17), time(13, 0), 90, member_id=member.member_id, asked="Les; groep 5")
        book(GROUP, database, NOW, visit)
    yield database
    settings.cache_clear()


def events(database: Database, token: str) -> list[icalendar.Event]:
    content = read_calendar(token, database, NOW)
    assert content is not None
    return icalendar.Calendar.from_ical(content).events


def titles(database: Database, who: Person) -> list[str]:
    return [str(event["summary"]) for event in events(database, open_feed(who, database, NOW))]


def test_a_coach_sees_the_own_visits_a_school_its_own_and_the_group_all(board: Database) -> None:
    assert titles(board, COACH) == titles(board, SCHOOL_A) == ["De Brink · advies"]
    assert titles(board, GROUP) == ["De Brink · advies", "Sint Anna · advies"]


def test_an_event_stands_at_its_hour_and_says_what_was_asked_and_no_name_of_a_person(board: Database) -> None:
    token = open_feed(COACH, board, NOW)
    (event,) = events(board, token)
    assert event["dtstart"].dt == datetime(2018, 5, 17, 11, 0, tzinfo=UTC)
    assert event["dtend"].dt == datetime(2018, 5, 17, 12, 30, tzinfo=UTC)
    assert str(event["description"]) == "Les; groep 5"
    content = read_calendar(token, board, NOW) or b""
    assert b"i-Coach" not in content.replace(b"\r\n ", b"")


def test_a_long_question_goes_outside_in_short(board: Database) -> None:
    visit = teams_view(COACH, board).visits[0]
    change_visit(COACH, board, NOW, replace(visit, asked="a" * 200))
    (event,) = events(board, open_feed(COACH, board, NOW))
    assert str(event["description"]) == "a" * 79 + "…"


def test_a_visit_that_is_cancelled_is_cancelled_in_the_calendar_under_the_same_key(board: Database) -> None:
    token = open_feed(COACH, board, NOW)
    (before,) = events(board, token)
    change_visit(COACH, board, NOW, replace(teams_view(COACH, board).visits[0], state=VisitState.CANCELLED))
    (after,) = events(board, token)
    assert after["uid"] == before["uid"]
    assert (before["status"], after["status"], after["sequence"]) == ("CONFIRMED", "CANCELLED", 1)


def test_the_address_can_be_read_again_and_a_new_one_ends_the_old(board: Database) -> None:
    first = open_feed(COACH, board, NOW)
    assert feed_token(COACH, board) == first
    second = open_feed(COACH, board, NOW)
    assert second != first
    assert read_calendar(first, board, NOW) is None


def test_an_address_that_was_ended_or_never_given_is_nothing(board: Database) -> None:
    token = open_feed(COACH, board, NOW)
    close_feed(COACH, board, NOW)
    never = write_feed("11111", GROUP.person_id, "x")
    for text in (token, never, "", "onzin", token[:-2] + "aa"):
        assert read_calendar(text, board, NOW) is None
    assert feed_token(COACH, board) is None


def test_the_address_ends_with_its_person_and_does_not_come_back_with_a_namesake(board: Database) -> None:
    token = open_feed(COACH, board, NOW)
    remove_people(ADMINISTRATOR, board, NOW, [COACH])
    assert read_calendar(token, board, NOW) is None
    save_person(ADMINISTRATOR, board, NOW, COACH)
    assert read_calendar(token, board, NOW) is None


def test_the_address_follows_what_its_person_may_see_now(board: Database) -> None:
    token = open_feed(SCHOOL_A, board, NOW)
    save_person(ADMINISTRATOR, board, NOW, replace(SCHOOL_A, school_ids=frozenset({B})))
    assert [str(event["summary"]) for event in events(board, token)] == ["Sint Anna · advies"]
    save_person(ADMINISTRATOR, board, NOW, replace(SCHOOL_A, role=Role.READER, school_ids=frozenset()))
    assert read_calendar(token, board, NOW) is None


def test_a_reader_gets_no_address(board: Database) -> None:
    with pytest.raises(NotAllowed):
        open_feed(person(Role.READER), board, NOW)
