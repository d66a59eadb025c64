"""What a partnership is, for who is in none."""

import streamlit as st

from pages.parts.frame import answer
from planning.core.translation import gettext as _


def show_none() -> None:
    """No partnership yet: what it is, and who begins one."""
    answer(_("**Your board does not work together with partner boards here yet.**"))
    with st.container(border=True):
        st.markdown(
            _(
                "With partner boards you keep a shared vision and who adopted it, its roll-out at the schools, what "
                "infrastructure is common, and joint purchase. You decide of each thing who sees it. Whoever leads "
                "it begins the partnership and invites the boards; your invitation then stands here."
            )
        )
