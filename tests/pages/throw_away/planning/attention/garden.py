"""Signals of the garden."""

from dataclasses import dataclass
from datetime import date

from planning.attention.signal import Signal


@dataclass(frozen=True)
class GardenSignal(Signal):
    """Meetings that wait for this person."""

    meetings: int


def garden_signals(_as_of: date) -> tuple[GardenSignal, ...]:
    """One, always."""
    return (GardenSignal("garden_waits", (), 1),)
