"""Leernetwerk, part "leervraag": the question in versions, examples and a checklist, and what the facilitator says."""

from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import seen_by, sharing_control
from pages.goals.data import plan_of
from pages.network.data import at_network
from pages.network.meetings_data import has_before_it
from pages.network.words import question_badges
from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.forms import Form, Outcome, Values, act_button, change, show_outcome
from pages.parts.frame import Frame, answer, plain
from pages.server.session import open_database
from planning.circles import contribution_service as store
from planning.circles.model import Contribution
from planning.core.clock import local_day
from planning.core.notation import day, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.network import cycle_contents as cycle
from planning.network import cycle_service
from planning.network.cycle import CycleState, state_of
from planning.network.cycle_contents import Comment, IntakeTalk, LearningQuestion
from planning.network.cycle_reasons import LONGEST, LONGEST_QUESTION, LONGEST_WHY
from planning.network.cycle_words import CHECKS, EXAMPLE_QUESTIONS
from planning.network.themes import ABOUT_NAMES

PLACE, ADOPTING = "network_question", "network_adopting"
Goal = tuple[int, int]
NO_GOAL: Final[Goal] = (0, 0)


def show(frame: Frame) -> None:
    """How far the question is; its wording, beside what the facilitator said and how it was worded before."""
    at = at_network(frame)
    assert at is not None
    state = state_of(at.contributions, at.seat.viewer)
    answer(_answer(at, state))
    versions = _versions(at)
    left, right = st.columns([1.36, 1])
    with left:
        _wording(frame, at)
    with right:
        _adopting(frame, at, state)
        _talk(frame, at)
        if len(versions) > 1:
            _earlier(at, versions)
        _examples()


def _answer(at: AtCircle, state: CycleState) -> str:
    question = _question(at)
    if question is None:
        return _("**What do you want to learn as a board member?** Word a question about what you yourself do.")
    if state.adopted_version == state.version:
        return _("**Your learning question is adopted:** you work on it in the meetings.")
    comments = [one for one in at.of(cycle.COMMENT) if _about(one) == state.version]
    if comments:
        return _("**The facilitator commented on your question.** You decide the wording.")
    return _("**Your learning question is worded.** Think it over, talk it over with the facilitator, and adopt it.")


def _wording(frame: Frame, at: AtCircle) -> None:
    known = _question(at) or LearningQuestion("")
    goals = _goals(frame)
    with st.container(border=True):
        st.subheader(_("My learning question"), anchor=False)
        form = Form(
            PLACE,
            (
                fields.lines("text", _("The question"), known.text, LONGEST_QUESTION, height=90),
                fields.lines("explanation", _("Explanation"), known.explanation, LONGEST, height=120),
                fields.several(
                    "about", _("What is it about?"), list(ABOUT_NAMES), known.about, lambda key: _(ABOUT_NAMES[key]),
                    placeholder=_("choose one or more"),
                ),
                *([_goal_field(goals, known)] if len(goals) > 1 else []),
                _heading(_("Think it over")),
                *(
                    fields.text(code, _(text), known.considered.get(code, ""), LONGEST_WHY)
                    for code, text in CHECKS.items()
                ),
            ),
            partial(_keep, at),
            _("Keep the question"),
        )  # fmt: skip
        form.show()
        if at.own(cycle.QUESTION):
            sharing_control(at, cycle.QUESTION)
        else:
            st.caption(seen_by(None))


def _goal_field(goals: dict[Goal, str], known: LearningQuestion) -> Field:
    return fields.choice("goal", _("Belongs to a goal"), list(goals), known.goal or NO_GOAL, goals.__getitem__)


def _heading(text: str) -> Field:
    """What stands above fields that belong together; nothing is filled in there."""
    return Field("heading", lambda key: st.markdown(f"**{text}**"), lambda _key: None)


def _goals(frame: Frame) -> dict[Goal, str]:
    """The goals of the plan year that a question can belong to, by year and number."""
    year = frame.today.year
    plan = plan_of(frame, year)
    found = {(year, goal.goal): f"{number(goal.goal)}. {goal.title}" for goal in plan.goals} if plan else {}
    return {NO_GOAL: _("none"), **found}


def _adopting(frame: Frame, at: AtCircle, state: CycleState) -> None:
    if not state.version:
        return
    with st.container(border=True):
        st.subheader(_("How far is it?"), anchor=False)
        parts = [" ".join(question_badges(at, state))]
        adopted = at.own(cycle.ADOPTED)
        if adopted and isinstance(adopted.content, cycle.AdoptedQuestion):
            text = _("Version {n} was adopted on {day}.")
            parts.append(text.format(n=number(adopted.content.version), day=day(adopted.content.on)))
        st.markdown("  \n".join(parts))
        if state.adopted_version != state.version:
            if frame.person.may(Right.DECIDE):
                label = _("Adopt version {n}").format(n=number(state.version))
                act_button(ADOPTING, label, partial(_adopt, at), type="primary", icon=":material/task_alt:")
            else:
                st.caption(_("The chair of the board adopts it."))
        show_outcome(ADOPTING)


def _talk(frame: Frame, at: AtCircle) -> None:
    """The intake: when it is or was, and what the facilitator wrote beside each version."""
    talk = next((one.content for one in at.of(cycle.INTAKE) if isinstance(one.content, IntakeTalk)), None)
    comments = sorted(at.of(cycle.COMMENT), key=_about, reverse=True)
    has_before_it(frame, at, comments)
    with st.container(border=True):
        st.subheader(_("Talk with the facilitator"), anchor=False)
        if talk:
            text = _("You talked it over on **{day}**.") if talk.is_held else _("You talk it over on **{day}**.")
            st.markdown(text.format(day=day(talk.on)))
        elif not comments:
            st.markdown(_("The facilitator reads your question where you share it, and writes beside it."))
        for one in comments:
            if isinstance(one.content, Comment):
                head = _("Beside version {n}, {day}").format(n=number(one.content.version), day=day(local_day(one.at)))
                st.markdown(f":small[:gray[{head}]]  \n{plain(one.content.text)}")


def _earlier(at: AtCircle, versions: tuple[Contribution, ...]) -> None:
    with st.container(border=True):
        n = len(versions) - 1
        title = ngettext("{n} earlier version", "{n} earlier versions", n).format(n=number(n))
        st.subheader(title, anchor=False)
        for one in reversed(versions[:-1]):
            if isinstance(one.content, LearningQuestion):
                head = _("Version {n}, {day}").format(n=number(one.version), day=day(local_day(one.at)))
                st.markdown(f":small[:gray[{head}]]  \n{plain(one.content.text)}")


def _examples() -> None:
    with st.container(border=True):
        st.subheader(_("Examples"), anchor=False)
        st.markdown("\n".join(f"- {_(text)}" for text in EXAMPLE_QUESTIONS))
        st.caption(_("What school boards asked at the start of the PO-Raad’s learning network ICT."))


def _versions(at: AtCircle) -> tuple[Contribution, ...]:
    """Every wording of the own question, first one first."""
    found = store.contributions(
        at.seat.person, open_database(), at.seat.circle.circle_id, cycle.QUESTION, every_version=True
    )
    return tuple(one for one in found if one.owner == at.seat.viewer)


def _question(at: AtCircle) -> LearningQuestion | None:
    found = at.own(cycle.QUESTION)
    return found.content if found and isinstance(found.content, LearningQuestion) else None


def _about(one: Contribution) -> int:
    return one.content.version if isinstance(one.content, Comment) else 0


def _keep(at: AtCircle, person: Person, said: Values) -> Outcome:
    goal = said.get("goal")
    new = LearningQuestion(
        said["text"],
        said["explanation"],
        tuple(said["about"]),
        {code: said[code] for code in CHECKS if said[code]},
        goal if goal and goal != NO_GOAL else None,
    )
    kept = change(cycle_service.save_question, at.seat.circle.circle_id, new)(person)
    return _("Your question is kept as version {n}.").format(n=number(kept.version)), None


def _adopt(at: AtCircle, person: Person) -> Outcome:
    network_id = at.seat.circle.circle_id
    before = at.own(cycle.ADOPTED)
    adopted = change(cycle_service.adopt_question, network_id)(person)
    back = (
        change(store.contribute, network_id, cycle.ADOPTED, cycle.WHOLE, before.content)
        if before
        else change(store.take_back, network_id, cycle.ADOPTED, cycle.WHOLE)
    )
    return _("Version {n} is adopted.").format(n=number(adopted.version)), back
