"""What a signed-in person may do about orders and deliveries: the board orders, whoever received it books it."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from planning.core.boards import change_day
from planning.core.database import Change, Database
from planning.core.notation import day
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.organisation.records import read_schools
from planning.rounds import order_records
from planning.rounds.board_plan import from_json
from planning.rounds.choice_rules import delivery_reasons, giving_up_reasons, order_reasons
from planning.rounds.model import Delivery, Order, Round
from planning.rounds.ordering import to_order
from planning.rounds.records import read_plans
from planning.rounds.service import find_round, require_whole


def place_orders(
    person: Person, database: Database, at: datetime, round_id: int, supplier: str = ""
) -> tuple[Order, ...]:
    """Order what a round of the approved plan buys and is not ordered yet. Raises Refused where nothing is left."""
    require_whole(person, Right.PLAN)
    with database.change(person, at) as change:
        one = find_round(change, round_id)
        plans = read_plans(change.connection, person.board_id)
        if not plans:
            raise Refused(Reason("nothing_approved"))
        orders = order_records.read_orders(change.connection, person.board_id, None)
        found = to_order(plans[-1].version, from_json(plans[-1].figures["plan"]), round_id, orders, change_day(change))
        if not found:
            raise Refused(Reason("all_ordered"))
        kept = order_records.write_orders(change, [replace(order, supplier=supplier.strip()[:80]) for order in found])
        _log_orders(change, one, kept)
    return kept


def order_for(person: Person, database: Database, at: datetime, orders: Sequence[Order]) -> tuple[Order, ...]:
    """Book orders as they were placed, part of a round or beside the plan. Raises Refused."""
    require_whole(person, Right.PLAN)
    with database.change(person, at) as change:
        today = change_day(change)
        by_round: dict[int, list[Order]] = {}
        known_schools = {school.school_id for school in read_schools(change.connection, person.board_id, None)}
        versions = {plan.version for plan in read_plans(change.connection, person.board_id)}
        for order in orders:
            if order.school_id not in known_schools:
                raise LookupError(order.school_id)
            if order.plan_version not in versions:
                raise Refused(Reason("nothing_approved"))
            refuse(order_reasons(order, today))
            by_round.setdefault(order.round_id, []).append(order)
        kept = order_records.write_orders(change, orders)
        for round_id, mine in by_round.items():
            _log_orders(change, find_round(change, round_id), mine)
    return kept


def book_delivery(person: Person, database: Database, at: datetime, new: Delivery) -> Delivery:
    """Book what came of an order: who plans for the board, or the school it came to. Raises Refused."""
    with database.change(person, at) as change:
        order = _find_order(change, person, new.order_id)
        booked = order_records.read_deliveries(change.connection, person.board_id, frozenset({order.school_id}))
        delivered = sum(delivery.count for delivery in booked if delivery.order_id == order.order_id)
        refuse(delivery_reasons(new, order, delivered, change_day(change)))
        [kept] = order_records.write_deliveries(change, [new])
        change.log("delivery", _school_name(change, order), None, _delivery(kept, order))
    return kept


def remove_delivery(person: Person, database: Database, at: datetime, delivery_id: int) -> None:
    """Take a booked delivery back. Raises Refused where it is gone already."""
    with database.change(person, at) as change:
        booked = order_records.read_deliveries(change.connection, person.board_id, person.reach)
        before = next((delivery for delivery in booked if delivery.delivery_id == delivery_id), None)
        if before is None:
            raise Refused(Reason("delivery_gone"))
        order = _find_order(change, person, before.order_id)
        order_records.remove_delivery(change, delivery_id)
        change.log("delivery", _school_name(change, order), _delivery(before, order), None)


def give_up_rest(person: Person, database: Database, at: datetime, order_id: int, because: str) -> Order:
    """Close an order of which no more comes: what is left of it can be planned and ordered again. Raises Refused."""
    require_whole(person, Right.PLAN)
    because = because.strip()
    with database.change(person, at) as change:
        order = _find_order(change, person, order_id)
        booked = order_records.read_deliveries(change.connection, person.board_id, frozenset({order.school_id}))
        left = order.due - sum(delivery.count for delivery in booked if delivery.order_id == order_id)
        refuse(giving_up_reasons(left, because))
        kept = replace(order, not_coming=order.not_coming + left, closed_on=change_day(change), closed_because=because)
        order_records.change_order(change, kept)
        change.log("order_closed", _school_name(change, order), _given_up(order), _given_up(kept))
    return kept


def expect_rest(person: Person, database: Database, at: datetime, order_id: int) -> Order:
    """Expect all of an order again. Raises Refused where nothing of it was given up."""
    require_whole(person, Right.PLAN)
    with database.change(person, at) as change:
        order = _find_order(change, person, order_id)
        if order.closed_on is None:
            raise Refused(Reason("all_expected"))
        kept = replace(order, not_coming=0, closed_on=None, closed_because="")
        order_records.change_order(change, kept)
        change.log("order_closed", _school_name(change, order), _given_up(order), None)
    return kept


def _find_order(change: Change, person: Person, order_id: int) -> Order:
    """An order within reach that this person may book for."""
    orders = order_records.read_orders(change.connection, person.board_id, person.reach)
    found = next((order for order in orders if order.order_id == order_id), None)
    if found is None:
        raise LookupError(order_id)
    if not person.may(Right.PLAN, found.school_id):
        require(person, Right.CONTRIBUTE, found.school_id)
    return found


def _school_name(change: Change, order: Order) -> str:
    [school] = read_schools(change.connection, change.board_id, frozenset({order.school_id}))
    return school.name


def _log_orders(change: Change, one: Round, orders: Sequence[Order]) -> None:
    devices, cents = sum(o.count for o in orders), sum(o.count * o.price_cents for o in orders)
    change.log("ordered", day(one.on), None, {"devices": devices, "cents": cents})


def _delivery(one: Delivery, order: Order) -> dict[str, Any]:
    facts = {name: value for name, value in asdict(one).items() if name in ("count", "price_cents")}
    return facts | {"kind": order.kind, "delivered_on": one.delivered_on.isoformat()}


def _given_up(order: Order) -> dict[str, Any] | None:
    if order.closed_on is None:
        return None
    return {"count": order.not_coming, "kind": order.kind, "because": order.closed_because}
