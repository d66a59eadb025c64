"""Answers kept between reruns, for everybody in this process."""

from collections.abc import Callable, Hashable
from threading import Condition, Lock
from typing import Any, Final, Generic, TypeVar

from cachetools import LRUCache, cached

from pages.server.noting import apart

V = TypeVar("V")
CACHES: "Final[list[AnswerCache[Any]]]" = []
"""All that is kept in this process: to forget it, or to look whether something is kept that must not be."""


def _made(_key: Hashable, make: Callable[[], V]) -> V:
    with apart():  # of what it depends, the key says
        return make()


class AnswerCache(LRUCache[Hashable, V], Generic[V]):
    """The last `maxsize` answers that were asked for, by key; whoever asks for a new one first makes it for all.

    Keys are compared themselves, not a digest of them. st.cache_resource does the same and works ten times as long
    on a key, at every rerun of everybody.
    """

    def __init__(self, maxsize: int) -> None:
        super().__init__(maxsize)
        # a hundred people after a change: one works, the others wait for it
        lock = Lock()
        kept = cached(self, key=lambda key, _make: key, lock=lock, condition=Condition(lock))
        self.answer: Final[Callable[[Hashable, Callable[[], V]], V]] = kept(_made)
        """The answer to a key, made once; an answer that could not be made is not kept."""
        CACHES.append(self)
