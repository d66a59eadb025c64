"""The tile of the learning network on the overview; nothing for a board that has no network."""

from collections.abc import Hashable

import streamlit as st

from pages.network.data import at_network
from pages.network.meetings_data import meetings_of
from pages.network.place import NETWORK
from pages.network.standing import before_it, cycle_of
from pages.network.words import standing_answer
from pages.parts.frame import Frame
from pages.parts.places import show_link
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.network.meetings import next_meeting


def overview_tile(frame: Frame) -> None:
    """Where the board is, and what is to be done before the next meeting."""
    at = at_network(frame) if frame.person.may(Right.TOGETHER) else None
    if at is None or not at.seat.is_member:
        return
    state, parts = cycle_of(frame, at)
    coming = next_meeting(meetings_of(frame, at).meetings, frame.today)
    with st.container(border=True, height="stretch"):
        st.subheader(_("Learning network"), anchor=False)
        text = standing_answer(at, state)
        st.markdown(text if coming is None else f"{text}  \n{before_it(coming, parts, state)}")
        show_link(NETWORK, _("To the learning network"), icon_position="right")


def depends_on(frame: Frame) -> Hashable:
    """What the tile depends on beside the board's own data."""
    at = at_network(frame) if frame.person.may(Right.TOGETHER) else None
    return at and (at.card_key, frame.today)
