"""Judging a sub-goal: how it goes, how sure one is, and why."""

from functools import partial

import streamlit as st

from pages.goals.cards import judgement_text
from pages.goals.view import GoalsView
from pages.goals.words import confidence_word, course_word
from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import now
from pages.server.session import open_database
from planning.core.refusal import Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.goals.changes import LONGEST
from planning.goals.plan import Confidence, Course, SubGoal
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
    with st.form(PLACE, border=False, enter_to_submit=False):
        name = f"{view.kept.year}_{part.goal}_{part.sub_goal}"
        st.segmented_control(_("How does it go?"), BEST_FIRST, format_func=course_word, key=key(PLACE, f"course{name}"))
        st.segmented_control(
            _("How sure are you that it will be there within the year?"),
            list(Confidence),
            format_func=confidence_word,
            key=key(PLACE, f"confidence{name}"),
        )
        st.text_input(_("Why"), max_chars=LONGEST["reason"], key=key(PLACE, f"reason{name}"))
        st.form_submit_button(
            _("Keep the judgement"),
            type="primary",
            on_click=carry_out,
            args=(PLACE, partial(_keep, view.kept.year, part, name)),
        )
    show_outcome(PLACE)


def _keep(year: int, part: SubGoal, name: str, person: Person) -> tuple[str, Back | None]:
    course, confidence = value(PLACE, f"course{name}"), value(PLACE, f"confidence{name}")
    if not isinstance(course, Course) or not isinstance(confidence, Confidence):
        raise Refused(_("Choose how it goes and how sure you are."))
    reason = str(value(PLACE, f"reason{name}") or "")
    judge(person, open_database(), now(), year, part, course, confidence, reason)
    text = _("{title}: judged ‘{course}’. The judgement before it stays in the history.")
    return text.format(title=part.title, course=course_word(course)), None
