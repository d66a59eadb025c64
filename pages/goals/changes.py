"""What changed since the last board meeting: moved milestones, judgements, and what is measured now and then."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

import streamlit as st

from pages.goals.view import GoalsView
from pages.parts.frame import plain
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.goals.plan import CREATED, MilestoneChange
from planning.goals.sentences import change_text, course_word, figure_name, figure_text, moved_text

FEW: Final = 3  # more new milestones than this are counted, not named


def changes_card(view: GoalsView) -> None:
    """Everything that changed, newest first; figures last."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("Since the last board meeting"), anchor=False)
        if view.meeting is None:
            text = _("No board meeting before this date is filled in: this is since {day}.")
        else:
            text = _("The board met on {day}.")
        st.caption(text.format(day=day(view.since_day)))
        lines = [*_milestones(view), *_judgements(view), *_figures(view)]
        if not lines:
            st.markdown(_("Nothing changed."))
        for line in lines:
            st.markdown(line)


def _milestones(view: GoalsView) -> Iterator[str]:
    known = {milestone.milestone: milestone for milestone in view.plan.milestones}
    planned = [line for line in view.since.milestones if line.field == CREATED]
    told = [line for line in view.since.milestones if line.field != CREATED or len(planned) <= FEW]
    for _key, group in groupby(told, key=lambda line: (line.at, line.milestone)):
        lines = list(group)[::-1]
        milestone = known[lines[0].milestone]
        yield _(":gray-badge[milestone] **Goal {goal}** · {title}: {changes}.").format(
            goal=milestone.goal, title=plain(milestone.title), changes=changes_text(lines)
        ) + signed(lines[0])
    if len(planned) > FEW:
        text = _(":gray-badge[milestone] **{n} milestones** were planned.")
        yield text.format(n=number(len(planned))) + signed(planned[0])


def changes_text(lines: Sequence[MilestoneChange]) -> str:
    """The changes of one moment."""
    return "; ".join(plain(change_text(line)) for line in lines)


def signed(line: MilestoneChange) -> str:
    """Why, who and when of a change."""
    why = f" {plain(line.reason)}" if line.reason else ""
    return f"{why} :small[:gray[{plain(line.person_name)}, {day(line.day)}]]"


def _judgements(view: GoalsView) -> Iterator[str]:
    for before, now in view.since.judgements:
        part = view.plan.part(now.goal, now.sub_goal)
        change = course_word(now.course)
        if before is not None and before.course is not now.course:
            change = f"{course_word(before.course)} → {change}"
        who = f":small[:gray[{plain(now.person_name)}, {day(now.day)}]]"
        yield (
            _(":gray-badge[judged] **Goal {goal}** · {title}: {change}.").format(
                goal=now.goal, title=plain(part.title.split(". ")[0]), change=change
            )
            + f" {plain(now.reason)} {who}"
        )


def _figures(view: GoalsView) -> Iterator[str]:
    for part in view.plan.sub_goals:
        for figure, before in view.figures(part):
            if before is None or figure_text(before) == figure_text(figure):
                continue
            yield _(":gray-badge[measured] **Goal {goal}** · {name}: {before} → {now}, {moved}.").format(
                goal=part.goal,
                name=figure_name(figure.code),
                before=figure_text(before),
                now=figure_text(figure),
                moved=moved_text(figure.moved(before)),
            )
