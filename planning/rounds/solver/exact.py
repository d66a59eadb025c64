"""Small instances: the whole program with whole numbers, criterion by criterion, checked again in whole numbers."""

from dataclasses import dataclass
from math import ceil, isfinite
from typing import Final

from planning.rounds.solver.arrays import Arrays, Table
from planning.rounds.solver.evaluate import fits, values_of
from planning.rounds.solver.model import build
from planning.rounds.solver.objective import Objective
from planning.rounds.solver.program import Program, SolverResult

_ROUNDING: Final = 1e-6
_RELATIVE: Final = 1e-9
"""How far the solver may be off a whole bound, absolute and relative to it."""


@dataclass(frozen=True, slots=True)
class Incumbent:
    """The best plan found (None: none keeps to the limits), the bound of the first stage, and whether it is optimal."""

    sets: Table | None
    bound: int | None
    proven: bool


def solve_exactly(arrays: Arrays, goal: Objective, known: Incumbent, nodes: int) -> Incumbent:
    """Every stage to proven optimality, within this many nodes each, and no worse than what is known already."""
    model = build(arrays)
    best, bound, proven = known.sets, known.bound, True
    held: list[tuple[int, int]] = []
    for stage in range(len(goal.stages)):
        # as it comes, then without presolve: the solver's answer counts only where whole numbers confirm it
        for presolve in ("choose", "off"):
            program = Program(model, whole=True, exact=True)
            program.option("presolve", presolve)
            for earlier, value in held:
                program.hold(goal.weights(earlier), value + 0.5)
            solved = program.minimise(goal.weights(stage), nodes=nodes)
            if solved.solution is not None:
                best = _better(arrays, goal, best, model.sets(solved.solution))
            reached = None if best is None else goal.key(values_of(arrays, best))[stage]
            confirmed = reached is not None and _confirms(solved, reached)
            if confirmed or not (solved.optimal or solved.infeasible):
                break
        if best is None or reached is None:
            return Incumbent(None, None, False)
        if stage == 0 and isfinite(solved.bound):
            bound = reached if confirmed else min(reached, max(whole_bound(solved.bound), bound or 0))
        proven = proven and confirmed
        held.append((stage, reached))
    return Incumbent(best, bound, proven)


def _confirms(solved: SolverResult, reached: int) -> bool:
    """Whether nothing better is left: by the bound, or by the solver's word where its bound is as near as it gets."""
    if not isfinite(solved.bound):
        return False
    near = reached - solved.bound <= _ROUNDING + _RELATIVE * abs(solved.bound)
    return reached <= whole_bound(solved.bound) or (solved.optimal and near)


def _better(arrays: Arrays, goal: Objective, best: Table | None, other: Table) -> Table | None:
    if not fits(arrays, other):
        return best
    if best is None or goal.key(values_of(arrays, other)) < goal.key(values_of(arrays, best)):
        return other
    return best


def whole_bound(bound: float) -> int:
    """The least whole number that is not below a bound computed in floating point."""
    return ceil(bound - _ROUNDING - _RELATIVE * abs(bound))
