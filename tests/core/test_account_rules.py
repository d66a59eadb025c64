"""Whose account it is, and what a provider may say."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from planning.core.account_rules import (
    AccountClaims,
    SessionLimits,
    device_of,
    identity_of,
    is_issued_by,
    known_as,
    read_claims,
)
from planning.core.rights import Role
from tests.conftest import person

AT = datetime(2018, 5, 1, 8, 0, tzinfo=UTC)
TENANT, ANOTHER = "72f988bf-86f1-41af-91ab-2d7cd011db47", "11111111-2222-3333-4444-555555555555"
ENTRA = {
    "iss": f"https://login.microsoftonline.com/{TENANT}/v2.0",
    "sub": "abc",
    "tid": TENANT,
    "email": "Anna@School.NL",
}
ANNA = replace(person(Role.CHAIR), account="anna@school.nl")
CLAIMS = AccountClaims(identity_of("https://id.example", "1"), "Anna", "anna@school.nl", is_verified=True)


@pytest.mark.parametrize(
    ("more", "owns", "is_verified"),
    [({}, False, False), ({}, True, True), ({"xms_edov": True}, False, True), ({"xms_edov": "1"}, False, True),
     ({"email_verified": True}, False, True), ({"email_verified": False}, True, False),
     ({"email": "geen adres", "email_verified": True}, True, False)],
)  # fmt: skip
def test_an_address_counts_only_where_somebody_vouches_for_it(more: dict, owns: bool, is_verified: bool) -> None:
    read = read_claims(ENTRA | more, owns_addresses=owns)
    assert read is not None
    assert read.is_verified is is_verified


def test_an_address_is_read_in_the_one_way_it_is_kept() -> None:
    assert read_claims(ENTRA, owns_addresses=True).email == "anna@school.nl"


def test_who_is_of_another_tenant_than_those_named_is_nobody() -> None:
    assert read_claims(ENTRA, [ANOTHER], owns_addresses=False) is None
    assert read_claims(ENTRA, [ANOTHER, TENANT], owns_addresses=False) is not None
    assert read_claims({"iss": "x", "sub": ""}, owns_addresses=False) is None


@pytest.mark.parametrize(
    ("claims", "expected"),
    [(ENTRA, True), (ENTRA | {"tid": ANOTHER}, False), (ENTRA | {"tid": ""}, False), (ENTRA | {"tid": "../x"}, False),
     (ENTRA | {"iss": "https://login.example/x/v2.0"}, False)],
)  # fmt: skip
def test_a_token_of_any_tenant_is_of_the_tenant_it_names(claims: dict, expected: bool) -> None:
    assert is_issued_by("https://login.microsoftonline.com/{tenantid}/v2.0", claims) is expected


def test_the_same_subject_of_another_issuer_is_another_account() -> None:
    assert identity_of("https://a.example", "1") != identity_of("https://b.example", "1")
    assert identity_of("https://a.example/1", "") != identity_of("https://a.example/", "1")


def test_somebody_is_known_by_address_until_they_came_in_and_by_account_from_then_on() -> None:
    successor = replace(CLAIMS, identity=identity_of("https://id.example", "2"))
    linked = {(ANNA.board_id, ANNA.person_id): CLAIMS.identity}
    assert known_as(CLAIMS, [ANNA], {}) == (ANNA,)
    assert known_as(replace(CLAIMS, is_verified=False), [ANNA], {}) == ()
    assert known_as(replace(CLAIMS, email="", is_verified=False), [ANNA], linked) == (ANNA,)
    assert known_as(successor, [ANNA], linked) == ()  # the address was given to somebody else


def test_who_is_kept_out_is_nobody() -> None:
    assert known_as(CLAIMS, [replace(ANNA, is_off=True)], {}) == ()


@pytest.mark.parametrize(
    ("begun", "seen", "holds"), [(11, 1, True), (12, 1, False), (3, 2, False), (0, 0, True)], ids=str
)
def test_a_session_ends_by_being_idle_and_by_being_old(begun: int, seen: int, holds: bool) -> None:
    limits = SessionLimits(timedelta(hours=2), timedelta(hours=12))
    assert limits.hold(AT - timedelta(hours=begun), AT - timedelta(hours=seen), AT) is holds


@pytest.mark.parametrize(
    ("agent", "name"),
    [("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140",
      "Edge · Windows"),
     ("Mozilla/5.0 (X11; CrOS x86_64) AppleWebKit/537.36 Chrome/140 Safari/537.36", "Chrome · ChromeOS"),
     ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari · iPhone"),
     ("curl/8", "")],
)  # fmt: skip
def test_a_browser_is_called_as_its_owner_calls_it(agent: str, name: str) -> None:
    assert device_of(agent) == name
