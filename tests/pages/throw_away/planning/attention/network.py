"""Signals of the network."""

from dataclasses import dataclass
from datetime import date

from planning.attention.signal import Signal


@dataclass(frozen=True)
class NetworkSignal(Signal):
    """Meetings that wait for this person."""

    meetings: int


def network_signals(_as_of: date) -> tuple[NetworkSignal, ...]:
    """One, always."""
    return (NetworkSignal("network_waits", (), 1),)
