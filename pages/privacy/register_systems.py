"""IBP, registers: which systems of schools each processor supplies, and the way to them."""

from collections.abc import Sequence

import streamlit as st

from pages.parts.frame import Frame, plain
from pages.parts.places import show_link
from pages.systems.data import systems_view
from pages.systems.place import CONTRACTS, SYSTEMS
from planning.core.notation import listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.registers import Processor
from planning.systems.agreements import lines_of_party, without_processor_agreement


def show(frame: Frame, processors: Sequence[Processor]) -> None:
    """Per party its systems and at how many schools; and how many systems the register misses."""
    lines = systems_view(frame).lines
    if not lines:
        return
    told = []
    for party in dict.fromkeys(processor.party for processor in processors):
        found = lines_of_party(party, lines)
        if found:
            systems = list(dict.fromkeys(plain(line.system) for line in found))
            schools = len({line.school_id for line in found})
            text = ngettext("{systems} at {n} school", "{systems} at {n} schools", schools)
            told.append(f"- **{plain(party)}**: {text.format(systems=listed(systems), n=number(schools))}")
    st.markdown("**" + _("Systems of these processors") + "**\n\n" + ("\n".join(told) or _("None yet.")))
    missing = {line.system for line in without_processor_agreement(lines, processors, frame.as_of)}
    if missing:
        text = ngettext(
            ":orange-badge[:material/signature: no agreement] **{n} system** with personal data has none that holds.",
            ":orange-badge[:material/signature: no agreement] **{n} systems** with personal data have none that holds.",
            len(missing),
        )
        st.markdown(text.format(n=number(len(missing))))
    show_link(SYSTEMS, _("To the systems and their agreements"), icon_position="right", deel=CONTRACTS)
