"""Under years may stand how many there were then, or how many were bought in them."""

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

STAY: Rows = [["Chromebooks", 12, 24, 30, 36], ["Laptops", 10, 10, 9, 8], ["iPads", 6, 6, 6, 6]]
COME: Rows = [["Chromebooks", 12, "", 20, 15], ["Laptops", "", 10, "", 8], ["iPads", "", 6, "", ""]]


@pytest.mark.parametrize("title", ["Overzicht devices", "Aantallen op 1 oktober", "Ontwikkeling van ons ICT-bezit"])
def test_numbers_that_stay_from_year_to_year_are_asked_and_only_the_last_count(title: str) -> None:
    reading = read([[title], ["soort", 2014, 2015, 2016, 2017], *STAY])
    assert problem_places(reading) == [(None, "sheet-years")]
    assert column(reading, "count") == [36, 8, 6]
    assert set(column(reading, "purchased_earliest")) == {None}


@pytest.mark.parametrize(
    ("title", "rows"),
    [("Overzicht devices", COME), ("Stand 1 mei 2018", COME), ("Aangeschafte devices", STAY)],
)
def test_numbers_that_come_and_go_or_are_called_purchases_are_of_those_years(title: str, rows: Rows) -> None:
    reading = read([[title], ["soort", 2014, 2015, 2016, 2017], *rows])
    assert problem_places(reading) == []
    assert sum(column(reading, "count")) == sum(cell for row in rows for cell in row if isinstance(cell, int))


def test_a_total_that_adds_the_years_up_says_that_they_are_purchases() -> None:
    rows: Rows = [[*row, sum(cell for cell in row if isinstance(cell, int))] for row in STAY]
    reading = read([["soort", 2014, 2015, 2016, 2017, "Totaal"], *rows])
    assert problem_places(reading) == []
    assert sum(column(reading, "count")) == 163


def test_sheets_called_after_years_that_count_the_same_kinds_are_asked_and_only_the_last_counts() -> None:
    kinds: Rows = [["Soort", "Aantal"], ["Chromebook", 20], ["iPad", 10]]
    later: Rows = [["Soort", "Aantal"], ["Chromebook", 40], ["iPad", 8]]
    reading = read(kinds, sheet="2016", **{"2018": later})
    assert problem_places(reading) == [(None, "sheet-years")]
    assert column(reading, "count") == [40, 8]
    bought = read(kinds, sheet="2016", answers={reading.open_problems[0].key: "years_bought"}, **{"2018": later})
    assert column(bought, "count") == [20, 10, 40, 8]
    assert [str(day) for day in column(bought, "purchased_latest")] == ["2016-12-31"] * 2 + ["2018-12-31"] * 2
