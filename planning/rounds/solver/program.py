"""A model in HiGHS: one solver object, one thread, limited by nodes and never by time, so that a plan is repeatable."""

from dataclasses import dataclass
from typing import Any, Final

import highspy
import numpy as np

from planning.rounds.solver.arrays import Arrays, Floats, Table
from planning.rounds.solver.levels import affordable
from planning.rounds.solver.matrix import INFINITE
from planning.rounds.solver.model import LinearModel

_WHOLE_UP_TO: Final = 2.0**53
_EXACT: Final = 1e-9  # the tightest the solver takes is 1e-10


@dataclass(frozen=True, slots=True)
class SolverResult:
    """What the solver found. `solution` is None where it found nothing; `bound` holds for every plan."""

    solution: Floats | None
    bound: float
    optimal: bool
    infeasible: bool = False


class SolverRefused(Exception):  # noqa: N818 - the solver says no; what to do about it is ours
    """HiGHS did not take a model or a change of it: what it would answer is about another one."""


class _QuietHighs(highspy.Highs):
    """A solver that says nothing on standard output, from its first breath, and calls nothing back."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def enableCallbacks(self) -> None:  # noqa: N802 - the library's name; it greets here
        self.setOptionValue("output_flag", False)


class Program:
    """A model that can be solved again after a change: what the solver learnt stays."""

    def __init__(self, model: LinearModel, *, whole: bool, exact: bool = False) -> None:
        self.model = model
        whole = whole and bool(model.integer.any())
        self._whole = whole
        self._highs = _QuietHighs()
        options: dict[str, Any] = {"threads": 1, "parallel": "off", "random_seed": 0}
        if whole:
            options |= {"mip_rel_gap": 0.0}
        if exact:
            options |= {"mip_feasibility_tolerance": _EXACT, "primal_feasibility_tolerance": _EXACT}
        for name, value in options.items():
            _taken(self._highs.setOptionValue(name, value))
        _taken(self._highs.passModel(_lp(model, whole)))
        self._upper = model.upper.copy()
        self._weights: Floats | None = None
        self._scale = 1
        self._variables = np.full(len(model.arrays.column_line), -1, dtype=np.int32)
        self._variables[model.column] = np.arange(len(model.column))

    def option(self, name: str, value: float | str | bool) -> None:
        """Set an option of the solver."""
        _taken(self._highs.setOptionValue(name, value))

    def minimise(self, weights: Floats, *, nodes: int | None = None) -> SolverResult:
        """Minimise a weighted sum of the four criteria."""
        if self._weights is None or (weights != self._weights).any():
            columns = len(self.model.lower)
            costs = weights @ self.model.criteria
            self._scale = _common(costs) if self._whole else 1
            _taken(self._highs.changeColsCost(columns, np.arange(columns, dtype=np.int32), costs / self._scale))
            self._weights = weights
        if nodes is not None:
            _taken(self._highs.setOptionValue("mip_max_nodes", nodes))
        ran = self._highs.run()
        if ran == highspy.HighsStatus.kError:
            return SolverResult(None, -INFINITE, optimal=False)
        status = self._highs.getModelStatus()
        info = self._highs.getInfo()
        optimal = status == highspy.HighsModelStatus.kOptimal
        found = info.primal_solution_status == int(highspy.SolutionStatus.kSolutionStatusFeasible)
        bound = info.mip_dual_bound if self._whole else info.objective_function_value if optimal else -INFINITE
        return SolverResult(
            solution=np.asarray(self._highs.getSolution().col_value, dtype=float) if found else None,
            bound=bound * self._scale,
            optimal=optimal,
            infeasible=status == highspy.HighsModelStatus.kInfeasible,
        )

    def hold(self, weights: Floats, most: float) -> None:
        """From now on the weighted sum of criteria stays at most this."""
        row = weights @ self.model.criteria
        columns = np.nonzero(row)[0].astype(np.int32)
        _taken(self._highs.addRow(-INFINITE, most, len(columns), columns, row[columns]))

    def limit_budgets(self, arrays: Arrays) -> None:
        """Other budgets for the same instance."""
        limits = self.model.budget_limits(arrays.limit)
        for row, limit in zip(self.model.budget_rows.tolist(), limits.tolist(), strict=True):
            _taken(self._highs.changeRowBounds(row, -INFINITE, limit))
        upper = affordable(arrays, self.model.column, self.model.level, self.model.level_of)
        self._upper[: len(upper)] = upper
        self.limit_columns(self.model.lower, self._upper)

    def start_from(self, basis: Any) -> None:
        """Forget all but the model, and start the next time where a solution stood: what was asked before is gone."""
        self._highs.clearSolver()
        if basis is not None:
            _taken(self._highs.setBasis(basis))

    def limit_columns(self, lower: Floats, upper: Floats) -> None:
        """Other bounds on all columns."""
        columns = np.arange(len(lower), dtype=np.int32)
        _taken(self._highs.changeColsBounds(len(columns), columns, lower, upper))

    def fix(self, columns: Table, sets: Floats) -> None:
        """Fix columns of Arrays, each of one purchase variable, at this many sets until `free`."""
        variables = self._variables[columns]
        there = variables >= 0  # what can never be bought is no variable
        variables, sets = variables[there], sets[there]
        _taken(self._highs.changeColsBounds(len(variables), variables, sets, sets))

    def remember(self) -> Any:
        """Where the last solution stands, to go on from after a detour."""
        return self._highs.getBasis()

    def free(self, remembered: Any) -> None:
        """Bounds as in the model, and back to where a solution stood."""
        self.limit_columns(self.model.lower, self._upper)
        _taken(self._highs.setBasis(remembered))

    def money_prices(self) -> Floats:
        """By how much the last objective falls for each unit of money more in a round, carried over or not."""
        a, solution = self.model.arrays, self._highs.getSolution()
        prices = -np.asarray(solution.row_dual)[self.model.budget_rows] / self.model.unit
        if a.instance.carry_over:
            prices = np.cumsum(prices[::-1])[::-1]
        # where one purchase could take all money of a round, it is its upper bound that holds it, not the budget
        column = self.model.column
        bound = self._upper[: len(column)] < a.column_most[column]
        each = self.model.level.price[self.model.level_of] * a.set_size[a.column_line[column]]
        held = np.where(bound, -np.asarray(solution.col_dual)[: len(column)], 0.0) / np.maximum(1, each)
        np.maximum.at(prices, a.column_round[column], prices[a.column_round[column]] + np.maximum(0.0, held))
        return np.asarray(prices, dtype=float)


def _lp(model: LinearModel, whole: bool) -> Any:
    lp = highspy.HighsLp()
    lp.num_col_ = len(model.lower)
    lp.num_row_ = len(model.row_lower)
    lp.col_cost_ = np.zeros(len(model.lower))
    lp.col_lower_ = model.lower
    lp.col_upper_ = model.upper
    lp.row_lower_ = model.row_lower
    lp.row_upper_ = model.row_upper
    lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    lp.a_matrix_.start_ = model.start
    lp.a_matrix_.index_ = model.index
    lp.a_matrix_.value_ = model.value
    if whole:
        integer, continuous = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
        lp.integrality_ = [integer if is_whole else continuous for is_whole in model.integer.tolist()]
    return lp


def _taken(status: Any) -> None:
    if status == highspy.HighsStatus.kError:
        raise SolverRefused


def _common(costs: Floats) -> int:
    """What all costs can be divided by, where they are whole: on large ones some searches never end."""
    whole = np.rint(np.abs(costs))
    if (whole != np.abs(costs)).any() or whole.max(initial=0) >= _WHOLE_UP_TO:
        return 1
    return int(np.gcd.reduce(whole.astype(np.int64))) or 1
