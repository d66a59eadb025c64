"""Settings: what the board and its schools explained once, so that the next list needs no explanation."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.inventory.memory import model_in_words
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, answer, plain
from pages.parts.show import show_table
from pages.server.session import open_database
from planning.core.clock import local_day
from planning.core.notation import day, number
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.guidance import BOARD, MAPPING, MODEL, StandingChoice
from planning.inventory.memory.service import all_remembered, forget, keep_choice
from planning.inventory.words import messages

PLACE = "memory"


def show(frame: Frame) -> None:
    """Everything that is remembered, and a way to forget one of it."""
    every = all_remembered(frame.person, open_database())
    known = [one for one in every if one.what != MAPPING or any(one.value.values())]
    names = {school.school_id: school.name for school in frame.schools}
    answer(memory_in_words(len(known)))
    with st.container(border=True):
        if known:
            show_table([_row(one, names) for one in known], _("What is remembered"))
            _form(known, names)
        else:
            st.markdown(
                _("Whoever corrects a column or explains a model in the preview of an inventory finds it back here.")
            )
        show_outcome(PLACE)


def memory_in_words(n: int) -> str:
    """How much is remembered."""
    if not n:
        return _("**Nothing is remembered of earlier lists yet.**")
    text = ngettext(
        "**{n} choice of earlier lists** is remembered.", "**{n} choices of earlier lists** are remembered.", n
    )
    return text.format(n=number(n))


def _row(one: StandingChoice, names: Mapping[str, str]) -> dict[str, str]:
    return {
        _("In the list"): plain(in_the_list(one)),
        _("Read as"): plain(read_as(one, names)),
        _("For"): _("all schools") if one.scope == BOARD else plain(names.get(one.scope, one.scope)),
        _("Chosen by"): plain(one.chosen_by),
        _("Chosen on"): day(local_day(one.chosen_at)),
    }


def in_the_list(one: StandingChoice) -> str:
    """What a list says: headings, a model or a school as written."""
    if one.what != MAPPING:
        return f"‘{one.key}’"
    return ", ".join(f"‘{heading}’" for heading in one.value["columns"]) or _("a list of this shape")


def read_as(one: StandingChoice, names: Mapping[str, str]) -> str:
    """What that means."""
    if one.what == MODEL:
        return model_in_words(one)
    if one.what == MAPPING:
        fields = [messages.field_name(name) if name else _("not read") for name in one.value["columns"].values()]
        return ", ".join(fields) or _("as it was answered then")
    return names.get(one.value["school_id"], _("another school"))


def _form(known: Sequence[StandingChoice], names: Mapping[str, str]) -> None:
    which = fields.choice(
        "choice",
        _("Forget one of these"),
        known,
        None,
        lambda one: f"{in_the_list(one)} → {read_as(one, names)}",
        placeholder=_("choose"),
        width=480,
        missing="nothing_to_forget",
    )
    look = {"icon": ":material/close:", "key": "memory_forget"}
    form = Form(PLACE, (which,), _forget, _("Forget"), look=look, at_once=True)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        form.draw(which)
        form.buttons()


def _forget(person: Person, said: Values) -> Outcome:
    one: StandingChoice = said["choice"]
    change(forget, one)(person)
    return _("Forgotten: {what}.").format(what=in_the_list(one)), change(keep_choice, one)
