"""The one clock: days of the Netherlands, around midnight and the hours that spring skips and autumn has twice."""

import ast
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

import pytest

from planning.core.boards import Board
from planning.core.clock import board_day, board_moment, local, now, possible_moments
from planning.core.paths import ROOT
from tests.conftest import HALF_PAST_MIDNIGHT, SetClock

EXAMPLE = Board("1", "Voorbeeld", True, date(2018, 5, 1), 4.0, 0.1, 180)
OWN = Board("2", "Echt", False, None, 4.0, 0.1, 180)


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (date(2018, 1, 15), time(9, 0), [(8, 0)]),
        (date(2018, 7, 15), time(9, 0), [(7, 0)]),
        (date(2018, 3, 25), time(1, 59), [(0, 59)]),
        (date(2018, 3, 25), time(2, 30), []),  # 2.00 became 3.00
        (date(2018, 3, 25), time(3, 0), [(1, 0)]),
        (date(2018, 10, 28), time(2, 30), [(0, 30), (1, 30)]),  # 3.00 became 2.00
        (date(2018, 10, 28), time(3, 0), [(2, 0)]),
    ],
)
def test_a_time_on_the_wall_is_no_one_or_two_moments(day: date, clock: time, expected: list[tuple[int, int]]) -> None:
    assert [(m.hour, m.minute) for m in possible_moments(day, clock)] == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2018-09-30T21:59", date(2018, 9, 30)),
        ("2018-09-30T22:00", date(2018, 10, 1)),
        ("2018-03-24T22:30", date(2018, 3, 24)),  # the last evening of winter time
        ("2018-03-24T23:00", date(2018, 3, 25)),
        ("2018-03-25T22:00", date(2018, 3, 26)),  # a day of 23 hours
        ("2018-10-27T22:00", date(2018, 10, 28)),
        ("2018-10-28T22:30", date(2018, 10, 28)),  # a day of 25 hours
        ("2018-10-28T23:00", date(2018, 10, 29)),
    ],
)
def test_the_day_of_a_board_begins_at_midnight_in_the_netherlands(moment: str, expected: date) -> None:
    assert board_day(OWN, datetime.fromisoformat(moment).replace(tzinfo=UTC)) == expected


def test_an_example_stands_still_at_noon_and_a_board_goes_on() -> None:
    today, before = datetime(2026, 11, 25, 3, 0, tzinfo=UTC), datetime(2018, 4, 29, 22, 30, tzinfo=UTC)
    assert board_moment(EXAMPLE, today) == datetime(2018, 5, 1, 10, 0, tzinfo=UTC)
    assert board_day(EXAMPLE, today) == date(2018, 5, 1)
    assert (board_moment(EXAMPLE, before), board_day(EXAMPLE, before)) == (before, date(2018, 4, 30))
    assert board_moment(OWN, today) == today


def test_a_test_sets_the_clock_in_one_place(set_clock: SetClock) -> None:
    set_clock(HALF_PAST_MIDNIGHT)
    assert now() == HALF_PAST_MIDNIGHT
    assert f"{local(now()):%d-%m-%Y %H.%M}" == "01-10-2018 00.30"


def test_no_moment_becomes_a_day_or_a_local_time_beside_the_clock() -> None:
    """What the linter cannot see: `at.date()` is a day of UTC. A cell of a workbook has no zone and keeps its day."""
    assert list(_beside_the_clock()) == []


def _beside_the_clock() -> Iterator[str]:
    for path in sorted([*ROOT.glob("planning/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]):
        place, text = str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")
        if place == "planning/core/clock.py":
            continue
        if "noqa: DTZ" in text or "noqa: TID251" in text:
            yield f"{place}: a noqa about dates"
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Call(ast.Attribute(ast.Name("cell"), "date")) | ast.Call(_, [ast.Name("UTC")]):
                    continue
                case ast.Call(ast.Attribute(_, "date" | "astimezone" as name)):
                    yield f"{place}:{node.lineno}: .{name}()"
