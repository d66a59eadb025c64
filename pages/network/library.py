"""Leernetwerk, the library: what boards made public of their networks, for every board to use."""

from typing import Final

import streamlit as st

from pages.parts.frame import Frame, answer, more, plain
from pages.server.session import open_database
from planning.core.clock import local_day
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network.library_service import LibraryItem, library
from planning.network.passages import Passage, is_yield, passage

_FIRST: Final = 6
"""Shown before somebody asks for the others."""


def show(frame: Frame) -> None:
    """How much there is; what cycles gave first, then the rest."""
    found = _found(frame)
    answer(_answer(found))
    _show_items(found)
    if not found:
        st.markdown(
            _("What your board made you can make public: choose ‘all boards’ beside it, in the part ‘Sharing’.")
        )


def _found(frame: Frame) -> list[tuple[LibraryItem, Passage]]:
    # asked at every run, of all networks: what is no longer public is gone at the next
    told = [(item, passage(item.contribution)) for item in library(frame.person, open_database())]
    found = [(item, text) for item, text in told if text is not None]
    return sorted(found, key=lambda pair: not is_yield(pair[0].contribution))


def _answer(found: list[tuple[LibraryItem, Passage]]) -> str:
    if not found:
        return _("**Nothing is public yet.** Here stands what boards made public: answers, products, what they tried.")
    boards = len({item.owner for item, _text in found})
    text = ngettext("**{n} contribution is public,** ", "**{n} contributions are public,** ", len(found))
    of = ngettext("of {n} board.", "of {n} boards.", boards)
    return text.format(n=number(len(found))) + of.format(n=number(boards))


def _show_items(found: list[tuple[LibraryItem, Passage]]) -> None:
    whole = len(found) <= _FIRST or bool(st.session_state.get("open_network_library_all"))
    for item, text in found if whole else found[:_FIRST]:
        _show_item(item, text)
    if len(found) > _FIRST:
        label = _("Show all {n}").format(n=number(len(found)))
        more("network_library_all", closed=label, opened=_("Show fewer"), icon=":material/expand_more:")


def _show_item(item: LibraryItem, text: Passage) -> None:
    with st.container(border=True):
        example = ":violet-badge[:material/science: " + _("Example data") + "]" if item.is_example else ""
        st.markdown(f"**{plain(text.title)}** {example}")
        for one in text.texts:
            st.markdown(plain(one))
        whose = plain(item.owner) if item.owner == item.network else f"{plain(item.owner)} · {plain(item.network)}"
        st.caption(f"{whose} · {day(local_day(item.contribution.at))}")
