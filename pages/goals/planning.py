"""Planning: a new goal, sub-goal or milestone, other words for one that is there, and the days of board meetings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from pages.goals.view import GoalsView
from pages.parts import fields
from pages.parts.fields import Field, FieldRow
from pages.parts.forms import Back, Form, Outcome, Values, change
from planning.core.notation import day, listed
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.goals.changes import LONGEST
from planning.goals.measures import MEASURES
from planning.goals.plan import Goal, Milestone, Plan, SubGoal
from planning.goals.service import add_milestone, remove_goal, save_goal, save_sub_goal, set_meetings

ADD, WORDS, MEETINGS = "goals_add_form", "goals_words_form", "goals_meetings_form"


def adding_part(view: GoalsView) -> None:
    """Add a milestone, a sub-goal or a goal; each needs the one above it."""
    plan = view.kept
    kinds = {"goal": _("goal")}
    if plan.goals:
        kinds["sub_goal"] = _("sub-goal")
    if plan.sub_goals:
        kinds["milestone"] = _("milestone")
    options = list(reversed(kinds))
    what = st.radio(_("What is new?"), options, format_func=kinds.__getitem__, horizontal=True, key="goals_new")
    parts = {"milestone": _milestone_fields, "sub_goal": _sub_goal_fields, "goal": _goal_fields}[what]
    Form(ADD, parts(plan), partial(_add, plan, what), _("Add")).show()


def _goal_fields(_plan: Plan) -> tuple[Field | FieldRow, ...]:
    return _title_fields(_("Goal"))


def _title_fields(label: str) -> tuple[Field, ...]:
    return (
        fields.text("title", label, "", LONGEST["title"]),
        fields.text("short", _("Short name, for the timeline"), "", LONGEST["short"]),
    )


def _sub_goal_fields(plan: Plan) -> tuple[Field | FieldRow, ...]:
    numbers = [goal.goal for goal in plan.goals]
    return (
        fields.choice("goal", _("Belongs to goal"), numbers, None, lambda n: f"{n}. {plan.goal(n).title}"),
        fields.text("title", _("Sub-goal"), "", LONGEST["title"]),
        _measure_field(""),
    )


def _measure_field(chosen: str) -> Field:
    def named(code: str) -> str:
        return _(MEASURES[code]) if code else _("nothing: judged only")

    return fields.choice("measure", _("Measured by"), ["", *MEASURES], chosen, named)


def _milestone_fields(plan: Plan) -> tuple[Field | FieldRow, ...]:
    return (
        fields.choice(
            "part", _("Belongs to sub-goal"), plan.sub_goals, None, lambda part: f"{part.goal} · {part.title}"
        ),
        *_title_fields(_("Milestone: what will be there?")),
        fields.beside(
            fields.day("due", _("Date"), missing="milestone_without_date"),
            fields.text("owner", _("Owner (a role)"), "", LONGEST["owner"]),
        ),
    )


def _add(plan: Plan, what: str, person: Person, said: Values) -> Outcome:
    sentence = _("Added: {title}.").format(title=said["title"])
    if what == "milestone":
        part = said.pop("part")
        change(add_milestone, plan.year, Milestone(0, part.goal, part.sub_goal, **_with_short(said)))(person)
        return sentence, None  # a milestone has a log from its first day: it is stopped, not undone
    added: Goal | SubGoal
    if what == "sub_goal":
        added = change(save_sub_goal, plan.year, SubGoal(sub_goal=0, **said))(person)
    else:
        added = change(save_goal, plan.year, Goal(0, **_with_short(said)))(person)
    return sentence, change(remove_goal, plan.year, added)


def _with_short(said: Values) -> Values:
    return said | {"short": said["short"] or said["title"][: LONGEST["short"]]}


def words_part(view: GoalsView) -> None:
    """Put a goal or sub-goal in other words; what measures it can be chosen anew."""
    plan = view.kept
    known: list[Goal | SubGoal] = []
    for goal in plan.goals:
        known += [goal, *plan.parts(goal.goal)]
    if not known:
        st.markdown(_("There is no goal yet. Add one first."))
        return
    number = st.selectbox(
        _("Goal or sub-goal"), range(len(known)), format_func=lambda n: _named(known[n]), key="goals_in_words"
    )
    before = known[number]
    if isinstance(before, Goal):
        other = fields.text("short", _("Short name, for the timeline"), before.short, LONGEST["short"])
    else:
        other = _measure_field(before.measure)
    title = fields.text("title", _("In words"), before.title, LONGEST["title"])
    Form(WORDS, (title, other), partial(_reword, plan.year, before), _("Keep the words"), about=number).show()


def _named(one: Goal | SubGoal) -> str:
    return f"{one.goal}. {one.title}" if isinstance(one, Goal) else f"{one.goal} · {one.title}"


def _reword(year: int, before: Goal | SubGoal, person: Person, said: Values) -> Outcome:
    back: Back
    if isinstance(before, Goal):
        back = change(save_goal, year, before)
        change(save_goal, year, replace(before, **_with_short(said)))(person)
    else:
        back = change(save_sub_goal, year, before)
        change(save_sub_goal, year, replace(before, **said))(person)
    return _("In words now: {title}.").format(title=said["title"]), back


def meetings_part(view: GoalsView) -> None:
    """The days of the board's meetings in the year."""
    year = view.kept.year
    known = [meeting for meeting in view.kept.meetings if meeting.year == year]
    st.caption(_("What changed is told since the last meeting before the reference date."))
    first, last = date(year, 1, 1), date(year, 12, 31)
    Form(
        MEETINGS,
        (
            fields.several("known", _("The board meets on"), known, known, day, placeholder=_("no day yet")),
            fields.day("new", _("One more day"), min_value=first, max_value=last),
        ),
        partial(_meet, year, known),
        _("Keep the days"),
        about=year,
    ).show()


def _meet(year: int, before: Sequence[date], person: Person, said: Values) -> Outcome:
    days = sorted({*said["known"], *([said["new"]] if said["new"] else [])})
    change(set_meetings, year, days)(person)
    sentence = _("The board meets on {days}.").format(days=listed([day(one) for one in days]))
    if not days:
        sentence = _("No board meetings in {year}.").format(year=year)
    return sentence, change(set_meetings, year, before)
