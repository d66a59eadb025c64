"""The rounds of a year, measured: what was delivered of what was approved. Pure."""

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date

from planning.goals.figures import Figure, StillToCome, counted
from planning.rounds.board_plan import from_json
from planning.rounds.model import numbered
from planning.rounds.view import RoundsView


def delivered(view: RoundsView, year: int, as_of: date) -> tuple[Figure, ...]:
    """Rounds of the year that came whole, and the devices that came; nothing where no round is approved yet."""
    approved, came = _approved(view, year, as_of), _came(view, as_of)
    if not approved:
        return ()
    whole = sum(came[round_id] >= devices for round_id, devices in approved.items())
    some = sum(min(came[round_id], devices) for round_id, devices in approved.items())
    return (
        replace(
            counted("rounds_delivered", as_of, whole, len(approved)), still=_still_to_come(view, as_of, came, approved)
        ),
        counted("devices_delivered", as_of, some, sum(approved.values())),
    )


def _still_to_come(
    view: RoundsView, as_of: date, came: Counter[int], rounds: Collection[int]
) -> tuple[StillToCome, ...]:
    """Of rounds of which some was delivered, what is due by its orders and did not come yet."""
    due = Counter[int]()
    for order in view.orders:
        if order.ordered_on <= as_of:
            due[order.round_id] += order.on(as_of).due
    numbers = numbered(view.rounds)
    return tuple(
        StillToCome(numbers[one.round_id], one.name, due[one.round_id] - came[one.round_id])
        for one in view.rounds
        if one.round_id in rounds and 0 < came[one.round_id] < due[one.round_id]
    )


def _approved(view: RoundsView, year: int, as_of: date) -> dict[int, int]:
    """Round of the year -> devices, in the last plan that was approved with that round still to come."""
    mine = {one.round_id for one in view.rounds if one.on.year == year}
    found: dict[int, int] = {}
    for plan in view.plans:
        if plan.as_of <= as_of:
            bought = Counter[int]()
            for purchase in from_json(plan.figures["plan"]).purchases:
                bought[purchase.round_id] += purchase.count
            found |= {round_id: devices for round_id, devices in bought.items() if round_id in mine and devices}
    return found


def _came(view: RoundsView, as_of: date) -> Counter[int]:
    rounds = {order.order_id: order.round_id for order in view.orders}
    came = Counter[int]()
    for delivery in view.deliveries:
        if delivery.delivered_on <= as_of and delivery.order_id in rounds:
            came[rounds[delivery.order_id]] += delivery.count
    return came
