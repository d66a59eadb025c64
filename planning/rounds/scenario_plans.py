"""The best plan of a board's rounds beside the rule of thumb, and what the next euros buy. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from planning.rounds.board_plan import BoardPlan, plan_of
from planning.rounds.case import Case, case_of, left_of_earlier, with_budgets
from planning.rounds.model import BASIS, Scenario
from planning.rounds.money import RoundMoney, money_of
from planning.rounds.solver.apart import TooLarge, plan_apart
from planning.rounds.solver.evaluate import evaluate, violations
from planning.rounds.solver.instance import Purchases
from planning.rounds.solver.planner import Solution
from planning.rounds.solver.session import Session
from planning.rounds.view import RoundsView

_NODES: Final = 1
"""Steps of the exact search that proves how good a plan is."""


@dataclass(frozen=True)
class ScenarioPlans:
    """The plans of a scenario: the best, and what a rule of thumb would do."""

    scenario: Scenario
    case: Case
    purchases: Purchases
    best: BoardPlan
    oldest: BoardPlan  # what ‘oldest first’ would do with the same money


def compute(view: RoundsView, scenario: Scenario = BASIS) -> ScenarioPlans:
    """The best plan and ‘oldest first’. Raises planner.NoPlan where what is fixed passes the budgets."""
    return ScenarioPlanner(view, scenario).compute(view, scenario)


class ScenarioPlanner:
    """Plans one set of wishes again and again with other budgets, as a slider moves; not for several threads at once.

    The plan of a scenario is the same from every planner, and whatever it was asked before.
    """

    def __init__(self, view: RoundsView, scenario: Scenario) -> None:
        # who gets something in the first round depends on its budget, so there budgets move more than money
        own = scenario if view.rules.nobody_waits else replace(scenario, budgets={})
        self._case = case_of(view, own)
        self._approved = _approved(view, self._case)
        self.session = Session(self._case.instance)

    def compute(self, view: RoundsView, scenario: Scenario) -> ScenarioPlans:
        """The plan with the scenario's budgets. Raises planner.NoPlan."""
        case = with_budgets(self._case, view, scenario)
        oldest = self.session.oldest_first(case.instance.budgets)
        found = self.session.plan(case.instance.budgets, self._approved, oldest)
        found = _rather_approved(case, self._approved, found)
        best = plan_of(case, found.purchases, lower_bound=found.lower_bound, gap=found.gap)
        return ScenarioPlans(scenario, case, found.purchases, best, plan_of(case, oldest))

    def with_more_money(self, plans: ScenarioPlans, place: int, cents: int) -> BoardPlan:
        """The plan with so much more in one round: at least as good, and about what it buys."""
        budgets = list(plans.case.instance.budgets)
        here = budgets[place]
        budgets[place] = None if here is None else here + cents
        case = replace(plans.case, instance=replace(plans.case.instance, budgets=tuple(budgets)))
        return plan_of(case, self.session.plan(case.instance.budgets, plans.purchases).purchases)


def available(
    view: RoundsView, plans: ScenarioPlans, beside: BoardPlan | None = None, budgets: Mapping[int, int] | None = None
) -> dict[int, int]:
    """Round to come -> cents there are for it: its budget in the scenario, and what moves on from earlier rounds.

    `beside` and `budgets`: for another plan with other budgets, on the same facts.
    """
    found, moved, best = {}, left_of_earlier(view, plans.scenario), beside or plans.best
    net = plans.case.instance.budgets[: plans.case.shown]
    for place, (one, limit) in enumerate(zip(view.to_come, net, strict=True)):
        own = plans.scenario.budgets.get(one.round_id, one.budget_cents)
        other = own if budgets is None else budgets.get(one.round_id, own)
        found[one.round_id] = other + moved
        if view.rules.carry_over and limit is not None:
            # what moved into the first round is in its limit already
            moved = max(0, limit + other - own + (moved if place else 0) - best.rounds[place].paid)
    return found


def running_money(view: RoundsView) -> RoundMoney | None:
    """The money of the round under way, by the board's own budgets: the first to come, else the last; None without."""
    one = next(iter(view.to_come), view.rounds[-1] if view.rounds else None)
    if one is None:
        return None
    moved = left_of_earlier(view, BASIS) if one in view.to_come else 0
    there = replace(one, budget_cents=one.budget_cents + moved)
    return money_of((there,), {}, view.progress.values())[0]


def proven_gap(plans: ScenarioPlans) -> float | None:
    """How far from the best there is a plan is at most, by some seconds of exact search; the plan stays what it is."""
    weights = plans.case.instance.weights
    try:
        found = plan_apart(plans.case.instance, _NODES, plans.purchases).plan.lower_bound
    except TooLarge:
        found = None  # what is known already holds
    bounds = [bound for bound in (plans.best.lower_bound, found) if bound is not None]
    if weights is None or not bounds:
        return None
    value = plans.best.values.weighted(weights)
    return (value - max(bounds)) / value if value > max(bounds) else 0.0


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


def _rather_approved(case: Case, approved: Purchases, found: Solution) -> Solution:
    """Of plans that are as good, the one that was approved: nobody has to decide anew for nothing."""
    weights = case.instance.weights
    if approved and weights is not None and not violations(case.instance, approved):
        values = evaluate(case.instance, approved).values
        if values.weighted(weights) <= found.values.weighted(weights):
            return replace(found, purchases=dict(approved), values=values)
    return found
