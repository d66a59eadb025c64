"""The planning problem of one board in cohorts, and a plan for it.

Rounds are numbered from 0; the age of a device is counted in rounds. Money is whole, in one unit (the product uses
cents). Only the purchases are decided; stock, shortage, age and cost follow from them (`evaluate`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Tier:
    """All-unit discount: whoever orders this many in one round pays this much for each of them."""

    quantity: int
    prices: tuple[int, ...]  # of one, by round


@dataclass(frozen=True, slots=True)
class DeviceType:
    """A type that can be bought; what varies by round has one value for each round."""

    code: str
    life: int  # in-life while age < life
    max_age: int  # counts while age < max_age; max_age >= life
    prices: tuple[int, ...]  # list price of one, by round
    support_ends: tuple[int | None, ...]  # by round of purchase: the first round in which it no longer counts
    fixed_costs: tuple[int, ...]  # paid once in a round in which any is bought
    tiers: tuple[Tier, ...] = ()  # by rising quantity
    joint: tuple[int, ...] = ()  # by round: what partner boards order along; counts for the tiers, empty for nothing

    def unit_price(self, round_: int, count: int) -> int:
        """What each costs where so many are bought in a round: the price of the tier reached, else the list price."""
        ordered = count + (self.joint[round_] if self.joint else 0)
        reached = [tier.prices for tier in self.tiers if ordered >= tier.quantity]
        return (reached[-1] if reached else self.prices)[round_]


@dataclass(frozen=True, slots=True)
class Legacy:
    """Devices there are before round 0."""

    type: str
    age: int  # in round 0
    count: int
    support_end: int | None = None  # the first round in which they no longer count; None: no end is known


@dataclass(frozen=True, slots=True)
class Bound:
    """What is fixed about one purchase: ordered already (at_least), or not wanted (at_most 0)."""

    type: str
    round: int
    at_least: int = 0
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class FleetLine:
    """Devices that serve the same pupils of a school: a school and a group of types ("eigen vloot")."""

    school: str
    name: str
    weight: int  # pupils served by one device
    types: tuple[str, ...]  # what may be bought for it
    targets: tuple[int, ...]  # devices wanted, by round
    legacy: tuple[Legacy, ...] = ()
    set_size: int = 1  # devices are bought in whole sets of this many
    bounds: tuple[Bound, ...] = ()


@dataclass(frozen=True, slots=True)
class Band:
    """Shortage up to this part of the target (rounded down) has this weight; the last band takes the rest."""

    numerator: int
    denominator: int
    weight: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The weighted objective: what one unit of each criterion is worth in money."""

    short: int
    unserved: int
    cost: int
    peak: int


BANDS: Final = (Band(1, 10, 1), Band(1, 4, 2), Band(1, 1, 4))


@dataclass(frozen=True, slots=True)
class Instance:
    """The planning problem of one board."""

    rounds: int
    types: Mapping[str, DeviceType]
    lines: tuple[FleetLine, ...]
    budgets: tuple[int | None, ...]  # by round; None: no limit
    carry_over: bool = False  # unspent money moves to later rounds
    school_budgets: Mapping[str, tuple[int | None, ...]] = field(default_factory=dict)  # at list price, never carried
    school_money: Mapping[str, tuple[int, ...]] = field(default_factory=dict)  # a school's own, beside the board's
    bands: tuple[Band, ...] = BANDS
    weights: Weights | None = None  # None: lexicographic, in the order short, unserved, cost, peak


Key = tuple[int, str, int]
"""Line (its place in Instance.lines), type, round."""

Purchases = Mapping[Key, int]
"""How many are bought; a key that is not there is none."""


@dataclass(frozen=True, slots=True)
class Values:
    """The four criteria of a plan."""

    short: int  # weight of the line x banded shortage, summed over lines and rounds
    unserved: int  # devices wanted that no device within its life serves, summed
    cost: int  # purchases at the price of the tier reached, and fixed costs
    peak: int  # the highest spend of one round

    def weighted(self, weights: Weights) -> int:
        """The weighted sum."""
        return (
            weights.short * self.short
            + weights.unserved * self.unserved
            + weights.cost * self.cost
            + weights.peak * self.peak
        )
