"""Plan against reality: which devices ordered were delivered, and which of them inventories since then show. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from planning.inventory.fleet.timeline import cohorts_of, holding
from planning.inventory.service import Fleets
from planning.rounds.model import Delivery, Order


@dataclass(frozen=True)
class OrderProgress:
    """What came of one order."""

    order: Order
    delivered: int
    paid_cents: int
    confirmed: int  # devices of the kind, bought since the order, in the inventory that holds now
    counted_on: date | None  # of the newest inventory counted since the order; None: nobody counted since

    @property
    def coming(self) -> int:
        """Due, not in an inventory yet."""
        return self.order.due - self.confirmed

    @property
    def undelivered(self) -> int:
        """Due, not delivered yet by the bookings."""
        return max(0, self.order.due - self.delivered)

    @property
    def missing(self) -> int:
        """Delivered by the bookings, not found by somebody who counted after the delivery."""
        return 0 if self.counted_on is None else max(0, self.delivered - self.confirmed)


def progress_of(
    orders: Sequence[Order], deliveries: Iterable[Delivery], fleets: Fleets, as_of: date
) -> dict[int, OrderProgress]:
    """Order -> what came of it by a reference date.

    A device in an inventory belongs to the oldest order of its school and kind that was there when it was bought and
    that still lacks one. An imprecise purchase counts from its latest possible day.
    """
    held = holding(fleets.versions, as_of)
    found = {order.order_id: 0 for order in orders}
    by_place: dict[tuple[str, str], list[Order]] = {}
    for order in sorted(orders, key=lambda order: (order.ordered_on, order.order_id)):
        by_place.setdefault((order.school_id, order.kind), []).append(order)
    for school_id, kind, bought, count in _purchases(cohorts_of(fleets.cohorts, held.values())):
        for order in by_place.get((school_id, kind), ()):
            if order.ordered_on <= bought:
                taken = min(count, order.due - found[order.order_id])
                found[order.order_id] += taken
                count -= taken
    received: dict[int, list[Delivery]] = {}
    for delivery in deliveries:
        if delivery.delivered_on <= as_of:
            received.setdefault(delivery.order_id, []).append(delivery)
    return {
        order.order_id: _progress(
            order, received.get(order.order_id, []), found[order.order_id], held.get(order.school_id)
        )
        for order in orders
    }


def _progress(order: Order, received: Sequence[Delivery], confirmed: int, version: object) -> OrderProgress:
    since = max([order.ordered_on, *(delivery.delivered_on for delivery in received)])
    counted: date | None = getattr(version, "counted_on", None)
    return OrderProgress(
        order=order,
        delivered=sum(delivery.count for delivery in received),
        paid_cents=sum(delivery.count * delivery.price_cents for delivery in received),
        confirmed=confirmed,
        counted_on=counted if counted is not None and counted >= since else None,
    )


def _purchases(cohorts: pd.DataFrame) -> list[tuple[str, str, date, int]]:
    """(school, kind, latest day of purchase, devices) for pupils, oldest first; what is only ordered is not there."""
    here = cohorts[(cohorts["audience"] != "staff") & (cohorts["status"] != "ordered")]
    bought = [
        (school_id, kind, latest, int(count))
        for school_id, kind, latest, count in zip(
            here["school_id"], here["kind"], here["purchased_latest"], here["count"], strict=True
        )
        if latest is not None
    ]
    return sorted(bought, key=lambda purchase: purchase[2])
