"""A bar across a page that works with the schools that are known, while those are too few to speak of the group."""

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.places import show_link
from pages.ratios.data import ratio_on
from pages.school.place import SCHOOL
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


def few_known_bar(frame: Frame) -> None:
    """How many schools the page is about, and the way to those that must hand in a list; nothing where enough did."""
    ratio = ratio_on(frame, frame.as_of)
    n = len(ratio.known)
    if n == 0 or ratio.is_group_known:
        return
    text = ngettext(
        "**This is about {n} of the {total} schools:** of the others there is no inventory or pupil count.",
        "**This is about {n} of the {total} schools:** of the others there is no inventory or pupil count.",
        n,
    )
    with st.container(
        border=True, horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="few_known"
    ):
        badge = ":orange-badge[:material/warning: " + _("not the group") + "]"
        st.markdown(
            f"{badge} {text.format(n=number(n), total=number(len(ratio.schools)))}",
            width="content",
        )
        show_link(SCHOOL, _("Who hands in a list?"), icon_position="right", deel="inventarissen")
