"""What stands in a list of devices and is none of it: screens, logs, plans, wishes, rent and what comes along."""

from datetime import date

import pytest

from planning.core.text import Cell
from planning.inventory.values.lines import read_line
from planning.inventory.values.no_devices import names_no_device
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

LAPTOPS: Rows = [
    ["code", "merk", "model", "toestand", "klas", None, "REPARATIES datum", "code", "klacht", "klaar"],
    ["LT01", "HP", "ProBook 430 G2", "goed", "groep 6", None, date(2017, 10, 3), "LT04", "scherm gebarsten", "ja"],
    ["LT02", "HP", "ProBook 430 G2", "goed", "groep 7", None, date(2017, 11, 14), "LT03", "moederbord kapot", "nee"],
    ["LT03", "HP", "ProBook 430 G2", "stuk", "groep 8"],
    ["LT04", "HP", "ProBook 430 G2", "goed", "groep 8"],
]


def test_a_log_beside_a_list_is_of_no_device_on_its_row() -> None:
    reading = read(LAPTOPS)
    assert column(reading, "status") == ["in_use", "in_use", "broken", "in_use"]
    assert problem_places(reading) == []


def test_columns_behind_a_blank_one_that_are_of_their_own_row_are_read() -> None:
    rows: Rows = [
        ["code", "merk", "model", None, "sticker", "opmerking"],
        ["LT01", "HP", "ProBook 430 G2", None, "LT01", "kapot"],
        ["LT02", "HP", "ProBook 430 G2", None, "LT02", ""],
    ]
    assert column(read(rows), "status") == ["broken", "in_use"]


def test_a_kind_among_the_labels_of_devices_is_that_of_its_row() -> None:
    rows: Rows = [
        ["Computerlokaal en pc-eilandjes"],
        ["Nummers", "Aantal", "Merk", "Type", "Gekocht"],
        ["PC01 t/m PC12", 12, "HP", "Compaq 6000", 2010],
        ["PC13 t/m PC26", 14, "Dell", "XZ 14", 2014],
        ["Beeldschermen", 36, "Philips", "21 inch", 2014],
    ]
    assert column(read(rows), "kind") == ["desktop", "desktop", "other"]


@pytest.mark.parametrize("title", ["Wensen voor 2018-2019", "Nog te bestellen", "Verlanglijstje"])
def test_devices_wished_for_below_a_list_are_not_there(title: str) -> None:
    rows: Rows = [
        ["Aantal", "Apparaat", "Merk", "Jaar"],
        [28, "chromebook", "Dell 3180", 2017],
        [12, "tablet", "Samsung Tab A", 2016],
        [],
        [title],
        ["Aantal", "Apparaat", "Merk", "Schatting"],
        [24, "chromebook", "nog kiezen", "€ 6.500"],
    ]
    assert column(read(rows), "count") == [28, 12]


@pytest.mark.parametrize("year", [(2018, 2019, 2020), ("2018/2019", "2019/2020", "2020/2021"), ("Begroting 2018",) * 3])
def test_what_is_to_be_spent_in_a_year_is_no_price(year: tuple[Cell, ...]) -> None:
    rows: Rows = [
        ["Omschrijving", "Aantal", "Aanschafjaar", *year],
        ["Chromebooks Acer C730", 28, 2014, 7560, "", ""],
        ["Chromebooks Lenovo N22", 45, 2016, "", 12150, ""],
        ["iPads Air 2", 3, 2015, "", 1800, ""],
        ["Investering per jaar", "", "", 7560, 13950, ""],
    ]
    assert set(column(read(rows), "price_cents")) == {None}


@pytest.mark.parametrize(
    "text", ["huur kopieermachine 1e kwartaal", "lease laptops termijn 3", "onderhoud digiborden maart"]
)
def test_what_is_paid_for_a_stretch_of_time_is_no_device(text: str) -> None:
    assert names_no_device(text)


@pytest.mark.parametrize("text", ["lease laptops", "huur chromebooks", "gehuurde printer"])
def test_what_a_school_rents_is_a_device(text: str) -> None:
    assert not names_no_device(text)


@pytest.mark.parametrize(
    ("text", "lots"),
    [
        ("1 laadkar voor 20 stuks", [("charging_cart", "1")]),
        ("laadkast voor 20 chromebooks", [("charging_cart", "1")]),
        ("2 laadkarren voor max. 30 laptops", [("charging_cart", "2")]),
        ("laadkar met 20 chromebooks", [("charging_cart", "1"), ("chromebook", "20")]),
    ],
)
def test_what_fits_in_a_cart_need_not_be_there(text: str, lots: list[tuple[str, str]]) -> None:
    assert [(lot.kind, lot.count) for lot in read_line(text).lots] == lots


@pytest.mark.parametrize("none", ["n.v.t.", "geen", "-"])
def test_a_room_without_one_of_two_devices_leaves_nothing_to_ask(none: str) -> None:
    rows: Rows = [
        ["", "DIGIBORD", "", "BEAMER", ""],
        ["Lokaal", "merk", "jaar", "merk", "jaar"],
        ["lokaal 1", "SMART", 2010, "Epson", 2010],
        ["lokaal 2", "SMART", 2010, "NEC", 2014],
        ["lokaal 3", "Prowise", 2016, none, ""],
    ]
    reading = read(rows)
    assert sorted(map(str, column(reading, "kind"))) == ["interactive_board"] * 3 + ["projector"] * 2
    assert problem_places(reading) == []


def test_what_was_ordered_along_with_devices_is_not_asked_about_for_its_order_number() -> None:
    rows: Rows = [
        ["Ordernummer", "Orderdatum", "Omschrijving", "Aantal", "Orderstatus"],
        ["HV1400812", date(2014, 8, 25), "Acer TravelMate B115 notebook", 10, "Geleverd"],
        ["HV1400812", date(2014, 8, 25), 'Notebooktas 11,6" zwart', 10, "Geleverd"],
    ]
    reading = read(rows, sheet="Bestelhistorie")
    assert column(reading, "count") == [10]
    assert problem_places(reading) == []


def test_a_note_on_what_was_not_counted_is_no_device() -> None:
    rows: Rows = [
        ["wat", "merk", "aant."],
        ["laptop", "HP", 6],
        ["kopieerapp.", "Canon", 1],
        [],
        ["Koptelefoons niet meegeteld."],
    ]
    assert column(read(rows), "kind") == ["laptop", "printer"]
    assert problem_places(read(rows)) == []
