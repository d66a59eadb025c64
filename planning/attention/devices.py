"""Signals of devices and pupils: schools we know too little of, that are far behind, or whose devices run out."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import pandas as pd

from planning.attention.signal import Signal
from planning.ratios.service import RatioView

SUPPORT_AHEAD: Final = timedelta(days=365)
FAR_BEHIND: Final = 0.5  # fewer than half of the devices needed


@dataclass(frozen=True)
class DeviceSignal(Signal):
    """How many devices, and the day it is about."""

    devices: int = 0  # short, or reached by it
    day: date | None = None  # the oldest inventory, until when schools are asked, or the first end of updates


def device_signals(facts: RatioView, as_of: date) -> tuple[Signal, ...]:
    """The signals of the schools within reach; none where all is well."""
    ratio = facts.on(as_of)
    fleet = facts.fleet(as_of)
    counting = fleet[fleet["reason"] == "counts"]
    soon = counting[[end is not None and end <= as_of + SUPPORT_AHEAD for end in counting["support_until"]]]
    old = counting[counting["past_life"]]
    behind = [s for s in ratio.known if s.needed and (s.countable or 0) < FAR_BEHIND * s.needed]
    check = facts.fleets.check
    asked = [s for s in ratio.schools if check and s.counted_on and s.counted_on < check.asked_on <= as_of]
    stale = [s for s in ratio.schools if s.is_stale and s not in asked]
    found = (
        DeviceSignal("no_inventory", tuple(s.school_id for s in ratio.schools if s.countable is None)),
        DeviceSignal("no_pupils", tuple(s.school_id for s in ratio.schools if s.pupils is None)),
        DeviceSignal("far_behind", tuple(s.school_id for s in behind), sum(s.shortage or 0 for s in behind)),
        DeviceSignal(
            "stale",
            tuple(s.school_id for s in stale),
            day=min((s.counted_on for s in stale if s.counted_on), default=None),
        ),
        DeviceSignal("list_asked", tuple(s.school_id for s in asked), day=check.due if check else None),
        DeviceSignal(
            "support_ends", _schools(facts, soon), int(soon["count"].sum()), min(soon["support_until"], default=None)
        ),
        DeviceSignal("past_life", _schools(facts, old), int(old["count"].sum())),
    )
    return tuple(signal for signal in found if signal.schools)


def _schools(facts: RatioView, fleet: pd.DataFrame) -> tuple[str, ...]:
    here = set(fleet["school_id"])
    return tuple(school.school_id for school in facts.schools if school.school_id in here)
