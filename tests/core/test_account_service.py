"""Coming in by an account: sessions that end at once, and strangers who ask, on both engines."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from planning.core import account_service as accounts
from planning.core.account_records import login_session
from planning.core.account_rules import AccountClaims, SessionLimits, identity_of
from planning.core.backup import back_up, restore
from planning.core.database import Database
from planning.core.people import elsewhere, find_person
from planning.core.refusal import Refused
from planning.core.rights import Person, Role, operator
from planning.core.service import remove_people, save_person
from tests.conftest import NOW

LIMITS = SessionLimits(timedelta(hours=2), timedelta(hours=12))
ANNA = Person("anna", "11111", "Anna", Role.CHAIR, account="anna@school.nl")
ANNA_TOO = Person("a", "22222", "Anna de Wit", Role.READER, account="anna@school.nl")
BEA = Person("bea", "11111", "Bea", Role.ADMINISTRATOR, account="bea@school.nl")
CLAIMS = AccountClaims(identity_of("https://id.example", "1"), "Anna de Wit", "anna@school.nl", is_verified=True)
STRANGER = AccountClaims(identity_of("https://id.example", "9"), "Vera", "vera@school.nl", is_verified=True)


@pytest.fixture
def folk(database: Database) -> Database:
    """Anna of two boards, and Bea who manages people of the first."""
    for one in (BEA, ANNA, ANNA_TOO):
        save_person(operator(one.board_id), database, NOW, one)
    return database


def came_in(database: Database, at: datetime = NOW, device: str = "Chrome · Windows") -> str:
    token = accounts.arrive(database, at, CLAIMS, LIMITS, device)
    assert token is not None
    return token


def who(database: Database, token: str | None, at: datetime = NOW) -> str | None:
    found = accounts.presence(database, at, token, LIMITS)
    return found[0].name if found else None


def test_who_is_known_comes_in_and_the_token_is_kept_nowhere(folk: Database) -> None:
    token = came_in(folk)
    found = accounts.presence(folk, NOW, token, LIMITS)
    assert found == (ANNA, folk.data_version("11111"))
    with folk.read("11111") as connection:
        assert token.partition(".")[2] not in str(connection.execute(sa.select(login_session)).all())


@pytest.mark.parametrize("token", [None, "", "11111", "11111.", "11111.raden", "22222.raden"])
def test_a_token_that_was_never_given_is_nobody(folk: Database, token: str | None) -> None:
    came_in(folk)
    assert who(folk, token) is None


def test_a_token_is_worth_nothing_at_another_board(folk: Database) -> None:
    secret = came_in(folk).partition(".")[2]
    assert who(folk, f"22222.{secret}") is None


def test_a_copy_of_a_token_is_refused_once_its_owner_signed_out(folk: Database) -> None:
    token = came_in(folk)
    accounts.depart(folk, token)
    assert who(folk, token) is None
    accounts.depart(folk, token)  # once more does no harm


def test_a_session_ends_two_hours_after_the_last_click_and_twelve_after_the_first(folk: Database) -> None:
    token, at = came_in(folk), NOW
    for _hour in range(11):
        at += timedelta(hours=1)
        assert who(folk, token, at) == "Anna"
    assert who(folk, token, NOW + timedelta(hours=12)) is None
    idle = came_in(folk)
    assert who(folk, idle, NOW + timedelta(hours=2)) is None


def test_sessions_that_are_over_are_taken_away_when_somebody_comes_in(folk: Database) -> None:
    came_in(folk)
    came_in(folk, NOW + timedelta(hours=3))
    assert len(accounts.own_sessions(ANNA, folk)) == 1


def test_who_is_kept_out_loses_all_and_comes_in_no_more(folk: Database) -> None:
    tokens = [came_in(folk), came_in(folk)]
    save_person(BEA, folk, NOW, replace(ANNA, is_off=True))
    assert [who(folk, token) for token in tokens] == [None, None]
    assert find_person(folk, "11111", "anna") is None
    assert who(folk, came_in(folk)) == "Anna de Wit"  # the other board still knows her
    save_person(BEA, folk, NOW, ANNA)
    assert [who(folk, token) for token in tokens] == [None, None]


def test_who_is_removed_is_signed_out(folk: Database) -> None:
    token = came_in(folk)
    remove_people(BEA, folk, NOW, [ANNA])
    assert who(folk, token) is None


def test_another_address_signs_out_and_unlinks_for_it_may_be_somebody_else(folk: Database) -> None:
    token = came_in(folk)
    save_person(BEA, folk, NOW, replace(ANNA, account="anders@school.nl"))
    assert who(folk, token) is None
    assert who(folk, came_in(folk)) == "Anna de Wit"  # of the other board only
    save_person(BEA, folk, NOW, replace(ANNA, name="Anna Vos", account="anders@school.nl"))


def test_an_address_given_to_a_successor_lets_nobody_in(folk: Database) -> None:
    came_in(folk)
    successor = replace(CLAIMS, identity=identity_of("https://id.example", "2"))
    assert accounts.arrive(folk, NOW, successor, LIMITS, "") is None


def test_an_address_that_nobody_verified_lets_nobody_in(folk: Database) -> None:
    assert accounts.arrive(folk, NOW, replace(CLAIMS, is_verified=False), LIMITS, "") is None


def test_going_on_at_another_board_gives_another_token_of_the_same_age(folk: Database) -> None:
    first = came_in(folk)
    later = NOW + timedelta(hours=1)
    second = accounts.move(folk, later, first, ("22222", "a"), LIMITS)
    assert (who(folk, first, later), who(folk, second, later)) == (None, "Anna de Wit")
    assert [one.begun_at for one in accounts.own_sessions(ANNA_TOO, folk)] == [NOW]


def test_an_address_written_by_another_board_opens_nothing_there(folk: Database) -> None:
    """Whoever manages the people of one board can write any address; only who came in with it is that person."""
    token = came_in(folk)
    newcomer = Person("c", "22222", "Cas", Role.CHAIR, account="cas@school.nl")
    save_person(operator("22222"), folk, NOW, newcomer)
    save_person(BEA, folk, NOW, replace(ANNA, account="anna@school.nl", name="Anna"))
    assert accounts.move(folk, NOW, token, ("22222", "c"), LIMITS) is None
    assert who(folk, token) == "Anna"
    assert [one.person_id for one in elsewhere(ANNA, folk)] == ["a"]


def test_somebody_sees_and_ends_their_own_sessions_at_every_board_and_no_others(folk: Database) -> None:
    at_first = came_in(folk)
    elsewhere_too = accounts.move(folk, NOW, came_in(folk, device="Safari · iPhone"), ("22222", "a"), LIMITS)
    bea = accounts.arrive(folk, NOW, replace(STRANGER, email="bea@school.nl"), LIMITS, "")
    assert {(one.board_id, one.device) for one in accounts.own_sessions(ANNA, folk)} == {
        ("11111", "Chrome · Windows"), ("22222", "Safari · iPhone"),
    }  # fmt: skip
    (hers,) = accounts.own_sessions(BEA, folk)
    assert accounts.end_own_sessions(ANNA, folk, NOW, [hers.digest]) == 0
    assert accounts.end_own_sessions(ANNA, folk, NOW) == 2
    assert [who(folk, token) for token in (at_first, elsewhere_too, bea)] == [None, None, "Bea"]


def test_whoever_keeps_the_server_signs_somebody_or_everybody_out(folk: Database) -> None:
    tokens = [came_in(folk), accounts.arrive(folk, NOW, replace(STRANGER, email="bea@school.nl"), LIMITS, "")]
    assert accounts.end_sessions(folk, ("11111", "anna")) == 1
    assert [who(folk, token) for token in tokens] == [None, "Bea"]
    assert accounts.end_sessions(folk) == 1
    assert who(folk, tokens[1]) is None


def test_a_stranger_asks_and_comes_in_once_the_administrator_says_so(folk: Database) -> None:
    assert accounts.arrive(folk, NOW, STRANGER, LIMITS, "") is None
    accounts.ask_access(folk, NOW, STRANGER, "11111")
    accounts.ask_access(folk, NOW, STRANGER, "11111")  # again: still one request
    (asked,) = accounts.access_requests(BEA, folk)
    assert (asked.name, asked.email, asked.at) == ("Vera", "vera@school.nl", NOW)
    someone = Person("", "", "Vera", Role.READER)
    assert accounts.approve_request(BEA, folk, NOW, asked.identity, someone).account == "vera@school.nl"
    assert accounts.access_requests(BEA, folk) == ()
    token = accounts.arrive(folk, NOW, STRANGER, LIMITS, "")
    assert who(folk, token) == "Vera"


def test_an_address_that_nobody_verified_becomes_no_account_by_an_approval(folk: Database) -> None:
    unsure = replace(STRANGER, email="anna@school.nl", is_verified=False)
    accounts.ask_access(folk, NOW, unsure, "22222")
    manager = Person("beheer", "22222", "Beheer", Role.ADMINISTRATOR)
    made = accounts.approve_request(manager, folk, NOW, unsure.identity, Person("", "", "Vera", Role.READER))
    assert made.account is None
    assert who(folk, accounts.arrive(folk, NOW, unsure, LIMITS, "")) == "Vera"
    assert elsewhere(made, folk) == ()


def test_who_was_declined_is_not_told_and_not_asked_again_for_a_while(folk: Database) -> None:
    accounts.ask_access(folk, NOW, STRANGER, "11111")
    accounts.decline_request(BEA, folk, NOW, STRANGER.identity)
    accounts.ask_access(folk, NOW, STRANGER, "11111")
    assert accounts.access_requests(BEA, folk) == ()
    with pytest.raises(Refused, match="request_gone"):
        accounts.approve_request(BEA, folk, NOW, STRANGER.identity, Person("", "", "Vera", Role.READER))
    accounts.ask_access(folk, NOW + timedelta(days=30), STRANGER, "11111")
    assert len(accounts.access_requests(BEA, folk)) == 1


def test_nobody_asks_many_boards_and_which_boards_there_are_is_not_told(
    folk: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "ASKED_AT_MOST", 1)
    for board_id in ("99999", "11111", "22222"):  # of no board, of one, and one too many: the same silence
        accounts.ask_access(folk, NOW, STRANGER, board_id)
    manager = Person("beheer", "22222", "Beheer", Role.ADMINISTRATOR)
    assert len(accounts.access_requests(BEA, folk)) == 1
    assert accounts.access_requests(manager, folk) == ()


def test_nobody_is_signed_in_by_a_backup_that_is_put_back(folk: Database, tmp_path: Path) -> None:
    if folk.engine.dialect.name != "sqlite":
        pytest.skip("the file is the same for both engines")
    token = came_in(folk)
    back_up(folk, tmp_path / "een.backup")
    folk.engine.dispose()
    restore(folk, tmp_path / "een.backup")
    assert who(folk, token) is None
    assert who(folk, came_in(folk)) == "Anna"
