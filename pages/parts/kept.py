"""Answers kept between reruns, for everybody in this process."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, Generic, TypeVar
from weakref import WeakSet

V = TypeVar("V")
_stores: "Final[WeakSet[Kept[Any]]]" = WeakSet()


class Kept(Generic[V]):
    """The last `most` answers that were asked for, by key; whoever asks for a new one first makes it for all.

    Keys are compared themselves, not a digest of them. st.cache_resource does the same and works ten times as long
    on a key, at every rerun of everybody.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._answers: OrderedDict[Hashable, V] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()
        _stores.add(self)

    def get(self, key: Hashable, make: Callable[[], V]) -> V:
        """The answer to a key, made once; an answer that could not be made is not kept."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                return self._answers[key]
            making = self._making.setdefault(key, Lock())
        with making:  # a hundred people after a change: one works, the others wait for it
            with self._lock:
                if key in self._answers:
                    return self._answers[key]
            try:
                answer = make()
                with self._lock:
                    self._answers[key] = answer
                    while len(self._answers) > self._most:
                        self._answers.popitem(last=False)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return answer

    def has(self, key: Hashable) -> bool:
        """Whether the answer to a key is there already."""
        with self._lock:
            return key in self._answers

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._answers.clear()


def forget_every_answer() -> None:
    """Clear all that is kept in this process."""
    for store in _stores:
        store.clear()
