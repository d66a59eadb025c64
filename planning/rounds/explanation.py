"""All that other plans tell about a plan, for a page: what is known at once, and what has to be planned again. Pure."""

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
    """What binds a plan, what being later would do, and what ‘oldest first’ does.

    Figures are over the whole horizon of the plan, the rounds after the board's own too.
    """

    bound: tuple[Bottleneck, ...]  # in the board's own rounds
    later: Effect  # everything one round later
    beside: Difference
    short_years: Mapping[int, float]  # device-years short, by calendar year
    oldest_short_years: Mapping[int, float]
    same_service: int | None  # cents: the least that what ‘oldest first’ reaches can cost


@dataclass(frozen=True)
class OtherPlans:
    """What other money and other dates would give, by round of the board; over the same horizon."""

    more: tuple[Effect, ...]  # so much more money in it
    left_out: tuple[Effect, ...]  # nothing bought in it
    least: tuple[LeastBudget | None, ...]  # the least even budget that reaches all targets


def explanation(plans: ScenarioPlans) -> Explanation:
    """What is known of a plan at once."""
    case, purchases = plans.case, plans.purchases
    arrays = arrays_of(case.instance)  # once for all that follows
    plan, other = evaluate(arrays, purchases), evaluate(arrays, oldest_first(case.instance))
    beside = difference(arrays, plan, other)
    return Explanation(
        bound=tuple(one for one in bottlenecks(arrays, purchases, plan) if one.round < case.shown),
        later=postponed(arrays, purchases),
        beside=beside,
        short_years=device_years(case.dates, beside.short[:-1]),
        oldest_short_years=device_years(case.dates, beside.other_short[:-1]),
        same_service=least_cost(arrays, other.values),
    )


def other_plans(plans: ScenarioPlans, more_cents: int, known: Session | None = None) -> OtherPlans:
    """Plan again; `more_cents` is the more money asked about in each round, `known` what planned it before."""
    case, purchases = plans.case, plans.purchases
    arrays, own, session = arrays_of(case.instance), range(case.shown), session_for(case.instance, known)
    return OtherPlans(
        more=tuple(next_money(arrays, purchases, more_cents, r, session) for r in own),
        left_out=tuple(skipped(arrays, purchases, r, session) for r in own),
        least=least_budget_curve(case.instance, even=True, rounds=case.shown),
    )
