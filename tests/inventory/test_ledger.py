"""No cell goes quietly: each is read, passed over for a reason that holds, or asked."""

from datetime import date

import pytest

from planning.inventory.reading import CellPlaces
from planning.inventory.words.messages import passed_over_why
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows


def codes(rows: Rows, **others: Rows) -> list[str]:
    """Everything that is asked of a workbook."""
    return [problem.code for problem in read(rows, **others).open_problems]


@pytest.mark.parametrize(
    ("left", "right"),
    [("inv. label", "volgno"), ("sticker", "#"), ("kastplek", "plek")],
)
def test_a_second_list_beside_the_first_is_read_whatever_its_other_headings(left: str, right: str) -> None:
    rows: Rows = [
        ["Laptops", None, None, None, "Tablets"],
        [left, "Apparaat", "Serienummer", None, right, "Apparaat", "Serienummer"],
        ["A", "HP 250 G5", "5CD1234567", None, 1, "iPad Air", "DMPQ1234ABCD"],
        ["B", "HP 250 G5", "5CD1234568", None, 2, "iPad Air", "DMPQ1234ABCE"],
        [None, None, None, None, 3, "iPad 2", "DMPQ1234ABCF"],
    ]
    assert sorted(map(str, column(read(rows), "serial"))) == [
        "5CD1234567", "5CD1234568", "DMPQ1234ABCD", "DMPQ1234ABCE", "DMPQ1234ABCF",
    ]  # fmt: skip


def test_a_serial_number_never_goes_to_the_model_of_the_list_beside_it() -> None:
    rows: Rows = [
        ["code", "Merk/type", "Serie nr.", None, "code", "Omschrijving", "Serienummer"],
        ["L1", "HP 250 G5", "5CD1234567", None, "T1", "iPad Air", "DMPQ1234ABCD"],
        ["L2", "HP 250 G5", "5CD1234568", None, "T2", "iPad Air", "DMPQ1234ABCE"],
    ]
    reading = read(rows)
    told = dict(zip(column(reading, "serial"), column(reading, "kind"), strict=True))
    assert told == {
        "5CD1234567": "laptop", "5CD1234568": "laptop", "DMPQ1234ABCD": "tablet", "DMPQ1234ABCE": "tablet",
    }  # fmt: skip


ROOMS: dict[str, Rows] = {
    "Beneden": [["Soort", "Merk/type", "Aantal"], ["tablet", "iPad Air", 6], ["laptop", "HP 250 G5", 3]],
    "Boven": [["Soort", "Merk/type", "Aantal"], ["tablet", "iPad 2", 8], ["laptop", "HP 250 G5", 2]],
}


@pytest.mark.parametrize(
    "summed",
    [
        [["Totaal van de school"], ["Tablets", 14], ["Laptops", 5]],
        [["Soort", "Aantal"], ["laptop", 5], ["tablet", 14]],
        [["Merk/type", "Aantal"], ["HP 250 G5", 5], ["iPad Air", 6], ["iPad 2", 8]],
    ],
)
def test_a_sheet_that_adds_up_the_others_is_not_counted_again(summed: Rows) -> None:
    reading = read(summed, **ROOMS)
    assert sum(reading.devices["count"]) == 19
    assert next(sheet.why for sheet in reading.sheets if sheet.sheet == "Lijst") == "sum_sheet"


def test_a_sheet_that_says_it_adds_up_the_others_and_does_not_is_asked_about_once() -> None:
    reading = read([["Alles bij elkaar"], ["Tablets", 15], ["Laptops", 5]], **ROOMS)
    assert [p.code for p in reading.open_problems] == ["sheet-sums-differ"]
    assert sum(reading.devices["count"]) == 19
    counted = read(
        [["Alles bij elkaar"], ["Tablets", 15], ["Laptops", 5]],
        answers={reading.open_problems[0].key: "sheet_count"},
        **ROOMS,
    )
    assert sum(counted.devices["count"]) == 39


SCHOOLS: Rows = [["Apparaat", "Aantal"], ["Chromebooks Acer C740", 20], ["Laptops HP 430 G3", 8]]


def test_a_sheet_that_says_how_many_devices_each_other_sheet_holds_is_not_asked_about() -> None:
    said: Rows = [["School", "Totaal apparaten"], ["OBS De Boog", 28], ["CBS De Ark", 28]]
    reading = read(said, sheet="Totalen", **{"OBS De Boog": SCHOOLS, "CBS De Ark": SCHOOLS})
    assert sum(map(int, map(str, column(reading, "count")))) == 56
    assert [sheet.why for sheet in reading.sheets if not sheet.used] == ["sum_sheet"]
    assert problem_places(reading) == []


def test_a_sheet_that_says_another_number_of_a_sheet_is_asked_about() -> None:
    said: Rows = [["School", "Totaal apparaten"], ["OBS De Boog", 28], ["CBS De Ark", 30]]
    assert problem_places(read(said, sheet="Totalen", **{"OBS De Boog": SCHOOLS, "CBS De Ark": SCHOOLS}))


def test_the_same_lot_on_two_sheets_is_two_lots() -> None:
    lots: Rows = [["Soort", "Aantal", "Lokaal"], ["tablet", 6, "lokaal 1"]]
    other: Rows = [["Soort", "Aantal", "Lokaal"], ["tablet", 6, "lokaal 2"]]
    assert sum(read(lots, Andere=other).devices["count"]) == 12


@pytest.mark.parametrize(
    ("described", "status"),
    [("HP 250 G5, gestolen", "missing"), ("HP 250 G5 (in reparatie)", "in_repair"), ("HP 250 G5 defect", "broken")],
)
def test_a_state_in_the_words_that_name_the_device_is_read(described: str, status: str) -> None:
    rows: Rows = [["Apparaat", "Serienummer"], [described, "5CD1234567"], ["HP 250 G5", "5CD1234568"]]
    reading = read(rows)
    assert column(reading, "status") == [status, "unknown"]
    assert problem_places(reading) == []


def test_a_number_in_a_lots_description_is_part_of_it_only_where_it_stands_apart() -> None:
    rows: Rows = [["Apparaat", "Aantal"], ["HP 250 G5 defect", 8], ["iPad Air (2 defect)", 10]]
    reading = read(rows)
    assert column(reading, "status") == ["broken", "unknown", "broken"]
    assert column(reading, "count") == [8, 8, 2]


@pytest.mark.parametrize("reason", ["stuk", "gaat niet meer aan", "defect moederbord"])
@pytest.mark.parametrize("sheet", ["Afgevoerd", "Verkocht", "Gestolen"])
def test_why_a_device_is_gone_does_not_bring_it_back(sheet: str, reason: str) -> None:
    here: Rows = [["Merk/type", "Serienummer"], ["HP 250 G5", "5CD1234567"]]
    gone: Rows = [["Merk/type", "Serienummer", "Opmerking"], ["HP 250 G5", "5CD1234568", reason]]
    reading = read(here, **{sheet: gone})
    assert column(reading, "status")[1] in ("disposed", "missing")
    assert problem_places(reading) == []


@pytest.mark.parametrize("note", ["de meeste zijn terug?", "werkt, behalve een paar", "in gebruik, misschien weg"])
def test_a_remark_on_a_lot_that_takes_back_part_of_it_is_asked_about(note: str) -> None:
    rows: Rows = [["Aantal", "Soort", "Opmerking"], [12, "tablet", note], [3, "laptop", "werkt goed"]]
    assert problem_places(read(rows)) == [(2, "note-questions-count")]


def test_a_question_about_one_device_is_none_about_a_number() -> None:
    rows: Rows = [["Soort", "Serienummer", "Opmerking"], ["laptop", "5CD1234567", "wachtwoord?"]]
    assert problem_places(read(rows)) == []


@pytest.mark.parametrize("status", ["rep.", "naar rep. (Dell)", "weg, in reparatie"])
def test_what_is_away_to_be_repaired_comes_back(status: str) -> None:
    rows: Rows = [["Soort", "Serienummer", "Status"], ["laptop", "5CD1234567", status]]
    assert column(read(rows), "status") == ["in_repair"]


@pytest.mark.parametrize("note", ["afgevoerd maart 2018", "verkocht oktober 2017", "weg sinds juni 2018"])
def test_the_month_in_which_a_lot_left_is_no_other_remark(note: str) -> None:
    rows: Rows = [["Aantal", "Soort", "Jaar", "Opmerking"], [12, "tablet", 2013, note]]
    assert column(read(rows), "status") == ["disposed"]


def test_another_spelling_of_a_cards_label_is_the_same_label() -> None:
    rows: Rows = [
        ["Apparaat", "laptop"], ["Merk/type", "HP 250 G5"],
        ["Serienummer", "5CD1234567"], ["Aankoopdatum", "2016-01-04"],
        [],
        ["Apparaat", "laptop"], ["Merk/type", "HP 250 G5"], ["Serienr.", "5CD1234568"], ["Aangeschaft", "2017-01-09"],
        [],
        ["Apparaat", "tablet"], ["Merk/type", "iPad Air"], ["SN", "DMPQ1234ABCD"], ["Aanschaf", "2015-01-05"],
    ]  # fmt: skip
    reading = read(rows)
    assert column(reading, "serial") == ["5CD1234567", "5CD1234568", "DMPQ1234ABCD"]
    assert [day.year for day in reading.devices["purchased_earliest"]] == [2016, 2017, 2015]


@pytest.mark.parametrize(
    ("unit", "whole"),
    [("Prijs p.s.", "Totaal"), ("Prijs per stuk", "Bedrag incl. btw"), ("Stukprijs", "Totale kosten")],
)
def test_the_price_of_the_whole_lot_stands_in_where_that_of_one_is_missing(unit: str, whole: str) -> None:
    rows: Rows = [
        ["Aantal", "Artikel", whole, unit],
        [10, "HP 250 G5", 4000, 400],
        [5, "iPad Air", 2000, 400],
        [4, "HP 250 G5", 1800, None],
    ]
    reading = read(rows)
    assert column(reading, "price_cents") == [40000, 40000, 45000]
    assert problem_places(reading) == []


@pytest.mark.parametrize("heading", ["Subsidie (2017/2018)", "Extra ronde 2017-2018", "Noodaankoop 2017/2018"])
def test_a_year_under_whatever_name_its_round_had_ends_the_year_above_it(heading: str) -> None:
    rows: Rows = [
        ["Aantal", "Artikel", "Stukprijs"],
        ["2014/2015"], [8, "HP 250 G5", 400], [2, "HP 250 G5", 410],
        [heading], [5, "iPad Air", 390], [3, "iPad 2", 290],
    ]  # fmt: skip
    reading = read(rows)
    assert [day.year for day in reading.devices["purchased_earliest"]] == [2014, 2014, 2017, 2017]


@pytest.mark.parametrize("heading", ["Inhaalslag", "Uit de subsidiepot", "Extra"])
def test_a_heading_nobody_understands_ends_the_year_above_it_and_is_asked_about_once(heading: str) -> None:
    rows: Rows = [
        ["Aantal", "Artikel", "Stukprijs"],
        ["2014/2015"], [8, "HP 250 G5", 400], [2, "HP 250 G5", 410],
        [heading], [5, "iPad Air", 390], [3, "iPad 2", 290],
    ]  # fmt: skip
    reading = read(rows)
    assert column(reading, "purchased_precision") == ["school_year", "school_year", "unknown", "unknown"]
    assert problem_places(reading) == [(5, "row-unclear")]


def test_the_year_in_a_total_of_money_is_no_number_of_devices() -> None:
    rows: Rows = [
        ["Aantal", "Artikel", "Prijs", "Kosten"],
        ["2016"], [8, "HP 250 G5", 400, 3200], [None, "Totaal 2016", None, 3200],
    ]  # fmt: skip
    assert problem_places(read(rows)) == []


def test_what_was_bought_along_with_devices_is_none() -> None:
    rows: Rows = [
        ["Aantal", "Artikel", "Prijs"],
        [8, "HP 250 G5", 400], [8, "chrome licentie", 25], [1, "bezorgkosten", 20], [8, "garantieuitbreiding", 30],
    ]  # fmt: skip
    reading = read(rows)
    assert column(reading, "count") == [8]
    assert problem_places(reading) == []
    assert {row.why for row in reading.ignored_rows if row.row > 1} == {"no_device"}


@pytest.mark.parametrize("heading", ["HP 250 G5\n2016", "HP 250 G5 aangekocht 2016", "HP 250 G5 - 2016"])
def test_a_year_in_a_matrix_heading_is_when_its_devices_were_bought(heading: str) -> None:
    rows: Rows = [["Lokaal", heading, "iPad Air"], ["lokaal 1", 3, 4], ["lokaal 2", 5, 2], ["lokaal 3", 1, 6]]
    reading = read(rows)
    bought = zip(column(reading, "kind"), column(reading, "purchased_earliest"), strict=True)
    assert dict(bought) == {"laptop": date(2016, 1, 1), "tablet": None}


def test_the_number_of_a_model_is_no_month_before_its_year() -> None:
    rows: Rows = [["Lokaal", "iPad mini 2\n2014", "iPad 5\n2017"], ["lokaal 1", 3, 4], ["lokaal 2", 5, 2]]
    assert {day.isoformat()[5:] for day in read(rows).devices["purchased_earliest"]} == {"01-01"}


def test_a_ditto_mark_under_a_blank_repeats_the_blank() -> None:
    rows: Rows = [
        ["Merk/type", "Serienummer", "Aanschaf"],
        ["HP 250 G5", "5CD1234567", 2016], ["HP 250 G5", "5CD1234568", "idem"],
        ["iPad Air", "DMPQ1234ABCD", None], ["iPad Air", "DMPQ1234ABCE", "idem"],
    ]  # fmt: skip
    assert column(read(rows), "purchased_precision") == ["year", "year", "unknown", "unknown"]


def test_a_kind_that_contradicts_its_model_is_asked_about_once() -> None:
    rows: Rows = [
        ["Soort", "Model", "Serienummer"],
        ["desktop", "iPad Air", "DMPQ1234ABCD"],
        ["desktop", "iPad Air", "DMPQ1234ABCE"],
        ["laptop", "HP 250 G5", "5CD1234567"],
    ]  # fmt: skip
    reading = read(rows)
    assert problem_places(reading) == [(2, "kind-conflict-rows")]
    assert column(reading, "kind") == ["tablet", "tablet", "laptop"]
    answered = read(rows, answers={reading.open_problems[0].key: "kind_desktop"})
    assert column(answered, "kind") == ["desktop", "desktop", "laptop"]


@pytest.mark.parametrize("room", ["Directiekamer", "Docentenkamer", "Personeelsruimte"])
def test_a_room_for_staff_is_a_room(room: str) -> None:
    rows: Rows = [["Device", "Aantal"], ["Groep 3"], ["iPad Air", 8], [room], ["HP 250 G5", 2]]
    reading = read(rows)
    assert column(reading, "location") == ["Groep 3", room]
    assert column(reading, "level")[1] == "shared"


def test_a_sheet_named_after_the_stock_says_nothing_of_its_devices() -> None:
    here: Rows = [["Aantal", "Merk/type", "Groep"], [6, "iPad Air", "groep 3"]]
    reading = read([["leeg"]], Voorraad=here)
    assert column(reading, "status") == ["unknown"]


def test_a_legend_above_the_headings_heads_nothing() -> None:
    rows: Rows = [
        [None, None, None, None, "defect"],
        ["Merk/type", "Serienummer", "Aanschaf"],
        ["HP 250 G5", "5CD1234567", 2016], ["HP 250 G5", "5CD1234568", 2016],
    ]  # fmt: skip
    assert column(read(rows), "status") == ["unknown", "unknown"]


@pytest.mark.parametrize("name", ["Adviesprijzen", "Vervangingsplan", "Nog te bestellen"])
def test_a_sheet_of_prices_or_plans_holds_nothing_a_school_has(name: str) -> None:
    here: Rows = [["Aantal", "Merk/type", "Lokaal"], [6, "iPad Air", "lokaal 3"]]
    plans: Rows = [["Artikel", "Aantal", "Prijs"], ["iPad Air", 30, 400], ["laptop", 9, 500]]
    assert column(read(here, **{name: plans}), "count") == [6]


@pytest.mark.parametrize("text", ["½", "²", "①", "３"])
def test_no_text_in_a_heading_ends_the_reading(text: str) -> None:
    rows: Rows = [["Soort", text, "3", "4", "5"], ["tablets", 3, 4, 1, 2], ["laptops", 5, 2, 2, 1]]
    assert sum(read(rows).devices["count"]) > 0


def test_a_second_column_that_fills_the_gaps_of_the_first_is_read() -> None:
    rows: Rows = [
        ["Merk/type", "Serienummer", "S/N"],
        ["HP 250 G5", "5CD1234567", None],
        ["HP 250 G5", None, "5CD1234568"],
        ["iPad Air", "DMPQ1234ABCD", "DMPQ1234ABCD"],
    ]  # fmt: skip
    assert column(read(rows), "serial") == ["5CD1234567", "5CD1234568", "DMPQ1234ABCD"]


def test_a_second_column_that_contradicts_the_first_is_asked_about_once() -> None:
    rows: Rows = [
        ["Merk/type", "Serienummer", "S/N"],
        ["HP 250 G5", "5CD1234567", "5CD1234599"], ["HP 250 G5", "5CD1234568", "5CD1234598"],
    ]  # fmt: skip
    assert problem_places(read(rows)) == [(None, "column-differs")]


MOMENTS: Rows = [["Telmoment", "Laptops", "iPads"], ["1-10-2016", 10, 4], ["1-10-2017", 12, 5], ["1-10-2018", 11, 6]]


def test_what_was_there_at_several_moments_is_not_added_up() -> None:
    here: Rows = [["Soort", "Aantal"], ["digibord", 3]]
    reading = read(here, Stand=MOMENTS)
    assert [problem.code for problem in reading.open_problems] == ["sheet-moments"]
    assert column(reading, "count") == [3, 11, 6]
    counted = read(here, Stand=MOMENTS, answers={reading.open_problems[0].key: "moments_all"})
    assert sum(counted.devices["count"]) == 51


@pytest.mark.parametrize("heading", ["Devices", "Toestellen", "Hardware", "Apparaten"])
def test_a_heading_of_devices_over_numbers_says_how_many_there_are(heading: str) -> None:
    rows: Rows = [["Soort", "Merk", heading], ["tablet", "Apple", 12], ["laptop", "HP", 5], ["laptop", "Dell", 8]]
    assert column(read(rows), "count") == [12, 5, 8]


def test_a_number_written_as_text_is_a_number() -> None:
    rows: Rows = [["Soort", "Merk", "Bezit"], ["tablet", "Apple", "12"], ["laptop", "HP", "5"], ["laptop", "Dell", "8"]]
    assert column(read(rows), "count") == [12, 5, 8]


@pytest.mark.parametrize(
    ("heading", "yes", "no", "status"),
    [
        ("Uit dienst", "ja", "nee", "disposed"),
        ("Datum afgevoerd", date(2018, 3, 1), None, "disposed"),
        ("Gestolen", "x", None, "missing"),
        ("Afgevoerd op", "3-4-2018", "", "disposed"),
        ("REMOVED_DATE", "2018-04-03", None, "disposed"),
    ],
)
def test_a_column_of_what_has_gone_is_read(heading: str, yes: object, no: object, status: str) -> None:
    rows: Rows = [
        ["Merk/type", "Serienummer", heading],
        ["HP 250 G5", "5CD1234567", yes],
        ["HP 250 G5", "5CD1234568", no],
    ]
    reading = read(rows)
    assert column(reading, "status") == [status, "in_use"]
    assert column(reading, "purchased_precision") == ["unknown", "unknown"]


def test_a_day_to_come_has_not_taken_a_device_away() -> None:
    rows: Rows = [["Merk/type", "Serienummer", "Datum afvoer"], ["HP 250 G5", "5CD1234567", "1-8-2030"]]
    assert column(read(rows), "status") == ["in_use"]


def test_a_status_that_contradicts_the_day_a_device_left_is_asked_about() -> None:
    rows: Rows = [
        ["Merk/type", "Serienummer", "Status", "Afgevoerd op"],
        ["HP 250 G5", "5CD1234567", "in gebruik", "3-4-2018"],
    ]
    assert problem_places(read(rows)) == [(2, "status-conflict")]


@pytest.mark.parametrize("heading", ["Last seen", "Datum telling", "Laatste aanmelding", "Uitgiftedatum"])
def test_the_day_of_something_else_is_no_purchase(heading: str) -> None:
    rows: Rows = [
        ["Merk/type", "Serienummer", heading],
        ["HP 250 G5", "5CD1234567", "3-11-2018"],
        ["HP 250 G5", "5CD1234568", "4-11-2018"],
    ]
    assert column(read(rows), "purchased_precision") == ["unknown", "unknown"]


def test_a_serial_number_that_is_not_kept_is_said_to_be() -> None:
    numbers = ["*5CD1234561*", '="8939010102358481235"', "(5CD1234563)", "7,10235E+11", "5C", "nvt"]
    rows: Rows = [["Merk/type", "Serienummer"], *(["HP 250 G5", number] for number in numbers)]
    reading = read(rows)
    assert column(reading, "serial") == ["5CD1234561", "8939010102358481235", "5CD1234563", None, None, None]
    said = [(row, code) for row, code in problem_places(reading, "info") if code.startswith("serial")]
    assert said == [(5, "serial-damaged"), (6, "serial-unread")]


def test_the_kind_beside_a_model_is_read_under_whatever_heading() -> None:
    rows: Rows = [
        ["Model", "Type", "Serienummer"], ["Vostro 3671", "PC", "TK00001"], ["82TU", "Laptop", "TK00002"],
    ]  # fmt: skip
    assert column(read(rows), "kind") == ["desktop", "laptop"]
    assert problem_places(read(rows)) == []


def test_a_remark_that_names_devices_is_asked_about() -> None:
    rows: Rows = [
        ["Aantal", "Merk/type", "Lokaal"], [4, "iPad Air", "lokaal 1"], [5, "iPad 2", "lokaal 2"],
        ["Let op: in de kelder staan ook nog 6 laptops HP 250 G5"],
    ]  # fmt: skip
    assert problem_places(read(rows)) == [(4, "row-passed-over")]


LISTS: dict[str, Rows] = {
    "a flat list": [
        ["Lijst van school"], ["Merk/type", "Serienummer", "Naam", "Kleur hoes"],
        ["HP 250 G5", "5CD1234567", "Emma", "rood"], ["HP 250 G5", "5CD1234567", None, None], [None, None, "Tom", None],
    ],
    "lots": [["Aantal", "Soort"], ["5-8", "laptop"], [4, "tablet"], [9, "Totaal"]],
    "a matrix": [["Groep", "iPads", "Laptops", "lln"], ["groep 3", 3, "?", 24], ["groep 4", 5, 2, 25]],
    "cards": [
        ["Merk", "HP"], ["Type", "250 G5"], ["Serienummer", "5CD1234567"], [], ["Merk", "Apple"], ["Type", "iPad"],
    ],
    "sentences": [["Onze devices"], ["3 laptops in groep 5"], ["tien of twaalf tablets"], ["vragen? bel Tom"]],
    "lists beside each other": [
        ["Merk/type", "Serienummer", None, "Merk/type", "Serienummer"],
        ["HP 250 G5", "5CD1234567", None, "iPad Air", "DMPQ1234ABCD"],
        [None, None, None, "iPad Air", "DMPQ1234ABCE"],
    ],
}  # fmt: skip


@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_every_filled_cell_is_accounted_for(rows: Rows) -> None:
    reading = read(rows, Andere=[["Artikel", "Prijs"], ["offerte iPad", 400]])
    filled = sum(cell not in (None, "") for row in rows for cell in row) + 4
    assert reading.account.cells == filled
    assert reading.account.read > 0
    assert all(passed_over_why(why) for why in reading.account.passed_over)


def test_the_account_says_what_was_read_passed_over_and_asked() -> None:
    reading = read(LISTS["a flat list"])
    assert reading.account.read == 3
    assert reading.account.asked == 1
    assert reading.account.passed_over == {
        "header": 4, "title": 1, "names_people": 1, "not_a_device_field": 1, "note": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("5CD1234567", "row-beside-serial"),
        ("ook nog 3 iPads", "row-beside-device"),
        ("idem 4", "row-beside-device"),
        ("nee, stuk", "row-beside-state"),
        ("opgestuurd naar iFix", "row-beside-state"),
    ],
)
def test_a_cell_beside_the_counts_of_a_matrix_is_looked_at(cell: str, code: str) -> None:
    rows: Rows = [
        ["Groep", "Chromebooks", "iPads", "Bijzonder"],
        ["Groep 3", 5, 2, ""],
        ["Groep 4", 6, 1, cell],
        ["Groep 5", 4, 2, "blauw"],
    ]
    reading = read(rows)
    assert [(p.row, p.column, p.code) for p in reading.open_problems] == [(3, "D", code)]
    assert (reading.account.cells, reading.account.asked) == (15, 1)


def test_numbers_of_what_was_named_a_line_before_are_asked_about() -> None:
    rows: Rows = [
        ["In groep 5 staan 6 chromebooks van Acer uit 2016."],
        ["Groep 6 heeft er 8, dezelfde maar uit 2017."],
        ["Groep 7 heeft 10 chromebooks van Acer uit 2017."],
    ]
    assert problem_places(read(rows)) == [(2, "row-unclear")]


def test_what_is_passed_over_is_found_again_by_its_sheet_rows_and_columns() -> None:
    rows = [("Soort", "Merk", "Kleur"), ("laptop", "HP", "grijs"), ("tablet", "Apple", "zwart")]
    account = read(rows).account
    assert account.places["header"] == (CellPlaces("Lijst", rows=((1, 1),)),)
    assert account.places["not_a_device_field"] == (CellPlaces("Lijst", columns=("C",)),)
    assert set(account.places) == set(account.passed_over)


def test_a_sum_written_as_text_is_a_sum() -> None:
    rows: Rows = [["Aantal", "Omschrijving"], ["14", "Acer C740"], ["6", "HP 250 G5"], ["20", "apparaten in totaal"]]
    assert column(read(rows), "count") == [14, 6]
    assert problem_places(read(rows)) == []


def test_a_total_behind_each_row_passes_none_of_its_devices_over() -> None:
    rows: Rows = [
        ["lokaal", "chromebook", "laptops", "totaal"],
        ["Groep 3", 4, 3, 7],
        ["Groep 4", 9, 5, 14],
        ["Groep 5", 6, 6, 12],
    ]
    reading = read(rows)
    assert sum(reading.devices["count"]) == 33
    assert "total" not in reading.account.passed_over
    assert reading.account.read >= 9


def test_whom_a_device_is_for_is_passed_over_as_a_name_also_where_devices_stand_below_each_other() -> None:
    rows: Rows = []
    for serial, person in (("5CD1234567", "Els Bakker"), ("5CD1234568", "Jan Smit"), ("5CD1234569", "Ali Kaya")):
        rows += [["Apparaat", "laptop"], ["Merk", "HP"], ["Serienummer", serial], ["Gebruiker", person], [None, None]]
    reading = read(rows)
    assert len(reading.devices) == 3
    assert reading.account.passed_over["names_people"] == 3


@pytest.mark.parametrize(
    "line", [["Aantal: 3, waarvan 1 defect"], ["waarvan defect", 1], ["3 chromebooks, 1 in reparatie"]]
)
def test_a_line_above_a_list_that_says_how_many_are_broken_is_asked_where_no_row_says_so(line: list[object]) -> None:
    rows = [["Merk", "Model", "Serienummer"], *(["Acer", "C740", f"NXEF2EH00{n}534"] for n in (1, 2, 3))]
    assert problem_places(read([["Chromebooks groep 7"], line, [], *rows])) == [(2, "row-beside-state")]


def test_a_line_above_a_list_whose_rows_say_the_same_is_not_asked() -> None:
    rows = [["Merk", "Model", "Status"], ["Acer", "C740", "defect"], ["Acer", "C740", ""], ["Acer", "C740", ""]]
    assert problem_places(read([["Chromebooks, 1 defect"], [], *rows])) == []
