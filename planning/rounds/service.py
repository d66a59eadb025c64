"""What a signed-in person may read and do about rounds: choices, scenarios, approval, orders and deliveries."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from planning.core.boards import change_day
from planning.core.database import Change, Database
from planning.core.notation import day
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import NotAllowed, Person, Right, require
from planning.core.service import own_board
from planning.core.translation import gettext as _
from planning.organisation.service import find_school, kinds
from planning.ratios.service import RatioView
from planning.rounds import choice_rules as rules_of
from planning.rounds import order_records, records
from planning.rounds.board_plan import BoardPlan, from_json
from planning.rounds.choice_json import choice_to_json, rules_to_json, wishes_to_json
from planning.rounds.decision import figures_of, paid_by_the_board
from planning.rounds.model import PlanningRules, Round, Scenario, SchoolChoice
from planning.rounds.reality import OrderProgress, progress_of
from planning.rounds.records import PlanVersion as PlanVersion
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.view import RoundsView


@dataclass(frozen=True)
class SchoolPart:
    """The part of the approved plan that one school sees: its own."""

    version: PlanVersion
    plan: BoardPlan  # of this school only
    rounds: tuple[Round, ...]
    progress: tuple[OrderProgress, ...]  # its orders
    origin: str = ""  # the school's own choice that the plan follows


def rounds_view(person: Person, database: Database, ratios: RatioView, as_of: date) -> RoundsView:
    """All that a plan of the whole board is made of. A person who reaches some schools only is not shown it."""
    require_whole(person, Right.READ)
    with database.read(person.board_id) as connection:
        return RoundsView(
            ratios,
            as_of,
            records.read_rounds(connection, person.board_id),
            records.read_prices(connection, person.board_id),
            records.read_rules(connection, person.board_id),
            records.read_choices(connection, person.board_id, None),
            records.read_scenarios(connection, person.board_id),
            tuple(v for v in records.read_plans(connection, person.board_id) if v.as_of <= as_of),
            order_records.orders_on(connection, person.board_id, None, as_of),
            order_records.read_deliveries(connection, person.board_id, None),
            tuple(v for v in records.read_withdrawn(connection, person.board_id) if v.as_of <= as_of),
        )


def school_part(
    person: Person, database: Database, ratios: RatioView, as_of: date, school_id: str
) -> SchoolPart | None:
    """The approved plan as far as it is about one school; None where no plan holds on the reference date."""
    require(person, Right.READ, school_id)
    only = frozenset({school_id})
    with database.read(person.board_id) as connection:
        plans = [v for v in records.read_plans(connection, person.board_id) if v.as_of <= as_of]
        orders = order_records.orders_on(connection, person.board_id, only, as_of)
        deliveries = order_records.read_deliveries(connection, person.board_id, only)
        rounds = records.read_rounds(connection, person.board_id)
    if not plans:
        return None
    whole = from_json(plans[-1].figures["plan"])
    own = replace(
        whole,
        schools=tuple(school for school in whole.schools if school.school_id == school_id),
        purchases=tuple(purchase for purchase in whole.purchases if purchase.school_id == school_id),
    )
    version = replace(plans[-1], figures={})  # the figures are the whole board's
    origin = plans[-1].figures.get("own", {}).get(school_id, {}).get("origin", "")
    progress = tuple(progress_of(orders, deliveries, ratios.fleets, as_of).values())
    return SchoolPart(version, own, rounds, progress, origin)


def school_rounds(person: Person, database: Database, ratios: RatioView, as_of: date, school_id: str) -> RoundsView:
    """All that a plan of one school by itself is made of: nothing of another school, and of the board no budget.

    Each round has what the approved plan spends on the school in it, so that money of its own comes beside that. What
    an order costs once is the board's; a discount is reckoned where the school alone orders enough for it.
    """
    require(person, Right.READ, school_id)
    only = frozenset({school_id})
    with database.read(person.board_id) as connection:
        rounds = records.read_rounds(connection, person.board_id)
        rules = records.read_rules(connection, person.board_id)
        plans = [v for v in records.read_plans(connection, person.board_id) if v.as_of <= as_of]
        spent = paid_by_the_board(plans[-1], school_id) if plans else {}
        return RoundsView(
            replace(ratios, schools=tuple(s for s in ratios.schools if s.school_id == school_id)),
            as_of,
            tuple(replace(one, budget_cents=spent.get(one.round_id, 0)) for one in rounds),
            records.read_prices(connection, person.board_id),
            replace(rules, fixed_cost_cents=0, nobody_waits=False, ledger={}, cost_centres={}),
            records.read_choices(connection, person.board_id, only),
            (),
            (),
            order_records.orders_on(connection, person.board_id, only, as_of),
            order_records.read_deliveries(connection, person.board_id, only),
        )


def save_round(person: Person, database: Database, at: datetime, new: Round) -> Round:
    """Add a round (round_id 0) or change one; returns it with its key. Raises Refused."""
    require_whole(person, Right.PLAN)
    new = replace(new, name=new.name.strip())
    with database.change(person, at) as change:
        known = records.read_rounds(change.connection, person.board_id)
        refuse(rules_of.round_reasons(new, known))
        before = next((r for r in known if r.round_id == new.round_id), None)
        if before is not None and new.budget_cents < before.budget_cents:
            orders = order_records.read_orders(change.connection, person.board_id, None)
            rules = records.read_rules(change.connection, person.board_id)
            refuse(rules_of.budget_reasons({new.round_id: new.budget_cents}, known, orders, rules))
        kept = records.write_round(change, replace(new, round_id=before.round_id if before else 0))
        change.log("round", day(kept.on), before and _round(before), _round(kept))
    return kept


def remove_round(person: Person, database: Database, at: datetime, round_id: int) -> None:
    """Take a round away. Raises Refused where something was ordered in it."""
    require_whole(person, Right.PLAN)
    with database.change(person, at) as change:
        before = find_round(change, round_id)
        if any(
            order.round_id == round_id for order in order_records.read_orders(change.connection, person.board_id, None)
        ):
            raise Refused(Reason("round_in_use"))
        records.remove_round(change, round_id)
        change.log("round", day(before.on), _round(before), None)


def set_price(
    person: Person, database: Database, at: datetime, round_id: int, kind: str, price_cents: int | None
) -> None:
    """Set what a kind costs in one round; None follows the kind's own price with the yearly rise. Raises Refused."""
    require_whole(person, Right.PLAN)
    own = kinds(person, database)[kind]
    refuse([] if price_cents is None else rules_of.price_reasons(price_cents))
    with database.change(person, at) as change:
        one = find_round(change, round_id)
        before = records.read_prices(change.connection, person.board_id).get((round_id, kind))
        records.write_price(change, round_id, kind, price_cents)
        logged = [
            None if cents is None else {"kind": own.code, "price_cents": cents} for cents in (before, price_cents)
        ]
        change.log("round_price", day(one.on), *logged)


def save_rules(person: Person, database: Database, at: datetime, rules: PlanningRules) -> PlanningRules:
    """Keep how the board plans; returns how it did before. Raises Refused."""
    require_whole(person, Right.PLAN)
    refuse(rules_of.rules_reasons(rules))
    with database.change(person, at) as change:
        before = records.read_rules(change.connection, person.board_id)
        records.write_rules(change, rules)
        change.log("planning_rules", own_board(person, database).name, rules_to_json(before), rules_to_json(rules))
    return before


def save_choice(person: Person, database: Database, at: datetime, choice: SchoolChoice) -> SchoolChoice:
    """Keep what a school chose for its own fleet; returns what it had before. Raises Refused."""
    require(person, Right.PLAN, choice.school_id)
    school = find_school(person, database, choice.school_id)
    buyable = [code for code, kind in kinds(person, database).items() if kind.counts_for_pupils]
    refuse(rules_of.choice_reasons(choice, buyable))
    with database.change(person, at) as change:
        known = records.read_choices(change.connection, person.board_id, frozenset({choice.school_id}))
        before = known.get(choice.school_id, SchoolChoice(choice.school_id))
        records.write_choice(change, choice)
        change.log("school_choice", school.name, choice_to_json(before), choice_to_json(choice))
    return before


def save_scenario(person: Person, database: Database, at: datetime, new: Scenario) -> Scenario:
    """Keep a scenario (scenario_id 0: a new one); returns it with its key. Raises Refused."""
    require_whole(person, Right.PLAN)
    new = replace(new, name=new.name.strip())
    with database.change(person, at) as change:
        known = records.read_scenarios(change.connection, person.board_id)
        round_ids = [r.round_id for r in records.read_rounds(change.connection, person.board_id)]
        refuse(rules_of.scenario_reasons(new, known, round_ids))
        before = next((s for s in known if s.scenario_id == new.scenario_id), None)
        kept = records.write_scenario(change, replace(new, scenario_id=before.scenario_id if before else 0))
        change.log("scenario", kept.name, before and _scenario(before), _scenario(kept))
    return kept


def remove_scenario(person: Person, database: Database, at: datetime, scenario_id: int) -> Scenario:
    """Take a scenario away; returns what it was. Raises Refused where it is gone already."""
    require_whole(person, Right.PLAN)
    with database.change(person, at) as change:
        known = records.read_scenarios(change.connection, person.board_id)
        before = next((s for s in known if s.scenario_id == scenario_id), None)
        if before is None:
            raise Refused(Reason("scenario_gone"))
        records.remove_scenario(change, scenario_id)
        change.log("scenario", before.name, _scenario(before), None)
    return before


def approve(
    person: Person,
    database: Database,
    at: datetime,
    view: RoundsView,
    plans: ScenarioPlans,
    data_version: int,
    *,
    name: str = "",
    reason: str = "",
) -> PlanVersion:
    """Freeze a plan as it was shown. The chair decides, under a name and for a reason.

    Raises Refused where the board's data changed since, and where the plan is one of a day that is over.
    """
    require_whole(person, Right.DECIDE)
    name, reason = name.strip() or plans.scenario.name, reason.strip()
    refuse(rules_of.approval_reasons(name, reason))
    with database.change(person, at) as change:
        if view.as_of < change_day(change):
            raise Refused(Reason("approved_on_past_day", None, {"day": view.as_of}))
        refuse(rules_of.budget_reasons(plans.scenario.budgets, view.rounds, view.orders, view.rules))
        if change.version != data_version + 1:
            raise Refused(Reason("changed_since_shown"))
        kept = records.write_plan(change, name, view.as_of, figures_of(view, plans), reason)
        for one in view.rounds:  # an approved budget is the budget from now on
            cents = plans.scenario.budgets.get(one.round_id, one.budget_cents)
            if cents != one.budget_cents:
                kept_round = records.write_round(change, replace(one, budget_cents=cents))
                change.log("round", day(one.on), _round(one), _round(kept_round))
        change.log(
            "plan_approved",
            kept.name or _("the board's own rounds"),
            None,
            {
                "version": kept.version,
                "cents": plans.best.cost,
                "devices": sum(purchase.count for purchase in plans.best.purchases),
                "on_target": plans.best.on_target,
                "reason": reason,
            },
        )
    return kept


def withdraw(person: Person, database: Database, at: datetime, version: int) -> PlanVersion:
    """Let the plan approved last hold no longer: the one before it holds again, and so do the budgets of before.

    Raises Refused where something was ordered by it, or where it is not the last.
    """
    require_whole(person, Right.DECIDE)
    with database.change(person, at) as change:
        plans = records.read_plans(change.connection, person.board_id)
        if not plans or plans[-1].version != version:
            raise Refused(Reason("plan_not_the_last"))
        orders = order_records.read_orders(change.connection, person.board_id, None)
        if any(order.plan_version == version for order in orders):
            raise Refused(Reason("plan_ordered", None, {"version": version}))
        kept = plans[-1]
        records.withdraw_plan(change, version)
        before, approved = kept.figures.get("budgets_before", {}), kept.figures["budgets"]
        for one in records.read_rounds(change.connection, person.board_id):
            key = str(one.round_id)
            if key in before and one.budget_cents == approved[key] != before[key]:
                written = records.write_round(change, replace(one, budget_cents=before[key]))
                change.log("round", day(one.on), _round(one), _round(written))
        name = kept.name or _("the board's own rounds")
        was = {"version": version, "approved_by": kept.approved_by}
        change.log("plan_withdrawn", name, was, {"version": version, "withdrawn_by": person.name})
    return kept


def require_whole(person: Person, right: Right) -> None:
    """The right for all schools of the board: a plan shows what others get."""
    require(person, right)
    if person.reach is not None:
        raise NotAllowed(person, right)


def find_round(change: Change, round_id: int) -> Round:
    found = next((r for r in records.read_rounds(change.connection, change.board_id) if r.round_id == round_id), None)
    if found is None:
        raise Refused(Reason("round_gone"))
    return found


def _round(one: Round) -> dict[str, Any]:
    return {"on": one.on.isoformat(), "budget_cents": one.budget_cents, "name": one.name}


def _scenario(one: Scenario) -> dict[str, Any]:
    return {"budgets": {str(k): v for k, v in one.budgets.items()}, "wishes": wishes_to_json(one.wishes)}
