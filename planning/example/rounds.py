"""The rounds of the example group: one delivered, one under way, three to come; an approved plan and two scenarios.

What round 1 bought is what the inventories of spring 2018 list as new. Four schools counted before their devices came,
or not since: there the next inventory still has to confirm them.
"""

from datetime import date, datetime
from typing import Final

from planning.core.clock import AMSTERDAM
from planning.core.database import Database
from planning.core.rights import Person
from planning.example.people import BOARD, somebody
from planning.ratios.service import ratio_view
from planning.rounds.board_plan import BoardPlan, from_json
from planning.rounds.model import Delivery, FixedPurchase, Order, PlanningRules, Round, Scenario, Wishes
from planning.rounds.ordering_service import book_delivery, order_for
from planning.rounds.scenario_plans import compute
from planning.rounds.service import approve, rounds_view, save_round, save_rules, save_scenario

ROUNDS: Final = (
    Round(0, date(2018, 3, 1), 35_000_00),
    Round(0, date(2018, 9, 3), 40_000_00),
    Round(0, date(2019, 3, 4), 40_000_00),
    Round(0, date(2019, 9, 2), 40_000_00),
    Round(0, date(2020, 3, 2), 40_000_00),
)
RULES: Final = PlanningRules(without=("desktop",))
LOT: Final = "Raamcontract, perceel 1"
# School: the day of delivery (mid-month where its list names the month only), devices ordered and delivered.
FIRST_ROUND: Final = """
00YG00 2018-03-05  3  3 | 03QE00 2018-03-13  2  2 | 03QI00 2018-02-19  2  2 | 03UW00 2018-03-15  3  3
03UY00 2018-03-08  7  7 | 03VA00 2018-03-15  2  2 | 03VB00 2018-02-26 16 16 | 03YW00 2018-03-15  7  7
05EJ00 2018-03-15  3  3 | 05GC00 2018-02-15  3  3 | 06MM00 2018-03-01 14 14 | 06OR00 2018-03-15  3  3
06UG00 2018-02-15  3  3 | 09MO00 2018-02-12  8  8 | 11QL00 2018-03-19  8  8 | 12KN00 2018-02-15  6  6
"""
NOT_IN_A_LIST_YET: Final = """
03QF00 2018-03-22  6  6 | 03QJ00 2018-03-26  6  6 | 03UZ00 2018-03-26  5  5 | 12BH00 2018-03-22  8  5
"""
PRICE_CENTS: Final = 272_00
ORDERED_FIRST: Final = ("03VB00", "06MM00", "11QL00", "09MO00", "03QJ00", "12KN00", "06OR00")
"""The schools whose part of round 2 is ordered already."""


def load(database: Database) -> None:
    """Rounds, rules, two approved plans with orders and deliveries, and two scenarios of the example's own board."""
    chair, planner = somebody(database, "voorzitter"), somebody(database, "bovenschools")
    founded = _at(date(2018, 1, 22))
    save_rules(planner, database, founded, RULES)
    rounds = [save_round(planner, database, founded, new) for new in ROUNDS]
    bought = dict(sorted((first_round(FIRST_ROUND) | first_round(NOT_IN_A_LIST_YET)).items()))
    fixed = tuple(
        FixedPurchase(school_id, "chromebook", rounds[0].round_id, n, n)
        for school_id, (n, _got, _day) in bought.items()
    )
    _approve(database, chair, date(2018, 1, 29), Scenario(0, "", wishes=Wishes(fixed=fixed)))
    orders = [
        Order(0, 1, rounds[0].round_id, school_id, "chromebook", LOT, n, PRICE_CENTS, date(2018, 2, 5))
        for school_id, (n, _got, _day) in bought.items()
    ]
    for order in order_for(planner, database, _at(date(2018, 2, 5)), orders):
        _n, came, day = bought[order.school_id]
        book_delivery(planner, database, _at(day), Delivery(0, order.order_id, came, day, PRICE_CENTS))
    plan = _approve(database, chair, date(2018, 4, 16), Scenario(0, ""))
    ordered = [
        Order(0, 2, p.round_id, p.school_id, p.kind, LOT, p.count, p.price_cents, date(2018, 4, 23))
        for p in plan.of_round(rounds[1].round_id)
        if p.school_id in ORDERED_FIRST
    ]
    order_for(planner, database, _at(date(2018, 4, 23)), ordered)
    to_come = rounds[1:]
    sober = Scenario(0, "Sober: € 25.000 per ronde", {r.round_id: 25_000_00 for r in to_come})
    save_scenario(planner, database, _at(date(2018, 4, 24)), sober)
    simple = Scenario(0, "Alleen chromebooks", wishes=Wishes(without=("tablet", "laptop")))
    save_scenario(chair, database, _at(date(2018, 4, 25)), simple)


def first_round(table: str) -> dict[str, tuple[int, int, date]]:
    """School -> devices ordered, delivered and when."""
    lines = [entry.split() for entry in table.strip().replace("\n", "|").split("|")]
    return {school: (int(ordered), int(came), date.fromisoformat(day)) for school, day, ordered, came in lines}


def _approve(database: Database, chair: Person, day: date, scenario: Scenario) -> BoardPlan:
    view = rounds_view(chair, database, ratio_view(chair, database), day)
    plans = compute(view, scenario)
    version = database.data_version(BOARD)
    kept = approve(chair, database, _at(day), view, plans, version, reason="Besproken in het directeurenoverleg.")
    return from_json(kept.figures["plan"])


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 15, 30, tzinfo=AMSTERDAM)
