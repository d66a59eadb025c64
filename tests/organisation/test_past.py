"""What was known on an earlier day, of what was changed since."""

from datetime import UTC, date, datetime

import pytest

from planning.core.database import Database
from planning.core.rights import Role
from planning.core.service import own_board, set_board
from planning.organisation.records import PupilCount, School
from planning.organisation.service import (
    kinds,
    pupil_counts,
    pupil_forecast,
    remove_count,
    remove_school,
    save_school,
    schools,
    set_count,
    set_kind,
    set_own_forecast,
    set_own_target,
)
from tests.conftest import person, work_as_of_today

CHAIR = person(Role.CHAIR)
GROUP = person(Role.GROUP_ICT)
MARCH, APRIL, MAY = (datetime(2018, month, 10, 9, 0, tzinfo=UTC) for month in (3, 4, 5))
END_OF_MARCH, END_OF_APRIL = date(2018, 3, 31), date(2018, 4, 30)
COUNTED = date(2017, 10, 1)


@pytest.fixture
def school(database: Database) -> Database:
    """A board with one school, that works with the days of the clock."""
    work_as_of_today(database)
    save_school(GROUP, database, MARCH, School("00AA00", "De Eik", "Venray", "Bo"))
    return database


def count(total: int, source: str = "hand") -> PupilCount:
    return PupilCount("00AA00", COUNTED, total, source)


def totals(database: Database, known_on: date | None = None) -> list[int]:
    return list(pupil_counts(GROUP, database, known_on)["total"])


def test_a_count_that_was_corrected_is_what_it_was_and_one_that_is_gone_is_there_again(school: Database) -> None:
    set_count(GROUP, school, MARCH, count(180))
    set_count(GROUP, school, APRIL, count(190))
    remove_count(GROUP, school, MAY, "00AA00", COUNTED)
    assert totals(school) == []
    assert totals(school, END_OF_APRIL) == [190]
    assert totals(school, END_OF_MARCH) == [180]
    assert totals(school, date(2018, 2, 1)) == []  # entered by hand later: nobody knew


def test_what_duo_counted_was_public_from_its_day_on_and_a_correction_of_it_is_ours(school: Database) -> None:
    set_count(GROUP, school, APRIL, count(180, "duo"))
    assert totals(school, END_OF_MARCH) == [180]
    set_count(GROUP, school, MAY, count(185))
    assert (totals(school, END_OF_APRIL), totals(school)) == ([180], [185])


def test_of_several_changes_on_a_day_the_last_is_known_by_its_end(school: Database) -> None:
    for target, hour in ((3.0, 9), (2.0, 10)):
        set_own_target(CHAIR, school, APRIL.replace(hour=hour), "00AA00", target)
    set_own_target(CHAIR, school, MAY, "00AA00", None)
    assert [schools(GROUP, school, day)[0].own_target for day in (None, END_OF_APRIL, END_OF_MARCH)] == [
        None,
        2.0,
        None,
    ]


def test_life_and_price_of_a_kind_and_the_target_of_the_board_are_those_of_then(school: Database) -> None:
    shipped = kinds(GROUP, school)["laptop"].life_years
    set_kind(GROUP, school, APRIL, "laptop", 7, 400_00)
    set_kind(GROUP, school, MAY, "laptop", 8, 400_00)
    set_board(CHAIR, school, MAY, pupils_per_device=3.0)
    lives = [kinds(GROUP, school, day)["laptop"].life_years for day in (None, END_OF_APRIL, END_OF_MARCH)]
    assert lives == [8, 7, shipped]
    assert [own_board(GROUP, school, day).pupils_per_device for day in (None, END_OF_APRIL)] == [3.0, 4.0]


def test_the_forecast_of_then_rests_on_what_was_known_then(school: Database) -> None:
    set_count(GROUP, school, MARCH, count(180))
    next_year = date(2018, 10, 1)
    set_own_forecast(GROUP, school, APRIL, "00AA00", next_year, 250)

    def expected(known_on: date | None) -> int:
        found = pupil_forecast(GROUP, school, known_on=known_on)
        return int(found.loc[found["count_date"] == next_year, "pupils"].iloc[0])

    assert expected(None) == 250
    assert expected(END_OF_MARCH) < 200


def test_a_school_of_which_only_the_past_is_kept_can_be_taken_away(school: Database) -> None:
    set_count(GROUP, school, MARCH, count(180))
    remove_count(GROUP, school, APRIL, "00AA00", COUNTED)
    remove_school(GROUP, school, MAY, schools(GROUP, school)[0])
    assert totals(school, END_OF_MARCH) == []


def test_of_another_board_nothing_past_is_seen(school: Database) -> None:
    set_board(CHAIR, school, MAY, pupils_per_device=3.0)
    assert own_board(person(Role.CHAIR, board_id="22222"), school, END_OF_APRIL).pupils_per_device == 4.0
    set_count(GROUP, school, MAY, count(180))
    remove_count(GROUP, school, MAY, "00AA00", COUNTED)
    assert pupil_counts(person(Role.CHAIR, board_id="22222"), school, END_OF_APRIL).empty
