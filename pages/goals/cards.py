"""A goal on a card: what is measured of it, what is counted, and what people judge; each says which of them it is."""

from collections.abc import Sequence

import streamlit as st

from pages.goals.view import GoalsView
from pages.parts.frame import plain
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.goals.figures import Figure
from planning.goals.plan import Judgement, State, SubGoal
from planning.goals.sentences import (
    badge,
    confidence_word,
    course_word,
    figure_name,
    figure_note,
    figure_text,
    moved_text,
    share_text,
)
from planning.goals.standing import WORST_FIRST, Standing


def goal_cards(view: GoalsView) -> None:
    """All goals, two across."""

    def draw() -> None:
        with st.grid(2, min_column_width=380):
            for one in view.standings:
                goal_card(view, one)

    view.frame.card("goals", draw, view.plan.year)


def goal_card(view: GoalsView, one: Standing) -> None:
    """One goal with its sub-goals."""
    goal = view.plan.goal(one.goal)
    with st.container(border=True, height="stretch"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            st.subheader(f"{goal.goal}. {plain(goal.title)}", anchor=False, width="content")
            st.markdown(badge(one.course), width="content")
        st.caption(ground(one))
        for part in view.plan.parts(one.goal):
            _part(view, part)
        st.caption(_people(view, one))


def ground(one: Standing) -> str:
    """Where the word in the badge comes from."""
    return {
        "milestone": _("by its milestones: one that is late makes the goal late"),
        "judgement": _("by what people judge, the worst of its parts"),
        "calendar": _("by its milestones; nobody judged it yet"),
        "nothing": _("there is no open milestone and no judgement"),
    }[one.source]


def _part(view: GoalsView, part: SubGoal) -> None:
    st.markdown(f"**{plain(part.title)}**")
    figures = view.figures(part)
    for figure, before in figures:
        show_figure(figure, before, view.plan.year, since=view.meeting is not None)
    milestones = view.plan.milestones_of(part.goal, part.sub_goal)
    planned = [milestone for milestone in milestones if milestone.state is not State.STOPPED]
    if planned:
        done = sum(milestone.state is State.DONE for milestone in planned)
        text = _("counted · {n} of {total} milestones").format(n=number(done), total=number(len(planned)))
        if figures:
            st.caption(text)
        else:
            st.progress(done / len(planned), text=text)
    st.markdown(judgement_text(view.plan.judged(part.goal, part.sub_goal), view.plan.judgements))


def show_figure(figure: Figure, before: Figure | None, year: int, *, since: bool) -> None:
    """A measured figure, where it came from, whether it went better since the last meeting, and its bar."""
    note = figure_note(figure, year)
    text = _("measured · {name}: {figure}").format(
        name=figure_name(figure.code), figure=f"**{figure_text(figure)}**" + (f" ({note})" if note else "")
    )
    if since and before is not None and before.now is not None and figure.now is not None:
        text += " · " + moved_text(figure.moved(before))
    if figure.share is None:
        st.caption(text)
    else:
        st.progress(figure.share, text=f"{text} · {share_text(figure)}")


def judgement_text(last: Judgement | None, every: Sequence[Judgement]) -> str:
    """What somebody judged last, how sure, why, and whether it went better than the time before."""
    if last is None:
        return _(":material/rate_review: Judged: nobody said yet how this goes.")
    text = _(":material/rate_review: Judged: **{course}**, {confidence}.").format(
        course=course_word(last.course), confidence=confidence_word(last.confidence)
    )
    earlier = [j for j in every if (j.goal, j.sub_goal) == (last.goal, last.sub_goal) and j.line == last.line - 1]
    if earlier and earlier[0].course is not last.course:
        better = WORST_FIRST.index(last.course) - WORST_FIRST.index(earlier[0].course)
        was = _("was {course}").format(course=course_word(earlier[0].course))
        text += f" {moved_text(1 if better > 0 else -1)} ({was})."
    who = f"{plain(last.person_name)}, {day(last.day)}"
    return f"{text} {plain(last.reason)} :small[:gray[{who}]]"


def _people(view: GoalsView, one: Standing) -> str:
    milestones = view.plan.milestones_of(one.goal)
    owners = list(dict.fromkeys(plain(m.owner) for m in milestones if m.is_open))
    evidence = [plain(m.evidence) for m in milestones if m.evidence]
    parts = [f":material/person: {owner}" for owner in owners] + [f":material/attach_file: {one}" for one in evidence]
    return " · ".join(parts) or _("Nobody owns an open milestone of it.")
