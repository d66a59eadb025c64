"""Competences on other pages: a card for one school, and a tile for the overview."""

import streamlit as st

from pages.parts.competences_words import cell_text, change_text, largest, since, teachers, too_small
from pages.parts.frame import Frame, plain
from pages.parts.metrics import plain_metric
from pages.parts.show import show_table
from planning.competences.service import progress_of
from planning.core.notation import number, percent
from planning.core.translation import gettext as _


def school_card(frame: Frame, school_id: str) -> None:
    """The levels of one school beside the wanted ones; of a small group only that it is small."""
    found = frame.competences.picture(frame.as_of)
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
                figures=[_("Wanted")],
            )
        st.page_link("competences.py", label=_("To the competences"), icon=":material/arrow_forward:")


def tile(frame: Frame) -> None:
    """One figure for the overview: how many levels are at the wanted one, and where the gap is largest."""
    progress = progress_of(frame.competences, frame.as_of)
    share = progress.share_at_wanted
    scanned = _("{n} of {total} scans").format(n=number(progress.schools_scanned), total=number(progress.schools))
    plain_metric(_("At wanted level"), "–" if share is None else percent(share), scanned)


def sentence(frame: Frame) -> str | None:
    """The largest gap in one sentence, for whoever tells of the goals; None where no level can be shown."""
    found = frame.competences.picture(frame.as_of)
    return largest(found.gaps(), one_school=len(found.schools) == 1)
