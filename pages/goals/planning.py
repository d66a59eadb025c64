"""Planning: a new goal, sub-goal or milestone, other words for one that is there, and the days of board meetings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import cast

import streamlit as st

from pages.goals.view import GoalsView
from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import DATE_FORMATS, now
from pages.server.session import open_database
from planning.core.notation import day, listed
from planning.core.refusal import Refused
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import language
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
    with st.form(ADD, border=False, enter_to_submit=False):
        if what == "milestone":
            _milestone_fields(plan)
        elif what == "sub_goal":
            _sub_goal_fields(plan)
        else:
            _title_fields(_("Goal"))
        st.form_submit_button(_("Add"), type="primary", on_click=carry_out, args=(ADD, partial(_add, plan, what)))
    show_outcome(ADD)


def _title_fields(label: str) -> None:
    st.text_input(label, max_chars=LONGEST["title"], key=key(ADD, "title"))
    st.text_input(_("Short name, for the timeline"), max_chars=LONGEST["short"], key=key(ADD, "short"))


def _sub_goal_fields(plan: Plan) -> None:
    st.selectbox(
        _("Belongs to goal"),
        [goal.goal for goal in plan.goals],
        format_func=lambda n: f"{n}. {plan.goal(n).title}",
        key=key(ADD, "goal"),
    )
    st.text_input(_("Sub-goal"), max_chars=LONGEST["title"], key=key(ADD, "title"))
    _measure_field(key(ADD, "measure"), "")


def _measure_field(name: str, chosen: str) -> None:
    options = ["", *MEASURES]
    st.selectbox(
        _("Measured by"),
        options,
        index=options.index(chosen) if chosen in options else 0,
        format_func=lambda code: _(MEASURES[code]) if code else _("nothing: judged only"),
        key=name,
    )


def _milestone_fields(plan: Plan) -> None:
    parts = plan.sub_goals
    st.selectbox(
        _("Belongs to sub-goal"),
        range(len(parts)),
        format_func=lambda n: f"{parts[n].goal} · {parts[n].title}",
        key=key(ADD, "part"),
    )
    _title_fields(_("Milestone: what will be there?"))
    left, right = st.columns(2)
    with left:
        st.date_input(_("Date"), None, format=DATE_FORMATS[language()], key=key(ADD, "due"))
    with right:
        st.text_input(_("Owner (a role)"), max_chars=LONGEST["owner"], key=key(ADD, "owner"))


def _add(plan: Plan, what: str, person: Person) -> tuple[str, Back | None]:
    title = str(value(ADD, "title") or "").strip()
    short = str(value(ADD, "short") or "").strip() or title[: LONGEST["short"]]
    database, year = open_database(), plan.year
    sentence = _("Added: {title}.").format(title=title)
    if what == "milestone":
        due = value(ADD, "due")
        if not isinstance(due, date):
            raise Refused(_("There is no date yet. Choose the day on which it is to be there."))
        part = plan.sub_goals[cast("int", value(ADD, "part"))]
        owner = str(value(ADD, "owner") or "").strip()
        add_milestone(person, database, now(), year, Milestone(0, part.goal, part.sub_goal, title, short, owner, due))
        return sentence, None  # a milestone has a log from its first day: it is stopped, not undone
    added: Goal | SubGoal
    if what == "sub_goal":
        goal, measure = cast("int", value(ADD, "goal")), str(value(ADD, "measure") or "")
        added = save_sub_goal(person, database, now(), year, SubGoal(goal, 0, title, measure))
    else:
        added = save_goal(person, database, now(), year, Goal(0, title, short))
    return sentence, lambda someone: remove_goal(someone, open_database(), now(), year, added)


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
    with st.form(WORDS, border=False, enter_to_submit=False):
        st.text_input(_("In words"), before.title, max_chars=LONGEST["title"], key=key(WORDS, f"title{number}"))
        if isinstance(before, Goal):
            short = _("Short name, for the timeline")
            st.text_input(short, before.short, max_chars=LONGEST["short"], key=key(WORDS, f"short{number}"))
        else:
            _measure_field(key(WORDS, f"measure{number}"), before.measure)
        st.form_submit_button(
            _("Keep the words"),
            type="primary",
            on_click=carry_out,
            args=(WORDS, partial(_reword, plan.year, before, number)),
        )
    show_outcome(WORDS)


def _named(one: Goal | SubGoal) -> str:
    return f"{one.goal}. {one.title}" if isinstance(one, Goal) else f"{one.goal} · {one.title}"


def _reword(year: int, before: Goal | SubGoal, number: int, person: Person) -> tuple[str, Back | None]:
    title = str(value(WORDS, f"title{number}") or "").strip()
    if isinstance(before, Goal):
        short = str(value(WORDS, f"short{number}") or "").strip() or title[: LONGEST["short"]]
        save_goal(person, open_database(), now(), year, replace(before, title=title, short=short))
    else:
        measure = str(value(WORDS, f"measure{number}") or "")
        save_sub_goal(person, open_database(), now(), year, replace(before, title=title, measure=measure))
    sentence = _("In words now: {title}.").format(title=title)
    return sentence, lambda someone: _put_back(year, before, someone)


def _put_back(year: int, before: Goal | SubGoal, someone: Person) -> None:
    if isinstance(before, Goal):
        save_goal(someone, open_database(), now(), year, before)
    else:
        save_sub_goal(someone, open_database(), now(), year, before)


def meetings_part(view: GoalsView) -> None:
    """The days of the board's meetings in the year."""
    year = view.kept.year
    known = [meeting for meeting in view.kept.meetings if meeting.year == year]
    st.caption(_("What changed is told since the last meeting before the reference date."))
    with st.form(MEETINGS, border=False, enter_to_submit=False):
        st.multiselect(
            _("The board meets on"),
            known,
            known,
            format_func=day,
            placeholder=_("no day yet"),
            key=key(MEETINGS, f"known{year}"),
        )
        st.date_input(
            _("One more day"),
            None,
            min_value=date(year, 1, 1),
            max_value=date(year, 12, 31),
            format=DATE_FORMATS[language()],
            key=key(MEETINGS, f"new{year}"),
        )
        st.form_submit_button(
            _("Keep the days"), type="primary", on_click=carry_out, args=(MEETINGS, partial(_meet, year, known))
        )
    show_outcome(MEETINGS)


def _meet(year: int, before: Sequence[date], person: Person) -> tuple[str, Back | None]:
    days = list(cast("Sequence[date]", value(MEETINGS, f"known{year}") or []))
    new = value(MEETINGS, f"new{year}")
    if isinstance(new, date):
        days.append(new)
    set_meetings(person, open_database(), now(), year, days)
    sentence = _("The board meets on {days}.").format(days=listed([day(one) for one in sorted(set(days))]))
    if not days:
        sentence = _("No board meetings in {year}.").format(year=year)
    return sentence, lambda someone: set_meetings(someone, open_database(), now(), year, before)
