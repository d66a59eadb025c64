"""Lists that say how old devices are, and not when they were bought."""

from datetime import date

import pytest

from planning.core.text import Cell
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from planning.inventory.values.ages import asks_how_old, bought_at, read_age
from tests.inventory.lists import TODAY, column, problem_places, read
from tests.making import Rows, workbook

NEW_YEARS_EVE = date(2017, 12, 31)


def years(reading: Reading) -> list[int | None]:
    return [day.year if day else None for day in reading.devices["purchased_earliest"]]


def rows(heading: str, *above: str, ages: tuple[Cell, ...] = (2, 0)) -> Rows:
    listed: Rows = [["Soort", "Merk/model", "Aantal", heading]]
    devices: Rows = [["Chromebooks", "Acer C740", 20, ages[0]], ["Laptops", "HP ProBook 450", 9, ages[1]]]
    return [*([line] for line in above), *listed, *devices]


@pytest.mark.parametrize(
    ("cell", "bought"),
    [(2, 2015), ("2", 2015), ("2 jaar", 2015), (0, 2017), ("3 jr.", 2014), (2.5, 2015), ("18 mnd", 2016)],
)
def test_from_an_age_and_its_day_follows_the_year(cell: Cell, bought: int) -> None:
    age = read_age(cell)
    period = bought_at(age, NEW_YEARS_EVE) if age else None
    assert period
    assert (period.earliest, period.latest) == (date(bought, 1, 1), date(bought, 12, 31))


@pytest.mark.parametrize("cell", ["", "oud", "2016", 2016, "?", True, "groep 3"])
def test_what_tells_no_age_is_none(cell: Cell) -> None:
    assert read_age(1)  # which equals True
    assert read_age(cell) is None


@pytest.mark.parametrize("heading", ["Leeftijd (jaren)", "leeftijd in jaar", "Hoe oud?", "Ouderdom", "Age (years)"])
def test_a_heading_asks_how_old_devices_are(heading: str) -> None:
    assert asks_how_old(heading)
    assert years(read(rows(heading, "Peildatum: 31-12-2017"))) == [2015, 2017]
    assert column(read(rows(heading, "Peildatum: 31-12-2017")), "count") == [20, 9]


@pytest.mark.parametrize("heading", ["Leeftijd leerling", "Max. leeftijd", "Levensduur (jaren)", "Afschrijving (jr)"])
def test_a_heading_that_asks_how_old_something_else_is_tells_no_year(heading: str) -> None:
    assert years(read(rows(heading, "Peildatum: 31-12-2017"))) == [None, None]


@pytest.mark.parametrize(
    "listed",
    [
        rows("Leeftijd op 31-12-2017"),
        rows("Leeftijd (jaar)", "Leeftijd van onze apparatuur op 31-12-2017", "leeftijd in hele jaren"),
        rows("Leeftijd in 2017"),
        rows("Leeftijd (jaar)", "Inventaris december 2017"),
    ],
)
def test_the_day_of_the_ages_stands_in_their_heading_or_above_the_list(listed: Rows) -> None:
    reading = read(listed)
    assert years(reading) == [2015, 2017]
    assert problem_places(reading) == []


def test_the_name_of_the_file_may_tell_the_day_of_the_ages() -> None:
    content = workbook(rows("Leeftijd"), "Lijst")
    assert years(read_inventory(content, "stand-31-12-2017.xlsx", Guidance(TODAY))) == [2015, 2017]


def test_where_nothing_says_the_day_of_the_ages_a_person_does() -> None:
    reading = read(rows("Leeftijd"))
    assert problem_places(reading) == [(2, "purchase-age-day")]
    left_out = read(rows("Leeftijd"), answers={reading.open_problems[0].key: "value_unknown"})
    assert years(left_out) == [None, None]


def test_beside_the_day_of_purchase_an_age_says_nothing_more() -> None:
    listed: Rows = [
        ["Model", "Aantal", "Leeftijd", "Aanschaf"],
        ["Acer C740", 20, 2, 2014],
        ["HP 250 G5", 9, 1, 2016],
    ]
    assert years(read(listed)) == [2014, 2016]


def test_an_age_nobody_understands_is_no_purchase() -> None:
    reading = read(rows("Leeftijd", "Peildatum: 31-12-2017", ages=(2, "oud")))
    assert years(reading) == [2015, None]
    assert (4, "purchase-unknown") in problem_places(reading, "info")
