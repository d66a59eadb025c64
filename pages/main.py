"""The script that Streamlit runs for every address: who are you, and which pages are yours."""

from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from pages.circles.data import marks_of
from pages.menu import pages_of
from pages.parts import interrupted, meanwhile, waiting
from pages.parts.data import kept_board, kept_elsewhere
from pages.parts.frame import data_key, plain
from pages.parts.places import say_unknown
from pages.parts.theme import current_theme
from pages.server import account_screens, sign_in
from pages.server.away import wait_for_database
from pages.server.noting import one_run
from pages.server.replay import ask_again, forget_own, replay
from pages.server.session import arrived, arriving, open_database, redirect, sign_in_as, spare_collections, speak
from pages.server.turns import turn
from pages.subjects import SUBJECTS, home_of
from planning.circles.service import elsewhere
from planning.core.clock import now
from planning.core.rights import ROLE_NAMES, Person
from planning.core.service import choose_language
from planning.core.settings import settings
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.core.trouble import Trouble, trouble_of

NAMES: Final = {"nl": "Nederlands", "en": "English"}
"""What a language calls itself."""


def about(person: Person) -> None:
    """Below the menu: who you are, and the way out."""
    board = kept_board(data_key(person), person)
    role = _(ROLE_NAMES[person.role])
    who = plain(person.name) if role in person.name else f"{plain(person.name)} · {role}"
    st.caption(f":material/account_circle: {who}  \n{plain(board.name)}")
    for other, name in kept_elsewhere(data_key(person), person).items():
        label = _("To {board}").format(board=plain(name))
        if st.button(label, type="tertiary", icon=":material/swap_horiz:", key=f"to_{other.board_id}") and (
            other in elsewhere(person, open_database())  # still, also where it was taken away over there
        ):
            leave()
            sign_in_as(other, "/")
    _language_button(person)
    if not settings().is_local:
        account_screens.own_way_out(person)
    elif st.button(_("Someone else"), type="tertiary", icon=":material/logout:", key="sign_out"):
        leave()
        redirect("/api/afmelden")


def _language_button(person: Person) -> None:
    """The other language, called as it calls itself; kept for this person, on every computer."""
    other = "en" if language() == "nl" else "nl"
    if st.button(NAMES[other], type="tertiary", icon=":material/translate:", key="language"):
        choose_language(person, open_database(), now(), other)
        st.session_state.pop("lang", None)
        st.query_params.pop("lang", None)
        query = urlencode(st.query_params.to_dict())
        address = st.session_state.get("shown_page", "")
        redirect(f"/{address}" + (f"?{query}" if query else ""))  # anew: the browser's own words are told with the page


def leave() -> None:
    """Forget what waits for a decision: files, and what was read from them."""
    waiting.forget_all()
    for subject in SUBJECTS:
        subject.leave()


def run() -> None:
    """One run for whoever is signed in."""
    with turn(), one_run():
        with arriving():
            person, version = arrived() or (None, 0)
            if person is not None:
                marks_of(person)  # most pages ask, and in the same transaction it takes a third of the time
                if st.session_state.get("person") == person:
                    ask_again()
        speak(person)
        # a picture of our own: the browser would fetch a material icon for the tab from elsewhere
        st.set_page_config(page_title="Vlootplan", page_icon=str(sign_in.PICTURES / "icon.svg"), layout="wide")
        st.html(Path(__file__).parent / "parts" / "screen.css")
        sign_in.logo()
        if person is None:
            leave()
            sign_in.show() if settings().is_local else account_screens.show()
            st.stop()
        st.session_state["person"] = person
        st.session_state["data_version"] = version
        kind = kept_board(data_key(person), person).kind
        st.session_state["home"] = home_of(person, kind)
        menu = st.navigation(pages_of(person, kind, Path(__file__).parent), expanded=True)
        # here and below, nothing is drawn again where all that it depends on is as it was
        with st.sidebar:
            replay(("about", person, version, language()), lambda: about(person), shared=False)
        if st.session_state.get("shown_page") != menu.url_path:
            leave()
            forget_own()
        st.session_state["shown_page"] = menu.url_path
        if menu.url_path:  # the address without a name leads on
            say_unknown(menu.url_path)
        interrupted.show(person)
        meanwhile.show_lost()
        theme = current_theme(language())
        replay((person, version, menu.url_path, theme), menu.run, shared=False)
        meanwhile.end()
        spare_collections()


try:
    run()
except Exception as error:
    if trouble_of(error) is not Trouble.AWAY:
        raise
    speak(st.session_state.get("person"))
    wait_for_database()
    st.rerun()
