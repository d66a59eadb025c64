"""One short run after another: two at once would each take twice as long, and nobody would be served sooner."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from time import perf_counter
from typing import Final

_TURN: Final = Lock()
_PATIENCE: Final = 0.03  # seconds; a run that takes longer is waited for no longer

heard: Final[list[Callable[[float], None]]] = []
"""Who is told how many seconds each run took, waiting for its turn included."""


@contextmanager
def turn() -> Iterator[None]:
    """Wait for the run before this one to end, where it is a short one."""
    begun = perf_counter()
    mine = _TURN.acquire(timeout=_PATIENCE)
    try:
        yield
    finally:
        for hear in heard:
            hear(perf_counter() - begun)
        if mine:
            _TURN.release()
