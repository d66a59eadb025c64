"""What a board chooses for its rounds: dates and budgets, how it weighs, what a school may buy, what is wished."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime


@dataclass(frozen=True)
class Round:
    """A moment at which the board buys; rounds are numbered by their date, and a year can have several."""

    round_id: int
    on: date
    budget_cents: int
    name: str = ""  # "" goes by its number and month


@dataclass(frozen=True)
class Discount:
    """Whoever orders this many of a kind in one round pays this share less for each of them."""

    quantity: int
    share: float


@dataclass(frozen=True)
class PlanningRules:
    """How a board plans. The weights are what it finds one more of something worth, in euros."""

    weight_short: int = 15_000  # a pupil under the target, one round long
    weight_unserved: int = 3_000  # a device wanted that no device within its life span serves, one round long
    weight_even: int = 0  # each euro of the dearest round
    worst_first: bool = False  # a large shortage weighs more than the same devices spread over schools
    nobody_waits: bool = False  # every school that needs something gets something in the first round
    keep_mix: bool = True  # a school keeps its own mix of kinds; False: whatever kind it may buy serves
    without: tuple[str, ...] = ()  # kinds the board no longer buys
    carry_over: bool = True  # unspent money moves to the next round
    price_rise: float = 0.02  # a year
    beyond_life_years: int = 3  # a device counts at most this long after its life span
    support_years: Mapping[str, int] = field(default_factory=dict)  # kind -> years that a new one gets updates
    ramp: tuple[tuple[date, float], ...] = ()  # from this date on the board's target is this
    reserve_share: float = 0.0  # devices set aside, as a share of those needed
    set_size: int = 1  # a school gets whole sets of this many
    fixed_cost_cents: int = 0  # of one order: a kind in a round
    discounts: tuple[Discount, ...] = ()
    partners: Mapping[str, int] = field(default_factory=dict)  # kind -> devices partner boards order along a round
    write_off_years: int | None = None  # None: the term of each kind
    threshold_cents: int = 50_000  # an order below this is a cost of its year
    ledger: Mapping[str, str] = field(default_factory=dict)  # kind -> code in the ledger (grootboek)
    cost_centres: Mapping[str, str] = field(default_factory=dict)  # school -> cost centre (kostenplaats)


@dataclass(frozen=True)
class SchoolChoice:
    """What a school chose for its own fleet; what is None or empty follows its inventory and the board."""

    school_id: str
    kinds: tuple[str, ...] | None = None  # what may be bought for it
    keep_mix: bool | None = None
    set_size: int | None = None
    ramp: tuple[tuple[date, float], ...] = ()
    level_targets: Mapping[str, float] = field(default_factory=dict)  # level -> pupils per device
    own_money: Mapping[int, int] = field(default_factory=dict)  # round id -> cents beside the board's budget
    origin: str = ""  # the school's own choice this was taken over from; "" where the board filled it in


@dataclass(frozen=True)
class FixedPurchase:
    """A purchase that a person fixed: at least, at most, or exactly this many."""

    school_id: str
    kind: str
    round_id: int
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True)
class Wishes:
    """What a person wants of a plan, whatever the planner would do without."""

    first: tuple[str, ...] = ()  # schools that go before all others
    without: tuple[str, ...] = ()  # kinds not to buy
    fixed: tuple[FixedPurchase, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is wished."""
        return bool(self.first or self.without or self.fixed)


@dataclass(frozen=True)
class Scenario:
    """A saved way to plan: the board's rounds with other budgets and wishes."""

    scenario_id: int
    name: str
    budgets: Mapping[int, int] = field(default_factory=dict)  # round id -> cents, where it differs from the board's
    wishes: Wishes = field(default_factory=Wishes)
    changed_at: datetime | None = None
    changed_by: str = ""


BASIS = Scenario(0, "")
"""The board's own rounds and budgets, without wishes."""


@dataclass(frozen=True)
class Order:
    """Devices of one kind ordered for one school in a round of a plan."""

    order_id: int
    plan_version: int
    round_id: int
    school_id: str
    kind: str
    supplier: str  # with the lot: who delivers; "" is not known yet
    count: int
    price_cents: int  # of one, as ordered
    ordered_on: date
    not_coming: int = 0  # of `count`, given up
    closed_on: date | None = None  # when they were given up
    closed_because: str = ""

    @property
    def due(self) -> int:
        """Devices that came or still come."""
        return self.count - self.not_coming

    def on(self, as_of: date) -> "Order":
        """The order as it was on a day, when what does not come was perhaps still expected."""
        is_so = self.closed_on is None or self.closed_on <= as_of
        return self if is_so else replace(self, not_coming=0, closed_on=None, closed_because="")


@dataclass(frozen=True)
class Delivery:
    """What came of an order on a day, and what one of them cost."""

    delivery_id: int
    order_id: int
    count: int
    delivered_on: date
    price_cents: int
    booked_by: str = ""


@dataclass(frozen=True)
class Swap:
    """A device that was handed over at a school, and the one that was handed in for it."""

    swap_id: int
    school_id: str
    order_id: int
    serial_in: str
    serial_out: str  # "": it takes no device's place
    wiped: bool  # what was handed in
    signed: bool  # for receipt, by whom booked it
    swapped_on: date | None = None  # it is booked on the day itself
    booked_by: str = ""
    version: int | None = None  # the inventory that this made; None where the school has none


def numbered(rounds: tuple[Round, ...]) -> dict[int, int]:
    """Round id -> its number, from 1, by date."""
    ordered = sorted(rounds, key=lambda r: (r.on, r.round_id))
    return {r.round_id: number for number, r in enumerate(ordered, 1)}
