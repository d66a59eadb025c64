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

from planning.rounds.solver.arrays import NO_LIMIT, Arrays, Table, arrays_of, limits_of
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
class Violation:
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


def evaluate(instance: Instance | Arrays, purchases: Purchases) -> Evaluation:
    """The figures of a plan, also of one that passes a limit. Raises KeyError for what the instance does not have."""
    arrays = arrays_of(instance)
    lines, kinds, rounds, counts = _arrays(arrays, purchases)
    stock, young = stock_of(arrays, lines, kinds, rounds, counts)
    money = money_of(arrays, lines, kinds, rounds, counts)
    bought = np.zeros_like(arrays.target)
    np.add.at(bought, (lines, rounds), counts)
    short = np.maximum(0, arrays.target - stock)
    unserved = np.maximum(0, arrays.target - young)
    return Evaluation(
        stock=stock,
        young=young,
        short=short,
        unserved=unserved,
        bought=bought,
        schools=arrays.schools,
        school_list_spend=money.school_list_spend,
        spend=money.spend,
        paid=money.paid,
        unit_prices={code: tuple(row) for code, row in zip(arrays.types, money.unit.tolist(), strict=True)},
        values=_values(arrays, short, unserved, money.spend),
    )


def violations(instance: Instance | Arrays, purchases: Purchases) -> list[Violation]:
    """Every limit the plan does not keep to; empty for a plan that can be carried out."""
    arrays = arrays_of(instance)
    found, known = _impossible(arrays.instance, purchases)
    lines, kinds, rounds, counts = _arrays(arrays, known)
    money = money_of(arrays, lines, kinds, rounds, counts)
    for place, line in enumerate(arrays.instance.lines):
        fixed = {(bound.type, bound.round): bound for bound in line.bounds}
        wanted = {(code, r) for at, code, r in known if at == place} | set(fixed)
        for code, r in sorted(wanted):
            count = known.get((place, code, r), 0)
            least, most = limits_of(line, fixed.get((code, r)), int(arrays.most[place, r]))
            by = {TOO_FEW: least - count, TOO_MANY: count - most, NO_WHOLE_SET: count % line.set_size}
            found += [Violation(why, over, r, line.school, line.name, code) for why, over in by.items() if over > 0]
    over = over_budget(arrays, money)
    found += [Violation(OVER_BUDGET, int(over[r]), round=r) for r in range(len(over)) if over[r] > 0]
    above = money.school_list_spend - arrays.school_limit
    for s, r in zip(*np.nonzero(above > 0), strict=True):
        found.append(Violation(OVER_SCHOOL_BUDGET, int(above[s, r]), round=int(r), school=arrays.schools[s]))
    return found


def values_of(arrays: Arrays, sets: Table) -> Values:
    """The criteria of a plan given by column."""
    columns = arrays.column_line, arrays.column_type, arrays.column_round, arrays.devices(sets)
    stock, young = stock_of(arrays, *columns)
    short = np.maximum(0, arrays.target - stock)
    unserved = np.maximum(0, arrays.target - young)
    return _values(arrays, short, unserved, money_of(arrays, *columns).spend)


def fits(arrays: Arrays, sets: Table) -> bool:
    """Whether a plan given by column keeps to every limit."""
    if (sets < arrays.column_least).any() or (sets > arrays.column_most).any():
        return False
    money = money_of(arrays, arrays.column_line, arrays.column_type, arrays.column_round, arrays.devices(sets))
    within_schools = bool((money.school_list_spend <= arrays.school_limit).all())
    return within_schools and bool((over_budget(arrays, money) <= 0).all())


def over_budget(arrays: Arrays, money: Money) -> Table:
    """By round, what the board pays above its limit."""
    paid = np.cumsum(money.paid) if arrays.instance.carry_over else money.paid
    return np.where(arrays.limit >= NO_LIMIT, 0, paid - arrays.limit)


def money_of(arrays: Arrays, lines: Table, kinds: Table, rounds: Table, counts: Table) -> Money:
    """The money side of purchases given as four arrays of one length."""
    quantity = np.zeros_like(arrays.price)
    np.add.at(quantity, (kinds, rounds), counts)
    tier = np.zeros_like(quantity)
    unit = arrays.price.copy()
    for kind, tiers in enumerate(arrays.tiers):
        ordered = quantity[kind] + arrays.joint[kind]
        for place, (least, prices) in enumerate(tiers, 1):
            reached = (ordered >= least) & (quantity[kind] > 0)
            tier[kind][reached] = place
            unit[kind][reached] = prices[reached]
    school_spend = np.zeros_like(arrays.school_money)
    school_list_spend = np.zeros_like(arrays.school_money)
    np.add.at(school_spend, (arrays.school[lines], rounds), counts * unit[kinds, rounds])
    np.add.at(school_list_spend, (arrays.school[lines], rounds), counts * arrays.price[kinds, rounds])
    return Money(
        quantity=quantity,
        tier=tier,
        unit=unit,
        spend=(quantity * unit + arrays.fixed_cost * (quantity > 0)).sum(axis=0),
        school_list_spend=school_list_spend,
        school_paid=np.minimum(school_spend, arrays.school_money),
    )


def banded(arrays: Arrays, short: Counts) -> Counts:
    """The banded weight of each shortage, line x round, also of fractions."""
    start = np.zeros_like(short)
    total = np.zeros_like(short)
    for end, weight in zip(arrays.band_ends, arrays.band_weights, strict=True):
        total += weight * np.maximum(0, np.minimum(short, end) - start)
        start = end
    return total


def _values(arrays: Arrays, short: Table, unserved: Table, spend: Table) -> Values:
    return Values(
        short=int((arrays.weight[:, None] * banded(arrays, short)).sum()),
        unserved=int(unserved.sum()),
        cost=int(spend.sum()),
        peak=int(spend.max()),
    )


def stock_of(arrays: Arrays, lines: Table, kinds: Table, rounds: Table, counts: Table) -> tuple[Table, Table]:
    """Devices that count and devices in-life: arrivals less departures, added up over the rounds."""
    tables = []
    for until, legacy in (
        (arrays.counts_until, arrays.legacy_stock),
        (arrays.young_until, arrays.legacy_young),
    ):
        change = np.zeros((len(arrays.target), arrays.instance.rounds + 1), dtype=np.int64)
        np.add.at(change, (lines, rounds), counts)
        np.subtract.at(change, (lines, until[kinds, rounds]), counts)
        tables.append(legacy + np.cumsum(change[:, :-1], axis=1))
    return tables[0], tables[1]


def _arrays(arrays: Arrays, purchases: Purchases) -> tuple[Table, Table, Table, Table]:
    kind = {code: place for place, code in enumerate(arrays.types)}
    rows = [(line, kind[code], r, count) for (line, code, r), count in purchases.items()]
    if any(not (0 <= line < len(arrays.target) and 0 <= r < arrays.instance.rounds) for line, _, r, _ in rows):
        raise KeyError("a line or round the instance does not have")
    table = np.array(rows, dtype=np.int64).reshape(-1, 4)
    return table[:, 0], table[:, 1], table[:, 2], table[:, 3]


def _impossible(instance: Instance, purchases: Purchases) -> tuple[list[Violation], dict[tuple[int, str, int], int]]:
    """What cannot be bought at all, and the rest of the plan."""
    found, known = [], {}
    for (place, code, r), count in purchases.items():
        line = instance.lines[place] if 0 <= place < len(instance.lines) else None
        school, name = (line.school, line.name) if line else (None, None)
        if line is None or code not in line.types or not 0 <= r < instance.rounds:
            if count:
                found.append(Violation(NOT_BUYABLE, count, r, school, name, code))
        elif count < 0:
            found.append(Violation(NEGATIVE, -count, r, school, name, code))
        else:
            known[place, code, r] = count
    return found, known
