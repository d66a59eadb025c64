"""How much is known of a school's devices, as points of a hundred."""

from planning.inventory.fleet.quality import WEIGHTS, known, quality, quality_level
from tests.inventory.test_compare import fleet, lot

ALL_KNOWN = {"devices": 10, "purchased": 10, "model": 10, "support": 10, "serial": 10, "settled": 10}


def test_the_weights_are_parts_of_a_hundred() -> None:
    assert sum(WEIGHTS.values()) == 100


def test_a_list_of_today_that_says_everything_has_all_points() -> None:
    assert quality(ALL_KNOWN, 0, 180).points == 100


def test_a_list_loses_half_of_its_points_for_age_when_it_is_out_of_date_and_all_when_twice_as_old() -> None:
    assert [quality(ALL_KNOWN, age, 180).points for age in (180, 360, 5000)] == [85, 70, 70]


def test_what_is_known_of_half_the_devices_gives_half_its_points() -> None:
    assert quality(ALL_KNOWN | {"purchased": 5}, 0, 180).points == 90


def test_an_inventory_without_devices_for_pupils_has_no_figure() -> None:
    assert quality(known(fleet(lot(kind="projector"))), 0, 180) is None
    assert quality({}, 0, 180) is None


def test_devices_that_are_gone_are_not_looked_at_and_a_number_that_stands_twice_counts_once() -> None:
    lots = fleet(
        lot(serial="A1", status="in_use", audience="pupils"),
        lot(serial="a-1", status="unknown"),
        lot(3, model=None, purchased_latest=None),
        lot(9, status="disposed"),
    )
    found = known(lots)
    assert (found["devices"], found["serial"], found["model"], found["purchased"]) == (5, 1, 2, 2)


def test_points_have_a_word() -> None:
    assert [quality_level(points) for points in (80, 79, 60, 59)] == ["good", "fair", "fair", "weak"]
