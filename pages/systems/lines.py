"""Systems, per school: the lines, found by school, function or text, and the form for whoever fills them in."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from pages.parts import state
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from pages.systems import line_form
from pages.systems.data import systems_now, systems_view
from pages.systems.place import FUNCTION
from pages.systems.words import BADGES, CONTRACT_BADGES
from planning.core.notation import day, money, number
from planning.core.text import folded, name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.systems.agreements import agreement_state
from planning.systems.contracts import contract_state
from planning.systems.model import SystemLine
from planning.systems.rules import yearly_cents
from planning.systems.service import SystemsView, may_fill_in
from planning.systems.words import AGREEMENT_NAMES, CONTRACT_NAMES, value_in_words

MOST: Final = 60
SEARCH: Final = "systems_search"


def show(frame: Frame) -> None:
    """Choose what to see, see it, and change it."""
    view = systems_view(frame)
    chosen = _chosen(frame, view)
    with st.container(border=True):
        st.subheader(_("The lines"), anchor=False)
        found = _found(frame, view, chosen)
        _list(frame, view, found)
    if may_fill_in(frame.person) and frame.as_of == frame.today:
        ids = {line.line_id for line in found}
        now = systems_now(frame)  # the reference date says how a line was: what is changed is the line itself
        line_form.show(frame, now, chosen, [line for line in now.lines if line.line_id in ids])
    elif may_fill_in(frame.person):
        st.caption(
            _("These are the lines as they were on {day}. They are changed on today’s reference date.").format(
                day=day(frame.as_of)
            )
        )


def _chosen(frame: Frame, view: SystemsView) -> tuple[str | None, str | None]:
    """School and function to look at; None is all of them. Both stay in the address."""
    schools = [school.school_id for school in view.schools]
    functions = [function.code for function in view.functions]
    asked = st.query_params.get(FUNCTION)
    first, second, third = st.columns(3)
    school: str | None = schools[0]
    if len(schools) > 1:
        known = st.query_params.get(state.SCHOOL)
        with first:
            school = st.selectbox(
                _("School"),
                schools,
                index=schools.index(known) if known in schools else None,
                format_func=view.school_name,
                placeholder=_("all schools"),
                key="systems_school",
                on_change=lambda: state.remember_school(st.session_state["systems_school"]),
            )
    with second:
        function = st.selectbox(
            _("Function"),
            functions,
            index=functions.index(asked) if asked in functions else None,
            format_func=lambda code: view.function(code).name,
            placeholder=_("all functions"),
            key="systems_function",
            on_change=_function_chosen,
        )
    with third:
        st.text_input(_("Search"), key=SEARCH, placeholder=_("system, supplier or role"), max_chars=60)
    return school, function


def _function_chosen() -> None:
    chosen = st.session_state["systems_function"]
    if chosen is None:
        st.query_params.pop(FUNCTION, None)
    else:
        st.query_params[FUNCTION] = chosen


def _found(frame: Frame, view: SystemsView, chosen: tuple[str | None, str | None]) -> list[SystemLine]:
    school, function = chosen
    said = folded(str(st.session_state.get(SEARCH) or "")).split()
    place = {one.code: number for number, one in enumerate(view.functions)}
    found = [
        line
        for line in view.lines
        if school in (None, line.school_id)
        and function in (None, line.function)
        and line.function in place
        and all(word in _all_words(view, line) for word in said)
    ]
    return sorted(found, key=lambda one: (place[one.function], name_key(view.school_name(one.school_id)), one.line_id))


def _all_words(view: SystemsView, line: SystemLine) -> str:
    texts = (
        line.system, line.supplier, line.variant, line.owner, line.manager, view.function(line.function).name,
        view.school_name(line.school_id),
    )  # fmt: skip
    return folded(" ".join(texts))


def _list(frame: Frame, view: SystemsView, found: Sequence[SystemLine]) -> None:
    if not found:
        st.markdown(_("No line fits this choice."))
        return
    text = ngettext("**{n} line**", "**{n} lines**", len(found)).format(n=number(len(found)))
    st.markdown(text)
    one_function = len({line.function for line in found}) == 1
    one_school = len({line.school_id for line in found}) == 1
    said = {_("Function"): one_function and not one_school, _("School"): one_school}  # by the fields above

    def rows_of(lines: Sequence[SystemLine]) -> list[dict[str, str]]:
        rows = [_row(frame, view, line) for line in lines]
        return [{name: cell for name, cell in row.items() if not said.get(name)} for row in rows]

    rows = rows_of(found[:MOST])
    if frame.theme.compact:
        st.markdown("\n".join(_as_line(row) for row in rows))
    else:
        show_table(pd.DataFrame(rows), _("Systems"), figures=[_("Cost a year")], whole=lambda: rows_of(found))
    if len(found) > MOST:
        st.caption(_("And {n} more: choose a school or function, or search.").format(n=number(len(found) - MOST)))


def _row(frame: Frame, view: SystemsView, line: SystemLine) -> dict[str, str]:
    cents = yearly_cents(line, view.pupils_on(frame.as_of).get(line.school_id))
    system = f"**{plain(line.system)}**" + (f" {plain(line.variant)}" if line.variant else "")
    if not line.is_in_service:
        system += f" :gray-badge[{value_in_words('life', line.life)}]"
    is_over = line.life == "out"
    return {
        _("Function"): plain(view.function(line.function).name),
        _("School"): plain(view.school_name(line.school_id)),
        _("System"): system,
        _("Supplier"): plain(line.supplier) or "–",
        _("In use"): _use(line),
        _("Contract"): "–" if is_over else contract_badge(frame, line),
        _("Agreement"): "–" if is_over else agreement_badge(frame, view, line),
        _("Cost a year"): "–" if is_over or cents is None else money(cents),
    }


def _use(line: SystemLine) -> str:
    """From when until when a school has it, as far as known."""
    since, until = line.in_use_on, line.out_on
    if since and until:
        return f"{day(since)} – {day(until)}"
    if since:
        return _("since {day}").format(day=day(since))
    return _("up to {day}").format(day=day(until)) if until else "–"


def contract_badge(frame: Frame, line: SystemLine) -> str:
    """How a contract stands, with the day it is about."""
    found = contract_state(line, frame.as_of)
    if found == "unknown":
        return "–"
    when = line.notice_on if found == "decide" and line.notice_on else line.ends_on
    return f":{CONTRACT_BADGES[found]} {_(CONTRACT_NAMES[found])}] {day(when) if when else ''}"


def agreement_badge(frame: Frame, view: SystemsView, line: SystemLine) -> str:
    """How the agreement with the supplier stands."""
    found = agreement_state(line, view.processors, frame.as_of)
    return f":{BADGES[found]} {_(AGREEMENT_NAMES[found])}]"


def _as_line(row: dict[str, str]) -> str:
    """For a telephone: what a row is about, and below it what is known without its headings."""
    (_title, first), *others = row.items()
    rest = [cell for title, cell in others if cell != "–" and title != _("Supplier")]
    return f"- {first}  \n  :small[" + " · ".join(rest) + "]"
