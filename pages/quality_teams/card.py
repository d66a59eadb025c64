"""The quality teams on other pages: a tile for the overview, a card for a school."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.places import show_link
from pages.quality_teams.data import teams_view
from pages.quality_teams.place import QUALITY_TEAMS
from pages.quality_teams.requests import request_words
from pages.quality_teams.words import last_visit_badge, teams_answer, visit_line
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.quality_teams.model import Visit
from planning.quality_teams.rules import made, open_requests, planned
from planning.quality_teams.service import TeamsView

LAST: Final = 3


def teams_tile(frame: Frame) -> None:
    """Small: the answer of the page, and the way to it. Nothing where the board has no team."""
    if not teams_view(frame).teams:
        return

    def draw() -> None:
        with st.container(border=True, height="stretch"):
            st.subheader(_("Quality teams"), anchor=False)
            st.markdown(teams_answer(frame))
            show_link(QUALITY_TEAMS, _("To the quality teams"), icon_position="right")

    frame.card("teams_tile", draw, frame.person.person_id)  # an iCoach reads when they have room themselves


def school_card(frame: Frame, school_id: str) -> None:
    """The last visits of a school, the next, its open questions, and the way to ask for one."""
    frame.card("teams_school", lambda: _school_card(frame, school_id), school_id)


def _school_card(frame: Frame, school_id: str) -> None:
    found, as_of = teams_view(frame), frame.as_of
    visits = [visit for visit in found.visits if visit.school_id == school_id]
    coming, last = planned(visits, as_of)[:LAST], made(visits, as_of)[: -LAST - 1 : -1]
    asked = [one for one in open_requests(found.requests, found.visits, as_of) if one.school_id == school_id]
    with st.container(border=True):
        st.subheader(_("Visits of the quality team"), anchor=False)
        st.markdown(last_visit_badge(found, school_id, as_of))
        left, right = st.columns(2)
        if coming:
            left.markdown(_("Next:") + "\n" + _list(found, coming))
        for one in asked:
            left.markdown(request_words(found, one, "new"))
        if last:
            (right if coming or asked else left).markdown(_("Last:") + "\n" + _list(found, last))
        if frame.person.may(Right.VISIT, school_id):
            _link(_("Book a visit"), "bezoek", school_id)
        elif frame.person.may(Right.CONTRIBUTE, school_id):
            _link(_("Ask for a visit"), "aanvragen", school_id)


def _list(found: TeamsView, visits: Sequence[Visit]) -> str:
    return "\n".join(f"- {visit_line(found, visit, school=False, who=True)}" for visit in visits)


def _link(label: str, part: str, school_id: str) -> None:
    show_link(QUALITY_TEAMS, label, icon_position="right", deel=part, school=school_id)
