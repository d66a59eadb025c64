"""What a plan does otherwise than the plan that was approved: what a board decides on. Pure.

Both are worked out on the same facts (carried_out): what moved since the approval is nobody's gain or loss.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter

from planning.rounds.board_plan import NOW, BoardPlan, from_json
from planning.rounds.carried_out import AllRounds, CarriedOut, carried_out
from planning.rounds.choice_json import wishes_to_json
from planning.rounds.records import PlanVersion
from planning.rounds.scenario_plans import ScenarioPlans
from planning.rounds.view import RoundsView

_CARRIED: Final = TypeAdapter(CarriedOut)


@dataclass(frozen=True)
class RoundPart:
    """What a plan does in one round."""

    budget: int  # cents
    devices: int
    cost: int  # cents
    short: int | None  # devices short after it; None: not known on the facts of the other plan


@dataclass(frozen=True)
class RoundDifference:
    """A round to come in both plans."""

    round_id: int
    on: date
    before: RoundPart | None  # the approved plan did not have it
    now: RoundPart
    expected: int | None = None  # devices short after it, as expected when the plan before was approved

    @property
    def is_other_budget(self) -> bool:
        """Whether the money of the round differs."""
        return self.before is not None and self.before.budget != self.now.budget


@dataclass(frozen=True)
class SchoolDifference:
    """Devices that a school gets more (or less) in each round to come; by kind they may differ where this is zero."""

    school_id: str
    devices: tuple[int, ...]


@dataclass(frozen=True)
class PlanDifference:
    """A plan beside the approved one, in the rounds to come."""

    rounds: tuple[RoundDifference, ...]
    schools: tuple[SchoolDifference, ...]  # those that get something else, the largest difference first
    is_other_wish: bool
    sooner: tuple[str, ...] = ()  # schools on target in an earlier round
    later: tuple[str, ...] = ()  # and in a later one, or not at all any more
    before: BoardPlan | None = None  # the plan approved before, carried out on the facts of this one
    together: AllRounds | None = None
    dearer: int = 0  # cents that what both buy costs more than it did when the plan before was approved

    @property
    def budgets(self) -> tuple[RoundDifference, ...]:
        """The rounds with other money."""
        return tuple(one for one in self.rounds if one.is_other_budget)

    @property
    def devices(self) -> int:
        """Devices bought more than by the approved plan."""
        return sum(one.now.devices - (one.before.devices if one.before else 0) for one in self.rounds)

    @property
    def cost(self) -> int:
        """Cents more than by the approved plan."""
        return sum(one.now.cost - (one.before.cost if one.before else 0) for one in self.rounds)

    @property
    def is_none(self) -> bool:
        """Whether the approved plan stands: the same purchases, prices, budgets and wishes."""
        return not (self.schools or self.budgets or self.is_other_wish or self.dearer) and all(
            one.before is not None and one.before.cost == one.now.cost for one in self.rounds
        )


def difference_of(view: RoundsView, plans: ScenarioPlans) -> PlanDifference | None:
    """The plan beside the one that holds; None where none was approved."""
    if view.approved is None:
        return None
    own = {r.round_id: plans.scenario.budgets.get(r.round_id, r.budget_cents) for r in view.to_come}
    wishes = wishes_to_json(plans.scenario.wishes)
    return _difference(view.approved.figures, carried_out(view, plans), plans.best, own, wishes)


def difference_between(before: PlanVersion, version: PlanVersion) -> PlanDifference:
    """An approved plan beside the one that held before it, in the rounds that were to come for it."""
    plan = from_json(version.figures["plan"])
    own = {r.round_id: version.figures["budgets"][str(r.round_id)] for r in plan.rounds}
    carried = version.figures.get("before")  # plans of before it was kept have none
    beside = None if carried is None else _CARRIED.validate_python(carried)
    return _difference(before.figures, beside, plan, own, version.figures["wishes"])


def before_to_json(view: RoundsView, plans: ScenarioPlans) -> dict[str, Any] | None:
    """The plan that holds on the facts of these plans as plain JSON values: kept with a plan that is approved."""
    found = carried_out(view, plans)
    kept: dict[str, Any] | None = None if found is None else _CARRIED.dump_python(found, mode="json")
    return kept


def _difference(
    approved: Mapping[str, Any],
    carried: CarriedOut | None,
    now: BoardPlan,
    budgets: Mapping[int, int],
    wishes: Mapping[str, Any],
) -> PlanDifference:
    kept = from_json(approved["plan"])
    before = kept if carried is None else carried.plan
    old = {int(round_id): cents for round_id, cents in approved["budgets"].items()}
    was, here = _parts(before, old), _parts(now, budgets)
    known = {one.round_id: one.short for one in kept.rounds}
    was = {
        key: replace(part, short=None if carried is None else part.short) for key, part in was.items() if key in known
    }
    on = {one.round_id: one.on for one in now.rounds}
    then, reached = (_on_target(before) if carried else {}), _on_target(now)
    return PlanDifference(
        rounds=tuple(RoundDifference(key, on[key], was.get(key), here[key], known.get(key)) for key in budgets),
        schools=_schools(before, now, tuple(budgets)),
        is_other_wish=approved["wishes"] != wishes,
        sooner=tuple(key for key, on in reached.items() if key in then and on < then[key]),
        later=tuple(key for key, on in reached.items() if key in then and on > then[key]),
        before=None if carried is None else before,
        together=None if carried is None else carried.together,
        dearer=_dearer(kept, now),
    )


def _dearer(kept: BoardPlan, now: BoardPlan) -> int:
    then = {(p.round_id, p.school_id, p.kind): p for p in kept.purchases}
    both = ((p, then.get((p.round_id, p.school_id, p.kind))) for p in now.purchases)
    return sum(min(p.count, was.count) * (p.price_cents - was.price_cents) for p, was in both if was is not None)


def _on_target(plan: BoardPlan) -> dict[str, date]:
    """By school the day of the round from which on nothing is short; the first day there is where that is already."""
    days = {NOW: date.min, None: date.max} | {place: one.on for place, one in enumerate(plan.rounds)}
    return {school.school_id: days[school.reached] for school in plan.schools}


def _parts(plan: BoardPlan, budgets: Mapping[int, int]) -> dict[int, RoundPart]:
    return {
        one.round_id: RoundPart(budgets.get(one.round_id, 0), one.replaced + one.expanded, one.cost, one.short)
        for one in plan.rounds
    }


def _schools(before: BoardPlan, now: BoardPlan, rounds: tuple[int, ...]) -> tuple[SchoolDifference, ...]:
    more: Counter[tuple[str, int, str]] = Counter()
    for plan, sign in ((now, 1), (before, -1)):
        for p in plan.purchases:
            if p.round_id in rounds:
                more[p.school_id, p.round_id, p.kind] += sign * p.count
    size: Counter[str] = Counter()
    devices: Counter[tuple[str, int]] = Counter()
    for (school_id, round_id, _kind), n in more.items():
        size[school_id] += abs(n)
        devices[school_id, round_id] += n
    order = sorted((school_id for school_id in size if size[school_id]), key=lambda s: (-size[s], s))
    return tuple(SchoolDifference(s, tuple(devices[s, round_id] for round_id in rounds)) for s in order)
