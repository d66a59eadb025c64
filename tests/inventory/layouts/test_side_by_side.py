"""Lists beside each other on one sheet."""

from datetime import date

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

BESIDE: Rows = [
    ["Laptops", None, None, None, "iPads"],
    ["Merk/type", "Aantal", "Aanschaf", None, "Model", "Serienummer", "Jaar"],
    ["HP 250 G5", 10, 2016, None, "iPad Air", "DMPQ1234ABCD", 2014],
    ["Lenovo L450", "5-8", 2015, None, "iPad 2", "DMPQ1234ABCE", "45-3-2016"],
    ["Totaal", 10, None, None, "iPad 2", "DMPQ1234ABCF", 2012],
]


@pytest.mark.parametrize(
    ("titles", "years"),
    [
        (("iPads (2014)", "Laptops (2016)"), [2014, 2016]),
        (("Chromebooks (aug 2015)", "Tablets - 2017"), [2015, 2017]),
        (("iPad (2018)", "Laptops (2016)"), [None, 2016]),
    ],
)
def test_a_kind_and_a_year_over_lists_beside_each_other_say_when_each_was_bought(
    titles: tuple[str, str], years: list[int | None]
) -> None:
    rows: Rows = [[titles[0], "", "", titles[1], ""], ["Nr", "Serienummer", "", "Nr", "Serienummer"]]
    rows = [*rows, *([n, f"DMPJK123456{n}", "", n, f"5CD123456{n}"] for n in (1, 2))]
    when = [day.year if isinstance(day, date) else None for day in column(read(rows), "purchased_earliest")]
    assert when == [years[0]] * 2 + [years[1]] * 2


def test_each_list_is_read_under_its_own_headings() -> None:
    reading = read(BESIDE)
    assert reading.layout == "side_by_side"
    assert column(reading, "kind") == ["laptop", "tablet", "tablet", "tablet"]
    assert column(reading, "count") == [10, 1, 1, 1]
    assert column(reading, "column") == ["A", "E", "E", "E"]
    assert column(reading, "serial") == [None, "DMPQ1234ABCD", "DMPQ1234ABCE", "DMPQ1234ABCF"]


def test_problems_point_to_the_cell_in_the_sheet() -> None:
    places = [(p.row, p.column, p.code) for p in read(BESIDE).open_problems]
    assert places == [(4, "B", "count-unclear"), (4, "G", "date-impossible")]


def test_a_column_of_the_second_list_can_be_corrected() -> None:
    reading = read(BESIDE, columns={("Lijst", "G"): None})
    assert column(reading, "purchased_precision")[1:] == ["unknown"] * 3


def test_without_a_blank_column_the_first_heading_says_where_the_next_list_begins() -> None:
    rows = [
        ["Merk", "Type", "S/N", "Merk", "Type", "S/N"],
        ["HP", "250 G5", "5CD1234567", "Apple", "iPad 2", "DMPQ12345678"],
    ]
    assert column(read(rows), "serial") == ["5CD1234567", "DMPQ12345678"]


def test_a_blank_column_within_a_list_does_not_split_it() -> None:
    rows = [["Soort", "Merk", None, "Serienummer", "Opmerking"], ["laptop", "HP", None, "5CD1234567", "defect"]]
    reading = read(rows)
    assert reading.layout == "flat_list"
    assert column(reading, "status") == ["broken"]
    assert problem_places(reading) == []


def test_what_is_wished_for_beside_a_list_is_not_read_and_that_is_said() -> None:
    rows: Rows = [
        [None, None, None, None, "NOG TE BESTELLEN"],
        ["Aantal", "Device", "Aanschaf", None, "Aantal", "Wat"],
        [26, "Chromebook Lenovo N23", 2017, None, 4, "laptops HP 250 G7"],
        [11, "Laptop HP 255 G5", 2016, None, 1, "beamer Epson"],
    ]
    reading = read(rows)
    assert column(reading, "count") == [26, 11]
    assert {one.column: one.why_left_out for one in reading.left_out} == {"E": "wishes", "F": "wishes"}
    assert reading.account.passed_over["wishes"] == 4


PAIRED: Rows = [
    ["groep", "bord merk", "bord jaar", "beamer merk", "beamer jaar"],
    ["groep 1", "SMART", 2010, "Epson", 2014],
    ["groep 3", "Prowise", 2018, None, None],
    ["aula", None, None, "Epson", 2016],
]
UNDER_EACH: Rows = [
    [None, "Bord", None, "Beamer", None, None],
    ["lokaal", "merk", "jaar", "merk", "jaar", "opmerking"],
    ["1", "SMART", 2010, "Epson", 2014, None],
    ["2", "Prowise", 2018, None, None, "kapot"],
    ["3", None, None, "Epson", 2016, None],
]


def test_devices_that_go_together_in_a_row_are_told_apart_by_the_kind_in_their_headings() -> None:
    for rows in (PAIRED, UNDER_EACH):
        reading = read(rows)
        assert column(reading, "kind") == ["interactive_board"] * 2 + ["projector"] * 2
        assert column(reading, "brand") == ["SMART", "Prowise", "Epson", "Epson"]
        assert [day.year for day in column(reading, "purchased_earliest")] == [2010, 2018, 2014, 2016]
        assert column(reading, "column") == ["B", "B", "D", "D"]
    assert column(read(UNDER_EACH), "status") == ["in_use", "broken", "in_use", "in_use"]


def test_cupboards_beside_and_below_each_other_are_all_read_with_what_was_counted() -> None:
    rows: Rows = [
        ["KAR 1", None, None, None, "KAR 2"],
        ["wat", "geteld", "moet zijn", None, "wat", "geteld", "moet zijn"],
        ["chromebook Asus", 14, 15, None, "chromebook Asus", 16, 16],
        [],
        ["KAST HAL", None, None, None, "KAST DIRECTIE"],
        ["wat", "geteld", "moet zijn", None, "wat", "geteld", "moet zijn"],
        ["ipad zwarte hoes", 8, 8, None, "laptop", 3, 3],
    ]
    reading = read(rows)
    assert column(reading, "count") == [14, 8, 16, 3]
    assert column(reading, "location") == ["KAR 1", "KAST HAL", "KAR 2", "KAST DIRECTIE"]
    assert problem_places(reading) == []


def test_serial_numbers_and_who_holds_them_are_lists_where_the_line_above_says_what_they_are() -> None:
    rows: Rows = [
        ["CHROMEBOOKS groep 7", None, None, None, "IPADS groep 4"],
        ["nr", "serienr", "leerling", None, "nr", "serienr", "toegangscode"],
        [1, "5CD694788S", "Anouk B.", None, 1, "DMPTT5CHTGHK", "682951"],
        [2, "5CD6149H07", "Bas V.", None, 2, "DMPTEK24SGHK", "698300"],
    ]
    reading = read(rows)
    assert column(reading, "kind") == ["chromebook", "chromebook", "tablet", "tablet"]
    assert column(reading, "model") == [None] * 4, "the 4 is of the group"
    assert column(reading, "location") == ["groep 7"] * 2 + ["groep 4"] * 2
    assert problem_places(reading) == []


@pytest.mark.parametrize(
    "title",
    ["Chromebooks Acer C730E (2015)", "Acer C730E, 2015", "Chromebooks Acer C730E - 2015", "Acer C730E (sept. 2015)"],
)
@pytest.mark.parametrize("total", ["totaal", "Totaal chromebooks", "samen"])
def test_the_title_of_one_list_tells_when_its_own_devices_were_bought_and_its_total_is_no_device(
    title: str, total: str
) -> None:
    rows: Rows = [
        [title, "", "", "", "Overige", "", "", ""],
        ["nr", "serienummer", "lokaal", "", "wat", "aantal", "jaar", "lokaal"],
        [1, "NXMRA04421A", "7a", "", "iPad mini 2", 6, 2014, "1a"],
        [2, "NXMRA12340B", "8a", "", "laptop HP 250 G4", 3, 2016, "directie"],
        [3, "NXMRA20259C", "7a", "", "totaal", 9, "", ""],
        [total, 3, "", "", "", "", "", ""],
    ]
    reading = read(rows)
    years = [day.year for day in column(reading, "purchased_earliest")]  # type: ignore[attr-defined]
    assert list(zip(column(reading, "count"), years, strict=True)) == [(1, 2015)] * 3 + [(6, 2014), (3, 2016)]
    assert [total.agrees for total in reading.stated_totals] == [True, True]
    assert problem_places(reading) == []


@pytest.mark.parametrize("title", ["Overzicht Acer C730E (2018)", "iPad (2018)", "MacBook Air (2015)"])
def test_the_year_of_a_list_or_of_a_model_is_no_purchase(title: str) -> None:
    reading = read([[title], ["nr", "serienummer", "lokaal"], [1, "NXMRA04421A", "7a"], [2, "NXMRA12340B", "8a"]])
    assert set(column(reading, "purchased_earliest")) == {None}
