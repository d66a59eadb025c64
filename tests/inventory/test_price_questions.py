"""Prices that no school pays are asked about, once for a list."""

import pytest

from planning.inventory.reading import Reading
from tests.inventory.lists import column, problem_places, read

HEADER = ["Soort", "Merk", "Serienummer", "Aantal", "Prijs"]
LOST_COMMA = [
    HEADER,
    ["chromebook", "HP", "5CD1234561", 1, 27900],
    ["laptop", "HP", "5CD1234562", 1, 58950],
    ["tablet", "Apple", "DMPJ1QX9DKPH", 1, 2500],
]
QUESTION = "Lijst!E2:price-implausible"


def priced(kind: str, price: object) -> Reading:
    rows = [["laptop", "HP", f"5CD765432{n}", 1, 589] for n in range(3)]
    return read([HEADER, [kind, "HP", "5CD1234561", 1, price], *rows])


def test_where_most_prices_are_too_high_none_of_the_list_is_kept_until_a_person_says() -> None:
    reading = read(LOST_COMMA)
    assert problem_places(reading) == [(2, "price-implausible")]
    assert column(reading, "price_cents") == [None, None, None]


@pytest.mark.parametrize(
    ("answer", "cents"),
    [("price_hundredth", [279_00, 589_50, 25_00]), ("price_stands", [27900_00, 58950_00, 2500_00])],
)
def test_the_answer_holds_for_all_prices(answer: str, cents: list[int]) -> None:
    reading = read(LOST_COMMA, answers={QUESTION: answer})
    assert reading.open_problems == ()
    assert column(reading, "price_cents") == cents


def test_one_price_too_high_among_others_is_asked_alone() -> None:
    reading = priced("chromebook", 27900)
    assert problem_places(reading) == [(2, "price-implausible")]
    assert column(reading, "price_cents") == [None, 589_00, 589_00, 589_00]


@pytest.mark.parametrize(
    ("kind", "price"), [("digibord", 4800), ("printer", 9500), ("laptop", 2400), ("server", 12000)]
)
def test_a_price_that_may_be_is_not_asked(kind: str, price: int) -> None:
    assert "price-implausible" not in {problem.code for problem in priced(kind, price).problems}


def test_what_a_lot_costs_together_is_shared_before_it_is_held_against_a_price() -> None:
    rows = [["Soort", "Merk", "Aantal", "Totaalprijs"], ["chromebook", "HP", 60, 16740], ["laptop", "HP", 2, 60000]]
    reading = read(rows)
    assert problem_places(reading) == [(3, "price-implausible")]
    assert column(reading, "price_cents") == [279_00, None]
    answered = read(rows, answers={"Lijst!D3:price-implausible": "price_hundredth"})
    assert column(answered, "price_cents") == [279_00, 300_00]


def test_a_serial_number_that_excel_cut_short_is_said() -> None:
    rows = [HEADER, ["laptop", "HP", "9,87654E+11", 1, 400], ["laptop", "HP", "5CD1234561", 1, 400]]
    assert (2, "serial-damaged") in problem_places(read(rows), "info")


def test_a_column_that_only_numbers_its_rows_is_told_of_once() -> None:
    rows = [["Soort", "Merk", "Serienummer"], *(["laptop", "HP", n] for n in range(1, 9))]
    assert [problem.code for problem in read(rows).problems].count("serial-unread") == 1


def test_a_price_nobody_sells_for_is_asked_and_not_kept() -> None:
    reading = priced("chromebook", 2.79)
    assert problem_places(reading) == [(2, "price-too-low")]
    assert column(reading, "price_cents") == [None, 589_00, 589_00, 589_00]


def test_a_comma_that_stands_wrong_is_one_answer_for_all_prices() -> None:
    rows = [HEADER, *(["laptop", "HP", f"5CD765432{n}", 1, 5.89] for n in range(3))]
    reading = read(rows, answers={"Lijst!E2:price-too-low": "price_hundredfold"})
    assert column(reading, "price_cents") == [589_00] * 3


def test_a_cable_may_cost_little() -> None:
    assert problem_places(priced("accesspoint", 9.5)) == []


def sold(customer: str) -> Reading:
    return read(
        [
            [customer, "Leverdatum", "Artikelomschrijving", "Serienummer", "Verkoopprijs"],
            ["61204", "06-09-2016", "HP Chromebook 11 G4", "5CD9689LQY", "251,00"],
            ["61204", "06-09-2016", "HP Chromebook 11 G4", "5CD8881UWN", "251,00"],
        ]
    )


@pytest.mark.parametrize("customer", ["Klantnr", "Debiteur", "Customer"])
def test_what_a_supplier_sold_devices_for_is_their_price(customer: str) -> None:
    assert column(sold(customer), "price_cents") == [251_00, 251_00]
    assert problem_places(sold(customer)) == []


def test_what_a_school_sold_devices_for_is_not_their_price() -> None:
    assert column(sold("Lokaal"), "price_cents") == [None, None]


def test_amounts_that_are_added_up_below_are_of_the_whole_lot() -> None:
    rows = [
        ["aantal", "wat", "betaald", "van welk potje"],
        [2, "Smartboard 480", 5450, "reserve"],
        [4, "Dell Optiplex 390", 1500, "lumpsum"],
        [None, "samen", 6950],
    ]
    reading = read(rows)
    assert column(reading, "price_cents") == [272500, 37500]
    assert column(reading, "status") == ["unknown", "unknown"], "out of which money it was paid is no state"
