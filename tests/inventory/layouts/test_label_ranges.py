"""Stickers in a row of numbers count the devices that carry them."""

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

DEVICES = [["Chromebook Lenovo N21", "okt 2015"], ["iPad Air 2", "mrt 2016"], ["Laptop Lenovo V110", "juni 2017"]]


@pytest.mark.parametrize(
    ("heads", "stickers"),
    [
        (["van", "t/m"], [["001", "024"], ["025", "034"], ["035", "035"]]),
        (["Sticker van", "Sticker tot en met"], [[1, 24], [25, 34], [35, ""]]),
        (["eerste nr", "laatste nr"], [["CB001", "CB024"], ["CB025", "CB034"], ["CB035", "CB035"]]),
        (["from", "to"], [[101, 124], [125, 134], [135, 135]]),
        (["van", "t/m"], [["SW-001", "SW-024"], ["SW-025", "SW-034"], ["SW-035", "SW-035"]]),
        (["Stickernummers"], [["001 t/m 024"], ["025-034"], ["035 - 035"]]),
        (["stickers"], [["1-24"], ["25-34"], [35]]),
    ],
)
def test_numbers_from_one_to_another_count_the_devices_between(
    heads: list[object], stickers: list[list[object]]
) -> None:
    rows: Rows = [[*heads, "Apparaat", "Aangeschaft"]]
    rows += [[*own, *device] for own, device in zip(stickers, DEVICES, strict=True)]
    reading = read(rows)
    assert column(reading, "count") == [24, 10, 1]
    assert problem_places(reading) == []
    assert [one.field for one in reading.sheets[0].columns][: len(heads)] == ["count"] * len(heads)


def test_a_range_that_runs_back_is_asked() -> None:
    stickers: Rows = [["001", "024"], ["034", "025"], ["035", "040"]]
    rows: Rows = [["van", "t/m", "Apparaat", "Aangeschaft"]]
    reading = read([*rows, *([*own, *device] for own, device in zip(stickers, DEVICES, strict=True))])
    assert problem_places(reading) == [(3, "count-unclear")]
    assert column(reading, "count") == [24, 6]


def test_a_number_in_two_ranges_is_asked() -> None:
    stickers: Rows = [["001", "024"], ["024", "034"], ["035", "040"]]
    rows: Rows = [["van", "t/m", "Apparaat", "Aangeschaft"]]
    reading = read([*rows, *([*own, *device] for own, device in zip(stickers, DEVICES, strict=True))])
    assert problem_places(reading) == [(2, "count-unclear"), (3, "count-unclear")]
    assert column(reading, "count") == [6]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (["van", "tot"], [[2012, 2014], [2015, 2017], [2018, 2018]]),
        (["groep van", "groep t/m"], [[1, 2], [3, 4], [5, 8]]),
        (["nr"], [["1-2"], [3], [4]]),
        (["lokaal"], [["1-2"], ["3-4"], ["5-8"]]),
    ],
)
def test_years_and_groups_count_no_devices(heads: list[object], cells: list[list[object]]) -> None:
    reading = read([[*heads, "Apparaat", "Aangeschaft"], *([*a, *b] for a, b in zip(cells, DEVICES, strict=True))])
    assert column(reading, "count") == [1, 1, 1]
