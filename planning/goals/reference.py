"""The goals that the product ships: data/reference/goals_2018.csv, word for word as their source has them."""

import csv
from functools import cache
from typing import Final

from planning.core.paths import REFERENCE
from planning.goals.plan import Goal, Plan, SubGoal

TABLE: Final = REFERENCE / "goals_2018.csv"


@cache
def shipped_plan() -> Plan:
    """The shipped year, without milestones: those are a board's own. A table that cannot be read raises."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    goals = {int(row["goal"]): Goal(int(row["goal"]), row["goal_title"], row["goal_short"]) for row in rows}
    parts = [SubGoal(int(r["goal"]), int(r["sub_goal"]), r["sub_goal_title"], r["measure"]) for r in rows]
    return Plan(int(rows[0]["year"]), tuple(goals.values()), tuple(parts), (), (), (), ())
