"""Large instances: the linear relaxation, made whole round by round and improved change by change.

Where there are tiers, prices depend on the plan. Then the relaxation is solved at the prices of one plan, the plan it
leads to gives the next prices, and so on until they stay the same, from list prices and from the lowest ones. Its
bound says nothing about the plan then.
"""

from dataclasses import replace
from math import isfinite
from typing import Final

import numpy as np

from planning.rounds.solver.arrays import Prepared, Table
from planning.rounds.solver.changes import changes_of
from planning.rounds.solver.evaluate import fits, money_of, values_of
from planning.rounds.solver.exact import Outcome, whole_bound
from planning.rounds.solver.model import build
from planning.rounds.solver.objective import Objective, objective
from planning.rounds.solver.program import Program
from planning.rounds.solver.rolling import round_by_round
from planning.rounds.solver.search import improve

_STEPS: Final = 40
_PASSES: Final = 3


class Approach:
    """Approaches the best plan of an instance; its budgets may differ from one time to the next, all else is kept."""

    def __init__(self, prepared: Prepared, tries: int = 1) -> None:
        """`tries` is how many ways to round each round are looked into."""
        self._tries = tries
        self._goal = objective(prepared.instance.weights)
        self._weights = self._goal.summed(dearest(prepared))
        self._changes = changes_of(prepared)
        self._highest = np.zeros_like(prepared.price)
        for kind, code in enumerate(prepared.types):
            self._highest[kind] = len(prepared.instance.types[code].tiers)
        self._programs: dict[bytes, Program] = {}

    def plan(self, prepared: Prepared, known: Outcome) -> Outcome:
        """The best plan found, at least as good as the one known where that keeps to every limit."""
        p, outcome = prepared, replace(known, bound=None)
        for tiers in (np.zeros_like(self._highest), self._highest):
            for _ in range(_PASSES):
                found = self._at_prices_of(p, tiers)
                outcome = better(p, self._goal, outcome, found)
                if not self._highest.any():
                    return outcome
                if found.sets is None:
                    break
                reached = money_of(p, p.column_line, p.column_type, p.column_round, p.devices(found.sets)).tier
                if (reached == tiers).all():
                    break
                tiers = reached
        return replace(outcome, bound=None)

    def _at_prices_of(self, p: Prepared, tiers: Table) -> Outcome:
        """The relaxation at the prices of these tiers, made whole and improved."""
        program = self._program(p, tiers)
        model, weights = program.model, self._weights
        unit = p.price.copy()
        unit[model.level.kind, model.level.round] = model.level.price
        solved = program.minimise(weights)
        if solved.solution is None or not solved.optimal:
            return Outcome(None, None, False)
        prices = program.money_prices()
        sets = round_by_round(program, p, self._changes, weights, unit, solved, self._tries)
        if sets is None:
            sets = np.maximum(np.floor(model.fractional(solved.solution) + 1e-6).astype(np.int64), p.column_least)
        sets = improve(p, self._changes, weights, prices, sets, _STEPS)
        if len(self._goal.stages) > 1:
            solved = program.minimise(self._goal.weights(0))
        return Outcome(sets, whole_bound(solved.bound) if isfinite(solved.bound) else None, False)

    def _program(self, p: Prepared, tiers: Table) -> Program:
        """A solver of its own for the prices of these tiers, with the budgets of now."""
        key = tiers.tobytes()
        program = self._programs.get(key)
        if program is None:
            self._programs.clear()
            program = self._programs[key] = Program(build(p, tiers, peak=bool(self._weights[3])), whole=False)
        else:
            program.limit_budgets(p)
        return program


def better(prepared: Prepared, goal: Objective, one: Outcome, other: Outcome) -> Outcome:
    """The better plan of two that keeps to every limit, and the higher bound."""
    fitting = [found.sets for found in (one, other) if found.sets is not None and fits(prepared, found.sets)]
    bounds = [found.bound for found in (one, other) if found.bound is not None]
    best = min(fitting, key=lambda sets: goal.key(values_of(prepared, sets)), default=None)
    return Outcome(best, max(bounds, default=None), one.proven)


def dearest(prepared: Prepared) -> int:
    """The highest price of one set."""
    if not len(prepared.column_line):
        return 0
    prices = prepared.price[prepared.column_type, prepared.column_round]
    return int((prices * prepared.set_size[prepared.column_line]).max())
