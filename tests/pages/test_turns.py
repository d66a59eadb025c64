"""Short runs go a few at a time, in order; a long one is waited for no longer than a moment, and a turn always ends."""

import time
from collections.abc import Callable
from threading import Event, Thread

import pytest

from pages.server import turns
from pages.server.turns import turn

LONG = 120  # seconds; longer than anything takes on a busy machine


class Person:
    """Somebody whose run is under way until it is let end."""

    def __init__(self, begins: Callable[[], object] = lambda: None) -> None:
        self.begun, self.end = Event(), Event()
        self._begins = begins
        self.thread = Thread(target=self._run)
        self.thread.start()

    def _run(self) -> None:
        with turn():
            self._begins()
            self.begun.set()
            self.end.wait(LONG)

    def leave(self) -> None:
        self.end.set()
        self.thread.join(LONG)


def test_a_few_work_at_once_and_the_next_begins_when_the_first_of_them_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_LONG", LONG)
    working = [Person() for _one in range(turns._AT_ONCE)]
    for one in working:
        one.begun.wait(LONG)
    after = Person()
    assert not after.begun.wait(0.05)
    working[0].leave()
    assert after.begun.wait(LONG)
    for one in (*working[1:], after):
        one.leave()


def test_who_asked_first_is_served_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "_LONG", LONG)
    order: list[int] = []
    working = [Person() for _one in range(turns._AT_ONCE)]
    for one in working:
        one.begun.wait(LONG)
    waiting = []
    for number in range(turns._AT_ONCE):
        waiting.append(Person(lambda number=number: order.append(number)))
        time.sleep(0.02)  # until it asks
    for one, next_one in zip(working, waiting, strict=True):
        one.leave()
        assert next_one.begun.wait(LONG)
    for one in waiting:
        one.leave()
    assert order == sorted(order)


def test_long_runs_hold_nobody_up() -> None:
    working = [Person() for _one in range(turns._AT_ONCE)]
    with turn():
        assert all(one.thread.is_alive() for one in working)
    for one in working:
        one.leave()


def test_a_run_that_is_broken_off_ends_its_turn() -> None:
    for _one in range(turns._AT_ONCE):
        with pytest.raises(ValueError, match="stop"), turn():
            raise ValueError("stop")
    assert all(one.ended.is_set() for one in turns._last)
