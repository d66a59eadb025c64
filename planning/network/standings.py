"""Where each board is in its cycle, as far as its facilitator or an expert may know; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from planning.circles.model import Contribution, Membership
from planning.network import cycle_contents as cycle
from planning.network.cycle import CyclePart, CycleState, cycle_parts, dates_of, late, now_at, state_of
from planning.network.meeting_contents import GUIDE_NOTE, STEP, STEP_REACTION, step_key
from planning.network.meetings import Meeting, ReadingMark

MESSAGES: Final = (cycle.COMMENT, cycle.INTAKE, GUIDE_NOTE)
"""What the facilitator writes to a board."""


@dataclass(frozen=True)
class BoardStanding:
    """A board in the network on a day."""

    board: Membership
    state: CycleState
    parts: tuple[CyclePart, ...]
    last_wrote: datetime | None  # of what is shared with who looks
    last_read: datetime | None
    unread: int  # messages of the facilitator that it did not have before it yet
    to_read: int  # what it wrote that the facilitator did not have before them yet
    mirrored: int  # steps of others on which it wrote
    to_mirror: int  # steps of others that are shared

    def now(self) -> CyclePart | None:
        """The first part that is not done."""
        return now_at(self.parts)

    def late(self, day: date) -> tuple[CyclePart, ...]:
        """What was to be handed in before a day."""
        return late(self.parts, day)


def standings(
    members: Iterable[Membership],
    found: Sequence[Contribution],
    marks: Sequence[ReadingMark],
    meetings: Sequence[Meeting],
    network_id: str,
    day: date,
) -> tuple[BoardStanding, ...]:
    """How each board stands, of what who looks may see."""
    days = {one.number: one.day for one in meetings}
    dates = dates_of(found, days)
    read = {(one.reader, one.owner, one.kind, one.key): one.version for one in marks}
    steps = {step_key(one.owner, int(one.key)) for one in found if one.kind == STEP and one.key.isdecimal()}
    result = []
    for board in members:
        number = board.board_id
        own = [one for one in found if one.owner == number]
        said = [one for one in found if one.owner == network_id and one.kind in MESSAGES and one.addressee == number]
        state = state_of(found, number)
        result.append(
            BoardStanding(
                board,
                state,
                cycle_parts(state, dates, days, day),
                max((one.at for one in own), default=None),
                max((one.at for one in marks if one.reader == number), default=None),
                sum(read.get((number, one.owner, one.kind, one.key), 0) < one.version for one in said),
                sum(read.get((network_id, one.owner, one.kind, one.key), 0) < one.version for one in own),
                len({one.key for one in own if one.kind == STEP_REACTION} & steps),
                sum(not key.startswith(f"{number}/") for key in steps),
            )
        )
    return tuple(result)
