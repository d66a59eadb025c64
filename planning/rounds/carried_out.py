"""The plan that was approved, carried out on the facts of now: what a new plan is fairly held against. Pure.

Its own figures are the forecast of the day it was approved. Devices, pupils and prices have moved since, for the one
plan as for the other; what a decision changes shows only where both are worked out on the same facts.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from planning.rounds.board_plan import BoardPlan, PlannedPurchase, from_json, plan_of
from planning.rounds.case import BEYOND, Case
from planning.rounds.records import PlanVersion
from planning.rounds.round_dates import lengthened
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.solver.evaluate import evaluate
from planning.rounds.solver.instance import Purchases
from planning.rounds.view import RoundsView


@dataclass(frozen=True)
class Lacking:
    """Devices lacking after each round, added up."""

    short: int
    past_life: int  # in use past their life span


@dataclass(frozen=True)
class AllRounds:
    """What is lacking in all rounds, by the plan approved before and by the plan beside it."""

    rounds: int  # the first so many, those after the rounds shown too: as far as both plans look
    until: date  # of the last of them
    before: Lacking
    now: Lacking


@dataclass(frozen=True)
class CarriedOut:
    """An approved plan on the facts of a later plan."""

    plan: BoardPlan
    together: AllRounds | None  # None: the rounds are others


def carried_out(view: RoundsView, plans: ScenarioPlans) -> CarriedOut | None:
    """The plan approved last on the facts of these plans; None where none was approved."""
    if view.approved is None:
        return None
    case, approved = plans.case, from_json(view.approved.figures["plan"])
    purchases = still_bought(view, view.approved, case)
    plan = plan_of(case, purchases)
    unplaced = _unplaced(approved, case)
    rounds = tuple(
        replace(
            one,
            cost=one.cost + sum(p.count * p.price_cents for p in unplaced if p.round_id == one.round_id),
            expanded=one.expanded + sum(p.count for p in unplaced if p.round_id == one.round_id),
        )
        for one in plan.rounds
    )
    plan = replace(plan, rounds=rounds, purchases=(*plan.purchases, *unplaced))
    places = _places(approved, case).values()
    both = 0  # rounds from the first on that both plans look at
    while both < len(case.dates) and both in places:
        both += 1
    if not both:
        return CarriedOut(plan, None)
    before, now = (_lacking(case, which, both) for which in (purchases, plans.purchases))
    return CarriedOut(plan, AllRounds(both, case.dates[both - 1], before, now))


def _lacking(case: Case, purchases: Purchases, rounds: int) -> Lacking:
    found = evaluate(case.instance, purchases)
    short, unserved = (int(table[:, :rounds].sum()) for table in (found.short, found.unserved))
    return Lacking(short, unserved - short)


def _places(approved: BoardPlan, case: Case) -> dict[str, int]:
    """Day of a round as the approved plan had it -> the place of that round now, where it is still to come."""
    here = {round_id: t for t, round_id in enumerate(case.round_ids)}
    days = {day: t for t, day in enumerate(case.dates) if t >= case.shown}
    whole = lengthened(tuple(one.on for one in approved.rounds), BEYOND)
    found = {day.isoformat(): days[day] for day in whole if day in days}
    return found | {one.on.isoformat(): here[one.round_id] for one in approved.rounds if one.round_id in here}


def still_bought(view: RoundsView, version: PlanVersion, case: Case) -> Purchases:
    """What a plan still buys: what it bought and an inventory shows is among what is there."""
    places = _places(from_json(version.figures["plan"]), case)
    came: Counter[tuple[str, str, int]] = Counter()
    least: Counter[tuple[str, str, int]] = Counter()
    here = {round_id: t for t, round_id in enumerate(case.round_ids)}
    for one in view.progress.values():
        if (t := here.get(one.order.round_id)) is not None:
            key = one.order.school_id, one.order.kind, t
            came[key] += one.confirmed
            least[key] += one.coming
    planned: Counter[tuple[str, str, int]] = Counter()
    for school, kind, day, count in version.figures["whole"]:
        if day in places:
            planned[school, kind, places[day]] += count
    lines = _lines(case)
    found: Counter[tuple[int, str, int]] = Counter()
    for key in planned | least:
        school, kind, t = key
        at = lines.get((school, kind), lines.get((school, "")))
        if at is not None and kind in case.instance.types:
            found[at, kind, t] += max(planned[key] - came[key], least[key])
    return {key: count for key, count in found.items() if count}


def _lines(case: Case) -> dict[tuple[str, str], int]:
    """(School, kind) -> the line that such a device serves; under "" the school's first, for a kind no line has."""
    found: dict[tuple[str, str], int] = {}
    for at, line in enumerate(case.instance.lines):
        for kind in ("", *(old.type for old in line.legacy)):
            found.setdefault((line.school, kind), at)
    return found | {(line.school, kind): at for at, line in enumerate(case.instance.lines) for kind in line.types}


def _unplaced(approved: BoardPlan, case: Case) -> tuple[PlannedPurchase, ...]:
    """Purchases for schools that no plan can be made for now: they do not fall away unsaid."""
    schools, rounds = set(case.schools), set(case.round_ids)
    return tuple(p for p in approved.purchases if p.school_id not in schools and p.round_id in rounds)
