"""Counts that people fill in: what agrees, and which count is a school's last."""

from datetime import date

import pandas as pd
import pytest

from planning.organisation.counts import (
    count_by_hand,
    count_reasons,
    counts_by_date,
    latest_counts,
    own_forecast_reasons,
)
from planning.organisation.kinds import kind_reasons
from planning.organisation.records import COUNT_COLUMNS, PupilCount
from tests.refusals import assert_reasons, refused

DAY = date(2017, 10, 1)
NOTHING = {"lower": None, "middle": None, "upper": None}


def test_three_levels_make_their_own_total() -> None:
    count = count_by_hand("03UZ00", DAY, None, {"lower": 50, "middle": 70, "upper": 90})
    assert count == PupilCount("03UZ00", DAY, 210, "hand", 50, 70, 90)


def test_a_total_alone_tells_no_levels() -> None:
    assert count_by_hand("03UZ00", DAY, 210, NOTHING) == PupilCount("03UZ00", DAY, 210, "hand")


def test_a_level_without_pupils_is_filled_in() -> None:
    assert count_by_hand("03UZ00", DAY, None, {"lower": 0, "middle": 5, "upper": 0}).total == 5


def test_some_of_the_levels_are_refused_with_those_that_are_missing() -> None:
    with refused(("levels_missing", "middle")) as reasons:
        count_by_hand("03UZ00", DAY, 210, NOTHING | {"lower": 50})
    assert reasons[0].values == {"levels": ("middle years", "upper years")}


def test_nothing_filled_in_is_refused() -> None:
    with refused(("count_empty", "total")):
        count_by_hand("03UZ00", DAY, None, NOTHING)


@pytest.mark.parametrize(
    ("count", "reasons"),
    [
        (PupilCount("03UZ00", DAY, 210, "hand", 50, 70, 90), []),
        (PupilCount("03UZ00", DAY, 0, "hand"), []),
        (PupilCount("03UZ00", DAY, 200, "hand", 50, 70, 90), [("levels_differ", "total")]),
        (PupilCount("03UZ00", date(2017, 10, 2), 210, "hand"), [("count_to_come", "count_date")]),
        (PupilCount("03UZ00", DAY, -1, "hand"), [("pupils_out_of_range", "total")]),
        (PupilCount("03UZ00", DAY, 5001, "hand"), [("pupils_out_of_range", "total")]),
        (
            PupilCount("03UZ00", date(2017, 10, 2), 200, "hand", 50, 70, -90),
            [("count_to_come", "count_date"), ("pupils_out_of_range", "upper"), ("levels_differ", "total")],
        ),
    ],
)
def test_a_count_says_everything_that_does_not_agree(count: PupilCount, reasons: list[tuple[str, str]]) -> None:
    assert_reasons(count_reasons(count, latest=DAY), *reasons)


@pytest.mark.parametrize(("pupils", "refused"), [(None, False), (0, False), (5000, False), (-1, True), (5001, True)])
def test_an_own_figure_is_a_number_of_pupils(pupils: int | None, refused: bool) -> None:
    assert bool(own_forecast_reasons(pupils)) is refused


@pytest.mark.parametrize(("life", "cents"), [(1, 0), (25, 2_500_000)])
def test_a_kind_lives_a_year_or_more_and_costs_what_one_device_can(life: int, cents: int) -> None:
    assert kind_reasons(life, cents) == []


@pytest.mark.parametrize(("life", "cents"), [(0, -1), (26, 2_500_001)])
def test_a_life_and_a_price_beyond_that_are_told_each_at_its_field(life: int, cents: int) -> None:
    assert_reasons(
        kind_reasons(life, cents), ("life_out_of_range", "life_years"), ("kind_price_out_of_range", "price_cents")
    )


def frame(*rows: tuple[str, date, int]) -> pd.DataFrame:
    full = [(school, day, total, None, None, None, None, "duo") for school, day, total in rows]
    return pd.DataFrame(full, columns=list(COUNT_COLUMNS), dtype=object)


def test_the_last_count_of_each_school_is_its_own() -> None:
    counts = frame(("A", date(2017, 10, 1), 12), ("A", date(2016, 10, 1), 10), ("B", date(2016, 10, 1), 20))
    assert {school: count.total for school, count in latest_counts(counts).items()} == {"A": 12, "B": 20}
    assert {day: list(schools) for day, schools in counts_by_date(counts).items()} == {
        date(2016, 10, 1): ["A", "B"],
        date(2017, 10, 1): ["A"],
    }


def test_without_counts_there_is_none() -> None:
    assert latest_counts(frame()) == {}
    assert counts_by_date(frame()) == {}
