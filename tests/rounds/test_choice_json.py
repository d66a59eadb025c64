"""What a board chose and approved, as it is kept: what stands in databases comes back, and is written the same."""

from datetime import date
from typing import Any

from planning.rounds.board_plan import (
    NOW,
    BoardPlan,
    PlannedPurchase,
    RoundFigures,
    SchoolFigures,
    from_json,
    to_json,
)
from planning.rounds.choice_json import (
    choice_from_json,
    choice_to_json,
    rules_from_json,
    rules_to_json,
    wishes_from_json,
    wishes_to_json,
)
from planning.rounds.model import Discount, FixedPurchase, PlanningRules, SchoolChoice, Wishes
from planning.rounds.solver.instance import Values

RULES: dict[str, Any] = {
    "weight_short": 20000, "keep_mix": False, "without": ["desktop"], "support_years": {"chromebook": 6},
    "ramp": [["2019-08-01", 3.5]], "discounts": [{"quantity": 100, "share": 0.05}], "partners": {"tablet": 20},
    "write_off_years": 4,
}  # fmt: skip
CHOICE: dict[str, Any] = {
    "kinds": ["chromebook"], "keep_mix": True, "set_size": 8, "ramp": [["2019-08-01", 3.0]],
    "level_targets": {"upper": 2.5}, "own_money": {"2": 60000},
}  # fmt: skip
WISHES: dict[str, Any] = {
    "first": ["00BB00"], "without": ["tablet"],
    "fixed": [{"school_id": "00AA00", "kind": "chromebook", "round_id": 2, "at_least": 5, "at_most": None}],
}  # fmt: skip
PLAN: dict[str, Any] = {
    "rounds": [
        {
            "round_id": 1, "on": "2018-09-01", "cost": 240000, "paid": 200000, "replaced": 2, "expanded": 6,
            "short": 0, "past_life": 1,
        }
    ],
    "schools": [
        {"school_id": "00AA00", "wanted": [20], "stock": [20], "short": [0], "reached": 0},
        {"school_id": "00BB00", "wanted": [10], "stock": [10], "short": [0], "reached": -1},
        {"school_id": "00CC00", "wanted": [10], "stock": [9], "short": [1], "reached": None},
    ],
    "purchases": [
        {
            "round_id": 1, "school_id": "00AA00", "kind": "chromebook", "count": 8, "price_cents": 30000,
            "replaced": 2,
        }
    ],
    "values": {"short": 0, "unserved": 0, "cost": 900000, "peak": 660000}, "lower_bound": 900000, "gap": 0.0,
}  # fmt: skip


def test_rules_are_kept_as_far_as_they_differ_from_the_products_own() -> None:
    rules = PlanningRules(
        weight_short=20_000,
        keep_mix=False,
        without=("desktop",),
        support_years={"chromebook": 6},
        ramp=((date(2019, 8, 1), 3.5),),
        discounts=(Discount(100, 0.05),),
        partners={"tablet": 20},
        write_off_years=4,
    )
    assert (rules_from_json(RULES), rules_to_json(rules)) == (rules, RULES)
    assert rules_to_json(PlanningRules()) == {}


def test_rules_of_an_older_version_are_read_without_what_is_not_known_any_more() -> None:
    assert rules_from_json({"weight_even": 1, "colour": "blue"}) == PlanningRules(weight_even=1)


def test_a_schools_choice_comes_back_with_its_rounds_as_numbers() -> None:
    choice = SchoolChoice(
        "00AA00", ("chromebook",), True, 8, ((date(2019, 8, 1), 3.0),), {"upper": 2.5}, own_money={2: 600_00}
    )
    assert (choice_from_json("00AA00", CHOICE), choice_to_json(choice)) == (choice, CHOICE)
    assert choice_from_json("00AA00", {}) == SchoolChoice("00AA00")


def test_wishes_come_back_as_they_were() -> None:
    wishes = Wishes(("00BB00",), ("tablet",), (FixedPurchase("00AA00", "chromebook", 2, 5, None),))
    assert (wishes_from_json(WISHES), wishes_to_json(wishes)) == (wishes, WISHES)


def test_an_approved_plan_comes_back_as_it_was() -> None:
    plan = BoardPlan(
        (RoundFigures(1, date(2018, 9, 1), 2_400_00, 2_000_00, replaced=2, expanded=6, short=0, past_life=1),),
        (
            SchoolFigures("00AA00", (20,), (20,), (0,), 0),
            SchoolFigures("00BB00", (10,), (10,), (0,), NOW),
            SchoolFigures("00CC00", (10,), (9,), (1,), None),
        ),
        (PlannedPurchase(1, "00AA00", "chromebook", 8, 300_00, replaced=2),),
        Values(0, 0, 9_000_00, 6_600_00),
        lower_bound=9_000_00,
        gap=0.0,
    )
    assert (from_json(PLAN), to_json(plan)) == (plan, PLAN)
