"""The best plan for an instance that a fixed number of steps finds, and a bound that says how good it is.

A small instance is solved exactly. A large one goes through the linear relaxation, which gives the bound, rounding
and filling, and a small program around it. The plan is the best of those, both greedy rules and the plan given to start
from, so it is never worse than any of them. Steps are limited by nodes, not by time, and lines are taken by name:
the same instance gives the same plan on any machine and in any order.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Final

from planning.rounds.solver.arrays import Arrays, Table, arrays_of
from planning.rounds.solver.by_name import InstanceByName, by_name
from planning.rounds.solver.evaluate import Violation, fits, values_of, violations
from planning.rounds.solver.exact import Incumbent, solve_exactly
from planning.rounds.solver.greedy import oldest_first_sets, shortage_first_sets
from planning.rounds.solver.instance import Instance, Key, Purchases, Values
from planning.rounds.solver.objective import Objective, objective
from planning.rounds.solver.relaxed import Approach

SMALL: Final = 100
"""Up to this many purchase variables an instance is solved exactly, unless it is said how many nodes it may take."""
NODES: Final = 300
_THOROUGH: Final = 600_000
"""Nodes times purchase variables for whoever can wait: some ten seconds at most."""
_WAIT_FOR: Final = 150
_TRIES: Final = 3


@dataclass(frozen=True, slots=True)
class Solution:
    """What to buy, what that reaches, and how far from the best it can be at most."""

    purchases: dict[Key, int]
    values: Values
    lower_bound: int | None  # no plan is better: of the weighted sum, or of `short`, the first criterion
    gap: float | None  # (value - lower bound) / value; None where nothing is proven
    proven_optimal: bool  # in all criteria


class NoPlan(Exception):  # noqa: N818 - not a defect: what is ordered already passes a limit
    """No plan keeps to every limit; `problems` say which limits the purchases that are fixed pass."""

    def __init__(self, found: list[Violation]) -> None:
        super().__init__(found)
        self.violations = found

    def __str__(self) -> str:
        return ", ".join(problem.code for problem in self.violations)


def plan(instance: Instance, nodes: int | None = None, start: Purchases | None = None) -> Solution:
    """Plan an instance; `start` is a plan to do at least as well as. Raises NoPlan.

    `nodes` is how many nodes each criterion may take after the quick approach, some milliseconds each. With 0 the
    approach is all there is, at its quickest.
    """
    *_, best = plans(instance, nodes, start)
    return best


def plans(instance: Instance, nodes: int | None = None, start: Purchases | None = None) -> Generator[Solution]:
    """Ever better plans, for whoever cannot wait for `plan`, which is the last of them. Raises NoPlan at the end."""
    named = by_name(instance)
    arrays = arrays_of(named.instance)
    goal = objective(instance.weights)
    known = [arrays.column_least, *_greedy(arrays), arrays.vector(named.by_name(start or {}))]
    found = Incumbent(best_of(arrays, goal, known), None, False)
    if found.sets is not None:
        yield solution_of(arrays, named, found)
    found = Approach(arrays, 1 if nodes == 0 else _TRIES).plan(arrays, found)
    columns = len(arrays.column_line)
    if nodes is None:
        nodes = NODES if columns <= SMALL else 0
    if nodes:
        if found.sets is not None:
            yield solution_of(arrays, named, found)
        found = solve_exactly(arrays, goal, found, nodes)
    yield solution_of(arrays, named, found)


def thorough(instance: Instance) -> int | None:
    """The nodes for whoever wants a small instance solved exactly and can wait; None where it is not small."""
    columns = columns_of(instance)
    return _THOROUGH // max(30, columns) if columns <= _WAIT_FOR else None


def columns_of(instance: Instance) -> int:
    """How many purchases can be decided at most."""
    return instance.rounds * sum(len(line.types) for line in instance.lines)


def solution_of(arrays: Arrays, named: InstanceByName, found: Incumbent) -> Solution:
    """The solution of the best that was found, with lines as they were given. Raises NoPlan."""
    if found.sets is None:
        raise NoPlan(violations(arrays, arrays.purchases(arrays.column_least)))
    values, bound = values_of(arrays, found.sets), found.bound
    value = objective(arrays.instance.weights).key(values)[0]
    gap = None if bound is None else (value - bound) / value if value > bound else 0.0
    return Solution(named.as_given(arrays.purchases(found.sets)), values, bound, gap, found.proven)


def best_of(arrays: Arrays, goal: Objective, plans: list[Table | None]) -> Table | None:
    """The best of the plans that keep to every limit; the first of equals."""
    fitting = [sets for sets in plans if sets is not None and fits(arrays, sets)]
    return min(fitting, key=lambda sets: goal.key(values_of(arrays, sets)), default=None)


def _greedy(arrays: Arrays) -> list[Table]:
    return [oldest_first_sets(arrays), shortage_first_sets(arrays)]
