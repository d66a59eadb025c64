"""A plan in the words of a board: when a school is there, what replaces and what expands, and which plan holds."""

from dataclasses import replace
from datetime import UTC, date, datetime

from planning.rounds.board_plan import NOW, from_json, plan_of, to_json
from planning.rounds.case import case_of
from planning.rounds.model import BASIS, PlanningRules, Round, Scenario
from planning.rounds.records import PlanVersion
from planning.rounds.scenario_plans import ScenarioPlanner, compute, proven_gap, whole_plan
from tests.rounds.boards import ANNA, LINDE, ROUNDS, cohort, view

BOARD = view(cohort(count=12), cohort(ANNA, 10))


def test_a_school_reaches_its_target_in_the_round_from_which_nothing_is_short() -> None:
    case = case_of(BOARD)
    first = next(at for at, line in enumerate(case.instance.lines) if line.school == LINDE)
    outcome = plan_of(case, {(first, "chromebook", 1): 8})
    reached = {school.school_id: school.reached for school in outcome.schools}
    assert reached == {LINDE: 1, ANNA: NOW}
    assert (outcome.reached, outcome.on_target, [r.short for r in outcome.rounds]) == (1, 2, [8, 0, 0])


def test_a_school_that_is_short_in_the_last_round_is_not_there() -> None:
    outcome = plan_of(case_of(BOARD), {})
    assert [school.reached for school in outcome.schools] == [None, NOW]
    assert (outcome.reached, outcome.on_target) == (None, 1)


def test_what_a_school_gets_beyond_what_it_had_in_use_expands_and_the_rest_replaces() -> None:
    old = view(cohort(count=12, bought="2013-01-01"), cohort(ANNA, 10))
    case = case_of(old)
    first = next(at for at, line in enumerate(case.instance.lines) if line.school == LINDE)
    [bought] = plan_of(case, {(first, "chromebook", 0): 11}).purchases
    assert (bought.count, bought.replaced) == (11, 3)  # 12 there, 20 wanted: 8 more, and 3 for the oldest


def test_a_plan_that_was_made_comes_back_from_json_as_it_was() -> None:
    best = compute(BOARD).best
    assert from_json(to_json(best)) == best


def test_a_plan_keeps_to_the_budgets_of_the_slider_and_more_money_is_never_worse() -> None:
    planner = ScenarioPlanner(BOARD, BASIS)
    poor = planner.compute(BOARD, Scenario(0, "", {1: 900_00}))
    assert poor.best.rounds[0].cost == 900_00
    assert planner.with_more_money(poor, 0, 600_00).rounds[0].short == poor.best.rounds[0].short - 2


def test_a_scenario_has_the_same_plan_on_a_slider_and_when_it_is_kept() -> None:
    planner, poor = ScenarioPlanner(BOARD, BASIS), Scenario(0, "", {1: 900_00})
    for cents in (300_00, 2_400_00, 0, 900_00):
        moved = planner.compute(BOARD, Scenario(0, "", {1: cents}))
    assert moved == compute(BOARD, poor)


def test_the_order_of_schools_and_kinds_and_what_schools_are_called_change_nothing() -> None:
    ratios = BOARD.ratios
    renamed = tuple(replace(school, name=f"Z{school.name}") for school in reversed(ratios.schools))
    turned = replace(ratios, schools=renamed, kinds=dict(reversed(ratios.kinds.items())))
    other, own = compute(replace(BOARD, ratios=turned)).best, compute(BOARD).best
    assert set(other.purchases) == set(own.purchases)
    assert (other.rounds, other.values) == (own.rounds, own.values)


def test_a_proof_makes_the_gap_smaller_and_leaves_the_plan() -> None:
    plans = compute(BOARD)
    gap = proven_gap(plans)
    assert gap is not None
    assert plans.best.gap is not None
    assert gap <= plans.best.gap


def test_more_money_in_a_round_is_never_worse() -> None:
    rounds = (Round(1, date(2018, 9, 1), 900_00),)
    board = view(cohort(count=12), cohort(ANNA, 10), rounds=rounds)
    planner = ScenarioPlanner(board, BASIS)
    plans = planner.compute(board, BASIS)
    assert planner.with_more_money(plans, 0, 300_00).rounds[0].short == plans.best.rounds[0].short - 1


def test_the_approved_plan_stays_the_plan_as_long_as_none_is_better() -> None:
    rules = PlanningRules(keep_mix=False, price_rise=0.0)
    board = view(cohort(count=12), cohort(ANNA, 10), rules=rules)
    first = compute(board)
    figures = {"plan": to_json(first.best), "whole": whole_plan(first)}
    approved = PlanVersion(1, "", board.as_of, datetime(2018, 5, 1, tzinfo=UTC), "", figures)
    again = compute(replace(board, plans=(approved,)))
    assert again.purchases == first.purchases
    richer = replace(board, plans=(approved,), rounds=(replace(ROUNDS[0], budget_cents=0), *ROUNDS[1:]))
    assert compute(richer).best.rounds[0].cost == 0
