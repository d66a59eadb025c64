"""A plan beside the one that was approved: both on the facts of now, so that only what is decided is gain or loss."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.rounds.board_plan import from_json, plan_of
from planning.rounds.carried_out import AllRounds, Lacking, carried_out, still_bought
from planning.rounds.decision import decision_of, figures_of, forecast, gains, losses
from planning.rounds.difference import PlanDifference, difference_of
from planning.rounds.model import BASIS, Order, Round, Scenario
from planning.rounds.records import PlanVersion
from planning.rounds.scenario_plans import ScenarioPlans, compute
from planning.rounds.view import RoundsView
from tests.rounds.boards import ANNA, LINDE, ROUNDS, cohort, kinds, view

APRIL = datetime(2018, 4, 16, 12, tzinfo=UTC)


def approved(board: RoundsView, scenario: Scenario = BASIS) -> PlanVersion:
    """The best plan of a board as it was approved in April."""
    figures = figures_of(board, compute(board, scenario))
    return PlanVersion(2, "", date(2018, 4, 16), APRIL, "Bestuursvoorzitter", figures)


def the_same(board: RoundsView) -> ScenarioPlans:
    """A proposal that is the plan that holds."""
    plans = compute(board)
    assert board.approved is not None
    purchases = still_bought(board, board.approved, plans.case)
    return replace(plans, purchases=purchases, best=plan_of(plans.case, purchases))


def told(board: RoundsView, plans: ScenarioPlans) -> tuple[list[str], list[str]]:
    found = difference_of(board, plans)
    return gains(found, board.school_name), losses(found, board.school_name)


@settings(max_examples=12, deadline=None)
@given(
    lost=st.integers(0, 5),
    pupils=st.integers(20, 200),
    ends=st.sampled_from([None, "2018-07-01", "2019-06-01"]),
    later=st.booleans(),
)
def test_a_proposal_that_is_the_approved_plan_gains_and_loses_nothing_whatever_became_of_the_facts(
    lost: int, pupils: int, ends: str | None, later: bool
) -> None:
    before = approved(view(cohort(LINDE, 10), cohort(ANNA, 5)))
    rounds = tuple(replace(one, on=one.on.replace(day=20)) for one in ROUNDS) if later else ROUNDS
    board = view(
        cohort(LINDE, 10 - lost, until=ends),
        cohort(ANNA, 5),
        pupils=((LINDE, "2017-10-01", pupils), (ANNA, "2017-10-01", 40)),
        rounds=rounds,
        plans=(before,),
    )
    plans = the_same(board)
    assert told(board, plans) == ([], [])
    found = difference_of(board, plans)
    assert found is not None
    assert found.is_none


def test_what_the_facts_took_from_both_plans_is_told_as_a_forecast_of_its_day_and_as_no_loss() -> None:
    poor = tuple(replace(one, budget_cents=1_500_00) for one in ROUNDS)
    before = approved(view(cohort(LINDE, 20), cohort(ANNA, 10), rounds=poor))
    board = view(cohort(LINDE, 12), cohort(ANNA, 10), rounds=poor, plans=(before,))
    found = difference_of(board, compute(board))
    assert found is not None
    assert losses(found, board.school_name) == []
    [said] = forecast(found, before, board.as_of)
    assert said.replace("\u2011", "-").startswith("Op 16-4-2018, bij het vaststellen van plan 2, werd na de ronde van")
    assert "verwacht; met de gegevens van 1-5-2018 is dat" in said.replace("\u2011", "-")


def test_what_is_gained_over_the_rounds_together_is_said_where_each_round_shown_hides_it() -> None:
    less, more = Lacking(23, 8), Lacking(30, 8)
    found = PlanDifference((), (), is_other_wish=False, together=AllRounds(8, date(2022, 2, 28), more, less))
    said = "Over 8 rondes samen, tot en met februari 2022, is het tekort 23 in plaats van 30; "
    assert [text.startswith(said) for text in gains(found, str)] == [True]
    assert losses(found, str) == []
    assert gains(replace(found, together=AllRounds(8, date(2022, 2, 28), less, more)), str) == []


def test_devices_that_came_and_stand_in_an_inventory_are_not_bought_once_more() -> None:
    before = approved(view(cohort(LINDE, 10), cohort(ANNA, 10)))
    [first] = from_json(before.figures["plan"]).of_round(1)
    n = first.count
    order = Order(1, 2, 1, LINDE, "chromebook", "", n, 300_00, date(2018, 4, 20))
    came = cohort(LINDE, n, bought="2018-04-25")
    board = view(cohort(LINDE, 10), came, cohort(ANNA, 10), plans=(before,), orders=(order,))
    held = carried_out(board, compute(board))
    assert held is not None
    assert (first.school_id, held.plan.bought(LINDE, 1), held.plan.rounds[0].short) == (LINDE, 0, 0)


def test_a_school_that_no_plan_can_be_made_for_any_more_does_not_fall_away_unsaid() -> None:
    before = approved(view(cohort(LINDE, 10), cohort(ANNA, 3)))
    bought = from_json(before.figures["plan"]).bought(ANNA, 1)
    board = view(cohort(LINDE, 10), cohort(ANNA, 3), pupils=((LINDE, "2017-10-01", 80),), plans=(before,))
    found = difference_of(board, compute(board))
    assert found is not None
    assert (bought > 0, {one.school_id: one.devices[0] for one in found.schools}[ANNA]) == (True, -bought)


def test_prices_that_rose_since_the_approval_are_said_and_are_no_other_purchases() -> None:
    before = approved(view(cohort(LINDE, 18), cohort(ANNA, 10)))
    board = view(cohort(LINDE, 18), cohort(ANNA, 10), plans=(before,))
    dearer = replace(board, ratios=replace(board.ratios, kinds=kinds(chromebook=310_00)))
    found = difference_of(dearer, the_same(dearer))
    assert found is not None
    n = sum(p.count for p in from_json(before.figures["plan"]).purchases)
    assert (found.cost, found.dearer, found.is_none) == (0, n * 10_00, False)


def test_a_round_that_the_approved_plan_did_not_have_is_beside_nothing() -> None:
    before = approved(view(cohort(LINDE, 10), cohort(ANNA, 10)))
    rounds = (*ROUNDS, Round(4, date(2020, 3, 1), 10_000_00))
    board = view(cohort(LINDE, 10), cohort(ANNA, 10), rounds=rounds, plans=(before,))
    found = difference_of(board, compute(board))
    assert found is not None
    assert [one.before is None for one in found.rounds] == [False, False, False, True]


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_decision_keeps_the_plan_before_it_on_its_own_facts(is_kept: bool) -> None:
    first = approved(view(cohort(LINDE, 10), cohort(ANNA, 10)))
    board = view(cohort(LINDE, 6), cohort(ANNA, 10), plans=(replace(first, version=1),))
    figures = figures_of(board, compute(board))
    if not is_kept:  # as plans were kept before
        del figures["before"]
    second = replace(first, version=2, as_of=board.as_of, figures=figures)
    decided = decision_of(replace(board, plans=(*board.plans, second)), second).difference
    assert decided is not None
    one = decided.rounds[0].before
    assert one is not None
    assert (one.short is None, decided.together is None) == (not is_kept, not is_kept)
