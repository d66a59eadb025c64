"""What a board publishes stays as it was; everybody else asks within their reach."""

from datetime import date, timedelta

import pandas as pd
import pytest
import sqlalchemy as sa

from planning.core.clock import board_day
from planning.core.database import Database
from planning.core.rights import Role
from planning.inventory.fleet.cohorts import cohorts
from planning.inventory.fleet.records import LOT_COLUMNS, Version, write_version
from planning.organisation.records import PupilCount, School, write_counts, write_schools
from planning.ratios.service import from_json, publish, published, ratio_view, to_json
from tests.conftest import NOW, person

AS_OF = date(2018, 5, 1)
CHAIR, READER = person(Role.CHAIR), person(Role.READER)


def add_inventory(database: Database, school_id: str, version: int, day: date, devices: int) -> None:
    lots = pd.DataFrame(
        [
            dict.fromkeys(LOT_COLUMNS)
            | {
                "sheet": "Blad1", "row": 2, "kind": "chromebook", "count": devices, "purchased_precision": "year",
                "purchased_earliest": date(2017, 1, 1), "purchased_latest": date(2017, 12, 31), "price_vat": "unknown",
                "status": "in_use", "audience": "pupils", "level": "shared", "support_source": "unknown",
            }
        ],
        columns=list(LOT_COLUMNS),
        dtype=object,
    )  # fmt: skip
    made = Version(school_id, version, day, day, NOW, "Iemand", "lijst.xlsx", "0" * 64, "flat_list", devices, {})
    with database.change(person(Role.GROUP_ICT), NOW) as change:
        write_version(change, made, lots, cohorts(lots))
        change.log("inventory", school_id)


@pytest.fixture
def two_schools(database: Database) -> Database:
    with database.change(person(Role.GROUP_ICT), NOW) as change:
        write_schools(change, [School("00AA00", "A", "Horst", "Bo"), School("00BB00", "B", "Horst", "Bo")])
        write_counts(
            change,
            [
                PupilCount("00AA00", date(2017, 10, 1), 40, "hand", 10, 10, 20),
                PupilCount("00BB00", date(2017, 10, 1), 80, "hand", 20, 20, 40),
            ],
        )
        change.log("test", "scholen")
    add_inventory(database, "00AA00", 1, date(2017, 11, 1), 5)
    add_inventory(database, "00AA00", 2, date(2018, 4, 1), 10)
    add_inventory(database, "00BB00", 1, date(2018, 4, 1), 15)
    return database


def test_the_chair_sees_every_school_and_a_coordinator_the_own_one(two_schools: Database) -> None:
    everything = ratio_view(CHAIR, two_schools).on(AS_OF)
    own = ratio_view(person(Role.SCHOOL_ICT, "00BB00"), two_schools).on(AS_OF)
    assert (everything.pupils, everything.countable, everything.shortage) == (120, 25, 5)
    assert ([s.name for s in own.schools], own.countable) == (["B"], 15)


def test_another_board_sees_nothing_of_it(two_schools: Database) -> None:
    assert ratio_view(person(Role.CHAIR, board_id="22222"), two_schools).on(AS_OF).schools == ()


def test_the_trend_of_a_school_has_a_point_for_each_of_its_inventories(two_schools: Database) -> None:
    trend = ratio_view(CHAIR, two_schools).school_trend(AS_OF, "00AA00")
    assert list(trend["pupils_per_device"]) == [8.0, 4.0, 4.0]


def test_the_groups_trend_says_how_many_schools_were_known(two_schools: Database) -> None:
    trend = ratio_view(CHAIR, two_schools).trend(AS_OF)
    known = dict(zip(trend["day"].astype("str"), trend["known"], strict=True))
    assert known == {"2018-01-01": 1, "2018-05-01": 2}


def test_on_an_earlier_day_only_what_was_confirmed_by_then_is_known(two_schools: Database) -> None:
    """Everything was confirmed on 2-5-2018, whatever day it is about."""
    view = ratio_view(CHAIR, two_schools)
    confirmed = board_day(view.board, NOW)
    assert ratio_view(CHAIR, two_schools, confirmed).on(AS_OF).countable == 25
    assert ratio_view(CHAIR, two_schools, confirmed - timedelta(days=1)).on(AS_OF).known == ()
    assert view.on(date(2018, 4, 1)).countable == 25


def test_published_figures_stay_what_they_were(two_schools: Database) -> None:
    publish(CHAIR, two_schools, NOW, AS_OF)
    before = from_json(published(READER, two_schools).figures)
    add_inventory(two_schools, "00BB00", 2, date(2018, 4, 2), 99)
    assert from_json(published(READER, two_schools).figures) == before
    assert ratio_view(CHAIR, two_schools).on(AS_OF).countable == 10 + 99


def test_what_is_published_is_read_back_the_same(two_schools: Database) -> None:
    ratio = ratio_view(CHAIR, two_schools).on(AS_OF)
    assert from_json(to_json(ratio)) == ratio


def test_before_the_first_publication_a_reader_sees_none(two_schools: Database) -> None:
    assert published(READER, two_schools) is None


def test_facts_belong_together_though_somebody_confirms_an_inventory_while_they_are_read(two_schools: Database) -> None:
    somebody, written = Database(two_schools.url), []

    @sa.event.listens_for(two_schools.engine, "before_cursor_execute")
    def _between(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if "FROM pupil_count" in statement and not written:
            written.append(statement)
            add_inventory(somebody, "00AA00", 3, AS_OF, 100)

    found = ratio_view(CHAIR, two_schools)
    assert (len(written), found.on(AS_OF).countable, len(found.fleets.versions)) == (1, 25, 3)
    assert (ratio_view(CHAIR, two_schools).on(AS_OF).countable, two_schools.data_version("11111")) == (115, 5)
    somebody.engine.dispose()


def test_a_publication_of_before_is_read_with_its_dates_and_counts() -> None:
    school = {
        "school_id": "06OR00", "name": "De Bottel", "place": "Lottum", "pupils": 138, "count_date": "2016-10-01",
        "devices": 49, "countable": 25, "target": 4.0, "has_own_target": False, "status": "short",
        "counted_on": "2018-04-10", "is_stale": False, "past_life": 5, "left_out": {"staff": 7, "unsupported": 6},
    }  # fmt: skip
    unknown = school | {"pupils": None, "count_date": None, "countable": None, "counted_on": None, "left_out": {}}
    figures = {"as_of": "2018-05-01", "target": 4.0, "schools": [school, unknown]}
    found = from_json(figures)
    assert (found.as_of, found.schools[0].count_date, found.schools[0].left_out["staff"]) == (
        AS_OF, date(2016, 10, 1), 7,
    )  # fmt: skip
    now = figures | {"schools": [one | {"quality": None} for one in (school, unknown)]}  # it was not known then
    assert (found.schools[1].counted_on, to_json(found)) == (None, now)
