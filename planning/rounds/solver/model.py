"""The compact threshold model of an instance as a linear or mixed-integer program.

Per line and round two rows: what counts plus the shortage reaches the target (A), what is in-life plus what is
unserved reaches it (B). Shortage is split in bands: where their weights rise the cheap bands fill first by
themselves, where a weight falls a binary keeps the order. What is bought at one price of one type in one round is a
level; a level with a fixed cost or a lowest quantity is switched on by a binary. The spend of a round is a column of
its own: budgets, carry-over and the peak are short rows on it. Money is counted in the greatest unit all prices
share, which makes budgets as tight as whole numbers allow.
"""

from dataclasses import dataclass
from math import gcd
from typing import Final

import numpy as np
from numpy.typing import NDArray

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Table
from planning.rounds.solver.levels import Levels, affordable, levels, repeated

Floats = NDArray[np.float64]
INFINITE: Final = float("inf")


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


class _Rows:
    """Collects the matrix row by row."""

    def __init__(self) -> None:
        self.count = 0
        self._parts: list[tuple[Table, Table, Floats]] = []
        self.lower: list[Floats] = []
        self.upper: list[Floats] = []

    def add(self, lower: Floats | float, upper: Floats | float, count: int) -> Table:
        """New rows with these sides; gives their numbers."""
        self.lower.append(np.broadcast_to(np.asarray(lower, dtype=float), count))
        self.upper.append(np.broadcast_to(np.asarray(upper, dtype=float), count))
        self.count += count
        return np.arange(self.count - count, self.count)

    def put(self, rows: Table, columns: Table, values: Floats | Table | float) -> None:
        """Entries of the matrix."""
        self._parts.append((rows, columns, np.broadcast_to(np.asarray(values, dtype=float), len(rows))))

    def matrix(self, columns: int) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats]:
        """Start, index and value, column-wise."""
        rows, cols, values = (np.concatenate(parts) for parts in zip(*self._parts, strict=True))
        order = np.lexsort((rows, cols))
        start = np.concatenate([[0], np.cumsum(np.bincount(cols, minlength=columns))])
        return start.astype(np.int32), rows[order].astype(np.int32), values[order]


def build(arrays: Arrays, tiers: Table | None = None, *, peak: bool = True) -> LinearModel:
    """The program of an instance; `tiers` as in `levels`, `peak` whether the peak is a criterion."""
    a = arrays
    rounds = a.instance.rounds
    level = levels(a, tiers)
    # purchase variables: every column at every level of its type and round
    of_level = np.full(
        (len(a.types), rounds, 1 + max((len(k.tiers) for k in a.instance.types.values()), default=0)), -1
    )
    seen: dict[tuple[int, int], int] = {}
    for i, (k, r) in enumerate(zip(level.kind.tolist(), level.round.tolist(), strict=True)):
        of_level[k, r, seen.get((k, r), 0)] = i
        seen[k, r] = seen.get((k, r), 0) + 1
    choices = of_level[a.column_type, a.column_round]
    column, depth = np.nonzero(choices >= 0)
    x_level = choices[column, depth]
    size = a.set_size[a.column_line[column]]
    several = np.bincount(column, minlength=len(a.column_line))[column] > 1
    x_lower = np.where(several, 0, a.column_least[column]).astype(float)
    x_upper = affordable(a, column, level, x_level).astype(float)
    switch_of = np.full(len(level.kind), -1)
    switch_of[level.switched] = np.arange(int(level.switched.sum()))

    # shortage only where legacy does not serve already
    need_stock = a.target > a.legacy_stock
    need_young = a.target > a.legacy_young
    starts = np.concatenate([np.zeros_like(a.band_ends[:1]), a.band_ends[:-1]])
    band, s_line, s_round = np.nonzero((a.band_ends > starts) & need_stock[None])
    width = (a.band_ends - starts)[band, s_line, s_round]
    g_line, g_round = np.nonzero(need_young)
    m_school, m_round = np.nonzero(a.school_money)

    ordered = _pairs_in_order(a, band, s_line, s_round)

    counts = [len(column), int(level.switched.sum()), len(band), len(g_line), len(m_school), rounds, int(peak)]
    counts.append(len(ordered))
    at = np.concatenate([[0], np.cumsum(counts)])
    x, y, s, g, m, spend, top, full = (np.arange(at[i], at[i + 1]) for i in range(8))
    money = np.concatenate([level.price, level.fixed[level.switched]])
    unit = gcd(*money.tolist()) or 1 if len(money) else 1

    most_spend = int((level.price[x_level] * size * a.column_most[column]).sum() + level.fixed.sum())
    rows = _Rows()
    for need, until, legacy, columns, where in (
        (need_stock, a.counts_until, a.legacy_stock, s, (s_line, s_round)),
        (need_young, a.young_until, a.legacy_young, g, (g_line, g_round)),
    ):
        number = np.full(a.target.shape, -1)
        number[need] = rows.add((a.target - legacy)[need].astype(float), INFINITE, int(need.sum()))
        begin = a.column_round[column]
        length = until[a.column_type[column], begin] - begin
        which = np.repeat(np.arange(len(column)), length)
        t = np.arange(len(which)) - np.repeat(np.cumsum(length) - length, length) + begin[which]
        row = number[a.column_line[column[which]], t]
        rows.put(row[row >= 0], x[which[row >= 0]], size[which[row >= 0]])
        rows.put(number[where], columns, 1.0)

    spent = rows.add(0.0, 0.0, rounds)
    rows.put(spent[a.column_round[column]], x, level.price[x_level] * size / unit)
    rows.put(spent[level.round[level.switched]], y, level.fixed[level.switched] / unit)
    rows.put(spent, spend, -1.0)

    model_rows = rows.add(-INFINITE, INFINITE, rounds)
    if a.instance.carry_over:
        later, earlier = np.tril_indices(rounds)
        rows.put(model_rows[later], spend[earlier], 1.0)
        late, own = np.nonzero(np.arange(rounds)[:, None] >= m_round[None, :])
        rows.put(model_rows[late], m[own], -1.0)
    else:
        rows.put(model_rows, spend, 1.0)
        rows.put(model_rows[m_round], m, -1.0)
    _school_money(a, rows, m, m_school, m_round, x, column, level.price[x_level] * size / unit)
    _school_budgets(a, rows, x, column, size, unit)
    if peak:
        rows.put(rows.add(-INFINITE, 0.0, rounds), spend, 1.0)
        rows.put(np.arange(rows.count - rounds, rows.count), np.repeat(top, rounds), -1.0)
    _switches(level, rows, x, y, x_level, size, x_upper, switch_of)
    earlier, later_ = ordered.T
    rows.put(rows.add(0.0, INFINITE, len(full)), s[earlier], 1.0)  # on: the earlier band is full
    rows.put(np.arange(rows.count - len(full), rows.count), full, -width[earlier])
    rows.put(rows.add(-INFINITE, 0.0, len(full)), s[later_], 1.0)  # off: the later band is empty
    rows.put(np.arange(rows.count - len(full), rows.count), full, -width[later_])
    parts = column[several]
    if len(parts):  # a purchase at several levels: its limits hold for the sum
        names, place = np.unique(parts, return_inverse=True)
        whole = rows.add(a.column_least[names].astype(float), a.column_most[names].astype(float), len(names))
        rows.put(whole[place], x[several], 1.0)

    total = int(at[-1])
    criteria = np.zeros((4, total))
    criteria[0, s] = a.weight[s_line] * a.band_weights[band]
    criteria[1, g] = 1.0
    criteria[2, spend] = unit
    if peak:
        criteria[3, top] = unit
    lower = np.zeros(total)
    lower[x] = x_lower
    upper = np.full(total, INFINITE)
    upper[x] = x_upper
    upper[y] = 1.0
    upper[s] = width
    upper[g] = a.target[g_line, g_round]
    upper[m] = a.school_money[m_school, m_round] / unit
    integer = np.zeros(total, dtype=bool)
    integer[x] = integer[y] = integer[full] = True
    upper[full] = 1.0
    start, index, value = rows.matrix(total)
    row_upper = np.concatenate(rows.upper)
    model = LinearModel(
        arrays=a,
        column=column,
        level=level,
        level_of=x_level,
        criteria=criteria,
        lower=lower,
        upper=upper,
        integer=integer,
        row_lower=np.concatenate(rows.lower),
        row_upper=row_upper,
        start=start,
        index=index,
        value=value,
        budget_rows=model_rows,
        unit=unit,
        most_spend=most_spend,
    )
    row_upper[model_rows] = model.budget_limits(a.limit)
    return model


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


def _school_money(
    a: Arrays, rows: _Rows, m: Table, schools: Table, rounds: Table, x: Table, column: Table, price: Floats
) -> None:
    """A school pays at most what is bought for it."""
    if not len(m):
        return
    number = np.full(a.school_money.shape, -1)
    number[schools, rounds] = rows.add(-INFINITE, 0.0, len(m))
    rows.put(number[schools, rounds], m, 1.0)
    row = number[a.school[a.column_line[column]], a.column_round[column]]
    rows.put(row[row >= 0], x[row >= 0], -price[row >= 0])


def _school_budgets(a: Arrays, rows: _Rows, x: Table, column: Table, size: Table, unit: int) -> None:
    schools, rounds = np.nonzero(a.school_limit < NO_LIMIT)
    number = np.full(a.school_limit.shape, -1)
    number[schools, rounds] = rows.add(-INFINITE, a.school_limit[schools, rounds] / unit, len(schools))
    row = number[a.school[a.column_line[column]], a.column_round[column]]
    price = a.price[a.column_type[column], a.column_round[column]] * size / unit
    rows.put(row[row >= 0], x[row >= 0], price[row >= 0])


def _switches(
    level: Levels, rows: _Rows, x: Table, y: Table, x_level: Table, size: Table, x_upper: Floats, switch_of: Table
) -> None:
    """Nothing is bought at a level that is off; one that is on holds its quantity; one level of a type and round."""
    switch = switch_of[x_level]
    bound = switch >= 0
    each = rows.add(-INFINITE, 0.0, int(bound.sum()))
    rows.put(each, x[bound], 1.0)
    rows.put(each, y[switch[bound]], -x_upper[bound])
    numbers = np.nonzero(level.switched)[0]
    for side, lower, upper in ((level.least, 0.0, INFINITE), (level.most, -INFINITE, 0.0)):
        tiered = numbers[repeated(level)[numbers]]
        row_of = np.full(len(level.kind), -1)
        row_of[tiered] = rows.add(lower, upper, len(tiered))
        row = row_of[x_level]
        rows.put(row[row >= 0], x[row >= 0], size[row >= 0])
        rows.put(row_of[tiered], y[switch_of[tiered]], -side[tiered].astype(float))
    pairs = np.stack([level.kind, level.round], axis=1)[numbers]
    if len(pairs):
        names, place = np.unique(pairs, axis=0, return_inverse=True)
        one = rows.add(-INFINITE, 1.0, len(names))
        rows.put(one[place.ravel()], y[switch_of[numbers]], 1.0)
