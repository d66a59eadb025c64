"""The goal on devices moves when the inventory below it does."""

from datetime import date

import pytest

from planning.goals import devices
from planning.goals.figures import Figure, counted
from planning.inventory.service import Fleets
from planning.organisation.kinds import kinds_by_code
from planning.organisation.records import School
from planning.ratios.service import RatioView
from tests.ratios.test_rules import AS_OF, BOARD, cohort, cohorts, counts, version

A = School("00AA00", "A", "Horst", "Bo")
NEW_YEAR = date(2018, 1, 1)


def facts(*fleets: tuple[date, list[dict[str, object]]]) -> RatioView:
    """One school of 40 pupils whose inventories hold from these days."""
    rows = [row | {"version": n} for n, (_day, fleet) in enumerate(fleets, 1) for row in fleet]
    versions = tuple(version("00AA00", n, day) for n, (day, _fleet) in enumerate(fleets, 1))
    forecast = counts()[["school_id", "count_date"]]
    return RatioView(
        BOARD,
        (A,),
        counts(("00AA00", date(2017, 10, 1), 40)),
        Fleets(versions, cohorts(*rows)),
        kinds_by_code(),
        forecast,
    )


def expansion(of: RatioView) -> tuple[Figure, ...]:
    return devices.expansion(of.on(AS_OF), of.on(NEW_YEAR))


def replacement(of: RatioView) -> tuple[Figure, ...]:
    return devices.replacement(of.on(AS_OF), of.on(NEW_YEAR))


AUTUMN = (date(2017, 11, 1), [cohort("00AA00", 5)])


def test_a_new_inventory_with_more_devices_moves_the_goal_towards_one_in_four() -> None:
    before = expansion(facts(AUTUMN))
    after = expansion(facts(AUTUMN, (date(2018, 4, 1), [cohort("00AA00", 8)])))
    assert [(f.code, f.now, f.share) for f in before] == [("pupils_per_device", 8.0, 0.0), ("on_target", 0, 0.0)]
    assert [(f.now, f.base, f.share) for f in after] == [(5.0, 8.0, 0.75), (0, 0, 0.0)]
    assert [f.moved(was) for f, was in zip(after, before, strict=True)] == [1, 0]


def test_a_school_that_reaches_its_target_counts_as_one_more() -> None:
    ratio, on_target = expansion(facts(AUTUMN, (date(2018, 4, 1), [cohort("00AA00", 10)])))
    assert (ratio.share, on_target.now, on_target.share) == (1.0, 1, 1.0)


def test_without_an_inventory_at_new_year_there_is_a_figure_but_no_way_to_draw() -> None:
    ratio, on_target = expansion(facts((date(2018, 4, 1), [cohort("00AA00", 8)])))
    assert (ratio.now, ratio.base, ratio.share) == (5.0, None, None)
    assert (on_target.now, on_target.base) == (0, None)


def test_replacing_old_devices_moves_the_goal_on_renewal() -> None:
    old = cohort("00AA00", 4, purchased_earliest=date(2012, 1, 1), purchased_latest=date(2012, 12, 31))
    autumn = (date(2017, 11, 1), [old, cohort("00AA00", 4)])
    (before,) = replacement(facts(autumn))
    (after,) = replacement(facts(autumn, (date(2018, 4, 1), [cohort("00AA00", 8)])))
    assert (before.now, before.goal, before.share) == (4, 8, 0.5)
    assert (after.now, after.goal, after.base, after.share) == (8, 8, 4, 1.0)
    assert after.moved(before) == 1


def test_a_schools_part_is_its_own_ratio_against_its_own_target() -> None:
    of = facts(AUTUMN, (date(2018, 4, 1), [cohort("00AA00", 8)]))
    ratio, within_life = devices.of_school(of.on(AS_OF), of.on(NEW_YEAR), "00AA00")
    assert (ratio.now, ratio.goal, ratio.base, within_life.now) == (5.0, 4.0, 8.0, 8)
    assert devices.of_school(of.on(AS_OF), of.on(NEW_YEAR), "00XX00") == ()


@pytest.mark.parametrize(
    ("now", "base", "share"),
    [(4.5, 5.0, 0.5), (5.5, 5.0, 0.0), (3.9, 3.8, 1.0), (4.2, 3.8, 0.0), (4.0, None, 1.0), (None, 5.0, None)],
)
def test_a_ratio_goes_down_from_where_the_year_began(
    now: float | None, base: float | None, share: float | None
) -> None:
    found = Figure("pupils_per_device", AS_OF, now, 4.0, base, less_is_better=True).share
    assert found == (None if share is None else pytest.approx(share))


def test_of_a_whole_that_grew_its_part_tells_whether_it_went_better() -> None:
    assert counted("within_life", AS_OF, 90, 100).moved(counted("within_life", AS_OF, 85, 90)) == -1
    assert counted("within_life", AS_OF, 0, 0).share is None
