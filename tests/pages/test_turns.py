"""Short runs go one after another; a long one is waited for no longer than a moment, and a turn always ends."""

import time
from threading import Event, Thread

import pytest

from pages.server import turns
from pages.server.turns import turn

LONG = 120  # seconds; longer than anything takes on a busy machine


def test_a_short_run_is_let_finish_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_PATIENCE", LONG)
    order: list[str] = []
    begun = Event()

    def first() -> None:
        with turn():
            begun.set()
            time.sleep(0.05)  # whoever did not wait would be there before
            order.append("first")

    thread = Thread(target=first)
    thread.start()
    begun.wait(LONG)
    with turn():
        assert turns._TURN.locked()
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


def test_a_long_run_holds_nobody_up() -> None:
    begun, end = Event(), Event()

    def long() -> None:
        with turn():
            begun.set()
            end.wait(LONG)

    thread = Thread(target=long)
    thread.start()
    begun.wait(LONG)
    with turn():
        assert thread.is_alive()
    end.set()
    thread.join()


def test_a_run_that_is_broken_off_ends_its_turn() -> None:
    with pytest.raises(ValueError, match="stop"), turn():
        raise ValueError("stop")
    assert not turns._TURN.locked()
