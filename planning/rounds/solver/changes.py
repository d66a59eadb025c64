"""Small changes to a plan: one set more, one fewer, or one in another round or of another type for the same line.

What a change is worth within its line is exact, also where the plan is still partly in fractions; changes of different
lines add up.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planning.rounds.solver.arrays import Arrays, Floats, Table
from planning.rounds.solver.evaluate import banded

_MOST: Final = 60_000
Signs = NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of an instance, by line: the column that loses a set and the one that gains it (-1: none)."""

    loses: Table
    gains: Table
    line: Table
    lost_in: Table  # the round that loses, -1: none
    gained_in: Table
    first: Table  # by line: where its changes begin; one more entry at the end
    stock: Signs  # change x round: devices that count, in sets
    young: Signs  # of which in-life

    def of(self, lines: Table) -> Table:
        """The changes of some lines."""
        return np.concatenate([np.arange(self.first[line], self.first[line + 1]) for line in lines.tolist()])

    def possible(self, arrays: Arrays, sets: Floats | Table, some: Table) -> NDArray[np.bool_]:
        """Which changes keep to the fewest and the most of a purchase."""
        gains, loses = self.gains[some], self.loses[some]
        room = (gains < 0) | (sets[gains] + 1 <= arrays.column_most[gains])
        left = (loses < 0) | (sets[loses] - 1 >= arrays.column_least[loses])
        return np.asarray(room & left, dtype=bool)

    def apply(self, sets: Table, some: Table, times: int = 1) -> Table:
        """The plan after these changes."""
        after = sets.copy()
        for columns, step in ((self.gains[some], times), (self.loses[some], -times)):
            np.add.at(after, columns[columns >= 0], step)
        return after


def changes_of(arrays: Arrays) -> Changes:
    """The changes of an instance; in a large one a set moves only some rounds."""
    a = arrays
    lines, rounds = a.target.shape
    each = np.bincount(a.column_line, minlength=lines)
    reach = rounds
    while reach > 1 and int((each**2).sum()) * reach // rounds > _MOST:
        reach -= 1
    ends = np.cumsum(each)
    loses, gains, first = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)], [0]
    for line in range(lines):
        own = np.arange(ends[line] - each[line], ends[line])
        nothing = np.full(len(own), -1)
        from_, to = np.repeat(own, len(own)), np.tile(own, len(own))
        near = (from_ != to) & (np.abs(a.column_round[from_] - a.column_round[to]) < reach)
        loses.append(np.concatenate([nothing, own, from_[near]]))
        gains.append(np.concatenate([own, nothing, to[near]]))
        first.append(first[-1] + len(loses[-1]))
    lose, gain = np.concatenate(loses), np.concatenate(gains)
    none = np.append(a.column_round, -1)  # -1 is the last
    tables = []
    for until in (a.counts_until, a.young_until):
        t = np.arange(rounds)
        served = (t >= a.column_round[:, None]) & (t < until[a.column_type, a.column_round][:, None])
        padded = np.concatenate([served, np.zeros((1, rounds), dtype=bool)]).astype(np.int8)
        tables.append(padded[gain] - padded[lose])
    return Changes(
        loses=lose,
        gains=gain,
        line=np.repeat(np.arange(lines), np.diff(first)),
        lost_in=none[lose],
        gained_in=none[gain],
        first=np.array(first),
        stock=tables[0],
        young=tables[1],
    )


def worth(arrays: Arrays, changes: Changes, weights: Floats, sets: Floats | Table, some: Table) -> Floats:
    """What some changes add to the weighted shortage and to what is unserved; less is better."""
    a = arrays
    line, rounds = changes.line[some], np.arange(a.instance.rounds)
    devices, steps = sets * a.set_size[a.column_line], np.array([0.0, 1.0, -1.0])  # by sign: -1 is the last
    total = np.zeros(len(some))
    for first, until, legacy, signs in (
        (True, a.counts_until, a.legacy_stock, changes.stock),
        (False, a.young_until, a.legacy_young, changes.young),
    ):
        wide = a.instance.rounds + 1
        size, gone = a.target.shape[0] * wide, until[a.column_type, a.column_round]
        flow = np.bincount(a.column_line * wide + a.column_round, devices, size)
        flow -= np.bincount(a.column_line * wide + gone, devices, size)
        have = legacy + np.cumsum(flow.reshape(-1, wide)[:, :-1], axis=1)
        lost = np.maximum(0.0, a.target - have - steps[:, None, None] * a.set_size[:, None])
        lost = weights[0] * a.weight[:, None] * banded(a, lost) if first else weights[1] * lost
        by_sign = lost - lost[0]
        total += by_sign[signs[some], line[:, None], rounds].sum(axis=1)
    return total


def money(arrays: Arrays, changes: Changes, sets: Floats | Table, unit: Table, some: Table) -> Floats:
    """What some changes cost in each round at unit prices by type and round, with the fixed cost of a first one."""
    a = arrays
    place = a.column_type * a.instance.rounds + a.column_round
    bought = np.bincount(place, sets, a.price.size)[place]
    price = unit[a.column_type, a.column_round] * a.set_size[a.column_line]
    fixed = a.fixed_cost[a.column_type, a.column_round]
    dearer, cheaper = price + np.where(bought < 0.5, fixed, 0), price + np.where(np.abs(bought - 1) < 0.5, fixed, 0)
    table = np.zeros((len(some), a.instance.rounds))
    for columns, each in ((changes.gains[some], dearer), (changes.loses[some], -cheaper)):
        has = np.nonzero(columns >= 0)[0]
        table[has, a.column_round[columns[has]]] += each[columns[has]]
    return table
