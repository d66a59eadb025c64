"""Rounds, prices, planning rules, scenarios and approved plans of a board, as kept."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from planning.core.boards import read_board
from planning.core.clock import board_moment
from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.core.store import (
    add,
    board_column,
    board_key,
    next_key,
    number,
    part_of,
    put,
    remove,
    rows,
    school_column,
    update,
)
from planning.rounds.choice_json import (
    choice_from_json,
    choice_to_json,
    rules_from_json,
    rules_to_json,
    wishes_from_json,
    wishes_to_json,
)
from planning.rounds.model import PlanningRules, Round, Scenario, SchoolChoice


@dataclass(frozen=True)
class PlanVersion:
    """A plan as it was approved; it stays as it was."""

    version: int
    name: str
    as_of: date
    approved_at: datetime
    approved_by: str
    figures: Mapping[str, Any]  # board_plan.to_json: purchases, values, bound, what each school gets and when
    reason: str = ""  # why it was approved
    withdrawn_at: datetime | None = None
    withdrawn_by: str | None = None


purchase_round = sa.Table(
    "purchase_round",
    metadata,
    board_key(),
    number("round_id"),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("budget_cents", sa.BigInteger, nullable=False),
    sa.Column("name", sa.String(60), nullable=False),
)

round_price = sa.Table(
    "round_price",
    metadata,
    board_column(),
    number("round_id"),
    sa.Column("kind", sa.String(20), primary_key=True),
    sa.Column("price_cents", sa.Integer, nullable=False),
    part_of("purchase_round", "round_id"),
)

planning_rules = sa.Table(
    "planning_rules",
    metadata,
    board_key(),
    sa.Column("chosen", sa.JSON, nullable=False),
)

school_choice = sa.Table(
    "school_choice",
    metadata,
    board_column(),
    school_column(),
    sa.Column("chosen", sa.JSON, nullable=False),
    part_of("school", "school_id"),
)

scenario = sa.Table(
    "scenario",
    metadata,
    board_key(),
    number("scenario_id"),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("budgets", sa.JSON, nullable=False),
    sa.Column("wishes", sa.JSON, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
    sa.Column("changed_by", sa.String(120), nullable=False),
)

plan_version = sa.Table(
    "plan_version",
    metadata,
    board_key(),
    number("version"),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("approved_at", Moment, nullable=False),
    sa.Column("approved_by", sa.String(120), nullable=False),
    sa.Column("figures", sa.JSON, nullable=False),
    sa.Column("reason", sa.String(400), nullable=False),
    sa.Column("withdrawn_at", Moment),
    sa.Column("withdrawn_by", sa.String(120)),
)


def read_rounds(connection: sa.Connection, board_id: str) -> tuple[Round, ...]:
    """All rounds, by date."""
    where = within(purchase_round, board_id, None)
    found = rows(connection, purchase_round, where, purchase_round.c.on, purchase_round.c.round_id)
    return tuple(Round(**row) for row in found)


def write_round(change: Change, new: Round) -> Round:
    """Add a round (round_id 0), or change it in place: its prices stay; returns it with its key."""
    key = new.round_id or next_key(change.connection, purchase_round.c.round_id, change.board_id)
    kept = replace(new, round_id=key)
    put(change, purchase_round, {"round_id": key}, asdict(kept))
    return kept


def remove_round(change: Change, round_id: int) -> None:
    """Take a round and its prices away."""
    remove(change, purchase_round, {"round_id": round_id})


def read_prices(connection: sa.Connection, board_id: str) -> dict[tuple[int, str], int]:
    """(Round, kind) -> cents for one, where it differs from the kind's own price."""
    found = rows(connection, round_price, within(round_price, board_id, None))
    return {(row["round_id"], row["kind"]): row["price_cents"] for row in found}


def write_price(change: Change, round_id: int, kind: str, price_cents: int | None) -> None:
    """Set the price of a kind in a round; None follows the kind."""
    key = {"round_id": round_id, "kind": kind}
    if price_cents is None:
        remove(change, round_price, key)
    else:
        put(change, round_price, key, {"price_cents": price_cents})


def read_rules(connection: sa.Connection, board_id: str) -> PlanningRules:
    """How the board plans."""
    found = rows(connection, planning_rules, within(planning_rules, board_id, None))
    return rules_from_json(found[0]["chosen"]) if found else PlanningRules()


def write_rules(change: Change, rules: PlanningRules) -> None:
    """Keep how the board plans."""
    put(change, planning_rules, {}, {"chosen": rules_to_json(rules)})


def read_choices(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> dict[str, SchoolChoice]:
    """School -> what it chose for its own fleet."""
    found = rows(connection, school_choice, within(school_choice, board_id, reach))
    return {row["school_id"]: choice_from_json(row["school_id"], row["chosen"]) for row in found}


def write_choice(change: Change, choice: SchoolChoice) -> None:
    """Keep what a school chose."""
    key = {"school_id": choice.school_id}
    if choice == SchoolChoice(choice.school_id):
        remove(change, school_choice, key)
    else:
        put(change, school_choice, key, {"chosen": choice_to_json(choice)})


def read_scenarios(connection: sa.Connection, board_id: str) -> tuple[Scenario, ...]:
    """Saved scenarios, oldest first."""
    found = rows(connection, scenario, within(scenario, board_id, None), scenario.c.scenario_id)
    return tuple(
        Scenario(
            row["scenario_id"],
            row["name"],
            {int(round_id): cents for round_id, cents in row["budgets"].items()},
            wishes_from_json(row["wishes"]),
            row["changed_at"],
            row["changed_by"],
        )
        for row in found
    )


def write_scenario(change: Change, new: Scenario) -> Scenario:
    """Add a scenario (scenario_id 0) or replace it; returns it as kept."""
    key = new.scenario_id or next_key(change.connection, scenario.c.scenario_id, change.board_id)
    kept = Scenario(key, new.name, dict(new.budgets), new.wishes, change.at, change.person_name)
    values = {
        "name": kept.name,
        "budgets": {str(round_id): cents for round_id, cents in kept.budgets.items()},
        "wishes": wishes_to_json(kept.wishes),
        "changed_at": kept.changed_at,
        "changed_by": kept.changed_by,
    }
    put(change, scenario, {"scenario_id": key}, values)
    return kept


def remove_scenario(change: Change, scenario_id: int) -> None:
    """Take a scenario away."""
    remove(change, scenario, {"scenario_id": scenario_id})


def read_plans(connection: sa.Connection, board_id: str) -> tuple[PlanVersion, ...]:
    """Approved plans that were not withdrawn, oldest first."""
    return _plans(connection, board_id, plan_version.c.withdrawn_at.is_(None))


def read_withdrawn(connection: sa.Connection, board_id: str) -> tuple[PlanVersion, ...]:
    """Plans that were approved and withdrawn, oldest first."""
    return _plans(connection, board_id, plan_version.c.withdrawn_at.is_not(None))


def _plans(connection: sa.Connection, board_id: str, which: sa.ColumnElement[bool]) -> tuple[PlanVersion, ...]:
    where = sa.and_(within(plan_version, board_id, None), which)
    return tuple(PlanVersion(**row) for row in rows(connection, plan_version, where, plan_version.c.version))


def withdraw_plan(change: Change, version: int) -> None:
    """Let an approved plan hold no longer; it keeps its number. It is of the board's own clock, as its approval is."""
    at = board_moment(read_board(change.connection, change.board_id), change.at)
    update(change, plan_version, {"version": version}, {"withdrawn_at": at, "withdrawn_by": change.person_name})


def write_plan(change: Change, name: str, as_of: date, figures: Mapping[str, Any], reason: str) -> PlanVersion:
    """Add an approved plan; earlier ones stay. It is of the board's own clock, where an example group stands still."""
    at = board_moment(read_board(change.connection, change.board_id), change.at)
    version = next_key(change.connection, plan_version.c.version, change.board_id)
    kept = PlanVersion(version, name, as_of, at, change.person_name, figures, reason)
    add(change, plan_version, vars(kept))
    return kept
