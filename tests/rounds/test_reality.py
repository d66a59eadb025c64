"""Plan against reality: what was delivered, and what the inventories show of it."""

from dataclasses import replace
from datetime import date

import pandas as pd

from planning.inventory.fleet.records import COHORT_COLUMNS, Version
from planning.inventory.service import Fleets
from planning.rounds.model import Delivery, Order
from planning.rounds.reality import OrderProgress, progress_of
from tests.conftest import NOW
from tests.rounds.boards import LINDE, TODAY, cohort

FIRST = Order(1, 1, 1, LINDE, "chromebook", "", 5, 300_00, date(2018, 2, 1))
SECOND = Order(2, 1, 2, LINDE, "chromebook", "", 5, 300_00, date(2018, 4, 1))


def progress(
    *orders: Order, deliveries: tuple[Delivery, ...] = (), cohorts: tuple[dict[str, object], ...] = ()
) -> list[OrderProgress]:
    """What came of orders, by an inventory of today."""
    version = Version(LINDE, 1, TODAY, TODAY, NOW, "", "", "", "", 0, {})
    fleets = Fleets((version,), pd.DataFrame(list(cohorts), columns=list(COHORT_COLUMNS), dtype=object))
    return list(progress_of(orders, deliveries, fleets, TODAY).values())


def test_a_device_bought_since_the_order_confirms_it() -> None:
    [one] = progress(FIRST, cohorts=(cohort(count=3, bought="2018-03-01"), cohort(count=4, bought="2017-09-01")))
    assert (one.confirmed, one.coming) == (3, 2)


def test_another_kind_or_a_device_that_is_only_ordered_confirms_nothing() -> None:
    [one] = progress(
        FIRST,
        cohorts=(
            cohort(count=3, kind="tablet", bought="2018-03-01"),
            cohort(count=2, bought="2018-03-01", status="ordered"),
        ),
    )
    assert one.confirmed == 0


def test_the_oldest_order_is_confirmed_first_and_none_beyond_what_it_ordered() -> None:
    devices = (cohort(count=4, bought="2018-03-01"), cohort(count=3, bought="2018-04-10"))
    assert [one.confirmed for one in progress(SECOND, FIRST, cohorts=devices)] == [2, 5]


def test_a_device_bought_before_an_order_is_not_of_it() -> None:
    assert [one.confirmed for one in progress(SECOND, cohorts=(cohort(count=9, bought="2018-03-31"),))] == [0]


def test_what_somebody_counted_after_the_delivery_and_did_not_find_is_missing() -> None:
    early = Delivery(1, 1, 5, date(2018, 4, 20), 290_00)
    [one] = progress(FIRST, deliveries=(early,), cohorts=(cohort(count=3, bought="2018-04-20"),))
    assert (one.delivered, one.paid_cents, one.counted_on, one.missing) == (5, 5 * 290_00, TODAY, 2)


def test_where_nobody_counted_since_the_delivery_nothing_is_missing_yet() -> None:
    order = Order(1, 1, 1, LINDE, "chromebook", "", 5, 300_00, date(2018, 5, 1))
    late = Delivery(1, 1, 5, date(2018, 5, 2), 290_00)
    version = Version(LINDE, 1, TODAY, TODAY, NOW, "", "", "", "", 0, {})
    fleets = Fleets((version,), pd.DataFrame(columns=list(COHORT_COLUMNS), dtype=object))
    one = progress_of((order,), (late,), fleets, date(2018, 5, 3))[1]
    assert (one.delivered, one.counted_on, one.missing) == (5, None, 0)


def test_a_delivery_of_after_the_reference_date_has_not_been_yet() -> None:
    [one] = progress(FIRST, deliveries=(Delivery(1, 1, 5, date(2018, 6, 1), 290_00),))
    assert one.delivered == 0


def test_an_order_of_which_the_rest_does_not_come_lets_later_devices_confirm_the_next_one() -> None:
    closed = replace(FIRST, not_coming=2, closed_on=date(2018, 3, 20), closed_because="op")
    devices = (cohort(count=3, bought="2018-03-01"), cohort(count=4, bought="2018-04-10"))
    [first, second] = progress(closed, SECOND, deliveries=(Delivery(1, 1, 3, date(2018, 3, 1), 1),), cohorts=devices)
    assert (first.confirmed, first.coming, first.undelivered) == (3, 0, 0)
    assert (second.confirmed, second.coming) == (4, 1)


def test_before_the_day_an_order_was_closed_all_of_it_was_still_expected() -> None:
    closed = replace(FIRST, not_coming=2, closed_on=date(2018, 3, 20), closed_because="op")
    assert closed.on(date(2018, 3, 19)) == FIRST
    assert closed.on(date(2018, 3, 20)) == closed
