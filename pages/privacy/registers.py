"""IBP, registers: processing activities, processors and agreements, DPIAs, rights requests; one at a time."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd
import streamlit as st

from pages.parts import waiting
from pages.parts.forms import forget_done
from pages.parts.frame import Frame, answer, download
from pages.parts.metrics import plain_metric
from pages.parts.show import show_table
from pages.privacy import register_form, register_import, register_systems
from pages.privacy.register_rows import as_line, register_row, urgency
from pages.server.session import open_database
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.service import schools
from planning.privacy.register_service import entries, may_hand_in, may_keep, reads_registers, sees_requests
from planning.privacy.register_tables import register_excel, register_name
from planning.privacy.registers import (
    Dpia,
    Entry,
    Processing,
    Processor,
    RightsRequest,
    progress_of,
)

ADDRESS: Final = "register"
KINDS: Final[Mapping[str, type[Entry]]] = {
    "verwerkers": Processor,
    "verwerkingen": Processing,
    "dpia": Dpia,
    "verzoeken": RightsRequest,
}


def show(frame: Frame) -> None:
    """How far the registers are, and one of them with its form."""
    names = {school.school_id: school.name for school in schools(frame.person, open_database())}
    mine = [name for name, kind in KINDS.items() if _is_for(frame, kind)]
    if not mine:
        answer(_("**Registers are kept for the whole board.** Rights requests and agreements are outside your role."))
        return
    read: dict[type[Entry], Sequence[Entry]] = {
        KINDS[name]: entries(frame.person, open_database(), KINDS[name]) for name in mine
    }
    answer(registers_answer(frame, read))
    _figures(frame, read)
    kind = KINDS[_chosen(mine)]
    shown = read[kind]
    _card(frame, kind, shown, read, names)
    if not (may_keep(frame.person) or (kind is RightsRequest and may_hand_in(frame.person))):
        return
    left, right = st.columns([1.25, 1])
    with left:
        register_form.show(frame, kind, shown, names, [p.party for p in _processors(read)])
    if may_keep(frame.person) and kind in (Processing, Processor):
        with right:
            register_import.show(frame.person, kind)


def _is_for(frame: Frame, kind: type[Entry]) -> bool:
    return sees_requests(frame.person) if kind is RightsRequest else reads_registers(frame.person)


def _chosen(mine: Sequence[str]) -> str:
    """The register of the address, else the first; the address keeps it."""
    asked = st.query_params.get(ADDRESS)
    chosen = asked if asked is not None and asked in mine else mine[0]
    if st.session_state.get("register_chosen") != chosen:
        st.session_state["register_chosen"] = chosen
    if len(mine) > 1:
        st.segmented_control(
            _("Register"),
            mine,
            format_func=lambda name: register_name(KINDS[name]),
            key="register_chosen",
            on_change=_other_register,
            required=True,
            label_visibility="collapsed",
        )
    return chosen


def _other_register() -> None:
    st.query_params[ADDRESS] = st.session_state["register_chosen"]
    forget_done()
    waiting.forget_all()


def registers_answer(frame: Frame, read: Mapping[type[Entry], Sequence[Entry]]) -> str:
    """What the registers miss, in one sentence; for a school, how its requests stand."""
    requests = [request for request in read.get(RightsRequest, ()) if isinstance(request, RightsRequest)]
    if Processor not in read:
        return _requests_answer(frame, requests)
    progress = progress_of(_activities(read), _processors(read), _dpias(read), frame.as_of)
    if not (progress.processors or progress.activities):
        return _("**The registers are still empty.** Read them from your own Excel, or add the first line below.")
    if progress.unsigned:
        first = ngettext(
            "**{n} agreement with a processor is not signed yet.**",
            "**{n} agreements with processors are not signed yet.**",
            progress.unsigned,
        ).format(n=number(progress.unsigned))
    else:
        first = _("**Every agreement with a processor is signed.**")
    second = ngettext(
        "Of the {total} processing activities {n} is described completely.",
        "Of the {total} processing activities {n} are described completely.",
        progress.complete,
    )
    return first + " " + second.format(n=number(progress.complete), total=number(progress.activities))


def _requests_answer(frame: Frame, requests: Sequence[RightsRequest]) -> str:
    waiting = [request for request in requests if request.state(frame.as_of) != "answered"]
    if not waiting:
        return _("**No request about personal data waits for an answer.**")
    text = ngettext(
        "**{n} request waits for an answer,** by {when}.",
        "**{n} requests wait for an answer,** the first by {when}.",
        len(waiting),
    )
    return text.format(n=number(len(waiting)), when=day(min(request.due_on for request in waiting)))


def _figures(frame: Frame, read: Mapping[type[Entry], Sequence[Entry]]) -> None:
    if Processor not in read:
        return
    progress = progress_of(_activities(read), _processors(read), _dpias(read), frame.as_of)
    of = _("{n} of {total}")
    with st.grid(4, min_column_width=150):
        plain_metric(_("Agreements"), of.format(n=number(progress.in_force), total=number(progress.processors)))
        plain_metric(
            _("Activities complete"), of.format(n=number(progress.complete), total=number(progress.activities))
        )
        plain_metric(_("DPIAs done"), of.format(n=number(progress.dpias_done), total=number(progress.dpias_needed)))
        if RightsRequest in read:
            states = [
                request.state(frame.as_of) for request in read[RightsRequest] if isinstance(request, RightsRequest)
            ]
            plain_metric(_("Requests open"), number(len(states) - states.count("answered")))
        else:
            plain_metric(_("Agreements ending"), number(progress.ending), _("within 90 days"))


def _card(
    frame: Frame,
    kind: type[Entry],
    shown: Sequence[Entry],
    read: Mapping[type[Entry], Sequence[Entry]],
    names: Mapping[str, str],
) -> None:
    with st.container(border=True):
        st.subheader(register_name(kind), anchor=False)
        if not shown:
            st.markdown(beginning(kind))
            return
        in_order = sorted(shown, key=lambda entry: urgency(entry, frame))
        rows = [register_row(entry, frame, names, _processors(read)) for entry in in_order]
        if frame.theme.compact:
            st.markdown("\n".join(as_line(row) for row in rows))
        else:
            show_table(pd.DataFrame(rows), register_name(kind), beside=True)
        if kind is Processor and frame.person.reach is None:
            register_systems.show(frame, _processors(read))
        if kind is RightsRequest:
            st.caption(_("AVG art. 12: answer within one month; two months more where you tell so within the first."))
        download(
            f"register_{kind.__name__}",
            lambda: register_excel(kind, shown, frame.as_of, names, frame.board),
            _("register-{name}-{board}.xlsx").format(name=_address_of(kind), board=frame.board.board_id),
        )


def beginning(kind: type[Entry]) -> str:
    """What an empty register will show, and who fills it."""
    return {
        Processing: _(
            "Here stands what the schools do with personal data (AVG art. 30). The privacy officer fills it."
        ),
        Processor: _("Here stand the parties that process data for the schools, and the agreements with them."),
        Dpia: _("Here stands where a DPIA is needed (AVG art. 35), and how far it is."),
        RightsRequest: _("Here stand requests for access, rectification or erasure, with their term. Without names."),
    }[kind]


def _address_of(kind: type[Entry]) -> str:
    return next(name for name, known in KINDS.items() if known is kind)


def _processors(read: Mapping[type[Entry], Sequence[Entry]]) -> list[Processor]:
    return [entry for entry in read.get(Processor, ()) if isinstance(entry, Processor)]


def _activities(read: Mapping[type[Entry], Sequence[Entry]]) -> list[Processing]:
    return [entry for entry in read.get(Processing, ()) if isinstance(entry, Processing)]


def _dpias(read: Mapping[type[Entry], Sequence[Entry]]) -> list[Dpia]:
    return [entry for entry in read.get(Dpia, ()) if isinstance(entry, Dpia)]
