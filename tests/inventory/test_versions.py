"""Sheets that tell of devices again: earlier versions, copies, logs, and parts of another list."""

import pytest

from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

HEAD = ["Soort", "Merk / type", "Aantal", "Jaar"]
NOW: Rows = [["chromebook", "Acer C740", 10, 2015], ["laptop", "Lenovo L450", 9, 2015], ["tablet", "iPad Air", 8, 2014]]
BEFORE: Rows = [
    ["chromebook", "Acer C740", 12, 2015],
    ["laptop", "Lenovo L450", 9, 2015],
    ["tablet", "iPad Air", 9, 2014],
]
SERIALS: Rows = [
    ["Nr", "Apparaat", "Serienummer", "Toestand"],
    ["C01", "Chromebook Acer", "NXGVFEH00384", "oke"],
    ["C02", "Chromebook Acer", "NXGVFEH00999", "bij leverancier"],
    ["L01", "Laptop Lenovo", "RF3KQBSF", "oke"],
]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (("2017", "stand per 1 oktober 2017"), ("2018", "stand per 1 oktober 2018")),
        (("jan", "Inventaris januari 2017"), ("dec", "Inventaris december 2017")),
        (("Lijst (2)", "Onze apparaten"), ("Lijst", "Onze apparaten")),
        (("oud", ""), ("nieuw", "")),
    ],
)
def test_only_the_last_version_of_a_list_is_read(earlier: tuple[str, str], later: tuple[str, str]) -> None:
    reading = read([[later[1]], HEAD, *NOW], sheet=later[0], **{earlier[0]: [[earlier[1]], HEAD, *BEFORE]})
    assert column(reading, "count") == [10, 9, 8]
    assert [sheet.why for sheet in reading.sheets] == ["device_list", "earlier_version"]
    assert problem_places(reading) == []


def test_in_a_series_of_years_a_short_version_is_one_as_well() -> None:
    years: dict[str, Rows] = {"2016": [HEAD, *BEFORE[:2]], "2017": [HEAD, *BEFORE]}
    reading = read([HEAD, *NOW], sheet="2018", **years)
    assert column(reading, "count") == [10, 9, 8]
    assert [sheet.why for sheet in reading.sheets] == ["device_list", "earlier_version", "earlier_version"]


def test_purchases_of_one_year_after_the_other_are_no_versions() -> None:
    other: Rows = [
        ["chromebook", "HP 11 G5", 12, 2017],
        ["laptop", "HP 250", 4, 2017],
        ["tablet", "iPad 2018", 3, 2017],
    ]
    reading = read([HEAD, *NOW], sheet="2016", **{"2017": [HEAD, *other]})
    assert sum(reading.devices["count"]) == 46


@pytest.mark.parametrize("numbers", [["Toestel", "Serie"], ["Toestel", "Zaak"]])
def test_a_log_of_repairs_names_devices_of_another_sheet(numbers: list[str]) -> None:
    log = [
        ["Datum", *numbers, "Klacht", "Kosten"],
        ["2019-02-04", "C02", "NXGVFEH00999" if numbers[1] == "Serie" else "", "Laadt niet op", 45],
        ["2019-03-08", "L01", "RF3KQBSF" if numbers[1] == "Serie" else "", "Scherm barst", ""],
    ]
    reading = read(SERIALS, Reparaties=log)
    assert column(reading, "kind") == ["chromebook", "chromebook", "laptop"]
    assert problem_places(reading) == []


def test_a_part_of_a_list_on_a_sheet_of_its_own_is_not_counted_again() -> None:
    part = [["Apparaat", "Serienummer"], ["Chromebook Acer", "NXGVFEH00384"], ["Laptop Lenovo", "RF3KQBSF"]]
    reading = read(SERIALS, **{"Voor groep 7": part})
    assert len(column(reading, "serial")) == 3
    assert problem_places(reading) == []


def test_among_sheets_of_rooms_one_is_of_a_room_whatever_it_is_called() -> None:
    rows = [HEAD, ["laptop", "HP 250 G5", 2, 2016]]
    reading = read(rows, sheet="Klas 1", Teamkamer=rows, Handwerkzaal=rows)
    assert column(reading, "location") == ["Klas 1", "Teamkamer", "Handwerkzaal"]


def test_wishes_beside_a_list_are_not_read() -> None:
    reading = read([HEAD, *NOW], Verlanglijst=[HEAD, ["chromebook", "HP 11A G8", 20, 2020]])
    assert sum(reading.devices["count"]) == 27
    assert problem_places(reading) == []
