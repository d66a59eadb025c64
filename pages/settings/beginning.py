"""How far a new board is: what it needs before its first figure and its first plan, in the order of doing."""

from dataclasses import dataclass
from typing import Final

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.places import SETTINGS, show_link
from pages.ratios.data import ratio_on
from pages.rounds.state import kept_view
from pages.server.session import open_database
from planning.core.notation import number
from planning.core.rights import Person, Right, Role
from planning.core.service import people
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.ratios.rules import SchoolRatio

START: Final = "start"
STEPS: Final = {
    "schools": N_("Schools and pupils"),
    "people": N_("People"),
    "lists": N_("The first list"),
    "budget": N_("A budget"),
}


@dataclass(frozen=True)
class Beginning:
    """What is there of a board that begins, on its today."""

    schools: tuple[SchoolRatio, ...]
    people: tuple[Person, ...]
    rounds: int

    @property
    def done(self) -> frozenset[str]:
        """The steps that are taken."""
        counted = [school for school in self.schools if school.pupils is not None]
        taken = {
            "schools": bool(counted) and len(counted) == len(self.schools),
            "people": any(person.may(Right.UPLOAD) for person in self.people),
            "lists": len(self.to_deliver) < len(self.schools),
            "budget": self.rounds > 0,
        }
        return frozenset(step for step, is_taken in taken.items() if is_taken)

    @property
    def next(self) -> str | None:
        """The first step that is not taken."""
        return next((step for step in STEPS if step not in self.done), None)

    @property
    def to_deliver(self) -> tuple[SchoolRatio, ...]:
        """The schools without an inventory."""
        return tuple(school for school in self.schools if school.countable is None)

    def deliverers(self, school_id: str) -> list[Person]:
        """Who hands in the list of a school: its coordinators, else whoever does it for all schools."""
        can = [person for person in self.people if person.may(Right.UPLOAD, school_id)]
        return [person for person in can if person.role is Role.SCHOOL_ICT] or can


def beginning(frame: Frame) -> Beginning | None:
    """How far the board is, for its administrator; None for others, for an example, and once all is there."""
    if frame.board.is_example or not frame.person.may(Right.MANAGE_PEOPLE):
        return None
    schools = ratio_on(frame, frame.today).schools
    found = Beginning(schools, people(frame.person, open_database()), len(kept_view(frame).rounds))
    return found if found.next or found.to_deliver else None


def beginning_card(frame: Frame) -> None:
    """On the overview: how far the beginning is, and the next step; nothing once the steps are taken."""
    found = beginning(frame)
    if found is None or found.next is None:
        return
    with st.container(border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        text = ngettext(
            "**Your board begins: {n} of {total} steps is done.** Next: {step}.",
            "**Your board begins: {n} of {total} steps are done.** Next: {step}.",
            len(found.done),
        )
        st.markdown(
            text.format(n=number(len(found.done)), total=number(len(STEPS)), step=_(STEPS[found.next]).lower()),
            width="content",
        )
        show_link(SETTINGS, _("Go on"), deel=START)
