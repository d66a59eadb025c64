"""How often something was tried from one place lately, in this process."""

from collections.abc import Hashable
from threading import Lock
from typing import Final

from cachetools import TTLCache

_PLACES: Final = 10_000  # more than these at once: those of the longest ago are forgotten


class Attempts:
    """At most so many in a while, for each place; a while begins with the first."""

    def __init__(self, most: int, seconds: int) -> None:
        self.most = most
        self._counts: Final[TTLCache[Hashable, list[int]]] = TTLCache(_PLACES, seconds)
        self._lock: Final = Lock()

    def is_spent(self, place: Hashable) -> bool:
        """Whether that is enough for now."""
        with self._lock:
            return self._counts.get(place, [0])[0] >= self.most

    def count(self, place: Hashable) -> bool:
        """One more; whether it was still within the number."""
        with self._lock:
            held = self._counts.get(place)
            if held is None:
                held = self._counts[place] = [0]
            held[0] += 1
            return held[0] <= self.most
