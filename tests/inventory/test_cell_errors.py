"""Cells in which the spreadsheet shows an error: said with what stands there, asked where a figure hangs on it."""

import pytest

from planning.inventory.read.draft import ERROR_CODES
from planning.inventory.reading import FIELDS
from planning.inventory.words.messages import message
from tests.inventory.lists import column, problem_places, read

HEADER = ["Soort", "Merk", "Model", "Serienummer", "Aantal", "Aanschaf", "Prijs", "Lokaal", "Opmerking"]
WHOLE = ["laptop", "HP", "ProBook 450 G3", "5CD1234561", 1, 2016, 589, "lokaal 2", ""]


def with_error(heading: str, error: str = "#N/A") -> list[list[object]]:
    rows = [list(WHOLE) for _ in range(3)]
    for number, row in enumerate(rows):
        row[3] = f"5CD123456{number}"
    rows[1][HEADER.index(heading)] = rows[2][HEADER.index(heading)] = error
    return [HEADER, *rows]


@pytest.mark.parametrize(
    ("heading", "code", "name"),
    [
        ("Soort", "kind-error", None),
        ("Model", "kind-error", "model"),
        ("Serienummer", "serial-error", "serial"),
        ("Aanschaf", "date-error", "purchased_earliest"),
        ("Prijs", "price-error", "price_cents"),
    ],
)
def test_an_error_in_a_column_that_matters_is_asked_once_and_read_as_nothing(
    heading: str, code: str, name: str | None
) -> None:
    reading = read(with_error(heading))
    assert problem_places(reading) == [(3, code)]
    if name:
        assert column(reading, name)[1:] == [None, None]


def test_an_error_in_a_count_leaves_its_row_out_until_a_person_says() -> None:
    reading = read(with_error("Aantal"))
    assert problem_places(reading) == [(3, "count-unclear"), (4, "count-unclear")]
    assert len(reading.devices) == 1


def test_an_error_is_a_school_nobody_knows_and_not_the_one_above_it() -> None:
    rows = [["School", "Soort", "Merk", "Aantal"], ["De Boog", "laptop", "HP", 4], ["#N/A", "laptop", "HP", 3]]
    assert column(read(rows), "school") == ["De Boog", "#N/A"]


@pytest.mark.parametrize(("heading", "code"), [("Lokaal", "place-error"), ("Opmerking", "note-error")])
def test_an_error_in_a_text_is_only_said(heading: str, code: str) -> None:
    reading = read(with_error(heading, "#N/B"))
    assert reading.open_problems == ()
    assert problem_places(reading, "info") == [(3, code)]
    assert "#N/B" not in column(reading, "location")


def test_a_row_of_nothing_but_errors_is_no_device() -> None:
    reading = read([HEADER, WHOLE, ["#N/A"] * 6])
    assert reading.open_problems == ()
    assert [(row.row, row.why) for row in reading.ignored_rows if row.row == 3] == [(3, "errors")]


def test_an_error_is_named_as_a_dutch_excel_shows_it() -> None:
    reading = read(with_error("Prijs"))
    assert "‘#N/B’" in message(reading.open_problems[0])


def test_every_field_says_what_it_makes_of_an_error() -> None:
    assert ERROR_CODES.keys() | {"count", "school"} == set(FIELDS)
