"""The money there is for a round: its budget in the scenario, and what earlier rounds leave."""

from dataclasses import replace
from datetime import UTC, date, datetime

from planning.rounds.decision import budgets_of_plan, figures_of
from planning.rounds.model import Order, PlanningRules, Round, Scenario
from planning.rounds.records import PlanVersion
from planning.rounds.scenario_plans import available, compute
from tests.rounds.boards import ANNA, LINDE, cohort, view

ROUNDS = (
    Round(9, date(2018, 3, 1), 3_000_00),
    Round(1, date(2018, 9, 1), 900_00),
    Round(2, date(2019, 3, 1), 3_000_00),
)
ORDER = Order(1, 1, 9, LINDE, "chromebook", "", 8, 300_00, date(2018, 3, 2))
BOARD = view(cohort(count=2), cohort(ANNA, 10), rounds=ROUNDS, orders=(ORDER,))


def test_what_a_round_leaves_is_there_for_the_next() -> None:
    plans = compute(BOARD)
    first, second = plans.best.rounds
    there = available(BOARD, plans)
    assert there[1] == 900_00 + 3_000_00 - 8 * 300_00
    assert there[2] == 3_000_00 + there[1] - first.paid
    assert second.paid <= there[2]


def test_the_budget_of_a_slider_counts_and_nothing_moves_on_where_the_board_does_not_want_it() -> None:
    board = replace(BOARD, rules=PlanningRules(price_rise=0.0, carry_over=False))
    plans = compute(board, Scenario(0, "", {1: 1_200_00}))
    assert available(board, plans) == {1: 1_200_00, 2: 3_000_00}


def test_a_plan_beside_it_with_another_budget_leaves_its_own() -> None:
    plans = compute(BOARD)
    there = available(BOARD, plans, plans.best, {1: 1_500_00, 2: 3_000_00})
    assert there[1] == available(BOARD, plans)[1] + 600_00
    assert there[2] == 3_000_00 + there[1] - plans.best.rounds[0].paid


def test_no_round_of_an_approved_plan_costs_the_board_more_than_there_was_for_it() -> None:
    plans = compute(BOARD)
    moment = datetime(2018, 5, 1, tzinfo=UTC)
    kept = PlanVersion(1, "", BOARD.as_of, moment, "Bestuursvoorzitter", figures_of(BOARD, plans))
    there = budgets_of_plan(kept)
    assert there == available(BOARD, plans)
    assert all(one.paid <= there[one.round_id] for one in plans.best.rounds)
