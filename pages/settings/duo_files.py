"""Settings: DUO's files by upload. First what would change, then one button; the file itself is not kept."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from pages.parts.forms import Outcome, change, overwrite_button, show_outcome
from pages.parts.frame import Frame, now, plain
from pages.parts.interrupted import noted
from pages.parts.kept import AnswerCache
from pages.parts.show import show_table
from pages.parts.waiting import WaitingFile, choose, forget, waiting
from pages.server.session import open_database
from planning.core.interrupted import ActKind
from planning.core.notation import day, listed, number
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation import messages
from planning.organisation.service import DuoImport, PupilCount, import_at_hand, import_duo
from planning.workbooks.model import FileRefused, Problem

PLACE = "duo"
MOST_SHOWN = 20
_at_hand: Final = AnswerCache[DuoImport](10)
DUO = "https://duo.nl/open_onderwijsdata/primair-onderwijs/"


def show(person: Person, names: Mapping[str, str]) -> None:
    """Choose a file, or decide about the one chosen; `names` are the schools known by now."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("From DUO"), anchor=False)
        file = waiting(PLACE, WaitingFile)
        if file is None:
            _choose()
        else:
            _decide(person, file, names)
        show_outcome(PLACE)


def show_at_hand(frame: Frame) -> None:
    """The board's schools in DUO's files that are at hand, to take over with one button; nothing without any."""
    found = _at_hand.answer(frame.key, lambda: import_at_hand(frame.person, open_database(), now(), apply=False))
    if not found.changed:
        return
    with st.container(border=True):
        st.subheader(_("DUO's files are at hand"), anchor=False)
        st.markdown("  \n".join([found_words(found, frame.board.board_id), *change_lines(found)]))
        overwrite_button(
            PLACE,
            _("Take over these schools and pupils"),
            _apply_at_hand,
            type="primary",
            icon=":material/check:",
            key="duo_at_hand",
        )


def _apply_at_hand(person: Person) -> Outcome:
    with noted(person, ActKind.DUO):
        found = change(import_at_hand, apply=True)(person)
    return _kept_words(found), None


def _choose() -> None:
    st.markdown(
        _(
            "Choose the csv with pupils or with schools, as [DUO publishes it]({address}). "
            "We read the schools of your board and show what changes before anything is kept."
        ).format(address=DUO)
    )
    choose(PLACE, _("File of DUO"), ["csv"])


def _decide(person: Person, file: WaitingFile, names: Mapping[str, str]) -> None:
    try:
        found = import_duo(person, open_database(), now(), file.content, apply=False)
    except FileRefused as refused:
        st.markdown(_(":orange-badge[:material/block: not read] **{file}**").format(file=plain(file.name)))
        st.markdown(plain(messages.refusal(refused)))
        st.button(
            _("Choose another file"), on_click=forget, args=(PLACE,), icon=":material/upload_file:", key="duo_other"
        )
        return
    st.markdown(f":material/description: **{plain(file.name)}**")
    st.markdown("  \n".join([found_words(found, person.board_id), *change_lines(found)]))
    _other_counts([(before, after) for before, after in found.changed_counts if before is not None], names)
    _problems(found.problems)
    with st.container(horizontal=True):
        if found.changed:
            overwrite_button(PLACE, _("Apply"), _apply, type="primary", icon=":material/check:", key="duo_apply")
        st.button(_("Choose another file"), on_click=forget, args=(PLACE,), type="tertiary", key="duo_other")


def _apply(person: Person) -> Outcome:
    file = waiting(PLACE, WaitingFile)
    if file is None:  # a second click
        raise Refused(Reason("file_gone"))
    with noted(person, ActKind.DUO):
        found = change(import_duo, file.content, apply=True)(person)
    forget(PLACE)
    return _kept_words(found), None


def _kept_words(found: DuoImport) -> str:
    text = ngettext("DUO's file is applied: {n} change.", "DUO's file is applied: {n} changes.", found.changed)
    return text.format(n=number(found.changed))


def found_words(found: DuoImport, board_id: str) -> str:
    """What the file holds of this board."""
    if not found.schools:
        return _(
            "This file holds no school of board {number}. Is that your number at DUO? DUO's newest files of pupils "
            "name no boards: there, first choose the file with schools (vestigingen)."
        ).format(number=board_id)
    schools = ngettext(
        "This file holds **{n} school** of your board.", "This file holds **{n} schools** of your board.", found.schools
    ).format(n=number(found.schools))
    counted = [
        ngettext("{n} pupil on {day}", "{n} pupils on {day}", found.pupils[count_date]).format(
            n=number(found.pupils[count_date]), day=day(count_date)
        )
        for count_date in found.count_dates
    ]
    return schools + (" " + _("Counted: {counts}.").format(counts=listed(counted)) if counted else "")


def change_lines(found: DuoImport) -> list[str]:
    """What applying would change, a line for each sort of change."""
    new = [plain(after.name) for before, after in found.changed_schools if before is None]
    renewed = [plain(after.name) for before, after in found.changed_schools if before is not None]
    counts = sum(before is None for before, _after in found.changed_counts)
    lines = []
    if found.schools and not found.changed:
        lines.append(_("All of it is known already: nothing changes."))
    if new:
        text = ngettext("New, {n} school: {names}.", "New, {n} schools: {names}.", len(new))
        lines.append(text.format(n=number(len(new)), names=_first(new)))
    if renewed:
        text = ngettext(
            "Another name or address for {n} school: {names}.",
            "Another name or address for {n} schools: {names}.",
            len(renewed),
        )
        lines.append(text.format(n=number(len(renewed)), names=_first(renewed)))
    if counts:
        text = ngettext("New, {n} count of pupils.", "New, {n} counts of pupils.", counts)
        lines.append(text.format(n=number(counts)))
    return lines


def _first(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_SHOWN]) + (" …" if len(names) > MOST_SHOWN else "")


def _other_counts(changed: Sequence[tuple[PupilCount, PupilCount]], names: Mapping[str, str]) -> None:
    if not changed:
        return
    text = ngettext(
        "**{n} count** is known already and becomes another:",
        "**{n} counts** are known already and become others:",
        len(changed),
    )
    st.markdown(text.format(n=number(len(changed))))
    rows = [
        {
            _("School"): plain(names.get(after.school_id, after.school_id)),
            _("Count date"): day(after.count_date),
            _("Known"): number(before.total) + (" :material/edit:" if before.source == "hand" else ""),
            _("In the file"): number(after.total),
        }
        for before, after in changed[:MOST_SHOWN]
    ]
    show_table(rows, _("Counts that change"), figures=[_("Known"), _("In the file")])
    _rest(len(changed))


def _problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    text = ngettext(
        ":orange-badge[:material/block: left out] **{n} row of this file we could not read**; "
        "it may be another board's.",
        ":orange-badge[:material/block: left out] **{n} rows of this file we could not read**; "
        "some may be other boards'.",
        len(problems),
    )
    st.markdown(text.format(n=number(len(problems))))
    st.markdown("\n".join(f"- {plain(messages.problem(problem))}" for problem in problems[:MOST_SHOWN]))
    _rest(len(problems))


def _rest(count: int) -> None:
    if count > MOST_SHOWN:
        st.caption(_("and {n} more").format(n=number(count - MOST_SHOWN)))
