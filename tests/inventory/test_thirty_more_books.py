"""Kinds of fault met in another 30 books nobody here had seen, each in a list of a few rows."""

from datetime import date

import pytest

from planning.inventory.read.noted_purchases import bought_by_note
from tests.inventory.lists import column, problem_places, read

BESIDE = [
    ["Laptops", "", "", "", "iPads", "", ""],
    ["nr", "type", "serienr", "", "nr", "type", "serienr"],
    [1, "Lenovo V110", "PF0H09RY", "", 1, "iPad mini 4", "DMP2B4SB7FKW"],
    [2, "Lenovo V110", "PF0MZ9NB", "", 2, "iPad mini 4", "DMP6MKT1BFK5"],
    [3, "Lenovo V110", "PF0XGB4L", "", 3, "iPad mini 4", "DMPASWP0NFKU"],
]


def test_a_line_under_lists_side_by_side_says_of_each_kind_when_it_was_bought() -> None:
    reading = read([*BESIDE, [], ["laptops aug 2017 gekocht bij Skool, ipads van de gemeente gekregen in 2016"]])
    bought = set(zip(column(reading, "kind"), column(reading, "purchased_earliest"), strict=True))
    assert bought == {("laptop", date(2017, 8, 1)), ("tablet", date(2016, 1, 1))}
    assert problem_places(reading) == []
    assert "purchase-from-note" in [problem.code for problem in reading.problems]


def test_a_line_around_a_list_speaks_of_its_own_kind_and_leaves_what_has_a_date() -> None:
    rows = [["soort", "merk", "gekocht"], ["laptop", "HP", ""], ["laptop", "HP", 2014], ["printer", "HP", ""]]
    for around in ([["Alle laptops zijn van 2016"], *rows], [*rows, [], ["Laptops zijn in 2016 gekocht bij Skool."]]):
        bought = [one and one.year for one in column(read(around), "purchased_earliest")]
        assert bought == [2016, 2014, None]


@pytest.mark.parametrize(
    "line",
    ["3 laptops zijn van 2016", "de oude laptops zijn van 2012", "laptops van groep 7 zijn van 2016",
     "laptops van de leerlingen zijn van 2016", "laptops waarschijnlijk in 2016 gekocht", "laptops van 2016?",
     "laptops moeten in 2019 vervangen", "laptops niet in 2016 gekocht"],
)  # fmt: skip
def test_a_line_that_speaks_of_some_devices_or_of_something_else_says_nothing_of_all(line: str) -> None:
    assert bought_by_note(line) == ()
