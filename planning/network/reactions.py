"""Who sees what others wrote on a step: first one's own text, then that of the others; pure."""

from collections.abc import Iterable

from planning.circles.model import EXPERT_VIEWER, Contribution, Seat
from planning.network.meeting_contents import STEP_REACTION, step_of


def after_own(seat: Seat, found: Iterable[Contribution]) -> tuple[Contribution, ...]:
    """What is left of what somebody may see, without reactions on steps on which they wrote nothing themselves.

    Whose step it is sees all of them; so do the facilitator and an expert, who write none. `found` holds all reactions
    that are shared with this person, or none.
    """
    every = tuple(found)
    if seat.is_guide or seat.viewer == EXPERT_VIEWER:
        return every
    own = {one.key for one in every if one.kind == STEP_REACTION and one.owner == seat.viewer}
    return tuple(
        one
        for one in every
        if one.kind != STEP_REACTION or one.owner == seat.viewer or one.key in own or step_of(one.key)[0] == seat.viewer
    )
