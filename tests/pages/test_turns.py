"""Short runs go one after another; a long one is waited for no longer than a moment, and a turn always ends."""

import time
from threading import Event, Thread

import pytest

from pages.server.turns import turn


def test_a_short_run_is_let_finish_first() -> None:
    order: list[str] = []
    begun = Event()

    def first() -> None:
        with turn():
            begun.set()
            time.sleep(0.005)
            order.append("first")

    thread = Thread(target=first)
    thread.start()
    begun.wait()
    with turn():
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


def test_a_long_run_holds_nobody_up() -> None:
    begun, end = Event(), Event()

    def long() -> None:
        with turn():
            begun.set()
            end.wait(10)

    thread = Thread(target=long)
    thread.start()
    begun.wait()
    with turn():
        assert thread.is_alive()
    end.set()
    thread.join()


def test_a_run_that_is_broken_off_ends_its_turn() -> None:
    with pytest.raises(ValueError, match="stop"), turn():
        raise ValueError("stop")
    started = time.perf_counter()
    with turn():
        waited = time.perf_counter() - started
    assert waited < 0.02
