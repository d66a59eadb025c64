"""A page in parts: each has a key in the address and is somebody's."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.theme import segment
from planning.core.rights import Person, Right

ADDRESS = "deel"


@dataclass(frozen=True)
class Section:
    """A part of a page and who may use it."""

    title: str
    icon: str
    rights: tuple[Right, ...]
    show: Callable[[Frame], None]

    def is_for(self, person: Person) -> bool:
        """Whether one of the rights is theirs."""
        return any(person.may(right) for right in self.rights)


def asked_section(known: dict[str, Section], person: Person) -> str:
    """The section of the address, which may not be theirs; without one, the first that is."""
    asked = st.query_params.get(ADDRESS)
    return asked if asked in known else next(name for name, section in known.items() if section.is_for(person))


def chosen_section(page: str, label: str, known: dict[str, Section], person: Person, left: Callable[[], None]) -> str:
    """The same, with the control to choose another; `left` is called when that is done."""
    key = f"{page}_section"
    mine = [name for name, section in known.items() if section.is_for(person)]
    chosen = asked_section(known, person)
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen if chosen in mine else None

    def other_section() -> None:
        st.query_params[ADDRESS] = st.session_state[key]
        left()

    st.segmented_control(
        label,
        mine,
        format_func=lambda name: segment(f":material/{known[name].icon}: {known[name].title}"),
        key=key,
        on_change=other_section,
        required=chosen in mine,
        label_visibility="collapsed",
    )
    return chosen
