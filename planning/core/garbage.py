"""Work that makes many values and leaves none of them in circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

_lock: Final = Lock()
_begun: Final[list[bool]] = []  # works under way: was garbage collected before the first of them?


@contextmanager
def not_collected() -> Iterator[None]:
    """Without garbage collection, which would look through all that is made again and again; for all threads."""
    with _lock:
        _begun.append(_begun[0] if _begun else gc.isenabled())
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            before = _begun.pop()
            if before and not _begun:
                gc.enable()
