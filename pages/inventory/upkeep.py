"""Is the list still right? Said in one click; what changed since is said of one device or lot at a time."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
import streamlit as st

from pages.inventory.data import duplicates_of, lots_of
from pages.inventory.lots import lot_name
from pages.inventory.merging import Merge, asks_to_merge, merge_form
from pages.inventory.sightings import sightings
from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Form, Outcome, Values, Work, act_button, change, show_outcome
from pages.parts.frame import Frame, devices, more, plain
from pages.ratios.data import ratio_view
from pages.server.session import open_database
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.translation import N_, in_this_language, ngettext
from planning.core.translation import gettext as _
from planning.inventory.guidance import StandingChoice
from planning.inventory.reading import AUDIENCES, KINDS
from planning.inventory.service import Version
from planning.inventory.upkeep_service import (
    CORRECTED,
    COUNTED,
    HAPPENED,
    MOVED,
    Duplicate,
    LotChange,
    LotDescription,
    change_lot,
    check,
    described,
    filled_template,
    merge,
    take_back,
)
from planning.inventory.words import messages

PLACE: Final = "upkeep"
WORDS: Final = {
    "broken": N_("broken"),
    "in_repair": N_("away for repair"),
    "missing": N_("missing"),
    "disposed": N_("sold or gone"),
    "spare": N_("now a spare"),
    "in_use": N_("found, or in use again"),
    MOVED: N_("to another school"),
    COUNTED: N_("counted again"),
    CORRECTED: N_("described wrong"),
}


def upkeep_card(frame: Frame, held: Version) -> None:
    """The list that holds, whether it is still right, and the few things that changed since."""
    age = (frame.today - held.counted_on).days
    asked = ratio_view(frame).fleets.check
    with st.container(border=True):
        st.subheader(_("Is the list still right?"), anchor=False)
        said = _("The list in force has {devices} and is of today, {day}.")
        if age:
            said = ngettext(
                "The list in force has {devices} and is {n} day old, of {day}.",
                "The list in force has {devices} and is {n} days old, of {day}.",
                age,
            )
        st.markdown(said.format(devices=f"**{devices(held.devices)}**", n=number(age), day=day(held.counted_on)))
        if asked and held.counted_on < asked.asked_on:
            text = _(":orange-badge[:material/fact_check: asked] {name} asks every school to say so by **{day}**.")
            st.markdown(text.format(name=plain(asked.asked_by), day=day(asked.due)))
        sightings(held, lots_of(frame, held))
        with st.container(horizontal=True):
            if held.counted_on < frame.today:
                label = _("Yes, all of it is right today")
                act_button(PLACE, label, _checking(held), key="check_list", type="primary", icon=":material/check:")
            closed, opened = _("One device or lot changed"), _("Nothing else changed")
            is_open = more("change_lot", closed=closed, opened=opened, icon=":material/edit:")
            found = duplicates_of(frame, held)
            merging = asks_to_merge(PLACE, found)
            st.download_button(
                _("This list as a filled template"),
                in_this_language(lambda: filled_template(frame.person, open_database(), held.school_id)),
                _("Inventory {school}.xlsx").format(school=frame.school_name(held.school_id)),
                key="filled_template",
                type="tertiary",
                icon=":material/download:",
                help=_("Correct it in Excel and hand it in again; what you leave as it is changes nothing."),
                on_click="ignore",
            )
        if is_open:
            _change(frame, held, lots_of(frame, held))
        if merging:
            merge_form(PLACE, str(held.version), found, _merging(held)).show_fields()
        show_outcome(PLACE)


def _checking(held: Version) -> Work:
    def work(person: Person) -> Outcome:
        kept = change(check, held.school_id, held.version)(person)
        said = _("The list is right on {day}.").format(day=day(kept.counted_on))
        return said, change(take_back, held.school_id, kept.version)

    return work


def _merging(held: Version) -> Merge:
    def work(person: Person, chosen: Sequence[Duplicate]) -> tuple[Sequence[Version], Sequence[StandingChoice]]:
        kept, remembered = change(merge, held.school_id, held.version, chosen)(person)
        return [kept], remembered

    return work


def _change(frame: Frame, held: Version, lots: pd.DataFrame) -> None:
    rows = lots.to_dict("records")
    place = st.selectbox(
        _("Which device or lot? Type a serial number, a model or a room"),
        range(len(rows)),
        index=None,
        placeholder=_("serial number, model or room"),
        format_func=lambda i: lot_name(rows[i]),
        key=f"lot_{held.school_id}_{held.version}",
    )
    if place is None:
        return
    what = st.pills(
        _("What happened?"),
        [one for one in HAPPENED if one != rows[place]["status"]],
        format_func=lambda one: _(WORDS[one]),
        key=f"what_{held.school_id}_{held.version}_{place}",
    )
    if what:
        _lot_form(frame, held, place, rows[place], what).show_fields()


def _lot_form(frame: Frame, held: Version, place: int, lot: Any, what: str) -> Form:
    def save(person: Person, said: Values) -> Outcome:
        to = said.get("to_school")
        told = LotChange(
            place,
            what,
            said.get("day") or frame.today,
            said.get("devices") or int(lot["count"]),
            to or None,
            _described(said) if what == CORRECTED else None,
        )
        kept = change(change_lot, held.school_id, held.version, told)(person)
        sentence = _("{lot}: {what}. It holds from {day}.").format(
            lot=lot_name(lot), what=_(WORDS[what]), day=day(kept.holds_from)
        )
        return sentence, change(take_back, held.school_id, kept.version)

    return Form(PLACE, tuple(_lot_fields(frame, held, lot, what)), save, _("Keep"), about=f"{place}_{what}")


def _lot_fields(frame: Frame, held: Version, lot: Any, what: str) -> list[Field | FieldRow]:
    count = int(lot["count"])
    parts: list[Field | FieldRow] = []
    if what == CORRECTED:
        known = described(lot)
        kinds = fields.choice("kind", _("Kind"), KINDS, known.kind, messages.kind_name)
        audience = fields.choice("audience", _("For whom"), AUDIENCES, known.audience, messages.audience_name)
        brand = fields.text("brand", _("Brand"), known.brand or "", 60)
        model = fields.text("model", _("Model"), known.model or "", 120)
        year = fields.number("year", _("Year of purchase"), known.year, help=_("Leave it empty when nobody knows."))
        room = fields.text("location", _("Place or group"), known.location or "", 80)
        return [fields.beside((kinds, audience), (brand, model), (year, room))]
    if what == COUNTED:
        parts.append(fields.number("devices", _("How many are there?"), count, (1, None)))
    elif count > 1:
        label = _("How many of the {n}?").format(n=number(count))
        parts.append(fields.number("devices", label, 1, (1, count)))
    if what == MOVED:
        others = [one.school_id for one in frame.schools if frame.person.may(Right.UPLOAD, one.school_id)]
        there = ["", *(one for one in others if one != held.school_id)]
        parts.append(
            fields.choice(
                "to_school",
                _("To which school?"),
                there,
                "",
                lambda one: frame.school_name(one) if one else _("that school adds it itself"),
            )
        )
    parts.append(fields.day("day", _("Since"), frame.today, max_value=frame.today))
    return parts


def _described(said: Values) -> LotDescription:
    texts = {name: said[name] or None for name in ("brand", "model", "location")}
    return LotDescription(kind=said["kind"], audience=said["audience"], year=said["year"], **texts)
