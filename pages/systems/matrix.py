"""Systems, the first part: functions by schools, with what is missing and what is there twice."""

from itertools import groupby

import pandas as pd
import streamlit as st

from pages.partners.place import PARTNERS
from pages.parts.frame import Frame, plain, table_and_download
from pages.parts.metrics import plain_metric
from pages.parts.places import show_link
from pages.parts.show import show_table
from pages.systems.data import costs_of, matrix_of, systems_view
from pages.systems.drawing import matrix_html
from pages.systems.words import names_in_short
from planning.core.notation import listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.systems.rules import SystemsMatrix, SystemsRow
from planning.systems.words import GROUP_NAMES, euros
from planning.workbooks.board_table import board_excel


def show(frame: Frame) -> None:
    """Four figures and the matrix; one school sees its own functions."""
    found = matrix_of(frame)
    if not found.rows:
        st.markdown(
            _(
                "Here you see which system every school has for which function, what is missing and what is there "
                "twice. Group ICT and the ICT coordinators fill it in, or read it from a list they already have."
            )
        )
        return
    frame.card("systems_figures", lambda: _figures(frame, found))
    with st.container(border=True):
        st.subheader(_("Which system does what?"), anchor=False)
        if frame.theme.compact or len(found.columns) == 1:
            frame.card("systems_list", lambda: functions_list(found, beside=1 if frame.theme.compact else 2))
        else:
            frame.card("systems_matrix", lambda: _matrix(frame, found))
        if table_and_download(
            "systems_matrix",
            lambda: board_excel(frame.board, frame.as_of, matrix_table(found), _("Systems by function")),
            f"systemen-per-functie-{frame.board.board_id}.xlsx",
        ):
            show_table(matrix_table(found).map(plain), _("Which system does what?"), beside=True)
        _left_out(frame, found)
        if len(found.columns) > 1 and PARTNERS.is_for(frame.person):
            show_link(PARTNERS, _("Beside partner boards"), icon_position="right", deel="systemen")


def _figures(frame: Frame, found: SystemsMatrix) -> None:
    of = _("{n} of {total}")
    one_school = len(found.columns) == 1
    with st.grid(4, min_column_width=150):
        if not one_school:
            plain_metric(
                _("Several systems"),
                of.format(n=number(len(found.several)), total=number(len(found.rows))),
                _("functions"),
            )
            plain_metric(_("Gaps"), number(found.gaps), _("without a system"))
        plain_metric(_("Doubles"), number(found.doubles), _("two for one function"))
        known = [cost for cost in costs_of(frame) if cost.pupils]
        pupils = sum(column.pupils or 0 for column in found.columns)
        cents = sum(cost.cents for cost in known)
        unknown = sum(cost.unknown for cost in costs_of(frame))
        note = ngettext("{n} unknown", "{n} unknown", unknown).format(n=number(unknown))
        plain_metric(_("Per pupil per year"), euros(round(cents / pupils)) if pupils and cents else "–", note)


def _matrix(frame: Frame, found: SystemsMatrix) -> None:
    legend = [
        ":blue-badge[A " + _("the system of most schools") + "]",
        ":yellow-badge[B " + _("another system") + "]",
        ":gray-badge[○ " + _("no system") + "]",
        ":gray-badge[AB " + _("two for one function") + "]",
    ]
    if found.unknown:
        legend.append(":gray-badge[? " + _("nothing filled in") + "]")
    legend.append(":small[:gray[" + _("Click a function to see its lines, a school to open it.") + "]]")
    st.markdown(" ".join(legend))
    st.html(matrix_html(found))


def functions_list(found: SystemsMatrix, *, beside: int) -> None:
    """A function a line, group by group in so many columns: for a telephone, and for one school."""
    groups = [
        f"**{_(GROUP_NAMES[group])}**\n\n" + "\n".join(f"- {_line(found, row)}" for row in rows)
        for group, rows in groupby(found.rows, key=lambda row: row.function.group)
    ]
    for place, column in enumerate(st.columns(beside)):
        column.markdown("\n\n".join(groups[place::beside]))


def _line(found: SystemsMatrix, row: SystemsRow) -> str:
    name = plain(row.function.name)
    if len(found.columns) == 1:
        systems = listed([plain(share.name) for share in row.systems])
        double = " :orange-badge[:material/content_copy: " + _("double") + "]" if row.kind(0) == "several" else ""
        return f"{name}: {systems}{double}"
    parts = [f"{plain(share.name)} {number(share.columns)}" for share in row.systems]
    gaps = [found.columns[place].name for place in row.columns_of("gap")]
    twice = [found.columns[place].name for place in row.columns_of("several")]
    if gaps:
        parts.append("○ " + _("without: {schools}").format(schools=names_in_short(gaps, 2)))
    if twice:
        parts.append(_("double: {schools}").format(schools=names_in_short(twice, 2)))
    badge = ""
    if len(row.systems) > 1:
        text = _("{n} systems").format(n=number(len(row.systems)))
        badge = f" :yellow-badge[{text}]"
    return f"{name}{badge}  \n  :small[{' · '.join(parts)}]"


def matrix_table(found: SystemsMatrix) -> pd.DataFrame:
    """The same in words: per function its systems, the schools without one and those with two."""
    rows = []
    for row in found.rows:
        schools = [
            f"{share.name} ({number(share.columns)})" if len(found.columns) > 1 else share.name for share in row.systems
        ]
        rows.append(
            {
                _("Function"): row.function.name,
                _("Systems"): ", ".join(schools),
                _("Without"): ", ".join(found.columns[place].name for place in row.columns_of("gap")) or "–",
                _("Double"): ", ".join(found.columns[place].name for place in row.columns_of("several")) or "–",
            }
        )
    return pd.DataFrame(rows)


def _left_out(frame: Frame, found: SystemsMatrix) -> None:
    if found.unknown and len(found.columns) > 1:
        names = names_in_short([column.name for column in found.unknown], 6)
        st.caption(_("Nothing filled in yet by {schools}: no gaps are counted there.").format(schools=names))
    if found.silent:
        names = names_in_short([function.name for function in found.silent], 8)
        st.caption(_("Nowhere filled in yet: {functions}.").format(functions=names))
    if any(one.origin == "own" for one in systems_view(frame).functions):
        st.caption(
            _("Functions are named as in ROSA, the reference architecture of education; where it has none, by us.")
        )
