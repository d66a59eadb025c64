"""What was known of a device and a new list no longer says."""

from datetime import date

from planning.inventory.fleet.known import lost, with_known
from tests.inventory.test_compare import fleet, lot

UNKNOWN = {"purchased_earliest": None, "purchased_latest": None, "purchased_precision": "unknown"}


def test_a_date_that_the_new_list_does_not_say_is_lost_and_can_be_kept() -> None:
    before = fleet(lot(serial="A1", price_cents=24900), lot(serial="B2"))
    after = fleet(lot(serial="a1", **UNKNOWN), lot(serial="C3", **UNKNOWN))
    assert lost(before, after) == {"purchased": 1, "price": 1}
    kept = with_known(before, after)
    assert kept["purchased_earliest"].tolist() == [date(2017, 1, 1), None]
    assert kept["price_cents"].tolist() == [24900, None]
    assert lost(before, kept) == {}


def test_a_lot_without_serial_is_the_same_where_kind_model_and_number_stand_once() -> None:
    before = fleet(lot(30), lot(12, kind="tablet"), lot(12, kind="tablet"))
    after = fleet(lot(30, **UNKNOWN), lot(12, kind="tablet", **UNKNOWN))
    assert lost(before, after) == {"purchased": 30}


def test_what_the_new_list_says_holds() -> None:
    before = fleet(lot(serial="A1"))
    after = fleet(lot(serial="A1", purchased_earliest=date(2018, 1, 1), purchased_latest=date(2018, 1, 1)))
    assert with_known(before, after)["purchased_earliest"].tolist() == [date(2018, 1, 1)]
