"""The model a planner would write first: every device a place of its own, and a yes or no for each place and round.

Kept as something to measure against. It says nearly the same as the product's model, but a line that wants 30 devices
has 30 alike places where the product counts them, and a device keeps its place, which now and then costs a little.
"""

import time
from dataclasses import dataclass
from itertools import product

import highspy
import numpy as np

from planning.rounds.solver.evaluate import Evaluation, evaluate
from planning.rounds.solver.instance import Instance, Key, Values


@dataclass(frozen=True, slots=True)
class Naive:
    """How far the solver came in the time it had."""

    figures: Evaluation | None  # None: no plan was found
    bound: float
    binaries: int
    seconds: float

    @property
    def values(self) -> Values | None:
        """The criteria of the plan."""
        return self.figures.values if self.figures else None


class _Rows:
    """Rows of a linear model that is built place by place."""

    def __init__(self) -> None:
        self.cost: list[float] = []
        self.upper: list[float] = []
        self.whole: list[bool] = []
        self.starts, self.columns, self.values = [0], list[int](), list[float]()
        self.least, self.most = list[float](), list[float]()

    def column(self, cost: float, upper: float, *, whole: bool = False) -> int:
        self.cost.append(cost)
        self.upper.append(upper)
        self.whole.append(whole)
        return len(self.cost) - 1

    def row(self, entries: dict[int, float], least: float, most: float) -> None:
        self.columns += entries
        self.values += entries.values()
        self.starts.append(len(self.columns))
        self.least.append(least)
        self.most.append(most)

    def model(self) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        lp.num_col_, lp.num_row_ = len(self.cost), len(self.least)
        lp.col_cost_ = np.array(self.cost)
        lp.col_lower_, lp.col_upper_ = np.zeros(len(self.cost)), np.array(self.upper)
        lp.row_lower_, lp.row_upper_ = np.array(self.least), np.array(self.most)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(self.starts, dtype=np.int32)
        lp.a_matrix_.index_ = np.array(self.columns, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(self.values)
        kinds = highspy.HighsVarType
        lp.integrality_ = [kinds.kInteger if whole else kinds.kContinuous for whole in self.whole]
        return lp


def solve_naively(instance: Instance, seconds: float) -> Naive:
    """Plan with a binary for each place, type and round, for at most about so many seconds.

    Knows board budgets, bands and support ends: what the boards that are measured have.
    """
    weights = instance.weights
    if weights is None or instance.carry_over or instance.school_budgets:
        raise ValueError("only weighted boards with a budget for each round")
    started = time.perf_counter()
    rows, spend = _Rows(), [dict[int, float]() for _ in range(instance.rounds)]
    buys: dict[int, Key] = {}
    for place in range(len(instance.lines)):
        _add_line(rows, instance, place, buys, spend)
    for entries, budget in zip(spend, instance.budgets, strict=True):
        rows.row(entries, -highspy.kHighsInf, highspy.kHighsInf if budget is None else budget)
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("time_limit", seconds)
    solver.passModel(rows.model())
    solver.run()
    info = solver.getInfo()
    figures = None
    if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        purchases: dict[Key, int] = {}
        bought = np.asarray(solver.getSolution().col_value)
        for column, key in buys.items():
            purchases[key] = purchases.get(key, 0) + round(bought[column])
        figures = evaluate(instance, purchases)
    return Naive(figures, info.mip_dual_bound, len(buys), time.perf_counter() - started)


def _add_line(rows: _Rows, instance: Instance, place: int, buys: dict[int, Key], spend: list[dict[int, float]]) -> None:
    weights, line = instance.weights, instance.lines[place]
    assert weights is not None
    rounds, types = range(instance.rounds), instance.types
    # until which round the device there is now counts and is in-life; the longest first
    lasts = sorted(
        (
            (min(types[old.type].max_age - old.age, end), min(types[old.type].life - old.age, end))
            for old in line.legacy
            for end in [instance.rounds if old.support_end is None else old.support_end]
            for _ in range(old.count)
        ),
        reverse=True,
    )
    short_in: list[list[int]] = [[] for _ in rounds]
    for slot in range(max(line.targets)):
        counts_until, young_until = lasts[slot] if slot < len(lasts) else (0, 0)
        bought = {}
        for code, now in product(line.types, rounds):
            if slot < max(line.targets[now:]):
                kind = types[code]
                column = rows.column(weights.cost * kind.prices[now], 1, whole=True)
                buys[column], bought[column] = (place, code, now), (kind, now)
                spend[now][column] = kind.prices[now]
        for now in rounds:
            if slot >= line.targets[now]:
                continue
            for unserved, until in ((False, counts_until), (True, young_until)):
                missing = rows.column(weights.unserved if unserved else 0, 1)
                entries = {missing: 1.0}
                for column, (kind, then) in bought.items():
                    age, end = now - then, kind.support_ends[then]
                    if 0 <= age < (kind.life if unserved else kind.max_age) and (end is None or now < end):
                        entries[column] = 1.0
                rows.row(entries, 0.0 if now < until else 1.0, highspy.kHighsInf)
                if not unserved:
                    short_in[now].append(missing)
    for now, missing_slots in enumerate(short_in):
        target, below = line.targets[now], 0
        entries = dict.fromkeys(missing_slots, -1.0)
        for number, band in enumerate(instance.bands):
            last = number == len(instance.bands) - 1
            top = target if last else max(below, target * band.numerator // band.denominator)
            entries[rows.column(weights.short * line.weight * band.weight, top - below)] = 1.0
            below = top
        rows.row(entries, 0.0, highspy.kHighsInf)
