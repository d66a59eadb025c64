"""The money of rounds: planned, ordered, spent and left; and what investments cost each year. Pure; whole cents."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from planning.organisation.kinds import DeviceKind
from planning.rounds.model import Order, PlanningRules, Round
from planning.rounds.reality import OrderProgress


@dataclass(frozen=True)
class RoundMoney:
    """One round's money, in cents."""

    round_id: int
    budget: int
    planned: int  # what the plan buys in it, ordered or not
    committed: int  # ordered and still due, not delivered yet
    spent: int  # delivered, at the price paid

    @property
    def left(self) -> int:
        """What can still be ordered; below zero where more was ordered than there is."""
        return self.budget - self.committed - self.spent


@dataclass(frozen=True)
class Investment:
    """Devices bought together that are written off together."""

    on: date
    cents: int
    years: int  # the term


def money_of(
    rounds: Iterable[Round], planned: Mapping[int, int], progress: Iterable[OrderProgress]
) -> tuple[RoundMoney, ...]:
    """The money of each round. Delivered is spent at the price paid; ordered only is committed at the order's price."""
    committed: dict[int, int] = {}
    spent: dict[int, int] = {}
    for one in progress:
        key = one.order.round_id
        committed[key] = committed.get(key, 0) + one.undelivered * one.order.price_cents
        spent[key] = spent.get(key, 0) + one.paid_cents
    return tuple(
        RoundMoney(
            r.round_id,
            r.budget_cents,
            planned.get(r.round_id, 0),
            committed.get(r.round_id, 0),
            spent.get(r.round_id, 0),
        )
        for r in rounds
    )


def ordered_cents(orders: Iterable[Order]) -> dict[int, int]:
    """Round -> cents of what is ordered in it, at the price ordered."""
    found: dict[int, int] = {}
    for order in orders:
        found[order.round_id] = found.get(order.round_id, 0) + order.due * order.price_cents
    return found


def left_before(
    on: date, rounds: Iterable[Round], orders: Collection[Order], rules: PlanningRules, budgets: Mapping[int, int]
) -> int:
    """Cents that rounds with orders before a day left for what comes after them; 0 where money does not move on.

    `budgets`: what a scenario gives rounds instead of their own.
    """
    return max(0, _balance_before(on, rounds, orders, rules, budgets))


def _balance_before(
    on: date, rounds: Iterable[Round], orders: Collection[Order], rules: PlanningRules, budgets: Mapping[int, int]
) -> int:
    left = 0
    for one in rounds if rules.carry_over else ():
        due = [order for order in orders if order.round_id == one.round_id and order.due]
        spent = sum(order.due * order.price_cents for order in due)
        if one.on < on and spent:
            fixed = rules.fixed_cost_cents * len({order.kind for order in due})
            left += budgets.get(one.round_id, one.budget_cents) - spent - fixed
    return left


def least_budget(
    one: Round, rounds: Iterable[Round], orders: Collection[Order], rules: PlanningRules, budgets: Mapping[int, int]
) -> int:
    """Cents a round needs of its own to pay what is ordered in it already, after what earlier rounds left."""
    return max(0, ordered_cents(orders).get(one.round_id, 0) - left_before(one.on, rounds, orders, rules, budgets))


def least_for_later(
    one: Round, rounds: Collection[Round], orders: Collection[Order], rules: PlanningRules, budgets: Mapping[int, int]
) -> tuple[int, Round] | None:
    """Cents a round needs so that a later one can pay what is ordered in it from what it leaves, and that later round.

    None where what is ordered later is paid for, or a round without orders leaves nothing.
    """
    ordered = ordered_cents(orders)
    if not rules.carry_over or not ordered.get(one.round_id):
        return None
    own = budgets.get(one.round_id, one.budget_cents)
    missing = [
        (ordered[later.round_id] - budgets.get(later.round_id, later.budget_cents) - balance, later)
        for later in rounds
        if later.on > one.on and later.round_id in ordered
        for balance in [_balance_before(later.on, rounds, orders, rules, budgets)]
    ]
    most, later = max(missing, key=lambda found: found[0], default=(0, one))
    return (own + most, later) if most > 0 else None


def level_reserve(spend: Mapping[int, int], opening: int = 0) -> int:
    """The least equal amount to set aside each year (dotatie) from which every year's spend can be paid, in cents.

    `spend` has the cents of consecutive calendar years, `opening` is what is in the reserve before the first of them;
    what is set aside in a year can be spent in it. It is the largest of (spend up to a year - opening) / years so far.
    Source: the cash flow method with baseline funding of the National Reserve Study Standards (Community Associations
    Institute): level contributions that never let the balance of the reserve fall below zero.
    """
    least, so_far = 0, -opening
    for years, year in enumerate(sorted(spend), 1):
        so_far += spend[year]
        least = max(least, -(-so_far // years))
    return least


def investments(
    purchases: Iterable[tuple[date, str, int]], kinds: Mapping[str, DeviceKind], rules: PlanningRules
) -> tuple[Investment, ...]:
    """(day, kind, cents) as orders: the same kind on the same day is one order, and a small one is a cost at once.

    The term is the board's, else the kind's own.
    """
    orders: dict[tuple[date, str], int] = {}
    for day, kind, cents in purchases:
        orders[day, kind] = orders.get((day, kind), 0) + cents
    found = []
    for (day, kind), cents in sorted(orders.items()):
        years = rules.write_off_years or kinds[kind].write_off_years
        found.append(Investment(day, cents, years if cents >= rules.threshold_cents else 0))
    return tuple(found)


def written_off(investment: Investment, day: date) -> int:
    """Cents written off by the end of the month before `day`: the same part every month from the month of purchase.

    The parts of all months add up to the whole. A term of 0 is a cost of its month.
    """
    months = (day.year - investment.on.year) * 12 + day.month - investment.on.month
    term = investment.years * 12
    if months <= 0:
        return 0
    return investment.cents if months >= term else investment.cents * months // term


def depreciation(found: Iterable[Investment], years: Iterable[int]) -> dict[int, int]:
    """Calendar year -> cents written off in it."""
    known = tuple(found)
    return {
        year: sum(written_off(one, date(year + 1, 1, 1)) - written_off(one, date(year, 1, 1)) for one in known)
        for year in years
    }


def invested(found: Iterable[Investment], years: Iterable[int]) -> dict[int, int]:
    """Calendar year -> cents bought in it."""
    known = tuple(found)
    return {year: sum(one.cents for one in known if one.on.year == year) for year in years}


def book_value(found: Iterable[Investment], day: date) -> int:
    """Cents not written off yet of what was bought before a day."""
    return sum(one.cents - written_off(one, day) for one in found if one.on < day)
