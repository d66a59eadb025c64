"""What a signal says: names as they are written where it is shown, counted where there are many."""

from datetime import date
from types import SimpleNamespace
from typing import cast

import pytest

from planning.attention.devices import DeviceSignal
from planning.attention.privacy import PolicyWaits
from planning.attention.rounds import PlanDiffers, RoundToOrder
from planning.attention.sentences import (
    devices_sentence,
    plan_differs_sentence,
    policy_sentence,
    round_to_order_sentence,
    without_agreement_sentence,
)
from planning.attention.signal import Signal
from planning.attention.systems import SystemSignal
from planning.core.notation import NBSP
from planning.organisation.service import School
from planning.report.attention import sentence_of
from planning.report.sources import ReportSources
from planning.rounds.carried_out import AllRounds, Lacking
from planning.rounds.model import Round

SCHOOLS = tuple(School(f"00AA0{n}", f"School {n}", "Horst", "Bo") for n in range(6))
SOURCES = cast(
    "ReportSources",
    SimpleNamespace(ratios=SimpleNamespace(schools=SCHOOLS), board=SimpleNamespace(stale_after_days=365)),
)


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (1, "**School 0** heeft nog geen inventaris."),
        (2, "**School 0** en **School 1** hebben nog geen inventaris."),
        (5, "**5 scholen** hebben nog geen inventaris."),
    ],
)
def test_few_schools_are_named_and_many_counted_and_a_report_says_the_same_without_marks(n: int, expected: str) -> None:
    signal = DeviceSignal("no_inventory", tuple(school.school_id for school in SCHOOLS[:n]))
    assert devices_sentence(signal, SCHOOLS, 365, str) == expected
    assert sentence_of(SOURCES, signal) == expected.replace("**", "")


def test_a_count_of_devices_stays_on_one_line() -> None:
    signal = DeviceSignal("past_life", (SCHOOLS[0].school_id,), 12, date(2018, 5, 8))
    assert f"**12{NBSP}devices**" in devices_sentence(signal, SCHOOLS, 365, str)


def test_a_name_is_written_as_the_place_asks_where_it_is_shown() -> None:
    signal = SystemSignal("system_without_agreement", (), 1, "Sys*")
    assert "**Sys\\***" in without_agreement_sentence(signal, lambda name: name.replace("*", "\\*"))
    assert "**Sys***" in without_agreement_sentence(signal, str)


def test_a_plan_that_differs_for_no_school_counts_none() -> None:
    assert "0" not in plan_differs_sentence(PlanDiffers("plan_differs", (), 3, 0))


def test_a_plan_that_differs_says_what_is_short_over_all_rounds_by_both() -> None:
    together = AllRounds(8, date(2022, 2, 28), Lacking(30, 8), Lacking(23, 8))
    said = plan_differs_sentence(PlanDiffers("plan_differs", (), 3, 0, together))
    assert said.endswith(" Over 8 rondes samen een tekort van 23 in plaats van 30.")


@pytest.mark.parametrize(("is_past", "expected"), [(True, "was"), (False, "is")])
def test_a_day_that_has_been_is_told_as_one(is_past: bool, expected: str) -> None:
    signal = RoundToOrder("round_to_order", (), 1, date(2018, 4, 1), 2, 8, is_past)
    assert f"De ronde {expected} op " in round_to_order_sentence(signal, (Round(1, date(2018, 4, 1), 0),), str)
    policy = policy_sentence(PolicyWaits("policy_waits", (), 2, "board", date(2018, 4, 1), is_past))
    assert f"Het {'stond' if is_past else 'staat'} gepland op " in policy


def test_of_own_choices_a_report_tells_and_asks_nothing() -> None:
    assert sentence_of(SOURCES, Signal("choice_waits", (SCHOOLS[0].school_id,))).startswith("School 0 ")


def test_a_name_of_a_school_works_no_markdown_where_that_is_asked() -> None:
    signal = DeviceSignal("no_inventory", ("00AA00",))
    school = School("00AA00", "De *Eik*", "Venray", "Bo")
    assert r"De \*Eik\*" in devices_sentence(signal, [school], 365, lambda name: name.replace("*", r"\*"))
