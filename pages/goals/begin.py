"""A year without goals is a beginning: take over those of the year before, or start with the shipped ones or none."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from pages.parts.forms import Outcome, act_button, change, show_outcome
from pages.parts.frame import Frame, answer
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.goals.reference import shipped_plan
from planning.goals.service import begin_year, copy_year

PLACE = "goals_begin"


def show_beginning(frame: Frame, year: int, known: Sequence[int]) -> None:
    """Say what will be here and who makes it, with the buttons that start."""
    answer(_("For {year} no goals have been set down yet.").format(year=year))
    st.markdown(
        _(
            "Here you will see the goals of the year with their milestones: what is measured of them, "
            "what people judge, what is late and what comes next. "
            "The chair and the group ICT coordinator set them down."
        )
    )
    if not frame.person.may(Right.PLAN):
        return
    earlier = max((one for one in known if one < year), default=None)
    with st.container(horizontal=True):
        if earlier is not None:
            act_button(
                PLACE,
                _("Take over the goals of {year}").format(year=earlier),
                partial(_copy, earlier, year),
                type="primary",
                icon=":material/content_copy:",
            )
        kind = "secondary" if earlier is not None else "primary"
        label = _("Start with the four goals of the plan for 2018")
        act_button(PLACE, label, partial(_begin, year, True), type=kind, icon=":material/flag:")
        act_button(
            PLACE, _("Start with a new goal"), partial(_begin, year, False), type="tertiary", icon=":material/add:"
        )
    goals = [f"{goal.goal}. {goal.title}" for goal in shipped_plan().goals]
    st.caption(
        _("The four goals of the plan: {goals}. You change and add what you want.").format(goals="; ".join(goals))
    )
    if earlier is not None:
        st.caption(
            _(
                "Goals, sub-goals and open milestones move along, each milestone as many years later. "
                "What is done or stopped, and every judgement, stays in {year}."
            ).format(year=earlier)
        )
    show_outcome(PLACE)


def _copy(year: int, to_year: int, person: Person) -> Outcome:
    made = change(copy_year, year, to_year)(person)
    text = ngettext(
        "The goals of {year} are those of {to_year} now; {n} open milestone moved along.",
        "The goals of {year} are those of {to_year} now; {n} open milestones moved along.",
        len(made.milestones),
    )
    return text.format(year=year, to_year=to_year, n=len(made.milestones)), None


def _begin(year: int, with_goals: bool, person: Person) -> Outcome:
    change(begin_year, year, with_goals=with_goals)(person)
    return _("The plan of {year} has begun.").format(year=year), None
