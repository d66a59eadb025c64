"""Dates that a program wrote in UTC: midnight in Amsterdam stands late in the evening of the day before."""

from datetime import date, datetime, timedelta

import pytest

from planning.core.text import Cell
from planning.inventory.values.dates import read_purchases
from tests.inventory.lists import problem_places, read

WINTER, SUMMER = datetime.fromisoformat("2016-02-28T23:00"), datetime.fromisoformat("2018-04-30T22:00")
NINE = datetime.fromisoformat("2018-04-30T09:00")


def days(*cells: Cell) -> list[str]:
    table = read_purchases(cells)
    return [f"{table[cell].period.precision} {table[cell].period.earliest}" for cell in cells]


@pytest.mark.parametrize("as_cell", [lambda m: m, lambda m: f"{m.isoformat()}.000Z", lambda m: f"{m:%d-%m-%Y %H:%M}"])
def test_where_all_dates_are_midnight_in_utc_the_day_after_is_meant(as_cell: object) -> None:
    assert days(as_cell(WINTER), as_cell(SUMMER)) == ["day 2016-02-29", "day 2018-05-01"]  # type: ignore[operator]


def test_a_program_without_summer_time_is_an_hour_early_in_summer_alone() -> None:
    early = datetime.fromisoformat("2018-04-30T23:00")
    assert days(early, date(2017, 1, 1)) == ["day 2018-05-01", "day 2017-01-01"]


def test_a_time_nobody_gave_the_look_of_one_counts_as_well() -> None:
    assert days(42428 + 23 / 24) == ["day 2016-02-29"]
    assert days(42429.395833333336) == ["day 2016-02-29"]


def test_a_part_of_a_second_makes_no_other_time() -> None:
    assert days(WINTER - timedelta(milliseconds=1)) == ["day 2016-02-29"]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2016-02-29T00:00:00+01:00", "day 2016-02-29"),
        ("2016-02-28T23:00:00+01:00", "day 2016-02-28"),
        ("2018-05-01T00:00:00+0200", "day 2018-05-01"),
        ("2016-02-29T00:00:00.000Z", "day 2016-02-29"),
    ],
)
def test_a_time_with_its_zone_is_of_the_day_it_is_in_the_netherlands(cell: str, day: str) -> None:
    assert days(cell) == [day]


def test_among_other_times_ten_in_the_evening_is_a_time_like_them() -> None:
    assert days(SUMMER, NINE) == ["day 2018-04-30", "day 2018-04-30"]


def test_ten_in_the_evening_is_no_midnight_in_winter() -> None:
    assert days(datetime.fromisoformat("2016-02-28T22:00")) == ["day 2016-02-28"]


ROWS = [
    ["Soort", "Merk", "Serienummer", "Aanschaf"],
    ["laptop", "HP", "5CD1234561", WINTER],
    ["laptop", "HP", "5CD1234562", SUMMER],
    ["laptop", "HP", "5CD1234563", date(2018, 6, 5)],
]
QUESTION = "Lijst!D2:date-midnight"


def test_where_dates_are_mixed_the_day_is_asked_once_and_left_open() -> None:
    reading = read(ROWS)
    assert problem_places(reading) == [(2, "date-midnight")]
    assert problem_places(reading, "info") == [(2, "date-evening"), (3, "date-evening")]
    assert list(reading.devices["purchased_precision"]) == ["month", "year", "day"]


@pytest.mark.parametrize(
    ("answer", "bought"),
    [
        ("midnight_next", [date(2016, 2, 29), date(2018, 5, 1)]),
        ("midnight_same", [date(2016, 2, 28), date(2018, 4, 30)]),
    ],
)
def test_the_answer_holds_for_all_of_them(answer: str, bought: list[date]) -> None:
    reading = read(ROWS, answers={QUESTION: answer})
    assert reading.open_problems == ()
    assert list(reading.devices["purchased_earliest"])[:2] == bought


def test_another_sheet_takes_the_answer_of_the_first() -> None:
    others = [ROWS[0], *([*row[:2], f"{row[2]}-2", row[3]] for row in ROWS[1:])]
    reading = read(ROWS, Meer=others)
    assert problem_places(reading) == [(2, "date-midnight")]
    assert (2, "date-midnight-again") in problem_places(reading, "info")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2018-04-10T22:00:00Z", "2018-04-11"),
        ("2018-04-10T22:00:00.000+0000", "2018-04-11"),
        ("10-04-2018 22:00 UTC", "2018-04-11"),
        ("2018-04-10T22:00:00+02:00", "2018-04-10"),
        ("2018-04-11T00:00:00+02", "2018-04-11"),
        ("2018-12-31T20:30:00-05:00", "2019-01-01"),
    ],
)
def test_a_time_that_names_its_zone_is_the_dutch_day_whatever_stands_beside_it(written: str, meant: str) -> None:
    bought = read_purchases([written, "2018-04-10T09:13:00Z", "2018-04-10 14:00"])[written]
    assert (str(bought.period.earliest), bought.period.precision, bought.issue) == (meant, "day", None)
