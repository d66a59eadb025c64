"""The goals of a year side by side: how each one stands, and its late or next milestone."""

import streamlit as st

from pages.goals.place import GOALS
from pages.goals.view import GoalsView, goals_in_force
from pages.parts.frame import Frame, plain
from pages.parts.places import show_link
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.goals.sentences import badge, days_late, figure_name, figure_text
from planning.goals.standing import Standing


def goal_tiles(view: GoalsView, *, progress: bool) -> None:
    """A tile for each goal; with `progress` also what is measured and counted of it."""
    with st.grid(4, min_column_width=190):
        for one in view.standings:
            with st.container(border=True, height="stretch", gap="small"):
                goal = view.plan.goal(one.goal)
                st.markdown(f"**{goal.goal}. {plain(goal.title if progress else goal.short)}**  \n{badge(one.course)}")
                if progress:
                    _progress(view, one)
                st.caption(milestone_note(view, one))


def goals_of_the_year(frame: Frame) -> None:
    """On the overview: the goals in force, each with what is measured, counted and late or next."""
    view = goals_in_force(frame)
    if view is None or not view.plan.goals:
        return

    def tiles() -> None:
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(_("Goals of {year}").format(year=view.plan.year), anchor=False, width="content")
            show_link(GOALS, _("To the goals"), icon_position="right")
        goal_tiles(view, progress=True)

    frame.card("goal-tiles", tiles)


def milestone_note(view: GoalsView, one: Standing) -> str:
    """What is late, else what comes next."""
    if one.late:
        late = one.late[0]
        text = _("{late}: {title}, {day}").format(
            late=days_late(late.days_late(view.frame.as_of)), title=plain(late.title), day=day(late.due)
        )
        rest = len(one.late) - 1
        return text + (" " + _("(and {n} more)").format(n=number(rest)) if rest else "")
    if one.next:
        return _("Next: {title}, {day}").format(title=plain(one.next.title), day=day(one.next.due))
    return _("No milestone is open.")


def _progress(view: GoalsView, one: Standing) -> None:
    # the first figure of each part; all of them stand on the page of the goals
    figures = [found[0][0] for part in view.plan.parts(one.goal) if (found := view.figures(part))]
    lines = [_("measured · {name}: {figure}").format(name=figure_name(f.code), figure=figure_text(f)) for f in figures]
    if lines:
        st.markdown("  \n".join(f":small[{line}]" for line in lines))
    if one.planned:
        counted = _("{n} of {total} milestones").format(n=number(one.done), total=number(one.planned))
        st.progress(one.done / one.planned, text=counted)
