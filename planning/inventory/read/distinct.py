"""Whole columns by their distinct values: most hold few, and what is asked of a value need not be asked of each row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

_A = TypeVar("_A")
_B = TypeVar("_B")


def mapped(convert: Callable[[_A], _B], values: Sequence[_A]) -> list[_B]:
    """`convert` of every value, called once for each distinct one."""
    return looked_up({value: convert(value) for value in dict.fromkeys(values)}, values)


def looked_up(table: Mapping[_A, _B], values: Iterable[_A]) -> list[_B]:
    """What a table has for each value."""
    return list(map(table.__getitem__, values))
