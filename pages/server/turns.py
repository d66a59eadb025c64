"""One short run after another: two at once would each take twice as long, and nobody would be served sooner."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

_TURN: Final = Lock()
_PATIENCE: Final = 0.03  # seconds; a run that takes longer is waited for no longer


@contextmanager
def turn() -> Iterator[None]:
    """Wait for the run before this one to end, where it is a short one."""
    mine = _TURN.acquire(timeout=_PATIENCE)
    try:
        yield
    finally:
        if mine:
            _TURN.release()
