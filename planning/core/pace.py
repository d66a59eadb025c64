"""How quick this machine is, so that a limit of time is the same amount of work everywhere."""

import re
import time
from functools import cache
from statistics import median
from typing import Final

_TEXT: Final = "Chromebook 11 G5 EE; HP; 5CD7284KXQ; 279,00; groep 3/4\n" * 3_000
_WORD: Final = re.compile(r"[a-z]+|\d+")
_REFERENCE_SECONDS: Final = 0.009  # of processor time for `_work`, where the limits were set
_SLOWEST: Final = 10.0  # more is no machine but a moment at which it could not be measured


@cache
def pace() -> float:
    """How many times as long as the machine the limits were set on this one takes; never less than 1.

    Measured once, in processor time: whatever else runs hardly counts.
    """
    return min(_SLOWEST, max(1.0, median(_seconds() for _ in range(5)) / _REFERENCE_SECONDS))


def _seconds() -> float:
    started = time.thread_time()
    _work()
    return time.thread_time() - started


def _work() -> int:
    """What reading a list is made of: words looked for and counted, small values made and kept."""
    counted: dict[tuple[str, int], int] = {}
    for place, line in enumerate(_TEXT.splitlines()):
        for word in _WORD.findall(line.lower()):
            key = word, place % 7
            counted[key] = counted.get(key, 0) + 1
    return len(sorted(counted.items(), key=lambda item: -item[1]))
