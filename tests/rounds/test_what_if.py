"""What another plan would give: tiny schools with an answer on paper. Chromebooks cost 10 and live three rounds."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.rounds.solver.evaluate import evaluate
from planning.rounds.solver.instance import Bound, Instance
from planning.rounds.solver.what_if import (
    Effect,
    least_budget,
    least_budget_curve,
    least_cost,
    next_money,
    postponed,
    skipped,
)
from tests.rounds.instances import middling_instances
from tests.rounds.known import as_instance, instance, kind, line, old, with_bounds


def problem(*lines: dict[str, Any], **fields: Any) -> Instance:
    weighted = {"objective": {"mode": "weighted", "weights": [1000, 100, 1, 0]}}
    return as_instance(instance(*lines, **(weighted | fields)))


def test_more_money_buys_where_it_is_missed() -> None:
    board = problem(line([1, 1]), line([2, 2], "B"), budget=[10, 0])
    # one device serves two rounds
    assert next_money(board, {(0, "cb", 0): 1}, 10, 0) == Effect(-2, 0, 10, {("B", 0): 1}, {"B": -2})


def test_what_is_bought_more_is_told_by_round() -> None:
    change = Effect(0, 0, 0, {("A", 0): 2, ("A", 1): -1, ("B", 1): 3}, {})
    assert change.bought_in(1) == {"A": -1, "B": 3}


def test_too_little_more_buys_nothing() -> None:
    board = problem(line([2]), budget=[10])
    assert next_money(board, {(0, "cb", 0): 1}, 9, 0) == Effect(0, 0, 0, {}, {})


def test_more_money_in_a_round_without_limit_is_nothing_more() -> None:
    board = problem(line([1]), budget=[None])
    assert next_money(board, {(0, "cb", 0): 1}, 1000, 0) == Effect(0, 0, 0, {}, {})


def test_more_money_without_shortage_renews_what_is_old() -> None:
    board = problem(line([1], legacy=[old(3, 1)]), types={"cb": kind(max_age=5)}, budget=[0])
    assert next_money(board, {}, 10, 0) == Effect(0, -1, 10, {("A", 0): 1}, {})


def test_a_round_left_out_is_made_up_for_as_far_as_money_goes() -> None:
    board = problem(line([2, 2, 2]), budget=[20, 20, 20])
    assert skipped(board, {(0, "cb", 0): 2}, 0) == Effect(2, 0, 0, {("A", 0): -2, ("A", 1): 2}, {"A": 2})


def test_what_is_ordered_already_is_not_left_out() -> None:
    board = with_bounds(problem(line([2, 2]), budget=[20, 0]), 0, Bound("cb", 0, at_least=1))
    assert skipped(board, {(0, "cb", 0): 2}, 0) == Effect(2, 0, -10, {("A", 0): -1}, {"A": 2})


def test_one_round_later_is_a_round_of_shortage_more() -> None:
    board = problem(line([3, 3]), types={"cb": kind(price=[10, 11])}, budget=[30, 0])
    assert postponed(board, {(0, "cb", 0): 3}) == Effect(3, 0, 3, {("A", 0): -3, ("A", 1): 3}, {"A": 3})


def test_what_falls_after_the_last_round_is_not_bought() -> None:
    board = problem(line([1, 2]))
    assert postponed(board, {(0, "cb", 0): 1, (0, "cb", 1): 1}) == Effect(2, 0, -10, {("A", 0): -1}, {"A": 2})


def test_what_is_ordered_already_is_not_put_off() -> None:
    board = with_bounds(problem(line([2, 2])), 0, Bound("cb", 0, at_least=1))
    assert postponed(board, {(0, "cb", 0): 2}) == Effect(1, 0, 0, {("A", 0): -1, ("A", 1): 1}, {"A": 1})


@pytest.mark.parametrize(("by", "share", "budgets"), [(0, 2.0, (40, 40)), (1, 1.0, (20, 20))])
def test_the_later_the_target_the_less_money_a_round(by: int, share: float, budgets: tuple[int, ...]) -> None:
    found = least_budget(problem(line([4, 4]), budget=[20, 20]), by)
    assert found is not None
    assert (found.share, found.budgets, found.at_least) == (share, budgets, pytest.approx(share))


def test_the_least_even_amount_buys_whole_devices() -> None:
    found = least_budget(problem(line([3, 3]), budget=[1, None]), 1, even=True)
    assert found is not None
    assert (found.share, found.budgets) == (None, (20, 20))  # two devices in one of the rounds, one in the other
    assert found.at_least == pytest.approx(15)


def test_kept_money_counts_for_a_later_target() -> None:
    board = problem(line([0, 3]), types={"cb": kind(life=1)}, budget=[10, 10], carry_over=True)
    found = least_budget(board, 1)
    assert found is not None
    assert found.budgets == (15, 15)


def test_a_plan_with_the_least_budget_reaches_the_target() -> None:
    board = problem(line([5, 7, 9]), line([2, 2, 2], "B", legacy=[old(2, 2)]), budget=[30, 10, 20])
    found = least_budget(board, 1)
    assert found is not None
    smaller = replace(board, budgets=tuple(limit - 1 for limit in found.budgets if limit is not None))
    again = least_budget(smaller, 1)
    assert again is not None
    assert again.share is not None
    assert again.share > 1


def test_no_money_is_enough_where_a_school_may_not_spend_it() -> None:
    assert least_budget(problem(line([2]), budget=[10], school_budget={"A": [10]}), 0) is None


def test_nothing_wanted_needs_no_money() -> None:
    found = least_budget(problem(line([2, 0]), budget=[10, 10]), 1)
    assert found is not None
    assert (found.share, found.budgets) == (0.0, (0, 0))


def test_the_curve_falls_with_every_round() -> None:
    curve = least_budget_curve(problem(line([6, 6, 6]), budget=[10, 10, 10]))
    assert [found and found.share for found in curve] == [6.0, 3.0, 2.0]


def test_the_curve_stops_where_it_was_asked_to() -> None:
    curve = least_budget_curve(problem(line([6, 6, 6]), budget=[10, 10, 10]), even=True, rounds=2)
    assert [found and found.budgets for found in curve] == [(60, 60, 60), (30, 30, 30)]


def test_the_same_service_can_cost_less() -> None:
    # one device in the first round serves as well as one in each
    board = problem(line([1, 1]), budget=[10, 10])
    dear = evaluate(board, {(0, "cb", 0): 1, (0, "cb", 1): 1}).values
    assert (dear.cost, least_cost(board, dear)) == (20, 10)


def test_service_that_no_budget_reaches_has_no_price() -> None:
    board = problem(line([1]), budget=[5])
    assert least_cost(board, evaluate(board, {(0, "cb", 0): 1}).values) is None


def test_an_instance_in_order_of_criteria_can_be_asked_the_same() -> None:
    board = replace(problem(line([1, 1]), budget=[0, 10]), weights=None)
    assert next_money(board, {(0, "cb", 1): 1}, 10, 0) == Effect(-1, 0, 0, {("A", 0): 1, ("A", 1): -1}, {"A": -1})


@given(middling_instances, st.integers(0, 4))
@settings(max_examples=10)
def test_the_least_budget_is_enough_and_nothing_under_its_bound_is(found_in: dict[str, Any], later: int) -> None:
    rounds = found_in["rounds"]
    board = as_instance(found_in | {"budget": [1_000 + 500 * r for r in range(rounds)]})
    by = later % rounds
    found = least_budget(board, by)
    if found is None:  # support ends or schools' budgets are in the way
        return
    assert found.share is not None
    assert found.at_least <= found.share + 1e-9
    again = least_budget(replace(board, budgets=found.budgets), by)
    assert again is not None
    assert again.share is not None
    assert again.share <= 1
