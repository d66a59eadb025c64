"""Contracts on a date: when somebody must decide, and when several can end together."""

from datetime import date

import pytest

from planning.systems.contracts import contract_state, contracts_on, earliest_end, harmonising_candidates
from planning.systems.rules import systems_matrix
from tests.systems.made import ANNA, AS_OF, BRUG, LAS, LINDE, column, line


@pytest.mark.parametrize(
    ("ends", "notice", "renewal", "expected"),
    [
        (None, None, None, "unknown"),
        (date(2020, 7, 31), None, None, "running"),
        (date(2020, 7, 31), date(2020, 4, 30), "automatic", "running"),
        (date(2018, 12, 31), date(2018, 7, 30), "automatic", "decide"),  # 90 days ahead
        (date(2018, 12, 31), date(2018, 7, 31), "automatic", "running"),
        (date(2018, 7, 31), None, None, "running"),
        (date(2018, 7, 30), None, None, "decide"),
        (date(2018, 7, 31), AS_OF, "automatic", "decide"),  # the last day itself
        (date(2018, 7, 31), date(2018, 4, 30), "automatic", "renews"),
        (date(2018, 7, 31), date(2018, 4, 30), "ends", "ending"),
        (date(2018, 7, 31), date(2018, 4, 30), None, "ending"),
        (date(2018, 4, 30), None, "ends", "ended"),
    ],
)
def test_a_contract_asks_for_a_decision_before_its_term_and_says_what_comes_after(
    ends: date | None, notice: date | None, renewal: str | None, expected: str
) -> None:
    assert contract_state(line(LINDE, "Berk", ends_on=ends, notice_on=notice, renewal=renewal), AS_OF) == expected


@pytest.mark.parametrize(
    ("ends", "notice", "renewal", "expected"),
    [
        (None, None, None, None),
        (date(2019, 7, 31), date(2019, 4, 30), "automatic", date(2019, 7, 31)),
        (date(2018, 7, 31), date(2018, 4, 30), "automatic", date(2019, 7, 31)),  # a day too late for this year
        (date(2015, 7, 31), date(2015, 4, 30), "automatic", date(2019, 7, 31)),  # went on three times since
        (date(2018, 7, 31), date(2018, 4, 30), "ends", date(2018, 7, 31)),
        (date(2017, 7, 31), None, "ends", AS_OF),
    ],
)
def test_a_contract_can_be_over_when_notice_is_given_now(
    ends: date | None, notice: date | None, renewal: str | None, expected: date | None
) -> None:
    assert earliest_end(line(LINDE, "Berk", ends_on=ends, notice_on=notice, renewal=renewal), AS_OF) == expected


def test_one_contract_of_several_schools_is_told_once_and_the_first_to_decide_about_comes_first() -> None:
    later, sooner = {"ends_on": date(2019, 7, 31)}, {"ends_on": date(2018, 7, 31)}
    lines = [line(LINDE, "Eik", **later), line(LINDE, "Berk", "board", **sooner), line(ANNA, "berk", "board", **sooner)]
    found = contracts_on(lines, AS_OF)
    assert [(one.system, one.school_ids) for one in found] == [("Berk", (LINDE, ANNA)), ("Eik", (LINDE,))]


def test_what_is_out_of_use_has_no_contract_to_decide_about() -> None:
    assert contracts_on([line(LINDE, "Berk", ends_on=date(2018, 7, 31), life="out")], AS_OF) == ()


def test_a_candidate_has_its_cost_together_and_the_first_day_on_which_nothing_binds() -> None:
    columns = [
        column(LINDE, line(LINDE, "Berk", per_pupil_cents=8_00, ends_on=date(2018, 12, 31)), pupils=100),
        column(ANNA, line(ANNA, "Eik", per_school_cents=500_00, ends_on=date(2019, 7, 31)), pupils=200),
        column(BRUG, line(BRUG, "Eik"), pupils=50),
    ]
    found = harmonising_candidates(systems_matrix([LAS], columns), AS_OF)[0]
    assert [(one.name, one.columns, one.cents, one.pupils, one.earliest_end) for one in found.systems] == [
        ("Eik", 2, 500_00, 250, None),  # of one of its contracts the end is not known
        ("Berk", 1, 800_00, 100, date(2018, 12, 31)),
    ]
    assert (found.cents, found.unknown_costs) == (1_300_00, 1)
    assert (found.together_on, found.unknown_ends) == (date(2019, 7, 31), 1)


def test_one_system_everywhere_is_no_candidate() -> None:
    matrix = systems_matrix([LAS], [column(LINDE, line(LINDE, "Berk")), column(ANNA, line(ANNA, "Berk"))])
    assert harmonising_candidates(matrix, AS_OF) == ()


def test_without_any_known_contract_there_is_no_day() -> None:
    matrix = systems_matrix([LAS], [column(LINDE, line(LINDE, "Berk")), column(ANNA, line(ANNA, "Eik"))])
    found = harmonising_candidates(matrix, AS_OF)[0]
    assert (found.together_on, found.unknown_ends) == (None, 2)
