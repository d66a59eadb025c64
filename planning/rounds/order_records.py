"""Orders and deliveries of a board, as kept."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date

import sqlalchemy as sa

from planning.core.database import Change, metadata
from planning.core.query import within
from planning.core.store import add, board_column, next_key, number, part_of, remove, rows, update
from planning.rounds.model import Delivery, Order, Swap

purchase_order = sa.Table(
    "purchase_order",
    metadata,
    board_column(),
    number("order_id"),
    sa.Column("plan_version", sa.Integer, nullable=False),
    sa.Column("round_id", sa.Integer, nullable=False),
    sa.Column("school_id", sa.String(6), nullable=False),
    sa.Column("kind", sa.String(20), nullable=False),
    sa.Column("supplier", sa.String(80), nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("price_cents", sa.BigInteger, nullable=False),
    sa.Column("ordered_on", sa.Date, nullable=False),
    sa.Column("not_coming", sa.Integer, nullable=False),
    sa.Column("closed_on", sa.Date),
    sa.Column("closed_because", sa.String(200), nullable=False),
    sa.ForeignKeyConstraint(
        ["board_id", "plan_version"], ["plan_version.board_id", "plan_version.version"], ondelete="CASCADE"
    ),
    part_of("school", "school_id"),
)

delivery = sa.Table(
    "delivery",
    metadata,
    board_column(),
    number("delivery_id"),
    sa.Column("order_id", sa.Integer, nullable=False),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("delivered_on", sa.Date, nullable=False),
    sa.Column("price_cents", sa.BigInteger, nullable=False),
    sa.Column("booked_by", sa.String(120), nullable=False),
    part_of("purchase_order", "order_id"),
)

device_swap = sa.Table(
    "device_swap",
    metadata,
    board_column(),
    number("swap_id"),
    sa.Column("school_id", sa.String(6), nullable=False),
    sa.Column("order_id", sa.Integer, nullable=False),
    sa.Column("serial_in", sa.String(60), nullable=False),
    sa.Column("serial_out", sa.String(60), nullable=False),
    sa.Column("wiped", sa.Boolean, nullable=False),
    sa.Column("signed", sa.Boolean, nullable=False),
    sa.Column("swapped_on", sa.Date, nullable=False),
    sa.Column("booked_by", sa.String(120), nullable=False),
    sa.Column("version", sa.Integer),
    part_of("purchase_order", "order_id"),
)


def read_orders(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Order, ...]:
    """Orders for schools within reach, oldest first."""
    found = rows(connection, purchase_order, within(purchase_order, board_id, reach), purchase_order.c.order_id)
    return tuple(Order(**row) for row in found)


def orders_on(connection: sa.Connection, board_id: str, reach: frozenset[str] | None, as_of: date) -> tuple[Order, ...]:
    """Orders placed by a reference date, as they were then."""
    return tuple(o.on(as_of) for o in read_orders(connection, board_id, reach) if o.ordered_on <= as_of)


def write_orders(change: Change, orders: Iterable[Order]) -> tuple[Order, ...]:
    """Add orders; returns them with their keys."""
    first = next_key(change.connection, purchase_order.c.order_id, change.board_id)
    kept = tuple(Order(**(asdict(order) | {"order_id": first + i})) for i, order in enumerate(orders))
    add(change, purchase_order, *(asdict(order) for order in kept))
    return kept


def change_order(change: Change, order: Order) -> None:
    """Keep an order as it is now; its deliveries stay."""
    update(change, purchase_order, {"order_id": order.order_id}, asdict(order))


def read_deliveries(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Delivery, ...]:
    """What was delivered to schools within reach, in the order of booking."""
    mine = sa.and_(purchase_order.c.board_id == delivery.c.board_id, purchase_order.c.order_id == delivery.c.order_id)
    query = (
        sa.select(*(c for c in delivery.c if c.name != "board_id"))
        .join_from(delivery, purchase_order, mine)
        .where(within(purchase_order, board_id, reach))
        .order_by(delivery.c.delivery_id)
    )
    return tuple(Delivery(**row) for row in connection.execute(query).mappings())


def write_deliveries(change: Change, deliveries: Iterable[Delivery]) -> tuple[Delivery, ...]:
    """Add deliveries; returns them with their keys."""
    first = next_key(change.connection, delivery.c.delivery_id, change.board_id)
    kept = tuple(
        Delivery(**(asdict(one) | {"delivery_id": first + i, "booked_by": change.person_name}))
        for i, one in enumerate(deliveries)
    )
    add(change, delivery, *(asdict(one) for one in kept))
    return kept


def remove_delivery(change: Change, delivery_id: int) -> None:
    """Take a booked delivery away again."""
    remove(change, delivery, {"delivery_id": delivery_id})


def read_swaps(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> tuple[Swap, ...]:
    """What was swapped at schools within reach, in the order of booking."""
    found = rows(connection, device_swap, within(device_swap, board_id, reach), device_swap.c.swap_id)
    return tuple(Swap(**row) for row in found)


def write_swap(change: Change, new: Swap) -> Swap:
    """Add a swap; returns it with its key."""
    key = next_key(change.connection, device_swap.c.swap_id, change.board_id)
    kept = replace(new, swap_id=key, booked_by=change.person_name)
    add(change, device_swap, asdict(kept))
    return kept


def remove_swap(change: Change, swap_id: int) -> None:
    """Take a swap away again."""
    remove(change, device_swap, {"swap_id": swap_id})
