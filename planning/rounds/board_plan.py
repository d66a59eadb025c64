"""A plan in the words of a board: what each round buys, when each school reaches its target, what it costs. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
from pydantic import TypeAdapter

from planning.rounds.case import Case
from planning.rounds.solver.evaluate import Evaluation, evaluate
from planning.rounds.solver.instance import Purchases, Values

NOW = -1
"""The place of a school that is on target today and stays so: before the first round."""


@dataclass(frozen=True)
class PlannedPurchase:
    """What a plan buys: devices of one kind for one school in one round."""

    round_id: int
    school_id: str
    kind: str
    count: int
    price_cents: int  # of one, as reckoned
    replaced: int  # of which in the place of a device that left or is past its life span; the rest are more devices


@dataclass(frozen=True)
class RoundFigures:
    """A round of a plan."""

    round_id: int
    on: date
    cost: int  # cents, fixed costs of orders too
    paid: int  # of which the board pays; the rest is schools' own money
    replaced: int
    expanded: int
    short: int  # devices under target after this round, summed over schools
    past_life: int  # devices in use past their life span after this round


@dataclass(frozen=True)
class SchoolFigures:
    """What a plan means for one school."""

    school_id: str
    wanted: tuple[int, ...]  # devices, by round shown
    stock: tuple[int, ...]
    short: tuple[int, ...]  # after each round shown
    reached: int | None  # place of the round from which on nothing is short; NOW; None: not in the rounds shown


@dataclass(frozen=True)
class BoardPlan:
    """A plan over the rounds shown."""

    rounds: tuple[RoundFigures, ...]
    schools: tuple[SchoolFigures, ...]
    purchases: tuple[PlannedPurchase, ...]
    values: Values  # of the whole horizon, as lower_bound and gap
    lower_bound: int | None = None
    gap: float | None = None

    @property
    def reached(self) -> int | None:
        """The place of the round from which on every school is on target; NOW; None: not in the rounds shown."""
        places = [school.reached for school in self.schools]
        known = [place for place in places if place is not None]
        return max(known, default=NOW) if len(known) == len(places) else None

    @property
    def cost(self) -> int:
        """Cents over the rounds shown."""
        return sum(r.cost for r in self.rounds)

    @property
    def on_target(self) -> int:
        """Schools that reach their target in the rounds shown and keep it."""
        return sum(school.reached is not None for school in self.schools)

    def cost_until(self, place: int) -> int:
        """Cents of the rounds up to and with this one."""
        return sum(r.cost for r in self.rounds[: place + 1])

    def of_round(self, round_id: int) -> tuple[PlannedPurchase, ...]:
        """What a round buys."""
        return tuple(purchase for purchase in self.purchases if purchase.round_id == round_id)

    def bought(self, school_id: str, round_id: int) -> int:
        """Devices a school gets in a round."""
        return sum(p.count for p in self.purchases if (p.school_id, p.round_id) == (school_id, round_id))


_BOARD_PLAN: Final = TypeAdapter(BoardPlan)


def plan_of(case: Case, purchases: Purchases, *, lower_bound: int | None = None, gap: float | None = None) -> BoardPlan:
    """What a plan means, over the rounds that are the board's own."""
    found = evaluate(case.instance, purchases)
    expanded = _expansion(case, found)
    replaced = found.bought - expanded
    over = found.unserved - found.short
    rounds = tuple(
        RoundFigures(
            round_id=round_id,
            on=case.dates[t],
            cost=int(found.spend[t]),
            paid=int(found.paid[t]),
            replaced=int(replaced[:, t].sum()),
            expanded=int(expanded[:, t].sum()),
            short=int(found.short[:, t].sum()),
            past_life=int(over[:, t].sum()),
        )
        for t, round_id in enumerate(case.round_ids)
    )
    schools = tuple(_school(case, found, school_id) for school_id in case.schools)
    bought = _purchases(case, found, purchases, replaced)
    return BoardPlan(rounds, schools, bought, found.values, lower_bound, gap)


def _expansion(case: Case, found: Evaluation) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Devices bought by which a line has more in use than the round before, line x round; the others replace one.

    In use is what counts, as far as it is wanted: what a school has beyond that is handed in, the oldest first.
    """
    wanted = np.array([line.targets for line in case.instance.lines], dtype=np.int64).reshape(found.stock.shape)
    legacy = np.array([[sum(old.count for old in line.legacy)] for line in case.instance.lines], dtype=np.int64)
    before = np.concatenate([legacy.reshape(-1, 1), found.stock[:, :-1]], axis=1)
    grown = np.minimum(found.stock, wanted) - np.minimum(before, wanted)
    return np.asarray(np.clip(grown, 0, found.bought), dtype=np.int64)


def _school(case: Case, found: Evaluation, school_id: str) -> SchoolFigures:
    places = [at for at, line in enumerate(case.instance.lines) if line.school == school_id]
    short = [int(found.short[places, t].sum()) for t in range(case.shown)]
    last_short = max((t for t, n in enumerate(short) if n), default=None)
    wanted = [sum(case.instance.lines[at].targets[t] for at in places) for t in range(case.shown)]
    if last_short is None:
        reached: int | None = NOW if school_id in case.on_target else 0
    else:
        reached = last_short + 1 if last_short + 1 < case.shown else None
    return SchoolFigures(
        school_id,
        tuple(wanted),
        tuple(int(found.stock[places, t].sum()) for t in range(case.shown)),
        tuple(short),
        reached,
    )


def _purchases(
    case: Case, found: Evaluation, purchases: Purchases, replaced: np.ndarray[Any, np.dtype[np.int64]]
) -> tuple[PlannedPurchase, ...]:
    left = {(at, t): int(replaced[at, t]) for at, t in zip(*np.nonzero(replaced), strict=True)}
    sums: Counter[tuple[int, str, str]] = Counter()
    olds: Counter[tuple[int, str, str]] = Counter()
    for (at, kind, t), count in sorted(purchases.items()):
        if count and t < case.shown:
            key = t, case.instance.lines[at].school, kind
            old = min(count, left.get((at, t), 0))
            left[at, t] = left.get((at, t), 0) - old
            sums[key] += count
            olds[key] += old
    order = {school_id: place for place, school_id in enumerate(case.schools)}
    return tuple(
        PlannedPurchase(case.round_ids[t], school_id, kind, sums[key], found.unit_prices[kind][t], olds[key])
        for key in sorted(sums, key=lambda key: (key[0], order[key[1]], key[2]))
        for t, school_id, kind in [key]
    )


def to_json(plan: BoardPlan) -> dict[str, Any]:
    """A plan as plain JSON values: what a plan version keeps."""
    found: dict[str, Any] = _BOARD_PLAN.dump_python(plan, mode="json")
    return found


def from_json(figures: Mapping[str, Any]) -> BoardPlan:
    """The plan that to_json wrote."""
    return _BOARD_PLAN.validate_python(figures)
