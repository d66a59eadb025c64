"""What becomes of the devices that a school has and a new list does not name: a list may be a part of the whole."""

from typing import Final

import pandas as pd

from planning.inventory.fleet.compare import match_keys
from planning.inventory.guidance import GONE, OTHER_KINDS_STAY, OTHER_SYSTEMS_STAY

FEW: Final = 5  # a kind of fewer devices may well be gone for good
_APPLE_SYSTEMS: Final = ("export_jamf_pro", "export_jamf_school", "export_jamf_preload", "export_asm")
_WINDOWS_SYSTEMS: Final = ("export_intune",)


def staying(before: pd.DataFrame, read: pd.DataFrame, layout: str, rest: str | None) -> pd.DataFrame:
    """The lots of the inventory before that stay beside the list read; what both have, the list tells of."""
    if rest in (None, GONE) or before.empty:
        return before.iloc[:0]
    beside = ~match_keys(before).isin(set(match_keys(read)))
    if rest == OTHER_KINDS_STAY:
        beside &= ~before["kind"].isin(set(read["kind"]))
    elif rest == OTHER_SYSTEMS_STAY:
        beside &= ~_managed(before, layout)
    return before[beside].reset_index(drop=True)


def kinds_missing(before: pd.DataFrame, read: pd.DataFrame) -> list[str]:
    """The kinds of which a school has more than a few, and the list none."""
    had = before.groupby("kind")["count"].sum()
    return [str(kind) for kind, n in had.items() if n >= FEW and kind not in set(read["kind"])]


def has_system(layout: str) -> bool:
    """The list is an export of a system whose devices can be told from others."""
    return layout in (*_APPLE_SYSTEMS, *_WINDOWS_SYSTEMS)


def _managed(lots: pd.DataFrame, layout: str) -> pd.Series:
    """The lots that a system manages: Apple's own, or computers that are not Apple's."""
    apple = lots["brand"].eq("Apple")
    if layout in _APPLE_SYSTEMS:
        return apple
    return ~apple & lots["kind"].isin(["laptop", "desktop", "tablet"])
