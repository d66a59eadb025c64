"""Systems, Excel: the list out, to fill in or to change, and in again. First what would change, then one button."""

from functools import partial
from typing import Final

import streamlit as st

from pages.parts.forms import Outcome, change, overwrite_button, show_outcome
from pages.parts.frame import Frame, download, now, plain
from pages.parts.show import show_table
from pages.parts.waiting import WaitingFile, choose, forget, waiting
from pages.server.session import open_database
from pages.systems.data import systems_now
from pages.systems.words import names_in_short
from planning.core.notation import number
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.systems.list_table import lines_excel, lines_frame
from planning.systems.messages import headings, problem, refusal
from planning.systems.service import SystemsImport, SystemsView, import_lines, may_fill_in, put_back
from planning.workbooks.model import FileRefused

PLACE: Final = "systems_import"
TYPES: Final = ("xlsx", "xlsm", "xls", "ods", "csv")
MOST_SHOWN: Final = 20


def show(frame: Frame) -> None:
    """Out on the left, in on the right."""
    view = systems_now(frame)
    left, right = st.columns(2)
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("Out"), anchor=False)
        _out(frame, view)
    if may_fill_in(frame.person):
        with right, st.container(border=True, height="stretch"):
            st.subheader(_("In"), anchor=False)
            _in(frame.person)


def _out(frame: Frame, view: SystemsView) -> None:
    st.markdown(
        _(
            "Every line with all its fields. Change it in Excel or LibreOffice and read it in again: a row of a line "
            "that is known changes it, an empty cell leaves what is there."
        )
    )
    name = _("systems-{board}.xlsx").format(board=frame.board.board_id)
    download("systems_lines", lambda: _excel(frame, view), name)
    label = _("Download a list to fill in")
    st.caption(_("The same with a row for every function that a school has nothing for yet."))
    fill_in = _("systems-to-fill-in-{board}.xlsx").format(board=frame.board.board_id)
    download("systems_form", lambda: _excel(frame, view, to_fill_in=True), fill_in, label)


def _excel(frame: Frame, view: SystemsView, *, to_fill_in: bool = False) -> bytes:
    table = lines_frame(view.lines, view.schools, view.functions, to_fill_in=to_fill_in)
    return lines_excel(table, frame.board, frame.as_of)


def _in(person: Person) -> None:
    file = waiting(PLACE, WaitingFile)
    if file is not None:
        _decide(person, file)
    else:
        st.markdown(_("We look for headings such as {headings}, in any order.").format(headings=headings()))
        choose(PLACE, _("Workbook with systems"), TYPES)
    show_outcome(PLACE)


def _decide(person: Person, file: WaitingFile) -> None:
    try:
        found = import_lines(person, open_database(), now(), file.content, file.name, apply=False)
    except FileRefused as refused:
        st.markdown(_(":orange-badge[:material/block: not read] **{file}**").format(file=plain(file.name)))
        st.markdown(plain(refusal(refused)))
        _other()
        return
    st.markdown(f":material/description: **{plain(file.name)}**")
    st.markdown("  \n".join(found_lines(found)))
    if found.problems:
        show_table(
            [{_("Row"): number(one.row or 0), _("What"): plain(problem(one))} for one in found.problems[:MOST_SHOWN]],
            _("Rows with a remark"),
        )
        if len(found.problems) > MOST_SHOWN:
            st.caption(_("And {n} more.").format(n=number(len(found.problems) - MOST_SHOWN)))
    with st.container(horizontal=True):
        if found.changes:
            look = {"type": "primary", "icon": ":material/check:", "key": "systems_apply"}
            overwrite_button(PLACE, _("Apply"), partial(_apply, file), **look)
        _other()


def _other() -> None:
    st.button(
        _("Choose another file"),
        on_click=forget,
        args=(PLACE,),
        type="tertiary",
        icon=":material/upload_file:",
        key="systems_other_file",
    )


def found_lines(found: SystemsImport) -> list[str]:
    """What the workbook holds and would change, a line each."""
    lines = [ngettext("We read **{n} row**.", "We read **{n} rows**.", found.rows).format(n=number(found.rows))]
    if found.empty:
        text = ngettext("In {n} row nothing was filled in yet.", "In {n} rows nothing was filled in yet.", found.empty)
        lines.append(text.format(n=number(found.empty)))
    if not found.changes:
        lines.append(_("All of it is known already: nothing changes."))
    if found.added:
        lines.append(ngettext("New: **{n} line**.", "New: **{n} lines**.", found.added).format(n=number(found.added)))
    if found.changed:
        text = ngettext("Changed: **{n} line**.", "Changed: **{n} lines**.", found.changed)
        lines.append(text.format(n=number(found.changed)))
    if found.schools:
        lines.append(_("Of {schools}.").format(schools=names_in_short(found.schools, 6)))
    if found.problems:
        text = ngettext(
            "**{n} cell or row** could not be used:", "**{n} cells or rows** could not be used:", len(found.problems)
        )
        lines.append(text.format(n=number(len(found.problems))))
    return lines


def _apply(file: WaitingFile, person: Person) -> Outcome:
    if waiting(PLACE, WaitingFile) is not file:  # a second click
        raise Refused(Reason("file_gone"))
    found = import_lines(person, open_database(), now(), file.content, file.name, apply=True)
    forget(PLACE)
    text = ngettext("The workbook is applied: {n} line.", "The workbook is applied: {n} lines.", len(found.changes))
    return text.format(n=number(len(found.changes))), change(put_back, found.changes)
