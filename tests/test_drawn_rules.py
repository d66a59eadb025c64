"""Every rule makes of its drawn table what stands in it; the page of rules prints the same tables."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pandas as pd
import pytest

from pages.manual.rules import RULES
from planning.core.drawn import drawn, rules_drawn
from planning.inventory.fleet.counting import counting_reasons
from planning.organisation.levels import level_of_age
from planning.ratios.rules import GroupRatio, SchoolRatio, devices_needed, due_date, level_ratios, status
from planning.rounds.model import Order, Round
from planning.rounds.money import money_of
from planning.rounds.reality import OrderProgress
from planning.rounds.solver.instance import DeviceType, Tier
from planning.rounds.wanted import target_on, with_reserve

Case = dict[str, Any]
DAY = date(2018, 5, 1)


def school(key: str, pupils: int, countable: int) -> SchoolRatio:
    standing = status(pupils, countable, 4, 0.1)
    return SchoolRatio(
        key, key, "", pupils, DAY, countable, countable, 4, False, standing, DAY, False, 0, {}
    )  # fmt: skip


def group(case: Case) -> Case:
    schools = tuple(school(name, case[f"{name}_pupils"], case[f"{name}_countable"]) for name in ("first", "second"))
    found = GroupRatio(DAY, 4, schools)
    assert found.pupils_per_device
    return {
        "short": found.shortage, "on_target": found.on_target, "pupils_per_device": round(found.pupils_per_device, 2)
    }  # fmt: skip


def levels(case: Case) -> Case:
    rows = [("A", "upper", case["own_upper"], "counts"), ("A", "shared", case["shared"], "counts")]
    fleet = pd.DataFrame(rows, columns=["school_id", "level", "count", "reason"])
    heads = {level: case[f"{level}_pupils"] for level in ("lower", "middle", "upper")}
    return {row["level"]: row["devices"] for row in level_ratios(fleet, {"A": heads}).to_dict("records")}


def money_left(case: Case) -> Case:
    order = Order(1, 1, 1, "A", "laptop", "", case["ordered"], case["price"] * 100, DAY)
    progress = OrderProgress(order, case["delivered"], case["delivered"] * case["paid_price"] * 100, 0, None)
    (found,) = money_of([Round(1, DAY, case["budget"] * 100)], {}, [progress])
    return {"left": found.left // 100}


def step(case: Case) -> Case:
    ramp = [(case[f"{name}_day"], case[f"{name}_target"]) for name in ("first", "second")]
    return {"holds": target_on(case["target"], ramp, case["day"])}


def tier(case: Case) -> Case:
    kind = DeviceType("laptop", 5, 6, (case["price"],), (None,), (0,), (Tier(case["from"], (case["tier_price"],)),))
    return {"each": kind.unit_price(0, case["ordered"])}


def short(case: Case) -> Case:
    needed = devices_needed(case["pupils"], case["target"])
    return {"needed": needed, "short": max(0, needed - case["countable"])}


HOLD: dict[str, Callable[[Case], Case]] = {
    "counts": lambda case: {"reason": counting_reasons(pd.DataFrame([case]), case["as_of"])[0]},
    "shortage": short,
    "status": lambda case: {"status": status(case["pupils"], case["countable"], case["target"], case["nearly"])},
    "group": group,
    "due": lambda case: {"due": due_date("x", case["purchased"], case["support_until"], {"x": case["life"]})},
    "levels": lambda case: {"level": level_of_age(case["age"])},
    "level_devices": levels,
    "reserve": lambda case: {"wanted": with_reserve(case["needed"], case["share"], case["spares"] or 0)},
    "target_step": step,
    "tier_price": tier,
    "round_money": money_left,
}


@pytest.mark.parametrize("rule", HOLD)
def test_a_rule_makes_of_its_table_what_stands_in_it(rule: str) -> None:
    for case in drawn(rule):
        found = HOLD[rule](dict(case))
        assert found == {name: case[name] for name in found}


def test_every_table_is_tested_and_printed_with_all_its_columns() -> None:
    assert {rule.code for rule in RULES} == set(HOLD) == set(rules_drawn())
    for rule in RULES:
        assert set(rule.columns) == set(drawn(rule.code)[0])
