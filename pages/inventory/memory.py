"""What an upload remembers of earlier ones, what it will remember, and models that a person explains."""

from collections.abc import Iterable

import streamlit as st

from pages.inventory.upload import Upload
from pages.parts.frame import Frame, more, now, plain
from pages.server.session import open_database, speak
from planning.core.clock import local_day
from planning.core.notation import day, listed, number
from planning.core.refusal import Refused
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.guidance import BOARD, MODEL, StandingChoice
from planning.inventory.memory.service import (
    DeviceModel,
    UnknownModel,
    explain_model,
    forget,
    likely_model,
    remembered_for,
    unknown_models,
)
from planning.inventory.reading import KINDS
from planning.inventory.service import Preview
from planning.inventory.words import messages
from planning.refusals import sentence

_REFUSED = "model_refused"


def recalled_note(frame: Frame, under_way: Upload, found: Preview) -> None:
    """Say what comes from earlier lists, with the way back."""
    if not found.recalled.used:
        return
    newest = max(found.recalled.used, key=lambda one: one.chosen_at)
    own = newest.chosen_by == frame.person.name
    since = _("**As you chose on {day}:**") if own else _("**As {name} chose on {day}:**")
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            ":material/history: "
            + since.format(name=plain(newest.chosen_by), day=day(local_day(newest.chosen_at)))
            + " "
            + listed(list(_recalled(frame, found)))
            + ".",
            width="content",
        )
        st.button(
            _("Do not use"),
            type="tertiary",
            icon=":material/undo:",
            key="recalled_unused",
            on_click=under_way.use_no_earlier_choices,
        )


def _recalled(frame: Frame, found: Preview) -> Iterable[str]:
    headers = {(c.sheet, c.column): c for sheet in found.reading.sheets for c in sheet.columns}
    for place, field in found.recalled.columns.items():
        if place in headers:
            name = messages.field_name(field) if field else _("not read")
            column = headers[place]
            yield _("column {column} (‘{header}’) is {field}").format(
                column=column.column, header=plain(column.header), field=name
            )
    for row in found.recalled.header_rows:
        yield _("the headings are in row {row}").format(row=number(row))
    for layout in found.recalled.layouts:
        yield _("the sheet is {layout}").format(layout=messages.layout_name(layout))
    if "date-order" in found.recalled.answers:
        yield _("the order of day and month")
    if "date-midnight" in found.recalled.answers:
        yield _("the day that dates late in the evening stand for")
    if "second-count" in found.recalled.answers:
        yield _("what a second column of numbers counts")
    for name, school_id in found.recalled.schools.items():
        school = frame.school_name(school_id) if school_id else _("another school")
        yield _("‘{name}’ is {school}").format(name=plain(name), school=plain(school))


def what_is_remembered(frame: Frame, found: Preview) -> bool:
    """Say that the choices will be remembered; who manages the board may share them. Returns whether they do."""
    manages = frame.person.may(Right.MANAGE)
    for_all = manages and bool(found.reading.row_schools)
    if not found.has_new_choices({BOARD} if manages else {BOARD, found.school_id}):
        return False
    if for_all:
        st.caption(_(":material/history: We remember which columns are which, for the next list of every school."))
    elif not manages:
        st.caption(_(":material/history: We remember which columns are which, for your next list."))
    else:
        return st.checkbox(_("Remember my choices of columns for the other schools as well"), key="share_choices")
    return False


def models_card(frame: Frame, under_way: Upload, found: Preview) -> None:
    """Devices we do not know, and a small form to explain one of them."""
    choices = remembered_for(frame.person, open_database(), under_way.school_id)
    explained = [one for one in choices if one.what == MODEL]
    unknown = unknown_models(found.reading, [one.value["name"] for one in explained])
    mine = [one for one in explained if one.scope != BOARD or frame.person.may(Right.MANAGE)]
    if not unknown and not mine:
        return
    closed = _("Models we do not know · {n}").format(n=number(len(unknown)))
    if not more("models", closed=closed, opened=_("Hide models"), icon=":material/devices:"):
        return
    with st.container(border=True):
        if unknown:
            _explain(frame, under_way, unknown)
        for reason in st.session_state.pop(_REFUSED, ()):
            st.markdown(_(":orange-badge[:material/block: not kept]") + " " + plain(reason))
        for one in mine:
            _explained(frame, one)


def _explain(frame: Frame, under_way: Upload, unknown: tuple[UnknownModel, ...]) -> None:
    st.markdown(_("What is this? We read it that way from now on, in this list and in the next."))
    by_text = {one.text: one for one in unknown[:100]}
    text = st.selectbox(
        _("In your file"), list(by_text), format_func=lambda text: _text(by_text[text]), key="model_text"
    )
    columns = st.columns(3)
    likely = likely_model(text)
    kind = by_text[text].kind or (likely.kind if likely else None)
    with columns[0]:
        st.selectbox(
            _("Kind"),
            KINDS,
            index=KINDS.index(kind) if kind else None,
            placeholder=_("choose a kind"),
            format_func=messages.kind_name,
            key=f"model_kind_{text}",
        )
    with columns[1]:
        st.text_input(_("Brand"), likely.brand if likely else "", max_chars=60, key=f"model_brand_{text}")
    with columns[2]:
        st.text_input(_("Model"), (likely.name or "") if likely else "", max_chars=120, key=f"model_name_{text}")
    st.button(
        _("Remember this model"),
        icon=":material/check:",
        key="model_keep",
        on_click=_keep,
        args=(frame, under_way.school_id, text),
    )


def _text(one: UnknownModel) -> str:
    return f"{one.text} · " + ngettext("{n} device", "{n} devices", one.devices).format(n=number(one.devices))


def _keep(frame: Frame, school_id: str, text: str) -> None:
    speak(frame.person)  # a click comes before main.py: the run has no language yet
    said = st.session_state
    kind = said.get(f"model_kind_{text}") or ""
    brand, name = (str(said.get(f"model_{part}_{text}") or "").strip() for part in ("brand", "name"))
    try:
        explain_model(frame.person, open_database(), now(), school_id, text, DeviceModel(brand, name, kind))
    except Refused as refused:
        said[_REFUSED] = [sentence(reason) for reason in refused.reasons]


def _explained(frame: Frame, one: StandingChoice) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"‘{plain(one.key)}’ → {plain(model_in_words(one))}", width="content")
        st.button(
            _("Forget"),
            type="tertiary",
            icon=":material/close:",
            key=f"forget_{one.scope}_{one.key}",
            on_click=lambda: forget(frame.person, open_database(), now(), one),
        )


def model_in_words(one: StandingChoice) -> str:
    """ "laptop, HP Stream 11"."""
    name = " ".join(part for part in (one.value["brand"], one.value["name"]) if part)
    return f"{messages.kind_name(one.value['kind'])}, {name}"
