"""What a person may see of their circle of boards, kept between reruns.

The key holds the circle's own data version, asked at every run: what another board took back is gone at the next.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.kept import AnswerCache
from pages.parts.meanwhile import seen
from pages.server.noting import once
from pages.server.session import open_database
from planning.circles.contribution_service import contributions
from planning.circles.model import CircleMark, Contribution, Membership, Seat
from planning.circles.rules import is_of_kind
from planning.circles.service import circle_marks, members, seat
from planning.core.boards import Kind
from planning.core.rights import Person

ADDRESS: Final = "netwerk"
"""The circle of the address, for who is in several."""


@dataclass(frozen=True)
class AtCircle:
    """A person at a circle in one run: for whom they act there, who is in it, and what they may see."""

    seat: Seat
    version: int  # of the circle's data
    key: Hashable  # of whatever is kept of it: circle, its data version, who looks
    members: tuple[Membership, ...]
    contributions: tuple[Contribution, ...]  # each thing as it is in force

    @property
    def card_key(self) -> str:
        """What a kept card of it depends on, beside board, screen and role: one short text."""
        return f"{self.seat.circle.circle_id} {self.seat.viewer} {self.seat.standing} {self.version}"

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
        """Who an owner is; the circle's own name for its facilitator."""
        return next((one.name for one in self.members if one.board_id == owner), self.seat.circle.name)


_at: Final = AnswerCache[AtCircle](100)


def marks_of(person: Person) -> tuple[CircleMark, ...]:
    """Which circles somebody has to do with, and at which data version each is in this run."""
    return once("circle_marks", lambda: circle_marks(person, open_database()))


def at_circle(frame: Frame, kind: Kind) -> AtCircle | None:
    """The person at the circle of the address, or at their first of a kind; None where they are in none.

    Which they have to do with is asked at every run: an invitation changes nothing at the board itself.
    """
    marks = [mark for mark in marks_of(frame.person) if is_of_kind(mark.circle_id, kind)]
    if not marks:
        return None
    asked = st.query_params.get(ADDRESS)
    mark = next((one for one in marks if one.circle_id == asked), marks[0])
    seen(mark.circle_id, mark.version)
    return _at.answer((frame.person, mark), lambda: _read(frame.person, mark))


def _read(person: Person, mark: CircleMark) -> AtCircle:
    database = open_database()
    here = seat(person, database, mark.circle_id)
    with database.read(here.board_id, here.viewer):  # all of one moment
        return AtCircle(
            here,
            mark.version,
            (person, mark),
            members(person, database, mark.circle_id),
            contributions(person, database, mark.circle_id),
        )
