"""The two rules a spreadsheet follows, round by round without looking ahead: what a plan is compared with.

Both buy the type that costs least per round of life, keep to every limit, and leave what is ordered already in place.
"""

import heapq
from typing import Final

import numpy as np

from planning.rounds.solver.arrays import Arrays, Table, arrays_of
from planning.rounds.solver.by_name import by_name
from planning.rounds.solver.instance import Instance, Key
from planning.rounds.solver.ledger import Ledger

_PARTS: Final = 1_000


def oldest_first(instance: Instance) -> dict[Key, int]:
    """Replace what is past its life, oldest first over all schools, then expand to the target with what is left."""
    named = by_name(instance)
    arrays = arrays_of(named.instance)
    return named.as_given(arrays.purchases(oldest_first_sets(arrays)))


def oldest_first_sets(arrays: Arrays) -> Table:
    """`oldest_first` as sets by column."""
    fleet = _Fleet(arrays)
    for r in range(arrays.instance.rounds):
        _replace(fleet, r)
        _expand(fleet, r)
    return fleet.ledger.sets


def shortage_first_sets(arrays: Arrays) -> Table:
    """Give to the line furthest under its target, one set at a time, then replace past-life devices, oldest first."""
    fleet = _Fleet(arrays)
    for r in range(arrays.instance.rounds):
        _expand(fleet, r)
        _replace(fleet, r)
    return fleet.ledger.sets


class _Fleet:
    """A growing plan with its cohorts: what a line has in a round, by age."""

    def __init__(self, arrays: Arrays) -> None:
        self.arrays = arrays
        self.ledger = Ledger(arrays, arrays.column_least)
        a = arrays
        self.target = a.target.tolist()
        self.stock = a.legacy_stock.copy()
        self.young = a.legacy_young.copy()
        counts = a.devices(a.column_least)
        for j in np.nonzero(counts)[0].tolist():
            self._add(int(a.column_line[j]), int(a.column_type[j]), int(a.column_round[j]), int(counts[j]))
        self.choice = [self._types_of(line) for line in range(len(a.target))]
        self.cohorts = [self._legacy_of(line) for line in range(len(a.target))]

    def _types_of(self, line: int) -> list[int]:
        a = self.arrays
        kinds = [a.types.index(code) for code in a.instance.lines[line].types]
        life = {kind: a.instance.types[a.types[kind]].life for kind in kinds}
        return sorted(kinds, key=lambda kind: (float(a.price[kind].sum()) / life[kind], a.types[kind]))

    def _legacy_of(self, line: int) -> list[tuple[int, int, int, int]]:
        """Legacy by (round bought, count, first round past its life, first round in which it no longer counts)."""
        types, rounds = self.arrays.instance.types, self.arrays.instance.rounds
        return [
            (
                -old.age,
                old.count,
                types[old.type].life - old.age,
                min(types[old.type].max_age - old.age, rounds if old.support_end is None else old.support_end),
            )
            for old in self.arrays.instance.lines[line].legacy
        ]

    def _add(self, line: int, kind: int, r: int, count: int) -> None:
        self.stock[line, r : self.arrays.counts_until[kind, r]] += count
        self.young[line, r : self.arrays.young_until[kind, r]] += count

    def past_life(self, r: int) -> list[tuple[int, int, int]]:
        """Devices that count but are past their life: (minus age, line, count), oldest first."""
        a = self.arrays
        found = []
        for line, cohorts in enumerate(self.cohorts):
            if self.young[line, r] < self.target[line][r]:
                found += [(since - r, line, count) for since, count, old, end in cohorts if old <= r < end and count]
        bought = np.nonzero(self.ledger.sets)[0]
        kind, since = a.column_type[bought], a.column_round[bought]
        old = (a.young_until[kind, since] <= r) & (r < a.counts_until[kind, since])
        for j in bought[old].tolist():
            count = int(self.ledger.sets[j]) * int(a.set_size[a.column_line[j]])
            found.append((int(a.column_round[j]) - r, int(a.column_line[j]), count))
        return sorted(found)

    def buy(self, line: int, r: int, devices: int) -> int:
        """Buy up to this many devices, in whole sets, the cheapest type first; gives how many."""
        size = int(self.arrays.set_size[line])
        sets = -(-devices // size)
        bought = 0
        for kind in self.choice[line]:
            if self.arrays.counts_until[kind, r] <= r:
                continue
            count = self.ledger.buy(line, kind, r, sets - bought)
            if count:
                self._add(line, kind, r, count * size)
                bought += count
            if bought == sets:
                break
        return bought * size


def _replace(fleet: _Fleet, r: int) -> None:
    for _, line, count in fleet.past_life(r):
        missing = int(fleet.target[line][r] - fleet.young[line, r])
        fleet.buy(line, r, min(count, missing))


def _expand(fleet: _Fleet, r: int) -> None:
    """One set at a time to whoever is furthest under target; a line that cannot get one is out for this round.

    A line that wants thousands gets a small part of them at a time: what is wanted may be in the billions.
    """
    waiting = [
        (-(wanted[r] - have) / wanted[r], line)
        for line, (wanted, have) in enumerate(zip(fleet.target, fleet.stock[:, r].tolist(), strict=True))
        if wanted[r] > have
    ]
    heapq.heapify(waiting)
    while waiting:
        _, line = heapq.heappop(waiting)
        wanted = fleet.target[line][r]
        if fleet.buy(line, r, max(1, wanted // _PARTS)):
            missing = wanted - int(fleet.stock[line, r])
            if missing > 0:
                heapq.heappush(waiting, (-missing / wanted, line))
