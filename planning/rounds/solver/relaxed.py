"""Large instances: the linear relaxation, made whole round by round and improved change by change.

Where there are tiers, prices depend on the plan. Then the relaxation is solved at the prices of one plan, the plan it
leads to gives the next prices, and so on until they stay the same, from list prices and from the lowest ones. Its
bound says nothing about the plan then.
"""

from dataclasses import replace
from math import isfinite
from typing import Any, Final

import numpy as np

from planning.rounds.solver.arrays import Arrays, Table
from planning.rounds.solver.chains import chains_of
from planning.rounds.solver.changes import changes_of
from planning.rounds.solver.evaluate import fits, money_of, values_of
from planning.rounds.solver.exact import Incumbent, whole_bound
from planning.rounds.solver.model import build
from planning.rounds.solver.objective import Objective, objective
from planning.rounds.solver.program import Program
from planning.rounds.solver.rolling import round_by_round
from planning.rounds.solver.rounding import ALIKE, whole_plans
from planning.rounds.solver.search import improve, is_plain, value_of

_STEPS: Final = 40
_PASSES: Final = 3
_MANY: Final = 200
"""A board of fewer purchase variables is made whole round by round: chains find too few that fit its money."""
_NEAR: Final = 0.01
_NEARER: Final = 0.001
"""Where chains lead no nearer to the bound than this, plans are also made round by round; nearer if there is time."""


class Approach:
    """Approaches the best plan of an instance; its budgets may differ from one time to the next, all else is kept.

    Each time starts where the relaxation stands at the instance's own budgets, so an answer does not depend on what was
    asked before.
    """

    def __init__(self, arrays: Arrays, tries: int = 1) -> None:
        """`tries` is how many ways to round are looked into, of all rounds or of each: with 1 there is no time to."""
        self._own = arrays
        self._tries, self._near = tries, _NEAR if tries == 1 else _NEARER
        self._goal = objective(arrays.instance.weights)
        self._weights = self._goal.summed(dearest(arrays))
        self._changes = changes_of(arrays)
        many = len(arrays.column_line) > _MANY
        self._chains = chains_of(arrays, ALIKE) if many and is_plain(arrays, self._weights) else None
        self._highest = np.zeros_like(arrays.price)
        for kind, code in enumerate(arrays.types):
            self._highest[kind] = len(arrays.instance.types[code].tiers)
        self._kept: tuple[Program, Any] | None = None

    def plan(self, arrays: Arrays, known: Incumbent) -> Incumbent:
        """The best plan found, at least as good as the one known, which keeps to every limit."""
        a, best = arrays, replace(known, bound=None)
        for tiers in (np.zeros_like(self._highest), self._highest):
            for _ in range(_PASSES):
                found = self._at_prices_of(a, tiers)
                best = better(a, self._goal, best, found)
                if not self._highest.any():
                    return best
                if found.sets is None:
                    break
                reached = money_of(a, a.column_line, a.column_type, a.column_round, a.devices(found.sets)).tier
                if (reached == tiers).all():
                    break
                tiers = reached
        return replace(best, bound=None)

    def _at_prices_of(self, a: Arrays, tiers: Table) -> Incumbent:
        """The relaxation at the prices of these tiers, made whole and improved."""
        program = self._program(a, tiers)
        model, weights = program.model, self._weights
        unit = a.price.copy()
        unit[model.level.kind, model.level.round] = model.level.price
        solved = program.minimise(weights)
        if solved.solution is None or not solved.optimal:
            return Incumbent(None, None, False)
        prices = program.money_prices()
        x = model.fractional(solved.solution)
        plans = whole_plans(a, self._chains, weights, x, prices, self._tries) if self._chains else []
        found = [(value_of(a, weights, sets), sets) for sets in plans]
        if min((value for value, _ in found), default=np.inf) > solved.bound + self._near * abs(solved.bound):
            sets = round_by_round(program, a, self._changes, weights, unit, solved, self._tries)
            if sets is None:
                sets = np.maximum(np.floor(x + 1e-6).astype(np.int64), a.column_least)
            sets = improve(a, self._changes, weights, prices, sets, _STEPS)
            found.append((value_of(a, weights, sets) if fits(a, sets) else np.inf, sets))
        best = min(found, key=lambda one: one[0])[1]
        if len(self._goal.stages) > 1:
            solved = program.minimise(self._goal.weights(0))
        return Incumbent(best, whole_bound(solved.bound) if isfinite(solved.bound) else None, False)

    def _program(self, a: Arrays, tiers: Table) -> Program:
        """A solver for the prices of these tiers with the budgets of now; it is kept where there are no tiers."""
        peak = bool(self._weights[3])
        if self._highest.any():
            return Program(build(a, tiers, peak=peak), whole=False)
        if self._kept is None:
            own = Program(build(self._own, tiers, peak=peak), whole=False)
            self._kept = own, own.remember() if own.minimise(self._weights).optimal else None
        program, basis = self._kept
        program.limit_budgets(a)
        program.start_from(basis)
        return program


def better(arrays: Arrays, goal: Objective, one: Incumbent, other: Incumbent) -> Incumbent:
    """The better plan of two, the other of which may pass a limit, and the higher bound."""
    fitting = [] if one.sets is None else [one.sets]
    if other.sets is not None and fits(arrays, other.sets):
        fitting.append(other.sets)
    bounds = [found.bound for found in (one, other) if found.bound is not None]
    best = min(fitting, key=lambda sets: goal.key(values_of(arrays, sets)), default=None)
    return Incumbent(best, max(bounds, default=None), one.proven)


def dearest(arrays: Arrays) -> int:
    """The highest price of one set."""
    if not len(arrays.column_line):
        return 0
    prices = arrays.price[arrays.column_type, arrays.column_round]
    return int((prices * arrays.set_size[arrays.column_line]).max())
