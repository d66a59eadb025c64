"""The inventories on the page of a school."""

import streamlit as st

from pages.inventory.history import history_table
from pages.parts.frame import Frame
from pages.server.session import open_database
from planning.core.translation import gettext as _
from planning.inventory.service import history


def inventories_card(frame: Frame, school_id: str) -> None:
    """Every inventory of a school: who, when, what changed."""
    with st.container(border=True):
        st.subheader(_("Inventories"), anchor=False)
        history_table(history(frame.person, open_database(), school_id), brief=frame.theme.compact)
