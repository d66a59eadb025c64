"""Leernetwerk: how do we stand, what do we think of it, what do we want to learn, and what comes of it?"""

from functools import partial
from typing import Final

import streamlit as st

from pages.circles import joining as circle_joining
from pages.circles.data import AtCircle
from pages.network import (
    decisions,
    joining,
    library,
    meetings,
    mirror,
    question,
    reaction,
    shared,
    sketch,
    standing,
)
from pages.network.data import at_network
from pages.network.place import NETWORK
from pages.parts.frame import heading, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import ADDRESS, Section, is_dated, show_section
from planning.core.rights import Right
from planning.core.translation import gettext as _


def sections(at: AtCircle) -> dict[str, Section]:
    """The parts by their key in the address, which stays Dutch in every language."""
    return {
        "stand": Section(_("Where we stand"), "", (Right.TOGETHER,), partial(standing.show, at), dated=False),
        "schets": Section(_("Situation sketch"), "", (Right.TOGETHER,), sketch.show),
        "reactie": Section(_("Reaction"), "", (Right.TOGETHER,), reaction.show, dated=False),
        "leervraag": Section(_("Learning question"), "", (Right.TOGETHER,), question.show, dated=False),
        "bijeenkomsten": Section(_("Meetings"), "", (Right.TOGETHER,), partial(meetings.show, at), dated=False),
        "centraal": Section(_("Central or decentral"), "", (Right.TOGETHER,), decisions.show, dated=False),
        "spiegel": Section(_("Mirror"), "", (Right.TOGETHER,), mirror.show, dated=False),
        "bibliotheek": Section(_("Library"), "", (Right.TOGETHER,), library.show, dated=False),
        "delen": Section(_("Sharing"), "", (Right.TOGETHER,), shared.show, dated=False),
    }


RENAMED: Final = {"besluiten": "centraal"}
"""Parts by the key under which somebody may have kept their address."""

guard(NETWORK)
if (asked := st.query_params.get(ADDRESS)) in RENAMED:
    st.query_params[ADDRESS] = RENAMED[asked]
here = surroundings()
at = at_network(here)
known = sections(at) if at and at.seat.is_member else {}
heading(here, _("Learning network"), dated=bool(known) and is_dated(known, here.person))
if at is None:
    joining.show_none()
elif not at.seat.is_member:
    circle_joining.show(here, at, left_behind=shared.show_list, coming=joining.coming)
else:
    show_section(here, known, key="network_section", label=_("Part of the learning network"))
