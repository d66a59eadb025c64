"""Papers that came with devices, a form above the lines: the day they name is that of the purchase."""

from datetime import date

import pytest

from planning.inventory.recognise.layouts.lines_above import lines_above
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

LINES: Rows = [
    ["Aantal", "Art.", "Omschrijving", "Prijs p/st excl. btw", "Bedrag excl. btw"],
    [34, "CB-N23", "Lenovo N23 Chromebook", 231.4, 7867.6],
    [5, "HP-250G6", "HP 250 G6 laptop", 455, 2275],
    [1, "VRZ", "Verzendkosten", 25, 25],
    ["", "", "", "Subtotaal", 10167.6],
    ["", "", "", "btw 21%", 2135.2],
    ["", "", "", "Totaal", 12302.8],
]


@pytest.mark.parametrize(
    "form",
    [
        [["", "", "FACTUUR"], ["Klant:", "PCBS De Horst", "", "Factuurdatum:", "22-08-2017"]],
        [["", "", "Factuur"], ["Datum", date(2017, 8, 22), "", "Klantnr", 40412]],
        [["Factuurnummer", "Factuurdatum", "Vervaldatum"], ["F17-20931", "22-08-17", "21-09-17"]],
        [["Orderdatum:", "1-8-2017"], ["Leverdatum:", "22-08-2017"], ["Factuurdatum:", "25-08-2017"]],
        [["Factuurdatum: 22-08-17"]],
    ],
)
def test_the_day_on_a_bill_is_that_of_the_purchase_wherever_its_label_stands(form: Rows) -> None:
    reading = read([*form, [], *LINES])
    assert column(reading, "count") == [34, 5]
    assert {str(day) for day in column(reading, "purchased_earliest")} == {"2017-08-22"}
    assert problem_places(reading) == [], "money below a bill is no device"


def test_the_day_on_which_a_list_was_made_is_no_purchase() -> None:
    reading = read([["Overzicht ICT"], ["Datum:", "22-08-2017"], [], *LINES])
    assert set(column(reading, "purchased_earliest")) == {None}


def test_a_label_without_a_day_stays_as_it_stands() -> None:
    assert lines_above([["Leverdatum:", "volgt nog", "Ref"]]) == ["Leverdatum:", "volgt nog", "Ref"]


def test_discount_and_tax_in_the_column_of_the_devices_are_none() -> None:
    rows: Rows = [["Aantal", "Omschrijving", "Bedrag"], [34, "Lenovo N23", 7854], [3, "HP 250 G6", 1365]]
    rows += [["", "Korting 5%", -460], ["", "btw 21%", 1839], ["", "Te betalen", 10598]]
    reading = read(rows)
    assert column(reading, "count") == [34, 3]
    assert problem_places(reading) == []
