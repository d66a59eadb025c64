"""A page of several parts: one of them at a time, chosen above it and kept in the address."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts.forms import forget_done
from pages.parts.frame import Frame, answering_in
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _

ADDRESS = "deel"


@dataclass(frozen=True)
class Section:
    """A part of a page and who may use it."""

    title: str
    icon: str  # "" where a page has so many parts that icons would take a second line
    rights: tuple[Right, ...]
    show: Callable[[Frame], None]
    dated: bool = True  # whether the reference date changes anything in it; if not, none is offered above it

    @property
    def label(self) -> str:
        """What stands in its segment."""
        return f":material/{self.icon}: {self.title}" if self.icon else self.title

    def is_for(self, person: Person) -> bool:
        """Whether one of the rights is theirs."""
        return any(person.may(right) for right in self.rights)


def show_section(
    frame: Frame, known: dict[str, Section], *, key: str, label: str, on_leave: Callable[[], None] = lambda: None
) -> None:
    """Show the section that is chosen above it, or say in words that it is not theirs.

    The section's answer stands above the choice: so on every page it is the first thing below the title.
    `key` is where the choice stands in the session, `label` what is chosen, `on_leave` what to forget with a section.
    """
    above = st.container()
    section = known[_chosen(known, frame.person, key, label, on_leave)]
    if section.is_for(frame.person):
        with answering_in(above):
            section.show(frame)
    else:
        st.markdown(_("‘{section}’ is not yours to change. Choose another part above.").format(section=section.title))


def asked_section(known: dict[str, Section], person: Person) -> str:
    """The section of the address, which may not be theirs; without one, the first that is."""
    asked = st.query_params.get(ADDRESS)
    return asked if asked in known else next(name for name, section in known.items() if section.is_for(person))


def is_dated(known: dict[str, Section], person: Person) -> bool:
    """Whether the section of the address tells of a reference date."""
    return known[asked_section(known, person)].dated


def _chosen(known: dict[str, Section], person: Person, key: str, label: str, on_leave: Callable[[], None]) -> str:
    """The section asked for, below the control that chooses another."""

    def other_section() -> None:
        st.query_params[ADDRESS] = st.session_state[key]
        forget_done()
        on_leave()

    mine = [name for name, section in known.items() if section.is_for(person)]
    chosen = asked_section(known, person)
    if st.session_state.get(key) != chosen:
        st.session_state[key] = chosen if chosen in mine else None
    st.segmented_control(
        label,
        mine,
        format_func=lambda name: known[name].label,
        key=key,
        on_change=other_section,
        required=chosen in mine,
        label_visibility="collapsed",
    )
    return chosen
