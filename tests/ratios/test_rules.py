"""Pupils per device, shortage and what counts: tiny literal schools."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from planning.core.boards import Board
from planning.inventory.fleet.records import COHORT_COLUMNS, Version
from planning.organisation.kinds import kinds_by_code
from planning.organisation.records import COUNT_COLUMNS, School
from planning.ratios.rules import (
    devices_needed,
    due_date,
    group_ratio,
    kind_ratios,
    level_ratios,
    outlook,
    status,
    with_counting,
    years_later,
)

AS_OF = date(2018, 5, 1)
BOARD = Board("11111", "Bestuur", False, AS_OF, 4.0, 0.10, 180)
A, B = School("00AA00", "A", "Horst", "Bo"), School("00BB00", "B", "Horst", "Bo", own_target=2.0)


def cohort(school: str, count: int, **fields: object) -> dict[str, object]:
    return {
        "school_id": school, "version": 1, "holds_from": date(2018, 4, 1), "counted_on": date(2018, 4, 1),
        "kind": "chromebook", "purchased_earliest": date(2017, 8, 1), "purchased_latest": date(2017, 8, 31),
        "audience": "pupils", "status": "in_use", "level": "shared", "support_until": None,
        "count": count, "value_cents": 0, "priced": 0,
    } | fields  # fmt: skip


def cohorts(*rows: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COHORT_COLUMNS), dtype=object)


def version(school: str, number: int = 1, day: date = date(2018, 4, 1)) -> Version:
    return Version(school, number, day, day, datetime(2018, 4, 2, tzinfo=UTC), "X", "f", "0", "flat_list", 10, {})


def counts(*rows: tuple[str, date, int]) -> pd.DataFrame:
    return pd.DataFrame(
        [(s, d, n, 0, 0, n, None, "hand") for s, d, n in rows], columns=list(COUNT_COLUMNS), dtype=object
    )


def test_a_pupil_too_many_needs_a_whole_device() -> None:
    assert [devices_needed(n, 4) for n in (0, 1, 4, 5, 212)] == [0, 1, 1, 2, 53]


@pytest.mark.parametrize(
    ("pupils", "countable", "expected"),
    [(100, 25, "on_target"), (100, 23, "nearly"), (100, 22, "short"), (None, 25, "unknown"), (100, None, "unknown")],
)
def test_short_of_at_most_a_tenth_is_nearly(pupils: int | None, countable: int | None, expected: str) -> None:
    # 25 devices are needed; 10 % of them is 2.5, so 2 short is nearly and 3 short is short
    assert status(pupils, countable, 4, 0.10) == expected


def test_the_groups_shortage_is_the_sum_of_the_schools_own_not_of_the_totals() -> None:
    # A has 10 too many, B (1 in 2) needs 25 and has 20: the group is 5 short although it has devices enough
    ratio = group_ratio(
        BOARD, [A, B], counts(("00AA00", AS_OF, 40), ("00BB00", AS_OF, 50)),
        [version("00AA00"), version("00BB00")], cohorts(cohort("00AA00", 20), cohort("00BB00", 20)),
        kinds_by_code(), AS_OF,
    )  # fmt: skip
    assert (ratio.shortage, ratio.on_target, ratio.pupils_per_device) == (5, 1, 90 / 40)
    assert [s.shortage for s in ratio.schools] == [0, 5]


def test_every_device_left_out_is_told_with_its_reason() -> None:
    fleet = cohorts(
        cohort("00AA00", 7),
        cohort("00AA00", 1, audience="staff"),
        cohort("00AA00", 2, status="broken"),
        cohort("00AA00", 3, kind="printer"),
        cohort("00AA00", 4, support_until=date(2018, 4, 30)),
        cohort("00AA00", 5, support_until=date(2018, 5, 1)),
    )
    ratio = group_ratio(BOARD, [A], counts(("00AA00", AS_OF, 40)), [version("00AA00")], fleet, kinds_by_code(), AS_OF)
    assert ratio.countable == 7 + 5  # updates until today: it still counts today
    assert ratio.left_out == {"unsupported": 4, "not_a_pupil_kind": 3, "broken": 2, "staff": 1}


def test_a_school_without_an_inventory_is_unknown_and_takes_no_part_in_the_sums() -> None:
    ratio = group_ratio(
        BOARD, [A, B], counts(("00AA00", AS_OF, 40), ("00BB00", AS_OF, 50)),
        [version("00AA00")], cohorts(cohort("00AA00", 10)), kinds_by_code(), AS_OF,
    )  # fmt: skip
    assert [s.status for s in ratio.schools] == ["on_target", "unknown"]
    assert (ratio.pupils, ratio.countable, ratio.shortage) == (40, 10, 0)


@pytest.mark.parametrize(("known", "expected"), [(0, False), (1, False), (2, True), (4, True)])
def test_a_group_has_a_figure_from_half_of_its_schools_on(known: int, expected: bool) -> None:
    schools = [School(f"00A{n}00", "A", "Horst", "Bo") for n in range(4)]
    with_list = [school.school_id for school in schools[:known]]
    ratio = group_ratio(
        BOARD, schools, counts(*((s.school_id, AS_OF, 40) for s in schools)), [version(key) for key in with_list],
        cohorts(*(cohort(key, 10) for key in with_list)), kinds_by_code(), AS_OF,
    )  # fmt: skip
    assert (ratio.is_group_known, ratio.schools_needed) == (expected, 2)


def test_an_inventory_and_a_count_of_later_do_not_hold_yet() -> None:
    ratio = group_ratio(
        BOARD, [A], counts(("00AA00", date(2017, 10, 1), 40), ("00AA00", date(2018, 10, 1), 80)),
        [version("00AA00"), version("00AA00", 2, date(2018, 6, 1))],
        cohorts(cohort("00AA00", 10), cohort("00AA00", 30, version=2)), kinds_by_code(), AS_OF,
    )  # fmt: skip
    assert (ratio.pupils, ratio.countable, ratio.schools[0].count_date) == (40, 10, date(2017, 10, 1))


def test_of_two_inventories_of_one_day_the_last_confirmed_holds() -> None:
    ratio = group_ratio(
        BOARD, [A], counts(("00AA00", AS_OF, 40)), [version("00AA00", 2), version("00AA00", 1)],
        cohorts(cohort("00AA00", 10), cohort("00AA00", 30, version=2)), kinds_by_code(), AS_OF,
    )  # fmt: skip
    assert ratio.countable == 30


def test_an_inventory_older_than_the_board_allows_is_stale_and_still_counts() -> None:
    old = version("00AA00", 1, date(2017, 10, 1))
    ratio = group_ratio(
        BOARD, [A], counts(("00AA00", AS_OF, 40)), [old], cohorts(cohort("00AA00", 10)), kinds_by_code(), AS_OF
    )
    assert (ratio.schools[0].is_stale, ratio.schools[0].status) == (True, "on_target")


def test_a_device_is_due_at_the_end_of_its_life_or_its_updates_whichever_comes_first() -> None:
    life = {"chromebook": 5}
    assert due_date("chromebook", date(2014, 12, 31), None, life) == date(2019, 12, 31)
    assert due_date("chromebook", date(2014, 12, 31), date(2018, 6, 30), life) == date(2018, 6, 30)
    assert due_date("chromebook", None, None, life) is None


def test_years_later_survives_a_leap_day() -> None:
    assert years_later(date(2016, 2, 29), 5) == date(2021, 2, 28)


def test_shared_devices_are_spread_over_the_levels_by_pupils() -> None:
    fleet = with_counting(cohorts(cohort("00AA00", 6, level="upper"), cohort("00AA00", 8)), kinds_by_code(), AS_OF)
    levels = level_ratios(fleet, {"00AA00": {"lower": 10, "middle": 10, "upper": 20}}).set_index("level")
    assert list(levels["shared"]) == [2, 2, 4]
    assert levels.loc["upper", "pupils_per_device"] == 20 / 10
    assert levels["devices"].sum() == 14


def test_the_levels_of_the_schools_add_up_to_those_of_the_group() -> None:
    fleet = with_counting(cohorts(cohort("00AA00", 8), cohort("00BB00", 3)), kinds_by_code(), AS_OF)
    pupils = {"00AA00": {"lower": 10, "middle": 10, "upper": 20}, "00BB00": {"lower": 30, "middle": 0, "upper": 0}}
    group = level_ratios(fleet, pupils)
    schools = [level_ratios(fleet, {key: of}) for key, of in pupils.items()]
    assert list(group["devices"]) == [5, 2, 4]
    assert list(group["devices"]) == list(schools[0]["devices"] + schools[1]["devices"])


def test_each_kind_alone_has_its_own_ratio() -> None:
    fleet = with_counting(
        cohorts(cohort("00AA00", 8), cohort("00AA00", 2, kind="tablet"), cohort("00AA00", 9, kind="printer")),
        kinds_by_code(),
        AS_OF,
    )
    assert kind_ratios(fleet, 40).to_dict("list") == {
        "kind": ["chromebook", "tablet"], "devices": [8, 2], "pupils_per_device": [5.0, 20.0],
    }  # fmt: skip


def test_the_outlook_leaves_out_what_falls_due_and_follows_the_pupils() -> None:
    fleet = with_counting(
        cohorts(
            cohort("00AA00", 6),
            cohort("00AA00", 4, purchased_latest=date(2013, 9, 1)),  # five years on: due 1-9-2018
            cohort("00AA00", 1, purchased_earliest=None, purchased_latest=None),  # not known: stays
        ),
        kinds_by_code(),
        AS_OF,
    )
    forecast = pd.DataFrame(
        {"school_id": ["00AA00"] * 2, "count_date": [date(2018, 8, 1), date(2018, 10, 1)], "pupils": [44, 42]}
    )
    ahead = outlook(fleet, forecast, [A], BOARD)
    assert list(ahead["devices"]) == [11, 7]
    assert list(ahead["shortage"]) == [0, 4]  # ceil(42 / 4) = 11
