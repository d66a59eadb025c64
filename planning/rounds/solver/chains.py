"""Chains: purchases of one line that change together, as where a device that comes later is replaced later too.

A chain adds a set of a type in one round, takes one away in a later one, adds one in another again, and so on. For a
line of one type each step along an edge of the linear relaxation is such a chain, so that few of them, put together,
lead from one good plan to the next. Lines that buy the same types have the same chains; what a chain does to all of
them is one product of matrices.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations
from math import comb
from typing import Final

import numpy as np

from planning.rounds.solver.arrays import Arrays, Floats, Table
from planning.rounds.solver.evaluate import banded

IMPOSSIBLE: Final = 2.0**50
"""The score of a chain that passes the fewest or the most of a purchase is above half of this."""
_MOST: Final = 800
"""How many chains a type may have; with more rounds they become shorter."""
_LONGEST: Final = 4
_LARGEST: Final = 20_000_000
"""So many numbers may say what chains do."""
_SMALL: Final = 200_000
"""Products of matrices up to this size stay on one processor."""


@dataclass(frozen=True, slots=True)
class LinesAlike:
    """Lines that may buy the same types in sets of one size, and their chains, by the round in which they begin."""

    lines: Table
    columns: Table  # line x type x round: the column of Arrays; -1: none, it cannot be bought
    steps: Table  # chain x type x round: sets more
    stock: Table  # chain x round: devices more that count
    young: Table  # of which in-life
    effect: Floats  # chain x (more stock, less, more young, less; then by type more bought, less) x round: 0 or 1
    cost: Floats  # chain x round: as budgets count it, so up to that round where money is carried over
    first: Table  # by round: the first chain that begins in it; one more entry at the end

    def scores(self, round_: int, losses: Floats, bought: tuple[Floats, Floats]) -> Floats:
        """What each chain that begins in a round adds to the objective; line x chain. See `losses` and `purchases`."""
        does = self.effect[self.first[round_] : self.first[round_ + 1], :, round_:]
        each = np.concatenate([losses[self.lines], *[one[self.columns] for one in bought]], axis=1)[:, :, round_:]
        return _product(each.reshape(len(each), -1), does.reshape(len(does), -1).T)


@dataclass(frozen=True, slots=True)
class RoundChains:
    """All chains that begin in a round, group after group, each as often as lines are tried with it."""

    group: Table
    chain: Table  # within its group
    cost: Floats  # chain x round


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of an instance."""

    groups: tuple[LinesAlike, ...]
    by_round: tuple[RoundChains, ...]  # by round


def _product(one: Floats, other: Floats) -> Floats:
    step = max(1, _SMALL // max(1, other.size))
    return np.concatenate([one[at : at + step] @ other for at in range(0, len(one), step)])


def losses(arrays: Arrays, weights: Floats, stock: Table, young: Table) -> Floats:
    """What lines lose by a set more that counts, a set less, one more in-life, one less; line x these x round."""
    a, size = arrays, arrays.set_size[:, None]
    short, unserved = (np.maximum(0, a.target - np.stack([have + size, have - size, have])) for have in (stock, young))
    short, unserved = weights[0] * a.weight[:, None] * banded(a, short), weights[1] * unserved
    return np.concatenate([short[:2] - short[2], unserved[:2] - unserved[2]]).swapaxes(0, 1)


def purchases(arrays: Arrays, weights: Floats, sets: Table) -> tuple[Floats, Floats]:
    """What a set more of each column costs in the objective, and one fewer; last, of what is no column."""
    a = arrays
    price = weights[2] * a.price[a.column_type, a.column_round] * a.set_size[a.column_line]
    more, less = np.full(len(sets) + 1, IMPOSSIBLE), np.full(len(sets) + 1, IMPOSSIBLE)
    more[:-1][sets < a.column_most] = price[sets < a.column_most]
    less[:-1][sets > a.column_least] = -price[sets > a.column_least]
    return more, less


def chains_of(arrays: Arrays, tried: int) -> Chains | None:
    """The chains of an instance, each of which so many lines are `tried` with; None where they take too much room."""
    a, rounds = arrays, arrays.instance.rounds
    alike: dict[tuple[tuple[str, ...], int], list[int]] = {}
    for place, line in enumerate(a.instance.lines):
        if line.types:
            alike.setdefault((tuple(sorted(line.types)), line.set_size), []).append(place)
    if sum(_count(len(types), rounds) * (4 + 2 * len(types)) * rounds for types, _ in alike) > _LARGEST:
        return None
    column = np.full((len(a.target), len(a.types), rounds), -1)
    column[a.column_line, a.column_type, a.column_round] = np.arange(len(a.column_line))
    groups = tuple(
        _lines_alike(a, np.array(lines), np.array([a.types.index(code) for code in types]), size, column)
        for (types, size), lines in alike.items()
    )
    return Chains(groups, tuple(_round_chains(groups, r, tried) for r in range(rounds)))


def _round_chains(groups: tuple[LinesAlike, ...], r: int, tried: int) -> RoundChains:
    chains = [np.tile(np.arange(one.first[r], one.first[r + 1]), min(tried, len(one.lines))) for one in groups]
    return RoundChains(
        np.repeat(np.arange(len(groups)), [len(some) for some in chains]),
        np.concatenate([np.zeros(0, dtype=np.int64), *chains]),
        np.concatenate(
            [
                np.zeros((0, len(groups[0].first) - 1 if groups else 0)),
                *[one.cost[some] for one, some in zip(groups, chains, strict=True)],
            ]
        ),
    )


def _lines_alike(a: Arrays, lines: Table, kinds: Table, size: int, column: Table) -> LinesAlike:
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
    return LinesAlike(
        lines=lines,
        columns=column[lines[:, None], kinds],
        steps=steps,
        stock=stock * size,
        young=young * size,
        effect=np.concatenate([*parts, steps > 0, steps < 0], axis=1).astype(float),
        cost=np.cumsum(cost, axis=1) if a.instance.carry_over else cost,
        first=np.searchsorted(begins[order], np.arange(len(rounds) + 1)),
    )


def _count(kinds: int, rounds: int) -> int:
    """How many chains there are of so many types."""
    return 2 * kinds * len(_places(rounds)) + kinds * (kinds - 1) * rounds**2


@lru_cache(16)
def _places(rounds: int) -> list[tuple[int, ...]]:
    """The rounds in which a chain of one type changes something."""
    found: list[tuple[int, ...]] = []
    for length in range(1, _LONGEST + 1):
        if length > 2 and len(found) + comb(rounds, length) > _MOST:
            break
        found += combinations(range(rounds), length)
    return found


@lru_cache(16)
def _steps(kinds: int, rounds: int) -> Table:
    """Chain x type x round: chains of each type, and one type in the place of another."""
    rows = [
        [(kind, r, sign * (-1) ** i) for i, r in enumerate(some)]
        for kind in range(kinds)
        for some in _places(rounds)
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
