"""What was just confirmed: the new ratio, the way to the school, and the way back; in sight until something else is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import streamlit as st

from pages.parts.frame import Frame, now
from pages.parts.places import show_link
from pages.ratios.data import ratio_on
from pages.school.place import SCHOOL
from pages.server.session import open_database, speak
from planning.core.notation import day, listed, number, one_in
from planning.core.refusal import Refused
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.service import Preview, Version
from planning.inventory.upkeep_service import take_back
from planning.refusals import sentence

KEY: Final = "kept_inventories"


@dataclass(frozen=True)
class Confirmation:
    """An inventory that was confirmed, and the version that held before it."""

    version: Version
    school_name: str
    newest: Version | None  # a newer inventory that goes on holding
    disposed: int  # of its devices, that are there no more


def remember_kept(found: Sequence[Preview], versions: Sequence[Version]) -> None:
    """Keep what was confirmed in sight."""
    st.session_state[KEY] = [
        Confirmation(version, one.school_name, one.newest, one.disposed)
        for one, version in zip(found, versions, strict=True)
    ]


def forget_kept() -> None:
    """Another file is begun, or another page."""
    st.session_state.pop(KEY, None)


def kept_card(frame: Frame, school_id: str) -> None:
    """What was confirmed on this page last."""
    kept: list[Confirmation] = st.session_state.get(KEY, [])
    if school_id not in {one.version.school_id for one in kept}:
        return
    devices = sum(one.version.devices for one in kept)
    gone = sum(one.disposed for one in kept)
    text = (
        ngettext(
            "Kept: the inventory of {school} of {day}, {n} device, and {gone} that are gone.",
            "Kept: the inventory of {school} of {day}, {n} devices, and {gone} that are gone.",
            devices - gone,
        )
        if gone
        else ngettext(
            "Kept: the inventory of {school} of {day}, {n} device.",
            "Kept: the inventory of {school} of {day}, {n} devices.",
            devices - gone,
        )
    )
    said = text.format(
        school=listed([one.school_name for one in kept]),
        day=day(kept[0].version.counted_on),
        n=number(devices - gone),
        gone=number(gone),
    )
    st.success(" ".join([said, *_effects(frame, kept)]), icon=":material/check_circle:")
    with st.container(horizontal=True, vertical_alignment="center"):
        for one in kept:
            show_link(SCHOOL, _("Look at {school}").format(school=one.school_name), school=one.version.school_id)
        if frame.person.may(Right.UPLOAD, school_id):
            st.button(_("Undo"), icon=":material/undo:", key="undo_kept", on_click=_undo, args=(frame, kept[0]))


def _effects(frame: Frame, kept: Sequence[Confirmation]) -> list[str]:
    ratios = {school.school_id: school.pupils_per_device for school in ratio_on(frame, frame.today).schools}
    said = []
    for one in kept:
        ratio = ratios.get(one.version.school_id)
        if one.newest:
            text = _("Today the inventory of {newest} still holds for {school}.")
            said.append(text.format(newest=day(one.newest.counted_on), school=one.school_name))
        elif ratio:
            text = _("{school} stands at **{ratio}** on {day}.")
            said.append(text.format(school=one.school_name, ratio=one_in(ratio), day=day(frame.today)))
    return said


def _undo(frame: Frame, kept: Confirmation) -> None:
    """Of all schools that one click confirmed, and of the schools their devices came from."""
    if KEY not in st.session_state:  # the second click of a double one
        return
    forget_kept()
    try:
        take_back(frame.person, open_database(), now(), kept.version.school_id, kept.version.version)
    except Refused as refused:
        speak(frame.person)  # a click comes before main.py: the run has no language yet
        st.session_state["said"] = " ".join(map(sentence, refused.reasons))
    else:
        st.session_state["undone"] = kept.version.school_id
