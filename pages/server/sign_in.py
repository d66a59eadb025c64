"""The sign-in screen of local mode: no passwords, choose who you are."""

from itertools import groupby
from pathlib import Path

import streamlit as st

from pages.parts.frame import more
from pages.server import first_board, first_network
from pages.server.session import open_database, sign_in_as
from planning.core.boards import Kind, tenants
from planning.core.people import everyone
from planning.core.rights import ROLE_NAMES, Person, Role
from planning.core.translation import N_
from planning.core.translation import gettext as _

MANY = 3  # more people of one role than this are chosen from a list
WHAT_FOR = {
    Role.CHAIR: N_("where do we stand, what to decide"),
    Role.GROUP_ICT: N_("all schools"),
    Role.SCHOOL_ICT: N_("their own school"),
    Role.READER: N_("published figures"),
    Role.FACILITATOR: N_("published figures"),
    Role.ICOACH: N_("visits to schools"),
    Role.PRIVACY_OFFICER: N_("information security and privacy"),
    Role.ADMINISTRATOR: N_("people and settings"),
    Role.GUIDE: N_("leads the network"),
    Role.EXPERT: N_("looks in at the network"),
}
PICTURES = Path(__file__).parent / "pictures"
ROLE_ICONS = {
    Role.CHAIR: "gavel",
    Role.GROUP_ICT: "hub",
    Role.SCHOOL_ICT: "school",
    Role.READER: "visibility",
    Role.FACILITATOR: "diversity_3",
    Role.ICOACH: "groups",
    Role.PRIVACY_OFFICER: "shield_lock",
    Role.ADMINISTRATOR: "settings",
    Role.GUIDE: "diversity_3",
    Role.EXPERT: "school",
}


def logo() -> None:
    """The product's name, dark on light or light on dark."""
    shade = "dark" if st.context.theme.type == "dark" else "light"
    st.logo(str(PICTURES / f"logo-{shade}.svg"), size="large")


def show() -> None:
    """Ask who somebody is; everything else waits for the answer."""
    first_board.go_on()
    first_network.go_on()
    _left, middle, _right = st.columns([1, 1.6, 1])
    with middle:
        people = everyone(open_database())
        if not people:
            _show_beginning()
            return
        st.title(_("Who are you?"), anchor=False)
        known = [one for one in tenants(open_database(), *Kind) if any(p.board_id == one.board_id for p in people)]
        board = known[0]
        if len(known) > 1:
            names = {b.board_id: b.name for b in known}
            first = next((b.board_id for b in known if b.is_example), known[0].board_id)
            chosen = st.pills(
                _("Board or network"),
                list(names),
                default=first,
                required=True,
                format_func=lambda board_id: names[board_id],
                wrap=True,
                key="board",
            )
            board = next(b for b in known if b.board_id == chosen)
        if board.is_example:
            st.markdown(_(":violet-badge[:material/science: Example data] :small[You can try everything here.]"))
        _choose([person for person in people if person.board_id == board.board_id])
        local_only()
        with st.container(horizontal=True):
            is_board = more("first_board", closed=_("Add a board"), opened=_("Close"), icon=":material/add:")
            is_network = more(
                "first_network", closed=_("Begin a learning network"), opened=_("Close"), icon=":material/diversity_3:"
            )
        if is_board:
            with st.container(border=True):
                first_board.show()
        if is_network:
            with st.container(border=True):
                first_network.show()


def local_only() -> None:
    """Say that nobody elsewhere can reach this."""
    st.caption(_(":material/lock: Local mode: no passwords, and only this computer can reach Vlootplan."))


def _show_beginning() -> None:
    """Nobody here yet: a board can begin at once, or the example be looked at."""
    st.title(_("Welcome to Vlootplan"), anchor=False)
    st.header(
        _("How far is every school from **1 device for every 4 pupils**, and what is there to decide?"), anchor=False
    )
    with st.container(border=True):
        st.subheader(_("Begin with your board"), anchor=False)
        first_board.show()
        st.caption(_("Then come the schools and pupils from DUO, the people, and the first list: some ten minutes."))
    with st.container(border=True):
        first_board.show_example()
    with st.container(border=True):
        first_board.show_restore()
    local_only()


def _choose(people: list[Person]) -> None:
    few = [p for p in people if sum(q.role is p.role for q in people) <= MANY]
    with st.grid(2, min_column_width=250):
        for person in few:
            role = _(ROLE_NAMES[person.role])
            with st.container(border=True, height="stretch", gap="xsmall"):
                if st.button(
                    person.name,
                    key=f"person_{person.person_id}",
                    icon=f":material/{ROLE_ICONS[person.role]}:",
                    width="stretch",
                ):
                    sign_in_as(person)
                st.caption(role if role != person.name else _(WHAT_FOR[person.role]))
    for role, group in groupby(people, key=lambda person: person.role):
        folk = list(group)
        if len(folk) > MANY:
            with st.container(border=True), st.container(horizontal=True, vertical_alignment="bottom"):
                chosen = st.selectbox(_(ROLE_NAMES[role]), folk, format_func=lambda p: p.name, key=f"choose_{role}")
                if st.button(_("Continue"), key=f"continue_{role}", icon=":material/arrow_forward:") and chosen:
                    sign_in_as(chosen)
