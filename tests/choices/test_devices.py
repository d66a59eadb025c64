"""The devices of a variant are those of the rounds planner, given its money."""

from dataclasses import replace
from datetime import date

from planning.choices.devices import device_price, devices_of, fed, own_money, with_variant
from planning.choices.model import Variant
from planning.choices.rules import DevicePrice, Rates, moved
from planning.core.boards import Board
from planning.rounds.model import PlanningRules, Round, SchoolChoice
from planning.rounds.scenario_plans import compute
from planning.rounds.view import RoundsView
from tests.rounds.boards import LINDE, ROUNDS, cohort, view

RATES = Rates(68_946_71, 1_659_00, 500_00, 80_00, 228_00, 41_56)
NOW = Variant(LINDE, 2018, 1, "Zoals nu", fte=3_000)
NO_BUDGET = tuple(replace(one, budget_cents=0) for one in ROUNDS)


def alone(*cohorts: dict[str, object], **more: object) -> RoundsView:
    """De Linde by itself, without money of the board."""
    found = view(*cohorts, rounds=NO_BUDGET, **more)  # type: ignore[arg-type]
    ratios = replace(found.ratios, schools=found.ratios.schools[:1])
    return replace(found, ratios=ratios)


def test_the_money_of_a_school_year_goes_to_its_first_round() -> None:
    rounds = (*ROUNDS, Round(4, date(2022, 3, 1), 0))
    variant = replace(NOW, yearly={"devices": 1_000_00}, once={"devices": 500_00})
    # 2018/2019 has two rounds, 2019/2020 one, 2020/2021 none
    assert own_money(variant, rounds) == ({1: 1_500_00, 3: 1_000_00, 4: 2_000_00}, 0)
    assert own_money(replace(variant, school_year=2022), rounds) == ({}, 500_00)
    assert own_money(variant, ()) == ({}, 500_00)


def test_a_tenth_of_a_teacher_gives_the_devices_and_days_of_the_rounds_planner_with_that_money() -> None:
    board = alone(cohort(count=5, bought="2018-01-01"))
    variant = moved(NOW, "teaching", "devices", 1_000, RATES)
    cents = variant.yearly["devices"]
    assert cents == 6_894_67
    found = devices_of(board, LINDE, variant)
    asked = replace(board, choices={LINDE: SchoolChoice(LINDE, own_money={1: cents, 3: cents})})
    planned = compute(asked).best
    assert found is not None
    assert found.plan.purchases == planned.purchases
    assert found.plan.schools == planned.schools
    assert (found.count, found.reached, found.board_reached) == (15, 0, 0)  # 20 for 80 pupils, of 300 euros
    assert found.own_money == {1: cents, 3: cents}


def test_without_money_a_school_that_is_short_stays_so() -> None:
    found = devices_of(alone(cohort(count=5, bought="2018-01-01")), LINDE, NOW)
    assert found is not None
    assert (found.count, found.reached, found.board_reached) == (0, None, None)


def test_a_target_of_its_own_is_told_beside_that_of_the_board() -> None:
    variant = replace(NOW, target=2.0, yearly={"devices": 4_500_00})
    found = devices_of(alone(cohort(count=5, bought="2018-01-01")), LINDE, variant)
    assert found is not None
    assert (found.target, found.reached, found.board_target, found.board_reached) == (2.0, None, 4.0, 0)
    assert [one.devices for one in found.after] == [20, 20, 35]


def test_what_the_board_spends_on_the_school_stays_beside_its_own_money() -> None:
    rounds = (replace(NO_BUDGET[0], budget_cents=600_00), *NO_BUDGET[1:])
    board = replace(alone(cohort(count=5, bought="2018-01-01")), rounds=rounds)
    found = devices_of(board, LINDE, replace(NOW, once={"devices": 900_00}))
    assert found is not None
    assert (found.count, found.plan.rounds[0].cost, found.plan.rounds[0].paid) == (5, 1_500_00, 600_00)


def test_without_inventory_or_round_there_is_nothing_to_plan() -> None:
    assert devices_of(replace(alone(), rounds=()), LINDE, NOW) is None


def test_a_choice_that_is_fed_keeps_what_is_of_before_its_school_year() -> None:
    before = SchoolChoice(LINDE, kinds=("tablet",), own_money={1: 100_00, 3: 200_00}, set_size=5)
    variant = replace(NOW, school_year=2019, name="Meer", yearly={"devices": 700_00})
    after = fed(before, variant, ROUNDS)
    assert after == replace(before, own_money={1: 100_00, 3: 700_00}, origin="Meer")
    assert fed(after, variant, ROUNDS) == after
    assert fed(before, replace(variant, kinds=("chromebook",)), ROUNDS).kinds == ("chromebook",)


def test_the_price_is_that_of_the_cheapest_kind_a_school_may_buy_over_its_own_term() -> None:
    board = alone(cohort(), cohort(kind="tablet"))
    assert device_price(board, LINDE, NOW) == DevicePrice("chromebook", 300_00, 4)
    assert device_price(board, LINDE, replace(NOW, kinds=("tablet",))) == DevicePrice("tablet", 400_00, 4)
    ruled = replace(board, rules=PlanningRules(write_off_years=5))
    assert device_price(ruled, LINDE, NOW).term == 5


def test_the_board_and_other_schools_are_not_touched() -> None:
    board = view(cohort())
    changed = with_variant(board, LINDE, replace(NOW, target=3.0))
    assert [one.own_target for one in changed.ratios.schools] == [3.0, None]
    assert isinstance(changed.ratios.board, Board)
    assert list(changed.choices) == [LINDE]
