"""How the settings change something: through a service, told below the form in one quiet line that can be undone."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.parts.frame import plain, this_person
from pages.server.session import open_database, signed_in, speak
from planning.core.refusal import Refused
from planning.core.rights import NotAllowed, Person
from planning.core.translation import gettext as _

Back = Callable[[Person], object]
Work = Callable[[Person], tuple[str, Back | None]]
"""Does the work for a person; returns what was done, in words, and how to do the opposite where that can be."""

_DONE, _REFUSED = "settings_done", "settings_refused"


@dataclass(frozen=True)
class Done:
    """What was changed last; it can be undone as long as nobody changed anything since."""

    place: str
    sentence: str
    back: Back | None
    version: int


def key(place: str, name: str) -> str:
    """The key of a field of a form; after a change the form starts anew with what is kept."""
    return f"{place}_{name}_{st.session_state.get(_rounds(place), 0)}"


def value(place: str, name: str) -> object:
    """What a field of a form says."""
    return st.session_state.get(key(place, name))


def carry_out(place: str, work: Work) -> None:
    """For the on_click of a button: work for whoever is signed in at this moment, and remember how it went."""
    person = signed_in()
    speak(person)  # a click comes before main.py: the run has no language yet
    if person is None:
        return
    st.session_state.pop(_DONE, None)
    try:
        sentence, back = work(person)
    except Refused as refused:
        st.session_state[_REFUSED] = (place, refused.reasons)
    except NotAllowed:
        st.session_state[_REFUSED] = (place, (_("Your role no longer allows this. Nothing was changed."),))
    else:
        st.session_state[_rounds(place)] = st.session_state.get(_rounds(place), 0) + 1
        version = open_database().data_version(person.board_id)
        st.session_state[_DONE] = Done(place, sentence, back, version)


def show_outcome(place: str) -> None:
    """Below a form: what its last change was, with the way back; or why it was not made, gone at the next click."""
    where, reasons = st.session_state.get(_REFUSED, (None, ()))
    if where == place:
        st.session_state.pop(_REFUSED)
        badge = _(":orange-badge[:material/block: not kept]")
        for reason in reasons:
            st.markdown(f"{badge} {plain(reason)}")
    done = st.session_state.get(_DONE)
    if isinstance(done, Done) and done.place == place and done.version == _version():
        with st.container(horizontal=True, vertical_alignment="center"):
            badge = _(":green-badge[:material/check: kept]")
            st.markdown(f"{badge} {plain(done.sentence)}", width="content")
            if done.back is not None:
                st.button(
                    _("Undo"),
                    key="settings_undo",
                    type="tertiary",
                    icon=":material/undo:",
                    on_click=carry_out,
                    args=(place, _undoing(done.back)),
                )


def _version() -> int:
    return open_database().data_version(this_person().board_id)


def forget_done() -> None:
    """Another section: what was said about the last one is over."""
    st.session_state.pop(_DONE, None)
    st.session_state.pop(_REFUSED, None)


def _undoing(back: Back) -> Work:
    def work(person: Person) -> tuple[str, Back | None]:
        back(person)
        return _("Undone: everything is as it was."), None

    return work


def _rounds(place: str) -> str:
    return f"rounds_{place}"
