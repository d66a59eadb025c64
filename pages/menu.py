"""The menu: which pages somebody has, kept between reruns."""

from collections.abc import Mapping, Sequence
from copy import copy
from functools import partial
from pathlib import Path
from typing import Final

import streamlit as st

from pages.parts.kept import AnswerCache
from pages.parts.places import go_to
from pages.subjects import SUBJECTS, home_of
from planning.core.boards import Kind
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import language

FEW_PAGES: Final = 5
_menus: Final = AnswerCache[Mapping[str, Sequence[st.Page]]](300)


def pages_of(person: Person, kind: Kind, folder: Path) -> dict[str, list[st.Page]]:
    """The menu of a person of a board, or of a circle of this kind: pages under the heading of their group.

    `folder`: where the pages are. Each run has pages of its own: Streamlit marks the one that is shown.
    """
    kept = _menus.answer((person, kind, folder, language()), lambda: _made(person, kind))
    return {group: list(map(copy, pages)) for group, pages in kept.items()}


def _made(person: Person, kind: Kind) -> Mapping[str, Sequence[st.Page]]:
    """The same, made.

    A page that is not theirs keeps its address, hidden, and refuses in words there.

    The address without a name is no page of its own: it leads to where this person's work is.

    Who has a few pages only needs no headings. Streamlit draws a group as a list whose items are no list items (WCAG
    1.3.1), with a heading that only a mouse can fold: screen.js makes each group a list of its own, called by its
    heading, which screen.css leaves unfolded.
    """
    go_home = partial(_go_home, person, kind)
    places = [subject.place for subject in SUBJECTS]
    is_grouped = sum(place.is_in_menu(person, kind) for place in places) > FEW_PAGES
    menu = {"": [st.Page(go_home, title="Vlootplan", url_path="begin", default=True, visibility="hidden")]}
    for place in places:
        page = st.Page(
            place.file,
            title=_(place.title),
            icon=f":material/{place.icon}:",
            url_path=place.address,
            visibility="visible" if place.is_in_menu(person, kind) else "hidden",
        )
        menu.setdefault(_(place.group) if is_grouped else "", []).append(page)
    return menu


def _go_home(person: Person, kind: Kind) -> None:
    go_to(home_of(person, kind), **st.query_params.to_dict())
