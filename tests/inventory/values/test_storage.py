"""Sizes of memory and storage count no devices, in whatever unit a system writes them."""

import pytest

from tests.inventory.lists import column, problem_places, read

LINES = ["16 {} laptop HP", "2 laptops HP 16 {} en 3 iPads", "laptop met 8 {} geheugen", "4 iPads 32{}"]


@pytest.mark.parametrize("unit", ["GB", "GiB", "MB", "MiB", "TB", "Gig"])
def test_a_size_is_no_number_of_devices(unit: str) -> None:
    reading = read([["Wat staat er"], *([line.format(unit)] for line in LINES)])
    assert column(reading, "count") == [1, 2, 3, 1, 4]
    assert problem_places(reading) == []
