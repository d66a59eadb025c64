"""Prices that nobody pays for a device: a program lost the comma, or the column holds something else."""

from collections import defaultdict
from collections.abc import Sequence
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
_LEAST: Final = 10_00
"""Cents; nobody sells a device of these kinds for less: it is a sign, or euros for cents."""
_NEVER_CHEAP: Final = frozenset({"chromebook", "laptop", "tablet", "desktop", "interactive_board", "projector"})


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
