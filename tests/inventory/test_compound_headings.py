"""Titles and headings that say several things at once: where devices stand, what they are and when they were bought."""

from datetime import date

import pytest

from planning.inventory.recognise.sections import of_heading
from tests.inventory.lists import column, problem_places, read
from tests.making import Rows

HEADINGS: Rows = [
    ["nr.", "serienummer", "opmerking"],
]
CASES: Rows = [
    ["Koffer 1 (rood) – iPad 2, aangeschaft oktober 2012"],
    *HEADINGS,
    [1, "DMPL21G0LEAS", ""],
    [2, "DMPT59R9MGMH", "kapot"],
    [],
    ["Koffer 2 (groen) – iPad 2017, aangeschaft augustus 2017"],
    *HEADINGS,
    [1, "DMPQ90Z2WTVJ", ""],
]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "Koffer 3 (groen) – iPad 2017, aangeschaft augustus 2017",
            {"purchased": "augustus 2017", "location": "Koffer 3 (groen)", "brand_and_model": "iPad 2017"},
        ),
        (
            "Kar A – Chromebook Acer C740 – gekocht op 21-09-2015",
            {"purchased": "21-09-2015", "location": "Kar A", "brand_and_model": "Chromebook Acer C740"},
        ),
        ("Laptopkar 1: HP 11 G5", {"location": "Laptopkar 1", "brand_and_model": "HP 11 G5"}),
        ("groep 7, chromebooks", {"location": "groep 7", "kind": "chromebooks"}),
        ("iPad 2017", {}),
    ],
)
def test_each_part_of_a_heading_says_its_own(text: str, says: dict[str, str]) -> None:
    assert of_heading(text) == says


def test_headings_over_serial_numbers_tell_all_of_what_stands_below_them() -> None:
    reading = read(CASES)
    assert column(reading, "serial") == ["DMPL21G0LEAS", "DMPT59R9MGMH", "DMPQ90Z2WTVJ"]
    assert column(reading, "model") == ["iPad 2", "iPad 2", "iPad (5e generatie)"]
    assert column(reading, "location") == ["Koffer 1 (rood)", "Koffer 1 (rood)", "Koffer 2 (groen)"]
    assert column(reading, "purchased_earliest") == [date(2012, 10, 1), date(2012, 10, 1), date(2017, 8, 1)]
    assert problem_places(reading) == []


@pytest.mark.parametrize("bought", ["gekocht op 21-09-2015", "aangeschaft 21/9/2015", "geleverd op 2015-09-21"])
def test_a_title_that_says_when_devices_were_bought_shows_no_day_of_the_list(bought: str) -> None:
    title = f"Kar A – Chromebook Acer C740 – {bought}"
    reading = read([[title], *HEADINGS, [1, "NXGZXEH622B3", ""], [2, "NXGZXEH622C4", "stuk"]], sheet="Blad1")
    assert column(reading, "purchased_earliest") == [date(2015, 9, 21)] * 2
    assert column(reading, "location") == ["Kar A"] * 2
    assert column(reading, "model") == ["Chromebook 11 C740"] * 2
    assert reading.stated_date is None


def test_a_model_a_row_names_goes_before_that_of_its_heading() -> None:
    rows: Rows = [
        ["Soort", "Model", "Aantal"],
        ["Kar A – Chromebook Acer C740"],
        ["chromebook", "Lenovo N23", 4],
        ["chromebook", "", 5],
    ]
    assert column(read(rows), "model") == ["N23 Chromebook", "Chromebook 11 C740"]
