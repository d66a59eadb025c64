"""Large instances: the linear relaxation, made whole round by round and improved change by change.

Where there are tiers, prices depend on the plan. Then the relaxation is solved at the prices of one plan, the plan it
leads to gives the next prices, and so on until they stay the same, from list prices and from the lowest ones. Its
bound says nothing about the plan then.
"""

from dataclasses import replace
from math import isfinite
from typing import Final

import numpy as np

from planning.rounds.changes import Changes, changes_of
from planning.rounds.evaluate import fits, money_of, values_of
from planning.rounds.exact import Outcome, whole_bound
from planning.rounds.model import Floats, build
from planning.rounds.objective import Objective
from planning.rounds.prepared import Prepared, Table
from planning.rounds.program import Program
from planning.rounds.rolling import round_by_round
from planning.rounds.search import improve

_STEPS: Final = 40
_PASSES: Final = 3


def approach(prepared: Prepared, goal: Objective, best: Table | None) -> Outcome:
    """The best plan found, at least as good as `best`, and the bound of the first criterion."""
    p = prepared
    weights = goal.summed(dearest(p))
    changes = changes_of(p)
    highest = np.array([[len(p.instance.types[code].tiers)] for code in p.types]) + np.zeros_like(p.price)
    outcome = Outcome(best, None, False)
    for tiers in (np.zeros_like(highest), highest) if highest.any() else (highest,):
        for _ in range(_PASSES):
            found = _once(p, goal, weights, changes, tiers)
            outcome = better(p, goal, outcome, found)
            if found.sets is None or not highest.any():
                break
            reached = money_of(p, p.column_line, p.column_type, p.column_round, p.devices(found.sets)).tier
            if (reached == tiers).all():
                break
            tiers = reached
    return replace(outcome, bound=None) if highest.any() else outcome


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


def _once(p: Prepared, goal: Objective, weights: Floats, changes: Changes, tiers: Table) -> Outcome:
    """The relaxation at the prices of these tiers, made whole and improved."""
    model = build(p, tiers, peak=bool(weights[3]))
    unit = p.price.copy()
    unit[model.level.kind, model.level.round] = model.level.price
    program = Program(model, whole=False)
    solved = program.minimise(weights)
    if solved.solution is None or not solved.optimal:
        return Outcome(None, None, False)
    prices = program.money_prices()
    sets = round_by_round(program, changes, weights, unit, solved)
    if sets is None:
        sets = np.maximum(np.floor(model.fractional(solved.solution) + 1e-6).astype(np.int64), p.column_least)
    sets = improve(p, changes, weights, prices, sets, _STEPS)
    if len(goal.stages) > 1:
        solved = program.minimise(goal.weights(0))
    return Outcome(sets, whole_bound(solved.bound) if isfinite(solved.bound) else None, False)
