"""Prices that nobody pays for a device: a program lost the comma, or the column holds something else."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final

from planning.inventory.read.kind_questions import EACH
from planning.inventory.values.issue import Issue, Option
from planning.workbooks.model import Choice

_MOST: Final = defaultdict(
    lambda: 25_000_00,
    {
        "chromebook": 4_000_00, "laptop": 6_000_00, "tablet": 4_000_00, "desktop": 8_000_00,
        "projector": 15_000_00, "charging_cart": 10_000_00,
    },
)  # fmt: skip
"""More cents than any school pays for one device of a kind."""
_USUAL: Final = defaultdict(
    lambda: (10_00, 9_000_00),
    {
        "chromebook": (100_00, 900_00), "laptop": (150_00, 2_000_00), "tablet": (60_00, 1_500_00),
        "desktop": (150_00, 2_500_00), "interactive_board": (400_00, 9_000_00), "projector": (150_00, 5_000_00),
        "printer": (40_00, 8_000_00), "charging_cart": (100_00, 5_000_00),
    },
)  # fmt: skip
"""Cents that schools pay for one device of a kind, from and to."""
_LEAST: Final = 10_00
"""Cents; nobody sells a device of these kinds for less: it is a sign, or euros for cents."""
_NEVER_CHEAP: Final = frozenset({"chromebook", "laptop", "tablet", "desktop", "interactive_board", "projector"})


class PricedBy(Enum):
    """What an amount pays for."""

    EACH = "each"
    LOT = "lot"
    OPEN = "open"


def priced_by(kinds: Sequence[str], cents: Sequence[int | None], counts: Sequence[int], *, is_summed: bool) -> PricedBy:
    """Whether amounts under a heading that leaves it open are of one device, or of the row: by what devices cost.

    `is_summed`: the list adds the amounts up, which makes sense of whole rows only.
    """
    rows = [(k, c, n) for k, c, n in zip(kinds, cents, counts, strict=True) if c and n > 1]
    if not rows:
        return PricedBy.EACH
    each = [_USUAL[kind][0] <= price <= _USUAL[kind][1] for kind, price, _ in rows]
    lot = [_USUAL[kind][0] <= price / n <= _USUAL[kind][1] for kind, price, n in rows]
    only_each = sum(one and not other for one, other in zip(each, lot, strict=True))
    only_lot = sum(other and not one for one, other in zip(each, lot, strict=True))
    both = sum(one and other for one, other in zip(each, lot, strict=True))
    if only_lot and not only_each:
        return PricedBy.LOT
    if only_lot or (both and not only_each):
        return PricedBy.LOT if is_summed else PricedBy.OPEN
    return PricedBy.EACH


def lot_price_issue(written: str, cents: Mapping[int, int], counts: Sequence[int], total: str) -> Issue:
    """Whether amounts are of one device or of the row; unknown until a person says. `total`: column of a draft."""
    options = (
        Option(Choice("price_unknown"), {EACH: {r: {"price_cents": None, total: None} for r in cents}}),
        Option(Choice("price_of_each"), {EACH: {r: {"price_cents": c, total: None} for r, c in cents.items()}}),
        Option(Choice("price_of_lot"), {EACH: {r: {"price_cents": None, total: c} for r, c in cents.items()}}),
    )
    several = sum(counts[record] > 1 for record in cents)
    return Issue("price-each-or-lot", "must", {"n": str(several)}, options, written)


def doubtful_prices(kinds: Sequence[str], cents: Sequence[int | None]) -> tuple[list[int], list[int]]:
    """The records whose price is asked: too high, too low; where most are, none of the column is to be trusted."""
    known = set(filter(None, cents))
    if not known or (max(known) <= min(_MOST.values()) and min(known) >= _LEAST):
        return [], []
    priced = [(record, kind, price) for record, (kind, price) in enumerate(zip(kinds, cents, strict=True)) if price]
    high = [record for record, kind, price in priced if price > _MOST[kind]]
    low = [record for record, kind, price in priced if price < _LEAST and kind in _NEVER_CHEAP]
    everything = [record for record, _, _ in priced]
    if 2 * len(high) > len(priced):
        return everything, []
    return ([], everything) if 2 * len(low) > len(priced) else (high, low)


def price_issue(records: Sequence[int], cents: Sequence[int | None], column: str, *, too_low: bool) -> Issue:
    """Which price was meant, asked once for all of them; unknown until a person says. `column`: of a draft."""
    meant = {record: {column: round((cents[record] or 0) * (100 if too_low else 0.01))} for record in records}
    unknown = {record: {column: None, "price_vat": "unknown"} for record in records}
    options = (
        Option(Choice("price_unknown"), {EACH: unknown}),
        Option(Choice("price_hundredfold" if too_low else "price_hundredth"), {EACH: meant}),
        Option(Choice("price_stands")),
    )
    return Issue("price-too-low" if too_low else "price-implausible", "must", {"n": str(len(records))}, options)
