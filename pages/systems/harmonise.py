"""Systems, towards one: what each function costs per pupil, which could do with one system, and a step as milestone."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from pages.goals.data import plan_of, plan_years
from pages.goals.place import GOALS
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, plain, table_and_download
from pages.parts.places import show_link
from pages.parts.show import show_table
from pages.systems.data import candidates_of, costs_of, systems_view
from planning.core.notation import day, money, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.goals.changes import LONGEST
from planning.goals.plan import Milestone, Plan, State, year_in_force
from planning.systems.contracts import HarmonisingCandidate
from planning.systems.model import HarmonisingStep
from planning.systems.rules import FunctionCost
from planning.systems.service import plan_step
from planning.systems.words import euros
from planning.workbooks.board_table import board_excel
from planning.workbooks.writing import EURO, EURO_CENTS

PLACE: Final = "systems_step"
SHOWN: Final = 10


def show(frame: Frame) -> None:
    """Candidates on the left; on the right what functions cost, and a step for the goal plan."""
    found = candidates_of(frame)
    left, right = st.columns([1.25, 1])
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("Could become one system"), anchor=False)
        frame.card("systems_candidates", lambda: _candidates(frame, found))
    with right:
        with st.container(border=True):
            st.subheader(_("Cost per pupil per function"), anchor=False)
            _costs(frame)
        if found and frame.person.may(Right.PLAN):
            _step(frame, found)


def _candidates(frame: Frame, found: Sequence[HarmonisingCandidate]) -> None:
    if not found:
        st.markdown(_("Every function has one system at all schools."))
        return
    steps = {step.function: step for step in systems_view(frame).steps}
    st.markdown("\n".join(_candidate(frame, one, steps.get(one.function.code)) for one in found))
    st.caption(
        _(
            "The date is the first on which no known contract binds any more, when notice is given in time; a contract "
            "that goes on by itself does so by a year."
        )
    )


def _candidate(frame: Frame, one: HarmonisingCandidate, step: HarmonisingStep | None) -> str:
    systems = " · ".join(
        f"{plain(system.name)} {number(system.columns)}" + (f" ({money(system.cents)})" if system.cents else "")
        for system in one.systems
    )
    told = [_("together {money} a year").format(money=money(one.cents)) if one.cents else _("cost not filled in")]
    if one.unknown_costs and one.cents:
        told.append(
            ngettext("{n} line without cost", "{n} lines without cost", one.unknown_costs).format(
                n=number(one.unknown_costs)
            )
        )
    if one.together_on:
        told.append(_("can end together on {day}").format(day=day(one.together_on)))
    if one.unknown_ends:
        told.append(
            ngettext("{n} contract without an end date", "{n} contracts without an end date", one.unknown_ends).format(
                n=number(one.unknown_ends)
            )
        )
    several = _("{n} systems").format(n=number(len(one.systems)))
    name = f"**{plain(one.function.name)}** :yellow-badge[{several}]"
    lines = [f"- {name}", f":small[{systems}]", f":small[{' · '.join(told)}]"]
    if step is not None and (planned := _planned(frame, step)):
        lines.append(planned)
    return "  \n  ".join(lines)


def _planned(frame: Frame, step: HarmonisingStep) -> str | None:
    plan = plan_of(frame, step.year)
    found = next((one for one in plan.milestones if one.milestone == step.milestone), None) if plan else None
    if found is None:
        return None
    color, icon = ("green", "check_circle") if found.state is State.DONE else ("blue", "flag")
    if found.state is State.STOPPED:
        color, icon = "gray", "block"
    return f":{color}-badge[:material/{icon}: " + _("milestone") + f"] {plain(found.title)}, {day(found.due)}"


def _costs(frame: Frame) -> None:
    costs = [cost for cost in costs_of(frame) if cost.cents]
    if not costs:
        st.markdown(_("No cost is filled in yet."))
        return
    rows = [
        {
            _("Function"): plain(cost.function.name),
            _("Per pupil"): "–" if cost.cents_per_pupil is None else euros(cost.cents_per_pupil),
            _("A year"): money(cost.cents),
        }
        for cost in costs
    ]
    show_table(rows[:SHOWN], _("Table"), beside=True, figures=[_("Per pupil"), _("A year")])
    st.caption(_("Per pupil of the schools of which the cost is known, with the last count of pupils."))
    if table_and_download(
        "systems_costs",
        lambda: board_excel(
            frame.board,
            frame.as_of,
            _cost_table(costs),
            _("Cost per pupil per function"),
            about=[_("Per pupil of the schools of which the cost is known, with the last count of pupils.")],
            formats={_("Per pupil"): EURO_CENTS, _("A year"): EURO},
        ),
        f"systemen-kosten-{frame.board.board_id}.xlsx",
    ):
        show_table(rows[SHOWN:], _("Table"), beside=True, figures=[_("Per pupil"), _("A year")])


def _cost_table(costs: Sequence[FunctionCost]) -> pd.DataFrame:
    """Every function with amounts as numbers."""
    return pd.DataFrame(
        [
            {
                _("Function"): cost.function.name,
                _("Per pupil"): None if cost.cents_per_pupil is None else cost.cents_per_pupil / 100,
                _("A year"): cost.cents / 100,
                _("Pupils"): cost.pupils,
                _("Lines without cost"): cost.unknown,
            }
            for cost in costs
        ]
    )


def _step(frame: Frame, found: Sequence[HarmonisingCandidate]) -> None:
    """A milestone in the plan in force."""
    with st.container(border=True):
        st.subheader(_("Make it a step of the plan"), anchor=False)
        year = year_in_force(plan_years(frame), frame.today)
        plan = plan_of(frame, year) if year is not None else None
        if plan is None or not plan.sub_goals:
            st.markdown(_("A step is a milestone of a goal plan with sub-goals; there is none yet."))
            show_link(GOALS, _("To the goals"))
            return
        by_code = {one.function.code: one for one in found}
        code = st.selectbox(
            _("Function"), list(by_code), format_func=lambda code: by_code[code].function.name, key="systems_step_for"
        )
        _step_form(plan, by_code[code], frame.today).show()


def _step_form(plan: Plan, one: HarmonisingCandidate, today: date) -> Form:
    last = date(plan.year + 1, 12, 31)
    due = min(max(one.together_on or last, today), last)
    names = [system.name for system in one.systems]
    title = _("One system for {function}").format(function=one.function.name)
    return Form(
        PLACE,
        (
            fields.choice("system", _("Which one"), names, None, placeholder=_("still to be chosen")),
            fields.choice(
                "part", _("Belongs to sub-goal"), plan.sub_goals, None, lambda part: f"{part.goal} · {part.title}"
            ),
            fields.text("title", _("Milestone: what will be there?"), title, LONGEST["title"]),
            fields.day("due", _("Date"), due, missing="milestone_without_date"),
            fields.text("owner", _("Owner (a role)"), _("group ICT coordinator"), LONGEST["owner"]),
        ),
        partial(_plan, plan.year, one),
        _("Add to the plan"),
        about=one.function.code,
    )


def _plan(year: int, one: HarmonisingCandidate, person: Person, said: Values) -> Outcome:
    part, system = said["part"], said["system"] or ""
    short = one.function.name[: LONGEST["short"]]
    new = Milestone(0, part.goal, part.sub_goal, said["title"], short, said["owner"], said["due"])
    change(plan_step, year, new, one.function.code, system)(person)
    return _("In the plan of {year}: {title}.").format(year=year, title=new.title), None
