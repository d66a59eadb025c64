"""What a cell says besides the value of its column is read, asked or told of: in every field, whatever the words."""

from collections.abc import Mapping
from typing import Final

import pytest

from planning.inventory.reading import Reading
from planning.inventory.values.beside import price_and_rest, rest_of_device, rest_of_place, serial_and_rest
from planning.inventory.values.parts_said import numbers_of_devices
from tests.inventory.lists import column, problem_places, read

HEADINGS: Final = {
    "kind": "Soort", "brand": "Merk", "model": "Model", "serial": "Serienummer", "purchased": "Aanschafdatum",
    "price": "Prijs per stuk", "location": "Lokaal", "audience": "Doelgroep",
}  # fmt: skip
PLAIN: Final = {
    "kind": "Chromebook", "brand": "HP", "model": "11 G5", "serial": "5CD7123AB", "purchased": "2017",
    "price": "249", "location": "lokaal 4", "audience": "leerlingen",
}  # fmt: skip


def with_words(name: str, words: str) -> Reading:
    """Three devices, of which the last has words behind one of its values."""
    rows = [[value + (str(n) if field == "serial" else "") for field, value in PLAIN.items()] for n in range(3)]
    rows[2][list(PLAIN).index(name)] += f" {words}"
    return read([list(HEADINGS.values()), *rows])


@pytest.mark.parametrize("words", ["kapot", "(defect)", "doet het niet"])
@pytest.mark.parametrize("name", PLAIN)
def test_a_state_behind_any_value_holds(name: str, words: str) -> None:
    reading = with_words(name, words)
    assert column(reading, "status")[2] == "broken"
    assert column(reading, "serial") == ["5CD7123AB0", "5CD7123AB1", "5CD7123AB2"]
    assert column(reading, "price_cents") == [24900] * 3
    assert {str(day) for day in column(reading, "purchased_earliest")} == {"2017-01-01"}


@pytest.mark.parametrize("words", ["bolt op", "uit de running", "zwabbert"])
@pytest.mark.parametrize("name", ["kind", "serial", "purchased", "price", "location", "audience"])
def test_words_nobody_knows_behind_a_value_are_asked(name: str, words: str) -> None:
    assert [row for row, _ in problem_places(with_words(name, words))] == [4]


@pytest.mark.parametrize("name", ["kind", "serial", "price", "location", "audience"])
def test_a_question_mark_behind_a_value_is_asked(name: str) -> None:
    assert [row for row, _ in problem_places(with_words(name, "?"))] == [4]


def test_a_question_mark_is_asked_once_for_its_column() -> None:
    rows = [["Soort", "Serienummer", "Lokaal"], *(["laptop", f"5CD712345{n}", "lokaal 4 ?"] for n in range(4))]
    reading = read(rows)
    assert problem_places(reading) == [(2, "location-doubted")]
    assert [code for _, code in problem_places(reading, "info") if code == "location-as-row"] == ["location-as-row"] * 3
    without = read(rows, answers={reading.open_problems[0].key: "value_unknown"})
    assert column(without, "location") == [None] * 4
    assert without.open_problems == ()


def test_a_year_behind_a_place_is_asked_where_nothing_else_says_when() -> None:
    rows = [["Soort", "Serienummer", "Lokaal", "Aanschaf"], ["laptop", "5CD7123450", "lokaal 4 2016", ""]]
    reading = read(rows)
    assert problem_places(reading) == [(2, "purchase-beside")]
    answered = read(rows, answers={reading.open_problems[0].key: "years_bought"})
    assert str(column(answered, "purchased_latest")[0]) == "2016-12-31"


def test_remarks_in_words_nobody_knows_are_one_question_that_can_be_taken_apart() -> None:
    remarks = ("uit de running", "scherm flikkert", "toets H eraf")
    rows = [["Soort", "Serienummer", "Opmerking"], *(["laptop", f"5CD712345{n}", r] for n, r in enumerate(remarks))]
    reading = read(rows)
    assert problem_places(reading) == [(2, "note-words")]
    key = reading.open_problems[0].key
    assert read(rows, answers={key: "as_is"}).open_problems == ()
    apart = read(rows, answers={key: "one_by_one"})
    assert [(p.row, p.code) for p in apart.open_problems] == [(row, "note-unclear") for row in (2, 3, 4)]


@pytest.mark.parametrize("heading", ["Bedrag", "Kosten", "Totaal"])
def test_amounts_of_whole_rows_are_shared_by_their_devices(heading: str) -> None:
    rows = [
        ["Datum", "Omschrijving", "Stuks", heading],
        ["1-9-2016", "Asus Chromebook C202SA", 10, 2690],
        ["1-9-2017", "Asus Chromebook C202SA", 15, 3885],
    ]
    reading = read(rows)
    assert column(reading, "price_cents") == [26900, 25900]
    assert problem_places(reading) == []


def test_whether_an_amount_is_of_a_row_or_of_one_device_is_asked_where_both_can_be() -> None:
    rows = [["Omschrijving", "Stuks", "Bedrag"], ["Asus Chromebook C202SA", 3, 600], ["Acer C740", 2, 500]]
    reading = read(rows)
    assert problem_places(reading) == [(2, "price-each-or-lot")]
    answers: Mapping[str, list[int | None]] = {
        "price_unknown": [None, None], "price_of_each": [60000, 50000], "price_of_lot": [20000, 25000],
    }  # fmt: skip
    for answer, prices in answers.items():
        assert column(read(rows, answers={reading.open_problems[0].key: answer}), "price_cents") == prices


def test_amounts_that_are_added_up_are_of_whole_rows() -> None:
    rows = [["Omschrijving", "Stuks", "Bedrag"], ["Acer C740", 3, 600], ["Acer C740", 2, 500], ["Totaal", "", 1100]]
    reading = read(rows)
    assert column(reading, "price_cents") == [20000, 25000]
    assert problem_places(reading) == []


@pytest.mark.parametrize("heading", ["Besteld bij", "Gekocht via", "Geleverd door"])
def test_a_shop_is_neither_a_place_nor_a_day(heading: str) -> None:
    reading = read([["Apparaat", "Aantal", heading, "Jaar"], ["Acer C740", 5, "Heutink", 2016]])
    assert column(reading, "location") == [None]
    assert str(column(reading, "purchased_latest")[0]) == "2016-12-31"
    assert problem_places(reading) == []


def test_what_is_over_the_list_says_when_whose_and_with_what_vat() -> None:
    reading = read([["Laptops team, prijzen excl. btw"], ["Merk en type", "Serienummer", "Prijs"],
                    ["HP 250 G5", "5CD1234567", 400]])  # fmt: skip
    assert column(reading, "audience") == ["staff"]
    assert column(reading, "price_vat") == ["excluded"]
    titled = read([["iPads aangeschaft in 2017"], ["Serienummer", "Groep"], ["DMPT1XX1HLF9", "1"]])
    assert column(titled, "kind") == ["tablet"]
    assert str(column(titled, "purchased_earliest")[0]) == "2017-01-01"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("eentje met kapotte toetsen", (1,)), ("1 wel, 1 niet", (1, 1)), ("ja, op één na", (1,)),
        ("in groep 5 en 6", ()), ("16 GB, 14 inch", ()), ("verdeeld over 2 karren", ()), ("gekocht in 2017", ()),
        ("€ 249 per stuk", ()), ("1 op 2 leerlingen", ()), ("twee opladers erbij", ()),
    ],
)  # fmt: skip
def test_numbers_of_a_remark_count_devices_or_something_else(text: str, found: tuple[int, ...]) -> None:
    assert numbers_of_devices(text) == found


def test_each_reader_gives_back_what_is_not_its_own() -> None:
    assert serial_and_rest("5CD7123ABC 2 defect") == ("5CD7123ABC", "2 defect")
    assert serial_and_rest("NX ABC 123") == ("NX ABC 123", "")
    assert price_and_rest("€ 300 (tweedehands)")[1] == "(tweedehands)"
    assert rest_of_device("HP ProBook 450 G9 kapot") == ("kapot", "")
    assert rest_of_device("Acer C740 (uit de running)") == ("", "uit de running")
    assert rest_of_device("HP 250 G5 i5 8GB 256 SSD") == ("", "")
    assert rest_of_place("groep 7/8") == rest_of_place("in de kast") == ""
