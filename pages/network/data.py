"""What a person may see of their network, kept between reruns.

The key holds the network's own data version, asked at every run: what another board took back is gone at the next.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.circles.model import Membership, Seat
from planning.circles.service import InCircle, circles_of, members, seat
from planning.core.boards import Kind
from planning.network.model import Contribution
from planning.network.service import contributions

ADDRESS: Final = "netwerk"
"""The network of the address, for who is in several."""


@dataclass(frozen=True)
class AtNetwork:
    """A person at a network in one run: for whom they act there, who is in it, and what they may see."""

    seat: Seat
    key: Hashable  # of whatever is kept of it: network, its data version, who looks
    members: tuple[Membership, ...]
    contributions: tuple[Contribution, ...]  # each thing as it is in force

    def of(self, kind: str, owner: str | None = None) -> tuple[Contribution, ...]:
        """What there is of a kind, of one owner or of all."""
        return tuple(c for c in self.contributions if c.kind == kind and owner in (None, c.owner))

    def of_owner(self, owner: str) -> tuple[Contribution, ...]:
        """All there is of one owner, kind by kind."""
        return tuple(one for one in self.contributions if one.owner == owner)

    def own(self, kind: str, key: str = "") -> Contribution | None:
        """What the own board brought in of a kind under a key."""
        return next((one for one in self.of(kind, self.seat.viewer) if one.key == key), None)

    def name(self, owner: str) -> str:
        """Who an owner is; the network's own name for its facilitator."""
        return next((one.name for one in self.members if one.board_id == owner), self.seat.circle.name)


_at: Final = AnswerCache[AtNetwork](100)


def networks(frame: Frame, kind: Kind = Kind.NETWORK) -> tuple[InCircle, ...]:
    """The networks (or partnerships) this person has to do with.

    Asked at every run: an invitation changes nothing at the board itself.
    """
    return circles_of(frame.person, open_database(), kind)


def at_network(frame: Frame, kind: Kind = Kind.NETWORK) -> AtNetwork | None:
    """The person at the network (or partnership) of the address, or at their first; None where they are in none."""
    found = networks(frame, kind)
    if not found:
        return None
    asked = st.query_params.get(ADDRESS)
    circle = next((one.circle for one in found if one.circle.circle_id == asked), found[0].circle)
    here = seat(frame.person, open_database(), circle.circle_id)
    # the rows of a seat that is no longer what it was are others: it is part of the key
    key = (here, open_database().data_version(circle.circle_id))
    return _at.answer(key, lambda: _read(here, key))


def _read(here: Seat, key: Hashable) -> AtNetwork:
    database = open_database()
    with database.read(here.board_id, here.viewer):  # all of one moment
        return AtNetwork(
            here,
            key,
            members(here.person, database, here.board_id),
            contributions(here.person, database, here.board_id),
        )
