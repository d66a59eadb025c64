"""Systems, functions: which are kept track of, and what this board calls them."""

from functools import partial
from itertools import groupby
from typing import Final

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Back, Button, Form, Outcome, Values, change, key
from pages.parts.frame import Frame, plain
from pages.systems.data import systems_now
from planning.core.notation import number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.systems.functions import LONGEST_FUNCTION, FunctionChoice
from planning.systems.model import GROUPS, SystemFunction
from planning.systems.service import SystemsView, reset_function, save_function
from planning.systems.words import GROUP_NAMES

PLACE: Final = "systems_function_form"


def show(frame: Frame) -> None:
    """The list with its marks, and a form for one of them."""
    view = systems_now(frame)
    left, right = st.columns([1.25, 1])
    with left, st.container(border=True):
        st.subheader(_("The functions"), anchor=False)
        for group, found in groupby(view.functions, key=lambda one: one.group):
            st.markdown(f"**{_(GROUP_NAMES[group])}**  \n" + " · ".join(_named(one) for one in found))
        st.caption(
            _(":gray[○ not kept track of] · the names are ROSA's, and where it has none ours: check those yourself.")
        )
    with right, st.container(border=True):
        st.subheader(_("Change or add"), anchor=False)
        by_code = {one.code: one for one in view.functions}
        code = st.selectbox(
            _("Which"),
            ["", *by_code],
            format_func=lambda code: by_code[code].name if code else _("a new function"),
            key=key(PLACE, "which"),
        )
        _form(view, by_code.get(code)).show()


def _named(one: SystemFunction) -> str:
    return plain(one.name) if one.is_used else f":gray[○ {plain(one.name)}]"


def _form(view: SystemsView, one: SystemFunction | None) -> Form:
    code = one.code if one else ""
    name = fields.text("name", _("Name"), one.name if one else "", LONGEST_FUNCTION)
    parts = [name]
    if one is None:
        parts.append(fields.choice("group", _("Group"), GROUPS, None, lambda group: _(GROUP_NAMES[group])))
    else:
        parts.append(fields.tick("is_used", _("Keep track of it"), one.is_used))
    chosen = next((choice for choice in view.choices if choice.code == code), None)
    others: tuple[Button, ...] = ()
    if chosen is not None:
        label = _("Remove") if chosen.code.startswith("own-") else _("As shipped")
        others = (Button(label, partial(_reset, chosen), key="systems_function_reset"),)
    used = sum(line.function == code for line in view.lines)
    if one is not None:
        st.caption(ngettext("{n} line is about it.", "{n} lines are about it.", used).format(n=number(used)))
    return Form(PLACE, tuple(parts), partial(_keep, one, chosen), _("Keep"), about=code or "new", others=others)


def _keep(one: SystemFunction | None, before: FunctionChoice | None, person: Person, said: Values) -> Outcome:
    if one is None:
        new = FunctionChoice("", said["group"], said["name"], is_used=True)
    else:
        new = FunctionChoice(one.code, one.group, said["name"], said["is_used"])
    kept = change(save_function, new)(person)
    back: Back = change(reset_function, kept.code) if before is None else change(save_function, before)
    return _("{name} is kept.").format(name=kept.name), back


def _reset(before: FunctionChoice, person: Person) -> Outcome:
    change(reset_function, before.code)(person)
    back = None if before.code.startswith("own-") else change(save_function, before)
    return _("{name} is as it was.").format(name=before.name), back
