"""Competences on other pages: a card for one school, and a tile for the overview."""

import streamlit as st

from pages.competences.data import competences_view
from pages.competences.place import COMPETENCES
from pages.competences.words import cell_text, change_text, largest, since, teachers, too_small
from pages.parts.frame import Frame, plain
from pages.parts.places import show_link
from pages.parts.show import show_table
from planning.competences.service import progress_of
from planning.core.notation import number
from planning.core.translation import gettext as _


def school_card(frame: Frame, school_id: str) -> None:
    """The levels of one school beside the wanted ones; of a small group only that it is small."""
    frame.card("competences_school", lambda: _school_card(frame, school_id), school_id)


def _school_card(frame: Frame, school_id: str) -> None:
    found = competences_view(frame).picture(frame.as_of)
    with st.container(border=True, height="stretch"):
        st.subheader(_("Core competences"), anchor=False)
        if not found.members:
            st.markdown(_("The board has not adopted core competences yet."))
            return
        scan = found.last.get(school_id)
        if scan is None:
            st.markdown(_("This school has not held a self-scan yet."))
        elif scan.is_too_small:
            st.markdown(too_small())
        else:
            st.caption(
                _("Self-scan of {day} · {teachers}").format(
                    day=since(found, school_id), teachers=teachers(scan.teachers)
                )
            )
            show_table(
                [
                    {
                        _("Competence"): plain(member.name),
                        _("Wanted"): number(member.wanted),
                        _("Now"): cell_text(cell),
                        _("Change since before"): change_text(cell.change),
                    }
                    for member in found.members
                    for cell in (found.cell(school_id, member),)
                ],
                _("Core competences"),
                figures=[_("Wanted")],
            )
        show_link(COMPETENCES, _("To the competences"), icon_position="right")


def tile(frame: Frame) -> None:
    """For the overview: where the gap is largest, how many schools were scanned, and the way to the page."""

    def draw() -> None:
        view = competences_view(frame)
        found, progress = view.picture(frame.as_of), progress_of(view, frame.as_of)
        with st.container(border=True, height="stretch"):
            st.subheader(_("Core competences"), anchor=False)
            if not found.members:
                st.markdown(_("The board has not adopted core competences yet."))
            else:
                scanned = _("{n} of {total} schools held a self-scan this year.").format(
                    n=number(progress.schools_scanned), total=number(progress.schools)
                )
                if progress.schools == 1:
                    held = progress.schools_scanned
                    scanned = _("It was scanned this year.") if held else _("This school has not held a self-scan yet.")
                gap = largest(found.gaps(), one_school=len(found.schools) == 1)
                st.markdown(f"{gap} {scanned}" if gap else scanned)
            show_link(
                COMPETENCES,
                _("To the competences"),
                icon_position="right",
            )

    frame.card("competences_tile", draw)
