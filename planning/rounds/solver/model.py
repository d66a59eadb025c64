"""The compact threshold model of an instance as a linear or mixed-integer program.

Per line and round two rows: what counts plus the shortage reaches the target (A), what is in-life plus what is
unserved reaches it (B). Shortage is split in bands: where their weights rise the cheap bands fill first by
themselves, where a weight falls a binary keeps the order. What is bought at one price of one type in one round is a
level; a level with a fixed cost or a lowest quantity is switched on by a binary. The spend of a round is a column of
its own: budgets, carry-over and the peak are short rows on it. Money is counted in the greatest unit all prices
share, which makes budgets as tight as whole numbers allow.
"""

from collections import Counter
from dataclasses import dataclass
from math import gcd

import numpy as np
from numpy.typing import NDArray

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Floats, Table
from planning.rounds.solver.levels import Levels, affordable, levels, repeated
from planning.rounds.solver.matrix import INFINITE, Columns, Rows

SHORT, UNSERVED, COST, PEAK = range(4)
"""The criteria, in their order."""


@dataclass(frozen=True, slots=True)
class LinearModel:
    """A program, column by column: purchases (in sets), switches, shortage, unserved, school money, spend, peak."""

    arrays: Arrays
    column: Table  # by purchase variable: the column of Arrays it is part of
    level: Levels
    level_of: Table  # by purchase variable: its level
    criteria: Floats  # criterion x column
    lower: Floats
    upper: Floats
    integer: NDArray[np.bool_]
    row_lower: Floats
    row_upper: Floats
    start: NDArray[np.int32]  # column-wise matrix
    index: NDArray[np.int32]
    value: Floats
    budget_rows: Table  # by round: the row that holds the budget
    unit: int  # money of one unit in the rows
    most_spend: int  # no plan spends more: a limit from here on is none

    def sets(self, solution: Floats) -> Table:
        """Sets by column of Arrays, rounded to the nearest whole."""
        whole = np.rint(solution[: len(self.column)]).astype(np.int64)
        return np.bincount(self.column, whole, len(self.arrays.column_line)).astype(np.int64)

    def fractional(self, solution: Floats) -> Floats:
        """Sets by column of Arrays, as they are."""
        return np.bincount(self.column, solution[: len(self.column)], len(self.arrays.column_line)).astype(float)

    def budget_limits(self, limit: Table) -> Floats:
        """The upper sides of the budget rows for budgets in money (cumulative where carried over)."""
        units = limit / self.unit if self.arrays.school_money.any() else limit // self.unit
        return np.where(limit >= self.most_spend, INFINITE, units)


@dataclass(frozen=True, slots=True)
class _Purchases:
    """The purchase variables: every column of Arrays at every level of its type and round."""

    variable: Table
    column: Table  # of Arrays
    level: Table
    upper: Floats
    size: Table  # devices in a set
    price: Floats  # of a set, in units of money


@dataclass(frozen=True, slots=True)
class _Shortage:
    """The variables of a shortage: devices that a line lacks in a round."""

    variable: Table
    line: Table
    round: Table


@dataclass(frozen=True, slots=True)
class _Bands(_Shortage):
    """A shortage in parts, one for each band."""

    band: Table
    width: Table  # devices the band takes


def build(arrays: Arrays, tiers: Table | None = None, *, peak: bool = True) -> LinearModel:
    """The program of an instance; `tiers` as in `levels`, `peak` whether the peak is a criterion."""
    a = arrays
    level = levels(a, tiers)
    prices = np.concatenate([level.price, level.fixed[level.switched]])
    unit = gcd(*prices.tolist()) or 1 if len(prices) else 1
    columns, rows = Columns(), Rows()

    bought = _purchases(a, level, unit, columns)
    switch = columns.add(int(level.switched.sum()), 1.0, whole=True)
    short, unserved = _short(a, columns), _unserved(a, columns)
    own_school, own_round = np.nonzero(a.school_money)
    own = columns.add(len(own_school), a.school_money[own_school, own_round] / unit)
    spend = columns.add(a.instance.rounds, criterion=COST, weight=unit)
    top = columns.add(int(peak), criterion=PEAK, weight=unit)

    _serve(a, rows, bought, short, a.target - a.legacy_stock, a.counts_until)
    _serve(a, rows, bought, unserved, a.target - a.legacy_young, a.young_until)
    _spend(a, rows, bought, level, switch, spend, unit)
    budget_rows = _budgets(a, rows, spend, own, own_round)
    _school_money(a, rows, bought, own, own_school, own_round)
    _school_budgets(a, rows, bought, unit)
    if peak:
        each = rows.add(-INFINITE, 0.0, len(spend))
        rows.put(each, spend, 1.0)
        rows.put(each, np.repeat(top, len(spend)), -1.0)
    _switches(level, rows, bought, switch)
    _bands_in_order(a, rows, columns, short)
    _sums_over_levels(a, rows, bought)

    start, index, value = rows.matrix(columns.count)
    model = LinearModel(
        arrays=a,
        column=bought.column,
        level=level,
        level_of=bought.level,
        criteria=columns.criteria(),
        lower=np.concatenate(columns.lower),
        upper=np.concatenate(columns.upper),
        integer=np.concatenate(columns.integer),
        row_lower=np.concatenate(rows.lower),
        row_upper=np.concatenate(rows.upper),
        start=start,
        index=index,
        value=value,
        budget_rows=budget_rows,
        unit=unit,
        most_spend=int(
            (level.price[bought.level] * bought.size * a.column_most[bought.column]).sum() + level.fixed.sum()
        ),
    )
    model.row_upper[budget_rows] = model.budget_limits(a.limit)
    return model


def _purchases(a: Arrays, level: Levels, unit: int, columns: Columns) -> _Purchases:
    deepest = 1 + max((len(kind.tiers) for kind in a.instance.types.values()), default=0)
    of_level = np.full((len(a.types), a.instance.rounds, deepest), -1)
    depth: Counter[tuple[int, int]] = Counter()
    for i, place in enumerate(zip(level.kind.tolist(), level.round.tolist(), strict=True)):
        of_level[*place, depth[place]] = i
        depth[place] += 1
    choices = of_level[a.column_type, a.column_round]
    column, at = np.nonzero(choices >= 0)
    chosen = choices[column, at]
    size = a.set_size[a.column_line[column]]
    lower = np.where(_several(a, column), 0, a.column_least[column]).astype(float)
    upper = affordable(a, column, level, chosen).astype(float)
    variable = columns.add(len(column), upper, lower=lower, whole=True)
    return _Purchases(variable, column, chosen, upper, size, level.price[chosen] * size / unit)


def _several(a: Arrays, column: Table) -> NDArray[np.bool_]:
    """Which purchase variables share their column with another: its limits hold for their sum."""
    return np.asarray(np.bincount(column, minlength=len(a.column_line))[column] > 1, dtype=bool)


def _short(a: Arrays, columns: Columns) -> _Bands:
    """Devices under target, band by band, only where legacy does not serve already."""
    starts = np.concatenate([np.zeros_like(a.band_ends[:1]), a.band_ends[:-1]])
    band, line, round_ = np.nonzero((a.band_ends > starts) & (a.target > a.legacy_stock)[None])
    width = (a.band_ends - starts)[band, line, round_]
    weight = a.weight[line] * a.band_weights[band]
    return _Bands(columns.add(len(band), width, criterion=SHORT, weight=weight), line, round_, band, width)


def _unserved(a: Arrays, columns: Columns) -> _Shortage:
    """Devices wanted that no device within its life serves."""
    line, round_ = np.nonzero(a.target > a.legacy_young)
    return _Shortage(columns.add(len(line), a.target[line, round_], criterion=UNSERVED), line, round_)


def _serve(a: Arrays, rows: Rows, bought: _Purchases, missing: _Shortage, wanted: Table, until: Table) -> None:
    """What is bought and still serves, and what is missing, reach what is wanted beside legacy."""
    number = np.full(wanted.shape, -1)
    number[wanted > 0] = rows.add(wanted[wanted > 0].astype(float), INFINITE, int((wanted > 0).sum()))
    begin = a.column_round[bought.column]
    length = until[a.column_type[bought.column], begin] - begin
    which = np.repeat(np.arange(len(bought.column)), length)
    t = np.arange(len(which)) - np.repeat(np.cumsum(length) - length, length) + begin[which]
    row = number[a.column_line[bought.column[which]], t]
    rows.put(row[row >= 0], bought.variable[which[row >= 0]], bought.size[which[row >= 0]])
    rows.put(number[missing.line, missing.round], missing.variable, 1.0)


def _spend(a: Arrays, rows: Rows, bought: _Purchases, level: Levels, switch: Table, spend: Table, unit: int) -> None:
    """The spend of a round is what is bought in it, and the fixed costs of what is switched on."""
    spent = rows.add(0.0, 0.0, len(spend))
    rows.put(spent[a.column_round[bought.column]], bought.variable, bought.price)
    rows.put(spent[level.round[level.switched]], switch, level.fixed[level.switched] / unit)
    rows.put(spent, spend, -1.0)


def _budgets(a: Arrays, rows: Rows, spend: Table, own: Table, own_round: Table) -> Table:
    """By round, or up to it where money is carried over: the spend less schools' own money; limits come later."""
    limited = rows.add(-INFINITE, INFINITE, len(spend))
    if a.instance.carry_over:
        later, earlier = np.tril_indices(len(spend))
        rows.put(limited[later], spend[earlier], 1.0)
        late, mine = np.nonzero(np.arange(len(spend))[:, None] >= own_round[None, :])
        rows.put(limited[late], own[mine], -1.0)
    else:
        rows.put(limited, spend, 1.0)
        rows.put(limited[own_round], own, -1.0)
    return limited


def _school_money(a: Arrays, rows: Rows, bought: _Purchases, own: Table, schools: Table, rounds: Table) -> None:
    """A school pays at most what is bought for it."""
    if not len(own):
        return
    number = np.full(a.school_money.shape, -1)
    number[schools, rounds] = rows.add(-INFINITE, 0.0, len(own))
    rows.put(number[schools, rounds], own, 1.0)
    row = number[a.school[a.column_line[bought.column]], a.column_round[bought.column]]
    rows.put(row[row >= 0], bought.variable[row >= 0], -bought.price[row >= 0])


def _school_budgets(a: Arrays, rows: Rows, bought: _Purchases, unit: int) -> None:
    """At list price, round by round."""
    schools, rounds = np.nonzero(a.school_limit < NO_LIMIT)
    number = np.full(a.school_limit.shape, -1)
    number[schools, rounds] = rows.add(-INFINITE, a.school_limit[schools, rounds] / unit, len(schools))
    row = number[a.school[a.column_line[bought.column]], a.column_round[bought.column]]
    price = a.price[a.column_type[bought.column], a.column_round[bought.column]] * bought.size / unit
    rows.put(row[row >= 0], bought.variable[row >= 0], price[row >= 0])


def _switches(level: Levels, rows: Rows, bought: _Purchases, switch: Table) -> None:
    """Nothing is bought at a level that is off; one that is on holds its quantity; one level of a type and round."""
    switch_of = np.full(len(level.kind), -1)
    switch_of[level.switched] = np.arange(len(switch))
    mine = switch_of[bought.level]
    bound = mine >= 0
    each = rows.add(-INFINITE, 0.0, int(bound.sum()))
    rows.put(each, bought.variable[bound], 1.0)
    rows.put(each, switch[mine[bound]], -bought.upper[bound])
    numbers = np.nonzero(level.switched)[0]
    for side, lower, upper in ((level.least, 0.0, INFINITE), (level.most, -INFINITE, 0.0)):
        tiered = numbers[repeated(level)[numbers]]
        row_of = np.full(len(level.kind), -1)
        row_of[tiered] = rows.add(lower, upper, len(tiered))
        row = row_of[bought.level]
        rows.put(row[row >= 0], bought.variable[row >= 0], bought.size[row >= 0])
        rows.put(row_of[tiered], switch[switch_of[tiered]], -side[tiered].astype(float))
    pairs = np.stack([level.kind, level.round], axis=1)[numbers]
    if len(pairs):
        names, place = np.unique(pairs, axis=0, return_inverse=True)
        one = rows.add(-INFINITE, 1.0, len(names))
        rows.put(one[place.ravel()], switch[switch_of[numbers]], 1.0)


def _sums_over_levels(a: Arrays, rows: Rows, bought: _Purchases) -> None:
    """A purchase at several levels keeps to its limits with their sum."""
    several = _several(a, bought.column)
    names, place = np.unique(bought.column[several], return_inverse=True)
    if len(names):
        whole = rows.add(a.column_least[names].astype(float), a.column_most[names].astype(float), len(names))
        rows.put(whole[place], bought.variable[several], 1.0)


def _bands_in_order(a: Arrays, rows: Rows, columns: Columns, short: _Bands) -> None:
    """Where a later band could fill first because it weighs less, a switch: on once the earlier band is full."""
    earlier, later = _pairs_in_order(a, short.band, short.line, short.round).T
    full = columns.add(len(earlier), 1.0, whole=True)
    for band, lower, upper in ((earlier, 0.0, INFINITE), (later, -INFINITE, 0.0)):  # off: the later band is empty
        each = rows.add(lower, upper, len(full))
        rows.put(each, short.variable[band], 1.0)
        rows.put(each, full, -short.width[band])


def _pairs_in_order(a: Arrays, band: Table, lines: Table, rounds: Table) -> Table:
    """Pairs of shortage variables (earlier, later) of which the later could fill first because it weighs less."""
    weights = a.band_weights.tolist()
    if weights == sorted(weights):
        return np.zeros((0, 2), dtype=np.int64)
    of: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, (b, line, r) in enumerate(zip(band.tolist(), lines.tolist(), rounds.tolist(), strict=True)):
        of.setdefault((line, r), []).append((weights[b], i))
    pairs = [
        (parts[n][1], parts[n + 1][1])
        for parts in of.values()
        for n in range(len(parts) - 1)
        if max(parts[: n + 1])[0] > min(parts[n + 1 :])[0]
    ]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)
