"""The cookie and the ticket: only this installation writes them."""

from pathlib import Path

import pytest
from itsdangerous import URLSafeTimedSerializer

from planning.core import sign_in
from planning.core.settings import settings


@pytest.fixture(autouse=True)
def _own_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path / "secret.key"))
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_what_was_written_is_read_back() -> None:
    assert sign_in.read_identity(sign_in.write_identity("47920", "anna")) == ("47920", "anna")


@pytest.mark.parametrize("text", [None, "", "47920.anna", "WyI0NzkyMCIsImFubmEiXQ.abc.def"])
def test_what_nobody_signed_is_nobody(text: str | None) -> None:
    assert sign_in.read_identity(text) is None


def test_a_ticket_is_no_cookie_and_a_cookie_no_ticket() -> None:
    assert sign_in.read_identity(sign_in.write_ticket("47920", "anna")) is None
    assert sign_in.read_ticket(sign_in.write_identity("47920", "anna")) is None


def test_another_installations_cookie_is_refused() -> None:
    foreign = URLSafeTimedSerializer("another secret", salt="identity").dumps(["47920", "anna"])
    assert sign_in.read_identity(foreign) is None


def test_a_ticket_lives_two_minutes(monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = sign_in.write_ticket("47920", "anna")
    monkeypatch.setattr(sign_in, "TICKET_SECONDS", -1)
    assert sign_in.read_ticket(ticket) is None


def test_the_secret_is_readable_by_its_owner_only() -> None:
    sign_in.write_ticket("47920", "anna")
    assert settings().secret_file.stat().st_mode & 0o077 == 0


def test_a_calendar_address_is_the_same_at_any_time_and_one_of_before_that_holds_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = sign_in.write_feed("47920", "anna", "serial")
    secret = settings().secret_file.read_text(encoding="ascii")
    dated = URLSafeTimedSerializer(secret, salt="feed").dumps(["47920", "anna", "serial"])
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: 2_000_000_000)
    assert sign_in.write_feed("47920", "anna", "serial") == first
    assert sign_in.read_feed(first) == sign_in.read_feed(dated) == ("47920", "anna", "serial")
