"""Beheer: schools and pupils, people, device kinds, targets, and who changed what."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts import (
    settings_audit,
    settings_import,
    settings_kinds,
    settings_memory,
    settings_people,
    settings_schools,
    settings_targets,
)
from pages.parts.frame import Frame, heading, surroundings
from pages.parts.refusals import guard
from pages.parts.settings_actions import forget_done
from pages.parts.theme import segment
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _

ADDRESS = "deel"


@dataclass(frozen=True)
class Section:
    """A part of the settings and who may use it."""

    title: str
    icon: str
    rights: tuple[Right, ...]
    show: Callable[[Frame], None]

    def is_for(self, person: Person) -> bool:
        """Whether one of the rights is theirs."""
        return any(person.may(right) for right in self.rights)


def sections() -> dict[str, Section]:
    """The sections by their key in the address, which stays Dutch in every language."""
    return {
        "scholen": Section(_("Schools and pupils"), "school", (Right.MANAGE,), settings_schools.show),
        "mensen": Section(_("People"), "group", (Right.MANAGE_PEOPLE,), settings_people.show),
        "soorten": Section(_("Kinds"), "devices", (Right.MANAGE,), settings_kinds.show),
        "onthouden": Section(_("Remembered"), "history_edu", (Right.MANAGE,), settings_memory.show),
        "doelen": Section(_("Targets"), "target", (Right.MANAGE, Right.DECIDE), settings_targets.show),
        "logboek": Section(_("Log"), "history", (Right.MANAGE, Right.DECIDE), settings_audit.show),
    }


def chosen_section(known: dict[str, Section], person: Person) -> str:
    """The section of the address, which may not be theirs; without one, the first that is."""
    mine = [key for key, section in known.items() if section.is_for(person)]
    asked = st.query_params.get(ADDRESS)
    chosen = asked if asked in known else mine[0]
    if st.session_state.get("settings_section") != chosen:
        st.session_state["settings_section"] = chosen if chosen in mine else None
    st.segmented_control(
        _("Part of the settings"),
        mine,
        format_func=lambda key: segment(f":material/{known[key].icon}: {known[key].title}"),
        key="settings_section",
        on_change=_other_section,
        required=chosen in mine,
        label_visibility="collapsed",
    )
    return chosen


def _other_section() -> None:
    st.query_params[ADDRESS] = st.session_state["settings_section"]
    forget_done()
    settings_import.forget()


guard(Right.DECIDE, Right.MANAGE, Right.MANAGE_PEOPLE)
here = surroundings()
heading(here, _("Settings"), dated=False)
every = sections()
section = every[chosen_section(every, here.person)]
if section.is_for(here.person):
    section.show(here)
else:
    st.markdown(_("‘{section}’ is not yours to change. Choose another part above.").format(section=section.title))
