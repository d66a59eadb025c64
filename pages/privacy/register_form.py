"""IBP, registers: one form for an entry of any register, made of its fields."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import DATE_FORMATS, Frame, now
from pages.server.session import open_database
from planning.core.refusal import Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import language
from planning.privacy.register_reasons import LONGEST_NAME, LONGEST_TEXT, name_of
from planning.privacy.register_service import may_keep, remove, save
from planning.privacy.register_words import TITLES, basis_name, model_name, needed_name, request_name, title
from planning.privacy.registers import BASES, MODELS, REQUESTS, Entry, Processor, RightsRequest

FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2099, 12, 31)
LONG: Final = ("why", "result", "outcome")
WHOLE_BOARD: Final = ""
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
        place_of_entry = f"{place}_{chosen}"
        fields = [name for name in TITLES[kind] if may_keep(frame.person) or name in HANDED_IN]
        with st.form(place_of_entry, border=False, enter_to_submit=False):
            for name in fields:
                _field(place_of_entry, kind, name, getattr(entry, name, None), schools, parties, frame)
            with st.container(horizontal=True):
                st.form_submit_button(
                    _("Keep"),
                    type="primary",
                    on_click=carry_out,
                    args=(place, partial(_keep, place_of_entry, kind, fields, entry)),
                )
                if entry is not None:
                    st.form_submit_button(
                        _("Remove"), type="tertiary", on_click=carry_out, args=(place, partial(_remove, entry))
                    )
        if kind is RightsRequest:
            st.caption(_("Keep who asked in your own files. Here stands only your own reference, without a name."))
        show_outcome(place)


def _label(entry: Entry) -> str:
    product = f" · {entry.product}" if isinstance(entry, Processor) and entry.product else ""
    return name_of(entry) + product


def _field(
    place: str,
    kind: type[Entry],
    name: str,
    known: Any,
    schools: Mapping[str, str],
    parties: Sequence[str],
    frame: Frame,
) -> None:
    label, at = title(kind, name), key(place, name)
    if name.endswith("_on"):
        st.date_input(label, known, min_value=FIRST_DAY, max_value=LAST_DAY, format=DATE_FORMATS[language()], key=at)
    elif name == "legal_basis":
        _select(label, BASES, known, basis_name, at)
    elif name == "model":
        _select(label, MODELS, known, model_name, at)
    elif name == "kind":
        _select(label, REQUESTS, known, request_name, at)
    elif name == "needed":
        st.radio(label, (None, True, False), (None, True, False).index(known), needed_name, key=at, horizontal=True)
    elif name == "school_id":
        options = [*schools] if frame.person.reach is not None else [*schools, WHOLE_BOARD]
        index = options.index(known) if known in options else 0 if len(options) == 1 else None
        st.selectbox(label, options, index, lambda one: schools[one] if one else _("the board"), placeholder="", key=at)
    elif name == "processors":
        options = sorted({*parties, *(known or ())}, key=str.casefold)
        st.multiselect(
            label, options, list(known or ()), accept_new_options=True, placeholder=_("choose or type"), key=at
        )
    elif name in LONG:
        st.text_area(label, known or "", max_chars=LONGEST_TEXT, height=80, key=at)
    else:
        is_name = name == next(iter(TITLES[kind])) or name == "reference"
        st.text_input(label, known or "", max_chars=LONGEST_NAME if is_name else LONGEST_TEXT, key=at)


def _select(label: str, options: Sequence[str], known: str | None, words: Any, at: str) -> None:
    index = options.index(known) if known in options else None
    st.selectbox(label, options, index, words, placeholder=_("not chosen yet"), key=at)


def _keep(
    place: str, kind: type[Entry], fields: Sequence[str], before: Entry | None, person: Person
) -> tuple[str, Back | None]:
    values = {name: _value(name, value(place, name)) for name in fields}
    if kind is RightsRequest:
        missing = [name for name in HANDED_IN[2:] if values[name] is None]
        reasons = [_("Fill in: {field}.").format(field=title(kind, name)) for name in missing]
        if values["school_id"] is None:
            reasons.insert(0, _("Choose where it came in."))
        if reasons:
            raise Refused(*reasons)
        values["school_id"] = values["school_id"] or None
    entry: Entry = kind(**values, entry_id=before.entry_id if before else 0)
    kept = save(person, open_database(), now(), entry)
    back: Back | None = None
    if before is not None:
        back = partial(_put_back, before)
    elif may_keep(person):
        back = partial(_take_out, kept)
    return _("{name} is kept.").format(name=name_of(kept)), back


def _remove(entry: Entry, person: Person) -> tuple[str, Back | None]:
    remove(person, open_database(), now(), entry)
    return _("{name} is removed.").format(name=name_of(entry)), partial(_put_back, entry)


def _put_back(entry: Entry, person: Person) -> object:
    return save(person, open_database(), now(), entry)


def _take_out(entry: Entry, person: Person) -> None:
    remove(person, open_database(), now(), entry)


def _value(name: str, said: Any) -> Any:
    if isinstance(said, list):
        return tuple(str(part).strip() for part in said)
    return said.strip() if isinstance(said, str) else said
