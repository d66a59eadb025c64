"""From a board's inventories, pupils, choices and wishes to the planning problem of its rounds. Pure.

A line is a school and a kind it keeps in its own mix, or a school and all it may buy. Only devices for pupils are
planned, and what is there counts by the rule that the ratios use. A device that the plan has on its way, ordered but
not in an inventory yet, is there as from the day it was ordered or delivered.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import mean
from typing import Final

from planning.rounds.fleet import Stock, lines_of, needs_most, stocks_of, with_something
from planning.rounds.model import BASIS, Scenario
from planning.rounds.money import left_before
from planning.rounds.round_dates import RoundDates, lengthened
from planning.rounds.solver.instance import BANDS, Band, DeviceType, FleetLine, Instance, Tier, Weights
from planning.rounds.view import RoundsView
from planning.rounds.wanted import pupils_to_come

BEYOND: Final = 4
"""Rounds planned after those shown: without them the last rounds would buy nothing, since nobody comes after."""
STEEP: Final = (Band(1, 10, 1), Band(1, 4, 4), Band(1, 1, 16))
"""Worst-off first: the deeper a school is under its target, the heavier each device weighs."""
CENTS: Final = 100


@dataclass(frozen=True)
class Case:
    """A planning problem, and what its rounds and lines stand for."""

    instance: Instance
    dates: tuple[date, ...]  # of every round, those beyond the board's own too
    round_ids: tuple[int, ...]  # of the board's own rounds, which come first
    left_out: Mapping[str, str]  # school -> "no_inventory" or "no_pupils"
    on_target: frozenset[str] = frozenset()  # schools without a shortage on the reference date

    @property
    def shown(self) -> int:
        """How many rounds are the board's own."""
        return len(self.round_ids)

    @property
    def schools(self) -> tuple[str, ...]:
        """The schools that are planned, in the board's order."""
        return tuple(dict.fromkeys(line.school for line in self.instance.lines))


def missing_for_a_plan(view: RoundsView) -> tuple[str, ...]:
    """What a plan still lacks: "inventories", "pupils", "rounds"; nothing where it can be made."""
    ratio = view.group_ratio
    return tuple(
        name
        for name, there in (
            ("inventories", any(school.countable is not None for school in ratio.schools)),
            ("pupils", any(school.pupils is not None for school in ratio.schools)),
            ("rounds", bool(view.to_come)),
        )
        if not there
    )


def case_of(view: RoundsView, scenario: Scenario = BASIS) -> Case:
    """The planning problem of the rounds to come. Raises ValueError where missing_for_a_plan says something."""
    if missing_for_a_plan(view):
        raise ValueError("a plan needs an inventory, a pupil count and a round to come")
    rounds, rules = view.to_come, view.rules
    dates = RoundDates(lengthened(tuple(r.on for r in rounds), BEYOND))
    pupils = pupils_to_come(view.ratios.counts, view.ratios.forecast, view.as_of)
    left_out = {
        school.school_id: "no_inventory" if school.countable is None else "no_pupils"
        for school in view.group_ratio.schools
        if school.status == "unknown"
    }
    types, stocks = types_of(view, dates), stocks_of(view)
    lines: list[FleetLine] = []
    for school in view.ratios.schools:
        if school.school_id not in left_out:
            stock = stocks.get(school.school_id, Stock())
            lines += lines_of(view, school, stock, pupils[school.school_id], dates, types, scenario.wishes)
    budgets = budgets_of(view, scenario, types)
    if rules.nobody_waits:
        lines = _with_something_for_all(lines, types, budgets[0])
    instance = Instance(
        rounds=len(dates.days),
        types=types,
        lines=tuple(lines),
        budgets=_with_beyond(budgets),
        carry_over=rules.carry_over,
        school_money=_own_money(view),
        bands=STEEP if rules.worst_first else BANDS,
        weights=Weights(
            short=rules.weight_short * CENTS,
            unserved=rules.weight_unserved * CENTS,
            cost=1,
            peak=rules.weight_even,
        ),
    )
    on_target = frozenset(school.school_id for school in view.group_ratio.schools if school.status == "on_target")
    return Case(instance, dates.days, tuple(r.round_id for r in rounds), left_out, on_target)


def with_budgets(case: Case, view: RoundsView, scenario: Scenario) -> Case:
    """The same case with the budgets of a scenario whose wishes are the same."""
    budgets = _with_beyond(budgets_of(view, scenario, case.instance.types))
    return replace(case, instance=replace(case.instance, budgets=budgets))


def _with_beyond(budgets: Sequence[int]) -> tuple[int, ...]:
    return (*budgets, *[round(mean(budgets))] * BEYOND)


def types_of(view: RoundsView, dates: RoundDates) -> dict[str, DeviceType]:
    """The kinds for pupils that can be bought or are there, with price and end by round."""
    rules, n = view.rules, len(dates.days)
    types = {}
    for code, kind in view.ratios.kinds.items():
        if kind.counts_for_pupils:
            life, counts = dates.in_rounds(kind.life_years), kind.life_years + rules.beyond_life_years
            prices = tuple(price_in(view, code, t, day) for t, day in enumerate(dates.days))
            types[code] = DeviceType(
                code=code,
                life=life,
                max_age=dates.oldest_age(life),
                prices=prices,
                support_ends=dates.ends(min(counts, rules.support_years.get(code, counts))),
                fixed_costs=(rules.fixed_cost_cents,) * n,
                tiers=tuple(
                    Tier(discount.quantity, tuple(round(price * (1 - discount.share)) for price in prices))
                    for discount in sorted(rules.discounts, key=lambda discount: discount.quantity)
                ),
                joint=(rules.partners[code],) * n if rules.partners.get(code) else (),
            )
    return types


def price_in(view: RoundsView, kind: str, position: int, day: date) -> int:
    """Cents for one in a round to come: its own price where the board set one, else the kind's with the rise."""
    if position < len(view.to_come):
        own = view.prices.get((view.to_come[position].round_id, kind))
        if own is not None:
            return own
    years, cents = max(0, (day - view.as_of).days // 365), view.ratios.kinds[kind].price_cents
    if not years:
        return cents
    return round(cents / CENTS * (1 + view.rules.price_rise) ** years) * CENTS  # what is foretold is in whole euros


def budgets_of(view: RoundsView, scenario: Scenario, types: Mapping[str, DeviceType]) -> list[int]:
    """Cents the plan may spend in each round to come.

    Less what was bought in it and stands in an inventory already; a difference between what was ordered and what the
    plan reckons for it goes to the round. Where money moves on, so does what earlier rounds with orders did not spend.
    Never less than what is ordered.
    """
    budgets: list[int] = []
    ordered: list[int] = []
    for position, one in enumerate(view.to_come):
        here = [progress for progress in view.progress.values() if progress.order.round_id == one.round_id]
        orders = [progress.order for progress in here]
        coming: Counter[str] = Counter()
        for progress in here:
            coming[progress.order.kind] += progress.coming
        reckoned = {kind: types[kind].unit_price(position, n) for kind, n in coming.items() if n}
        bound = sum(coming[kind] * price + types[kind].fixed_costs[position] for kind, price in reckoned.items())
        # an order that stands in inventories is no purchase of the plan any more, and its fixed cost was paid
        fixed = view.rules.fixed_cost_cents * len({order.kind for order in orders if order.due} - set(reckoned))
        spent = sum(order.due * order.price_cents for order in orders) + fixed
        still = sum(coming[kind] * price for kind, price in reckoned.items())
        budgets.append(max(0, scenario.budgets.get(one.round_id, one.budget_cents) - spent + still))
        ordered.append(bound)
    budgets[0] += left_of_earlier(view, scenario)
    spare = 0  # what earlier rounds leave for a round that ordered beyond its own budget
    for position, bound in enumerate(ordered):
        budgets[position] = max(budgets[position], bound - spare)
        spare = spare + budgets[position] - bound if view.rules.carry_over else 0
    return budgets


def left_of_earlier(view: RoundsView, scenario: Scenario) -> int:
    """Cents that rounds with orders left before the reference date; 0 where money does not move on."""
    return left_before(view.as_of, view.rounds, view.orders, view.rules, scenario.budgets)


def _own_money(view: RoundsView) -> dict[str, tuple[int, ...]]:
    found = {}
    for school_id, choice in view.choices.items():
        own = tuple(choice.own_money.get(r.round_id, 0) for r in view.to_come)
        if any(own):
            found[school_id] = own + (0,) * BEYOND
    return found


def _with_something_for_all(
    lines: Sequence[FleetLine], types: Mapping[str, DeviceType], budget: int
) -> list[FleetLine]:
    """Bind the first round to buy something for every school that needs it, the neediest first while there is money."""
    bound = list(lines)
    for at in needs_most(lines, types):
        more = [*bound[:at], with_something(lines[at], types), *bound[at + 1 :]]
        if _bound_cost(more, types) <= budget:
            bound = more
    return bound


def _bound_cost(lines: Sequence[FleetLine], types: Mapping[str, DeviceType]) -> int:
    """Cents of what the first round must buy."""
    counts: Counter[str] = Counter()
    for line in lines:
        for bound in line.bounds:
            if bound.round == 0:
                counts[bound.type] += bound.at_least
    return sum(n * types[kind].unit_price(0, n) + types[kind].fixed_costs[0] for kind, n in counts.items() if n)
