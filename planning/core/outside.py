"""What is asked of the world outside while something is worked out: what time it is, what the database holds.

The answer may be another one at the next question. Whoever keeps what was worked out hears of each, and then does not
keep it, or knows of what it depends.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

_hearing: Final[ContextVar[Callable[[str], None] | None]] = ContextVar("hearing", default=None)


def tell(what: str) -> None:
    """Whoever listens hears that this is asked: "the clock", "the database"."""
    hear = _hearing.get()
    if hear is not None:
        hear(what)


@contextmanager
def heard_by(hear: Callable[[str], None] | None) -> Iterator[None]:
    """Have all that is asked until the end heard; by nobody, where a key says of what the answer depends."""
    token = _hearing.set(hear)
    try:
        yield
    finally:
        _hearing.reset(token)
