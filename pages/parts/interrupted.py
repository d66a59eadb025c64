"""On top of the page, once: whether what somebody was doing when a server fell away was kept."""

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Final

import streamlit as st

from pages.parts.frame import now, plain
from pages.server.away import fragment
from pages.server.session import open_database
from planning.core import interrupted
from planning.core.interrupted import ActKind, LongAct
from planning.core.notation import moment
from planning.core.rights import Person
from planning.core.translation import N_
from planning.core.translation import gettext as _

_NAMES: Final = {
    ActKind.UPLOAD: N_("Your list ‘{subject}’ of {at}"),
    ActKind.APPROVAL: N_("Your approval of a plan, of {at},"),
    ActKind.DUO: N_("What you took over of DUO, of {at},"),
    ActKind.RESTORE: N_("Your backup ‘{subject}’ of {at}"),
}
_LOOKED_AT: Final = timedelta(seconds=3)
_TOLD, _ASKED = "interrupted_told", "interrupted_asked"


def noted(person: Person, what: ActKind, subject: str = "") -> AbstractContextManager[None]:
    """What is done here takes a while: a server that falls away meanwhile leaves nobody in doubt."""
    return interrupted.noted(person, open_database(), now(), what, subject)


def show(person: Person) -> None:
    """What was begun and not told the end of; asked where a session begins, for a server that fell away began anew."""
    if st.session_state.get(_ASKED) == (person.board_id, person.person_id):
        _lines()
        return
    found = interrupted.interrupted(person, open_database(), now())
    if known := [one for one in found if one.is_kept is not None]:
        interrupted.forget(person, open_database(), [one.act_id for one in known])
        st.session_state[_TOLD] = [*st.session_state.get(_TOLD, ()), *known]
    _lines()
    if len(known) < len(found):
        _wait()
    else:
        st.session_state[_ASKED] = (person.board_id, person.person_id)


def _lines() -> None:
    told: list[LongAct] = st.session_state.get(_TOLD, [])
    for one in told:
        name = _(_NAMES[one.what]).format(subject=plain(one.subject), at=moment(one.at))
        if one.is_kept:
            st.success(_("{name} was kept, though we were cut off then.").format(name=name), icon=":material/check:")
        else:
            text = _("{name} was not kept: we were cut off then. Nothing changed; do it once more.")
            st.warning(text.format(name=name), icon=":material/block:")
    if told:
        st.button(_("Read"), key="interrupted_read", type="tertiary", on_click=st.session_state.pop, args=(_TOLD,))


@fragment(_LOOKED_AT)
def _wait() -> None:
    st.info(_("We are checking whether what you were doing was kept."), icon=":material/hourglass_top:")
    if st.session_state.get("interrupted_looked"):
        st.session_state["interrupted_looked"] = False
        st.rerun()
    st.session_state["interrupted_looked"] = True
