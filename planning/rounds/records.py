"""Rounds, prices, planning rules, scenarios and approved plans of a board, as kept."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from planning.core.database import Change, Moment, metadata
from planning.core.query import within
from planning.rounds.choice_json import (
    choice_of_json,
    choice_to_json,
    rules_of_json,
    rules_to_json,
    wishes_of_json,
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
    figures: Mapping[str, Any]  # outcome.to_json: purchases, values, bound, what each school gets and when


def _board_id() -> sa.Column[str]:
    return sa.Column("board_id", sa.ForeignKey("board.board_id", ondelete="CASCADE"), primary_key=True)


def _key() -> sa.Column[str]:
    return sa.Column("board_id", sa.String(5), primary_key=True)


def _of_school() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["board_id", "school_id"], ["school.board_id", "school.school_id"], ondelete="CASCADE"
    )


purchase_round = sa.Table(
    "purchase_round",
    metadata,
    _board_id(),
    sa.Column("round_id", sa.Integer, primary_key=True),
    sa.Column("on", sa.Date, nullable=False),
    sa.Column("budget_cents", sa.BigInteger, nullable=False),
    sa.Column("name", sa.String(60), nullable=False),
)

round_price = sa.Table(
    "round_price",
    metadata,
    _key(),
    sa.Column("round_id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String(20), primary_key=True),
    sa.Column("price_cents", sa.Integer, nullable=False),
    sa.ForeignKeyConstraint(
        ["board_id", "round_id"], ["purchase_round.board_id", "purchase_round.round_id"], ondelete="CASCADE"
    ),
)

planning_rules = sa.Table(
    "planning_rules",
    metadata,
    _board_id(),
    sa.Column("chosen", sa.JSON, nullable=False),
)

school_choice = sa.Table(
    "school_choice",
    metadata,
    _key(),
    sa.Column("school_id", sa.String(6), primary_key=True),
    sa.Column("chosen", sa.JSON, nullable=False),
    _of_school(),
)

scenario = sa.Table(
    "scenario",
    metadata,
    _board_id(),
    sa.Column("scenario_id", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("budgets", sa.JSON, nullable=False),
    sa.Column("wishes", sa.JSON, nullable=False),
    sa.Column("changed_at", Moment, nullable=False),
    sa.Column("changed_by", sa.String(120), nullable=False),
)

plan_version = sa.Table(
    "plan_version",
    metadata,
    _board_id(),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("as_of", sa.Date, nullable=False),
    sa.Column("approved_at", Moment, nullable=False),
    sa.Column("approved_by", sa.String(120), nullable=False),
    sa.Column("figures", sa.JSON, nullable=False),
)


def rows_of(connection: sa.Connection, table: sa.Table, where: sa.ColumnElement[bool], *order: Any) -> list[Any]:
    columns = [c for c in table.c if c.name != "board_id"]
    return list(connection.execute(sa.select(*columns).where(where).order_by(*order)).mappings())


def next_key(connection: sa.Connection, column: sa.Column[Any], board_id: str) -> int:
    newest = connection.execute(sa.select(sa.func.max(column)).where(column.table.c.board_id == board_id)).scalar_one()
    return (newest or 0) + 1


def put(change: Change, table: sa.Table, key: Mapping[str, Any], values: Mapping[str, Any] | None) -> None:
    """Replace the row of this key by `values`; None only takes it away."""
    own = {"board_id": change.board_id, **key}
    change.connection.execute(table.delete().where(*(table.c[name] == value for name, value in own.items())))
    if values is not None:
        change.connection.execute(table.insert().values(**own, **values))


def read_rounds(connection: sa.Connection, board_id: str) -> tuple[Round, ...]:
    """All rounds, by date."""
    where = within(purchase_round, board_id, None)
    rows = rows_of(connection, purchase_round, where, purchase_round.c.on, purchase_round.c.round_id)
    return tuple(Round(**row) for row in rows)


def write_round(change: Change, new: Round) -> Round:
    """Add a round (round_id 0), or change it in place: its prices stay; returns it with its key."""
    values = {name: value for name, value in asdict(new).items() if name != "round_id"}
    if new.round_id:
        mine = (purchase_round.c.board_id == change.board_id, purchase_round.c.round_id == new.round_id)
        change.connection.execute(purchase_round.update().where(*mine).values(**values))
        return new
    key = next_key(change.connection, purchase_round.c.round_id, change.board_id)
    put(change, purchase_round, {"round_id": key}, values)
    return Round(round_id=key, **values)


def remove_round(change: Change, round_id: int) -> None:
    """Take a round and its prices away."""
    put(change, purchase_round, {"round_id": round_id}, None)


def read_prices(connection: sa.Connection, board_id: str) -> dict[tuple[int, str], int]:
    """(Round, kind) -> cents for one, where it differs from the kind's own price."""
    rows = rows_of(connection, round_price, within(round_price, board_id, None))
    return {(row["round_id"], row["kind"]): row["price_cents"] for row in rows}


def write_price(change: Change, round_id: int, kind: str, price_cents: int | None) -> None:
    """Set the price of a kind in a round; None follows the kind."""
    values = None if price_cents is None else {"price_cents": price_cents}
    put(change, round_price, {"round_id": round_id, "kind": kind}, values)


def read_rules(connection: sa.Connection, board_id: str) -> PlanningRules:
    """How the board plans."""
    rows = rows_of(connection, planning_rules, within(planning_rules, board_id, None))
    return rules_of_json(rows[0]["chosen"]) if rows else PlanningRules()


def write_rules(change: Change, rules: PlanningRules) -> None:
    """Keep how the board plans."""
    put(change, planning_rules, {}, {"chosen": rules_to_json(rules)})


def read_choices(connection: sa.Connection, board_id: str, reach: frozenset[str] | None) -> dict[str, SchoolChoice]:
    """School -> what it chose for its own fleet."""
    rows = rows_of(connection, school_choice, within(school_choice, board_id, reach))
    return {row["school_id"]: choice_of_json(row["school_id"], row["chosen"]) for row in rows}


def write_choice(change: Change, choice: SchoolChoice) -> None:
    """Keep what a school chose."""
    values = None if choice == SchoolChoice(choice.school_id) else {"chosen": choice_to_json(choice)}
    put(change, school_choice, {"school_id": choice.school_id}, values)


def read_scenarios(connection: sa.Connection, board_id: str) -> tuple[Scenario, ...]:
    """Saved scenarios, oldest first."""
    rows = rows_of(connection, scenario, within(scenario, board_id, None), scenario.c.scenario_id)
    return tuple(
        Scenario(
            row["scenario_id"],
            row["name"],
            {int(round_id): cents for round_id, cents in row["budgets"].items()},
            wishes_of_json(row["wishes"]),
            row["changed_at"],
            row["changed_by"],
        )
        for row in rows
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
    put(change, scenario, {"scenario_id": scenario_id}, None)


def read_plans(connection: sa.Connection, board_id: str) -> tuple[PlanVersion, ...]:
    """Approved plans, oldest first."""
    rows = rows_of(connection, plan_version, within(plan_version, board_id, None), plan_version.c.version)
    return tuple(PlanVersion(**row) for row in rows)


def write_plan(change: Change, name: str, as_of: date, figures: Mapping[str, Any]) -> PlanVersion:
    """Add an approved plan; earlier ones stay."""
    version = next_key(change.connection, plan_version.c.version, change.board_id)
    kept = PlanVersion(version, name, as_of, change.at, change.person_name, figures)
    change.connection.execute(plan_version.insert().values(board_id=change.board_id, **vars(kept)))
    return kept
