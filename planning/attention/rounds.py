"""Signals of the rounds: a plan that nobody approved, one that the data left behind, devices to order before a date."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from planning.attention.signal import Signal
from planning.rounds.board_plan import BoardPlan
from planning.rounds.carried_out import AllRounds
from planning.rounds.difference import PlanDifference
from planning.rounds.ordering import to_order
from planning.rounds.view import RoundsView

ORDER_AHEAD: Final = timedelta(days=183)
"""How long before a round its devices are to be ordered: with two rounds a year that is the next one."""


@dataclass(frozen=True)
class PlanDiffers(Signal):
    """The plan of now is another than the one that was approved; its schools are those that get something else."""

    version: int
    cents: int  # more than by the approved plan; negative is less
    together: AllRounds | None = None  # devices short over all rounds, by both plans on the same facts
    dearer: int = 0  # cents that the same purchases cost more than when it was approved


@dataclass(frozen=True)
class RoundToOrder(Signal):
    """What a round of the approved plan buys and nobody ordered yet."""

    round_id: int
    on: date
    devices: int
    planned: int  # devices that the round buys in all
    is_past: bool = False  # whether its day has been


def round_signals(
    view: RoundsView, approved: BoardPlan | None, difference: PlanDifference | None
) -> tuple[Signal, ...]:
    """What of the rounds waits for a decision; `approved` holds on the reference date of the view.

    `difference` is between it and the plan of now; None where there is no such plan.
    """
    if approved is None or view.approved is None:
        return (Signal("no_plan", ()),)
    found: list[Signal] = []
    if difference is not None and not difference.is_none:
        schools = tuple(one.school_id for one in difference.schools)
        version, cost = view.approved.version, difference.cost
        found.append(PlanDiffers("plan_differs", schools, version, cost, difference.together, difference.dearer))
    for one in view.rounds:
        left = to_order(view.approved.version, approved, one.round_id, view.orders, view.as_of)
        if left and one.on <= view.as_of + ORDER_AHEAD:
            schools = tuple(dict.fromkeys(order.school_id for order in left))
            planned = sum(purchase.count for purchase in approved.of_round(one.round_id))
            n = sum(order.count for order in left)
            found.append(RoundToOrder("round_to_order", schools, one.round_id, one.on, n, planned, one.on < view.as_of))
            break  # the next round follows once this one is ordered
    return tuple(found)
