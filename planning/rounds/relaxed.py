"""Large instances: the linear relaxation, and a program of whole numbers close around it."""

from dataclasses import dataclass
from math import isfinite
from typing import Final

import numpy as np

from planning.rounds.exact import whole_bound
from planning.rounds.model import Floats, Model
from planning.rounds.objective import Objective
from planning.rounds.prepared import Prepared, Table
from planning.rounds.program import Program

_SLACK: Final = 1e-7  # what an earlier stage may give up in a later one, relative


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The best plan in fractions of devices. No plan in whole devices is better than `bound` in the first stage."""

    solution: Floats  # by column of the model
    bound: int | None


def relax(model: Model, goal: Objective) -> Relaxation | None:
    """Every stage of the linear relaxation; None where not even fractions keep to the limits."""
    program = Program(model, whole=False)
    first, solution = None, None
    for stage in range(len(goal.stages)):
        solved = program.minimise(goal.weights(stage))
        if solved.solution is None:
            break
        solution = solved.solution
        if stage == 0 and isfinite(solved.bound):
            first = whole_bound(solved.bound)
        program.hold(goal.weights(stage), solved.bound + max(0.5, _SLACK * abs(solved.bound)))
    return None if solution is None else Relaxation(solution, first)


def nearby(model: Model, weights: Floats, solution: Floats, width: int, nodes: int) -> Table | None:
    """The best whole plan found within `width` sets of a fractional one; None where none is found."""
    purchases = len(model.column)
    lower, upper = model.lower.copy(), model.upper.copy()
    x = solution[:purchases]
    lower[:purchases] = np.maximum(lower[:purchases], np.floor(x + 1e-6) - width)
    upper[:purchases] = np.minimum(upper[:purchases], np.ceil(x - 1e-6) + width)
    program = Program(model, whole=True)
    program.limit_columns(lower, upper)
    program.option("mip_rel_gap", 1e-4)
    solved = program.minimise(weights, nodes=nodes)
    return None if solved.solution is None else model.sets(solved.solution)


def dearest(prepared: Prepared) -> int:
    """The highest price of one set."""
    if not len(prepared.column_line):
        return 0
    prices = prepared.price[prepared.column_type, prepared.column_round]
    return int((prices * prepared.set_size[prepared.column_line]).max())
