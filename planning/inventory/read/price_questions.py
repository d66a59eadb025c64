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


def doubtful_prices(kinds: Sequence[str], cents: Sequence[int | None]) -> list[int]:
    """The records whose price is asked; where most are too high, none of the column is to be trusted."""
    if max(filter(None, cents), default=0) <= min(_MOST.values()):
        return []
    priced = [record for record, price in enumerate(cents) if price]
    doubtful = [record for record in priced if (cents[record] or 0) > _MOST[kinds[record]]]
    return priced if 2 * len(doubtful) > len(priced) else doubtful


def price_issue(records: Sequence[int], cents: Sequence[int | None], column: str) -> Issue:
    """Which price was meant, asked once for all of them; unknown until a person says. `column`: of a draft."""
    hundredth = {record: {column: round((cents[record] or 0) / 100)} for record in records}
    unknown = {record: {column: None, "price_vat": "unknown"} for record in records}
    options = (
        Option(Choice("price_unknown"), {EACH: unknown}),
        Option(Choice("price_hundredth"), {EACH: hundredth}),
        Option(Choice("price_stands")),
    )
    return Issue("price-implausible", "must", {"n": str(len(records))}, options)
