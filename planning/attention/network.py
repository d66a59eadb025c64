"""Signals of the learning network: an invitation to answer, what was to be handed in, and the next meeting."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from planning.attention.signal import Signal
from planning.circles.model import MemberState, Seat
from planning.network.cycle import CyclePart, late
from planning.network.meetings import Meeting, next_meeting

AHEAD: Final = timedelta(days=28)
"""How long before a meeting one hears of it."""


@dataclass(frozen=True)
class NetworkSignal(Signal):
    """Something of a network that waits for the board."""

    network: str  # its name
    day: date | None = None  # of the invitation, of what is late longest, or of the meeting
    late: tuple[CyclePart, ...] = ()
    number: int = 0  # of the meeting, with what it is about and where
    theme: str = ""
    place: str = ""


def network_signals(
    seat: Seat, parts: Sequence[CyclePart], meetings: Sequence[Meeting], as_of: date
) -> tuple[NetworkSignal, ...]:
    """What of a network waits for this board; nothing for who is not in it and not invited."""
    name = seat.circle.name
    if seat.standing is MemberState.INVITED:
        return (NetworkSignal("network_invitation", (), name),)
    if not seat.is_member:
        return ()
    found = []
    if behind := late(parts, as_of):
        found.append(NetworkSignal("network_late", (), name, behind[0].due, behind))
    coming = next_meeting(meetings, as_of)
    if coming and coming.day <= as_of + AHEAD:
        found.append(
            NetworkSignal("network_meeting", (), name, coming.day, (), coming.number, coming.theme, coming.place)
        )
    return tuple(found)
