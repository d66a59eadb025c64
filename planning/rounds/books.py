"""The money of the rounds in a plan: what there is for each, and what it means for the books. Pure; whole cents."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from planning.rounds.case import left_of_earlier
from planning.rounds.money import (
    RoundMoney,
    book_value,
    depreciation,
    invested,
    investments,
    level_reserve,
    money_of,
)
from planning.rounds.scenario_plans import ScenarioPlans, available
from planning.rounds.view import RoundsView


@dataclass(frozen=True)
class Books:
    """Investment and depreciation by calendar year, of what is there, on its way and planned."""

    years: range
    invested: Mapping[int, int]
    written_off: Mapping[int, int]
    book_value: Mapping[int, int]  # at the end of a year
    to_pay: Mapping[int, int]  # what the board pays for the rounds of a year
    opening: int  # what earlier rounds left
    aside: int  # to set aside every year, so that every round can be paid
    unpriced: int  # devices whose price is not known


def round_money(view: RoundsView, plans: ScenarioPlans) -> tuple[RoundMoney, ...]:
    """Every round with what there is for it, what is planned, ordered and paid."""
    planned = {r.round_id: r.cost for r in plans.best.rounds}
    progress = list(view.progress.values())
    for s in progress:  # a round that has been was planned as it was ordered
        if s.order.round_id not in {r.round_id for r in view.to_come}:
            planned[s.order.round_id] = planned.get(s.order.round_id, 0) + s.order.due * s.order.price_cents
    there = available(view, plans)
    rounds = [replace(r, budget_cents=there.get(r.round_id, r.budget_cents)) for r in view.rounds]
    return money_of(rounds, planned, progress)


def books_of(view: RoundsView, plans: ScenarioPlans) -> Books:
    """What the plan means for the books."""
    bought, unpriced = purchases_of(view, plans)
    found = investments(bought, view.ratios.kinds, view.rules)
    years = range(view.as_of.year - 1, view.to_come[-1].on.year + 2)
    to_pay = dict.fromkeys(range(view.to_come[0].on.year, view.to_come[-1].on.year + 1), 0)
    for r in plans.best.rounds:
        to_pay[r.on.year] += r.paid
    opening = left_of_earlier(view, plans.scenario)
    aside = -(-level_reserve(to_pay, opening) // 100) * 100  # whole euros
    values = {year: book_value(found, date(year + 1, 1, 1)) for year in years}
    return Books(years, invested(found, years), depreciation(found, years), values, to_pay, opening, aside, unpriced)


def purchases_of(view: RoundsView, plans: ScenarioPlans) -> tuple[list[tuple[date, str, int]], int]:
    """(day, kind, cents) of what is there, what is on its way and what the plan buys; and devices without a price."""
    bought: list[tuple[date, str, int]] = []
    unpriced = 0
    for row in view.fleet.to_dict("records"):
        unpriced += int(row["count"]) - int(row["priced"])
        if row["value_cents"] and row["purchased_latest"]:
            bought.append((row["purchased_latest"], row["kind"], int(row["value_cents"])))
    to_come = {r.round_id: r.on for r in view.to_come}
    coming = [s for s in view.progress.values() if s.coming and s.order.round_id not in to_come]
    bought += [(s.order.ordered_on, s.order.kind, s.coming * s.order.price_cents) for s in coming]
    bought += [(to_come[p.round_id], p.kind, p.count * p.price_cents) for p in plans.best.purchases]
    return bought, unpriced
