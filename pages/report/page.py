"""Rapport: what do we take to the meeting?"""

import streamlit as st

from pages.parts.frame import Frame, answer, heading, surroundings
from pages.parts.places import show_link
from pages.parts.refusals import guard
from pages.ratios.data import ratio_on
from pages.report.asked import reports_and_makings
from pages.report.compose import compose_card
from pages.report.kept import show_kept
from pages.report.place import REPORT
from pages.school.place import SCHOOL
from planning.core.notation import day, number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.report.service import ReportVersion


def answer_of(found: tuple[ReportVersion, ...], *, makes: bool) -> str:
    """How many reports there are, and of which day the newest is."""
    if not found:
        if makes:
            return _("**Make a report for the RvT, the GMR or a school:** on paper, as a workbook and as slides.")
        return _("**The board has not shared a report yet.**")
    text = ngettext("**There is {n} report,** of {day}.", "**There are {n} reports,** the newest of {day}.", len(found))
    return text.format(n=number(len(found)), day=day(found[0].as_of))


def show(frame: Frame) -> None:
    """What can be made, and what was."""
    makes = frame.person.may(Right.PLAN) and frame.person.reach is None
    heading(frame, _("Report"), dated=makes)
    found = reports_and_makings(frame.person)[0]
    answer(answer_of(found, makes=makes))
    if not makes:
        if not found:
            st.markdown(_("As soon as the chair shares one, you can open it here."))
        show_kept(frame, found)
        return
    if not ratio_on(frame, frame.as_of).known:
        st.markdown(_("A report needs an inventory of at least one school; there is none yet on this date."))
        show_link(SCHOOL, _("See who must hand in"), deel="inventarissen")
    else:
        compose_card(frame, found)
    if found:
        st.subheader(_("Made before"), anchor=False)
    show_kept(frame, found)


guard(REPORT)
show(surroundings())
