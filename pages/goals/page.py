"""Doelen: are the year's goals on course?"""

from collections.abc import Callable
from typing import cast

import streamlit as st

from pages.goals.begin import PLACE as BEGUN
from pages.goals.begin import show_beginning
from pages.goals.cards import goal_cards
from pages.goals.changes import changes_card
from pages.goals.data import plan_years
from pages.goals.judgement import judgement_part
from pages.goals.milestone import milestone_part
from pages.goals.place import GOALS
from pages.goals.planning import adding_part, meetings_part, words_part
from pages.goals.tiles import goal_tiles
from pages.goals.timeline import timeline_card
from pages.goals.view import GoalsView, goals_view
from pages.parts import state
from pages.parts.forms import show_outcome
from pages.parts.frame import Frame, answer, heading, surroundings
from pages.parts.refusals import guard
from planning.core.notation import day
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.goals.changes import FIRST_YEAR, LAST_YEAR
from planning.goals.sentences import goals_answer


def near_card(view: GoalsView, *, editable: bool) -> None:
    """One milestone from near by; for whoever plans also judging, adding and the days of meetings."""
    tasks: dict[str, tuple[str, Callable[[], None]]] = {
        "milestone": (_("Milestone"), lambda: milestone_part(view, editable=editable)),
    }
    if editable:
        tasks |= {
            "judge": (_("Judge"), lambda: judgement_part(view)),
            "add": (_("New"), lambda: adding_part(view)),
            "words": (_("Words"), lambda: words_part(view)),
            "meetings": (_("Board meetings"), lambda: meetings_part(view)),
        }
    with st.container(border=True, height="stretch"):
        st.subheader(_("Keep up to date") if editable else _("One milestone in detail"), anchor=False)
        if not editable and view.frame.person.may(Right.PLAN):
            st.caption(_("You see an earlier day. Choose today as reference date to change something."))
        chosen = "milestone"
        if editable:
            st.session_state.setdefault("goals_task", chosen if view.plan.milestones else "add")
            chosen = cast(
                "str",
                st.segmented_control(
                    _("What do you want to do?"),
                    list(tasks),
                    format_func=lambda task: tasks[task][0],
                    key="goals_task",
                    required=True,
                    label_visibility="collapsed",
                ),
            )
        tasks[chosen][1]()


def _notes(view: GoalsView) -> None:
    """What the cards below leave unsaid: whose figures they are, and what an arrow compares with."""
    notes = [_("What is measured here is your own schools only.")] if view.frame.person.reach is not None else []
    if view.meeting is not None:
        text = _("Arrows compare with the last board meeting, on {day}.")
        notes.append(text.format(day=day(view.meeting)))
    if notes:
        st.caption(" ".join(notes))


def show(frame: Frame) -> None:
    """The goals of the chosen year."""
    known = plan_years(frame)
    year = state.year(frame.as_of.year, FIRST_YEAR, LAST_YEAR)
    options = sorted({*known, max(known, default=year) + 1, frame.as_of.year, year})
    heading(frame, _("Goals"), years=options, year=year)
    view = goals_view(frame, year)
    if view is None:
        show_beginning(frame, year, known)
        return
    editable = frame.person.may(Right.PLAN) and frame.as_of == frame.today

    def figures() -> None:
        if view.plan.goals:
            answer(goals_answer(view.plan, view.standings, frame.as_of))
            goal_tiles(view, progress=False)
        else:
            answer(_("The plan of {year} has no goals yet. Add the first below.").format(year=year))

    frame.card(f"goals-{year}", figures)
    show_outcome(BEGUN)
    if view.plan.milestones:
        timeline_card(view)
    _notes(view)
    goal_cards(view)
    left, right = st.columns(2)
    with left:
        frame.card(f"goals-since-{year}", lambda: changes_card(view))
    with right:
        near_card(view, editable=editable)


guard(GOALS)
show(surroundings())
