"""Sheets set aside: what was offered or drawn is not what a school has."""

import pytest

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from tests.inventory.lists import TODAY, column, read
from tests.making import Rows, workbook

LIST: Rows = [["Artikel", "Aantal", "Lokaal"], ["HP 250 G5", 10, "groep 7"]]
OFFER: Rows = [
    ["Offerte 2018-0417"],
    ["Artikel", "Aantal", "Prijs per stuk", "Totaal"],
    ["HP 250 G5", 30, 399, 11970],
    ["Deze offerte is 30 dagen geldig."],
]


def test_an_offer_beside_a_list_is_set_aside_and_can_still_be_read() -> None:
    reading = read(LIST, Blad2=OFFER)
    assert [(sheet.sheet, sheet.why) for sheet in reading.sheets] == [("Lijst", "device_list"), ("Blad2", "price_list")]
    assert column(reading, "count") == [10]
    assert [offer.layout for offer in reading.sheets[1].offers] == ["lots"]
    chosen = read_inventory(workbook(LIST, Blad2=OFFER), "lijst.xlsx", Guidance(TODAY, layouts={"Blad2": "lots"}))
    assert column(chosen, "count") == [10, 30]


def test_a_list_with_prices_that_says_where_its_devices_are_is_read_whatever_it_is_called() -> None:
    rows = [["Artikel", "Aantal", "Prijs", "Lokaal"], ["HP 250 G5", 10, 399, "groep 7"]]
    assert read(LIST, Prijslijst=rows).sheets[1].used


def test_a_list_with_only_counts_and_prices_is_read_where_nothing_calls_it_an_offer() -> None:
    assert column(read([["Artikel", "Aantal", "Prijs"], ["HP 250 G5", 10, 399]]), "count") == [10]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        (
            "plattegrond",
            [["", "Begane grond"], ["Lokaal 1", "", "gang", "", "Lokaal 2"], ["12 laptops", "", "digibord"]],
        ),
        ("leerlingen", [["Groep", "Aantal leerlingen", "Leerkracht"], ["groep 3", 24, "Emma Smit"], ["groep 4", 28]]),
        ("aantekeningen", [["Bellen over garantie chromebooks"], ["3 ipads terug naar leverancier brengen?"]]),
        ("contact", [["Naam", "Telefoon", "Functie"], ["Emma Smit", "0612345678", "ICT"]]),
        ("licenties", [["Pakket", "Aantal licenties", "Verloopt"], ["Office 365", 25, "31-7-2019"]]),
    ],
)
def test_sheets_of_something_else_are_no_lists(name: str, rows: Rows) -> None:
    reading = read(LIST, **{name: rows})
    assert [sheet.used for sheet in reading.sheets] == [True, False]
    assert column(reading, "count") == [10]


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("Bestellijst", [["Artikel", "Geleverd", "Datum levering"], ["Asus C213", 15, "19-2-2018"]]),
        ("Offerte A", [["st", "artikel", "p/st", "gecheckt"], [20, "HP Chromebook 11 G5 EE", 245, "ok"]]),
    ],
)
def test_what_the_list_itself_says_came_is_there_whatever_its_sheet_is_called(name: str, rows: Rows) -> None:
    reading = read(LIST, **{name: rows})
    assert column(reading, "row") == [2, 2]
    assert not any(problem.code == "sheet-name-unclear" for problem in reading.problems)


def test_what_was_not_chosen_is_not_there() -> None:
    rows: Rows = [["st", "artikel", "p/st"], [24, "iPad 5e gen", 339]]
    assert read(LIST, **{"niet gekozen": rows}).sheets[1].why == "wishes"
