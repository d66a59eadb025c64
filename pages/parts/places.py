"""Where a subject is found, and the ways to point at it: no file name and no address stands anywhere else."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, NoReturn
from urllib.parse import urlencode

import streamlit as st

from planning.core.boards import Kind
from planning.core.rights import BOARD_ROLES, Person, Right, Role
from planning.core.translation import N_
from planning.core.translation import gettext as _

UNKNOWN: Final = "onbekend"
"""In the address of who asked for one that is no page."""


class Group(StrEnum):
    """What the menu puts together, by its heading (untranslated); in the order of the menu."""

    BOARD = N_("Board")
    SCHOOLS = N_("Schools")
    PEOPLE = N_("People")
    IN_ORDER = N_("Safe and in order")
    TOGETHER = N_("Together")
    SET_UP = N_("Set-up and help")


@dataclass(frozen=True)
class Place:
    """The page of a subject: where it is, what it is called in the menu, and for whom it is."""

    folder: str  # below pages/
    address: str  # Dutch in every language
    title: str  # untranslated
    icon: str  # of Material Symbols
    group: Group
    rights: tuple[Right, ...] = (Right.READ,)  # one of them opens it
    home_of: tuple[Role, ...] = ()  # who has their work here, and begins here
    of_circle: Kind | None = None  # whose own people find it in their menu and begin here: facilitators, experts
    of_every_circle: bool = False  # whether whoever leads or watches a circle finds it in their menu
    of_schools: bool = False  # whether a board without schools has nothing to see there

    @property
    def file(self) -> str:
        """Its script, as Streamlit names it."""
        return f"{self.folder}/page.py"

    def is_for(self, person: Person) -> bool:
        """Whether this person may open it."""
        return any(person.may(right) for right in self.rights)

    def is_in_menu(self, person: Person, kind: Kind) -> bool:
        """Whether it stands in the menu of a person of a board, or of a circle of this kind, and opens for them."""
        return self.is_for(person) and (person.role in BOARD_ROLES or self.of_every_circle or kind is self.of_circle)

    def url(self, **query: str) -> str:
        """Its address with a query, for a link inside a table."""
        return f"/{self.address}" + (f"?{urlencode(query)}" if query else "")


START: Final = Place(
    "overview", "overzicht", N_("Overview"), "dashboard", Group.BOARD, rights=(Right.READ, Right.READ_PUBLISHED)
)
"""Where everybody begins who has their work nowhere else."""


SETTINGS: Final = Place(
    "settings",
    "beheer",
    N_("Settings"),
    "settings",
    Group.SET_UP,
    rights=(Right.DECIDE, Right.MANAGE, Right.MANAGE_PEOPLE),
)
"""Where a board is set up, and where every page leads that has nothing to show before."""

MANUAL: Final = Place(
    "manual",
    "handleiding",
    N_("Manual"),
    "menu_book",
    Group.SET_UP,
    rights=(Right.READ, Right.READ_PUBLISHED, Right.LOOK_IN),
    of_every_circle=True,
)
"""How each page is used, and by which rules it counts; every page leads to its part of it."""
ABOUT: Final = "bij"
"""In its address: the page from which somebody comes."""
RULES: Final = "rekenregels"
"""Its part that says how figures are counted."""


def show_link(
    place: Place,
    label: str,
    *,
    icon: str | None = ":material/arrow_forward:",
    icon_position: Literal["left", "right"] = "left",
    **query: str,
) -> None:
    """A link to another subject's page; `query` goes along in its address."""
    st.page_link(place.file, label=label, icon=icon, icon_position=icon_position, query_params=query)


def say_unknown(shown: str) -> None:
    """Where somebody came from an address that is no page, say so on the page `shown`, until they open another."""
    if UNKNOWN in st.query_params:
        del st.query_params[UNKNOWN]
        st.session_state[UNKNOWN] = shown
    if st.session_state.get(UNKNOWN) == shown:
        st.info(
            _("That address is not a page here. The menu shows every page you have."), icon=":material/explore_off:"
        )


def go_to(place: Place, **query: str) -> NoReturn:
    """Leave for another subject's page at once."""
    st.switch_page(place.file, query_params=query)
