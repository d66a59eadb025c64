"""IBP, part one: how mature information security and privacy are, domain by domain."""

import streamlit as st

from pages.parts.frame import Frame, answer
from planning.core.translation import gettext as _


def show(frame: Frame) -> None:
    """The maturity of the board; without norms, what will be here and who starts."""
    answer(_("Here you see how far the board is with information security and privacy."))
    st.markdown(_("For that norms are needed. The privacy officer chooses a framework, or reads one from Excel."))
