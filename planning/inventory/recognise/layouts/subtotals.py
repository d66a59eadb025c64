"""Rows that add up others, by their numbers, as a pivot table has them: a kind over its models, a place over kinds."""

from collections.abc import Callable, Sequence
from typing import Final

from planning.inventory.values.devices import Description, identify, is_kind_word, kind_named, knows_model
from planning.inventory.values.totals import is_total

_SEVERAL: Final = 2
Numbers = Sequence[float]
"""What a row has in every column of counts; 0 where it has none."""


def parts_of(labels: Sequence[str], numbers: Sequence[Numbers]) -> dict[int, range]:
    """By row that adds up the rows below it in every column, those rows; all are counted from 0.

    Such a row is a kind and nothing else, or a place over rows that each name a kind. Where it has one part, another of
    several has to show that rows are added up.
    """
    return _added_up(labels, numbers, is_kind_word, _may_be_part) or _added_up(labels, numbers, _is_place, _is_in_place)


def _added_up(
    labels: Sequence[str],
    numbers: Sequence[Numbers],
    is_head: Callable[[str], bool],
    may_be_part: Callable[[str, str], bool],
) -> dict[int, range]:
    found: dict[int, range] = {}
    for place, label in enumerate(labels):
        if any(place in parts for parts in found.values()) or not is_head(label) or not any(numbers[place]):
            continue
        sums = [0.0] * len(numbers[place])
        for last in range(place + 1, len(labels)):
            if not may_be_part(label, labels[last]):
                break
            sums = [above + own for above, own in zip(sums, numbers[last], strict=True)]
            if any(own > most for own, most in zip(sums, numbers[place], strict=True)):
                break
            if sums == list(numbers[place]):
                found[place] = range(place + 1, last + 1)
                break
    return found if any(len(parts) >= _SEVERAL for parts in found.values()) else {}


def _is_place(label: str) -> bool:
    return bool(label) and not knows_model(label) and not is_total(label)


def _is_in_place(_place: str, label: str) -> bool:
    return kind_named(label) is not None and not is_total(label)


def _may_be_part(kind: str, label: str) -> bool:
    """A row may be of a kind: it names no other."""
    device = identify(Description(both=label))
    return not is_total(label) and device.kind in (kind_named(kind), "other")
