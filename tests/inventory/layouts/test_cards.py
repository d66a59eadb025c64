"""Cards of rooms on a floor plan: a title, and under it what there is and how many."""

import pytest

from tests.inventory.layouts.accounts import accounted, filled
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

PLAN: Rows = [
    ["Lokaal A", "", "", "Lokaal B", "", "", "Handvaardigheid", ""],
    ["Chromebooks", 4, "", "Chromebooks", 8, "", "Chromebooks", 12],
    ["iPads", 6, "", "iPads", 0, "", "iPads", ""],
    ["Digibord", 1, "", "Digibord", 1, "", "Digibord", 1],
    [],
    ["Lokaal D", "", "", "Personeelskamer", ""],
    ["Chromebooks", 15, "", "Chromebooks", "-"],
    ["Digibord", 1, "", "Digibord", 1],
]
ROOMS = ["Lokaal A"] * 3 + ["Lokaal B"] * 2 + ["Handvaardigheid"] * 2 + ["Lokaal D"] * 2 + ["Personeelskamer"]
COUNTS = [4, 6, 1, 8, 1, 12, 1, 15, 1, 1]


def turned(rows: Rows) -> Rows:
    """The numbers left of the words."""
    width = max(map(len, rows))
    whole = [[*row, *[""] * (width - len(row))] for row in rows]
    return [[cell for at in range(0, width, 3) for cell in (*row[at : at + 2][::-1], "")] for row in whole]


@pytest.mark.parametrize("rows", [PLAN, [["Plattegrond begane grond"], [], *PLAN], turned(PLAN)])
def test_every_card_is_a_room_with_what_is_in_it(rows: Rows) -> None:
    reading = read(rows)
    assert reading.layout == "cards"
    assert column(reading, "location") == ROOMS
    assert column(reading, "count") == COUNTS
    assert problem_places(reading) == []
    assert set(accounted(reading)) >= filled(rows)


def test_cards_may_touch_each_other() -> None:
    rows: Rows = [["Lokaal A", "", "Lokaal B", ""], ["Chromebooks", 4, "Chromebooks", 8], ["iPads", 6, "iPads", 2]]
    reading = read(rows)
    assert column(reading, "location") == ["Lokaal A", "Lokaal A", "Lokaal B", "Lokaal B"]
    assert column(reading, "count") == [4, 6, 8, 2]


def test_the_total_of_a_card_and_a_card_of_totals_are_no_devices() -> None:
    rows: Rows = [
        ["Lokaal A", "", "", "Lokaal B", "", "", "Totaal school", ""],
        ["Chromebooks", 4, "", "Chromebooks", 8, "", "Chromebooks", 12],
        ["iPads", 6, "", "iPads", 2, "", "iPads", 8],
        ["Totaal", 10, "", "Totaal", 10],
    ]
    reading = read(rows)
    assert column(reading, "count") == [4, 6, 8, 2]
    assert [total.agrees for total in reading.stated_totals] == [True] * 4
    rows[2][7] = 9
    assert [code for _, code in problem_places(read(rows))] == ["total-mismatch"]


def test_a_card_that_adds_up_the_others_is_a_total_whatever_it_is_called() -> None:
    rows: Rows = [
        ["Lokaal A", "", "", "Lokaal B", "", "", "Lokaal C", "", "", "Overzicht"],
        ["Chromebooks", 4, "", "Chromebooks", 8, "", "Chromebooks", 1, "", "Chromebooks", 13],
        ["iPads", 6, "", "iPads", 2, "", "iPads", 1, "", "iPads", 9],
    ]
    assert sum(column(read(rows), "count")) == 22  # type: ignore[arg-type]


@pytest.mark.parametrize("labels", [["groep 7", "groep 8"], ["lokaal 1", "lokaal 2"]])
def test_a_card_may_be_a_kind_over_its_rooms(labels: list[str]) -> None:
    rows: Rows = [
        ["Chromebooks Lenovo N22", "", "", "iPad Air", ""],
        [labels[0], 12, "", labels[0], 3],
        [labels[1], 14, "", labels[1], 2],
    ]
    reading = read(rows)
    assert column(reading, "kind") == ["chromebook", "chromebook", "tablet", "tablet"]
    assert column(reading, "location") == labels * 2
    assert column(reading, "count") == [12, 14, 3, 2]


def test_a_remark_behind_a_line_is_heard_and_what_nobody_can_place_is_asked() -> None:
    rows: Rows = [
        ["Lokaal A", "", "", "Lokaal B"],
        ["Chromebooks", 4, "1 kapot", "Chromebooks", 8],
        ["iPads", 6, "", "iPads", 2],
        [],
        ["en nog 3 laptops in de kast"],
    ]
    reading = read(rows)
    assert sorted(zip(column(reading, "row"), column(reading, "count"), column(reading, "status"), strict=True))[
        :2
    ] == [
        (2, 1, "broken"),
        (2, 3, "in_use"),
    ]
    assert 5 in {row for row, _ in problem_places(reading)}


@pytest.mark.parametrize("title", ["Inkoop {}", "Aangeschaft in {}", "Schooljaar {}/{}"])
def test_a_card_may_be_a_round_of_purchases(title: str) -> None:
    rows: Rows = [
        [title.format(2016, 2017), "", "", title.format(2017, 2018)],
        ["Acer C740", 20, "", "HP 250 G5", 5],
        ["iPad Air 2", 6, "", "iPad Air 2", 2],
    ]
    reading = read(rows)
    years = [day.year for day in column(reading, "purchased_earliest")]  # type: ignore[attr-defined]
    assert (column(reading, "count"), years) == ([20, 6, 5, 2], [2016, 2016, 2017, 2017])
    assert set(column(reading, "location")) == {None}


def test_whether_titles_that_nobody_knows_are_places_is_asked() -> None:
    rows: Rows = [["Xq", "", "", "Zw"], ["Chromebooks", 4, "", "Chromebooks", 8], ["iPads", 6, "", "iPads", 2]]
    reading = read(rows)
    assert column(reading, "count") == [4, 6, 8, 2]
    assert problem_places(reading) == [(1, "location-column")]


def test_behind_a_line_may_stand_when_they_were_bought() -> None:
    rows: Rows = [["Lokaal A", "", "", "", "Lokaal B"], ["Chromebooks", 4, 2016, "", "Chromebooks", 8, 2017]]
    rows.append(["iPads", 6, 2014, "", "iPads", 2, 2015])
    reading = read(rows)
    assert column(reading, "count") == [4, 6, 8, 2]
    years = [day.year for day in column(reading, "purchased_earliest")]  # type: ignore[attr-defined]
    assert years == [2016, 2014, 2017, 2015]


def test_a_room_that_nobody_knows_ends_the_one_above_it() -> None:
    rows: Rows = [["Lokaal A"], ["Chromebooks", 4], ["iPads", 6], [], ["Handvaardigheid"], ["Chromebooks", 8], []]
    reading = read([*rows, ["Lokaal C"], ["Laptops", 3]])
    assert column(reading, "location") == ["Lokaal A", "Lokaal A", "Handvaardigheid", "Lokaal C"]
