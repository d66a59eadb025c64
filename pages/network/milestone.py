"""A learning step in the board's own plan: the milestones that point at it, and the steps that one can point at."""

from dataclasses import replace
from functools import partial
from textwrap import shorten
from typing import Final

import streamlit as st

from pages.circles.data import ADDRESS as NETWORK_ADDRESS
from pages.circles.data import AtCircle
from pages.goals.place import GOALS
from pages.network.data import at_network
from pages.network.meetings_data import ADDRESS as MEETING_ADDRESS
from pages.network.place import NETWORK
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, more, plain
from pages.parts.kept import AnswerCache
from pages.server.session import open_database
from planning.core.notation import day
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.goals.changes import LONGEST
from planning.goals.plan import Milestone, Plan, State, SubGoal
from planning.goals.sentences import state_word
from planning.goals.service import add_milestone, change_milestone, plan, years
from planning.network.meeting_contents import STEP, LearningStep
from planning.network.meetings import Meeting

PLACE: Final = "network_milestone"
_plans: Final = AnswerCache[tuple[Plan, ...]](50)


def step_address(at: AtCircle, meeting: int) -> str:
    """Where a learning step stands, within this installation."""
    network_id = at.seat.circle.circle_id
    return NETWORK.url(deel="bijeenkomsten") + f"&{MEETING_ADDRESS}={meeting}&{NETWORK_ADDRESS}={network_id}"


def show(frame: Frame, at: AtCircle, meeting: Meeting, step: LearningStep) -> None:
    """The milestones that point at the own step; without any the form that makes or links one, for whoever plans."""
    plans = _plans_of(frame)
    address = step_address(at, meeting.number)
    if show_pointing(frame, address):
        return
    this = next((one for one in plans if one.year == step.before.year and one.sub_goals), None)
    if this is None or not frame.person.may(Right.PLAN):
        return
    if more("step_milestone", closed=_("Into the plan"), opened=_("Close the form"), icon=":material/flag:"):
        _form(this, address, step, meeting)


def show_pointing(frame: Frame, address: str) -> bool:
    """Each milestone that points at a step, how far it is, and the way to the plan; whether there is any."""
    found = [(plan_, one) for plan_ in _plans_of(frame) for one in plan_.milestones if one.link == address]
    for plan_, one in found:
        title = f"[{plain(one.title)}]({GOALS.url(jaar=str(plan_.year))})"
        text = _("In the plan as milestone: {title}, {day}, {state}")
        color = "green" if one.state is State.DONE else "blue"
        badge = f":{color}-badge[:material/flag: " + _("milestone") + "]"
        st.markdown(f"{badge} {text.format(title=title, day=day(one.due), state=state_word(one.state))}")
    return bool(found)


def steps_to_point_at(frame: Frame) -> dict[str, str]:
    """The own learning steps by address, each with its meeting and what it is; none for who has no network."""
    at = at_network(frame) if frame.person.may(Right.TOGETHER) else None
    if at is None or not at.seat.is_member:
        return {}
    found = [(int(one.key), one.content) for one in at.of(STEP, at.seat.viewer)]
    return {
        step_address(at, number): _("Step after meeting {n}: {what}").format(
            n=number, what=shorten(step.what, 60, placeholder="…")
        )
        for number, step in sorted(found, key=lambda pair: pair[0])
        if isinstance(step, LearningStep)
    }


def _plans_of(frame: Frame) -> tuple[Plan, ...]:
    def read() -> tuple[Plan, ...]:
        found = (plan(frame.person, open_database(), year) for year in years(frame.person, open_database()))
        return tuple(one for one in found if one is not None)

    return _plans.answer(frame.key, read) if frame.person.may(Right.READ) else ()


def _form(this: Plan, address: str, step: LearningStep, meeting: Meeting) -> None:
    parts = {(part.goal, part.sub_goal): part for part in this.sub_goals}
    open_ones = [one for one in this.milestones if one.is_open]
    options: list[Milestone | SubGoal] = [*parts.values(), *open_ones]

    def named(one: Milestone | SubGoal) -> str:
        if isinstance(one, Milestone):
            return _("Existing: {title}, {day}").format(title=one.title, day=day(one.due))
        return _("New, below {goal} · {title}").format(goal=one.goal, title=one.title)

    label, unchosen = _("Which milestone?"), _("choose where it belongs")
    Form(
        PLACE,
        (
            fields.choice("where", label, options, None, named, placeholder=unchosen, missing="milestone_unchosen"),
            fields.text("owner", _("Owner (a role), of a new one"), _("board member"), LONGEST["owner"]),
        ),
        partial(_keep, this, address, step),
        _("Put it in the plan"),
        about=meeting.number,
        look={},
    ).show()


def _keep(this: Plan, address: str, step: LearningStep, person: Person, said: Values) -> Outcome:
    where = said["where"]
    if isinstance(where, Milestone):
        seen = len(this.log_of(where.milestone))
        if where.link:
            raise Refused(Reason("milestone_linked_already", "where", {"title": where.title[:80]}))
        change(change_milestone, this.year, replace(where, link=address), "", seen)(person)
        back = change(change_milestone, this.year, where, _("Undone"), seen + 1)
        return _("The milestone points at this step."), back
    new = Milestone(
        0,
        where.goal,
        where.sub_goal,
        " ".join(step.what.split())[: LONGEST["title"]],
        _("Learning step"),
        said["owner"],
        step.before,
        link=address,
    )
    change(add_milestone, this.year, new)(person)
    return _("The step is a milestone of the plan of {year}.").format(year=this.year), None
