"""What programs write where they have no date is unknown: told once, and asked of nobody."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from planning.core.text import Cell
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.values.no_dates import stands_for_none
from tests.inventory.lists import TODAY, column, problem_places, read
from tests.inventory.samples.book import Book
from tests.inventory.samples.ods import ods
from tests.inventory.samples.writing import xlsx
from tests.inventory.samples.xls import xls

HEAD = ["Soort", "Merk", "Serienummer", "Aanschafdatum"]


@pytest.mark.parametrize(
    "cell",
    [
        *("30-11-1899", "30-12-1899", "31-12-1899", "0-1-1900", "1-1-1900", "01/01/1900", "1900-01-01 00:00:00"),
        *("1-1-1970", "1970-01-01T00:00:00Z", "01/01/70", "1 januari 1970", "Jan 1, 1970", "12/31/1969 19:00"),
        *("00-00-0000", "0000-00-00 00:00:00", "0", "00:00:00", "1-1-0001", "1/1/0001 12:00:00 AM", "-0001-11-30"),
        *("1601-01-01", "1-1-1753", "31-12-9999", "1904-01-01", "1-1-1980"),
        *(0, date(1899, 12, 30), date(1970, 1, 1), datetime.combine(date(1900, 1, 1), time()), time()),
    ],
)
def test_the_first_day_of_a_calendar_stands_for_no_date(cell: Cell) -> None:
    assert stands_for_none(cell)


@pytest.mark.parametrize(
    "cell",
    [
        *("1-1-2000", "01-01-01", "1-1-2001", "31-12-1999", "30-12-2018", "1-2-1970", "1970", "10", "", "-"),
        *(1, False, date(2000, 1, 1), date(1990, 1, 1), time(9, 30)),
    ],
)
def test_any_other_day_is_a_date(cell: Cell) -> None:
    assert not stands_for_none(cell)


def test_no_date_is_told_once_and_asked_of_nobody() -> None:
    rows = [["laptop", "HP", f"5CD123456{n}", day] for n, day in enumerate(["3-4-2016", "30-11-1899", "30-11-1899"])]
    reading = read([HEAD, *rows])
    assert column(reading, "purchased_earliest") == [date(2016, 4, 3), None, None]
    assert problem_places(reading) == []
    assert [place for place in problem_places(reading, "info") if place[1] == "dates-stand-for-none"] == [
        (3, "dates-stand-for-none")
    ]


@pytest.mark.parametrize("write", [xlsx, ods, xls])
def test_day_nought_of_every_spreadsheet_is_no_date(write: Callable[[Book], bytes]) -> None:
    days = [date(2016, 4, 3), date(1970, 1, 1), date(1900, 1, 1)]
    rows = [["laptop", "HP", f"5CD123456{n}", day] for n, day in enumerate(days)]
    book = Book("flat_list", 1)
    sheet = book.sheet("Lijst")
    for number, row in enumerate([HEAD, *rows], start=1):
        sheet.line(number, row)
    reading = read_inventory(write(book), f"lijst.{write.__name__}", Guidance(TODAY, {}, {}))
    assert column(reading, "purchased_precision") == ["day", "unknown", "unknown"]
    assert problem_places(reading) == []


@pytest.mark.parametrize("none", ["30-12-1899", "00-00-0000", "0001-01-01", "31-12-9999"])
def test_a_device_that_left_on_no_day_is_there(none: str) -> None:
    rows = [["laptop", "HP", "5CD1234567", "3-4-2016", none], ["laptop", "HP", "5CD1234568", "3-4-2016", "2-5-2018"]]
    assert column(read([[*HEAD, "Datum afvoer"], *rows]), "status") == ["in_use", "disposed"]


def test_a_device_that_was_last_seen_on_no_day_was_never_seen() -> None:
    head = ["Serial Number", "Model", "Last Seen"]
    reading = read([head, ["5CD1234567", "HP 250 G5", "1-1-1970"], ["5CD1234568", "HP 250 G5", "3-4-2018"]])
    assert problem_places(reading) == []


@pytest.mark.parametrize("day", ["12-5-1979", "1979", "mei 1979", "1979-05-12"])
def test_a_day_long_ago_is_asked_about_in_true_words(day: str) -> None:
    reading = read([HEAD, ["laptop", "HP", "5CD1234567", "3-4-2016"], ["laptop", "HP", "5CD1234568", day]])
    asked = [problem for problem in reading.problems if problem.severity == "must"]
    assert [(problem.row, problem.code) for problem in asked] == [(3, "date-too-early")]
    assert [choice.code[:9] for choice in asked[0].choices][1:2] in (["day_1979-"], ["year_1979"], ["month_197"])
