"""Merged cells, headings in two rows, and ditto marks."""

import pytest
from openpyxl import Workbook

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from tests.inventory.lists import TODAY, column, problem_places, read
from tests.making import Rows, saved


def merged(rows: Rows, *areas: str) -> Reading:
    """Read a sheet with merged areas."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for area in areas:
        book.active.merge_cells(area)
    return read_inventory(saved(book), "lijst.xlsx", Guidance(TODAY))


TWO_ROWS: Rows = [
    ["OBS De Regenboog"],
    ["Device", None, None, "Aanschaf", None, "Opmerking"],
    ["merk", "type", "s/n", "datum", "prijs incl. btw", None],
    ["HP", "250 G5", "5CD4024VDG", "mei 2016", 399, None],
    ["Acer", "C740", "NXEF2EH8B8", 2017, 259, "kapot"],
]


def test_headings_in_two_rows_with_merged_cells_are_read_together() -> None:
    for reading in (merged(TWO_ROWS, "A2:C2", "D2:E2", "F2:F3"), read(TWO_ROWS)):
        assert column(reading, "brand") == ["HP", "Acer"]
        assert column(reading, "serial") == ["5CD4024VDG", "NXEF2EH8B8"]
        assert column(reading, "purchased_as_written") == ["mei 2016", "2017"]
        assert column(reading, "price_cents") == [39900, 25900]
        assert column(reading, "price_vat") == ["included", "included"]
        assert column(reading, "status") == ["in_use", "broken"]


def test_the_date_of_something_else_is_no_purchase() -> None:
    rows = [
        ["Apparaat", None, "Afvoer", None],
        ["merk", "type", "datum", "reden"],
        ["HP", "250 G5", "mei 2018", None],
    ]
    assert column(read(rows), "purchased_as_written") == [None]


def test_a_heading_merged_over_kind_brand_and_model_heads_all_three() -> None:
    rows = [
        ["Apparaat", None, None, "Serienummer"],
        ["laptop", "HP", "250 G5", "5CD4024VDG"],
        ["chromebook", "Acer", "C740", "NXEF2EH8B8"],
    ]
    reading = merged(rows, "A1:C1")
    assert column(reading, "kind") == ["laptop", "chromebook"]
    assert column(reading, "brand") == ["HP", "Acer"]
    assert column(reading, "model") == ["250 G5", "Chromebook 11 C740"]


def test_a_merged_year_or_room_holds_for_all_its_rows() -> None:
    rows = [
        ["Jaar", "Artikel", "Aantal", "Lokaal"],
        ["aug 2016", "HP 250 G5", 10, "groep 7"],
        [None, "Acer C740", 5, None],
        [None, None, None, None],
        ["2014", "iPad Air", 3, "groep 3"],
    ]
    reading = merged(rows, "A2:A4", "D2:D3")
    assert column(reading, "purchased_as_written") == ["aug 2016", "aug 2016", "2014"]
    assert column(reading, "location") == ["groep 7", "groep 7", "groep 3"]


def test_a_merged_count_is_that_of_all_its_rows_so_it_is_asked() -> None:
    rows = [["Artikel", "Aantal"], ["HP 250 G5", 10], ["Acer C740", None], ["iPad Air", 3]]
    reading = merged(rows, "B2:B3")
    assert problem_places(reading) == [(2, "count-unclear"), (3, "count-unclear")]
    assert column(reading, "count") == [3]


def test_a_ditto_mark_stands_for_the_cell_above_it() -> None:
    rows = [
        ["Artikel", "Aantal", "Aanschaf", "Prijs", "Lokaal"],
        ["HP 250 G5", 10, "mei 2016", 399, "groep 7"],
        ['"', 5, "''", '"', "idem"],
        [",,", 3, "2014", "id.", "groep 3"],
    ]
    reading = read(rows)
    assert column(reading, "model") == ["250 G5"] * 3
    assert column(reading, "purchased_as_written") == ["mei 2016", "mei 2016", "2014"]
    assert column(reading, "location") == ["groep 7", "groep 7", "groep 3"]
    assert column(reading, "price_cents") == [39900] * 3


def test_a_heading_right_above_the_headings_holds_where_others_like_it_follow() -> None:
    rows = [
        ["Aanschaf 2013"],
        ["Artikel", "Serienummer"],
        ["HP 250 G5", "5CD4024VDG"],
        ["Aanschaf 2016"],
        ["Artikel", "Serienummer"],
        ["HP 250 G5", "5CD4024VDH"],
    ]
    reading = read(rows)
    assert column(reading, "purchased_as_written") == ["2013", "2016"]
    assert [row.why for row in reading.ignored_rows] == ["section", "header", "section", "header"]
    titled = read(rows[:3])  # alone it is a title: it holds too, and that is said
    assert column(titled, "purchased_as_written") == ["2013"]
    assert "purchase-from-title" in [problem.code for problem in titled.problems]


def test_same_repeats_what_stands_above_in_other_words_too() -> None:
    for same in ("same", "hetzelfde", "als boven"):
        reading = read([["what", "how many"], ["iPad Air 2", 22], [same, 1]])
        assert column(reading, "model") == ["iPad Air 2"] * 2


@pytest.mark.parametrize("mark", ["Idem.", "IDEM", "i.d.", "idm", '" "', "'' ''", ",,", "„", "Zelfde", "Idem dito."])
def test_a_mark_for_the_same_is_known_however_it_is_written(mark: str) -> None:
    rows = [["Soort", "Merk", "Aanschafjaar", "Lokaal"], ["laptop", "HP", 2015, "lokaal 1"]]
    reading = read([*rows, [mark, mark, mark, "lokaal 2"]])
    assert column(reading, "brand") == ["HP", "HP"]
    assert column(reading, "purchased_as_written") == ["2015", "2015"]


@pytest.mark.parametrize("mark", ["-", "--", "'", ",", "?"])
def test_a_sign_that_says_nothing_is_no_mark_for_the_same(mark: str) -> None:
    rows = [["Soort", "Serienummer", "Aanschafjaar"], ["laptop", "5CD1234567", 2015], ["laptop", "5CD1234568", mark]]
    assert column(read(rows), "purchased_precision") == ["year", "unknown"]
