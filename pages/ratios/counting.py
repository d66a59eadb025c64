"""The rule that says which devices count, shown wherever a ratio is; with the number left out for each reason."""

from collections.abc import Mapping

import streamlit as st

from pages.parts.frame import devices
from pages.parts.places import MANUAL, RULES, show_link
from pages.parts.show import show_table
from planning.core.notation import number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.words.messages import counting_reason_name


def counting_card(countable: int, left_out: Mapping[str, int], when: str) -> None:
    """A card with the rule, what it counts, and what it leaves out."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("Which devices count"), anchor=False)
        st.markdown(
            _(
                "Chromebooks, laptops, tablets and desktops for pupils, in use, that still get updates. "
                "Spare, broken and staff devices do not count."
            )
        )
        total = countable + sum(left_out.values())
        st.markdown(
            ngettext("**{n}** of the {total} counts {when}.", "**{n}** of the {total} count {when}.", countable).format(
                n=number(countable), total=devices(total), when=when
            )
        )
        if left_out:
            rows = [
                {_("Left out because"): counting_reason_name(reason), _("Devices"): number(n)}
                for reason, n in left_out.items()
            ]
            show_table(rows, _("Which devices count"), figures=[_("Devices")])
        show_link(MANUAL, _("How this is counted"), icon=":material/function:", deel=RULES)
