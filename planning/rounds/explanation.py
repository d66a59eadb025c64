"""All that other plans tell about a plan, worked out in one go for a page. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from planning.rounds.round_dates import device_years
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.solver.arrays import arrays_of
from planning.rounds.solver.evaluate import evaluate
from planning.rounds.solver.explain import Bottleneck, Difference, bottlenecks, difference
from planning.rounds.solver.greedy import oldest_first
from planning.rounds.solver.session import Session
from planning.rounds.solver.what_if import (
    Effect,
    LeastBudget,
    least_budget_curve,
    least_cost,
    next_money,
    postponed,
    session_for,
    skipped,
)


@dataclass(frozen=True)
class Explanation:
    """What binds a plan, what other money and other dates would give, and what ‘oldest first’ does.

    Figures are over the whole horizon of the plan, the rounds after the board's own too.
    """

    bound: tuple[Bottleneck, ...]  # in the board's own rounds
    more: tuple[Effect, ...]  # by round of the board: so much more money in it
    left_out: tuple[Effect, ...]  # by round of the board: nothing bought in it
    later: Effect  # everything one round later
    least: tuple[LeastBudget | None, ...]  # by round of the board: the least even budget that reaches all targets
    beside: Difference
    short_years: Mapping[int, float]  # device-years short, by calendar year
    oldest_short_years: Mapping[int, float]
    same_service: int | None  # cents: the least that what ‘oldest first’ reaches can cost


def explanation(plans: ScenarioPlans, more_cents: int, known: Session | None = None) -> Explanation:
    """Explain a plan; `more_cents` is the more money asked about in each round, `known` what planned it before."""
    case, purchases = plans.case, plans.purchases
    instance, own = case.instance, range(case.shown)
    arrays = arrays_of(instance)  # once for all that follows
    plan, other = evaluate(arrays, purchases), evaluate(arrays, oldest_first(instance))
    beside, session = difference(arrays, plan, other), session_for(instance, known)
    return Explanation(
        bound=tuple(one for one in bottlenecks(arrays, purchases, plan) if one.round < case.shown),
        more=tuple(next_money(arrays, purchases, more_cents, r, session) for r in own),
        left_out=tuple(skipped(arrays, purchases, r, session) for r in own),
        later=postponed(arrays, purchases),
        least=least_budget_curve(instance, even=True, rounds=case.shown),
        beside=beside,
        short_years=device_years(case.dates, beside.short[:-1]),
        oldest_short_years=device_years(case.dates, beside.other_short[:-1]),
        same_service=least_cost(arrays, other.values),
    )
