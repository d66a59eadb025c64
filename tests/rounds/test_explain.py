"""What is read from a plan: tiny schools with an answer on paper. Chromebooks cost 10 and live three rounds."""

from typing import Any

from planning.rounds.solver.evaluate import Evaluation, evaluate
from planning.rounds.solver.explain import (
    BOUND,
    MONEY,
    OVER_AGE,
    OWN_LIMIT,
    PUPILS,
    SHORT,
    SUPPORT,
    Bottleneck,
    bottlenecks,
    comparison,
    difference,
    reach_by_school,
    reach_of_all,
    waiting,
)
from planning.rounds.solver.instance import Bound, Instance, Purchases
from tests.rounds.known import as_instance, instance, kind, line, old, with_bounds


def problem(*lines: dict[str, Any], **fields: Any) -> Instance:
    return as_instance(instance(*lines, **fields))


def figures(board: Instance, purchases: Purchases) -> Evaluation:
    return evaluate(board, purchases)


def test_a_school_reaches_its_target_where_it_stays() -> None:
    board = problem(line([2, 2, 2, 2], legacy=[old(2, 2)]), line([1, 1, 1, 1], "B"))
    plan = figures(board, {(0, "cb", 2): 2, (1, "cb", 0): 1, (1, "cb", 3): 1})
    # A is on target at once, falls back when its own devices stop, and is there for good from the third round
    assert reach_by_school(board, plan) == {"A": 2, "B": 0}
    assert reach_of_all({"A": 2, "B": 0}) == 2


def test_a_school_that_is_short_in_the_last_round_does_not_reach_its_target() -> None:
    board = problem(line([1, 2]))
    reach = reach_by_school(board, figures(board, {(0, "cb", 0): 1}))
    assert (reach, reach_of_all(reach)) == ({"A": None}, None)


def test_a_budget_holds_up_where_less_is_left_than_one_device_costs() -> None:
    board = problem(line([2, 2]), budget=[15, 30])
    purchases = {(0, "cb", 0): 1, (0, "cb", 1): 1}
    assert bottlenecks(board, purchases, figures(board, purchases)) == (Bottleneck(0, None, 15, 5, 1),)


def test_less_than_a_hundredth_left_is_as_good_as_nothing() -> None:
    board = problem(line([201]), budget=[2009])
    assert [one.left for one in bottlenecks(board, {(0, "cb", 0): 199}, figures(board, {(0, "cb", 0): 199}))] == [19]
    assert bottlenecks(board, {(0, "cb", 0): 198}, figures(board, {(0, "cb", 0): 198})) == ()


def test_carried_over_a_budget_is_all_there_was_until_then() -> None:
    board = problem(line([4, 4]), budget=[15, 15], carry_over=True)
    purchases = {(0, "cb", 0): 1, (0, "cb", 1): 2}
    assert bottlenecks(board, purchases, figures(board, purchases)) == (
        Bottleneck(0, None, 15, 5, 3), Bottleneck(1, None, 30, 0, 1),
    )  # fmt: skip


def test_money_that_is_not_wanted_holds_nothing_up() -> None:
    board = problem(line([1]), budget=[10])
    assert bottlenecks(board, {(0, "cb", 0): 1}, figures(board, {(0, "cb", 0): 1})) == ()


def test_a_school_can_be_held_up_by_its_own_budget() -> None:
    board = problem(line([2]), line([1], "B"), school_budget={"A": [19]})
    purchases = {(0, "cb", 0): 1, (1, "cb", 0): 1}
    assert bottlenecks(board, purchases, figures(board, purchases)) == (Bottleneck(0, "A", 19, 9, 1),)


def test_a_school_waits_while_another_is_served() -> None:
    board = problem(line([1, 1]), line([1, 1], "B"), budget=[10, 10])
    plan = figures(board, {(0, "cb", 0): 1, (1, "cb", 1): 1})
    assert waiting(board, plan) == {"B": (0,)}


def compared(board: Instance, purchases: Purchases, round_: int = 0) -> tuple[str, ...]:
    return comparison(board, purchases, "A", "B", round_).reasons


def test_who_misses_more_goes_first() -> None:
    board = problem(line([4, 4]), line([4, 4], "B", legacy=[old(0, 3)]))
    found = comparison(board, {(0, "cb", 0): 4, (1, "cb", 1): 1}, "A", "B", 0)
    assert (found.first.short_share, found.later.short_share) == (1.0, 0.25)
    assert (found.bought, found.later_bought, found.later_reach, found.reasons) == (4, 0, 1, (SHORT,))


def test_who_stands_alike_is_told_so() -> None:
    board = problem(line([1]), line([1], "B"))
    assert compared(board, {(0, "cb", 0): 1}) == ()


def test_a_device_for_more_pupils_goes_first_and_is_cheaper_for_each() -> None:
    board = problem(line([1], weight=26), line([1], "B", weight=4))
    assert compared(board, {(0, "cb", 0): 1}) == (PUPILS, MONEY)


def test_past_its_life_goes_before_young() -> None:
    board = problem(line([2], legacy=[old(3, 2)]), line([2], "B", legacy=[old(0, 2)]), types={"cb": kind(max_age=9)})
    assert compared(board, {(0, "cb", 0): 2}) == (OVER_AGE,)


def test_support_that_ends_with_the_next_round_goes_before_support_that_lasts() -> None:
    lasting, ending = old(0, 2), old(0, 2, support_end=1)
    board = problem(line([2, 2], legacy=[ending]), line([2, 2], "B", legacy=[lasting]))
    assert compared(board, {(0, "cb", 0): 2}) == (SUPPORT,)


def test_what_is_bought_before_counts_in_how_a_school_stands() -> None:
    board = problem(line([2, 2]), line([2, 2], "B"))
    found = comparison(board, {(1, "cb", 0): 2, (0, "cb", 1): 2}, "A", "B", 1)
    assert (found.first.short, found.later.short, found.reasons) == (2, 0, (SHORT,))


def test_a_school_with_too_little_of_its_own_waits_for_that() -> None:
    board = problem(line([1]), line([1], "B"), school_budget={"B": [9]})
    assert compared(board, {(0, "cb", 0): 1}) == (OWN_LIMIT,)


def test_what_was_ordered_already_comes_first() -> None:
    board = with_bounds(problem(line([1]), line([1], "B")), 0, Bound("cb", 0, at_least=1))
    assert compared(board, {(0, "cb", 0): 1}) == (BOUND,)


def test_a_pupil_year_costs_less_where_a_device_mends_more_rounds() -> None:
    board = problem(line([2, 2, 2]), line([2, 2, 2], "B", legacy=[old(0, 1)]))
    found = comparison(board, {(0, "cb", 0): 1}, "A", "B", 0)
    assert (found.first.money, found.later.money) == (3, 3)  # 10 for one pupil, three rounds long


def test_two_plans_side_by_side() -> None:
    board = problem(line([2, 2], legacy=[old(3, 1)]), types={"cb": kind(max_age=5)})
    good, bad = figures(board, {(0, "cb", 0): 1}), figures(board, {(0, "cb", 1): 1})
    found = difference(board, good, bad)
    assert (found.short, found.other_short) == ((0, 0), (1, 0))
    assert (found.over_age, found.other_over_age) == ((1, 1), (1, 1))
    assert (found.spend, found.other_spend) == ((10, 0), (0, 10))
    assert (found.reach, found.other_reach) == (0, 1)
