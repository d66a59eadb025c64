"""Competences, part three: the self-scan of a school. Form, answers in, look at the counts, confirm, history."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from pages.competences.data import competences_view
from pages.competences.words import teachers
from pages.parts.fields import one_day
from pages.parts.forms import Outcome, change, overwrite_button, show_outcome
from pages.parts.frame import Frame, now, plain
from pages.parts.show import show_table
from pages.parts.waiting import WaitingFile, forget, take, uploader_key, wait, waiting
from pages.server.session import open_database
from planning.competences import messages
from planning.competences.disclosure import SMALLEST, ReleasedScan
from planning.competences.service import ScanPreview, confirm_scan, form, read_scan, remove_scan
from planning.core.notation import day, listed, number
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language, ngettext
from planning.refusals import sentence
from planning.workbooks.model import FileRefused

PLACE, _REFUSED = "self_scan", "scan_refused"
MOST_SHOWN = 12
TYPES = ["xlsx", "xlsm", "xls", "ods", "csv"]


def show(frame: Frame) -> None:
    """Hand in a self-scan where one may; and which scans there were."""
    adopted = competences_view(frame).set_on(frame.as_of)
    if adopted is None:
        st.markdown(_("A self-scan asks about the core competences. The chair first adopts these in the workshop."))
        return
    mine = [s.school_id for s in competences_view(frame).schools if frame.person.may(Right.CONTRIBUTE, s.school_id)]
    if not mine:
        history_card(frame, None)
        return
    school_id = mine[0] if len(mine) == 1 else _choose_school(frame, mine)
    left, right = st.columns([1.25, 1])
    with left:
        hand_in_card(frame, school_id)
    with right:
        history_card(frame, school_id)


def _choose_school(frame: Frame, mine: Sequence[str]) -> str:
    known = st.session_state.get("school")
    return str(
        st.selectbox(
            _("School"),
            mine,
            index=mine.index(known) if known in mine else 0,
            format_func=frame.school_name,
            key="scan_school",
            on_change=forget,
            args=(PLACE,),
            width=320,
        )
    )


def hand_in_card(frame: Frame, school_id: str) -> None:
    """Form, upload, and what was read."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("Self-scan of {school}").format(school=plain(frame.school_name(school_id))), anchor=False)
        counts = waiting(PLACE, ScanPreview)  # no answer of one teacher is in them
        if counts is None or counts.school_id != school_id:
            _choose(frame, school_id)
        else:
            _decide(counts)
        show_outcome(PLACE)


def _choose(frame: Frame, school_id: str) -> None:
    st.markdown(
        _(
            "**1** Download the form, or put its questions into Microsoft Forms or Google Forms. **2** Every teacher "
            "chooses a level for each competence. **3** Upload the answers: one list, or a file for every teacher. "
            "We count, and keep no answer of one person."
        )
    )
    st.download_button(
        _("Form of the self-scan"),
        in_this_language(lambda: form(frame.person, open_database(), school_id, frame.as_of)),
        _("Self-scan {school}.xlsx").format(school=frame.school_name(school_id)),
        icon=":material/download:",
        on_click="ignore",
        key="scan_form",
    )
    held = one_day(_("Held on"), frame.today, last=frame.today, key="scan_day", width=200)
    chosen = st.file_uploader(
        _("The answers, as Excel, OpenDocument or csv, up to 10 MB; also as a form exports them."),
        TYPES,
        accept_multiple_files=True,
        key=uploader_key(PLACE),
        max_upload_size=10,
    )
    if chosen and held:
        with st.spinner(_("Reading the answers …")):
            _read(frame, school_id, take(PLACE, *chosen), held)
        st.rerun()
    for reason in st.session_state.pop(_REFUSED, ()):
        st.markdown(_(":orange-badge[:material/block: not read]") + " " + plain(reason))


def _read(frame: Frame, school_id: str, files: list[WaitingFile], held: date) -> None:
    read = [(file.name, file.content) for file in files]
    try:
        found = read_scan(frame.person, open_database(), now(), school_id, read, held)
    except Refused as refused:
        st.session_state[_REFUSED] = [sentence(reason) for reason in refused.reasons]
    except FileRefused as refused:
        st.session_state[_REFUSED] = (messages.refusal(refused),)
    else:
        wait(PLACE, found)


def _decide(found: ScanPreview) -> None:
    read = ngettext(
        "**We read the answers of {n} teacher.**", "**We read the answers of {n} teachers.**", found.teachers
    )
    asked = ngettext("{n} competence", "{n} competences", len(found.answers.asked)).format(
        n=number(len(found.answers.asked))
    )
    st.markdown(
        read.format(n=number(found.teachers))
        + " "
        + _("They are about {competences}, held on {day}.").format(competences=asked, day=day(found.scanned_on))
    )
    for line in _remarks(found):
        st.markdown(line)
    _what_was_left(found)
    with st.container(horizontal=True):
        label = _("Keep only that it was held") if found.is_too_small else _("Keep the counts")
        overwrite_button(PLACE, label, _confirm, type="primary", icon=":material/check:", key="scan_confirm")
        st.button(_("Choose other files"), type="tertiary", on_click=forget, args=(PLACE,), key="scan_other")


def _remarks(found: ScanPreview) -> list[str]:
    lines = []
    if found.is_too_small:
        lines.append(
            ":orange-badge[:material/visibility_off: "
            + _("too small to show")
            + "] "
            + _(
                "With fewer than {n} teachers people can be recognised: we keep no counts, only that the scan was "
                "held. Wait for more answers, or put them together with those of the next scan."
            ).format(n=number(SMALLEST))
        )
    elif found.too_few:
        text = _("Fewer than {n} teachers answered about {names}: none of that is kept.")
        lines.append(text.format(n=number(SMALLEST), names=listed([plain(name) for name in found.too_few])))
    if found.missing:
        lines.append(_("Not in the file: {names}.").format(names=listed([plain(name) for name in found.missing])))
    if found.replaces:
        lines.append(_("This takes the place of the scan of that day."))
    return lines


def _what_was_left(found: ScanPreview) -> None:
    _list([messages.left_out(one) for one in found.left])
    several = len({one.values["file"] for one in found.problems}) > 1
    _list([(one.values["file"] + ": " if several else "") + messages.problem(one) for one in found.problems])


def _list(lines: list[str]) -> None:
    if not lines:
        return
    st.markdown("\n".join(f"- {plain(line)}" for line in lines[:MOST_SHOWN]))
    if len(lines) > MOST_SHOWN:
        st.caption(_("and {n} more").format(n=number(len(lines) - MOST_SHOWN)))


def _confirm(person: Person) -> Outcome:
    counts = waiting(PLACE, ScanPreview)
    if counts is None:  # a second click
        raise Refused(Reason("answers_gone"))
    forget(PLACE)  # also where it is refused: what one looked at is gone
    told = change(confirm_scan, counts)(person)
    text = _("The self-scan of {day} is kept: {teachers}.").format(
        day=day(told.scanned_on), teachers=teachers(told.teachers)
    )
    return text, change(remove_scan, told.school_id, told.scanned_on)


def history_card(frame: Frame, school_id: str | None) -> None:
    """The scans of one school, newest first; without one, the last scan of every school by name."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("Self-scans so far"), anchor=False)
        if school_id is None:
            last = competences_view(frame).picture(frame.as_of).last
            shown = [last[school.school_id] for school in frame.schools if school.school_id in last]
        else:
            shown = [scan for scan in competences_view(frame).scans_of(school_id) if scan.scanned_on <= frame.as_of]
        if not shown:
            st.markdown(_("There is none yet."))
            return
        show_table([_history_row(frame, scan, by_school=school_id is None) for scan in shown], _("Self-scans so far"))
        if school_id is not None and frame.person.may(Right.CONTRIBUTE, school_id):
            with st.container(horizontal=True, vertical_alignment="bottom"):
                held = st.selectbox(
                    _("Take away the scan of"),
                    [one.scanned_on for one in shown],
                    format_func=day,
                    key="scan_gone",
                    width=200,
                )
                take_away = partial(_remove, school_id, held)
                overwrite_button(PLACE, _("Take away"), take_away, icon=":material/delete:", key="scan_remove")


def _history_row(frame: Frame, scan: ReleasedScan, *, by_school: bool) -> dict[str, str]:
    school = {_("School"): plain(frame.school_name(scan.school_id))} if by_school else {}
    return school | {
        _("Held on"): day(scan.scanned_on),
        _("Answered"): teachers(scan.teachers),
        _("Questions"): number(len(scan.asked)),
    }


def _remove(school_id: str, held: date, person: Person) -> Outcome:
    change(remove_scan, school_id, held)(person)
    return _("The self-scan of {day} is taken away.").format(day=day(held)), None
