"""What follows from a plan, by hand; and which limits it passes."""

import pytest

from planning.rounds.solver.evaluate import Violation, evaluate, violations
from planning.rounds.solver.instance import Band, Bound, Tier, Values
from tests.rounds.planning_problems import device_type, had, line, problem


def test_a_device_counts_to_its_maximum_age_and_is_young_to_its_life() -> None:
    found = evaluate(problem(), {(0, "cb", 0): 10})
    assert found.stock.tolist() == [[10, 10, 10]]
    assert found.young.tolist() == [[10, 10, 0]]
    assert found.values == Values(short=0, unserved=10, cost=3_000, peak=3_000)


def test_devices_there_are_age_from_the_age_they_have() -> None:
    found = evaluate(problem(line(legacy=had(6, age=1))), {})
    assert found.stock.tolist() == [[6, 6, 0]]
    assert found.young.tolist() == [[6, 0, 0]]


def test_support_ends_before_the_maximum_age_also_for_what_is_bought() -> None:
    kind = device_type(support_ends=(1, None, None))
    found = evaluate(problem(line(legacy=had(4, support_end=2)), types=(kind,)), {(0, "cb", 0): 5})
    assert found.stock.tolist() == [[9, 4, 0]]


def test_shortage_weighs_more_band_by_band_and_bands_are_rounded_down() -> None:
    wanted = problem(line(targets=(15,), weight=4, rounds=1), budgets=(None,))
    # of 15 the first tenth is 1, a quarter is 3: 1 x 1 + 2 x 2 + 12 x 4
    assert evaluate(wanted, {}).values.short == 4 * (1 + 4 + 48)


def test_the_last_band_takes_the_rest_whatever_it_says() -> None:
    wanted = problem(line(targets=(10,), rounds=1), budgets=(None,), bands=(Band(1, 5, 1), Band(1, 2, 3)))
    assert evaluate(wanted, {}).values.short == 2 * 1 + 8 * 3


def test_what_is_bought_comes_beside_what_there_is_until_that_is_too_old() -> None:
    found = evaluate(problem(line(legacy=had(4, age=2))), {(0, "cb", 0): 3, (0, "cb", 1): 6})
    assert found.stock.tolist() == [[7, 9, 9]]


def test_a_device_past_its_maximum_age_at_the_start_does_not_count() -> None:
    assert evaluate(problem(line(legacy=had(2, age=3))), {}).stock.tolist() == [[0, 0, 0]]


def test_the_tier_of_the_whole_board_is_the_price_of_every_device() -> None:
    kind = device_type(tiers=(Tier(5, (280,) * 3), Tier(8, (250,) * 3)), fixed_costs=(40, 0, 0))
    found = evaluate(problem(line("A"), line("B"), types=(kind,)), {(0, "cb", 0): 4, (1, "cb", 0): 4, (1, "cb", 1): 6})
    assert found.spend.tolist() == [8 * 250 + 40, 6 * 280, 0]
    assert found.unit_prices == {"cb": (250, 280, 300)}
    assert found.school_list_spend.tolist() == [[1_200, 0, 0], [1_200, 1_800, 0]]


def test_a_tier_has_the_price_of_its_round() -> None:
    kind = device_type(prices=(300, 330, 360), tiers=(Tier(2, (270, 297, 324)),))
    plan = {(0, "cb", 0): 2, (0, "cb", 1): 1, (0, "cb", 2): 2}
    assert evaluate(problem(types=(kind,)), plan).spend.tolist() == [540, 330, 648]


def test_what_partners_order_along_counts_for_the_tier_and_is_not_paid() -> None:
    kind = device_type(tiers=(Tier(100, (200,) * 3),), joint=(99, 0, 0))
    assert evaluate(problem(types=(kind,)), {(0, "cb", 0): 1, (0, "cb", 1): 1}).spend.tolist() == [200, 300, 0]


def test_a_school_pays_from_its_own_money_first_and_only_for_itself() -> None:
    two = problem(line("A"), line("B"), budgets=(900,) * 3, school_money={"A": (500, 0, 0)})
    found = evaluate(two, {(0, "cb", 0): 1, (1, "cb", 0): 3})
    assert found.paid.tolist() == [900, 0, 0]
    assert violations(two, {(0, "cb", 0): 1, (1, "cb", 0): 3}) == []


def test_the_order_of_lines_and_rounds_is_that_of_the_instance() -> None:
    found = evaluate(problem(line("B"), line("A", targets=(1, 1, 1))), {(1, "cb", 2): 1})
    assert found.bought.tolist() == [[0, 0, 0], [0, 0, 1]]
    assert found.schools == ("A", "B")


def test_unspent_money_moves_on_only_where_the_board_says_so() -> None:
    late = {(0, "cb", 1): 2}
    assert violations(problem(budgets=(300, 300, 300)), late) == [Violation("over-budget", 300, round=1)]
    assert violations(problem(budgets=(300, 300, 300), carry_over=True), late) == []


def test_money_cannot_be_spent_before_it_is_there() -> None:
    found = violations(problem(budgets=(300, 300, 300), carry_over=True), {(0, "cb", 0): 2})
    assert found == [Violation("over-budget", 300, round=0)]


def test_a_round_without_limit_lifts_the_limit_of_later_rounds_when_money_is_carried_over() -> None:
    budgets = (300, None, 300)
    assert violations(problem(budgets=budgets, carry_over=True), {(0, "cb", 2): 10}) == []
    assert violations(problem(budgets=budgets), {(0, "cb", 2): 10}) == [Violation("over-budget", 2_700, round=2)]


def test_a_budget_of_a_school_is_compared_at_list_price() -> None:
    kind = device_type(tiers=(Tier(3, (100,) * 3),))
    limited = problem(types=(kind,), school_budgets={"A": (800, None, 900)})
    found = violations(limited, {(0, "cb", 0): 3, (0, "cb", 1): 9, (0, "cb", 2): 3})
    assert found == [Violation("over-school-budget", 100, round=0, school="A")]


@pytest.mark.parametrize(
    ("purchases", "code", "over"),
    [
        ({(0, "cb", 0): 11}, "too-many", 1),
        ({(0, "cb", 0): -1}, "negative", 1),
        ({(0, "xx", 0): 1}, "not-buyable", 1),
        ({(1, "cb", 0): 1}, "not-buyable", 1),
        ({(0, "cb", 3): 1}, "not-buyable", 1),
    ],
)
def test_what_cannot_be_bought_is_said(purchases: dict[tuple[int, str, int], int], code: str, over: int) -> None:
    found = violations(problem(), purchases)
    assert [(one.code, one.over) for one in found] == [(code, over)]


def test_no_more_is_bought_than_the_largest_target_from_then_on() -> None:
    falling = problem(line(targets=(4, 9, 2)))
    assert violations(falling, {(0, "cb", 0): 9, (0, "cb", 1): 9, (0, "cb", 2): 2}) == []
    assert [found.round for found in violations(falling, {(0, "cb", 2): 3})] == [2]


def test_sets_are_whole_and_the_last_one_may_pass_the_target() -> None:
    sets = problem(line(set_size=4))
    assert violations(sets, {(0, "cb", 0): 12}) == []
    assert [found.code for found in violations(sets, {(0, "cb", 0): 10})] == ["no-whole-set"]


def test_what_is_fixed_by_hand_is_kept_to() -> None:
    bounds = (Bound("cb", 0, at_least=12), Bound("cb", 1, at_most=0))
    fixed = problem(line(bounds=bounds))
    assert [found.code for found in violations(fixed, {(0, "cb", 1): 1})] == ["too-few", "too-many"]
    assert violations(fixed, {(0, "cb", 0): 12}) == []
