"""The inventories on the page of a school."""

import streamlit as st

from pages.inventory.data import history_of
from pages.inventory.history import history_table
from pages.parts.frame import Frame
from planning.core.clock import board_day
from planning.core.translation import gettext as _


def inventories_card(frame: Frame, school_id: str) -> None:
    """Every inventory of a school that was known by the day looked at: who, when, what changed."""

    def draw() -> None:
        with st.container(border=True):
            st.subheader(_("Inventories"), anchor=False)
            day = frame.key.known_on
            known = [
                version
                for version in history_of(frame, school_id)
                if day is None or board_day(frame.board, version.confirmed_at) <= day
            ]
            history_table(known, brief=frame.theme.compact)

    frame.card("school_inventories", draw, school_id)
