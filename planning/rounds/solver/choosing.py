"""Chooses changes that make a plan better and fit what is left, alone and two by two: one frees what another needs."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planning.rounds.solver.arrays import Floats, Table

_LEAST: Final = -0.5
"""Only what is better by a whole unit counts; less is rounding."""
_REFUSALS: Final = 20


Accept = Callable[[list[int], list[int]], bool]


def choose(score: Floats, used: Floats, slack: Floats, line: Table, accept: Accept | None = None) -> list[int]:
    """Changes of different lines that together make most of `slack`, what there is of each resource.

    The best pairs first; then one that was chosen makes way for a better pair, as long as there is one. `accept` has
    the last word: it is told what comes in and what goes out. After some refusals no more is proposed.
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
    pairs = _Pairs(n, line, first[order], second[order], used)
    chosen: list[int] = []
    refusals = 0
    rest = np.ones(len(order), dtype=bool)
    while refusals < _REFUSALS and rest.any():
        at = int(rest.argmax())
        rest[at] = False
        pair = pairs.of(at)
        if accept is not None and not accept(pair, []):
            refusals += 1
            continue
        chosen += pair
        slack = slack - pairs.need[at]
        rest &= pairs.fitting(slack, chosen)
    worth = total[first, second][order]
    improved = bool(chosen)
    while improved and refusals < _REFUSALS:
        improved = False
        for out in chosen:
            others = [other for other in chosen if other != out]
            better = (worth < score[out] + _LEAST) & pairs.fitting(slack + used[out], others)
            at = int(better.argmax()) if better.any() else -1
            if at < 0 or pairs.of(at) == [out]:
                continue
            if accept is not None and not accept(pairs.of(at), [out]):
                refusals += 1
                continue
            slack = slack + used[out] - pairs.need[at]
            chosen = others + pairs.of(at)
            improved = True
            break
    return chosen


class _Pairs:
    """Pairs of changes, the best first; the last change, `nothing`, is none."""

    def __init__(self, nothing: int, line: Table, first: Table, second: Table, used: Floats) -> None:
        self._nothing = nothing
        self._line = line
        self._first, self._second = first, second
        self.need = used[first] + used[second]

    def of(self, at: int) -> list[int]:
        """The changes of one pair."""
        return [i for i in (int(self._first[at]), int(self._second[at])) if i < self._nothing]

    def fitting(self, slack: Floats, chosen: list[int]) -> NDArray[np.bool_]:
        """Which pairs fit beside what is chosen."""
        free = (self._line[:, None] != self._line[chosen]).all(axis=1)
        return np.asarray(free[self._first] & free[self._second] & (self.need <= slack).all(axis=1), dtype=bool)
