"""Plans whose best value is known by construction, and promises that hold for every plan."""

import pickle
from dataclasses import replace

import pytest

from planning.rounds.solver.evaluate import evaluate, violations
from planning.rounds.solver.greedy import oldest_first
from planning.rounds.solver.instance import Bound, Instance, Tier, Values, Weights
from planning.rounds.solver.planner import NoPlan, plan
from tests.rounds.known import shortage_first
from tests.rounds.planning_problems import device_type, had, line, problem

WEIGHTED = Weights(15_000, 3_000, 1, 0)


def big(schools: int = 20, rounds: int = 6, weights: Weights | None = WEIGHTED) -> Instance:
    """A board that is too large to be solved exactly, with money for two thirds of what it needs."""
    kinds = (
        device_type("cb", rounds, life=4, max_age=6, prices=tuple(33_000 + 700 * r for r in range(rounds))),
        device_type("board", rounds, life=5, max_age=8, prices=(245_000,) * rounds),
    )
    lines = [
        line(
            f"S{n:02}",
            code,
            rounds,
            weight=weight,
            types=(code,),
            targets=tuple((20 + 3 * n) // size + r // 2 for r in range(rounds)),
            legacy=had((11 + n) // size, age=n % 5, type=code),
        )
        for n in range(schools)
        for code, weight, size in (("cb", 4, 1), ("board", 26, 8))
    ]
    return problem(*lines, types=kinds, budgets=(4_200_000,) * rounds, weights=weights)


def test_one_cohort_a_round_fills_the_target_and_keeps_it() -> None:
    # life 4, target 8, money for 8 / 4 a round: 6 + 4 + 2 short, then nothing ever
    kind = device_type(life=4, max_age=4, rounds=6)
    board = problem(line(targets=(8,) * 6), types=(kind,), budgets=(600,) * 6, bands=())
    board = replace(board, bands=problem().bands[:1])
    best = plan(board)
    assert evaluate(board, best.purchases).short.tolist() == [[6, 4, 2, 0, 0, 0]]
    assert best.values == Values(short=12, unserved=12, cost=3_600, peak=600)
    assert (best.lower_bound, best.gap, best.proven_optimal) == (12, 0.0, True)


def test_schools_that_are_alike_wait_alike() -> None:
    lines = tuple(line(school, targets=(10,) * 3) for school in "ABCD")
    best = plan(problem(*lines, budgets=(12 * 300, 0, 0)))
    assert [best.purchases[place, "cb", 0] for place in range(4)] == [3, 3, 3, 3]


def test_a_school_on_target_with_young_devices_gets_nothing() -> None:
    assert plan(problem(line(legacy=had(10), targets=(10,) * 2, rounds=2), budgets=(None,) * 2)).purchases == {}


def test_of_equal_service_the_cheapest_and_then_the_evenest_is_chosen() -> None:
    kind = device_type(life=3, prices=(300, 200, 200))
    board = problem(line(targets=(0, 0, 4)), types=(kind,))
    best = plan(board)
    assert best.values == Values(short=0, unserved=0, cost=800, peak=400)


def test_one_more_than_needed_is_bought_where_a_tier_makes_that_cheaper() -> None:
    kind = device_type(tiers=(Tier(4, (200,)),), rounds=1)
    wanted = line("A", targets=(3,), rounds=1), line("B", targets=(1,), rounds=1, legacy=had(1))
    best = plan(problem(*wanted, types=(kind,), budgets=(None,)))
    assert (sum(best.purchases.values()), best.values.cost) == (4, 800)


def test_orders_are_put_together_where_each_costs_a_fixed_amount() -> None:
    kind = device_type(life=3, fixed_costs=(1_000,) * 3)
    best = plan(problem(line(targets=(1, 2, 3)), types=(kind,)))
    assert best.purchases == {(0, "cb", 0): 3}


def test_what_is_ordered_stays_and_what_is_not_wanted_is_not_bought() -> None:
    kinds = device_type("cb"), device_type("tablet", prices=(100,) * 3)
    bounds = Bound("cb", 0, at_least=2), *(Bound("tablet", r, at_most=0) for r in range(3))
    best = plan(problem(line(types=("cb", "tablet"), bounds=bounds, targets=(4,) * 3), types=kinds))
    assert {code for _, code, _ in best.purchases} == {"cb"}
    assert best.purchases[0, "cb", 0] >= 2


def test_orders_that_pass_the_budget_leave_no_plan_and_say_which_round() -> None:
    board = problem(line(bounds=(Bound("cb", 1, at_least=3),)), budgets=(0, 600, 0))
    with pytest.raises(NoPlan) as refused:
        plan(board)
    assert [(found.code, found.round, found.over) for found in refused.value.violations] == [("over-budget", 1, 300)]
    assert pickle.loads(pickle.dumps(refused.value)).violations == refused.value.violations


def test_nothing_to_decide_is_a_plan_too() -> None:
    board = problem(line(types=(), targets=(2, 0, 0)))
    assert plan(board).values == Values(short=8, unserved=2, cost=0, peak=0)
    assert plan(replace(board, lines=())).proven_optimal


@pytest.mark.parametrize("weights", [WEIGHTED, None])
def test_a_large_board_is_planned_within_its_limits_close_to_its_bound(weights: Weights | None) -> None:
    board = big(weights=weights)
    best = plan(board)
    assert violations(board, best.purchases) == []
    assert evaluate(board, best.purchases).values == best.values
    assert best.gap is not None
    assert 0 < best.gap < 0.02
    for rule in (oldest_first, shortage_first):
        values = evaluate(board, rule(board)).values
        if weights:
            assert best.values.weighted(weights) < values.weighted(weights)
        else:
            assert best.values.short < values.short


def test_a_large_board_never_gets_a_worse_plan_than_it_had() -> None:
    board = big()
    had_before = plan(board).purchases
    richer = replace(board, budgets=tuple(money + 1 for money in board.budgets if money is not None))
    better = plan(richer, start=had_before).values.weighted(WEIGHTED)
    assert better <= evaluate(board, had_before).values.weighted(WEIGHTED)


def test_the_same_plan_comes_whatever_order_the_lines_are_in() -> None:
    board = big(schools=8)
    other = replace(board, lines=board.lines[::-1])
    last = len(board.lines) - 1
    turned = {(last - place, code, r): count for (place, code, r), count in plan(other).purchases.items()}
    assert turned == plan(board).purchases


def test_a_large_board_with_tiers_is_planned_without_a_gap() -> None:
    board = big(schools=12)
    types = board.types | {
        "cb": replace(board.types["cb"], tiers=(Tier(30, (30_000,) * 6),), fixed_costs=(25_000,) * 6)
    }
    board = replace(board, types=types)
    best = plan(board)
    assert violations(board, best.purchases) == []
    assert (best.lower_bound, best.gap, best.proven_optimal) == (None, None, False)
    assert 30_000 in evaluate(board, best.purchases).unit_prices["cb"]


def test_carried_over_money_never_makes_a_small_plan_worse() -> None:
    kinds = (device_type(prices=(700,) * 3),)
    kept, lost = (plan(problem(types=kinds, budgets=(1_000,) * 3, carry_over=carry)).values for carry in (True, False))
    assert kept.short < lost.short
