"""Plans one instance again and again with other budgets, as a slider moves: what the solver learnt stays."""

from dataclasses import replace

from planning.rounds.solver.arrays import Table, arrays_of, limit_of
from planning.rounds.solver.by_name import by_name
from planning.rounds.solver.exact import Incumbent
from planning.rounds.solver.instance import Instance
from planning.rounds.solver.planner import Solution, solution_of
from planning.rounds.solver.relaxed import Approach


class Session:
    """One solver for one person's scenario; not for several threads at once. Plans are quick rather than the best."""

    def __init__(self, instance: Instance) -> None:
        self._named = by_name(instance)
        self._arrays = arrays_of(self._named.instance)
        self._approach = Approach(self._arrays)
        self._last: Table | None = None

    def plan(self, budgets: tuple[int | None, ...]) -> Solution:
        """The plan with these budgets by round, never worse than the last one where that still fits. Raises NoPlan."""
        instance = replace(self._arrays.instance, budgets=budgets)
        self._arrays = replace(self._arrays, instance=instance, limit=limit_of(instance))
        found = self._approach.plan(self._arrays, Incumbent(self._last, None, False))
        self._last = found.sets
        return solution_of(self._arrays, self._named, found)
