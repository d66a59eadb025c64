"""From a workbook to a reading: what is recognised, what is asked, and that every row ends up somewhere."""

from datetime import date

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import DEVICE_COLUMNS
from planning.inventory.write.template import template_workbook
from planning.workbooks.model import FileRefused
from tests.inventory.lists import column, problem_places, read, rows_told_of
from tests.making import Rows, saved, workbook

FLAT: Rows = [
    ["Daltonschool - overzicht devices"],
    ["bijgewerkt: 17-10-2018"],
    [],
    ["Device", "Fabrikant", "type/model", "serie nr", "Aankoopdatum", "Prijs ex btw", "Waar", "Status", "opm."],
    ["PC", "Lenovo ", "ThinkCentre M72e", " LR4K4Z6D", date(2012, 1, 4), "€ 442,-", "kar 1", "goed", None],
    ["Notebook", "HP", "ProBook 450 G3", "5CD4024VDG", "45-3-2016", 590, "groep 7/8", "", None],
    ["iPad", "Apple", "iPad (5e generatie)", "nvt", "onbekend", "huur", "gr 4", "weg (kringloop)", None],
    ["Notebook", "HP", "ProBook 450 G3", "lr4k4z6d", 2016, 590, "kar 1", "ok", None],
    [],
    ["Totaal: 4 stuks"],
]
LOTS: Rows = [
    ["Aantl", "Artikel", "Aanschaf", "Prijs (excl. BTW)", "Locatie", "Opmerkingen"],
    ["28-33", "Snappet", "sj 2017-2018", "-", "kar 1", None],
    [15, "ASUS Chromebook C202SA", "2016", 260, "groep 7", None],
    [15, "iPad 6", "aug '18", "278,00", "mediatheek", "waarvan 3 in reparatie"],
    [32, "iPad Air", "2014", 344, "kar 1", "uitgeleend aan andere school"],
    [60, "TOTAAL"],
    ["Vragen? bel de ICT-er"],
]


def test_a_flat_list_gives_one_device_for_every_row() -> None:
    reading = read(FLAT)
    assert reading.layout == "flat_list"
    assert list(reading.devices.columns) == list(DEVICE_COLUMNS)
    assert column(reading, "row") == [5, 6, 7]
    assert column(reading, "kind") == ["desktop", "laptop", "tablet"]
    assert column(reading, "brand") == ["Lenovo", "HP", "Apple"]
    assert column(reading, "serial") == ["LR4K4Z6D", "5CD4024VDG", None]
    assert column(reading, "price_cents") == [44200, 59000, None]
    assert column(reading, "price_vat") == ["excluded", "excluded", "unknown"]
    assert column(reading, "status") == ["in_use", "in_use", "disposed"]
    assert column(reading, "audience") == ["pupils", "pupils", "pupils"]
    assert column(reading, "level") == ["shared", "upper", "middle"]
    assert column(reading, "purchased_precision") == ["day", "unknown", "unknown"]
    assert column(reading, "purchased_earliest") == [date(2012, 1, 4), None, None]
    assert reading.stated_date == date(2018, 10, 17)


def test_a_flat_list_asks_what_it_leaves_open() -> None:
    assert problem_places(read(FLAT)) == [(6, "date-impossible"), (8, "serial-duplicate")]
    assert problem_places(read(FLAT), "info") == [(5, "serial-stands-again"), (7, "purchase-unknown")]


def test_lots_are_counted_whole_and_split_where_a_remark_says_so() -> None:
    reading = read(LOTS)
    assert reading.layout == "lots"
    assert column(reading, "row") == [3, 4, 4, 5]
    assert column(reading, "count") == [15, 12, 3, 32]
    assert column(reading, "status") == ["in_use", "in_use", "in_repair", "in_use"]
    assert column(reading, "price_cents") == [26000, 27800, 27800, 34400]


def test_lots_ask_about_counts_remarks_and_totals() -> None:
    assert problem_places(read(LOTS)) == [
        (2, "count-unclear"),
        (4, "mixed-status-in-lot"),
        (5, "note-questions-count"),
        (6, "total-mismatch"),
    ]


@pytest.mark.parametrize("rows", [FLAT, LOTS])
def test_every_row_that_is_not_blank_ends_up_in_one_place(rows: Rows) -> None:
    filled = [place for place, row in enumerate(rows, 1) if any(cell not in ("", None) for cell in row)]
    assert rows_told_of(read(rows)) == filled


def test_a_total_that_adds_up_is_said_and_raises_nothing() -> None:
    reading = read([["Aantal", "Artikel"], [3, "iPad Air"], [4, "iPad 2"], [7, "totaal"]])
    assert [(total.row, total.as_written, total.agrees) for total in reading.stated_totals] == [(4, "totaal 7", True)]
    assert problem_places(reading) == []


def test_a_lot_of_no_devices_is_no_device() -> None:
    reading = read([["Aantal", "Artikel"], [0, "iPad Air"], [4, "iPad 2"]])
    assert column(reading, "count") == [4]
    assert [(row.row, row.why) for row in reading.ignored_rows] == [(1, "header"), (2, "none")]


def test_a_total_may_count_the_row_that_waits_for_its_serial_number() -> None:
    assert [total.agrees for total in read(FLAT).stated_totals] == [True]


def test_a_subtotal_is_held_against_its_own_block() -> None:
    rows = [
        ["School", "Aantal", "Artikel"],
        ["De Ark", 3, "iPad Air"],
        ["", 4, "iPad 2"],
        ["De Brug", 5, "iPad 2"],
        ["", 5, "subtotaal"],
        ["", 12, "totaal"],
    ]
    reading = read(rows)
    assert [total.agrees for total in reading.stated_totals] == [True, True]
    assert column(reading, "school") == ["De Ark", "De Ark", "De Brug"]


def test_a_sum_over_text_cells_is_no_other_count() -> None:
    assert problem_places(read([["Aantal", "Artikel"], ["3 stuks", "iPad Air"], [0, "totaal"]]), "must") == []


def test_several_sheets_with_a_list_are_all_read() -> None:
    reading = read(
        [["Merk/type", "S/N"], ["iPad 2", "DMDC0NRD0TT2"]], Laptops=[["Merk/type"], ["Zebra Q"]], Info=[["x"]]
    )
    assert [(sheet.sheet, sheet.used, sheet.why) for sheet in reading.sheets] == [
        ("Lijst", True, "device_list"),
        ("Laptops", False, "no_list_found"),
        ("Info", False, "no_list_found"),
    ]
    both = read([["Merk/type", "S/N"], ["iPad 2", "DM1AAAA"]], Laptops=[["Merk/type", "S/N"], ["Zebra Q", "Z1AAAA"]])
    assert column(both, "sheet") == ["Lijst", "Laptops"]
    assert column(both, "kind") == ["tablet", "laptop"]


def test_a_sheet_called_disposed_holds_what_is_gone() -> None:
    list_and_gone = {"Afgevoerd": [["Merk/type", "S/N"], ["iPad 2", "DM1AAAA"], ["iPad 2", "DM2AAAA"]]}
    reading = read([["Merk/type", "S/N"], ["iPad 2", "DM1AAAA"]], **list_and_gone)
    assert column(reading, "status") == ["unknown", "disposed"]
    assert problem_places(reading) == [(2, "serial-duplicate")]
    key = reading.open_problems[0].key
    answered = read([["Merk/type", "S/N"], ["iPad 2", "DM1AAAA"]], answers={key: "use_this_status"}, **list_and_gone)
    assert column(answered, "status") == ["disposed", "disposed"]
    assert column(answered, "serial") == ["DM1AAAA", "DM2AAAA"]


def test_a_heading_between_the_rows_is_their_place() -> None:
    rows = [
        ["Merk en type", "aantal"],
        ["Lokaal 1 – groep 1 (juf Anneke)"],
        ["iPad 2", 3],
        ["LOKAAL 2"],
        ["iPad Air", 4],
    ]
    reading = read(rows)
    assert column(reading, "location") == ["Lokaal 1 – groep 1", "LOKAAL 2"]
    assert [(row.row, row.why) for row in reading.ignored_rows] == [(1, "header"), (2, "section"), (4, "section")]


def test_a_price_for_all_is_shared_over_the_devices() -> None:
    reading = read([["Aantal", "Artikel", "Totaalprijs incl. btw"], [16, "Acer C720", 4000]])
    assert column(reading, "price_cents") == [25000]
    assert column(reading, "price_vat") == ["included"]


def test_a_column_of_people_tells_staff_and_nothing_else() -> None:
    rows = [
        ["Soort", "Merk", "Leerling"],
        ["laptop", "HP", "Emma Smit"],
        ["laptop", "HP", "IB-er"],
        ["laptop", "HP", None],
    ]
    reading = read(rows)
    assert column(reading, "audience") == ["pupils", "staff", "pupils"]
    assert [(c.header, c.why_left_out) for c in reading.left_out] == [("Leerling", "names_people")]


def test_a_repeated_heading_is_no_device() -> None:
    reading = read(
        [["Soort", "Merk", "Model"], ["laptop", "HP", "250 G5"], ["Soort", "Merk", "Model"], ["CB", "Acer", "C720"]]
    )
    assert column(reading, "row") == [2, 4]
    assert [(row.row, row.why) for row in reading.ignored_rows] == [(1, "header"), (3, "header")]


def test_a_row_without_a_device_is_asked_about() -> None:
    assert problem_places(read([["Soort", "Merk", "Aantal", "Lokaal"], ["", "", 12, "groep 3"]])) == [
        (2, "row-unclear")
    ]


def test_an_english_list_is_read_too() -> None:
    rows = [
        ["Item", "Qty", "Purchase date", "Unit price (excl. VAT)", "Room", "Remarks"],
        ["HP ProBook 450 G3", 10, "3/25/2017", 499, "Room 4", "2 of which broken"],
        ["iPad Air 2", 16, "04/05/2016", None, "library", None],
        ["Total", 26],
    ]
    reading = read(rows)
    assert column(reading, "count") == [8, 2, 16]
    assert column(reading, "purchased_earliest") == [date(2017, 3, 25), date(2017, 3, 25), date(2016, 4, 5)]


def test_the_template_is_recognised_and_its_blanks_have_meaning() -> None:
    book = template_workbook("00AA00", "De Linde")
    sheet = book.worksheets[0]
    row = next(r[0].row for r in sheet.iter_rows() if r[0].value == "Soort") + 1
    values = {1: "laptop", 2: "HP", 3: "250 G5", 6: "14-9-2017", 7: 279, 11: "31-3-2019"}
    for place, value in values.items():
        sheet.cell(row, place).value = value
    reading = read_inventory(saved(book), "sjabloon.xlsx", Guidance(date(2018, 1, 1)))
    assert reading.layout == "template"
    assert [sheet.used for sheet in reading.sheets] == [True, False, False, False]
    assert column(reading, "row") == [row]
    assert column(reading, "count") == [1]
    assert (column(reading, "status"), column(reading, "audience")) == (["in_use"], ["pupils"])
    assert column(reading, "support_until") == [date(2019, 3, 31)]
    assert column(reading, "price_vat") == ["included"]


def test_every_word_the_template_offers_is_understood() -> None:
    from planning.inventory.write.template import template_words

    for field in ("status", "audience", "kind"):
        for code, word in template_words()[field].items():
            row = {"kind": "laptop", "status": "", "audience": ""} | {field: word}
            reading = read(
                [["Soort", "Status", "Voor wie", "Merk"], [row["kind"], row["status"], row["audience"], "HP"]]
            )
            assert column(reading, field) == [code]


def test_a_workbook_without_a_list_is_refused() -> None:
    with pytest.raises(FileRefused) as refused:
        read([["naam", "leeftijd"], ["Jan", 3]], Nog=[["x"]])
    assert (refused.value.code, refused.value.values) == ("no_list_found", {"sheets": "2"})


def test_the_same_bytes_give_the_same_reading() -> None:
    content = workbook(FLAT)
    first, again = (read_inventory(content, "lijst.xlsx") for _ in range(2))
    assert first.problems == again.problems
    assert first.devices.equals(again.devices)


def test_hidden_rows_and_sheets_are_said() -> None:
    from io import BytesIO

    from openpyxl import load_workbook

    book = load_workbook(
        BytesIO(workbook([["Soort", "Merk"], ["laptop", "HP"]], Oud=[["Soort", "Merk"], ["PC", "HP"]]))
    )
    book["Lijst"].row_dimensions[2].hidden = True
    book["Oud"].sheet_state = "hidden"
    reading = read_inventory(saved(book), "lijst.xlsx")
    assert column(reading, "kind") == ["laptop"]
    assert [p.code for p in reading.problems if p.row is None] == ["hidden-row", "no-purchase-column", "hidden-sheet"]


def test_a_second_column_of_counts_is_never_lost_in_silence() -> None:
    reading = read([["Merk", "Aantal laptops", "Aantal iPads"], ["HP 250 G5", 3, 4]])
    assert [(problem.column, problem.code) for problem in reading.open_problems] == [("C", "second-count")]


def test_a_remark_on_a_lot_that_nobody_understands_is_mentioned() -> None:
    rows = [["Aantal", "Artikel", "Opmerking"], [5, "iPad 2", "hoezen gerafeld"], [5, "iPad 2", "voor personeel"]]
    reading = read(rows)
    assert problem_places(reading, "info") == [(None, "no-purchase-column"), (2, "note-not-understood")]
    assert column(reading, "audience") == ["unknown", "staff"]


def test_a_heading_nobody_knows_may_still_head_names() -> None:
    reading = read([["Soort", "Merk", "Vast bij"], ["laptop", "HP", "Emma Smit"], ["laptop", "HP", "juf Esra"]])
    assert [(c.header, c.why_left_out) for c in reading.left_out] == [("Vast bij", "names_people")]
    assert column(reading, "audience") == ["pupils", "staff"]
