"""What other pages show of partner boards."""

from collections.abc import Hashable
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.partners.data import at_partners, view_of
from pages.partners.place import PARTNERS
from pages.partners.rollout import steps_of
from pages.parts.frame import Frame, plain
from pages.parts.places import show_link
from pages.parts.subject import SchoolCard, Subject, Tile
from planning.core.notation import day
from planning.core.translation import gettext as _
from planning.partners.sentences import vision_answer


def tile(frame: Frame) -> None:
    """On the overview: how far the boards are together; nothing for who speaks for no board or has no partners."""
    at = at_partners(frame) if PARTNERS.is_for(frame.person) else None
    if at is None or not at.seat.is_member:
        return
    with st.container(border=True, height="stretch"):
        st.subheader(_("Partners"), anchor=False)
        st.markdown(vision_answer(view_of(at), plain))
        show_link(PARTNERS, _("To the partners"), icon_position="right")


def depends_on(frame: Frame) -> Hashable:
    """What the tile depends on beside the board's own data."""
    at = at_partners(frame) if PARTNERS.is_for(frame.person) else None
    return at and at.card_key


def school_card(frame: Frame, school_id: str) -> None:
    """On the page of a school: which steps of the shared vision are its own."""
    at = at_partners(frame) if PARTNERS.is_for(frame.person) else None
    if at is not None and at.seat.is_member:
        frame.card("partners_school", lambda: _steps_card(at, school_id), (at.card_key, school_id))


def _steps_card(at: AtCircle, school_id: str) -> None:
    steps = [step for _kept, step in steps_of(view_of(at)) if step.school_id == school_id]
    if not steps:
        return
    with st.container(border=True):
        st.subheader(_("Of the shared vision"), anchor=False)
        st.markdown(
            "\n".join(
                f"- {plain(step.title)}: "
                + (
                    _("done on {day}").format(day=day(step.done_on))
                    if step.done_on
                    else _("by {day}").format(day=day(step.due))
                )
                for step in steps
            )
        )
        show_link(PARTNERS, _("To the partners"), icon_position="right", deel="uitrol")


SUBJECT: Final = Subject(
    PARTNERS, tile=Tile(3, tile, depends_on), school_card=SchoolCard(6, school_card, needs_inventory=False)
)
