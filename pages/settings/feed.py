"""Settings: the key with which Excel and Power BI read the figures of the board, and how that is done."""

from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from pages.parts.forms import Outcome, act_button, change, show_outcome
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.notation import day, moment
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.feed.service import MOST, DataFeed, close_data_feed, data_feed, open_data_feed
from planning.feed.tables import TABLES

PLACE: Final = "data_feed"
SHOWN: Final = "data_feed_key"


def show(frame: Frame) -> None:
    """Whether there is a key, the key itself once, and how it is used."""
    feed = data_feed(frame.person, open_database())
    key = _new_key(feed)
    answer(
        _("**Excel and Power BI can read along.**")
        if feed
        else _("**No program reads along:** there is no key for Excel or Power BI.")
    )
    left, right = st.columns([1, 1.35])
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("The key"), anchor=False)
        _key_card(frame, feed, key)
    with right, st.container(border=True, height="stretch"):
        st.subheader(_("How to use it"), anchor=False)
        _help_card(key)
    with st.container(border=True):
        st.subheader(_("The tables"), anchor=False)
        st.caption(_("Figures as on the screens of today; no names of people, no texts they wrote, no incidents."))
        rows = [
            {_("Table"): f"`{table.name}`", _("What"): plain(_(table.about))}
            | ({} if frame.theme.compact else {_("Columns"): ", ".join(f"`{name}`" for name in table.columns)})
            for table in TABLES.values()
        ]
        show_table(rows, _("The tables"))


def _new_key(feed: DataFeed | None) -> str | None:
    """The key that was just made here; gone once another took its place or it was ended."""
    made = st.session_state.get(SHOWN)
    if made is None or feed is None or made[0] != feed.made_at:
        st.session_state.pop(SHOWN, None)
        return None
    return str(made[1])


def _key_card(frame: Frame, feed: DataFeed | None, key: str | None) -> None:
    if feed is None:
        st.markdown(
            _(
                "With a key a workbook or report reads the tables below by itself, and is up to date each time it is "
                "refreshed. The key opens this board only, and changes nothing."
            )
        )
        act_button(PLACE, _("Make a key"), _open, icon=":material/key:", key="open_data_feed", type="primary")
    else:
        if key:
            st.code(key, language=None, wrap_lines=True)
            st.markdown(
                _(":material/visibility_off: You see this key once. Keep it where only those may read it who may read "
                  "the figures.")
            )  # fmt: skip
        used = day(feed.used_on) if feed.used_on else _("not yet")
        st.markdown(
            _("Made on {moment} by {name}  \nLast used: {day}").format(
                moment=moment(feed.made_at), name=plain(feed.made_by), day=used
            )
        )
        with st.container(horizontal=True):
            look = {"type": "tertiary", "icon": ":material/link_off:", "key": "close_data_feed"}
            act_button(PLACE, _("End the key"), _close, **look)
            look = {"type": "tertiary", "icon": ":material/autorenew:", "key": "renew_data_feed"}
            act_button(PLACE, _("Make another, and end this one"), _open, **look)
    show_outcome(PLACE)


def _help_card(key: str | None) -> None:
    shown = key or _("YOUR-KEY")
    st.markdown(
        _(
            "**Excel:** *Data* → *Get Data* → *From Web*, and paste an address.  \n"
            "**Power BI:** *Get data* → *Web*, and paste the same address."
        )
    )
    comma = "?decimaal=komma" if language() == "nl" else ""
    st.code(f"{_here()}/api/gegevens/{shown}/scholen.csv{comma}", language=None, wrap_lines=True)
    st.markdown(
        _(
            "- Put the name of another table in the place of *scholen*, and *json* in the place of *csv*.\n"
            "- `?peildatum=2018-05-01` gives the figures of an earlier day.\n"
            "- A program that can send the header `Authorization: Bearer KEY` leaves the key out of the address.\n"
            "- {n} tables a minute are answered. Where Vlootplan runs on your own computer, only that computer is "
            "answered."
        ).format(n=MOST)
    )


def _here() -> str:
    here = urlsplit(st.context.url or "")
    return f"{here.scheme or 'http'}://{here.netloc}"


def _open(person: Person) -> Outcome:
    before = data_feed(person, open_database())
    key = change(open_data_feed)(person)
    feed = data_feed(person, open_database())
    st.session_state[SHOWN] = (feed.made_at if feed else None, key)
    if before:  # which cannot be put back: it is not known
        return _("There is another key; the earlier one opens nothing any more."), None
    return _("There is a key."), change(close_data_feed)


def _close(person: Person) -> Outcome:
    change(close_data_feed)(person)
    return _("The key is ended: no program reads along any more."), None
