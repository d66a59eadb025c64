"""A list that counts by state: so many in use, so many broken, so many spare."""

from datetime import date

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows


@pytest.mark.parametrize(
    "heads",
    [
        ["In gebruik", "Defect", "Reserve"],
        ["Aantal in gebruik", "Aantal kapot", "Aantal reserve"],
        ["werkt", "stuk", "in voorraad"],
    ],
)
def test_numbers_under_states_are_lots_in_that_state(heads: list[str]) -> None:
    rows = [
        ["Soort", "Type", *heads, "Jaar van aankoop"],
        ["desktop", "Fujitsu Esprimo E500", 31, 2, 3, 2012],
        ["tablet", "iPad Air", 6, "", "", 2014],
        ["desktop", "NEC Powermate", "", 6, "", 2007],
    ]
    reading = read(rows)
    lots = sorted(zip(column(reading, "row"), column(reading, "status"), column(reading, "count"), strict=True))
    assert lots == [(2, "broken", 2), (2, "in_use", 31), (2, "spare", 3), (3, "in_use", 6), (4, "broken", 6)]
    assert problem_places(reading) == []


def test_where_another_column_counts_the_states_are_parts_of_it() -> None:
    rows = [["Type", "Aantal", "Defect", "Reserve"], ["iPad Air", 10, 2, 1], ["Acer C740", 20, "", 1]]
    reading = read(rows)
    lots = sorted(zip(column(reading, "row"), column(reading, "status"), column(reading, "count"), strict=True))
    assert [(row, count) for row, _, count in lots] == [(2, 2), (2, 7), (2, 1), (3, 19), (3, 1)]


def test_a_heading_over_the_states_that_asks_how_many_is_no_state_itself() -> None:
    rows: Rows = [
        ["Room", "Device", None, "Qty", None],
        [None, "kind", "brand/model", "working", "broken"],
        ["Class A", "tablet", "iPad mini 4", 8, 1],
        ["Class B", "chromebook", "Lenovo N22", 10, None],
    ]
    reading = read(rows)
    counted = list(zip(column(reading, "count"), column(reading, "status"), strict=True))
    assert counted == [(8, "in_use"), (1, "broken"), (10, "in_use")]


@pytest.mark.parametrize("heading", ["nog aanwezig", "Nog Aanwezig", "in gebruik", "werkend", "nog in gebruik"])
def test_numbers_under_one_state_alone_count_what_is_there(heading: str) -> None:
    reading = read([["omschrijving", heading, "bouw"], ["iPad Air", 7, "ob"], ["Chromebook Acer C740", 1, "bb"]])
    assert column(reading, "count") == [7, 1]
    assert problem_places(reading) == []


@pytest.mark.parametrize("cells", [(1, 0), (2015, 2016)])
def test_answers_and_years_under_a_state_count_nothing(cells: tuple[int, int]) -> None:
    rows = [["Omschrijving", "Serienummer", "In gebruik"], *(["iPad Air", f"DMQ{n}X12345", n] for n in cells)]
    assert column(read(rows), "count") == [1, 1]


@pytest.mark.parametrize(
    "title",
    [
        "Gekocht in schooljaar 2014-2015 en nu (maart 2018) nog aanwezig",
        "iPads aangeschaft in 2014-2015, stand maart 2018",
        "AANGESCHAFT SCHOOLJAAR 14/15 - PEILDATUM 1-3-2018",
    ],
)
def test_the_day_of_the_list_in_a_title_leaves_that_of_the_purchase(title: str) -> None:
    reading = read([[title, None], ["omschrijving", "aantal"], ["iPad Air", 7], ["iPad Air 2", 3]])
    assert column(reading, "purchased_precision") == ["school_year", "school_year"]
    assert column(reading, "purchased_earliest")[0] == date(2014, 8, 1)


@pytest.mark.parametrize(
    "heads",
    [
        ["Besteld", "Geleverd", "Nog te leveren"],
        ["Aantal besteld", "Ontvangen", "Backorder"],
        ["Aantal", "Geleverd", "Rest"],
        ["Ordered", "Delivered", "Outstanding"],
    ],
)
@pytest.mark.parametrize("number", ["Art.nr.", "Artikelcode", "SKU"])
def test_of_a_delivery_those_that_came_are_there_and_the_others_are_still_to_come(
    heads: list[str], number: str
) -> None:
    rows: Rows = [
        ["PAKBON 2016-3312"],
        ["Leverdatum:", "14-09-2016"],
        ["Pos", number, "Omschrijving", *heads],
        [1, "HTK-88121", "Acer Chromebook C738T", 30, 28, 2],
        [2, "HTK-88190", "Chrome Education licentie", 30, 30, 0],
        [3, "HTK-55101", "HP ProBook 450 G3", 4, 4, 0],
        [4, "HTK-61101", "Beschermhoes iPad Air 2", 8, 8, 0],
        [5, "HTK-90001", "Installatie per device", 42, 42, 0],
    ]
    reading = read(rows)
    lots = sorted(zip(column(reading, "row"), column(reading, "status"), column(reading, "count"), strict=True))
    assert lots == [(4, "in_use", 28), (4, "ordered", 2), (6, "in_use", 4)]
    assert set(column(reading, "serial")) == {None}, "a number of the shop's own"
    bought = [str(day) for day in column(reading, "purchased_earliest")]
    assert sorted(bought) == ["2016-09-14", "2016-09-14", "None"], "what did not come yet was not bought that day"
    assert problem_places(reading) == []


@pytest.mark.parametrize("heads", [["Geleverd", "Nog te leveren"], ["Nog te leveren", "Geleverd"]])
def test_what_is_still_to_come_is_no_order_of_which_some_came(heads: list[str]) -> None:
    numbers = [28, 2] if heads[0] == "Geleverd" else [2, 28]
    reading = read([["Omschrijving", *heads], ["Acer C738T", *numbers], ["iPad Air 2", *sorted((4, 0))[::-1]]][:2])
    lots = sorted(zip(column(reading, "status"), column(reading, "count"), strict=True))
    assert lots == [("in_use", 28), ("ordered", 2)]


def test_what_came_before_and_what_came_now_are_there_together() -> None:
    rows: Rows = [
        ["Omschrijving", "Besteld", "Eerder geleverd", "Nu geleverd", "Nog te leveren"],
        ["Acer C740", 30, 10, 15, 5], ["iPad Air 2", 8, 8, 0, 0],
    ]  # fmt: skip
    reading = read(rows)
    lots = sorted(zip(column(reading, "row"), column(reading, "status"), column(reading, "count"), strict=True))
    assert lots == [(2, "in_use", 25), (2, "ordered", 5), (3, "in_use", 8)]


@pytest.mark.parametrize("still", ["Nog te leveren", "Backorder", "Rest"])
def test_a_column_that_counts_some_of_them_is_told_as_a_count(still: str) -> None:
    rows: Rows = [["Omschrijving", "Besteld", "Geleverd", still], ["iPad Air", 8, 8, 0], ["Laptop HP 250 G3", 4, 3, 1]]
    told = {c.header: c.field for sheet in read(rows).sheets for c in sheet.columns}
    assert (told["Geleverd"], told[still]) == ("count", "count")
