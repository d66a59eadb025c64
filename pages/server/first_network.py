"""A learning network or partnership that is to begin: what it is called and who leads it; in local mode anybody may."""

from typing import Any

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Values, refusals_told
from pages.parts.frame import now
from pages.server.session import open_database, sign_in_as, speak
from planning.circles.service import begin_circle
from planning.core.board_rules import LONGEST_NAME
from planning.core.boards import Kind
from planning.core.rights import Person
from planning.core.translation import gettext as _

PLACE, BEGUN = "first_network", "network_begun"


def go_on() -> None:
    """Whoever began a network a moment ago goes on as its facilitator, where their work is."""
    begun = st.session_state.get(BEGUN)  # it stays: of a double click the first run is gone before it leads on
    if isinstance(begun, Person):
        sign_in_as(begun, "/")


def show() -> None:
    """The form."""
    st.markdown(_("You invite boards, and each decides what the others see of it."))
    kinds = {Kind.NETWORK: _("Learning network"), Kind.PARTNERSHIP: _("Partner boards")}
    form = Form(
        PLACE,
        (
            fields.segments(
                "kind", _("What"), list(kinds), Kind.NETWORK, lambda kind: kinds[Kind(kind)], required=True
            ),
            fields.text("name", _("Name"), "", LONGEST_NAME),
            fields.text("guide", _("Your name: you lead it"), "", LONGEST_NAME),
            fields.text("account", _("Your e-mail address, if you are known elsewhere here too"), "", 254),
        ),
        lambda _person, _said: ("", None),
        _("Begin"),
    )
    with st.form(PLACE, border=False):
        for part in form.fields():
            form.draw(part)
        look: dict[str, Any] = {"type": "primary", "icon": ":material/diversity_3:"}
        st.form_submit_button(form.label, on_click=_begin, args=(form,), **look)


def _begin(form: Form) -> None:
    if BEGUN in st.session_state:
        return
    speak(None)  # a click comes before main.py: the run has no language yet
    with refusals_told(PLACE):
        said: Values = form.values()
        st.session_state[BEGUN] = begin_circle(open_database(), now(), Kind(said.pop("kind")), **said)
