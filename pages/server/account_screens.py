"""Signing in with a provider, being refused politely, and where oneself is signed in."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from pages.parts.forms import refusals_told, show_refused
from pages.parts.frame import now, plain
from pages.server.attempts import Attempts
from pages.server.session import carried, open_database, redirect, speak
from planning.core.account_rules import ASKED_AT_MOST, AccountClaims, LoginSession
from planning.core.account_service import ask_access, end_own_sessions, own_sessions, session_key
from planning.core.notation import moment
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person
from planning.core.settings import SignInProvider, settings
from planning.core.sign_in import read_guest
from planning.core.translation import gettext as _

PLACE: Final = "ask_access"
_ASKED: Final = "access_asked"
_asked: Final = Attempts(ASKED_AT_MOST, 24 * 3600)


def show() -> None:
    """The screen for whoever is not signed in."""
    _left, middle, _right = st.columns([1, 1.6, 1])
    with middle:
        text = carried()
        guest = read_guest(text)
        if guest is not None:
            _show_stranger(guest)
            return
        st.title(_("Sign in"), anchor=False)
        if st.query_params.get("aanmelden") == "mislukt":
            st.markdown(_(":orange-badge[:material/block: not signed in] That did not work. Please try again."))
        elif text is not None:
            st.markdown(
                _(
                    ":orange-badge[:material/timer_off: signed out] You were signed out, here or elsewhere, or it was "
                    "too long ago. Sign in again: you come back to this page."
                )
            )
        st.markdown(_("With the account of your board or school. Vlootplan knows no passwords."))
        _buttons(settings().providers)
        st.caption(_("From your account Vlootplan reads your name and e-mail address, to know who you are here."))


def _buttons(providers: Sequence[SignInProvider]) -> None:
    for provider in providers:
        st.button(
            _("Sign in with {provider}").format(provider=plain(provider.title)),
            key=f"sign_in_{provider.name}",
            icon=":material/login:",
            type="primary" if len(providers) == 1 else "secondary",
            width="stretch",
            on_click=st.login,
            args=(provider.name,),
        )


def _show_stranger(guest: AccountClaims) -> None:
    st.title(_("We do not know you yet"), anchor=False)
    who = f"{plain(guest.name)} ({plain(guest.email)})" if guest.email else plain(guest.name)
    st.markdown(
        _(
            "You signed in as **{who}**, and nobody with this account works with Vlootplan here. The administrator of "
            "your board can let you in."
        ).format(who=who)
    )
    with st.container(border=True):
        st.subheader(_("Ask the administrator of your board"), anchor=False)
        if st.session_state.get(_ASKED):
            st.markdown(
                _(
                    ":green-badge[:material/check: asked] If this board works with Vlootplan, its administrator now "
                    "sees your request. Once you are let in, sign in again."
                )
            )
        else:
            with st.form(PLACE, border=False):
                st.text_input(
                    _("Board number: five digits; DUO calls it ‘bevoegd gezag’"), placeholder="12345", key="asked_board"
                )
                show_refused(PLACE, "board_id")
                st.form_submit_button(_("Ask to be let in"), type="primary", on_click=_ask, args=(guest,))
            st.caption(
                _("The administrator sees your name, your e-mail address and when you asked. After 30 days it is gone.")
            )
    if st.button(_("Sign in with another account"), type="tertiary", icon=":material/logout:", key="other_account"):
        redirect("/api/afmelden")


def _ask(guest: AccountClaims) -> None:
    if st.session_state.get(_ASKED):  # the second click of a double one
        return
    speak(None)  # a click comes before main.py: the run has no language yet
    number = str(st.session_state.get("asked_board") or "").strip()
    with refusals_told(PLACE):
        if not (len(number) == 5 and number.isdigit()):
            raise Refused(Reason("board_number_unreadable", "board_id", {"read": number[:40]}))
        if not _asked.count(guest.identity):
            raise Refused(Reason("asked_too_often", "board_id", {"n": ASKED_AT_MOST}))
        ask_access(open_database(), now(), guest, number)
        st.session_state[_ASKED] = True


def own_way_out(person: Person) -> None:
    """Below the menu: where this person is signed in, and the ways out."""
    where = st.popover(
        _("Signed in"), icon=":material/devices:", type="tertiary", key="own_sessions", on_change="rerun"
    )
    with where:
        # asked once it is open: to ask in every run of everybody was a seventh of a busy server's work
        found, here = (own_sessions(person, open_database()), session_key(carried())) if where.open else ((), None)
        # as high while it is closed: where there is no room below, it opens above
        st.markdown("\n".join(_line(one, is_here=one.digest == here) for one in found) or "- …  \n  :small[…]")
        st.button(
            _("Sign out everywhere"),
            key="sign_out_everywhere",
            icon=":material/logout:",
            on_click=partial(_everywhere, person),
            help=_("On this computer as well. Every copy of a sign-in is worth nothing from then on."),
        )
    if st.button(_("Sign out"), type="tertiary", icon=":material/logout:", key="sign_out"):
        redirect("/api/afmelden")


def _line(session: LoginSession, *, is_here: bool) -> str:
    device = session.device or _("unknown device")
    badge = " " + _(":green-badge[this one]") if is_here else ""
    since = _("since {begun}, last seen {seen}").format(begun=moment(session.begun_at), seen=moment(session.seen_at))
    return f"- **{plain(device)}**{badge}  \n  :small[{since}]"


def _everywhere(person: Person) -> None:
    end_own_sessions(person, open_database(), now())
