"""From inventories, pupils and choices to a planning problem."""

from dataclasses import replace
from datetime import date

import pytest

from planning.rounds.case import BEYOND, case_of, missing_for_a_plan
from planning.rounds.model import Discount, FixedPurchase, Order, PlanningRules, Round, Scenario, SchoolChoice, Wishes
from planning.rounds.round_dates import RoundDates, lengthened
from planning.rounds.scenario_plans import compute
from planning.rounds.solver.instance import Bound, FleetLine, Legacy
from planning.rounds.view import RoundsView
from planning.rounds.wanted import split
from tests.rounds.boards import ANNA, LINDE, ROUNDS, cohort, kinds, view

HALF_YEARS = tuple(date(year, month, 1) for year in (2018, 2019, 2020) for month in (3, 9))


def line_of(board: RoundsView, school_id: str = LINDE, scenario: Scenario | None = None) -> FleetLine:
    """The only line of a school."""
    [line] = [line for line in case_of(board, scenario or Scenario(0, "")).instance.lines if line.school == school_id]
    return line


def test_a_device_is_young_in_just_the_rounds_before_it_is_due() -> None:
    dates = RoundDates(HALF_YEARS)
    for due, rounds in ((date(2018, 3, 1), 0), (date(2018, 3, 2), 1), (date(2019, 9, 1), 3)):
        age = dates.age(due, life=10)
        assert [age + t < 10 for t in range(6)] == [t < rounds for t in range(6)]


def test_rounds_that_come_irregularly_make_a_device_neither_older_nor_younger_than_its_dates() -> None:
    dates = RoundDates((date(2018, 9, 1), date(2018, 11, 1), date(2020, 9, 1), date(2021, 9, 1)))
    age = dates.age(date(2019, 6, 1), life=5)
    assert [age + t < 5 for t in range(4)] == [True, True, False, False]


def test_what_is_longer_past_its_life_span_is_older() -> None:
    dates = RoundDates(HALF_YEARS)
    assert dates.age(date(2014, 3, 1), 10) > dates.age(date(2017, 3, 1), 10) >= 10


def test_a_purchase_ends_on_its_own_date_in_whatever_round_that_is() -> None:
    dates = RoundDates((date(2018, 1, 1), date(2018, 7, 1), date(2021, 1, 1), date(2021, 7, 1)))
    assert dates.ends(3) == (2, 3, None, None)


def test_a_plan_looks_beyond_the_rounds_of_the_board() -> None:
    assert lengthened((date(2018, 3, 1), date(2018, 9, 1)), 2)[2:] == (date(2019, 3, 4), date(2019, 9, 4))
    case = case_of(view(cohort()))
    assert (case.shown, case.instance.rounds, len(case.instance.budgets)) == (3, 3 + BEYOND, 3 + BEYOND)


def test_a_school_wants_a_device_for_every_four_pupils_of_the_school_year_a_round_is_for() -> None:
    board = view(cohort(), forecast=((LINDE, "2018-10-01", 81), (LINDE, "2019-10-01", 70)))
    assert line_of(board).targets[:3] == (21, 21, 18)


def test_a_schools_own_target_and_its_ramp_go_before_the_boards() -> None:
    choice = SchoolChoice(LINDE, ramp=((date(2018, 9, 1), 5.0), (date(2019, 3, 1), 2.0)))
    assert line_of(view(cohort(), choices={LINDE: choice})).targets[:2] == (16, 40)


def test_the_boards_ramp_holds_for_every_school_that_has_no_target_of_its_own() -> None:
    rules = PlanningRules(ramp=((date(2019, 1, 1), 2.0),))
    assert line_of(view(cohort(), rules=rules)).targets[:2] == (20, 40)


def test_a_reserve_is_wanted_beside_the_need_as_far_as_no_spare_devices_are_there() -> None:
    rules = PlanningRules(reserve_share=0.2)
    assert line_of(view(cohort(), rules=rules)).targets[0] == 20 + 4
    assert line_of(view(cohort(), cohort(count=3, status="spare"), rules=rules)).targets[0] == 20 + 1


def test_a_school_keeps_its_own_mix_of_kinds() -> None:
    case = case_of(view(cohort(count=12), cohort(count=4, kind="tablet")))
    lines = {line.types: line.targets[0] for line in case.instance.lines if line.school == LINDE}
    assert lines == {("chromebook",): 15, ("tablet",): 5}


def test_a_school_that_does_not_mind_has_one_line_for_all_it_may_buy() -> None:
    rules = PlanningRules(keep_mix=False)
    line = line_of(view(cohort(count=12), cohort(count=4, kind="tablet"), rules=rules))
    assert (line.types, line.targets[0]) == (("chromebook", "tablet"), 20)


def test_what_is_no_longer_bought_is_replaced_by_what_the_school_has_most_of() -> None:
    board = view(cohort(count=12), cohort(count=4, kind="desktop"), rules=PlanningRules(without=("desktop",)))
    line = line_of(board)
    assert (line.types, line.targets[0]) == (("chromebook",), 20)
    assert {old.type for old in line.legacy} == {"chromebook", "desktop"}


def test_a_scenario_without_tablets_buys_the_cheapest_where_a_school_has_nothing_else() -> None:
    without = Scenario(0, "", wishes=Wishes(without=("tablet",)))
    assert line_of(view(cohort(kind="tablet")), scenario=without).types == ("chromebook",)


def test_only_what_counts_today_is_there_and_it_counts_until_its_updates_end() -> None:
    board = view(
        cohort(count=7, until="2019-03-01"),
        cohort(count=3, status="broken"),
        cohort(count=2, until="2018-04-30"),
    )
    assert [(old.count, old.support_end) for old in line_of(board).legacy] == [(7, 2)]


def test_a_device_of_unknown_purchase_is_taken_to_be_bought_when_it_was_counted() -> None:
    [unknown] = line_of(view(cohort(bought=None))).legacy
    assert unknown == line_of(view(cohort(bought="2018-05-01"))).legacy[0]
    assert unknown.age + 6 < case_of(view(cohort())).instance.types["chromebook"].life


def test_a_device_stops_counting_so_many_years_after_its_life_span() -> None:
    rules = PlanningRules(beyond_life_years=1)
    [old] = line_of(view(cohort(bought="2013-01-01"), rules=rules)).legacy
    assert old == Legacy("chromebook", old.age, 10, 1)


def test_a_school_without_inventory_is_left_out_and_named() -> None:
    board = view(cohort(), pupils=((LINDE, "2017-10-01", 80),))
    assert case_of(board).left_out == {ANNA: "no_pupils"}


def test_a_plan_says_what_it_still_lacks() -> None:
    assert missing_for_a_plan(view(cohort(), rounds=())) == ("rounds",)
    assert missing_for_a_plan(view(rounds=(Round(1, date(2018, 4, 30), 1),), pupils=())) == ("pupils", "rounds")
    with pytest.raises(ValueError, match="needs"):
        case_of(view(rounds=()))


def test_prices_rise_by_the_year_unless_a_round_has_its_own() -> None:
    board = view(cohort(), rules=PlanningRules(price_rise=0.1), prices={(2, "chromebook"): 270_00})
    prices = case_of(board).instance.types["chromebook"].prices
    assert prices[:4] == (300_00, 270_00, 330_00, 330_00)


def test_volume_tiers_and_what_partner_boards_order_along_come_with_every_round() -> None:
    rules = PlanningRules(discounts=(Discount(50, 0.1),), partners={"chromebook": 20}, fixed_cost_cents=250_00)
    kind = case_of(view(cohort(), rules=rules)).instance.types["chromebook"]
    assert [(tier.quantity, tier.prices[:4]) for tier in kind.tiers] == [(50, (270_00, 270_00, 275_40, 275_40))]
    assert (kind.joint[0], kind.fixed_costs[0]) == (20, 250_00)


def test_what_a_plan_buys_at_a_discount_is_paid_by_the_budget_of_its_round_however_prices_rise() -> None:
    rules = PlanningRules(price_rise=0.1, discounts=(Discount(2, 0.1),), carry_over=False)
    late = tuple(replace(one, budget_cents=budget) for one, budget in zip(ROUNDS, (0, 0, 2_700_00), strict=True))
    bought = compute(view(cohort(), rules=rules, rounds=late)).best.of_round(3)
    # 300 euros in the first year, 330 in the second, and ten percent off: ten at 297 would be 2,970
    assert sum(purchase.count for purchase in bought) * 297_00 == 9 * 297_00 <= late[2].budget_cents
    assert {purchase.price_cents for purchase in bought} == {297_00}


def test_the_first_year_has_the_price_of_the_kind_to_the_cent() -> None:
    board = view(cohort(), rules=PlanningRules(price_rise=0.0))
    dear = replace(board, ratios=replace(board.ratios, kinds=kinds(chromebook=272_50)))
    assert case_of(dear).instance.types["chromebook"].prices[0] == 272_50


def test_a_fixed_purchase_binds_its_round_only_also_of_a_kind_the_school_does_not_have() -> None:
    wish = Wishes(fixed=(FixedPurchase(LINDE, "tablet", 2, 5, 5),))
    line = line_of(view(cohort()), scenario=Scenario(0, "", wishes=wish))
    assert line.types == ("chromebook", "tablet")
    bounds = {bound.round: bound for bound in line.bounds}
    assert (bounds[1], bounds[0]) == (Bound("tablet", 1, 5, 5), Bound("tablet", 0, 0, 0))


def test_a_school_that_goes_first_weighs_more_than_all_others() -> None:
    wish = Scenario(0, "", wishes=Wishes(first=(ANNA,)))
    assert line_of(view(cohort()), ANNA, wish).weight > 4 * line_of(view(cohort()), LINDE, wish).weight


def test_with_no_school_without_a_round_everyone_in_need_gets_a_set_as_far_as_the_money_goes() -> None:
    rules = PlanningRules(nobody_waits=True, set_size=5, price_rise=0.0)
    both = case_of(view(cohort(), cohort(ANNA, 2), rules=rules)).instance.lines
    assert [line.bounds[0].at_least for line in both] == [5, 5]
    poor = (Round(1, date(2018, 9, 1), 2_000_00),)
    one = case_of(view(cohort(), cohort(ANNA, 2), rules=rules, rounds=poor)).instance.lines
    assert [len(line.bounds) for line in one] == [1, 0]


def test_something_for_everyone_is_within_the_budget_with_the_fixed_cost_of_its_order() -> None:
    rules = PlanningRules(nobody_waits=True, price_rise=0.0, fixed_cost_cents=100_00)
    tight = (Round(1, date(2018, 9, 1), 600_00),)
    board = view(cohort(), cohort(ANNA, 2), rules=rules, rounds=tight)
    assert [len(line.bounds) for line in case_of(board).instance.lines] == [1, 0]
    assert compute(board).best.cost <= 600_00


def test_what_is_ordered_is_bound_and_what_arrived_of_it_is_money_spent() -> None:
    order = Order(1, 1, 1, LINDE, "chromebook", "", 10, 290_00, date(2018, 3, 1))
    board = view(cohort(count=4, bought="2018-04-01"), orders=(order,))
    assert line_of(board).bounds == (Bound("chromebook", 0, 6),)
    # 4 are paid at 290 each; the 6 to come cost 290, not the 300 that the plan reckons for them
    assert case_of(board).instance.budgets[0] == 10_000_00 - 4 * 290_00 + 6 * 10_00


def test_what_was_ordered_at_a_discount_leaves_no_more_money_than_there_is() -> None:
    rules = PlanningRules(price_rise=0.0, discounts=(Discount(10, 0.1),))
    order = Order(1, 1, 1, LINDE, "chromebook", "", 10, 270_00, date(2018, 3, 1))
    assert case_of(view(cohort(), rules=rules, orders=(order,))).instance.budgets[0] == 10_000_00


def test_the_fixed_cost_of_an_order_that_stands_in_the_inventory_stays_spent() -> None:
    rules = PlanningRules(price_rise=0.0, fixed_cost_cents=250_00)
    came = cohort(count=4, bought="2018-04-01")
    order = Order(1, 1, 1, LINDE, "chromebook", "", 4, 300_00, date(2018, 3, 1))
    here = view(came, rules=rules, orders=(order,))
    assert case_of(here).instance.budgets[0] == 10_000_00 - 4 * 300_00 - 250_00
    earlier = Round(9, date(2018, 3, 1), 5_000_00)
    before = view(came, rules=rules, rounds=(earlier, *ROUNDS), orders=(replace(order, round_id=9),))
    assert case_of(before).instance.budgets[0] == 10_000_00 + 5_000_00 - 4 * 300_00 - 250_00


def test_a_round_in_which_all_its_money_is_ordered_can_still_be_planned() -> None:
    rules = PlanningRules(price_rise=0.0, fixed_cost_cents=250_00, carry_over=False)
    order = Order(1, 1, 1, LINDE, "chromebook", "", 33, 300_00, date(2018, 3, 1))
    plan = compute(view(cohort(count=30), rules=rules, orders=(order,))).best
    assert plan.rounds[0].cost == 33 * 300_00 + 250_00


def test_what_an_earlier_round_still_owes_is_on_its_way_and_its_unspent_money_moves_on() -> None:
    earlier = Round(9, date(2018, 3, 1), 5_000_00)
    order = Order(1, 1, 9, LINDE, "chromebook", "", 10, 300_00, date(2018, 2, 1))
    board = view(cohort(count=4, bought="2018-04-01"), rounds=(earlier, *ROUNDS), orders=(order,))
    assert sum(old.count for old in line_of(board).legacy) == 10
    assert case_of(board).instance.budgets[0] == 10_000_00 + 2_000_00


def test_an_order_beyond_the_rounds_own_budget_takes_what_earlier_rounds_left_and_no_more() -> None:
    earlier = Round(9, date(2018, 3, 1), 5_000_00)
    orders = (
        Order(1, 1, 9, LINDE, "chromebook", "", 10, 300_00, date(2018, 2, 1)),
        Order(2, 1, 1, LINDE, "chromebook", "", 40, 300_00, date(2018, 4, 1)),
    )
    board = view(cohort(), rounds=(earlier, *ROUNDS), orders=orders)
    assert case_of(board).instance.budgets[:2] == (10_000_00 + 2_000_00, 10_000_00)
    alone = view(cohort(), orders=orders[1:], rules=PlanningRules(carry_over=False))
    assert case_of(alone).instance.budgets[:2] == (12_000_00, 10_000_00)


def test_own_money_of_a_school_stands_beside_the_budget() -> None:
    choice = SchoolChoice(ANNA, own_money={2: 600_00})
    assert case_of(view(cohort(), choices={ANNA: choice})).instance.school_money[ANNA][:3] == (0, 600_00, 0)


@pytest.mark.parametrize(
    ("total", "shares", "parts"), [(20, [12, 4], [15, 5]), (10, [1, 1, 1], [4, 3, 3]), (7, [0, 0], [7, 0])]
)
def test_a_total_is_split_by_largest_remainder(total: int, shares: list[int], parts: list[int]) -> None:
    assert split(total, shares) == parts
