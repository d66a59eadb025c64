"""An instance as arrays, computed once: what plans are judged by and models are built from."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planning.rounds.solver.instance import Bound, FleetLine, Instance, Key, Purchases

Table = NDArray[np.int64]
Floats = NDArray[np.float64]
NO_LIMIT: Final = 2**60
"""Stands for a budget that is not limited."""


@dataclass(frozen=True, slots=True)
class Arrays:
    """The arrays of an instance; lines and rounds as in the instance, types and schools by name.

    Devices bought of type k in round r count in the rounds r up to but not including `counts_until[k, r]`, and are
    in-life up to `young_until[k, r]`. A column is one thing that can be decided: line, type and round, in whole sets.
    """

    instance: Instance
    types: tuple[str, ...]
    schools: tuple[str, ...]
    school: Table  # by line: place in schools
    weight: Table  # by line
    set_size: Table  # by line
    target: Table  # line x round
    most: Table  # line x round: the largest target from that round on, in whole sets
    legacy_stock: Table  # line x round: legacy that counts
    legacy_young: Table  # line x round: of which in-life
    band_ends: Table  # band x line x round: shortage up to here falls in this band or an earlier one
    band_weights: Table
    price: Table  # type x round
    tiers: tuple[tuple[tuple[int, Table], ...], ...]  # by type: quantity and prices by round of each tier
    fixed_cost: Table  # type x round
    joint: Table  # type x round
    counts_until: Table  # type x round
    young_until: Table  # type x round
    limit: Table  # by round: what the board may pay, from round 0 on where money is carried over
    school_limit: Table  # school x round, at list price
    school_money: Table  # school x round
    column_line: Table
    column_type: Table
    column_round: Table
    column_least: Table  # in sets
    column_most: Table  # in sets

    def vector(self, purchases: Purchases) -> Table | None:
        """Sets by column; None where something is bought that is no column or no whole set."""
        place = {key: j for j, key in enumerate(self.keys())}
        sets = np.zeros(len(self.column_line), dtype=np.int64)
        for key, count in purchases.items():
            if count == 0:
                continue
            j = place.get(key)
            if j is None or count % self.set_size[key[0]]:
                return None
            sets[j] = count // self.set_size[key[0]]
        return sets

    def keys(self) -> list[Key]:
        """The key of each column."""
        rows = zip(self.column_line.tolist(), self.column_type.tolist(), self.column_round.tolist(), strict=True)
        return [(line, self.types[kind], round_) for line, kind, round_ in rows]

    def devices(self, sets: Table) -> Table:
        """Devices by column."""
        return sets * self.set_size[self.column_line]

    def purchases(self, sets: Table) -> dict[Key, int]:
        """What is bought, as a mapping without zeros."""
        some = np.nonzero(sets)[0]
        parts = self.column_line[some], self.column_type[some], self.column_round[some], self.devices(sets)[some]
        return {
            (line, self.types[kind], round_): count
            for line, kind, round_, count in zip(*(part.tolist() for part in parts), strict=True)
        }


def arrays_of(instance: Instance | Arrays) -> Arrays:
    """The arrays of an instance; arrays stay as they are."""
    if isinstance(instance, Arrays):
        return instance
    rounds = range(instance.rounds)
    types = tuple(sorted(instance.types))
    kinds = [instance.types[code] for code in types]
    schools = tuple(sorted({line.school for line in instance.lines}))
    target = _table([line.targets for line in instance.lines], instance.rounds)
    sizes = np.array([line.set_size for line in instance.lines], dtype=np.int64)
    largest = np.maximum.accumulate(target[:, ::-1], axis=1)[:, ::-1]
    most = -(-largest // sizes[:, None]) * sizes[:, None] if len(sizes) else largest
    until = _table([[_end(kind.support_ends, r, instance.rounds) for r in rounds] for kind in kinds], instance.rounds)
    bought_in = np.arange(instance.rounds)
    counts_until = np.minimum(until, bought_in + _column([kind.max_age for kind in kinds]))
    bands = instance.bands
    ends = [target * band.numerator // band.denominator for band in bands[:-1]]
    columns = _columns(instance, types, most, counts_until)
    return Arrays(
        instance=instance,
        types=types,
        schools=schools,
        school=np.array([schools.index(line.school) for line in instance.lines], dtype=np.int64),
        weight=np.array([line.weight for line in instance.lines], dtype=np.int64),
        set_size=sizes,
        target=target,
        most=most,
        legacy_stock=_legacy(instance, young=False),
        legacy_young=_legacy(instance, young=True),
        band_ends=np.stack([np.minimum(end, target) for end in ends] + [target]),
        band_weights=np.array([band.weight for band in bands], dtype=np.int64),
        price=_table([kind.prices for kind in kinds], instance.rounds),
        tiers=tuple(tuple((tier.quantity, np.array(tier.prices)) for tier in kind.tiers) for kind in kinds),
        fixed_cost=_table([kind.fixed_costs for kind in kinds], instance.rounds),
        joint=_table([kind.joint or (0,) * instance.rounds for kind in kinds], instance.rounds),
        counts_until=np.maximum(counts_until, bought_in),
        young_until=np.maximum(np.minimum(counts_until, bought_in + _column([kind.life for kind in kinds])), bought_in),
        limit=limit_of(instance),
        school_limit=_table(
            [[_or_no_limit(money) for money in instance.school_budgets.get(s, (None,) * len(rounds))] for s in schools],
            instance.rounds,
        ),
        school_money=_table([instance.school_money.get(s, (0,) * len(rounds)) for s in schools], instance.rounds),
        column_line=columns[0],
        column_type=columns[1],
        column_round=columns[2],
        column_least=columns[3],
        column_most=columns[4],
    )


def _table(rows: object, width: int) -> Table:
    return np.array(rows, dtype=np.int64).reshape(-1, width)


def _column(numbers: list[int]) -> Table:
    return np.array(numbers, dtype=np.int64).reshape(-1, 1)


def _or_no_limit(money: int | None) -> int:
    return NO_LIMIT if money is None else money


def _end(support_ends: tuple[int | None, ...], bought_in: int, rounds: int) -> int:
    end = support_ends[bought_in]
    return rounds if end is None else min(end, rounds)


def limit_of(instance: Instance) -> Table:
    """What the board may pay by round, from round 0 on where money is carried over.

    A round without limit may spend anything; carried over, what is left of it is without limit too."""
    if not instance.carry_over:
        return np.array([_or_no_limit(money) for money in instance.budgets], dtype=np.int64)
    limit, so_far = [], 0
    for money in instance.budgets:
        so_far = NO_LIMIT if money is None else min(NO_LIMIT, so_far + money)
        limit.append(so_far)
    return np.array(limit, dtype=np.int64)


def _legacy(instance: Instance, *, young: bool) -> Table:
    table = np.zeros((len(instance.lines), instance.rounds), dtype=np.int64)
    for place, line in enumerate(instance.lines):
        for old in line.legacy:
            kind = instance.types[old.type]
            last = (kind.life if young else kind.max_age) - old.age
            end = instance.rounds if old.support_end is None else old.support_end
            table[place, : max(0, min(last, end))] += old.count
    return table


def _columns(
    instance: Instance, types: tuple[str, ...], most: Table, counts_until: Table
) -> tuple[Table, Table, Table, Table, Table]:
    rows = []
    for place, line in enumerate(instance.lines):
        fixed = {(bound.type, bound.round): bound for bound in line.bounds}
        for kind, code in enumerate(types):
            if code not in line.types:
                continue
            for r in range(instance.rounds):
                least, largest = limits_of(line, fixed.get((code, r)), int(most[place, r]))
                # one that never counts is of use only to reach a tier
                useful = counts_until[kind, r] > r or instance.types[code].tiers
                if least > 0 or (largest > 0 and useful):
                    rows.append((place, kind, r, -(-least // line.set_size), largest // line.set_size))
    table = np.array(rows, dtype=np.int64).reshape(-1, 5)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3], table[:, 4]


def limits_of(line: FleetLine, bound: Bound | None, most: int) -> tuple[int, int]:
    """The fewest and the most devices of a purchase; what is ordered already may pass the largest target."""
    if bound is None:
        return 0, most
    largest = max(most, -(-bound.at_least // line.set_size) * line.set_size)
    return bound.at_least, largest if bound.at_most is None else min(largest, bound.at_most)
