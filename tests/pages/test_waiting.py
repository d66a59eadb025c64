"""What waits for a decision: one person's, for half an hour, and gone when it is left."""

from datetime import timedelta
from typing import Any

import pytest

from pages.parts import waiting
from planning.core.rights import Person, Role
from tests.conftest import NOW, SetClock

CHAIR = Person("voorzitter", "47920", "Bestuursvoorzitter", Role.CHAIR)
FILE = waiting.WaitingFile("lijst.csv", b"")


@pytest.fixture
def session(monkeypatch: pytest.MonkeyPatch, set_clock: SetClock) -> dict[str, Any]:
    """A session of the chair in which a file waits, its clock at NOW."""
    state: dict[str, Any] = {"person": CHAIR}
    monkeypatch.setattr("streamlit.session_state", state)
    set_clock(NOW)
    waiting.wait("duo", FILE)
    return state


def test_it_waits_for_whoever_chose_it(session: dict[str, Any]) -> None:
    assert waiting.waiting("duo", waiting.WaitingFile) is FILE
    session["person"] = Person("beheer", "47920", "Beheerder", Role.ADMINISTRATOR)
    assert waiting.waiting("duo", waiting.WaitingFile) is None
    assert "waiting_duo" not in session


def test_left_alone_for_half_an_hour_it_is_forgotten(session: dict[str, Any], set_clock: SetClock) -> None:
    set_clock(NOW + timedelta(minutes=30))
    assert waiting.waiting("duo", waiting.WaitingFile) is FILE
    set_clock(NOW + timedelta(minutes=61))
    assert waiting.waiting("duo", waiting.WaitingFile) is None
    assert "waiting_duo" not in session


def test_leaving_forgets_all_that_waits_and_nothing_else(session: dict[str, Any]) -> None:
    waiting.forget_all()
    assert session == {"person": CHAIR}
