"""A line of a system in four short forms, and the same for every school that has it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Final

import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Button, Form, Outcome, Values, change, key, show_outcome
from pages.parts.frame import Frame, plain
from planning.core.notation import day, number
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person, Right
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.registers import MODELS
from planning.systems.list_file import read_amount
from planning.systems.model import CODES, MARKS, STANDARDS, SystemLine
from planning.systems.reasons import LONGEST_ROLE, LONGEST_SYSTEM, LONGEST_TEXT
from planning.systems.rules import system_key
from planning.systems.service import SystemsView, put_back, remove_lines, save_lines
from planning.systems.words import COSTS, YES_OR_NO, code_name, differences_in_words, title, yes_no
from planning.workbooks.table import CellRefused

PLACE: Final = "systems_line"
PART: Final = "systems_line_part"
EVERYWHERE: Final = "everywhere"
FIELDS: Final[dict[str, tuple[str | tuple[str, ...], ...]]] = {
    "system": (
        ("system", "variant"),
        ("supplier", "life"),
        ("in_use_on", "out_on"),
        ("decided", "owner"),
        ("manager",),
    ),
    "contract": (("starts_on", "ends_on"), ("notice_on", "renewal"), ("per_pupil_cents", "per_school_cents")),
    "privacy": (
        ("has_personal_data", "data_location"),
        ("personal_data", "dpia"),
        ("agreement_model", "agreement_on"),
        ("through_service", "marks"),
        ("standards", "single_sign_on"),
        ("two_factor_staff", "two_factor_pupils"),
    ),
    "judgement": (("judgement", "judged_on"), ("satisfaction",), ("judgement_reason",)),
}
"""What each of the forms asks, row by row."""


def parts() -> dict[str, str]:
    """The forms by their name."""
    return {
        "system": _("System"),
        "contract": _("Contract and cost"),
        "privacy": _("Privacy and sign-on"),
        "judgement": _("Judgement"),
    }


def show(frame: Frame, view: SystemsView, chosen: tuple[str | None, str | None], found: Sequence[SystemLine]) -> None:
    """Choose a line or a new one, and what of it to fill in."""
    by_id = {line.line_id: line for line in found}
    with st.container(border=True):
        st.subheader(_("Add or change"), anchor=False)
        which = 0
        if by_id:
            which = st.selectbox(
                _("Which"),
                [0, *by_id],
                format_func=lambda number: _label(view, by_id[number]) if number else _("a new one"),
                key=key(PLACE, "which"),
            )
        line = by_id.get(which)
        if line is None:
            _new_form(view, chosen).show_fields()
        else:
            part = st.segmented_control(
                _("What of it"),
                list(parts()),
                format_func=parts().__getitem__,
                default="system",
                key=PART,
                required=True,
                label_visibility="collapsed",
            )
            _form(frame, view, line, part or "system").show_fields()
            _history(view, line)
        show_outcome(PLACE)


def _history(view: SystemsView, line: SystemLine) -> None:
    """How the line was before each change, the last change first: only what differed."""
    versions = [*(one.line for one in view.past_of(line.line_id)), line]
    before = _("before {day} it was")
    told = [
        f"- {before.format(day=day(one.until))}: {plain(text)}"
        for one, after in zip(view.past_of(line.line_id), versions[1:], strict=True)
        if (text := differences_in_words(one.line, after))
    ]
    if told:
        with st.expander(_("How it was before"), icon=":material/history:"):
            st.markdown("\n".join(reversed(told)))


def _label(view: SystemsView, line: SystemLine) -> str:
    school = f" · {view.school_name(line.school_id)}" if len(view.schools) > 1 else ""
    variant = f" {line.variant}" if line.variant else ""
    return f"{view.function(line.function).name} · {line.system}{variant}{school}"


def _new_form(view: SystemsView, chosen: tuple[str | None, str | None]) -> Form:
    school, function = chosen
    schools = [one.school_id for one in view.schools]
    used = [one.code for one in view.functions if one.is_used]
    where = fields.several("schools", title("school_id"), schools, [school] if school else [], view.school_name,
                           missing="system_without_school", placeholder=_("choose one or more"))  # fmt: skip
    what = fields.choice("function", title("function"), used, function, lambda code: view.function(code).name,
                         missing="system_without_function", placeholder=_("choose one"))  # fmt: skip
    known = sorted({line.system for line in view.lines}, key=name_key)
    system = fields.choice("system", title("system"), known, None, missing="system_without_name",
                           placeholder=_("choose or type"), accept_new_options=True)  # fmt: skip
    return Form(
        PLACE,
        (
            fields.beside(what, system),
            *([] if len(schools) == 1 else [where]),
            fields.beside(
                _field(view, "supplier", ""), _field(view, "life", "in_use"), _field(view, "in_use_on", None)
            ),
        ),
        partial(_add, schools),
        _("Add"),
        about=f"new_{school}_{function}",
    )


def _add(schools: Sequence[str], person: Person, said: Values) -> Outcome:
    where = said.pop("schools", tuple(schools[:1]))
    system = str(said.pop("system")).strip()
    done = change(save_lines, [SystemLine(school, system=system, **said) for school in where])(person)
    text = ngettext("{name} is added at {n} school.", "{name} is added at {n} schools.", len(done))
    return text.format(name=system, n=number(len(done))), change(put_back, done)


def _form(frame: Frame, view: SystemsView, line: SystemLine, part: str) -> Form:
    asked: list[Field | FieldRow] = []
    for row in FIELDS[part]:
        columns = [_field(view, name, getattr(line, name)) for name in row]
        asked.append(fields.beside(*columns) if len(columns) > 1 else columns[0])
    same = _elsewhere(view, line)
    if same and frame.person.may(Right.MANAGE):
        label = ngettext(
            "Also at the {n} other school that has it", "Also at the {n} other schools that have it", len(same)
        )
        asked.append(fields.tick(EVERYWHERE, label.format(n=number(len(same))), known=False))
    remove = Button(_("Remove"), partial(_remove, line), key="systems_line_remove")
    return Form(PLACE, tuple(asked), partial(_keep, line, same), _("Keep"), about=f"{line.line_id}_{part}",
                others=(remove,))  # fmt: skip


def _elsewhere(view: SystemsView, line: SystemLine) -> tuple[SystemLine, ...]:
    """The lines of other schools for the same function, system and variant, in use or not as this one."""
    wanted = (line.function, system_key(line.system), system_key(line.variant))
    return tuple(
        other
        for other in view.lines
        if other.school_id != line.school_id
        and other.is_in_service == line.is_in_service
        and (other.function, system_key(other.system), system_key(other.variant)) == wanted
    )


def _keep(line: SystemLine, same: Sequence[SystemLine], person: Person, said: Values) -> Outcome:
    everywhere = said.pop(EVERYWHERE, False)
    lines = [replace(one, **said) for one in (line, *(same if everywhere else ()))]
    done = change(save_lines, lines)(person)
    text = ngettext("{name} is kept for {n} school.", "{name} is kept for {n} schools.", len(done))
    return text.format(name=lines[0].system, n=number(len(done))), change(put_back, done)


def _remove(line: SystemLine, person: Person) -> Outcome:
    done = change(remove_lines, [line])(person)
    return _("{name} is removed.").format(name=line.system), change(put_back, done)


def _field(view: SystemsView, name: str, known: Any) -> Field:
    label = title(name)
    if name.endswith("_on"):
        return fields.day(name, label, known)
    if name in YES_OR_NO:
        return fields.radio(name, label, (None, True, False), known, _said, horizontal=True)
    if name in COSTS:
        return fields.text(name, f"{label} (€)", _amount_text(known), 20, parse=_cents)
    if name == "satisfaction":
        return fields.choice(name, label, [1, 2, 3, 4, 5], known, placeholder=_("not chosen yet"))
    if name == "agreement_model":
        return fields.choice(name, label, MODELS, known, partial(code_name, name), placeholder=_("not chosen yet"))
    if name == "life":
        return fields.choice(name, label, CODES[name], known, partial(code_name, name))
    if name in CODES:
        return fields.choice(name, label, CODES[name], known, partial(code_name, name), placeholder=_("not chosen yet"))
    if name == "marks":
        return fields.several(name, label, MARKS, known, partial(code_name, name), placeholder=_("none"))
    if name == "standards":
        among = sorted({*STANDARDS, *known}, key=name_key)
        return fields.several(name, label, among, known, accept_new_options=True, placeholder=_("choose or type"))
    if name == "judgement_reason":
        return fields.lines(name, label, known, LONGEST_TEXT, height=80)
    longest = (
        LONGEST_TEXT if name == "personal_data" else LONGEST_ROLE if name in ("owner", "manager") else LONGEST_SYSTEM
    )
    return fields.text(name, label, known, longest)


def _said(one: bool | None) -> str:
    return yes_no(one) or _("not known")


def _amount_text(cents: int | None) -> str:
    return "" if cents is None else number(cents / 100, 2 if cents % 100 else 0)


def _cents(text: str) -> int | None:
    try:
        return read_amount(text)
    except CellRefused:
        raise Refused(Reason("system_amount_unreadable", None, {"read": text})) from None
