"""Why a plan is as it is: what can be read from the plan itself, without planning again.

When a school reaches its target and stays there, which money holds the plan up, how two schools stood at the moment
one of them went first, and what the plan does better than a simpler rule. What needs another plan is in `what_if`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Table, arrays_of
from planning.rounds.solver.evaluate import Evaluation, evaluate
from planning.rounds.solver.instance import Instance, Purchases

SHORT: Final = "short"
SUPPORT: Final = "support"
OVER_AGE: Final = "over-age"
PUPILS: Final = "pupils"
MONEY: Final = "money"
OWN_LIMIT: Final = "own-limit"
BOUND: Final = "bound"
_CLEAR: Final = 0.01  # shares nearer than this are told as the same percentage


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """Money that holds the plan up: what is left buys nothing that is still wanted in that round, or is under 1%."""

    round: int
    school: str | None  # None: the budget of the board
    limit: int  # of that round; carried over: all up to that round
    left: int
    short: int  # devices short in that round, of the school or of all


@dataclass(frozen=True, slots=True)
class SchoolNeed:
    """How a school stands in a round before anything is bought in it."""

    school: str
    wanted: int  # devices
    short: int  # devices under target
    over_age: int  # devices that serve past their life
    ending: int  # devices that count, and are out of support in the next round
    pupils: float  # served by one device that is short, on average; 0 where none is
    money: int | None  # least a pupil-year costs in what can be bought for what is short; None where nothing is
    bound: int  # devices that any plan buys in that round: ordered, or fixed otherwise

    @property
    def short_share(self) -> float:
        """The part of its devices that is missing."""
        return self.short / self.wanted if self.wanted else 0.0

    @property
    def over_age_share(self) -> float:
        """The part of its devices that is past its life."""
        return self.over_age / self.wanted if self.wanted else 0.0

    @property
    def ending_share(self) -> float:
        """The part of its devices that will soon be without support."""
        return self.ending / self.wanted if self.wanted else 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Why one school goes before another in a round. `reasons` are codes, the weightiest first."""

    round: int
    first: SchoolNeed
    later: SchoolNeed
    bought: int  # devices the first gets in that round
    later_bought: int  # and the other
    later_reach: int | None  # the round from which the other is at its target; None: not within these rounds
    reasons: tuple[str, ...]  # empty: they stand alike, and the money did not reach further


@dataclass(frozen=True, slots=True)
class Difference:
    """A plan beside another one, by round."""

    short: tuple[int, ...]  # devices short
    other_short: tuple[int, ...]
    over_age: tuple[int, ...]  # devices in use past their life
    other_over_age: tuple[int, ...]
    spend: tuple[int, ...]
    other_spend: tuple[int, ...]
    reach: int | None  # first round from which every school is at its target
    other_reach: int | None


def reach_by_school(instance: Instance | Arrays, plan: Evaluation) -> dict[str, int | None]:
    """By school, the first round from which it has all its devices and keeps them; None: not within these rounds."""
    short = _by_school(arrays_of(instance), plan.short)
    return dict(zip(plan.schools, map(_first_for_good, short), strict=True))


def reach_of_all(reach: Mapping[str, int | None]) -> int | None:
    """The first round from which every school is at its target; None: not within these rounds."""
    rounds = [found for found in reach.values() if found is not None]
    return max(rounds, default=0) if len(rounds) == len(reach) else None


def bottlenecks(instance: Instance | Arrays, purchases: Purchases, plan: Evaluation) -> tuple[Bottleneck, ...]:
    """The budgets of board and schools that hold the plan up, by round."""
    a = arrays_of(instance)
    price = _cheapest_wanted(a, purchases, plan)
    short = _by_school(a, plan.short)
    found = []
    for r, left in enumerate(_board_left(a, plan)):
        if left is not None and _holds_up(left, int(a.limit[r]), int(price[:, r].min(initial=NO_LIMIT))):
            found.append(Bottleneck(r, None, int(a.limit[r]), left, int(short[:, r].sum())))
        for s, school in enumerate(a.schools):
            limit = int(a.school_limit[s, r])
            own_left = limit - int(plan.school_list_spend[s, r])
            if limit < NO_LIMIT and _holds_up(own_left, limit, int(price[s, r])):
                found.append(Bottleneck(r, school, limit, own_left, int(short[s, r])))
    return tuple(found)


def _holds_up(left: int, limit: int, price: int) -> bool:
    return price < NO_LIMIT and (left < price or left * 100 < limit)


def waiting(instance: Instance | Arrays, plan: Evaluation) -> dict[str, tuple[int, ...]]:
    """By school that is short while another gets devices: the rounds in which that is so."""
    a = arrays_of(instance)
    bought = _by_school(a, plan.bought)
    waits = (_by_school(a, plan.short) > 0) & (bought.sum(axis=0)[None, :] > bought)
    return {a.schools[s]: tuple(np.nonzero(waits[s])[0].tolist()) for s in np.nonzero(waits.any(axis=1))[0].tolist()}


def comparison(instance: Instance | Arrays, purchases: Purchases, first: str, later: str, round_: int) -> Comparison:
    """How two schools stood before a round in which the first got more, and in what it stood worse."""
    a = arrays_of(instance)
    before = evaluate(a, {key: count for key, count in purchases.items() if key[2] < round_})
    plan = evaluate(a, purchases)
    one, other = _need_of(a, before, first, round_), _need_of(a, before, later, round_)
    bought = _by_school(a, plan.bought)[:, round_]
    return Comparison(
        round=round_,
        first=one,
        later=other,
        bought=int(bought[a.schools.index(first)]),
        later_bought=int(bought[a.schools.index(later)]),
        later_reach=reach_by_school(a, plan)[later],
        reasons=_reasons(a, one, other, round_),
    )


def difference(instance: Instance | Arrays, plan: Evaluation, other: Evaluation) -> Difference:
    """A plan beside another of the same problem."""
    return Difference(
        short=_summed(plan.short),
        other_short=_summed(other.short),
        over_age=_summed(plan.unserved - plan.short),
        other_over_age=_summed(other.unserved - other.short),
        spend=tuple(plan.spend.tolist()),
        other_spend=tuple(other.spend.tolist()),
        reach=reach_of_all(reach_by_school(instance, plan)),
        other_reach=reach_of_all(reach_by_school(instance, other)),
    )


def _first_for_good(short: Table) -> int | None:
    late = np.nonzero(short)[0]
    first = int(late[-1]) + 1 if len(late) else 0
    return first if first < len(short) else None


def _by_school(a: Arrays, table: Table) -> Table:
    """A table of lines added up to schools."""
    total = np.zeros((len(a.schools), table.shape[1]), dtype=np.int64)
    np.add.at(total, a.school, table)
    return total


def _summed(table: Table) -> tuple[int, ...]:
    return tuple(table.sum(axis=0).tolist())


def _board_left(a: Arrays, plan: Evaluation) -> list[int | None]:
    """By round what the board has left of its budget; None where it is not limited."""
    paid = np.cumsum(plan.paid) if a.instance.carry_over else plan.paid
    return [None if limit >= NO_LIMIT else int(limit - spent) for limit, spent in zip(a.limit, paid, strict=True)]


def _cheapest_wanted(a: Arrays, purchases: Purchases, plan: Evaluation) -> Table:
    """School x round: the price of the cheapest set that is still wanted and may be bought; NO_LIMIT without one."""
    price = np.full((len(a.schools), a.instance.rounds), NO_LIMIT, dtype=np.int64)
    for (place, code, r), most in zip(a.keys(), a.devices(a.column_most).tolist(), strict=True):
        if plan.unserved[place, r] and purchases.get((place, code, r), 0) < most:
            cost = plan.unit_prices[code][r] * int(a.set_size[place])
            price[a.school[place], r] = min(price[a.school[place], r], cost)
    return price


def _need_of(a: Arrays, before: Evaluation, school: str, r: int) -> SchoolNeed:
    lines = np.nonzero(a.school == a.schools.index(school))[0]
    short = before.short[lines, r]
    costs = [cost for place in lines.tolist() for cost in _pupil_year_costs(a, before, place, r)]
    return SchoolNeed(
        school=school,
        wanted=int(a.target[lines, r].sum()),
        short=int(short.sum()),
        over_age=int((before.unserved - before.short)[lines, r].sum()),
        ending=sum(_ending(a.instance, place, r) for place in lines.tolist()),
        pupils=float((short * a.weight[lines]).sum() / short.sum()) if short.sum() else 0.0,
        money=min(costs, default=None),
        bound=sum(
            bound.at_least for place in lines.tolist() for bound in a.instance.lines[place].bounds if bound.round == r
        ),
    )


def _pupil_year_costs(a: Arrays, before: Evaluation, place: int, r: int) -> list[int]:
    """For each type a line that is short may buy: its price for each pupil and round in which it mends that."""
    costs: list[int] = []
    if not before.short[place, r]:
        return costs
    for code in a.instance.lines[place].types:
        kind = a.types.index(code)
        served = int((before.short[place, r : a.counts_until[kind, r]] > 0).sum()) * int(a.weight[place])
        if served:
            costs.append(int(a.price[kind, r]) // served)
    return costs


def _ending(instance: Instance, place: int, r: int) -> int:
    """Legacy devices of a line that count in a round and are without support in the next."""
    return sum(
        old.count
        for old in instance.lines[place].legacy
        if old.support_end == r + 1 and old.age + r < instance.types[old.type].max_age
    )


def _reasons(a: Arrays, first: SchoolNeed, later: SchoolNeed, r: int) -> tuple[str, ...]:
    """In what the first school stood worse, or was cheaper to help: the order in which a plan weighs them."""
    own = int(a.school_limit[a.schools.index(later.school), r])
    cheaper = first.money is not None and later.money is not None and first.money * 20 < later.money * 19
    holds = {
        BOUND: first.bound > 0,
        OWN_LIMIT: later.money is not None and own < NO_LIMIT and own < _least_price(a, later.school, r),
        SHORT: first.short_share >= later.short_share + _CLEAR,
        PUPILS: first.pupils >= later.pupils + 1 > 1,
        MONEY: cheaper,
        SUPPORT: first.ending_share >= later.ending_share + _CLEAR,
        OVER_AGE: first.over_age_share >= later.over_age_share + _CLEAR,
    }
    return tuple(code for code, is_so in holds.items() if is_so)


def _least_price(a: Arrays, school: str, r: int) -> int:
    lines = [(place, line) for place, line in enumerate(a.instance.lines) if line.school == school]
    return min(int(a.price[a.types.index(code), r]) * line.set_size for _place, line in lines for code in line.types)
