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
from planning.rounds.round_dates import Clock, lengthened
from planning.rounds.solver.instance import BANDS, Band, DeviceType, Instance, Line, Tier, Weights
from planning.rounds.view import Known
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


def missing_for_a_plan(known: Known) -> tuple[str, ...]:
    """What a plan still lacks: "inventories", "pupils", "rounds"; nothing where it can be made."""
    ratio = known.ratio
    return tuple(
        name
        for name, there in (
            ("inventories", any(school.countable is not None for school in ratio.schools)),
            ("pupils", any(school.pupils is not None for school in ratio.schools)),
            ("rounds", bool(known.to_come)),
        )
        if not there
    )


def case_of(known: Known, scenario: Scenario = BASIS) -> Case:
    """The planning problem of the rounds to come. Raises ValueError where missing_for_a_plan says something."""
    if missing_for_a_plan(known):
        raise ValueError("a plan needs an inventory, a pupil count and a round to come")
    rounds, rules = known.to_come, known.rules
    clock = Clock(lengthened(tuple(r.on for r in rounds), BEYOND))
    pupils = pupils_to_come(known.facts.counts, known.facts.forecast, known.as_of)
    left_out = {
        school.school_id: "no_inventory" if school.countable is None else "no_pupils"
        for school in known.ratio.schools
        if school.status == "unknown"
    }
    types, stocks = types_of(known, clock), stocks_of(known)
    lines: list[Line] = []
    for school in known.facts.schools:
        if school.school_id not in left_out:
            stock = stocks.get(school.school_id, Stock())
            lines += lines_of(known, school, stock, pupils[school.school_id], clock, types, scenario.wishes)
    budgets = budgets_of(known, scenario, types)
    if rules.nobody_waits:
        lines = _with_something_for_all(lines, types, budgets[0])
    instance = Instance(
        rounds=len(clock.dates),
        types=types,
        lines=tuple(lines),
        budgets=_with_beyond(budgets),
        carry_over=rules.carry_over,
        school_money=_own_money(known),
        bands=STEEP if rules.worst_first else BANDS,
        weights=Weights(
            short=rules.weight_short * CENTS,
            unserved=rules.weight_unserved * CENTS,
            cost=1,
            peak=rules.weight_even,
        ),
    )
    on_target = frozenset(school.school_id for school in known.ratio.schools if school.status == "on_target")
    return Case(instance, clock.dates, tuple(r.round_id for r in rounds), left_out, on_target)


def with_budgets(case: Case, known: Known, scenario: Scenario) -> Case:
    """The same case with the budgets of a scenario whose wishes are the same."""
    budgets = _with_beyond(budgets_of(known, scenario, case.instance.types))
    return replace(case, instance=replace(case.instance, budgets=budgets))


def _with_beyond(budgets: Sequence[int]) -> tuple[int, ...]:
    return (*budgets, *[round(mean(budgets))] * BEYOND)


def types_of(known: Known, clock: Clock) -> dict[str, DeviceType]:
    """The kinds for pupils that can be bought or are there, with price and end by round."""
    rules, n = known.rules, len(clock.dates)
    types = {}
    for code, kind in known.facts.kinds.items():
        if kind.counts_for_pupils:
            life, counts = clock.in_rounds(kind.life_years), kind.life_years + rules.beyond_life_years
            prices = tuple(price_in(known, code, t, day) for t, day in enumerate(clock.dates))
            types[code] = DeviceType(
                code=code,
                life=life,
                max_age=clock.oldest_age(life),
                prices=prices,
                support_ends=clock.ends(min(counts, rules.support_years.get(code, counts))),
                fixed_costs=(rules.fixed_cost_cents,) * n,
                tiers=tuple(
                    Tier(discount.quantity, tuple(round(price * (1 - discount.share)) for price in prices))
                    for discount in sorted(rules.discounts, key=lambda discount: discount.quantity)
                ),
                joint=(rules.partners[code],) * n if rules.partners.get(code) else (),
            )
    return types


def price_in(known: Known, kind: str, position: int, day: date) -> int:
    """Cents for one in a round to come: its own price where the board set one, else the kind's with the rise."""
    if position < len(known.to_come):
        own = known.prices.get((known.to_come[position].round_id, kind))
        if own is not None:
            return own
    years, cents = max(0, (day - known.as_of).days // 365), known.facts.kinds[kind].price_cents
    if not years:
        return cents
    return round(cents / CENTS * (1 + known.rules.price_rise) ** years) * CENTS  # what is foretold is in whole euros


def budgets_of(known: Known, scenario: Scenario, types: Mapping[str, DeviceType]) -> list[int]:
    """Cents the plan may spend in each round to come.

    Less what was bought in it and stands in an inventory already; a difference between what was ordered and what the
    plan reckons for it goes to the round. Where money moves on, so does what earlier rounds with orders did not spend.
    Never less than what is ordered.
    """
    budgets: list[int] = []
    ordered: list[int] = []
    for position, one in enumerate(known.to_come):
        here = [seen for seen in known.seen.values() if seen.order.round_id == one.round_id]
        coming: Counter[str] = Counter()
        for seen in here:
            coming[seen.order.kind] += seen.coming
        reckoned = {kind: types[kind].unit_price(position, n) for kind, n in coming.items() if n}
        bound = sum(coming[kind] * price + types[kind].fixed_costs[position] for kind, price in reckoned.items())
        # an order that stands in inventories is no purchase of the plan any more, and its fixed cost was paid
        fixed = known.rules.fixed_cost_cents * len({seen.order.kind for seen in here if seen.order.due} - set(reckoned))
        spent = sum(seen.order.due * seen.order.price_cents for seen in here) + fixed
        still = sum(coming[kind] * price for kind, price in reckoned.items())
        budgets.append(max(0, scenario.budgets.get(one.round_id, one.budget_cents) - spent + still))
        ordered.append(bound)
    if known.rules.carry_over:
        budgets[0] += _left_of_earlier(known, scenario)
    spare = 0  # what earlier rounds leave for a round that ordered beyond its own budget
    for position, bound in enumerate(ordered):
        budgets[position] = max(budgets[position], bound - spare)
        spare = spare + budgets[position] - bound if known.rules.carry_over else 0
    return budgets


def _left_of_earlier(known: Known, scenario: Scenario) -> int:
    past = [r for r in known.rounds if r.on < known.as_of]
    left = 0
    for one in past:
        orders = [order for order in known.orders if order.round_id == one.round_id and order.due]
        spent = sum(order.due * order.price_cents for order in orders)
        if spent:
            spent += known.rules.fixed_cost_cents * len({order.kind for order in orders})
            left += scenario.budgets.get(one.round_id, one.budget_cents) - spent
    return max(0, left)


def _own_money(known: Known) -> dict[str, tuple[int, ...]]:
    found = {}
    for school_id, choice in known.choices.items():
        own = tuple(choice.own_money.get(r.round_id, 0) for r in known.to_come)
        if any(own):
            found[school_id] = own + (0,) * BEYOND
    return found


def _with_something_for_all(lines: Sequence[Line], types: Mapping[str, DeviceType], budget: int) -> list[Line]:
    """Bind the first round to buy something for every school that needs it, the neediest first while there is money."""
    bound = list(lines)
    for at in needs_most(lines, types):
        more = [*bound[:at], with_something(lines[at], types), *bound[at + 1 :]]
        if _bound_cost(more, types) <= budget:
            bound = more
    return bound


def _bound_cost(lines: Sequence[Line], types: Mapping[str, DeviceType]) -> int:
    """Cents of what the first round must buy."""
    counts: Counter[str] = Counter()
    for line in lines:
        for bound in line.bounds:
            if bound.round == 0:
                counts[bound.type] += bound.at_least
    return sum(n * types[kind].unit_price(0, n) + types[kind].fixed_costs[0] for kind, n in counts.items() if n)
