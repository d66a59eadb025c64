"""IBP, registers: a register from somebody's own workbook. First what would change, then one button."""

from functools import partial
from typing import Final

import streamlit as st

from pages.parts.forms import Outcome, overwrite_button, show_outcome
from pages.parts.frame import now, plain
from pages.parts.show import show_table
from pages.parts.waiting import WaitingFile, choose, forget, waiting
from pages.server.session import open_database
from planning.core.notation import listed, number
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.register_messages import headings, problem, refusal
from planning.privacy.register_service import RegisterImport, import_entries
from planning.privacy.registers import Entry, Processing, Processor
from planning.workbooks.model import FileRefused

PLACE: Final = "register_import"
TYPES: Final = ("xlsx", "xlsm", "xls", "ods", "csv")
MOST_SHOWN: Final = 20
NAMED: Final = 6


def show(person: Person, kind: type[Entry]) -> None:
    """Choose a workbook, or decide about the one chosen; another register forgets it."""
    with st.container(border=True):
        st.subheader(_("From your own Excel"), anchor=False)
        file = waiting(PLACE, WaitingFile)
        if file is not None:
            _decide(person, kind, file)
        else:
            st.markdown(_("We look for headings such as {headings}, in any order.").format(headings=headings(kind)))
            choose(PLACE, _("Workbook with the register"), TYPES)
        show_outcome(PLACE)


def _decide(person: Person, kind: type[Entry], file: WaitingFile) -> None:
    try:
        found = _import(person, kind, file, apply=False)
    except FileRefused as refused:
        st.markdown(_(":orange-badge[:material/block: not read] **{file}**").format(file=plain(file.name)))
        st.markdown(plain(refusal(refused, kind)))
        st.button(
            _("Choose another file"),
            on_click=forget,
            args=(PLACE,),
            icon=":material/upload_file:",
            key="register_other",
        )
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
        if found.added or found.changed:
            look = {"type": "primary", "icon": ":material/check:", "key": "register_apply"}
            overwrite_button(PLACE, _("Apply"), partial(_apply, kind, file), **look)
        st.button(_("Choose another file"), on_click=forget, args=(PLACE,), type="tertiary", key="register_other")


def found_lines(found: RegisterImport) -> list[str]:
    """What the workbook holds and would change, a line each."""
    lines = [ngettext("We read **{n} row**.", "We read **{n} rows**.", found.rows).format(n=number(found.rows))]
    if not (found.added or found.changed):
        lines.append(_("All of it is known already: nothing changes."))
    if found.added:
        lines.append(_("New: {names}.").format(names=_first(found.added)))
    if found.changed:
        lines.append(_("Changed: {names}. An empty cell leaves what is there.").format(names=_first(found.changed)))
    if found.problems:
        text = ngettext(
            "**{n} cell or row** could not be used:", "**{n} cells or rows** could not be used:", len(found.problems)
        )
        lines.append(text.format(n=number(len(found.problems))))
    return lines


def _first(names: tuple[str, ...]) -> str:
    shown = [plain(name) for name in names[:NAMED]]
    return listed([*shown, _("{n} more").format(n=number(len(names) - NAMED))] if len(names) > NAMED else shown)


def _apply(kind: type[Entry], file: WaitingFile, person: Person) -> Outcome:
    if waiting(PLACE, WaitingFile) is not file:  # a second click
        raise Refused(Reason("file_gone"))
    found = _import(person, kind, file, apply=True)
    forget(PLACE)
    changes = len(found.added) + len(found.changed)
    text = ngettext("The workbook is applied: {n} line.", "The workbook is applied: {n} lines.", changes)
    return text.format(n=number(changes)), None


def _import(person: Person, kind: type[Entry], file: WaitingFile, *, apply: bool) -> RegisterImport:
    known: type[Processing] | type[Processor] = Processing if kind is Processing else Processor
    return import_entries(person, open_database(), now(), known, file.content, file.name, apply=apply)
