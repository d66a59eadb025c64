"""IBP, registers: processing activities, processors and agreements, DPIAs, rights requests; one at a time."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from pages.parts import privacy_register_form, privacy_register_import, waiting_file
from pages.parts.frame import Frame, answer, download, plain
from pages.parts.metrics import plain_metric
from pages.parts.session import open_database
from pages.parts.settings_actions import forget_done
from pages.parts.show import show_table
from pages.parts.theme import segment
from planning.core.notation import day, listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.service import schools
from planning.privacy.register_service import entries, may_hand_in, may_keep, reads_registers, sees_requests
from planning.privacy.register_tables import register_excel, register_name, state_name
from planning.privacy.register_words import basis_name, model_name, request_name
from planning.privacy.registers import (
    Dpia,
    Entry,
    Processing,
    Processor,
    RightsRequest,
    progress_of,
    without_agreement,
)

ADDRESS: Final = "register"
KINDS: Final[Mapping[str, type[Entry]]] = {
    "verwerkers": Processor,
    "verwerkingen": Processing,
    "dpia": Dpia,
    "verzoeken": RightsRequest,
}
BADGES: Final = {
    "signed": "green-badge[:material/check_circle:",
    "done": "green-badge[:material/check_circle:",
    "answered": "green-badge[:material/check_circle:",
    "complete": "green-badge[:material/check_circle:",
    "ending": "yellow-badge[:material/event:",
    "near": "yellow-badge[:material/event:",
    "review": "yellow-badge[:material/event:",
    "ended": "orange-badge[:material/event_busy:",
    "late": "orange-badge[:material/event_busy:",
    "unsigned": "orange-badge[:material/signature:",
    "incomplete": "orange-badge[:material/rule:",
    "to_do": "orange-badge[:material/pending_actions:",
    "unknown": "gray-badge[:material/help:",
    "not_needed": "gray-badge[:material/remove:",
    "open": "blue-badge[:material/hourglass_top:",
}


def show(frame: Frame) -> None:
    """How far the registers are, and one of them with its form."""
    names = {school.school_id: school.name for school in schools(frame.person, open_database())}
    mine = [name for name, kind in KINDS.items() if _is_for(frame, kind)]
    if not mine:
        answer(_("**Registers are kept for the whole board.** Rights requests and agreements are not in your role."))
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
        privacy_register_form.show(frame, kind, shown, names, [p.party for p in _processors(read)])
    if may_keep(frame.person) and kind in (Processing, Processor):
        with right:
            privacy_register_import.show(frame.person, kind)


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
            format_func=lambda name: segment(register_name(KINDS[name])),
            key="register_chosen",
            on_change=_other_register,
            required=True,
            label_visibility="collapsed",
        )
    return chosen


def _other_register() -> None:
    st.query_params[ADDRESS] = st.session_state["register_chosen"]
    forget_done()
    waiting_file.forget_all()


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
    second = _("Of the {total} processing activities {n} are described completely.")
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
        rows = [_row(entry, frame, names, read) for entry in sorted(shown, key=lambda e: _urgency(e, frame))]
        if frame.theme.compact:
            st.markdown("\n".join(_as_line(row) for row in rows))
        else:
            show_table(pd.DataFrame(rows))
        if kind is RightsRequest:
            st.caption(_("AVG art. 12: answer within one month; two months more where you tell so within the first."))
        download(
            f"register_{kind.__name__}",
            lambda: register_excel(kind, shown, frame.as_of, names, frame.board.name, facts_of(frame)),
            _("register-{name}-{board}.xlsx").format(name=_address_of(kind), board=frame.board.board_id),
        )


def facts_of(frame: Frame) -> list[str]:
    """The lines above an exported register."""
    lines = [_("Reference date {day}").format(day=day(frame.as_of))]
    if frame.board.is_example:
        lines.append(_("Example data: systems, parties and requests are invented"))
    return lines


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


def _row(
    entry: Entry, frame: Frame, names: Mapping[str, str], read: Mapping[type[Entry], Sequence[Entry]]
) -> dict[str, str]:
    badge = state_badge(entry, frame)
    match entry:
        case Processor():
            return {
                _("Processor"): plain(entry.party),
                _("Product or service"): plain(entry.product) or "–",
                _("State"): badge,
                _("Model agreement"): plain(model_name(entry.model)) or "–",
                _("Signed on"): _day(entry.signed_on),
                _("Ends on"): _day(entry.ends_on),
            }
        case Processing():
            missing = without_agreement(entry, _processors(read), frame.as_of)
            parties = listed([plain(name) for name in entry.processors]) or "–"
            if missing:
                parties += "  \n:orange-badge[:material/signature: " + _("no agreement") + "]"
            return {
                _("Processing activity"): plain(entry.name),
                _("State"): badge,
                _("Purpose"): plain(entry.purpose) or "–",
                _("Legal basis"): basis_name(entry.legal_basis) or "–",
                _("Kept for"): plain(entry.retention) or "–",
                _("Processors"): parties,
            }
        case Dpia():
            return {
                _("About"): plain(entry.subject),
                _("State"): badge,
                _("Why"): plain(entry.why) or "–",
                _("Done on"): _day(entry.done_on),
                _("Result"): plain(entry.result) or "–",
                _("Look again on"): _day(entry.review_on),
            }
        case RightsRequest():
            where = names.get(entry.school_id, entry.school_id) if entry.school_id else _("the board")
            return {
                _("Own reference"): plain(entry.reference),
                _("State"): badge,
                _("Request"): request_name(entry.kind),
                _("School"): plain(where),
                _("Received on"): _day(entry.received_on),
                _("Answer by"): _day(entry.due_on),
                _("Answered on"): _day(entry.answered_on),
            }


def state_badge(entry: Entry, frame: Frame) -> str:
    """How an entry stands on the reference date: mark, word and colour."""
    return f":{BADGES[_state(entry, frame)]} {state_name(entry, frame.as_of)}]"


def _state(entry: Entry, frame: Frame) -> str:
    if isinstance(entry, Processing):
        return "complete" if entry.is_complete else "incomplete"
    return entry.state(frame.as_of)


def _urgency(entry: Entry, frame: Frame) -> tuple[bool, bool]:
    """What asks for somebody comes first."""
    badge = BADGES[_state(entry, frame)]
    return not badge.startswith("orange"), not badge.startswith("yellow")


def _as_line(row: Mapping[str, str]) -> str:
    """A row for a telephone: its name and state, and below it what else is known, each under its heading."""
    (_title, name), *others = row.items()
    state = row[_("State")]
    rest = [f"{title}: {cell}".replace("  \n", " ") for title, cell in others if cell not in (state, "–")]
    return f"- **{name}** {state}  \n  :small[" + " · ".join(rest) + "]"


def _address_of(kind: type[Entry]) -> str:
    return next(name for name, known in KINDS.items() if known is kind)


def _day(value: Any) -> str:
    return day(value) if value else "–"


def _processors(read: Mapping[type[Entry], Sequence[Entry]]) -> list[Processor]:
    return [entry for entry in read.get(Processor, ()) if isinstance(entry, Processor)]


def _activities(read: Mapping[type[Entry], Sequence[Entry]]) -> list[Processing]:
    return [entry for entry in read.get(Processing, ()) if isinstance(entry, Processing)]


def _dpias(read: Mapping[type[Entry], Sequence[Entry]]) -> list[Dpia]:
    return [entry for entry in read.get(Dpia, ()) if isinstance(entry, Dpia)]
