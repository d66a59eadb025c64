"""What follows from a plan: stock, shortage, age and money, and whether it keeps to every limit. Whole numbers only.

A device bought in round r is of age t - r in round t; it counts while younger than its maximum age and before its
support end, and is in-life while younger than its life as well.

Money: the spend of a round is what is bought at the unit price of the tier reached, and a fixed cost for each type of
which any is bought. A school pays from its own money as far as that goes for its own devices; the rest of the spend
is the board's and must fit its budget. Unspent budget moves on where the instance says so: then the payments of the
rounds up to t must fit the budgets up to t. A round without a budget limit is unlimited, and carried over so are all
rounds after it. A school's budget is compared at list price, round by round.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from planning.rounds.solver.arrays import NO_LIMIT, Prepared, Table, limits_of, prepare
from planning.rounds.solver.instance import Instance, Purchases, Values

Counts = TypeVar("Counts", Table, NDArray[np.float64])


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A plan in figures. Tables are line x round, lines in the order of the instance."""

    stock: Table  # devices that count
    young: Table  # of which in-life
    short: Table  # devices under target
    unserved: Table  # devices wanted that no device within its life serves
    bought: Table
    schools: tuple[str, ...]
    school_list_spend: Table  # school x round, at list price
    spend: Table  # by round: all that is bought, and fixed costs
    paid: Table  # by round: what the board pays
    unit_prices: Mapping[str, tuple[int, ...]]  # by type and round: of the tier reached
    values: Values


@dataclass(frozen=True, slots=True)
class Problem:
    """A limit a plan does not keep to; what does not apply is None. `over` is by how much."""

    code: str
    over: int
    round: int | None = None
    school: str | None = None
    line: str | None = None
    type: str | None = None


NOT_BUYABLE: Final = "not-buyable"  # a line, type or round that is not there, or a type the line may not buy
NEGATIVE: Final = "negative"
NO_WHOLE_SET: Final = "no-whole-set"
TOO_FEW: Final = "too-few"
TOO_MANY: Final = "too-many"
OVER_BUDGET: Final = "over-budget"
OVER_SCHOOL_BUDGET: Final = "over-school-budget"


@dataclass(frozen=True, slots=True)
class Money:
    """The money side of a plan, by round (see Evaluation)."""

    quantity: Table  # type x round
    tier: Table  # type x round: how many tiers are reached, 0 for list price
    unit: Table  # type x round
    spend: Table
    school_list_spend: Table
    school_paid: Table  # school x round: from the school's own money

    @property
    def paid(self) -> Table:
        """What the board pays."""
        return np.asarray(self.spend - self.school_paid.sum(axis=0), dtype=np.int64)


def evaluate(instance: Instance | Prepared, purchases: Purchases) -> Evaluation:
    """The figures of a plan, also of one that passes a limit. Raises KeyError for what the instance does not have."""
    prepared = prepare(instance)
    lines, kinds, rounds, counts = _arrays(prepared, purchases)
    stock, young = _stock(prepared, lines, kinds, rounds, counts)
    money = money_of(prepared, lines, kinds, rounds, counts)
    bought = np.zeros_like(prepared.target)
    np.add.at(bought, (lines, rounds), counts)
    short = np.maximum(0, prepared.target - stock)
    unserved = np.maximum(0, prepared.target - young)
    return Evaluation(
        stock=stock,
        young=young,
        short=short,
        unserved=unserved,
        bought=bought,
        schools=prepared.schools,
        school_list_spend=money.school_list_spend,
        spend=money.spend,
        paid=money.paid,
        unit_prices={code: tuple(row) for code, row in zip(prepared.types, money.unit.tolist(), strict=True)},
        values=_values(prepared, short, unserved, money.spend),
    )


def problems(instance: Instance | Prepared, purchases: Purchases) -> list[Problem]:
    """Every limit the plan does not keep to; empty for a plan that can be carried out."""
    prepared = prepare(instance)
    found, known = _impossible(prepared.instance, purchases)
    lines, kinds, rounds, counts = _arrays(prepared, known)
    money = money_of(prepared, lines, kinds, rounds, counts)
    for place, line in enumerate(prepared.instance.lines):
        fixed = {(bound.type, bound.round): bound for bound in line.bounds}
        wanted = {(code, r) for at, code, r in known if at == place} | set(fixed)
        for code, r in sorted(wanted):
            count = known.get((place, code, r), 0)
            least, most = limits_of(line, fixed.get((code, r)), int(prepared.most[place, r]))
            by = {TOO_FEW: least - count, TOO_MANY: count - most, NO_WHOLE_SET: count % line.set_size}
            found += [Problem(why, over, r, line.school, line.name, code) for why, over in by.items() if over > 0]
    over = over_budget(prepared, money)
    found += [Problem(OVER_BUDGET, int(over[r]), round=r) for r in range(len(over)) if over[r] > 0]
    above = money.school_list_spend - prepared.school_limit
    for s, r in zip(*np.nonzero(above > 0), strict=True):
        found.append(Problem(OVER_SCHOOL_BUDGET, int(above[s, r]), round=int(r), school=prepared.schools[s]))
    return found


def values_of(prepared: Prepared, sets: Table) -> Values:
    """The criteria of a plan given by column."""
    columns = prepared.column_line, prepared.column_type, prepared.column_round, prepared.devices(sets)
    stock, young = _stock(prepared, *columns)
    short = np.maximum(0, prepared.target - stock)
    unserved = np.maximum(0, prepared.target - young)
    return _values(prepared, short, unserved, money_of(prepared, *columns).spend)


def fits(prepared: Prepared, sets: Table) -> bool:
    """Whether a plan given by column keeps to every limit."""
    if (sets < prepared.column_least).any() or (sets > prepared.column_most).any():
        return False
    money = money_of(
        prepared, prepared.column_line, prepared.column_type, prepared.column_round, prepared.devices(sets)
    )
    within_schools = bool((money.school_list_spend <= prepared.school_limit).all())
    return within_schools and bool((over_budget(prepared, money) <= 0).all())


def over_budget(prepared: Prepared, money: Money) -> Table:
    """By round, what the board pays above its limit."""
    paid = np.cumsum(money.paid) if prepared.instance.carry_over else money.paid
    return np.where(prepared.limit >= NO_LIMIT, 0, paid - prepared.limit)


def money_of(prepared: Prepared, lines: Table, kinds: Table, rounds: Table, counts: Table) -> Money:
    """The money side of purchases given as four arrays of one length."""
    quantity = np.zeros_like(prepared.price)
    np.add.at(quantity, (kinds, rounds), counts)
    tier = np.zeros_like(quantity)
    unit = prepared.price.copy()
    for kind, tiers in enumerate(prepared.tiers):
        ordered = quantity[kind] + prepared.joint[kind]
        for place, (least, prices) in enumerate(tiers, 1):
            reached = (ordered >= least) & (quantity[kind] > 0)
            tier[kind][reached] = place
            unit[kind][reached] = prices[reached]
    school_spend = np.zeros_like(prepared.school_money)
    school_list_spend = np.zeros_like(prepared.school_money)
    np.add.at(school_spend, (prepared.school[lines], rounds), counts * unit[kinds, rounds])
    np.add.at(school_list_spend, (prepared.school[lines], rounds), counts * prepared.price[kinds, rounds])
    return Money(
        quantity=quantity,
        tier=tier,
        unit=unit,
        spend=(quantity * unit + prepared.fixed_cost * (quantity > 0)).sum(axis=0),
        school_list_spend=school_list_spend,
        school_paid=np.minimum(school_spend, prepared.school_money),
    )


def banded(prepared: Prepared, short: Counts) -> Counts:
    """The banded weight of each shortage, line x round, also of fractions."""
    start = np.zeros_like(short)
    total = np.zeros_like(short)
    for end, weight in zip(prepared.band_ends, prepared.band_weights, strict=True):
        total += weight * np.maximum(0, np.minimum(short, end) - start)
        start = end
    return total


def _values(prepared: Prepared, short: Table, unserved: Table, spend: Table) -> Values:
    return Values(
        short=int((prepared.weight[:, None] * banded(prepared, short)).sum()),
        unserved=int(unserved.sum()),
        cost=int(spend.sum()),
        peak=int(spend.max()),
    )


def _stock(prepared: Prepared, lines: Table, kinds: Table, rounds: Table, counts: Table) -> tuple[Table, Table]:
    """Devices that count and devices in-life: arrivals less departures, added up over the rounds."""
    tables = []
    for until, legacy in (
        (prepared.counts_until, prepared.legacy_stock),
        (prepared.young_until, prepared.legacy_young),
    ):
        change = np.zeros((len(prepared.target), prepared.instance.rounds + 1), dtype=np.int64)
        np.add.at(change, (lines, rounds), counts)
        np.subtract.at(change, (lines, until[kinds, rounds]), counts)
        tables.append(legacy + np.cumsum(change[:, :-1], axis=1))
    return tables[0], tables[1]


def _arrays(prepared: Prepared, purchases: Purchases) -> tuple[Table, Table, Table, Table]:
    kind = {code: place for place, code in enumerate(prepared.types)}
    rows = [(line, kind[code], r, count) for (line, code, r), count in purchases.items()]
    if any(not (0 <= line < len(prepared.target) and 0 <= r < prepared.instance.rounds) for line, _, r, _ in rows):
        raise KeyError("a line or round the instance does not have")
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3]


def _impossible(instance: Instance, purchases: Purchases) -> tuple[list[Problem], dict[tuple[int, str, int], int]]:
    """What cannot be bought at all, and the rest of the plan."""
    found, known = [], {}
    for (place, code, r), count in purchases.items():
        line = instance.lines[place] if 0 <= place < len(instance.lines) else None
        school, name = (line.school, line.name) if line else (None, None)
        if line is None or code not in line.types or not 0 <= r < instance.rounds:
            if count:
                found.append(Problem(NOT_BUYABLE, count, r, school, name, code))
        elif count < 0:
            found.append(Problem(NEGATIVE, -count, r, school, name, code))
        else:
            known[place, code, r] = count
    return found, known
