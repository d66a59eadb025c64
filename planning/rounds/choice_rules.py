"""What a board can choose for its rounds, and why something cannot be; pure."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Final

from planning.core.board_rules import target_reasons
from planning.core.notation import day, money, number, percent
from planning.core.refusal import Reason
from planning.core.translation import gettext as _
from planning.organisation.kinds import HIGHEST_PRICE_CENTS
from planning.rounds.model import Delivery, Order, PlanningRules, Round, Scenario, SchoolChoice, numbered

LONGEST_NAME: Final = 60
LONGEST_REASON: Final = 200
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


def round_reasons(new: Round, rounds: Collection[Round]) -> list[str]:
    """Why a board cannot have this round; `rounds` are those it has."""
    reasons = []
    others = [r for r in rounds if r.round_id != new.round_id]
    if len(new.name) > LONGEST_NAME:
        reasons.append(_name_too_long())
    if not 0 <= new.budget_cents <= HIGHEST_BUDGET_CENTS:
        reasons.append(
            _("The budget says {read}. Choose an amount from 0 to {highest}.").format(
                read=money(new.budget_cents), highest=money(HIGHEST_BUDGET_CENTS)
            )
        )
    if not FIRST_DAY <= new.on <= LAST_DAY:
        reasons.append(_("The round is on {day}. Choose a day from 2000 to 2099.").format(day=day(new.on)))
    elif any(r.on == new.on for r in others):
        reasons.append(
            _("There is a round on {day} already. Change that one, or choose another day.").format(day=day(new.on))
        )
    if not new.round_id and len(others) >= 3 * MOST_ROUNDS:
        reasons.append(_("There are {n} rounds already; remove one that was never used.").format(n=number(len(others))))
    return reasons


def rules_reasons(rules: PlanningRules) -> list[Reason | str]:
    """Why a board cannot plan by these rules."""
    reasons: list[Reason | str] = []
    weights = {
        _("a pupil under the target"): rules.weight_short,
        _("a device past its life span"): rules.weight_unserved,
        _("even spending"): rules.weight_even,
    }
    for what, weight in weights.items():
        if not 0 <= weight <= HIGHEST_WEIGHT:
            reasons.append(
                _("The weight of {what} says {read}. Choose from 0 to {highest} euros.").format(
                    what=what, read=number(weight), highest=number(HIGHEST_WEIGHT)
                )
            )
    if not 0 <= rules.price_rise <= HIGHEST_RISE:
        reasons.append(
            _("The price rise says {read} a year. Choose from 0% to {highest}.").format(
                read=percent(rules.price_rise), highest=percent(HIGHEST_RISE)
            )
        )
    if not 0 <= rules.beyond_life_years <= MOST_YEARS:
        reasons.append(_years_reason(rules.beyond_life_years, 0))
    if rules.write_off_years is not None and not 1 <= rules.write_off_years <= MOST_YEARS:
        reasons.append(_years_reason(rules.write_off_years, 1))
    if not 0 <= rules.reserve_share <= 0.5:
        reasons.append(
            _("The reserve says {read}. Choose from 0% to 50% of the devices needed.").format(
                read=percent(rules.reserve_share)
            )
        )
    reasons += _set_reasons(rules.set_size)
    amounts = (rules.threshold_cents, rules.fixed_cost_cents)
    reasons += [
        _("It says {read}. Choose an amount from 0 to {highest}.").format(
            read=money(cents), highest=money(HIGHEST_BUDGET_CENTS)
        )
        for cents in amounts
        if not 0 <= cents <= HIGHEST_BUDGET_CENTS
    ]
    for discount in rules.discounts:
        if not (1 <= discount.quantity <= 100_000 and 0 < discount.share < 1):
            reasons.append(_("A discount has a quantity of 1 or more and a share from 1% to 99%."))
    for target in dict.fromkeys(target for _day, target in rules.ramp):
        reasons += target_reasons(target)
    if any(not 0 <= n <= 100_000 for n in rules.partners.values()):
        reasons.append(_("What partner boards order along is 0 or more devices."))
    return reasons


def choice_reasons(choice: SchoolChoice, buyable: Collection[str]) -> list[Reason | str]:
    """Why a school cannot choose this; `buyable` are the kinds for pupils."""
    reasons: list[Reason | str] = []
    reasons += [] if choice.set_size is None else _set_reasons(choice.set_size)
    if choice.kinds is not None and not set(choice.kinds) <= set(buyable):
        reasons.append(_("Only kinds that count for pupils can be planned."))
    if choice.kinds == ():
        reasons.append(_("Choose at least one kind, or let the school follow its inventory."))
    for target in dict.fromkeys([*choice.level_targets.values(), *(target for _day, target in choice.ramp)]):
        reasons += target_reasons(target)
    if any(not 0 <= cents <= HIGHEST_BUDGET_CENTS for cents in choice.own_money.values()):
        reasons.append(_("A school's own money is 0 or more."))
    return reasons


def scenario_reasons(new: Scenario, others: Iterable[Scenario], round_ids: Collection[int]) -> list[str]:
    """Why a scenario cannot be kept."""
    reasons = []
    if not new.name.strip():
        reasons.append(_("There is no name yet. Fill in what this scenario is called."))
    if len(new.name) > LONGEST_NAME:
        reasons.append(_name_too_long())
    if any(
        other.scenario_id != new.scenario_id and other.name.casefold() == new.name.strip().casefold()
        for other in others
    ):
        reasons.append(_("There is a scenario ‘{name}’ already. Choose another name.").format(name=new.name.strip()))
    if not set(new.budgets) <= set(round_ids):
        reasons.append(_("A round of this scenario is not there any more. Make the scenario anew."))
    if any(not 0 <= cents <= HIGHEST_BUDGET_CENTS for cents in new.budgets.values()):
        reasons.append(_("A budget is 0 or more."))
    for fixed in new.wishes.fixed:
        most = fixed.at_least if fixed.at_most is None else fixed.at_most
        if not 0 <= fixed.at_least <= most <= MOST_DEVICES:
            reasons.append(_("A fixed purchase is from 0 to {n} devices.").format(n=number(MOST_DEVICES)))
    return list(dict.fromkeys(reasons))


def price_reasons(price_cents: int) -> list[str]:
    """Why one device cannot cost this."""
    if 0 < price_cents <= HIGHEST_PRICE_CENTS:
        return []
    return [
        _("The price says {read} euros. Choose from 1 to {highest} euros for one device.").format(
            read=number(price_cents / 100), highest=number(HIGHEST_PRICE_CENTS / 100)
        )
    ]


def order_reasons(new: Order, latest: date) -> list[str]:
    """Why an order cannot be booked."""
    reasons = price_reasons(new.price_cents)
    if not 1 <= new.count <= MOST_DEVICES:
        reasons.append(_("An order is from 1 to {n} devices.").format(n=number(MOST_DEVICES)))
    if not FIRST_DAY <= new.ordered_on <= latest:
        reasons.append(
            _("It was ordered on {day}. Choose a day up to {latest}.").format(
                day=day(new.ordered_on), latest=day(latest)
            )
        )
    return reasons


def delivery_reasons(new: Delivery, order: Order, delivered: int, latest: date) -> list[str]:
    """Why a delivery cannot be booked; `delivered` is what was booked of the order before."""
    reasons = []
    left = order.due - delivered
    if not 1 <= new.count <= left:
        reasons.append(
            _("It says {read} devices, and {left} are still to come of this order. Look at the packing slip.").format(
                read=number(new.count), left=number(left)
            )
        )
    if not order.ordered_on <= new.delivered_on <= latest:
        reasons.append(
            _("The delivery is on {day}. It was ordered on {ordered}; choose a day from then to {latest}.").format(
                day=day(new.delivered_on), ordered=day(order.ordered_on), latest=day(latest)
            )
        )
    if not 0 <= new.price_cents <= HIGHEST_BUDGET_CENTS:
        reasons.append(_("The price of one is 0 or more."))
    return reasons


def giving_up_reasons(left: int, because: str) -> list[str]:
    """Why the `left` devices of an order cannot be given up."""
    reasons = []
    if left <= 0:
        reasons.append(_("Nothing of this order is still to come."))
    if not because:
        reasons.append(_("There is no reason yet. Fill in why the rest does not come."))
    if len(because) > LONGEST_REASON:
        reasons.append(_("This reason is longer than {n} signs. Shorten it.").format(n=number(LONGEST_REASON)))
    return reasons


def _name_too_long() -> str:
    return _("This name is longer than {n} signs. Shorten it.").format(n=number(LONGEST_NAME))


def _years_reason(read: int, lowest: int) -> str:
    return _("It says {read} years. Choose from {lowest} to {highest}.").format(
        read=number(read), lowest=number(lowest), highest=number(MOST_YEARS)
    )


def _set_reasons(size: int) -> list[str]:
    if 1 <= size <= LARGEST_SET:
        return []
    return [
        _("A set says {read} devices. Choose from 1 (no sets) to {highest}.").format(
            read=number(size), highest=number(LARGEST_SET)
        )
    ]
