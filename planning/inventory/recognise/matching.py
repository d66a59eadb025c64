"""The best way to give each of several claimants at most one thing, and each thing to at most one of them."""

from collections.abc import Mapping
from math import inf
from typing import TypeVar

_C = TypeVar("_C")
_T = TypeVar("_T")


def best_matching(worth: Mapping[_C, Mapping[_T, float]]) -> dict[_C, _T]:
    """Claimant -> thing, so that what the pairs are worth together is most; only pairs that are named are made.

    The Hungarian method. `worth`: above 0; of several ways that are worth as much the first claimant keeps its thing.
    """
    claimants = list(worth)
    things = list(dict.fromkeys(thing for claims in worth.values() for thing in claims))
    none = len(things)  # from here on each claimant has a thing of its own that is worth nothing: to go without
    cost = [
        [-worth[one].get(thing, -1.0) for thing in things] + [0.0 if n == row else 1.0 for n in range(len(claimants))]
        for row, one in enumerate(claimants)
    ]
    owner = _assigned(cost)
    return {claimants[row]: things[column] for column, row in enumerate(owner[:none]) if row is not None}


def _assigned(cost: list[list[float]]) -> list[int | None]:
    """The row each column is given, at the lowest cost together; every row has one."""
    width = len(cost[0]) if cost else 0
    owner: list[int | None] = [None] * width
    of_row, of_column = [0.0] * len(cost), [0.0] * width
    for new in range(len(cost)):
        least, before = [inf] * width, [-1] * width
        done: set[int] = set()
        row, column = new, -1
        while True:
            for other in set(range(width)) - done:
                left = cost[row][other] - of_row[row] - of_column[other]
                if left < least[other]:
                    least[other], before[other] = left, column
            at = min((one for one in range(width) if one not in done), key=lambda one: least[one])
            step = least[at]
            of_row[new] += step
            for one in done:
                of_column[one] -= step
                of_row[owner[one] or 0] += step
            least = [value - step if place not in done else value for place, value in enumerate(least)]
            done.add(at)
            column = at
            held = owner[at]
            if held is None:
                break
            row = held
        while column >= 0:
            earlier = before[column]
            owner[column] = new if earlier < 0 else owner[earlier]
            column = earlier
    return owner
