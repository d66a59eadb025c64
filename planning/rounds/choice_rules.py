"""What a board can choose for its rounds, and why something cannot be; pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Final

from planning.core.board_rules import target_reasons
from planning.core.notation import number
from planning.core.refusal import Cents, Reason, Share, Value, Word
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.organisation.kinds import HIGHEST_PRICE_CENTS
from planning.rounds.model import Delivery, Order, PlanningRules, Round, Scenario, SchoolChoice, numbered
from planning.rounds.money import least_budget, least_for_later, ordered_cents

LONGEST_CODE: Final = 20
LONGEST_NAME: Final = 60
LONGEST_REASON: Final = 200
LONGEST_DECISION: Final = 400
HIGHEST_BUDGET_CENTS: Final = 25_000_000_00
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
MOST_ROUNDS: Final = 12
"""Rounds to come that a plan is asked for at once: six years of two rounds."""
HIGHEST_WEIGHT: Final = 1_000_000
MOST_YEARS: Final = 15
HIGHEST_RISE: Final = 0.25
LARGEST_SET: Final = 40
MOST_DEVICES: Final = 5_000


def round_name(one: Round, rounds: tuple[Round, ...]) -> str:
    """What a round is called: its own name, else "Ronde 2"."""
    number_of = numbered(rounds).get(one.round_id, len(rounds) + 1)
    return one.name or _("Round {n}").format(n=number(number_of))


def round_reasons(new: Round, rounds: Collection[Round]) -> list[Reason]:
    """Why a board cannot have this round; `rounds` are those it has."""
    reasons = []
    others = [r for r in rounds if r.round_id != new.round_id]
    if len(new.name) > LONGEST_NAME:
        reasons.append(Reason("round_name_too_long", "name", {"n": LONGEST_NAME}))
    if not 0 <= new.budget_cents <= HIGHEST_BUDGET_CENTS:
        values = {"read": Cents(new.budget_cents), "highest": Cents(HIGHEST_BUDGET_CENTS)}
        reasons.append(Reason("budget_out_of_range", "budget_cents", values))
    if not FIRST_DAY <= new.on <= LAST_DAY:
        reasons.append(Reason("round_day_out_of_range", "on", {"day": new.on}))
    elif any(r.on == new.on for r in others):
        reasons.append(Reason("round_day_taken", "on", {"day": new.on}))
    if not new.round_id and len(others) >= 3 * MOST_ROUNDS:
        reasons.append(Reason("too_many_rounds", None, {"n": len(others)}))
    return reasons


def budget_reasons(
    budgets: Mapping[int, int], rounds: Collection[Round], orders: Collection[Order], rules: PlanningRules
) -> list[Reason]:
    """Why rounds cannot have these budgets, in cents by round: more is ordered, then or later, than there would be."""
    ordered = ordered_cents(orders)
    reasons = []
    for one in rounds:
        cents = budgets.get(one.round_id, one.budget_cents)
        least = least_budget(one, rounds, orders, rules, budgets)
        later = least_for_later(one, rounds, orders, rules, budgets) if cents < one.budget_cents else None
        if one.round_id in budgets and cents < least:
            values = {"read": Cents(cents), "ordered": Cents(ordered[one.round_id]), "least": Cents(least)}
            reasons.append(Reason("budget_below_ordered", "budget_cents", values))
        elif later is not None:
            needed: dict[str, Value] = {"read": Cents(cents), "least": Cents(later[0]), "day": later[1].on}
            reasons.append(Reason("budget_below_later", "budget_cents", needed))
    return reasons


def approval_reasons(name: str, reason: str) -> list[Reason]:
    """Why a plan cannot be approved under this name for this reason."""
    reasons = []
    if len(name) > LONGEST_NAME:
        reasons.append(Reason("plan_name_too_long", "name", {"n": LONGEST_NAME}))
    if len(reason) > LONGEST_DECISION:
        reasons.append(Reason("decision_too_long", "reason", {"n": LONGEST_DECISION}))
    return reasons


def rules_reasons(rules: PlanningRules) -> list[Reason]:
    """Why a board cannot plan by these rules."""
    reasons: list[Reason] = []
    weights = {
        "weight_short": N_("a pupil under the target"),
        "weight_unserved": N_("a device past its life span"),
        "weight_even": N_("even spending"),
    }
    for field, what in weights.items():
        weight = getattr(rules, field)
        if not 0 <= weight <= HIGHEST_WEIGHT:
            values = {"what": Word(what), "read": weight, "highest": HIGHEST_WEIGHT}
            reasons.append(Reason("weight_out_of_range", field, values))
    if not 0 <= rules.price_rise <= HIGHEST_RISE:
        shares = {"read": Share(rules.price_rise), "highest": Share(HIGHEST_RISE)}
        reasons.append(Reason("price_rise_out_of_range", "price_rise", shares))
    if not 0 <= rules.beyond_life_years <= MOST_YEARS:
        reasons.append(_years_reason("beyond_life_years", rules.beyond_life_years, 0))
    if rules.write_off_years is not None and not 1 <= rules.write_off_years <= MOST_YEARS:
        reasons.append(_years_reason("write_off_years", rules.write_off_years, 1))
    if not 0 <= rules.reserve_share <= 0.5:
        reasons.append(Reason("reserve_out_of_range", "reserve_share", {"read": Share(rules.reserve_share)}))
    reasons += _set_reasons(rules.set_size)
    for field in ("threshold_cents", "fixed_cost_cents"):
        cents = getattr(rules, field)
        if not 0 <= cents <= HIGHEST_BUDGET_CENTS:
            amounts = {"read": Cents(cents), "highest": Cents(HIGHEST_BUDGET_CENTS)}
            reasons.append(Reason("amount_out_of_range", field, amounts))
    for discount in rules.discounts:
        if not (1 <= discount.quantity <= 100_000 and 0 < discount.share < 1):
            reasons.append(Reason("discount_out_of_range", "discounts"))
    for target in dict.fromkeys(target for _day, target in rules.ramp):
        reasons += target_reasons(target, "ramp")
    for code, n in rules.partners.items():
        if not 0 <= n <= 100_000:
            reasons.append(Reason("partners_out_of_range", f"partner_{code}"))
    for field, codes in (("ledger", rules.ledger), ("cost_centres", rules.cost_centres)):
        reasons += [
            Reason("code_too_long", field, {"read": code, "n": LONGEST_CODE})
            for code in codes.values()
            if len(code) > LONGEST_CODE
        ]
    return reasons


def choice_reasons(choice: SchoolChoice, buyable: Collection[str]) -> list[Reason]:
    """Why a school cannot choose this; `buyable` are the kinds for pupils."""
    reasons: list[Reason] = []
    reasons += [] if choice.set_size is None else _set_reasons(choice.set_size)
    if choice.kinds is not None and not set(choice.kinds) <= set(buyable):
        reasons.append(Reason("kinds_not_for_pupils", "kinds"))
    if choice.kinds == ():
        reasons.append(Reason("no_kind_chosen", "kinds"))
    for level, target in choice.level_targets.items():
        reasons += target_reasons(target, level)
    for target in dict.fromkeys(target for _day, target in choice.ramp):
        reasons += target_reasons(target, "ramp")
    for round_id, cents in choice.own_money.items():
        if not 0 <= cents <= HIGHEST_BUDGET_CENTS:
            reasons.append(Reason("own_money_negative", f"own_money_{round_id}"))
    return reasons


def scenario_reasons(new: Scenario, others: Iterable[Scenario], round_ids: Collection[int]) -> list[Reason]:
    """Why a scenario cannot be kept."""
    reasons = []
    if not new.name.strip():
        reasons.append(Reason("scenario_without_name", "name"))
    if len(new.name) > LONGEST_NAME:
        reasons.append(Reason("scenario_name_too_long", "name", {"n": LONGEST_NAME}))
    if any(
        other.scenario_id != new.scenario_id and other.name.casefold() == new.name.strip().casefold()
        for other in others
    ):
        reasons.append(Reason("scenario_there_already", "name", {"name": new.name.strip()}))
    if not set(new.budgets) <= set(round_ids):
        reasons.append(Reason("scenario_round_gone"))
    if any(not 0 <= cents <= HIGHEST_BUDGET_CENTS for cents in new.budgets.values()):
        reasons.append(Reason("scenario_budget_negative"))
    for fixed in new.wishes.fixed:
        most = fixed.at_least if fixed.at_most is None else fixed.at_most
        if not 0 <= fixed.at_least <= most <= MOST_DEVICES:
            reasons.append(Reason("fixed_out_of_range", None, {"n": MOST_DEVICES}))
    return list(dict.fromkeys(reasons))


def price_reasons(price_cents: int) -> list[Reason]:
    """Why one device cannot cost this."""
    if 0 < price_cents <= HIGHEST_PRICE_CENTS:
        return []
    values = {"read": round(price_cents / 100), "highest": HIGHEST_PRICE_CENTS // 100}
    return [Reason("price_out_of_range", "price_cents", values)]


def order_reasons(new: Order, latest: date) -> list[Reason]:
    """Why an order cannot be booked."""
    reasons = price_reasons(new.price_cents)
    if not 1 <= new.count <= MOST_DEVICES:
        reasons.append(Reason("order_out_of_range", "count", {"n": MOST_DEVICES}))
    if not FIRST_DAY <= new.ordered_on <= latest:
        reasons.append(Reason("order_day_out_of_range", "ordered_on", {"day": new.ordered_on, "latest": latest}))
    return reasons


def delivery_reasons(new: Delivery, order: Order, delivered: int, latest: date) -> list[Reason]:
    """Why a delivery cannot be booked; `delivered` is what was booked of the order before."""
    reasons = []
    left = order.due - delivered
    if not 1 <= new.count <= left:
        reasons.append(Reason("more_than_ordered", "count", {"read": new.count, "left": left}))
    if not order.ordered_on <= new.delivered_on <= latest:
        values = {"day": new.delivered_on, "ordered": order.ordered_on, "latest": latest}
        reasons.append(Reason("delivery_day_out_of_range", "delivered_on", values))
    if not 0 <= new.price_cents <= HIGHEST_BUDGET_CENTS:
        reasons.append(Reason("paid_negative", "price_cents"))
    return reasons


def giving_up_reasons(left: int, because: str) -> list[Reason]:
    """Why the `left` devices of an order cannot be given up."""
    reasons = []
    if left <= 0:
        reasons.append(Reason("nothing_to_come"))
    if not because:
        reasons.append(Reason("given_up_without_reason", "because"))
    if len(because) > LONGEST_REASON:
        reasons.append(Reason("given_up_reason_too_long", "because", {"n": LONGEST_REASON}))
    return reasons


def _years_reason(field: str, read: int, lowest: int) -> Reason:
    return Reason("years_out_of_range", field, {"read": read, "lowest": lowest, "highest": MOST_YEARS})


def _set_reasons(size: int) -> list[Reason]:
    if 1 <= size <= LARGEST_SET:
        return []
    return [Reason("set_out_of_range", "set_size", {"read": size, "highest": LARGEST_SET})]
