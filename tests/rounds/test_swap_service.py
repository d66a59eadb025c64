"""Handing over device by device: the inventory has what came and no longer what was handed in."""

from dataclasses import replace

import pytest

from planning.core.database import Database
from planning.core.rights import NotAllowed
from planning.core.service import audit
from planning.inventory.fleet.changes import added
from planning.inventory.fleet.keeping import in_force, keep_after
from planning.inventory.service import fleets, history, lots
from planning.rounds import ordering_service, swap_service
from planning.rounds.model import Delivery, Swap
from tests.conftest import NOW
from tests.refusals import refused
from tests.rounds.boards import LINDE, TODAY
from tests.rounds.test_service import COORDINATOR, OTHER_BOARD, PLANNER, approved, board, now_view

__all__ = ["board"]  # the fixture
NEW = Swap(0, LINDE, 1, "new 001", "", wiped=False, signed=True)


@pytest.fixture
def delivered(board: Database) -> Database:
    """Two devices that came at De Linde, which has four without a serial number and one with."""
    approved(board)
    [order, *_rest] = [o for o in ordering_service.place_orders(PLANNER, board, NOW, 1) if o.school_id == LINDE]
    assert order.order_id == 1
    ordering_service.book_delivery(PLANNER, board, NOW, Delivery(0, order.order_id, 2, TODAY, 300_00))
    return board


def devices(database: Database) -> list[tuple[str | None, str, int]]:
    """(Serial number, status, devices) of the lots of De Linde that hold now."""
    newest = history(COORDINATOR, database, LINDE)[0]
    found = lots(COORDINATOR, database, LINDE, newest.version)
    return list(zip(found["serial"], found["status"], found["count"], strict=True))


def test_what_is_handed_over_stands_in_the_inventory_and_its_order_is_confirmed_by_that(delivered: Database) -> None:
    swap = swap_service.book_swap(COORDINATOR, delivered, NOW, NEW)
    assert (swap.serial_in, swap.swapped_on, swap.version) == ("NEW001", TODAY, 2)
    assert devices(delivered) == [(None, "in_use", 4), ("NEW001", "in_use", 1)]
    assert now_view(delivered).progress[1].confirmed == 1
    assert swap_service.swaps(COORDINATOR, delivered, LINDE) == (swap,)
    assert audit(PLANNER, delivered)["what"].tolist()[0] == "swap"


def test_what_is_handed_in_is_disposed_and_can_be_handed_in_once(delivered: Database) -> None:
    swap_service.book_swap(COORDINATOR, delivered, NOW, NEW)
    assert list(swap_service.handed_in(COORDINATOR, delivered, LINDE)["serial"]) == ["NEW001"]
    other = replace(NEW, serial_in="NEW002", serial_out="new001")
    with refused(("swap_not_wiped", "wiped")):
        swap_service.book_swap(COORDINATOR, delivered, NOW, other)
    swap_service.book_swap(COORDINATOR, delivered, NOW, replace(other, wiped=True))
    assert devices(delivered)[1:] == [("NEW001", "disposed", 1), ("NEW002", "in_use", 1)]
    assert list(swap_service.handed_in(COORDINATOR, delivered, LINDE)["serial"]) == ["NEW002"]


def test_what_a_list_shows_already_is_signed_for_and_not_put_there_twice(delivered: Database) -> None:
    with delivered.change(PLANNER, NOW) as change:
        held = in_force(change, LINDE)
        assert held
        new = held[1].assign(count=2, purchased_earliest=TODAY, purchased_latest=TODAY)
        keep_after(change, *held, added(held[1], new), "flat list", TODAY)
        change.log("test", "a list with what came")
    swap_service.book_swap(COORDINATOR, delivered, NOW, NEW)
    assert [(status, n) for _serial, status, n in devices(delivered)] == [("in_use", 4), ("in_use", 2)]


def test_no_more_is_handed_over_than_came_and_every_problem_is_told_at_once(delivered: Database) -> None:
    with refused(("serial_unreadable", "serial_in"), ("serial_not_there", "serial_out"), ("swap_not_signed", "signed")):
        swap_service.book_swap(COORDINATOR, delivered, NOW, Swap(0, LINDE, 1, "?", "weg", True, False))
    for serial in ("NEW001", "NEW002"):
        swap_service.book_swap(COORDINATOR, delivered, NOW, replace(NEW, serial_in=serial))
    with refused(("swap_none_left", None), ("serial_twice", "serial_in")):
        swap_service.book_swap(COORDINATOR, delivered, NOW, NEW)


def test_the_last_swap_is_undone_with_what_it_did_to_the_inventory(delivered: Database) -> None:
    one = swap_service.book_swap(COORDINATOR, delivered, NOW, NEW)
    two = swap_service.book_swap(COORDINATOR, delivered, NOW, replace(NEW, serial_in="NEW002"))
    with refused(("swap_not_the_last", None)):
        swap_service.take_swap_back(COORDINATOR, delivered, NOW, LINDE, one.swap_id)
    swap_service.take_swap_back(COORDINATOR, delivered, NOW, LINDE, two.swap_id)
    assert devices(delivered) == [(None, "in_use", 4), ("NEW001", "in_use", 1)]
    assert swap_service.swaps(COORDINATOR, delivered, LINDE) == (one,)


def test_another_school_and_another_board_are_not_reached(delivered: Database) -> None:
    with pytest.raises((NotAllowed, LookupError)):
        swap_service.book_swap(OTHER_BOARD, delivered, NOW, NEW)
    with pytest.raises(LookupError):
        swap_service.book_swap(PLANNER, delivered, NOW, replace(NEW, order_id=99))
    assert fleets(PLANNER, delivered).versions[0].version == 1
