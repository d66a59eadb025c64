"""Judging a sub-goal: how it goes, how sure one is, and why."""

from functools import partial

import streamlit as st

from pages.goals.cards import judgement_text
from pages.goals.view import GoalsView
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.goals.changes import LONGEST
from planning.goals.plan import Confidence, Course, SubGoal
from planning.goals.sentences import confidence_word, course_word
from planning.goals.service import judge

PLACE = "goals_judgement_form"
BEST_FIRST = tuple(reversed(Course))


def judgement_part(view: GoalsView) -> None:
    """Choose a sub-goal and say how it goes."""
    parts = view.kept.sub_goals
    if not parts:
        st.markdown(_("There is no sub-goal yet. Add one first."))
        return
    number = st.selectbox(
        _("Sub-goal"), range(len(parts)), format_func=lambda n: f"{parts[n].goal} · {parts[n].title}", key="goals_part"
    )
    part = parts[number]
    st.markdown(judgement_text(view.kept.judged(part.goal, part.sub_goal), view.kept.judgements))
    Form(
        PLACE,
        (
            fields.segments(
                "course", _("How does it go?"), BEST_FIRST, None, course_word, missing="judgement_incomplete"
            ),
            fields.segments(
                "confidence",
                _("How sure are you that it will be there within the year?"),
                list(Confidence),
                None,
                confidence_word,
                missing="judgement_incomplete",
            ),
            fields.text("reason", _("Why"), "", LONGEST["reason"]),
        ),
        partial(_keep, view.kept.year, part),
        _("Keep the judgement"),
        about=f"{view.kept.year}_{part.goal}_{part.sub_goal}",
    ).show()


def _keep(year: int, part: SubGoal, person: Person, said: Values) -> Outcome:
    change(judge, year, part, said["course"], said["confidence"], said["reason"])(person)
    text = _("{title}: judged ‘{course}’. The judgement before it stays in the history.")
    return text.format(title=part.title, course=course_word(said["course"])), None
