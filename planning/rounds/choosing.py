"""Chooses changes that make a plan better and fit what is left, alone and two by two: one frees what another needs."""

from collections.abc import Callable
from typing import Final

import numpy as np

from planning.rounds.model import Floats
from planning.rounds.prepared import Table

_LEAST: Final = -0.5
"""Only what is better by a whole unit counts; less is rounding."""
_REFUSALS: Final = 20


def choose(
    score: Floats, used: Floats, slack: Floats, line: Table, accept: Callable[[list[int]], bool] | None = None
) -> list[int]:
    """Changes of different lines, the best pairs first, that together use no more than `slack` of each resource.

    `accept` has the last word on each; after some refusals no more are proposed.
    """
    n = len(score)
    # the last is no change at all: a pair with it is a change alone
    score, line = np.append(score, 0.0), np.append(line, -1)
    used = np.concatenate([used, np.zeros((1, used.shape[1]))])
    total = score[:, None] + score[None, :]
    possible = (total < _LEAST) & (line[:, None] != line[None, :]) & np.tri(n + 1, k=-1, dtype=bool)
    for resource in np.nonzero(np.isfinite(slack))[0].tolist():
        one = used[:, resource]
        possible &= one[:, None] + one[None, :] <= slack[resource]
    first, second = np.nonzero(possible)
    order = np.lexsort((second, first, total[first, second]))
    first, second = first[order], second[order]
    need = used[first] + used[second]
    chosen: list[int] = []
    refusals = 0
    while len(first) and refusals < _REFUSALS:
        pair = [i for i in (int(first[0]), int(second[0])) if i < n]
        left = np.ones(len(first), dtype=bool)
        left[0] = False
        if accept is None or accept(pair):
            chosen += pair
            slack = slack - need[0]
            for i in pair:
                left &= (line[first] != line[i]) & (line[second] != line[i])
            left &= (need <= slack).all(axis=1)
        else:
            refusals += 1
        first, second, need = first[left], second[left], need[left]
    return chosen
