"""Handing over, device by device: what comes stands in the school's inventory, what goes is disposed."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Final

import pandas as pd

from planning.core.boards import change_day
from planning.core.database import Database
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person, Right, require
from planning.inventory.fleet import changes, records
from planning.inventory.fleet.changes import LotChange
from planning.inventory.fleet.keeping import in_force, keep_after
from planning.inventory.fleet.timeline import holding
from planning.inventory.service import Fleets
from planning.organisation.service import find_school
from planning.rounds import order_records
from planning.rounds.model import Delivery, Order, Swap
from planning.rounds.reality import progress_of

_SERIAL: Final = re.compile(r"[A-Z0-9][A-Z0-9./-]{2,39}")


def swaps(person: Person, database: Database, school_id: str) -> tuple[Swap, ...]:
    """What was handed over at a school, in the order of booking."""
    require(person, Right.READ, school_id)
    with database.read(person.board_id) as connection:
        return order_records.read_swaps(connection, person.board_id, frozenset({school_id}))


def handed_in(person: Person, database: Database, school_id: str) -> pd.DataFrame:
    """The devices of a school that can be handed in: known by serial number and still there, the oldest first."""
    require(person, Right.READ, school_id)
    with database.read(person.board_id) as connection:
        versions = records.read_versions(connection, person.board_id, frozenset({school_id}))
        held = holding(versions, date.max).get(school_id)
        lots = None if held is None else records.read_lots(connection, person.board_id, school_id, held.version)
    if lots is None:
        return pd.DataFrame(columns=list(records.LOT_COLUMNS))
    there = lots[lots["serial"].notna() & (lots["count"] == 1) & ~lots["status"].isin(["disposed", "ordered"])]
    return there.sort_values(["purchased_latest", "serial"], na_position="first", kind="stable")


def book_swap(person: Person, database: Database, at: datetime, new: Swap) -> Swap:
    """Book one device that was handed over, on the day itself. Raises NotAllowed, LookupError and Refused.

    The inventory in force gets a new version: the new device in it, the old one disposed. Where a list shows already
    all that came of the order, the new one is not put there twice.
    """
    require(person, Right.UPLOAD, new.school_id)
    school = find_school(person, database, new.school_id)
    new = replace(new, serial_in=_written(new.serial_in), serial_out=_written(new.serial_out))
    with database.change(person, at) as change:
        only = frozenset({new.school_id})
        orders = order_records.read_orders(change.connection, person.board_id, only)
        order = next((one for one in orders if one.order_id == new.order_id), None)
        if order is None:
            raise LookupError(new.order_id)
        booked = order_records.read_deliveries(change.connection, person.board_id, only)
        done = order_records.read_swaps(change.connection, person.board_id, only)
        today, held = change_day(change), in_force(change, new.school_id)
        came = sum(one.count for one in booked if one.order_id == order.order_id)
        left = came - sum(one.order_id == order.order_id for one in done)
        refuse(_reasons(new, left, {one.serial_in for one in done}, None if held is None else held[1]))
        new = replace(new, swapped_on=today)
        if held is not None:
            before, old = held
            fleets = Fleets(
                records.read_versions(change.connection, person.board_id, only),
                records.read_cohorts(change.connection, person.board_id, only),
            )
            listed = progress_of(orders, booked, fleets, today)[order.order_id].confirmed >= came
            lots = _handed_in(old, new.serial_out, today)
            if not listed and _place(lots, new.serial_in) is None:
                lots = changes.added(lots, _handed_over(new, order, booked))
            new = replace(new, version=keep_after(change, before, old, lots, records.CHANGED, today).version)
        kept = order_records.write_swap(change, new)
        change.log("swap", school.name, None, _facts(kept, order))
    return kept


def take_swap_back(person: Person, database: Database, at: datetime, school_id: str, swap_id: int) -> None:
    """Undo the swap booked last, with what it did to the inventory. Raises NotAllowed, LookupError and Refused."""
    require(person, Right.UPLOAD, school_id)
    school = find_school(person, database, school_id)
    with database.change(person, at) as change:
        only = frozenset({school_id})
        done = order_records.read_swaps(change.connection, person.board_id, only)
        swap = next((one for one in done if one.swap_id == swap_id), None)
        if swap is None:
            raise LookupError(swap_id)
        held = in_force(change, school_id)
        if swap.version is not None:
            if held is None or held[0].version != swap.version:
                raise Refused(Reason("swap_not_the_last"))
            records.take_back(change, held[0])
        order_records.remove_swap(change, swap_id)
        orders = order_records.read_orders(change.connection, person.board_id, only)
        order = next(one for one in orders if one.order_id == swap.order_id)
        change.log("swap", school.name, _facts(swap, order), None)


def _reasons(new: Swap, left: int, before: set[str], lots: pd.DataFrame | None) -> list[Reason]:
    """Why a swap cannot be booked; `left` devices of the order came and were not handed over yet."""
    reasons = []
    if left <= 0:
        reasons.append(Reason("swap_none_left"))
    if not _SERIAL.fullmatch(new.serial_in):
        reasons.append(Reason("serial_unreadable", "serial_in", {"read": new.serial_in[:40]}))
    elif new.serial_in in before or new.serial_in == new.serial_out:
        reasons.append(Reason("serial_twice", "serial_in", {"read": new.serial_in}))
    if new.serial_out and (lots is None or _place(lots, new.serial_out) is None):
        reasons.append(Reason("serial_not_there", "serial_out", {"read": new.serial_out[:40]}))
    if new.serial_out and not new.wiped:
        reasons.append(Reason("swap_not_wiped", "wiped"))
    if not new.signed:
        reasons.append(Reason("swap_not_signed", "signed"))
    return reasons


def _place(lots: pd.DataFrame, serial: str) -> int | None:
    """Where a single device with this serial number stands that is not disposed yet."""
    serials = lots["serial"].fillna("").map(_written)
    found = [at for at, same in enumerate((serials == serial) & (lots["count"] == 1)) if same]
    return next((at for at in found if lots["status"].iloc[at] != "disposed"), None)


def _handed_in(lots: pd.DataFrame, serial: str, today: date) -> pd.DataFrame:
    """The inventory without what was handed in, which stays in it as disposed."""
    place = _place(lots, serial) if serial else None
    return lots if place is None else changes.changed(lots, LotChange(place, "disposed", today))[0]


def _handed_over(new: Swap, order: Order, booked: Sequence[Delivery]) -> pd.DataFrame:
    """The new device as a lot, bought on the day its order was delivered last."""
    came_on = max(one.delivered_on for one in booked if one.order_id == order.order_id)
    values: dict[str, Any] = dict.fromkeys(records.LOT_COLUMNS) | {
        "sheet": "", "row": 0, "kind": order.kind, "serial": new.serial_in, "count": 1, "purchased_precision": "day",
        "purchased_as_written": came_on.isoformat(), "purchased_earliest": came_on, "purchased_latest": came_on,
        "price_cents": order.price_cents, "price_vat": "included", "status": "in_use", "audience": "pupils",
        "level": "shared", "support_source": "unknown",
    }  # fmt: skip
    return pd.DataFrame([values], columns=list(records.LOT_COLUMNS), dtype=object)


def _written(serial: str) -> str:
    return re.sub(r"\s+", "", serial).upper()


def _facts(one: Swap, order: Order) -> dict[str, Any]:
    return {"kind": order.kind, "serial_in": one.serial_in, "serial_out": one.serial_out, "wiped": one.wiped}
