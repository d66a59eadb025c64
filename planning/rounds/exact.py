"""Small instances: the whole program with whole numbers, criterion by criterion, checked again in whole numbers."""

from dataclasses import dataclass
from math import ceil, isfinite
from typing import Final

from planning.rounds.evaluate import fits, values_of
from planning.rounds.model import build
from planning.rounds.objective import Objective
from planning.rounds.prepared import Prepared, Table
from planning.rounds.program import Program

_ROUNDING: Final = 1e-6
_RELATIVE: Final = 1e-9
"""How far the solver may be off a whole bound, absolute and relative to it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The best plan found (None: none keeps to the limits), the bound of the first stage, and whether it is optimal."""

    sets: Table | None
    bound: int | None
    proven: bool


def solve_exactly(prepared: Prepared, goal: Objective, best: Table | None, nodes: int) -> Outcome:
    """Every stage to proven optimality, within this many nodes each."""
    model = build(prepared, peak=True)
    proven, first = True, None
    held: list[tuple[int, int]] = []
    for stage in range(len(goal.stages)):
        # as it comes, then without presolve: the solver's answer counts only where whole numbers confirm it
        for presolve in ("choose", "off"):
            program = Program(model, whole=True, exact=True)
            program.option("presolve", presolve)
            program.option("mip_max_nodes", nodes)
            for earlier, value in held:
                program.hold(goal.weights(earlier), value + 0.5)
            solved = program.minimise(goal.weights(stage))
            if solved.solution is not None:
                sets = model.sets(solved.solution)
                if fits(prepared, sets) and (
                    best is None or goal.key(values_of(prepared, sets)) < goal.key(values_of(prepared, best))
                ):
                    best = sets
            if best is None:
                continue
            value = goal.key(values_of(prepared, best))[stage]
            confirmed = isfinite(solved.bound) and value <= whole_bound(solved.bound)
            if confirmed or not solved.optimal:
                break
        if best is None:
            return Outcome(None, None, False)
        if stage == 0:
            first = min(value, whole_bound(solved.bound)) if isfinite(solved.bound) else None
        proven = proven and confirmed
        held.append((stage, value))
    return Outcome(best, first, proven)


def whole_bound(bound: float) -> int:
    """The least whole number that is not below a bound computed in floating point."""
    return ceil(bound - _ROUNDING - _RELATIVE * abs(bound))
