"""Rounds as time that passes."""

from datetime import date

import pytest

from planning.rounds.round_dates import device_years


def test_a_device_short_all_year_is_one_device_year() -> None:
    assert device_years((date(2018, 1, 1), date(2019, 1, 1)), [3]) == {2018: pytest.approx(3, abs=0.01)}


def test_a_round_that_lasts_into_the_next_year_counts_in_both_for_its_days() -> None:
    found = device_years((date(2018, 9, 1), date(2019, 3, 1), date(2019, 9, 1)), [10, 0])
    assert found == {2018: pytest.approx(3.34, abs=0.01), 2019: pytest.approx(1.62, abs=0.01)}
