"""Is this the whole inventory? And what of the things that the list no longer says?"""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from pages.inventory.upload import Upload
from pages.parts.frame import more, plain
from planning.core.notation import day, listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.guidance import ALL_STAY, GONE, OTHER_KINDS_STAY, OTHER_SYSTEMS_STAY
from planning.inventory.service import Preview
from planning.inventory.words import messages


def older_note(found: Preview) -> None:
    """What a list older than the inventory in force will change, and what it will not."""
    if found.newest:
        st.info(
            ngettext(
                "This list is of {day}; since {newest} a newer inventory of {school} holds, with {n} device. "
                "Confirming changes what held from {day} to {newest}, and nothing of today.",
                "This list is of {day}; since {newest} a newer inventory of {school} holds, with {n} devices. "
                "Confirming changes what held from {day} to {newest}, and nothing of today.",
                found.newest.devices,
            ).format(
                day=day(found.counted_on),
                newest=day(found.newest.holds_from),
                school=plain(found.school_name),
                n=number(found.newest.devices),
            ),
            icon=":material/history:",
        )


def whole_card(upload: Upload, found: Preview, *, asked: bool) -> None:
    """What becomes of the devices that the list does not name: asked where many would go, else there to be chosen.

    `asked`: it waits for an answer, of this school or of another one in the list.
    """
    if found.before is None and not asked:
        return
    if not asked and found.guidance.rest is None:
        closed, opened = _("Is this not the whole inventory?"), _("This is the whole inventory")
        if more("whole", closed=closed, opened=opened, icon=":material/playlist_add:"):
            _ways(upload, found)
        return
    with st.container(border=True):
        st.subheader(
            _("Is this the whole inventory of {school}?").format(school=plain(found.school_name)), anchor=False
        )
        if found.asks_rest:
            st.markdown(_missing(found))
        _ways(upload, found)


def known_card(upload: Upload, found: Preview) -> None:
    """Whether what was known stays, where the list no longer says it."""
    if not found.lost:
        return
    names = {"purchased": _("the date of purchase"), "price": _("the price")}

    def choose() -> None:
        upload.guidance = replace(upload.guidance, keep_known=st.session_state["keep_known"])

    with st.container(border=True):
        st.subheader(_("Keep what we knew?"), anchor=False)
        said = [
            ngettext("of {n} device {what}", "of {n} devices {what}", n).format(n=number(n), what=names[name])
            for name, n in found.lost.items()
        ]
        st.markdown(_("We knew {what}. This list does not say it.").format(what=listed(said)))
        st.radio(
            _("Keep what we knew?"),
            [True, False],
            index=None if found.guidance.keep_known is None else int(not found.guidance.keep_known),
            format_func=lambda keep: _("keep it") if keep else _("leave it unknown"),
            horizontal=True,
            label_visibility="collapsed",
            key="keep_known",
            on_change=choose,
        )


def _missing(found: Preview) -> str:
    assert found.before
    if found.many_vanish:
        return ngettext(
            "{gone} of the {all} devices we know is not in this file.",
            "{gone} of the {all} devices we know are not in this file.",
            found.totals["gone"],
        ).format(gone=number(found.totals["gone"]), all=number(found.before.devices))
    kinds = _kinds(found.kinds_missing)
    return _("In this file there are none of the {kinds} we know.").format(kinds=kinds)


def _kinds(kinds: Sequence[str]) -> str:
    return listed([messages.kind_name(kind, 2) if kind != "other" else _("other devices") for kind in kinds])


def _ways(upload: Upload, found: Preview) -> None:
    named = sorted(dict.fromkeys(found.reading.devices["kind"]), key=lambda kind: kind == "other")  # as a list ends
    labels = {}
    if named:
        only = _("These are only the {kinds}: replace those, keep the rest")
        labels[OTHER_KINDS_STAY] = only.format(kinds=_kinds(named))
    if found.is_of_a_system:
        labels[OTHER_SYSTEMS_STAY] = _("This is only what one system manages. Replace that, keep the rest")
    labels[ALL_STAY] = _("This comes beside it. Keep all that is there")
    labels[GONE] = _("This is the whole inventory. What is not in it is gone")

    def choose() -> None:
        upload.guidance = replace(upload.guidance, rest=st.session_state["rest"])

    chosen = found.guidance.rest
    st.radio(
        _("What becomes of the rest"),
        list(labels),
        index=list(labels).index(chosen) if chosen in labels else None,
        format_func=labels.__getitem__,
        label_visibility="collapsed",
        key="rest",
        on_change=choose,
    )
