"""Plans one instance again and again with other budgets, as a slider moves: what the solver learnt of it stays."""

from dataclasses import replace

import numpy as np

from planning.rounds.solver.arrays import Arrays, arrays_of, limit_of
from planning.rounds.solver.by_name import by_name
from planning.rounds.solver.exact import Incumbent
from planning.rounds.solver.greedy import oldest_first_sets
from planning.rounds.solver.instance import Instance, Key, Purchases
from planning.rounds.solver.objective import objective
from planning.rounds.solver.planner import Solution, best_of, solution_of
from planning.rounds.solver.relaxed import Approach


class Session:
    """One solver for one instance; not for several threads at once.

    The same budgets have the same plan, whatever was asked before and in which session.
    """

    def __init__(self, instance: Instance) -> None:
        self._named = by_name(instance)
        self._arrays = arrays_of(self._named.instance)
        self._goal = objective(instance.weights)
        self._approach = Approach(self._arrays)
        self._own = self._approach.plan(self._arrays, Incumbent(None, None, False)).sets

    def plan(self, budgets: tuple[int | None, ...], *start: Purchases, without: int | None = None) -> Solution:
        """The plan with these budgets by round; `without` a round, what is ordered in it excepted. Raises NoPlan.

        It is no worse than the plan with the instance's own budgets, and than each plan to start from, where that fits.
        """
        arrays = self._with(budgets)
        if without is not None:
            most = np.where(arrays.column_round == without, arrays.column_least, arrays.column_most)
            arrays = replace(arrays, column_most=most)
        starts = [arrays.vector(self._named.by_name(purchases)) for purchases in start]
        known = [arrays.column_least, self._own, *starts]
        found = self._approach.plan(arrays, Incumbent(best_of(arrays, self._goal, known), None, False))
        return solution_of(arrays, self._named, found)

    def oldest_first(self, budgets: tuple[int | None, ...]) -> dict[Key, int]:
        """What the rule of thumb does with these budgets (see `greedy`)."""
        arrays = self._with(budgets)
        return self._named.as_given(arrays.purchases(oldest_first_sets(arrays)))

    def _with(self, budgets: tuple[int | None, ...]) -> Arrays:
        """The same with other budgets."""
        instance = replace(self._arrays.instance, budgets=budgets)
        return replace(self._arrays, instance=instance, limit=limit_of(instance))
