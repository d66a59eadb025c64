"""Counts in strokes, in a table of rooms and kinds."""

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

NUMBERS = {"Lokaal 1": (0, 4, 1), "Lokaal 2": (8, 0, 1), "Lokaal 3": (15, 3, 1), "Hal": (3, 2, 0)}


def tally(number: int, sign: str) -> str:
    return " ".join([sign * 5] * (number // 5) + [sign * (number % 5)] * (number % 5 > 0))


@pytest.mark.parametrize("sign", ["|", "/", "I", "x"])
@pytest.mark.parametrize("total", [[], [["Samen", 26, 9, 3]], [["Totaal", "26", "9", "3"]]])
def test_strokes_are_counted_and_a_blank_among_them_is_none(sign: str, total: Rows) -> None:
    rows: Rows = [["Ruimte", "Chromebook", "iPad", "Digibord"]]
    rows += [[room, *(tally(n, sign) for n in numbers)] for room, numbers in NUMBERS.items()]
    reading = read([*rows, *total])
    assert column(reading, "count") == [4, 1, 8, 1, 15, 3, 1, 3, 2]
    assert problem_places(reading) == []
    assert all(stated.agrees for stated in reading.stated_totals)


def test_kinds_may_stand_down_the_side() -> None:
    rows: Rows = [["Soort", *NUMBERS]]
    for place, kind in enumerate(("Chromebook", "iPad", "Digibord")):
        rows.append([kind, *(tally(numbers[place], "|") for numbers in NUMBERS.values())])
    assert sum(column(read(rows), "count")) == 38  # type: ignore[arg-type]


def test_a_slash_that_says_there_are_none_is_no_stroke() -> None:
    rows: Rows = [["Ruimte", "Chromebook", "iPad"], ["Lokaal 1", "|||||", "/"], ["Lokaal 2", "||", "|||"]]
    assert column(read(rows), "count") == [5, 2, 3]


@pytest.mark.parametrize("heading", ["Geturfd", "Streepjes", "Hoeveel"])
def test_a_column_of_strokes_counts_a_list_whatever_its_heading(heading: str) -> None:
    rows: Rows = [["Soort", heading, "Lokaal"], ["Chromebook", "||||| |||", "1"], ["iPad", "||||", "2"]]
    reading = read([*rows, ["Digibord", "|", "2"]])
    assert column(reading, "count") == [8, 4, 1]
