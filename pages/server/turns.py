"""A few runs at a time, in the order in which they were asked: all at once would each take as long as all together.

After a change of the data a hundred screens are drawn anew. Had they all begun at once, each would wait for what
another works out, and be woken for every answer there is: three runs at a time, of which one may wait for the database
while another works, took half as long as all at once, and ended in order.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Event, Lock
from time import perf_counter
from typing import Final

_LONG: Final = 0.1
"""Seconds; a run that takes longer mostly waits for something itself, and is waited for no longer."""

heard: Final[list[Callable[[float], None]]] = []
"""Who is told how many seconds each run took, waiting for its turn included."""


@dataclass(eq=False)
class _Run:
    begun: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)
    begun_at: float = 0.0

    def begin(self) -> None:
        self.begun_at = perf_counter()
        self.begun.set()

    def let_pass(self) -> None:
        """Wait until it has ended or shown itself to be a long one."""
        self.begun.wait()
        self.ended.wait(max(0.0, self.begun_at + _LONG - perf_counter()))


def _over() -> _Run:
    run = _Run()
    run.begin()
    run.ended.set()
    return run


_LOCK: Final = Lock()
_AT_ONCE: Final = 3
_last: Final = deque(_over() for _one in range(_AT_ONCE))
"""Who began last or will; the next one waits for the first of them."""


@contextmanager
def turn() -> Iterator[None]:
    """Wait until no more than a few short runs are under way."""
    asked, mine = perf_counter(), _Run()
    with _LOCK:
        before = _last.popleft()
        _last.append(mine)
    try:
        before.let_pass()
        mine.begin()
        yield
    finally:
        mine.begun.set()
        mine.ended.set()
        for hear in heard:
            hear(perf_counter() - asked)
