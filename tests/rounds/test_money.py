"""Money of a round, and what an investment costs each year."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planning.organisation.kinds import kinds_by_code
from planning.rounds.choice_rules import budget_reasons
from planning.rounds.model import Order, PlanningRules, Round
from planning.rounds.money import (
    Investment,
    book_value,
    depreciation,
    invested,
    investments,
    least_budget,
    level_reserve,
    money_of,
    written_off,
)
from planning.rounds.reality import OrderProgress

ORDER = Order(1, 1, 1, "00AA00", "chromebook", "", 10, 300_00, date(2018, 3, 1))
BOUGHT = Investment(date(2018, 9, 1), 4_000_00, 4)


def test_what_is_delivered_is_spent_at_its_own_price_and_the_rest_is_committed() -> None:
    progress = [
        OrderProgress(ORDER, 6, 6 * 280_00, 0, None),
        OrderProgress(replace(ORDER, order_id=2, round_id=2), 0, 0, 0, None),
    ]
    [money, _next] = money_of(
        (Round(1, date(2018, 3, 1), 5_000_00), Round(2, date(2018, 9, 1), 0)), {1: 4_500_00}, progress
    )
    assert (money.planned, money.committed, money.spent) == (4_500_00, 4 * 300_00, 6 * 280_00)
    assert money.left == 5_000_00 - 1_200_00 - 1_680_00


def test_what_an_earlier_round_left_pays_for_what_is_ordered_later_unless_money_does_not_move_on() -> None:
    march, september = Round(1, date(2018, 3, 1), 5_000_00), Round(2, date(2018, 9, 1), 1_500_00)
    orders = (ORDER, replace(ORDER, order_id=2, round_id=2))  # 3.000 in each
    least = {
        moves: least_budget(september, (march, september), orders, PlanningRules(carry_over=moves), {})
        for moves in (True, False)
    }
    assert least == {True: 1_000_00, False: 3_000_00}
    [refused] = budget_reasons({2: 900_00}, (march, september), orders, PlanningRules())
    assert (refused.values["least"], refused.values["ordered"]) == (1_000_00, 3_000_00)
    assert budget_reasons({2: 1_000_00}, (march, september), orders, PlanningRules()) == []


def test_a_scenario_that_leaves_an_earlier_round_less_has_less_to_move_on() -> None:
    march, september = Round(1, date(2018, 3, 1), 5_000_00), Round(2, date(2018, 9, 1), 1_500_00)
    orders = (ORDER, replace(ORDER, order_id=2, round_id=2))
    assert least_budget(september, (march, september), orders, PlanningRules(), {1: 3_500_00}) == 2_500_00


def test_a_round_that_paid_for_a_later_one_cannot_have_less_than_that_asks() -> None:
    march, september = Round(1, date(2018, 3, 1), 5_000_00), Round(2, date(2018, 9, 1), 1_500_00)
    orders = (ORDER, replace(ORDER, order_id=2, round_id=2))  # 3.000 in each: september takes 1.500 of march
    [refused] = budget_reasons({1: 4_400_00}, (march, september), orders, PlanningRules())
    assert (refused.code, refused.values["least"]) == ("budget_below_later", 4_500_00)
    assert refused.values["day"] == september.on
    assert budget_reasons({1: 4_500_00}, (march, september), orders, PlanningRules()) == []
    assert budget_reasons({1: 4_400_00, 2: 1_600_00}, (march, september), orders, PlanningRules()) == []
    assert budget_reasons({1: 3_000_00}, (march, september), orders, PlanningRules(carry_over=False)) == []


def test_what_a_round_asked_too_much_of_before_is_held_against_nobody_who_takes_nothing_away() -> None:
    march, september = Round(1, date(2018, 3, 1), 4_000_00), Round(2, date(2018, 9, 1), 1_500_00)
    orders = (ORDER, replace(ORDER, order_id=2, round_id=2))  # 500 short already
    assert budget_reasons({1: 4_000_00}, (march, september), orders, PlanningRules()) == []
    [refused] = budget_reasons({1: 3_900_00}, (march, september), orders, PlanningRules())
    assert refused.code == "budget_below_later"


def test_an_investment_is_written_off_in_equal_months_over_its_term() -> None:
    assert depreciation([BOUGHT], range(2017, 2024)) == {
        2017: 0, 2018: 333_33, 2019: 1_000_00, 2020: 1_000_00, 2021: 1_000_00, 2022: 666_67, 2023: 0,
    }  # fmt: skip


def test_the_months_add_up_to_the_whole_to_the_cent() -> None:
    odd = Investment(date(2018, 5, 17), 1_000_01, 3)
    assert sum(depreciation([odd], range(2018, 2023)).values()) == 1_000_01
    assert written_off(odd, date(2018, 5, 31)) == 0


def test_the_book_value_is_what_is_not_written_off_yet() -> None:
    assert book_value([BOUGHT], date(2018, 8, 1)) == 0
    assert book_value([BOUGHT], date(2019, 9, 1)) == 3_000_00
    assert book_value([BOUGHT], date(2030, 1, 1)) == 0


def test_the_same_kind_on_the_same_day_is_one_order_and_a_small_order_is_a_cost_at_once() -> None:
    day = date(2018, 9, 1)
    bought = [(day, "chromebook", 300_00), (day, "chromebook", 300_00), (day, "tablet", 400_00)]
    found = investments(bought, kinds_by_code(), PlanningRules(threshold_cents=500_00, write_off_years=3))
    assert found == (Investment(day, 600_00, 3), Investment(day, 400_00, 0))
    assert depreciation(found, [2018])[2018] == 600_00 * 4 // 36 + 400_00


def test_without_a_term_of_the_board_each_kind_has_its_own() -> None:
    [found] = investments([(date(2018, 9, 1), "chromebook", 900_00)], kinds_by_code(), PlanningRules())
    assert found.years == kinds_by_code()["chromebook"].write_off_years == 4


def test_investment_and_depreciation_of_a_year_are_told_apart() -> None:
    assert invested([BOUGHT], (2018, 2019)) == {2018: 4_000_00, 2019: 0}


def test_as_much_is_set_aside_every_year_as_lets_no_year_go_short() -> None:
    assert level_reserve({2018: 300, 2019: 300, 2020: 300}) == 300
    assert level_reserve({2018: 0, 2019: 0, 2020: 900}) == 300  # saved for
    assert level_reserve({2018: 900, 2019: 0, 2020: 0}) == 900  # the first year cannot be saved for
    assert level_reserve({2018: 100, 2019: 600, 2020: 0}) == 350
    assert level_reserve({2018: 100, 2019: 600, 2020: 0}, opening=100) == 300
    assert level_reserve({2018: 100}, opening=500) == 0


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=8), st.integers(0, 5_000))
def test_with_one_cent_less_some_year_would_go_short(spend: list[int], opening: int) -> None:
    aside = level_reserve(dict(enumerate(spend)), opening)

    def lowest(each: int) -> int:
        return min(opening + each * (n + 1) - sum(spend[: n + 1]) for n in range(len(spend)))

    assert lowest(aside) >= 0
    assert aside == 0 or lowest(aside - 1) < 0
