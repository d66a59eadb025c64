"""Signals of the rounds: what waits for a decision, on a small board."""

from dataclasses import replace
from datetime import UTC, date, datetime

from planning.attention.rounds import PlanDiffers, RoundToOrder, round_signals
from planning.attention.signal import Signal
from planning.rounds.board_plan import BoardPlan
from planning.rounds.difference import PlanDifference, RoundDifference, RoundPart, SchoolDifference
from planning.rounds.model import Order
from planning.rounds.records import PlanVersion
from planning.rounds.scenario_plans import compute
from planning.rounds.view import RoundsView
from tests.rounds.boards import ANNA, LINDE, cohort, view

APPROVED = PlanVersion(2, "", date(2018, 4, 16), datetime(2018, 4, 16, tzinfo=UTC), "Voorzitter", {"whole": []})
SAME = PlanDifference((), (), is_other_wish=False)


def board(*orders: Order) -> RoundsView:
    """De Linde wants 20 devices and has 12; Sint Anna has what it wants."""
    return view(cohort(count=12), cohort(ANNA, 10), plans=(APPROVED,), orders=orders)


def found(some: RoundsView, plan: BoardPlan, difference: PlanDifference | None = SAME) -> tuple[Signal, ...]:
    return round_signals(some, plan, difference)


def test_a_board_without_an_approved_plan_is_asked_for_one() -> None:
    some = replace(board(), plans=())
    assert [signal.code for signal in round_signals(some, None, None)] == ["no_plan"]


def test_what_the_next_round_buys_and_nobody_ordered_is_told_with_its_date() -> None:
    plan = compute(board()).best
    assert found(board(), plan) == (RoundToOrder("round_to_order", (LINDE,), 1, date(2018, 9, 1), 8, 8),)
    some = board(Order(1, 2, 1, LINDE, "chromebook", "", 3, 300_00, date(2018, 4, 20)))
    assert found(some, plan) == (RoundToOrder("round_to_order", (LINDE,), 1, date(2018, 9, 1), 5, 8),)


def test_a_round_that_is_ordered_or_far_away_asks_for_nothing() -> None:
    plan = compute(board()).best
    assert found(board(Order(1, 2, 1, LINDE, "chromebook", "", 8, 300_00, date(2018, 4, 20))), plan) == ()
    assert found(replace(board(), as_of=date(2018, 2, 1)), plan) == ()


def test_a_plan_that_is_another_now_says_for_whom_and_for_how_much() -> None:
    ordered = board(Order(1, 2, 1, LINDE, "chromebook", "", 8, 300_00, date(2018, 4, 20)))
    before, now = RoundPart(10_000_00, 8, 2_400_00, 0), RoundPart(10_000_00, 7, 2_100_00, 1)
    other = PlanDifference(
        (RoundDifference(1, date(2018, 9, 1), before, now),), (SchoolDifference(LINDE, (-1,)),), is_other_wish=False
    )
    assert found(ordered, compute(board()).best, other) == (PlanDiffers("plan_differs", (LINDE,), 2, -300_00),)
