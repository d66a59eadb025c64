"""Signals: what needs a person, on literal facts."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from planning.attention.devices import DeviceSignal, device_signals
from planning.attention.goals import goal_signals
from planning.attention.signal import in_order
from planning.core.boards import Board
from planning.goals.plan import State
from planning.inventory.service import Fleets
from planning.organisation.kinds import kinds_by_code
from planning.organisation.records import School
from planning.ratios.service import RatioView
from tests.goals.test_plan import CONCEPT, plan
from tests.ratios.test_rules import AS_OF, cohort, cohorts, counts, version

A, B = School("00AA00", "A", "Horst", "Bo"), School("00BB00", "B", "Horst", "Bo")


def facts(*rows: dict[str, object], days: dict[str, date] | None = None) -> RatioView:
    days = days or {"00AA00": AS_OF}
    return RatioView(
        Board("11111", "Bestuur", False, AS_OF, 4.0, 0.10, 180),
        (A, B),
        counts(("00AA00", AS_OF, 40), ("00BB00", AS_OF, 40)),
        Fleets(tuple(version(school, 1, day) for school, day in days.items()), cohorts(*rows)),
        kinds_by_code(),
        pd.DataFrame(columns=["school_id", "count_date", "pupils"]),
    )


def found(of: RatioView) -> dict[str, tuple[tuple[str, ...], int]]:
    signals = device_signals(of, AS_OF)
    return {s.code: (s.schools, s.devices) for s in signals if isinstance(s, DeviceSignal)}


def test_a_school_without_an_inventory_asks_for_one() -> None:
    assert found(facts(cohort("00AA00", 10))) == {"no_inventory": (("00BB00",), 0)}


def test_all_well_gives_no_signal() -> None:
    both = {"00AA00": AS_OF, "00BB00": AS_OF}
    assert found(facts(cohort("00AA00", 10), cohort("00BB00", 10), days=both)) == {}


@pytest.mark.parametrize(("age", "expected"), [(180, False), (181, True)])
def test_an_inventory_is_out_of_date_after_the_days_the_board_allows(age: int, expected: bool) -> None:
    days = {"00AA00": AS_OF - timedelta(days=age), "00BB00": AS_OF}
    assert ("stale" in found(facts(cohort("00AA00", 10), cohort("00BB00", 10), days=days))) is expected


def test_updates_that_end_within_a_year_are_told_those_later_or_past_are_not() -> None:
    both = {"00AA00": AS_OF, "00BB00": AS_OF}
    of = facts(
        cohort("00AA00", 10, support_until=date(2019, 3, 31)),
        cohort("00BB00", 12, support_until=date(2019, 5, 2)),
        cohort("00BB00", 3, support_until=date(2018, 1, 31)),
        days=both,
    )
    assert found(of) == {"support_ends": (("00AA00",), 10)}


def test_fewer_than_half_of_the_devices_needed_is_far_behind() -> None:
    both = {"00AA00": AS_OF, "00BB00": AS_OF}
    assert found(facts(cohort("00AA00", 5), cohort("00BB00", 4), days=both)) == {"far_behind": (("00BB00",), 6)}


def test_devices_past_their_life_span_are_counted_by_school() -> None:
    both = {"00AA00": AS_OF, "00BB00": AS_OF}
    old = {"purchased_earliest": date(2012, 1, 1), "purchased_latest": date(2012, 12, 31)}
    of = facts(cohort("00AA00", 10), cohort("00AA00", 3, **old), cohort("00BB00", 10), days=both)
    assert found(of) == {"past_life": (("00AA00",), 3)}


def test_signals_of_several_subjects_stand_worst_first() -> None:
    late = goal_signals(plan(CONCEPT), AS_OF)
    found = in_order((*device_signals(facts(cohort("00AA00", 5, support_until=date(2019, 3, 31))), AS_OF), *late))
    assert [signal.code for signal in found] == ["no_inventory", "late_milestone", "support_ends"]


def test_a_milestone_is_late_from_the_day_after_its_own_until_it_is_closed() -> None:
    assert goal_signals(plan(CONCEPT), CONCEPT.due) == ()
    (signal,) = goal_signals(plan(CONCEPT), CONCEPT.due + timedelta(days=1))
    assert (signal.code, signal.milestones) == ("late_milestone", (CONCEPT,))
    assert goal_signals(plan(replace(CONCEPT, state=State.DONE)), AS_OF) == ()
    assert goal_signals(None, AS_OF) == ()
