"""What another plan would give: more money in a round, the least money for a date, a round later or left out.

Each part can be asked for by itself. What is planned again starts from the present plan, so more money never gives
less; its figures are those of whole devices and may be a device or two off the best there is: say "about".
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, inf
from typing import Final

import numpy as np

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Floats, Table, arrays_of
from planning.rounds.solver.evaluate import Evaluation, evaluate, fits
from planning.rounds.solver.instance import Band, Bound, FleetLine, Instance, Purchases, Values, Weights
from planning.rounds.solver.matrix import INFINITE
from planning.rounds.solver.model import LinearModel, build
from planning.rounds.solver.planner import SMALL, columns_of, plan
from planning.rounds.solver.program import Program
from planning.rounds.solver.session import Session

_NODES: Final = 5  # steps of the solver to turn the fractions of a least budget into whole devices


@dataclass(frozen=True, slots=True)
class Effect:
    """Another plan beside the present one; what goes down is negative."""

    short: int  # devices short, summed over rounds
    over_age: int  # devices past their life, summed over rounds
    cost: int
    devices: Mapping[tuple[str, int], int]  # by school and round: devices bought
    short_by_school: Mapping[str, int]  # devices short, summed over rounds

    def bought_in(self, round_: int) -> dict[str, int]:
        """By school, what is bought more in a round (or less)."""
        return {school: count for (school, r), count in self.devices.items() if r == round_}


@dataclass(frozen=True, slots=True)
class LeastBudget:
    """The least money with which every school is at its target from a round on."""

    by: int
    share: float | None  # of the budgets given; None where the same amount in every round was asked for
    budgets: tuple[int | None, ...]  # that are enough, by round; None: no limit was given
    at_least: float  # no share (or amount) below this can do


def session_for(instance: Instance, known: Session | None = None) -> Session | None:
    """What plans a large instance again and again in a fraction of the time; None for one that is solved exactly."""
    return (known or Session(instance)) if columns_of(instance) > SMALL else None


def next_money(
    instance: Instance | Arrays, purchases: Purchases, money: int, round_: int, session: Session | None = None
) -> Effect:
    """What so much more in one round buys, and where; nothing where that round has no limit."""
    a = arrays_of(instance)
    more = tuple(
        limit + money if r == round_ and limit is not None else limit for r, limit in enumerate(a.instance.budgets)
    )
    if session is not None:
        return _change(a, purchases, session.plan(more, purchases).purchases)
    return _change(a, purchases, plan(replace(a.instance, budgets=more), start=purchases).purchases)


def skipped(instance: Instance | Arrays, purchases: Purchases, round_: int, session: Session | None = None) -> Effect:
    """What it does to buy nothing in one round but what is ordered already, and to plan the rest again."""
    a = arrays_of(instance)
    ordered = {
        (place, bound.type, round_): bound.at_least
        for place, line in enumerate(a.instance.lines)
        for bound in line.bounds
        if bound.round == round_ and bound.at_least
    }
    start = {key: count for key, count in purchases.items() if key[2] != round_} | ordered
    if session is not None:
        return _change(a, purchases, session.plan(a.instance.budgets, start, without=round_).purchases)
    lines = tuple(replace(line, bounds=_only_ordered(line, round_)) for line in a.instance.lines)
    return _change(a, purchases, plan(replace(a.instance, lines=lines), start=start).purchases)


def postponed(instance: Instance | Arrays, purchases: Purchases) -> Effect:
    """What it does to buy everything one round later, but for what is ordered already.

    The money moves along; what would have been bought in the last round falls after it.
    """
    a = arrays_of(instance)
    later: dict[tuple[int, str, int], int] = {}
    for (place, code, r), count in purchases.items():
        ordered = sum(b.at_least for b in a.instance.lines[place].bounds if (b.type, b.round) == (code, r))
        stays = min(count, ordered)
        later[place, code, r] = later.get((place, code, r), 0) + stays
        if r + 1 < a.instance.rounds:
            later[place, code, r + 1] = later.get((place, code, r + 1), 0) + count - stays
    return _change(a, purchases, later)


def least_cost(instance: Instance | Arrays, service: Values) -> int | None:
    """The least money, to the nearest whole device about, for service no worse than this within the budgets.

    None where the budgets do not reach that far.
    """
    program = Program(build(arrays_of(instance), peak=False), whole=False)
    program.hold(np.array([1.0, 0, 0, 0]), service.short)
    program.hold(np.array([0, 1.0, 0, 0]), service.unserved)
    solved = program.minimise(np.array([0, 0, 1.0, 0]))
    return round(solved.bound) if solved.optimal else None


def least_budget(instance: Instance, by: int, *, even: bool = False) -> LeastBudget | None:
    """The least money for all targets from `by` on: a share of the budgets, or with `even` one amount for every round.

    Other limits stay as they are; None where no money is enough with those.
    """
    return _Needs(instance, even=even).from_round(by)


def least_budget_curve(
    instance: Instance, *, even: bool = False, rounds: int | None = None
) -> tuple[LeastBudget | None, ...]:
    """The least money for each round (of the first so many) from which targets could be held; later is never dearer."""
    curve: list[LeastBudget | None] = []
    needs = _Needs(instance, even=even)
    for by in range(instance.rounds if rounds is None else rounds):
        found, sooner = needs.from_round(by), curve[-1] if curve else None
        if sooner is not None and (found is None or _height(found) > _height(sooner)):
            found = replace(sooner, by=by, at_least=min(sooner.at_least, found.at_least if found else inf))
        curve.append(found)
    return tuple(curve)


class _Needs:
    """What the targets of an instance need: one program, of which only the shortage that is allowed changes."""

    def __init__(self, instance: Instance, *, even: bool) -> None:
        a = arrays_of(_all_alike(instance))
        # devices past their life serve a target too: half of the program falls out
        self._arrays = replace(a, legacy_young=a.target)
        given = np.array([NO_LIMIT if limit is None else limit for limit in instance.budgets], dtype=np.int64)
        self._base, self._even = np.ones_like(given) if even else given, even
        self._model = _scaled(build(self._arrays, peak=False), self._arrays, self._base, even=even)
        self._short = np.nonzero(self._model.criteria[0] > 0)[0]
        self._program = Program(self._model, whole=False)

    def from_round(self, by: int) -> LeastBudget | None:
        """The least money with which nothing is short from a round on."""
        a, upper = self._arrays, self._upper(by)
        self._program.limit_columns(self._model.lower, upper)
        solved = self._program.minimise(_SCALE)
        if solved.solution is None or not solved.optimal:
            return None
        scales = [
            _scale_needed(a, self._base, evaluate(a, a.purchases(sets)), by)
            for sets in _whole(replace(self._model, upper=upper), solved.solution)
            if fits(a, sets)
        ]
        scale = min((scale for scale in scales if scale is not None), default=None)
        if scale is None:
            return None
        budgets = [None if limit >= NO_LIMIT else ceil(limit * scale) for limit in self._base.tolist()]
        per_unit = self._model.unit if self._even else 1
        return LeastBudget(by, None if self._even else float(scale), tuple(budgets), solved.bound * per_unit)

    def _upper(self, by: int) -> Floats:
        """No shortage from a round on."""
        upper = self._model.upper.copy()
        rounds = np.nonzero(self._arrays.target > self._arrays.legacy_stock)[1]  # of each shortage, in one band
        upper[self._short[rounds >= by]] = 0.0
        return upper


_SCALE: Final = np.array([0, 0, 0, 1.0])
"""The scale of the budgets stands where the peak would."""


def _height(found: LeastBudget) -> float:
    """What points of a curve are compared by: the share, or the even amount."""
    return found.share if found.share is not None else float(max(limit or 0 for limit in found.budgets))


def _change(a: Arrays, present: Purchases, other: Purchases) -> Effect:
    now, then = evaluate(a, present), evaluate(a, other)
    return Effect(
        short=_total(then.short - now.short),
        over_age=_total(then.unserved - then.short) - _total(now.unserved - now.short),
        cost=then.values.cost - now.values.cost,
        devices={
            (school, r): count
            for school, counts in _by_school(a, then.bought - now.bought).items()
            for r, count in enumerate(counts)
            if count
        },
        short_by_school={
            school: total for school, counts in _by_school(a, then.short - now.short).items() if (total := sum(counts))
        },
    )


def _by_school(a: Arrays, table: Table) -> dict[str, list[int]]:
    """A table of lines added up to schools, by round."""
    total = np.zeros((len(a.schools), table.shape[1]), dtype=np.int64)
    np.add.at(total, a.school, table)
    return dict(zip(a.schools, total.tolist(), strict=True))


def _total(table: Table) -> int:
    return int(table.sum())


def _only_ordered(line: FleetLine, round_: int) -> tuple[Bound, ...]:
    ordered = {bound.type: bound.at_least for bound in line.bounds if bound.round == round_}
    others = tuple(bound for bound in line.bounds if bound.round != round_)
    return others + tuple(Bound(code, round_, ordered.get(code, 0), ordered.get(code, 0)) for code in line.types)


def _all_alike(instance: Instance) -> Instance:
    """The same problem without budgets, with every device short alike."""
    lines = tuple(replace(line, weight=1) for line in instance.lines)
    free = (None,) * instance.rounds
    return replace(instance, lines=lines, budgets=free, bands=(Band(1, 1, 1),), weights=Weights(1, 0, 0, 0))


def _limits(a: Arrays, base: Table) -> Table:
    """Budgets as they bind: added up where money is carried over."""
    if not a.instance.carry_over:
        return base
    limits: Table = np.cumsum(base)
    limits[np.maximum.accumulate(base) >= NO_LIMIT] = NO_LIMIT
    return limits


def _scaled(model: LinearModel, a: Arrays, base: Table, *, even: bool) -> LinearModel:
    """One more column: the scale of the budgets, which is to be least.

    An even amount is counted in the unit of the rows, a share of the budgets is not.
    """
    limits = _limits(a, base)
    limited = limits < NO_LIMIT
    columns = len(model.lower)
    criteria = np.append(model.criteria, np.zeros((4, 1)), axis=1)
    criteria[3, columns] = 1.0
    per_scale = limits[limited] if even else limits[limited] / model.unit
    row_upper = model.row_upper.copy()
    row_upper[model.budget_rows] = np.where(limited, 0.0, INFINITE)
    return replace(
        model,
        criteria=criteria,
        lower=np.append(model.lower, 0.0),
        upper=np.append(model.upper, INFINITE),
        integer=np.append(model.integer, False),
        row_upper=row_upper,
        start=np.append(model.start, model.start[-1] + int(limited.sum())).astype(np.int32),
        index=np.append(model.index, model.budget_rows[limited]).astype(np.int32),
        value=np.append(model.value, -per_scale),
    )


def _whole(model: LinearModel, solution: Floats) -> list[Table]:
    """Plans in whole sets near a solution: rounded up, and the best within one of it."""
    bought = len(model.column)
    up = solution.copy()
    up[:bought] = np.ceil(solution[:bought] - 1e-6)
    found = [np.minimum(model.sets(up), model.arrays.column_most)]
    program = Program(model, whole=True)
    lower, upper = model.lower.copy(), model.upper.copy()
    lower[:bought] = np.floor(solution[:bought] + 1e-6)
    upper[:bought] = np.minimum(model.upper[:bought], up[:bought])
    program.limit_columns(lower, upper)
    near = program.minimise(_SCALE, nodes=_NODES)
    if near.solution is not None:
        found.append(model.sets(near.solution))
    return found


def _scale_needed(a: Arrays, base: Table, plan_: Evaluation, by: int) -> Fraction | None:
    """What the budgets must be multiplied with for a plan that holds all targets from a round on; None if not."""
    if plan_.short[:, by:].any():
        return None
    paid = np.cumsum(plan_.paid) if a.instance.carry_over else plan_.paid
    scale = Fraction(0)
    for limit, spent in zip(_limits(a, base).tolist(), paid.tolist(), strict=True):
        if spent > 0 and limit == 0:
            return None
        if 0 < limit < NO_LIMIT:
            scale = max(scale, Fraction(spent, limit))
    return scale
