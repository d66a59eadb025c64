"""Chains: purchases of one line that change together, as where a device that comes later is replaced later too.

A chain adds a set of a type in one round, takes one away in a later one, adds one in another again, and so on. For a
line of one type each step along an edge of the linear relaxation is such a chain, so that few of them, put together,
lead from one good plan to the next. Lines that buy the same types have the same chains; what a chain does to all of
them is one product of matrices.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations
from typing import Final

import numpy as np

from planning.rounds.solver.arrays import Arrays, Floats, Table
from planning.rounds.solver.evaluate import banded

IMPOSSIBLE: Final = 2.0**50
"""The score of a chain that passes the fewest or the most of a purchase is above half of this."""
_MOST: Final = 800
"""How many chains a type may have; with more rounds they become shorter."""
_LONGEST: Final = 4
_SMALL: Final = 200_000
"""Products of matrices up to this size stay on one processor."""


@dataclass(frozen=True, slots=True)
class Chains:
    """Lines that may buy the same types in sets of one size, and their chains, by the round in which they begin."""

    lines: Table
    columns: Table  # line x type x round: the column of Arrays; -1: none, it cannot be bought
    steps: Table  # chain x type x round: sets more
    stock: Table  # chain x round: devices more that count
    young: Table  # of which in-life
    effect: Floats  # chain x (more stock, less, more young, less; then by type more bought, less) x round: 0 or 1
    price: Floats  # type x round: of a set
    cost: Floats  # chain x round: as budgets count it, so up to that round where money is carried over
    first: Table  # by round: the first chain that begins in it; one more entry at the end

    def scores(self, arrays: Arrays, weights: Floats, round_: int, sets: Table, losses: Floats) -> Floats:
        """What each chain that begins in a round adds to the objective, by the `losses` of its lines; line x chain."""
        now = np.append(sets, 0)[self.columns]
        full = now >= np.append(arrays.column_most, 0)[self.columns]
        least = now <= np.append(arrays.column_least, 0)[self.columns]
        paid = weights[2] * self.price
        bought = np.where(full, IMPOSSIBLE, paid), np.where(least, IMPOSSIBLE, -paid)
        does = self.effect[self.first[round_] : self.first[round_ + 1], :, round_:]
        each = np.concatenate([losses[self.lines], *bought], axis=1)[:, :, round_:]
        return _product(each.reshape(len(each), -1), does.reshape(len(does), -1).T)


def _product(one: Floats, other: Floats) -> Floats:
    step = max(1, _SMALL // max(1, other.size))
    return np.concatenate([one[at : at + step] @ other for at in range(0, len(one), step)])


def losses(arrays: Arrays, weights: Floats, stock: Table, young: Table) -> Floats:
    """What lines lose by a set more that counts, a set less, one more in-life, one less; line x these x round."""
    a, size = arrays, arrays.set_size[:, None]

    def short(have: Table) -> Floats:
        return np.asarray(weights[0] * a.weight[:, None] * banded(a, np.maximum(0, a.target - have)))

    def unserved(have: Table) -> Floats:
        return np.asarray(weights[1] * np.maximum(0, a.target - have))

    parts = []
    for loss, have in ((short, stock), (unserved, young)):
        now = loss(have)
        parts += [loss(have + size) - now, loss(have - size) - now]
    return np.stack(parts, axis=1)


def chains_of(arrays: Arrays) -> list[Chains]:
    """The chains of an instance."""
    a = arrays
    alike: dict[tuple[tuple[str, ...], int], list[int]] = {}
    for place, line in enumerate(a.instance.lines):
        if line.types:
            alike.setdefault((tuple(sorted(line.types)), line.set_size), []).append(place)
    column = np.full((len(a.target), len(a.types), a.instance.rounds), -1)
    column[a.column_line, a.column_type, a.column_round] = np.arange(len(a.column_line))
    return [
        _chains(a, np.array(lines), np.array([a.types.index(code) for code in types]), size, column)
        for (types, size), lines in alike.items()
    ]


def _chains(a: Arrays, lines: Table, kinds: Table, size: int, column: Table) -> Chains:
    rounds = np.arange(a.instance.rounds)
    steps = _steps(len(kinds), len(rounds))
    begins = (steps != 0).any(axis=1).argmax(axis=1)
    effects = []
    for until in (a.counts_until, a.young_until):
        serves = (rounds >= rounds[:, None]) & (rounds < until[kinds][:, :, None])
        effects.append(np.einsum("ckr,krt->ct", steps, serves))
    order = np.argsort(begins, kind="stable")
    order = order[np.logical_and(*[(np.abs(effect) <= 1).all(axis=1) for effect in effects])[order]]
    steps, (stock, young) = steps[order], (effect[order] for effect in effects)
    price = (a.price[kinds] * size).astype(float)
    cost = np.einsum("ckr,kr->cr", steps, price)
    parts = [table[:, None] for table in (stock > 0, stock < 0, young > 0, young < 0)]
    return Chains(
        lines=lines,
        columns=column[lines[:, None], kinds],
        steps=steps,
        stock=stock * size,
        young=young * size,
        effect=np.concatenate([*parts, steps > 0, steps < 0], axis=1).astype(float),
        price=price,
        cost=np.cumsum(cost, axis=1) if a.instance.carry_over else cost,
        first=np.searchsorted(begins[order], np.arange(len(rounds) + 1)),
    )


@lru_cache(16)
def _steps(kinds: int, rounds: int) -> Table:
    """Chain x type x round: chains of each type, and one type in the place of another."""
    found: list[tuple[int, ...]] = []
    for length in range(1, _LONGEST + 1):
        longer = list(combinations(range(rounds), length))
        if length > 2 and len(found) + len(longer) > _MOST:
            break
        found += longer
    rows = [
        [(kind, r, sign * (-1) ** i) for i, r in enumerate(some)]
        for kind in range(kinds)
        for some in found
        for sign in (1, -1)
    ]
    rows += [
        [(one, r, 1), (other, t, -1)]
        for one, other in permutations(range(kinds), 2)
        for r in range(rounds)
        for t in range(rounds)
    ]
    steps = np.zeros((len(rows), kinds, rounds), dtype=np.int64)
    for number, row in enumerate(rows):
        for kind, r, sign in row:
            steps[number, kind, r] = sign
    return steps
