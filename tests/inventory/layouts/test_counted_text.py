"""A list whose descriptions say how many devices there are."""

import pytest

from tests.inventory.lists import column, problem_places, read, rows_told_of


def test_counts_and_several_devices_in_a_description_are_read() -> None:
    rows = [
        ["Lokaal", "Apparatuur", "Aanschaf"],
        ["groep 3", "20x iPad Air", "2016"],
        ["groep 4", "10 chromebooks Acer C740 en een digibord", "2017"],
        ["groep 5", "beamer Epson", "2014"],
        ["groep 6", "laptops HP", "2014"],
    ]
    reading = read(rows)
    assert column(reading, "count") == [20, 10, 1, 1]
    assert column(reading, "kind") == ["tablet", "chromebook", "interactive_board", "projector"]
    assert column(reading, "location") == ["groep 3", "groep 4", "groep 4", "groep 5"]
    assert problem_places(reading) == [(5, "count-unclear")]
    assert rows_told_of(reading) == [1, 2, 3, 4, 5]


def test_numbers_of_models_count_nothing() -> None:
    rows = [["Lokaal", "Apparaat"], ["groep 3", "HP 250 G5 15 inch"], ["groep 4", "iPad 2 16GB"], ["gr 5", "Acer C740"]]
    reading = read(rows)
    assert reading.layout == "flat_list"
    assert column(reading, "count") == [1, 1, 1]


@pytest.mark.parametrize(
    ("cell", "kinds", "counts"),
    [
        ("4 iPads\n1 digibord Prowise\n1 pc", ["tablet", "interactive_board", "desktop"], [4, 1, 1]),
        ("6 tablets, 1 beamer, 2 laptops HP", ["tablet", "projector", "laptop"], [6, 1, 2]),
        ("12 chromebooks Lenovo + 1 digibord + 3 pc's", ["chromebook", "interactive_board", "desktop"], [12, 1, 3]),
        ("2 iPads / 1 smartboard", ["tablet", "interactive_board"], [2, 1]),
    ],
)
def test_several_devices_of_one_cell_are_counted_apart(cell: str, kinds: list[str], counts: list[int]) -> None:
    rows = [
        ["Groep", "Wat staat er", "Oplaadplek", "Op slot?", "Nagekeken door"],
        ["groep 3", cell, "kast", "ja", "Wilma"],
        ["groep 4", "1 printer Ricoh", "-", "ja", "Wilma"],
        [],
        ["De jaren staan in de map op kantoor."],
    ]
    reading = read(rows)
    assert column(reading, "kind") == [*kinds, "printer"]
    assert column(reading, "count") == [*counts, 1]
    assert problem_places(reading) == []


def test_headings_and_totals_between_descriptions_hold_for_what_stands_by_them() -> None:
    rows = [
        ["Wat", "Aanschaf"],
        ["Groep 3"],
        ["8 iPads en 1 digibord", "2016"],
        ["Groep 4"],
        ["6 iPads", "2017"],
        ["totaal 15"],
    ]
    reading = read(rows)
    assert column(reading, "location") == ["Groep 3", "Groep 3", "Groep 4"]
    assert [total.agrees for total in reading.stated_totals] == [True]


def test_a_remark_that_only_says_how_many_counts() -> None:
    rows = [
        ["nr", "wat", "jaar", "bijzonderheden"],
        ["18-27", "chromebook HP 11 G5", "januari 2017", "10 stuks"],
        ["28", "Prowise 65 inch", "aug. 2017", "8 stuks stond er, hangt scheef"],
    ]
    assert column(read(rows), "count") == [10, 1]
