"""What one school has in the goals of the year: its own figures, against what it chose itself."""

import streamlit as st

from pages.parts.frame import Frame
from pages.parts.goals_cards import show_figure
from pages.parts.goals_view import GoalsView, goals_in_force
from planning.core.translation import gettext as _
from planning.goals.service import of_school


def school_goals(frame: Frame, school_id: str) -> None:
    """The card, where the year has goals that are measured in this school."""
    view = goals_in_force(frame)
    if view is None:
        return
    figures = of_school(frame.facts, school_id, view.plan.year, frame.as_of)
    measures = {part.measure.partition(".")[0] for part in view.plan.sub_goals}
    if figures and "devices" in measures:
        frame.card(f"school-goals-{school_id}", lambda: _card(view, school_id))


def _card(view: GoalsView, school_id: str) -> None:
    frame, year = view.frame, view.plan.year
    before = {figure.code: figure for figure in of_school(frame.facts, school_id, year, view.since_day)}
    with st.container(border=True):
        st.subheader(_("Its part in the goals of {year}").format(year=year), anchor=False)
        for figure in of_school(frame.facts, school_id, year, frame.as_of):
            show_figure(figure, before.get(figure.code), year, since=view.meeting is not None)
        st.page_link("goals.py", label=_("To the goals"), icon=":material/arrow_forward:", icon_position="right")
