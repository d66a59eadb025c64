"""How far partners are together, and what a joint purchase comes to; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.core.refusal import Reason
from planning.partners.model import (
    JointPurchase,
    OfferedDevice,
    PriceTier,
    RolloutStep,
    Stance,
    StanceState,
    VisionStatement,
    Volume,
)

LONGEST_TITLE: Final = 200
LONGEST_TEXT: Final = 2000
MOST_DEVICES: Final = 100_000
HIGHEST_GUIDE_CENTS: Final = 25_000_00


@dataclass(frozen=True)
class OnStatement:
    """A statement with what is known of every board's stance."""

    key: str
    version: int
    statement: VisionStatement
    stances: Mapping[str, Stance]  # by board, as far as shared

    def state(self, board_id: str) -> StanceState | None:
        """How far a board is, as far as it shares that."""
        stance = self.stances.get(board_id)
        return None if stance is None else stance.state

    def is_of_now(self, board_id: str) -> bool:
        """Whether a board's stance is about the words as they are now."""
        return self.stances[board_id].version == self.version

    def adopted_by(self, boards: Iterable[str]) -> tuple[str, ...]:
        """The boards that adopted the words as they are now."""
        return tuple(one for one in boards if self.state(one) is StanceState.ADOPTED and self.is_of_now(one))


@dataclass(frozen=True)
class TypeTotal:
    """What a joint purchase comes to for one type of device."""

    type: OfferedDevice
    counts: Mapping[str, int]  # by board, as far as shared
    tier: PriceTier | None  # that the total reaches
    next_tier: PriceTier | None  # the first it does not

    @property
    def total(self) -> int:
        """Devices of all boards whose number is known."""
        return sum(self.counts.values())

    @property
    def price_cents(self) -> int:
        """Of one at the tier reached, without VAT."""
        return round(self.type.guide_cents * (1 - (self.tier.share if self.tier else 0.0)))

    @property
    def to_next(self) -> int | None:
        """Devices that the next tier still takes; None where there is none."""
        return None if self.next_tier is None else self.next_tier.quantity - self.total


def with_vat(cents: int, vat_share: float) -> int:
    """A price with VAT, in cents."""
    return round(cents * (1 + vat_share))


def tier_of(tiers: Sequence[PriceTier], quantity: int) -> PriceTier | None:
    """The highest tier that a quantity reaches."""
    return max((tier for tier in tiers if tier.quantity <= quantity), key=lambda tier: tier.quantity, default=None)


def totals(purchase: JointPurchase, volumes: Mapping[str, Volume]) -> tuple[TypeTotal, ...]:
    """What every type comes to over the boards whose volume is known; who declines takes none."""
    found = []
    for one in purchase.types:
        counts = {
            board: volume.counts[one.kind]
            for board, volume in volumes.items()
            if not volume.declines and volume.counts.get(one.kind)
        }
        total = sum(counts.values())
        later = [tier for tier in one.tiers if tier.quantity > total]
        following = min(later, key=lambda tier: tier.quantity, default=None)
        found.append(TypeTotal(one, counts, tier_of(one.tiers, total), following))
    return tuple(found)


def of_partners(volumes: Mapping[str, Volume], own: str) -> dict[str, int]:
    """Devices that the other boards take along, by kind: what the own planner may reckon with for its discounts."""
    found: dict[str, int] = {}
    for board, volume in volumes.items():
        if board != own and not volume.declines:
            for kind, count in volume.counts.items():
                found[kind] = found.get(kind, 0) + count
    return {kind: count for kind, count in sorted(found.items()) if count}


def common_tiers(types: Iterable[OfferedDevice]) -> tuple[PriceTier, ...]:
    """From so many devices of any type on, what comes off at the least; for a planner with one scale for all kinds."""
    scales = [one.tiers for one in types]
    quantities = sorted({tier.quantity for tiers in scales for tier in tiers})
    found: list[PriceTier] = []
    for quantity in quantities:
        reached = [tier_of(tiers, quantity) for tiers in scales]
        share = min((tier.share if tier else 0.0 for tier in reached), default=0.0)
        if share > (found[-1].share if found else 0.0):
            found.append(PriceTier(quantity, share))
    return tuple(found)


def late(steps: Iterable[RolloutStep], as_of: date) -> tuple[RolloutStep, ...]:
    """Steps that were due before a day and are not done by then."""
    return tuple(step for step in steps if step.due < as_of and (step.done_on is None or step.done_on > as_of))


def text_reasons(limits: Mapping[str, tuple[str, int]], needed: Iterable[str] = ()) -> list[Reason]:
    """Why texts cannot be kept; `limits` is field -> (text, most signs), `needed` the fields that cannot be empty."""
    missing = [Reason("partners_text_missing", field) for field in needed if not limits[field][0].strip()]
    return missing + [
        Reason("partners_text_too_long", field, {"read": len(text), "n": most})
        for field, (text, most) in limits.items()
        if len(text) > most
    ]


def purchase_reasons(purchase: JointPurchase) -> list[Reason]:
    """Why a joint purchase cannot be so."""
    reasons = []
    if purchase.closes < purchase.opens:
        reasons.append(Reason("purchase_closes_first", "closes", {"opens": purchase.opens}))
    if not 0 <= purchase.vat_share <= 0.5:
        reasons.append(Reason("vat_out_of_range", "vat_share"))
    kinds = [one.kind for one in purchase.types]
    if len(kinds) != len(set(kinds)):
        reasons.append(Reason("purchase_kind_twice", "types"))
    for one in purchase.types:
        if not 0 < one.guide_cents <= HIGHEST_GUIDE_CENTS:
            reasons.append(Reason("guide_price_out_of_range", "types", {"name": one.name}))
        quantities = [tier.quantity for tier in one.tiers]
        shares = [tier.share for tier in one.tiers]
        rising = quantities == sorted(set(quantities)) and shares == sorted(shares)
        if not rising or not all(0 <= share < 1 for share in shares) or any(n < 1 for n in quantities):
            reasons.append(Reason("tiers_not_rising", "types", {"name": one.name}))
    return reasons


def volume_reasons(volume: Volume, purchase: JointPurchase) -> list[Reason]:
    """Why a board cannot take this along."""
    offered = {one.kind for one in purchase.types}
    reasons = [
        Reason("volume_out_of_range", kind, {"read": count})
        for kind, count in volume.counts.items()
        if not 0 <= count <= MOST_DEVICES or kind not in offered
    ]
    if volume.declines and not volume.why.strip():
        reasons.append(Reason("decline_without_reason", "why"))
    return reasons
