"""Choices, scenarios, approval, orders and deliveries of a board, on both engines."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook

from planning.core.clock import local_day
from planning.core.database import Database
from planning.core.rights import NotAllowed, Person, Role
from planning.core.service import audit
from planning.inventory.fleet.cohorts import cohorts
from planning.inventory.fleet.records import Version, write_version
from planning.organisation.records import PupilCount, write_counts, write_schools
from planning.ratios.service import ratio_view
from planning.rounds import ordering_service, service
from planning.rounds.board_plan import from_json
from planning.rounds.case import case_of
from planning.rounds.difference import difference_of
from planning.rounds.model import Delivery, FixedPurchase, PlanningRules, Round, Scenario, SchoolChoice, Wishes
from planning.rounds.money import money_of
from planning.rounds.ordering import OrderLine, order_list
from planning.rounds.scenario_plans import ScenarioPlans, compute
from planning.rounds.view import RoundsView
from tests.conftest import NOW, person
from tests.own_board import BOARD
from tests.refusals import refused
from tests.rounds.boards import ANNA, LINDE, SCHOOLS, TODAY

CHAIR, PLANNER = person(Role.CHAIR), person(Role.GROUP_ICT)
COORDINATOR = person(Role.SCHOOL_ICT, LINDE)
OTHER_BOARD = person(Role.CHAIR, board_id="22222")
SEPTEMBER = Round(0, date(2018, 9, 1), 6_000_00)


@pytest.fixture
def board(database: Database) -> Database:
    """Two schools with pupils, each with an inventory of a few old Chromebooks."""
    import pandas as pd

    from planning.inventory.fleet.records import LOT_COLUMNS

    with database.change(PLANNER, NOW) as change:
        write_schools(change, SCHOOLS)
        write_counts(change, [PupilCount(key, date(2017, 10, 1), n, "hand") for key, n in ((LINDE, 40), (ANNA, 20))])
        for key, count in ((LINDE, 4), (ANNA, 2)):
            values = dict.fromkeys(LOT_COLUMNS) | {
                "sheet": "Blad1", "row": 2, "kind": "chromebook", "count": count, "purchased_precision": "day",
                "purchased_earliest": date(2017, 9, 1), "purchased_latest": date(2017, 9, 1), "price_vat": "incl",
                "status": "in_use", "audience": "pupils", "level": "shared", "support_source": "unknown",
            }  # fmt: skip
            lots = pd.DataFrame([values], columns=list(LOT_COLUMNS), dtype=object)
            version = Version(key, 1, date(2018, 4, 1), date(2018, 4, 1), NOW, "x", "x", "x", "x", count, {})
            write_version(change, version, lots, cohorts(lots))
        change.log("test", "begin")
    return database


def now_view(database: Database, who: Person = CHAIR) -> RoundsView:
    """All that a plan is made of, as it is kept at this moment."""
    return service.rounds_view(who, database, ratio_view(who, database), TODAY)


def approved(database: Database, scenario: Scenario | None = None) -> ScenarioPlans:
    """A plan of a round in September, approved by the chair."""
    if not now_view(database).rounds:
        service.save_round(PLANNER, database, NOW, SEPTEMBER)
    view = now_view(database)
    plans = compute(view, scenario or Scenario(0, ""))
    service.approve(CHAIR, database, NOW, view, plans, database.data_version("11111"))
    return plans


def test_a_round_is_kept_changed_and_removed_with_its_audit_lines(board: Database) -> None:
    kept = service.save_round(PLANNER, board, NOW, SEPTEMBER)
    service.set_price(PLANNER, board, NOW, kept.round_id, "chromebook", 280_00)
    service.save_round(PLANNER, board, NOW, replace(kept, budget_cents=7_000_00))
    view = now_view(board)
    assert view.rounds == (replace(kept, budget_cents=7_000_00),)
    assert view.prices == {(kept.round_id, "chromebook"): 280_00}
    service.remove_round(PLANNER, board, NOW, kept.round_id)
    assert (now_view(board).rounds, now_view(board).prices) == ((), {})
    assert audit(CHAIR, board)["what"].tolist()[:4] == ["round", "round", "round_price", "round"]


def test_two_rounds_on_one_day_are_refused(board: Database) -> None:
    service.save_round(PLANNER, board, NOW, SEPTEMBER)
    with refused(("round_day_taken", "on")):
        service.save_round(PLANNER, board, NOW, replace(SEPTEMBER, name="Nog een"))


def test_rules_choices_and_scenarios_come_back_as_they_were_kept(board: Database) -> None:
    kept = service.save_round(PLANNER, board, NOW, SEPTEMBER)
    rules = PlanningRules(worst_first=True, without=("desktop",), ramp=((date(2019, 1, 1), 3.5),))
    choice = SchoolChoice(
        LINDE, ("tablet",), False, 5, ((date(2019, 1, 1), 3.0),), {"lower": 8.0}, {kept.round_id: 5_00}
    )
    wishes = Wishes((ANNA,), ("laptop",), (FixedPurchase(LINDE, "tablet", kept.round_id, 2, 4),))
    service.save_rules(PLANNER, board, NOW, rules)
    service.save_choice(PLANNER, board, NOW, choice)
    saved = service.save_scenario(CHAIR, board, NOW, Scenario(0, "Zuinig", {kept.round_id: 100_00}, wishes))
    view = now_view(board)
    assert (view.rules, view.choices, view.scenarios) == (rules, {LINDE: choice}, (saved,))
    assert (saved.changed_by, saved.wishes, saved.budgets) == (CHAIR.name, wishes, {kept.round_id: 100_00})
    service.remove_scenario(CHAIR, board, NOW, saved.scenario_id)
    assert now_view(board).scenarios == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "scenario_without_name"), (" zuinig ", "scenario_there_already"), ("x" * 61, "scenario_name_too_long")],
)
def test_a_scenario_without_a_name_or_with_one_that_is_taken_is_refused(board: Database, name: str, code: str) -> None:
    service.save_scenario(CHAIR, board, NOW, Scenario(0, "Zuinig"))
    with refused((code, "name")):
        service.save_scenario(CHAIR, board, NOW, Scenario(0, name))


def test_rules_out_of_bounds_are_refused_all_at_once(board: Database) -> None:
    with refused(
        ("price_rise_out_of_range", "price_rise"),
        ("years_out_of_range", "beyond_life_years"),
        ("set_out_of_range", "set_size"),
    ):
        service.save_rules(PLANNER, board, NOW, PlanningRules(price_rise=2.0, set_size=0, beyond_life_years=99))
    assert now_view(board).rules == PlanningRules()


def test_the_chair_approves_and_the_plan_stays_as_it_was_whatever_changes_after(board: Database) -> None:
    plans = approved(board)
    service.save_round(PLANNER, board, NOW, replace(now_view(board).rounds[0], budget_cents=0))
    kept = now_view(board).approved
    assert kept is not None
    assert (kept.version, kept.approved_by, kept.as_of) == (1, CHAIR.name, TODAY)
    assert from_json(kept.figures["plan"]) == plans.best


def test_an_approved_scenario_makes_its_budgets_those_of_the_rounds(board: Database) -> None:
    kept = service.save_round(PLANNER, board, NOW, SEPTEMBER)
    approved(board, Scenario(0, "Ruim", {kept.round_id: 9_000_00}))
    assert now_view(board).rounds[0].budget_cents == 9_000_00


def test_a_plan_that_was_shown_before_somebody_changed_something_is_not_approved(board: Database) -> None:
    service.save_round(PLANNER, board, NOW, SEPTEMBER)
    view, before = now_view(board), board.data_version("11111")
    plans = compute(view)
    service.save_rules(PLANNER, board, NOW, PlanningRules(worst_first=True))
    with refused(("changed_since_shown", None)):
        service.approve(CHAIR, board, NOW, view, plans, before)
    assert now_view(board).plans == ()


def test_a_plan_of_a_day_that_is_over_is_not_approved(board: Database) -> None:
    service.save_round(PLANNER, board, NOW, SEPTEMBER)
    view = service.rounds_view(CHAIR, board, ratio_view(CHAIR, board), TODAY - timedelta(days=1))
    with refused(("approved_on_past_day", None)):
        service.approve(CHAIR, board, NOW, view, compute(view), board.data_version("11111"))


def test_an_approval_is_of_the_boards_own_clock_where_that_stands_still(board: Database) -> None:
    service.save_round(PLANNER, board, NOW, SEPTEMBER)
    view, years_later = now_view(board), NOW + timedelta(days=3_000)
    kept = service.approve(CHAIR, board, years_later, view, compute(view), board.data_version("11111"))
    assert local_day(kept.approved_at) == TODAY


def test_a_plan_that_is_withdrawn_gives_back_the_plan_and_the_budgets_of_before(board: Database) -> None:
    kept = service.save_round(PLANNER, board, NOW, SEPTEMBER)
    approved(board)
    approved(board, Scenario(0, "Ruim", {kept.round_id: 9_000_00}))
    service.withdraw(CHAIR, board, NOW, 2)
    view = now_view(board)
    assert ([plan.version for plan in view.plans], view.rounds[0].budget_cents) == ([1], SEPTEMBER.budget_cents)
    assert set(audit(CHAIR, board)["what"].tolist()[:2]) == {"plan_withdrawn", "round"}
    line = audit(CHAIR, board, what=["plan_withdrawn"]).iloc[0]
    assert (line["before"]["version"], line["after"]["withdrawn_by"]) == (2, CHAIR.name)
    assert [(plan.version, plan.withdrawn_by) for plan in view.withdrawn] == [(2, CHAIR.name)]
    approved(board)
    assert [plan.version for plan in now_view(board).plans] == [1, 3]


def test_a_plan_by_which_something_is_ordered_is_not_withdrawn(board: Database) -> None:
    approved(board)
    ordering_service.place_orders(PLANNER, board, NOW, 1)
    with refused(("plan_ordered", None)):
        service.withdraw(CHAIR, board, NOW, 1)
    with refused(("plan_not_the_last", None)):
        service.withdraw(CHAIR, board, NOW, 7)
    with pytest.raises(NotAllowed):
        service.withdraw(PLANNER, board, NOW, 1)


def test_a_plan_says_in_what_it_differs_from_the_one_that_holds(board: Database) -> None:
    plans = approved(board)
    view = now_view(board)
    same = difference_of(view, plans)
    assert same is not None
    assert same.is_none
    poorer = difference_of(view, compute(view, Scenario(0, "", {1: 1_500_00})))
    assert poorer is not None
    [one] = poorer.rounds
    assert one.before is not None
    assert (one.before.budget, one.now.budget, poorer.is_none) == (6_000_00, 1_500_00, False)
    assert sum(sum(school.devices) for school in poorer.schools) == poorer.devices == one.now.devices - 9
    assert poorer.cost == one.now.cost - one.before.cost


def test_an_order_is_what_the_plan_buys_and_is_not_ordered_yet(board: Database) -> None:
    plans = approved(board)
    planned = sum(purchase.count for purchase in plans.best.purchases)
    assert planned == 9
    orders = ordering_service.place_orders(PLANNER, board, NOW, 1, " Leverancier Zuid ")
    assert (sum(order.count for order in orders), {order.supplier for order in orders}) == (9, {"Leverancier Zuid"})
    with refused(("all_ordered", None)):
        ordering_service.place_orders(PLANNER, board, NOW, 1)
    with refused(("round_in_use", None)):
        service.remove_round(PLANNER, board, NOW, 1)


def test_what_is_ordered_is_in_the_next_plan_and_what_arrived_is_spent(board: Database) -> None:
    approved(board)
    ordering_service.place_orders(PLANNER, board, NOW, 1)
    again = compute(now_view(board))
    assert sum(purchase.count for purchase in again.best.purchases) == 9
    assert sum(bound.at_least for line in again.case.instance.lines for bound in line.bounds) == 9


def test_a_school_books_what_it_received_of_its_own_orders_and_nobody_elses(board: Database) -> None:
    approved(board)
    orders = {o.school_id: o for o in ordering_service.place_orders(PLANNER, board, NOW, 1)}
    mine = Delivery(0, orders[LINDE].order_id, 2, TODAY, 295_00)
    kept = ordering_service.book_delivery(COORDINATOR, board, NOW, mine)
    assert (kept.count, kept.booked_by) == (2, COORDINATOR.name)
    with pytest.raises(LookupError):
        ordering_service.book_delivery(COORDINATOR, board, NOW, replace(mine, order_id=orders[ANNA].order_id))
    with pytest.raises(NotAllowed):
        ordering_service.book_delivery(person(Role.ICOACH), board, NOW, mine)
    ordering_service.remove_delivery(COORDINATOR, board, NOW, kept.delivery_id)
    assert now_view(board).deliveries == ()


def test_more_than_was_ordered_or_a_day_before_it_or_to_come_is_refused(board: Database) -> None:
    approved(board)
    order = ordering_service.place_orders(PLANNER, board, NOW, 1)[0]
    for count, day, code, field in (
        (99, TODAY, "more_than_ordered", "count"),
        (0, TODAY, "more_than_ordered", "count"),
        (1, TODAY - timedelta(1), "delivery_day_out_of_range", "delivered_on"),
        (1, TODAY + timedelta(1), "delivery_day_out_of_range", "delivered_on"),
    ):
        with refused((code, field)):
            ordering_service.book_delivery(PLANNER, board, NOW, Delivery(0, order.order_id, count, day, 300_00))


def test_the_rest_that_does_not_come_is_free_to_be_planned_and_ordered_again_and_its_money_too(board: Database) -> None:
    approved(board)
    order = max(ordering_service.place_orders(PLANNER, board, NOW, 1), key=lambda o: o.count)
    ordering_service.book_delivery(PLANNER, board, NOW, Delivery(0, order.order_id, 2, TODAY, order.price_cents))
    before = now_view(board)
    kept = ordering_service.give_up_rest(PLANNER, board, NOW, order.order_id, " Niet meer leverbaar ")
    left = order.count - 2
    assert (kept.not_coming, kept.due, kept.closed_on, kept.closed_because) == (left, 2, TODAY, "Niet meer leverbaar")
    view = now_view(board)
    money = [money_of(k.rounds, {}, k.progress.values())[0].committed for k in (before, view)]
    assert money[0] - money[1] == left * order.price_cents
    bound = sum(b.at_least for line in case_of(view).instance.lines for b in line.bounds)
    assert bound == 9 - left
    assert sum(o.count for o in ordering_service.place_orders(PLANNER, board, NOW, 1, "Noord")) == left
    assert audit(CHAIR, board)["what"].tolist()[:2] == ["ordered", "order_closed"]


def test_an_order_is_closed_with_a_reason_by_who_plans_for_the_board_and_only_once(board: Database) -> None:
    approved(board)
    order = next(o for o in ordering_service.place_orders(PLANNER, board, NOW, 1) if o.school_id == LINDE)
    with refused(("given_up_without_reason", "because")):
        ordering_service.give_up_rest(PLANNER, board, NOW, order.order_id, "  ")
    with pytest.raises(NotAllowed):
        ordering_service.give_up_rest(COORDINATOR, board, NOW, order.order_id, "Op")
    with pytest.raises(LookupError):
        ordering_service.give_up_rest(OTHER_BOARD, board, NOW, order.order_id, "Op")
    ordering_service.give_up_rest(PLANNER, board, NOW, order.order_id, "Op")
    with refused(("nothing_to_come", None)):
        ordering_service.give_up_rest(PLANNER, board, NOW, order.order_id, "Op")
    with refused(("more_than_ordered", "count")):
        ordering_service.book_delivery(PLANNER, board, NOW, Delivery(0, order.order_id, 1, TODAY, 300_00))


def test_what_was_given_up_is_expected_again_as_it_was(board: Database) -> None:
    approved(board)
    order = ordering_service.place_orders(PLANNER, board, NOW, 1)[0]
    ordering_service.give_up_rest(PLANNER, board, NOW, order.order_id, "Op")
    assert ordering_service.expect_rest(PLANNER, board, NOW, order.order_id) == order
    assert order in now_view(board).orders
    with refused(("all_expected", None)):
        ordering_service.expect_rest(PLANNER, board, NOW, order.order_id)


def test_a_coordinator_sees_the_own_schools_part_of_the_plan_and_nothing_of_others(board: Database) -> None:
    approved(board)
    ordering_service.place_orders(PLANNER, board, NOW, 1)
    own = ratio_view(COORDINATOR, board)
    part = service.school_part(COORDINATOR, board, own, TODAY, LINDE)
    assert part is not None
    assert {school.school_id for school in part.plan.schools} == {LINDE}
    assert {purchase.school_id for purchase in part.plan.purchases} == {LINDE}
    assert [one.order.school_id for one in part.progress] == [LINDE]
    assert part.version.figures == {}
    with pytest.raises(NotAllowed):
        service.school_part(COORDINATOR, board, own, TODAY, ANNA)
    with pytest.raises(NotAllowed):
        service.rounds_view(COORDINATOR, board, own, TODAY)


def test_another_board_sees_no_round_plan_or_order_of_this_one(board: Database) -> None:
    approved(board)
    ordering_service.place_orders(PLANNER, board, NOW, 1)
    other = service.rounds_view(OTHER_BOARD, board, ratio_view(OTHER_BOARD, board), TODAY)
    assert (other.rounds, other.plans, other.orders, other.deliveries) == ((), (), (), ())


def test_the_order_list_has_a_sum_for_each_lot_and_text_that_stays_text() -> None:
    lines = [
        OrderLine(LINDE, "=blad|'vraag'!A0", "Horst", "chromebook", "Zuid", 3, 299_95, TODAY),
        OrderLine(ANNA, "Sint Anna", "Horst", "chromebook", "Zuid", 2, 299_95, TODAY),
        OrderLine(ANNA, "Sint Anna", "Horst", "tablet", "", 1, 400_00, None, "4320", "K2"),
    ]
    content = order_list(lines, {"chromebook": "chromebook", "tablet": "tablet"}, BOARD, TODAY, ["Ronde 2"])
    sheet = load_workbook(BytesIO(content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=8)]
    sums = {row[1]: (row[5], row[7]) for row in rows if row[1] and not row[0]}
    assert sums == {"Som van chromebook": (5, 1499.75), "Som van tablet": (1, 400), "Totaal": (6, 1899.75)}
    risky = next(cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith("=blad"))
    assert (risky.data_type, risky.quotePrefix) == ("s", True)
    assert next(row[-2:] for row in rows if row[3] == "tablet" and row[0]) == ["4320", "K2"]


def test_the_codes_for_the_books_are_kept_with_the_rules_and_too_long_a_one_is_refused(board: Database) -> None:
    rules = PlanningRules(ledger={"chromebook": "4310"}, cost_centres={LINDE: "K1"})
    service.save_rules(PLANNER, board, NOW, rules)
    assert now_view(board).rules == rules
    with refused(("code_too_long", "cost_centres")):
        service.save_rules(PLANNER, board, NOW, PlanningRules(cost_centres={LINDE: "4" * 21}))


def test_a_budget_below_what_is_ordered_is_refused_for_a_round_and_for_a_plan(board: Database) -> None:
    approved(board)
    ordering_service.place_orders(PLANNER, board, NOW, 1)
    [one] = now_view(board).rounds
    with refused(("budget_below_ordered", "budget_cents")):
        service.save_round(PLANNER, board, NOW, replace(one, budget_cents=1_000_00))
    with refused(("budget_below_ordered", "budget_cents")):
        approved(board, Scenario(0, "", {1: 1_000_00}))
    assert now_view(board).rounds == (one,)
