"""How much of what a board brought in the others see, and the way out of a circle."""

from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from planning.circles import contribution_service as store
from planning.circles.model import Sharing
from planning.core.notation import number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

LEAVING: Final = "network_leave"
"""The place of the form to leave."""


def show_leaving(at: AtCircle) -> None:
    """The way out."""
    with st.container(border=True):
        st.subheader(_("Leave"), anchor=False)
        st.markdown(_("You can leave at any time. What you wrote stays yours; here you say what the others still see."))
        _leave_form(at).show()


def shared_answer(at: AtCircle) -> str:
    """How much of what the board brought in the others see."""
    mine = at.of_owner(at.seat.viewer)
    if not mine:
        return _("**You brought in nothing yet.** Of everything you write you choose here who sees it.")
    shared = sum(one.level in (Sharing.CIRCLE, Sharing.PUBLIC) for one in mine)
    text = ngettext(
        "**The other boards see {n} of the {total} things you brought in.** One click takes it back.",
        "**The other boards see {n} of the {total} things you brought in.** One click takes it back.",
        len(mine),
    )
    return text.format(n=number(shared), total=number(len(mine)))


def _leave_form(at: AtCircle) -> Form:
    def leave(person: Person, values: Values) -> Outcome:
        change(store.leave, at.seat.circle.circle_id, keeps_shared=values["keeps"])(person)
        return _("Your board left."), None

    def outcome(keeps: bool) -> str:
        return _("what we shared stays for the others") if keeps else _("the others see nothing of us any more")

    choice = fields.radio("keeps", _("What happens to what you shared?"), [True, False], True, outcome)
    return Form(LEAVING, (choice,), leave, _("Leave"), look={"icon": ":material/logout:"})
