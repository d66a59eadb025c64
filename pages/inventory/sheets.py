"""How each sheet of an upload is read, on what evidence, and what else it could be."""

from collections.abc import Iterator, Sequence
from typing import Final

import streamlit as st

from pages.inventory.upload import Upload, drop
from pages.parts.frame import more, plain
from planning.core.notation import listed, number, percent
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.reading import ASIDE, Account, CellPlaces, Reading, Sheet
from planning.inventory.words import messages

POINTED: Final = "headings"
"""Not a layout: the person says in which row the headings are."""


RUNS: Final = 12
"""Runs of rows that are written out; a sheet of sentences may have hundreds."""


def sheets_as_read(upload: Upload, reading: Reading) -> None:
    """Every sheet in a line: what it is read as and why, or why it is set aside; and the way to say otherwise."""
    lines = [_line(sheet) for sheet in reading.sheets if sheet.why != "empty"]
    st.markdown("  \n".join(lines))
    _account(reading.account)
    if more("sheets", closed=_("Is a sheet read wrong?"), opened=_("Sheets are right"), icon=":material/tab:"):
        _say_otherwise(upload, reading.sheets)


def _account(account: Account) -> None:
    """What became of every cell, in a line; and why cells were passed over, for who asks."""
    passed = sum(account.passed_over.values())
    line = _("{cells}: {read} read, {passed} passed over, {asked}").format(
        cells=ngettext("{n} cell", "{n} cells", account.cells).format(n=number(account.cells)),
        read=number(account.read),
        passed=number(passed),
        asked=ngettext("{n} asks for your choice", "{n} ask for your choice", account.asked).format(
            n=number(account.asked)
        ),
    )
    st.caption(line)
    if passed and more("account", closed=_("Why passed over?"), opened=_("Hide why"), icon=":material/receipt_long:"):
        st.markdown("\n".join(_passed_over(account)))


def _passed_over(account: Account) -> Iterator[str]:
    """A reason a line, with how many cells it is, and below it where they stand."""
    for why, cells in account.passed_over.items():
        yield f"- {number(cells)} · {plain(messages.passed_over_why(why))}"
        for one in account.places.get(why, ()):
            yield f"    - :small[:gray[{plain(one.sheet)}: {plain(_where(one))}]]"


def _where(places: CellPlaces) -> str:
    rows = [number(first) if first == last else f"{number(first)}–{number(last)}" for first, last in places.rows]
    more = [_("{n} more").format(n=number(len(rows) - RUNS))] if len(rows) > RUNS else []
    parts = [_("column {columns}").format(columns=listed(list(places.columns)))] if places.columns else []
    parts += [_("row {rows}").format(rows=listed([*rows[:RUNS], *more]))] if rows else []
    return ", ".join(parts) or _("the whole sheet")


def point_out(upload: Upload, names: Sequence[str]) -> None:
    """A file in which no list was found: where are the headings?"""
    left, right = st.columns(2)
    with left:
        sheet = st.selectbox(_("In this sheet"), names, key="point_sheet")
    with right:
        row = st.number_input(_("the headings are in row"), 1, 1000, 1, key="point_row")
    with st.container(horizontal=True):
        if st.button(_("Read the file again"), type="primary", icon=":material/refresh:", key="point_apply"):
            upload.guidance = upload.guidance.with_headings(sheet, int(row))
            st.rerun()
        st.button(_("Choose another file"), on_click=drop, icon=":material/upload_file:")


def _line(sheet: Sheet) -> str:
    name = plain(sheet.sheet)
    if not sheet.used:
        return _(":gray-badge[aside] **{sheet}**: {why}").format(sheet=name, why=plain(messages.sheet_why(sheet)))
    read = next((offer for offer in sheet.offers if offer.layout == sheet.layout), None)
    seen = "; ".join(messages.evidence_text(evidence) for evidence in read.evidence) if read else ""
    line = _(":green-badge[read] **{sheet}**: {layout}").format(
        sheet=name, layout=messages.layout_name(sheet.layout or "flat_list")
    )
    return f"{line} · {plain(seen)}" if seen else line


def _say_otherwise(upload: Upload, sheets: Sequence[Sheet]) -> None:
    by_name = {sheet.sheet: sheet for sheet in sheets if sheet.why != "empty"}
    left, right = st.columns(2)
    with left:
        sheet = by_name[st.selectbox(_("This sheet"), list(by_name), key="sheet_chosen")]
    scores = {offer.layout: offer.score for offer in sheet.offers}
    ways = [*scores, ASIDE, POINTED]
    now = sheet.layout if sheet.layout in scores else ASIDE
    with right:
        way = st.selectbox(
            _("is"),
            ways,
            ways.index(now),
            format_func=lambda way: _way(way, scores),
            key=f"sheet_way_{sheet.sheet}",
        )
    row = 0
    if way == POINTED:
        row = int(st.number_input(_("the headings are in row"), 1, 1000, upload.guidance.headers.get(sheet.sheet, 1)))
    if st.button(_("Read the file again"), icon=":material/refresh:", key="sheet_apply"):
        said = upload.guidance
        upload.guidance = said.with_headings(sheet.sheet, row) if way == POINTED else said.with_layout(sheet.sheet, way)
        st.rerun()


def _way(way: str, scores: dict[str, float]) -> str:
    if way == ASIDE:
        return _("not a list of devices: set it aside")
    if way == POINTED:
        return _("I point out the row of headings")
    return _("{layout} · certainty {share}").format(layout=messages.layout_name(way), share=percent(scores[way]))
