"""IBP, registers: one form for an entry of any register, made of its fields."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.forms import Back, Button, Form, Outcome, Values, change, key, show_outcome
from pages.parts.frame import Frame
from planning.core.refusal import Reason, Word, refuse
from planning.core.rights import Person
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.privacy.register_reasons import LONGEST_NAME, LONGEST_TEXT, NAMES, name_of
from planning.privacy.register_service import may_keep, remove, save
from planning.privacy.register_words import TITLES, basis_name, model_name, needed_name, request_name, title
from planning.privacy.registers import BASES, MODELS, REQUESTS, Entry, Processor, RightsRequest

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
LONG: Final = ("why", "result", "outcome")
WHOLE_BOARD: Final = "board"
HANDED_IN: Final = ("school_id", "reference", "kind", "received_on")
"""What a school fills in of a request; the privacy officer answers it."""


def show(
    frame: Frame, kind: type[Entry], shown: Sequence[Entry], schools: Mapping[str, str], parties: Sequence[str]
) -> None:
    """Choose an entry or a new one, and fill it in."""
    place = f"register_{kind.__name__.lower()}"
    with st.container(border=True):
        st.subheader(_("Add or change") if may_keep(frame.person) else _("Hand in a request"), anchor=False)
        by_id: dict[int, Entry] = {entry.entry_id: entry for entry in shown} if may_keep(frame.person) else {}
        chosen = 0
        if by_id:
            chosen = st.selectbox(
                _("Which"),
                [0, *by_id],
                format_func=lambda entry_id: _label(by_id[entry_id]) if entry_id else _("a new one"),
                key=key(place, "which"),
            )
        entry = by_id.get(chosen)
        names = [name for name in TITLES[kind] if may_keep(frame.person) or name in HANDED_IN]
        Form(
            place,
            tuple(_field(kind, name, getattr(entry, name, None), schools, parties, frame) for name in names),
            partial(_keep, kind, entry),
            _("Keep"),
            about=chosen,
            others=() if entry is None else (Button(_("Remove"), partial(_remove, entry)),),
        ).show_fields()
        if kind is RightsRequest:
            st.caption(_("Keep who asked in your own files. Here stands only your own reference, without a name."))
        show_outcome(place)


def _label(entry: Entry) -> str:
    product = f" · {entry.product}" if isinstance(entry, Processor) and entry.product else ""
    return name_of(entry) + product


def _field(
    kind: type[Entry],
    name: str,
    known: Any,
    schools: Mapping[str, str],
    parties: Sequence[str],
    frame: Frame,
) -> Field:
    label = title(kind, name)
    if name.endswith("_on"):
        return fields.day(name, label, known, min_value=FIRST_DAY, max_value=LAST_DAY)
    if name in ("legal_basis", "model", "kind"):
        options, named = {
            "legal_basis": (BASES, basis_name),
            "model": (MODELS, model_name),
            "kind": (REQUESTS, request_name),
        }[name]
        return fields.choice(name, label, options, known, named, placeholder=_("not chosen yet"))
    if name == "needed":
        return fields.radio(name, label, (None, True, False), known, needed_name, horizontal=True)
    if name == "school_id":
        places = [*schools] if frame.person.reach is not None else [*schools, WHOLE_BOARD]
        only = places[0] if len(places) == 1 else known
        return fields.choice(name, label, places, only, lambda one: schools.get(one, _("the board")), placeholder="")
    if name == "processors":
        among = sorted({*parties, *(known or ())}, key=name_key)
        return fields.several(name, label, among, known or (), accept_new_options=True, placeholder=_("choose or type"))
    if name in LONG:
        return fields.lines(name, label, known or "", LONGEST_TEXT, height=80)
    return fields.text(name, label, known or "", LONGEST_NAME if name == NAMES[kind] else LONGEST_TEXT)


def _keep(kind: type[Entry], before: Entry | None, person: Person, said: Values) -> Outcome:
    values = said | ({"processors": tuple(one.strip() for one in said["processors"])} if "processors" in said else {})
    if kind is RightsRequest:
        missing = [name for name in HANDED_IN[2:] if said[name] is None]
        reasons = [Reason("request_incomplete", name, {"field": Word(TITLES[kind][name])}) for name in missing]
        if said["school_id"] is None:
            reasons.insert(0, Reason("request_without_place", "school_id"))
        refuse(reasons)
        values["school_id"] = None if said["school_id"] == WHOLE_BOARD else said["school_id"]
    entry: Entry = kind(**values, entry_id=before.entry_id if before else 0)
    kept = change(save, entry)(person)
    back: Back | None = None
    if before is not None:
        back = change(save, before)
    elif may_keep(person):
        back = change(remove, kept)
    return _("{name} is kept.").format(name=name_of(kept)), back


def _remove(entry: Entry, person: Person) -> Outcome:
    change(remove, entry)(person)
    return _("{name} is removed.").format(name=name_of(entry)), change(save, entry)
