"""What the inventory before knew of a device and a new list no longer says: when it was bought, and for how much."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import pandas as pd

from planning.inventory.fleet.compare import serial_key

KNOWN: Final = {
    "purchased": ("purchased_earliest", "purchased_as_written", "purchased_precision", "purchased_latest"),
    "price": ("price_cents", "price_vat"),
}
"""A field as it is called, and the columns that hold it: it is known where the first is filled."""


def lost(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, int]:
    """Devices of which something was known that the new list does not say, for each field of KNOWN that has any."""
    pairs = _pairs(before, after)
    counts = after["count"].tolist()
    found = {name: sum(counts[new] for new in _unsaid(before, after, pairs, name)) for name in KNOWN}
    return {name: n for name, n in found.items() if n}


def with_known(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """The new list with what was known of its devices filled in where it says nothing."""
    pairs = _pairs(before, after)
    filled = after.copy()
    for name, columns in KNOWN.items():
        unsaid = _unsaid(before, after, pairs, name)
        for column in columns:
            values, old = filled[column].tolist(), before[column].tolist()
            for new in unsaid:
                values[new] = old[pairs[new]]
            filled[column] = pd.Series(values, index=filled.index, dtype=after[column].dtype)
    return filled


def _unsaid(before: pd.DataFrame, after: pd.DataFrame, pairs: Mapping[int, int], name: str) -> list[int]:
    column = KNOWN[name][0]
    old, new = before[column].notna().tolist(), after[column].notna().tolist()
    return [place for place, known in pairs.items() if old[known] and not new[place]]


def _pairs(before: pd.DataFrame, after: pd.DataFrame) -> dict[int, int]:
    """Row of the new list -> the row of the old one that is surely the same: what stands once in both."""
    old, new = _keys(before), _keys(after)
    once = {key for key, n in Counter(old).items() if n == 1} & {key for key, n in Counter(new).items() if n == 1}
    places = {key: place for place, key in enumerate(old) if key in once}
    return {place: places[key] for place, key in enumerate(new) if key in once}


def _keys(lots: pd.DataFrame) -> list[tuple[object, ...]]:
    """A serial number; without one what a lot is and how many there are."""
    rows = zip(lots["serial"], lots["kind"], lots["model"], lots["count"], strict=True)
    return [
        (key,) if (key := serial_key(serial)) else (kind, str(model).lower(), int(count))
        for serial, kind, model, count in rows
    ]
