"""What one school has in the goals of the year: its own figures, against what it chose itself."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from pages.goals.cards import show_figure
from pages.goals.place import GOALS
from pages.goals.view import GoalsView, goals_in_force
from pages.parts.frame import Frame
from pages.parts.places import show_link
from pages.ratios.data import ratio_on
from planning.core.notation import day
from planning.core.translation import gettext as _
from planning.goals.devices import of_school
from planning.goals.figures import Figure


def school_goals(frame: Frame, school_id: str) -> None:
    """The card, where the year has goals that are measured in this school."""
    view = goals_in_force(frame)
    if view is None:
        return
    figures = _figures(view, school_id, frame.as_of)
    if figures and any(part.measure.startswith("devices.") for part in view.plan.sub_goals):
        frame.card(f"school-goals-{school_id}", lambda: _card(view, school_id, figures))


def _figures(view: GoalsView, school_id: str, on: date) -> tuple[Figure, ...]:
    return of_school(ratio_on(view.frame, on), ratio_on(view.frame, date(view.plan.year, 1, 1)), school_id)


def _card(view: GoalsView, school_id: str, figures: Sequence[Figure]) -> None:
    year = view.plan.year
    before = {figure.code: figure for figure in _figures(view, school_id, view.since_day)}
    with st.container(border=True):
        st.subheader(_("Its part in the goals of {year}").format(year=year), anchor=False)
        for figure in figures:
            show_figure(figure, before.get(figure.code), year, since=view.meeting is not None)
        if view.meeting is not None:
            st.caption(_("Arrows compare with the last board meeting, on {day}.").format(day=day(view.meeting)))
        show_link(GOALS, _("To the goals"), icon_position="right")
