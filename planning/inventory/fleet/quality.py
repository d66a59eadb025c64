"""How much is known of a school's devices, as one figure beside every ratio that is made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from planning.inventory.fleet.compare import serial_key
from planning.inventory.reading import PUPIL_KINDS

WEIGHTS: Final = {"age": 30, "purchased": 20, "model": 15, "support": 15, "serial": 10, "settled": 10}
"""What each thing known adds to 100 points. A choice of the project, not a norm; why they stand in this order:

age        the list itself: an old one is wrong in ways that nobody sees, so nothing weighs more
purchased  when a device is past its life span, and so every round, hangs on it
model      what a device is, and through it when its updates end
support    a device without updates does not count: unknown, it counts perhaps too long
serial     a device that has a number of its own is counted once, and found again in the next list
settled    its state and for whom it is are known; unknown ones count, in the school's favour
"""
GOOD: Final = 80
FAIR: Final = 60
_NOT_THERE: Final = ("disposed", "missing", "ordered")


@dataclass(frozen=True)
class Quality:
    """How far each of WEIGHTS is known, from 0 to 1."""

    shares: Mapping[str, float]

    @property
    def points(self) -> int:
        """0 to 100."""
        return round(sum(WEIGHTS[name] * share for name, share in self.shares.items()))

    @property
    def level(self) -> str:
        """good, fair or weak."""
        return quality_level(self.points)


def quality_level(points: int) -> str:
    """good, fair or weak."""
    return "good" if points >= GOOD else "fair" if points >= FAIR else "weak"


def known(lots: pd.DataFrame) -> dict[str, int]:
    """Of how many devices something is known: `devices` in all, and each of WEIGHTS but the age of the list.

    Of the devices a ratio can be made of: kinds for pupils, and there. `serial` counts numbers that differ.
    """
    matter = lots[lots["kind"].isin(PUPIL_KINDS) & ~lots["status"].isin(_NOT_THERE)]
    counts = matter["count"].astype("int64")
    return {
        "devices": int(counts.sum()),
        "purchased": int(counts[matter["purchased_latest"].notna()].sum()),
        "model": int(counts[matter["model"].notna()].sum()),
        "support": int(counts[matter["support_source"] != "unknown"].sum()),
        "serial": len({key for serial in matter["serial"] if (key := serial_key(serial))}),
        "settled": int(counts[(matter["status"] != "unknown") & (matter["audience"] != "unknown")].sum()),
    }


def quality(known: Mapping[str, int], age: int, stale_after: int) -> Quality | None:
    """The quality of an inventory of `age` days; None where it has no device that a ratio is made of.

    A list is fully trusted on the day it is counted, half when the board calls it out of date (`stale_after` days),
    and not at all when it is twice as old.
    """
    devices = known.get("devices", 0)
    if not devices:
        return None
    fresh = min(1.0, max(0.0, 1 - age / (2 * stale_after)))
    return Quality({"age": fresh} | {name: known[name] / devices for name in WEIGHTS if name != "age"})
