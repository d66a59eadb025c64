"""Inventaris: did you read my workbook right? And what was there before."""

import streamlit as st

from pages.inventory import upload
from pages.inventory.ages import ages
from pages.inventory.data import history_of
from pages.inventory.history import history_table, origin
from pages.inventory.kept import kept_card
from pages.inventory.place import INVENTORY
from pages.inventory.steps import choose_file, refused, show_preview
from pages.inventory.upkeep import upkeep_card
from pages.parts import sections, state
from pages.parts.frame import Frame, answer, heading, now, surroundings
from pages.parts.refusals import guard, guard_school
from pages.server.clicks import whole
from pages.server.session import open_database
from planning.core.notation import day
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.inventory.service import Version, holding, restore
from planning.workbooks.model import FileRefused


def put_back(frame: Frame, school_id: str, versions: tuple[Version, ...]) -> None:
    """Make an earlier inventory hold again."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            _("Put an earlier inventory back"),
            versions[1:],
            index=None,
            placeholder=_("choose a version"),
            format_func=lambda v: f"{v.version} · {day(v.counted_on)} · {origin(v)}",
            key="put_back",
        )
        key = f"put_back_on_{versions[0].version}"  # another button by then, so that a double click is a click
        if st.button(_("Put back"), disabled=chosen is None, icon=":material/history:", key=key) and chosen:
            with whole():
                kept = restore(frame.person, open_database(), now(), school_id, chosen.version)
                st.session_state["said"] = _("Put back: version {n} holds again, as version {new}.").format(
                    n=chosen.version, new=kept.version
                )
            st.rerun()


def show_history(frame: Frame, school_id: str, versions: tuple[Version, ...], *, may_upload: bool) -> None:
    """Who, when, what changed; the list itself; any version can be put back."""
    if not versions:
        return
    with st.container(border=True):
        st.subheader(_("Inventories so far"), anchor=False)
        history_table(versions, brief=frame.theme.compact)
        if may_upload and len(versions) > 1:
            put_back(frame, school_id, versions)


def show(frame: Frame, school_id: str) -> None:
    """The upload under way, or the beginning of one; and the history."""
    may_upload = frame.person.may(Right.UPLOAD, school_id)
    heading(frame, _("Inventory"), schools=[s.school_id for s in frame.schools], school=school_id, dated=False)
    if said := st.session_state.pop("said", None):
        st.success(said, icon=":material/check_circle:")
    kept_card(frame, school_id)
    if st.session_state.pop("undone", None) == school_id:
        st.success(_("Undone: everything is as it was."), icon=":material/undo:")
    under_way = upload.current(school_id) if may_upload else None
    if st.session_state.pop("forgotten", False):
        st.info(
            _("Your file was left alone for half an hour and is forgotten. Nothing was kept; choose it again."),
            icon=":material/timer_off:",
        )
    if under_way:
        try:
            found = upload.look(frame, under_way)
        except FileRefused as reason:
            refused(reason, under_way)
        else:
            show_preview(frame, under_way, found)
            return
    elif may_upload:
        choose_file(frame, school_id, first=True)
    else:
        answer(_("**The inventories of {school}.**").format(school=frame.school_name(school_id)))
    versions = history_of(frame, school_id)
    held = holding(versions, frame.today).get(school_id)
    if held and may_upload and not under_way:
        upkeep_card(frame, held)
    show_history(frame, school_id, versions, may_upload=may_upload)


guard(INVENTORY)
here = surroundings()
mine = [s.school_id for s in here.schools]
asks_all = sections.ADDRESS in st.query_params and state.SCHOOL not in st.query_params
chosen_school = None if asks_all else state.school(mine)
if chosen_school is None:
    heading(here, _("Inventory"), schools=mine, dated=False)
    ages(here)
else:
    guard_school(chosen_school)
    show(here, chosen_school)
