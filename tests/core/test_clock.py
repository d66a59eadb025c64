"""What a clock on the wall says, around the hours that spring skips and autumn has twice."""

from datetime import UTC, date, datetime, time

import pytest

from planning.core.boards import Board
from planning.core.clock import possible_moments, reference_moment


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


def test_an_example_stands_still_at_noon_and_a_board_goes_on() -> None:
    example = Board("1", "Voorbeeld", True, date(2018, 5, 1), 4.0, 0.1, 180)
    own = Board("2", "Echt", False, None, 4.0, 0.1, 180)
    now, before = datetime(2026, 11, 25, 3, 0, tzinfo=UTC), datetime(2018, 4, 30, 8, 0, tzinfo=UTC)
    assert reference_moment(example, now) == datetime(2018, 5, 1, 10, 0, tzinfo=UTC)
    assert reference_moment(example, before) == before
    assert reference_moment(own, now) == now
