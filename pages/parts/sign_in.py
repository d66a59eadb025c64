"""The sign-in screen of local mode: no passwords, choose who you are."""

from itertools import groupby
from pathlib import Path

import streamlit as st

from pages.parts.session import open_database, sign_in_as
from planning.core.boards import boards
from planning.core.people import everyone
from planning.core.rights import ROLE_NAMES, Person, Role
from planning.core.translation import gettext as _

PICTURES = Path(__file__).parent / "pictures"
ROLE_ICONS = {
    Role.CHAIR: "gavel",
    Role.GROUP_ICT: "hub",
    Role.SCHOOL_ICT: "school",
    Role.READER: "visibility",
    Role.FACILITATOR: "diversity_3",
    Role.ADMINISTRATOR: "settings",
}


def logo() -> None:
    """The product's name, dark on light or light on dark."""
    shade = "dark" if st.context.theme.type == "dark" else "light"
    st.logo(str(PICTURES / f"logo-{shade}.svg"), size="large")


def show() -> None:
    """Ask who somebody is; everything else waits for the answer."""
    _left, middle, _right = st.columns([1, 1.6, 1])
    with middle:
        st.title(_("Who are you?"), anchor=False)
        people = everyone(open_database())
        if not people:
            st.header(_("There is nobody here yet."), anchor=False)
            st.markdown(
                _("Load the example group, or add your own board, on the machine where Vlootplan runs:")
                + "\n```\npython -m planning example load\n```"
            )
            return
        known = [board for board in boards(open_database()) if any(p.board_id == board.board_id for p in people)]
        board = known[0]
        if len(known) > 1:
            names = {b.board_id: b.name for b in known}
            first = next((b.board_id for b in known if b.is_example), known[0].board_id)
            chosen = st.segmented_control(
                _("Board"), list(names), default=first, required=True, format_func=names.__getitem__, key="board"
            )
            board = next(b for b in known if b.board_id == chosen)
        if board.is_example:
            st.markdown(_(":violet-badge[:material/science: Example data] :small[You can try everything here.]"))
        _choose([person for person in people if person.board_id == board.board_id])
        st.caption(_(":material/lock: Local mode: no passwords, and only this computer can reach Vlootplan."))


def _choose(people: list[Person]) -> None:
    for role, group in groupby(people, key=lambda person: person.role):
        with st.container(border=True):
            folk = list(group)
            st.markdown(f"**:material/{ROLE_ICONS[role]}: " + _(ROLE_NAMES[role]) + "**")
            if len(folk) > 3:
                with st.container(horizontal=True, vertical_alignment="bottom"):
                    chosen = st.selectbox(_("Which school?"), folk, format_func=lambda p: p.name, key=f"choose_{role}")
                    if st.button(_("Continue"), key=f"continue_{role}") and chosen:
                        sign_in_as(chosen)
                continue
            with st.container(horizontal=True):
                for person in folk:
                    if st.button(person.name, key=f"person_{person.person_id}"):
                        sign_in_as(person)
