"""Lists below each other with headings of their own."""

from tests.inventory.lists import column, problem_places, read, rows_told_of
from tests.making import Rows

BELOW: Rows = [
    ["OBS De Regenboog"],
    ["Lokaal 3"],
    ["Artikel", "Serienummer", "Aanschaf"],
    ["HP 250 G5", "5CD4024VD1", "2016"],
    [],
    ["Aanschaf 2015"],
    ["Aantal", "Merk en type", "Lokaal"],
    ["12 x", "Acer C740", "groep 7"],
    ["Totaal", 12],
    [],
    ["Laptops leerkrachten"],
    ["Merk", "Model", "Staat"],
    ["Dell", "5480", "defect"],
]


def test_every_list_is_read_under_its_own_headings() -> None:
    reading = read(BELOW)
    assert reading.layout == "stacked"
    assert column(reading, "row") == [4, 8, 13]
    assert column(reading, "count") == [1, 12, 1]
    assert column(reading, "kind") == ["laptop", "chromebook", "laptop"]
    assert column(reading, "purchased_as_written") == ["2016", "2015", None]
    assert column(reading, "location") == ["Lokaal 3", "groep 7", None]
    assert column(reading, "audience")[2] == "staff"
    assert column(reading, "status")[2] == "broken"
    assert problem_places(reading) == []


def test_every_row_of_stacked_lists_ends_up_in_one_place() -> None:
    filled = [place for place, row in enumerate(BELOW, 1) if row]
    assert rows_told_of(read(BELOW)) == filled


def test_the_same_headings_again_are_one_list() -> None:
    rows = [["Artikel", "Aantal"], ["iPad Air", 3], ["Lokaal 2"], ["Artikel", "Aantal"], ["iPad 2", 4]]
    assert read(rows).layout == "lots"


def test_a_table_of_prices_or_pupils_below_a_list_holds_no_devices() -> None:
    rows = [
        ["Artikel", "Aantal", "Aanschaf"],
        ["iPad Air", 3, "2016"],
        [],
        ["Prijzen nieuw (incl. btw)"],
        ["HP ProBook 450 G3", 589],
        [],
        ["Leerlingen 1 oktober"],
        ["onderbouw", 52],
    ]
    reading = read(rows)
    assert column(reading, "row") == [2]
    assert problem_places(reading) == []
    assert rows_told_of(reading) == [1, 2, 4, 5, 7, 8]


def test_a_name_alone_over_headings_that_come_again_is_a_school() -> None:
    headings = ["apparaat", "serienr.", "datum aankoop", "klas"]
    rows = [
        ["Hardware per locatie, 1 februari 2017"],
        [],
        ["De Akker"],
        headings,
        ["Chromebook Dell 3120", "A4B0NW7", "11-4-2016", "5"],
        [],
        ["De Horst"],
        headings,
        ["iPad Air", "DM7LZPZHN89Y", "2014", "1/2"],
    ]
    assert column(read(rows), "school") == ["De Akker", "De Horst"]
