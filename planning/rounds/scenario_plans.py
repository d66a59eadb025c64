"""The best plan of a board's rounds beside the rule of thumb, and what the next euros buy. Pure."""

from dataclasses import dataclass, replace
from typing import Any

from planning.rounds.board_plan import BoardPlan, plan_of
from planning.rounds.case import Case, case_of, with_budgets
from planning.rounds.model import BASIS, Scenario
from planning.rounds.solver.evaluate import evaluate, violations
from planning.rounds.solver.greedy import oldest_first
from planning.rounds.solver.instance import Purchases
from planning.rounds.solver.planner import Solution, plan
from planning.rounds.solver.session import Session
from planning.rounds.view import RoundsView

AT_ONCE, THOROUGH = 0, 1
"""Steps of the exact search after the quick one: none for what is shown; with one, how good it is is proven sharper."""


@dataclass(frozen=True)
class ScenarioPlans:
    """The plans of a scenario: the best, and what a rule of thumb would do."""

    scenario: Scenario
    case: Case
    purchases: Purchases
    best: BoardPlan
    oldest: BoardPlan  # what ‘oldest first’ would do with the same money
    is_quick: bool = False  # made at once; how good it is was not asked


def compute(view: RoundsView, scenario: Scenario = BASIS, nodes: int = AT_ONCE) -> ScenarioPlans:
    """The best plan and ‘oldest first’. Raises planner.NoPlan where what is fixed passes the budgets."""
    case = case_of(view, scenario)
    found = _best(case, _approved(view, case), nodes)
    best = plan_of(case, found.purchases, lower_bound=found.lower_bound, gap=found.gap)
    oldest = plan_of(case, oldest_first(case.instance))
    return ScenarioPlans(scenario, case, found.purchases, best, oldest)


class QuickPlanner:
    """A scenario planned again and again with other budgets, as a slider moves; for one person at a time."""

    def __init__(self, view: RoundsView, scenario: Scenario) -> None:
        self._case = case_of(view, scenario)
        self._session = Session(self._case.instance)

    def compute(self, view: RoundsView, scenario: Scenario) -> ScenarioPlans:
        """A quick plan with the scenario's budgets. Raises planner.NoPlan."""
        case = with_budgets(self._case, view, scenario)
        found = self._session.plan(case.instance.budgets)
        oldest = plan_of(case, oldest_first(case.instance))
        return ScenarioPlans(scenario, case, found.purchases, plan_of(case, found.purchases), oldest, is_quick=True)

    def with_more_money(self, plans: ScenarioPlans, place: int, cents: int) -> BoardPlan:
        """As the function of that name, quickly."""
        case = with_extra(plans.case, place, cents)
        return plan_of(case, self._session.plan(case.instance.budgets).purchases)


def with_extra(case: Case, place: int, cents: int) -> Case:
    """The case with more money in one round."""
    budgets = list(case.instance.budgets)
    here = budgets[place]
    budgets[place] = None if here is None else here + cents
    return replace(case, instance=replace(case.instance, budgets=tuple(budgets)))


def with_more_money(plans: ScenarioPlans, place: int, cents: int) -> BoardPlan:
    """The plan with so much more in one round: at least as good, and about what it buys."""
    case = with_extra(plans.case, place, cents)
    return plan_of(case, plan(case.instance, nodes=AT_ONCE, start=plans.purchases).purchases)


def whole_plan(plans: ScenarioPlans) -> list[list[Any]]:
    """All that a plan buys, also after the rounds shown, as plain JSON values: school, kind, day, devices."""
    case = plans.case
    return [
        [case.instance.lines[at].school, kind, case.dates[t].isoformat(), count]
        for (at, kind, t), count in sorted(plans.purchases.items())
    ]


def _approved(view: RoundsView, case: Case) -> Purchases:
    """The plan approved last, as far as it is to come: a new plan is never worse where that can be carried out."""
    lines = {(line.school, kind): at for at, line in enumerate(case.instance.lines) for kind in line.types}
    rounds = {day.isoformat(): t for t, day in enumerate(case.dates)}
    purchases: dict[tuple[int, str, int], int] = {}
    for school, kind, day, count in view.approved.figures["whole"] if view.approved else ():
        if (school, kind) in lines and day in rounds:
            purchases[lines[school, kind], kind, rounds[day]] = count
    return purchases


def _best(case: Case, start: Purchases, nodes: int) -> Solution:
    """The best plan; of plans that are as good, the one that was approved: nobody has to decide anew for nothing."""
    found = plan(case.instance, nodes=nodes, start=start)
    weights = case.instance.weights
    if start and weights is not None and not violations(case.instance, start):
        values = evaluate(case.instance, start).values
        if values.weighted(weights) <= found.values.weighted(weights):
            return replace(found, purchases=dict(start), values=values)
    return found
