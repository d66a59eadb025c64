"""The step in which a meeting ends for a board, what came of it, and what the others say to it."""

from datetime import date, timedelta
from functools import partial
from typing import Final

import streamlit as st

from pages.circles.data import AtCircle
from pages.circles.sharing import sharing_control
from pages.network import milestone
from pages.network.meetings_data import ADDRESS, has_before_it, order_of
from pages.network.writing import WITH_OTHERS, back_to, level_field
from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change
from pages.parts.frame import Frame, more, plain
from planning.circles.model import Contribution, Sharing
from planning.core.notation import day
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.network.meeting_contents import (
    LONGEST,
    LONGEST_WHO,
    STEP,
    STEP_REACTION,
    STEP_RESULT,
    STEP_STATES,
    LearningStep,
    MeetingText,
    StepResult,
    StepState,
    step_key,
)
from planning.network.meeting_service import react_to_step, write_for_meeting
from planning.network.meetings import Meeting

WRITE, RESULT, REACT = "network_step", "network_step_result", "network_step_reaction"
USUALLY: Final = timedelta(days=28)
STATE_BADGES: Final = {
    StepState.TAKEN: ("green", "check_circle"),
    StepState.PARTLY: ("orange", "timelapse"),
    StepState.NOT_YET: ("gray", "radio_button_unchecked"),
}


def step_of(at: AtCircle, owner: str, meeting: int) -> tuple[Contribution, LearningStep] | None:
    """The step of a board after a meeting, as far as it is shared with who looks."""
    found = next((one for one in at.of(STEP, owner) if one.key == str(meeting)), None)
    return (found, found.content) if found and isinstance(found.content, LearningStep) else None


def result_of(at: AtCircle, owner: str, meeting: int) -> StepResult | None:
    """What came of it."""
    found = next((one.content for one in at.of(STEP_RESULT, owner) if one.key == str(meeting)), None)
    return found if isinstance(found, StepResult) else None


def write(frame: Frame, at: AtCircle, meeting: Meeting, following: Meeting | None) -> None:
    """The form of the own step: what, with whom, before when."""
    held = step_of(at, at.seat.viewer, meeting.number)
    before, known = held if held else (None, None)
    usual = max(frame.today, following.day - timedelta(days=1) if following else meeting.day + USUALLY)
    with st.container(border=True):
        st.subheader(_("Your step after this meeting"), anchor=False)
        if known is None:
            st.markdown(_("One step, small enough to take. The next meeting opens with it."))
        Form(
            WRITE,
            (
                fields.lines("what", _("What do you do?"), known.what if known else "", LONGEST, height=90),
                fields.text("with_whom", _("With whom?"), known.with_whom if known else "", LONGEST_WHO),
                fields.beside(
                    fields.day(
                        "before",
                        _("By when?"),
                        known.before if known else usual,
                        missing="learning_step_without_day",
                    ),
                    level_field(before, Sharing.CIRCLE),
                ),
            ),
            partial(_keep, at, meeting, before),
            _("Keep the step") if known is None else _("Change the step"),
            about=meeting.number,
            look={"type": "primary", "icon": ":material/footprint:"},
        ).show()
        if known is not None:
            milestone.show(frame, at, meeting, known)


def _keep(at: AtCircle, meeting: Meeting, before: Contribution | None, person: Person, said: Values) -> Outcome:
    level = said.pop("level")
    step = LearningStep(**said)
    st.query_params[ADDRESS] = str(meeting.number)  # once it is written, the next meeting would come first
    change(write_for_meeting, at.seat.circle.circle_id, STEP, meeting.number, step, level=level)(person)
    text = _("Your step is kept; the next meeting opens with it.")
    return text, back_to(at, before, STEP, str(meeting.number))


def step_words(step: LearningStep) -> str:
    """What, with whom and before when."""
    facts = [_("before {day}").format(day=day(step.before))]
    if step.with_whom:
        facts.insert(0, _("with {who}").format(who=plain(step.with_whom)))
    return f"{plain(step.what)}  \n:small[{' · '.join(facts)}]"


def result_badge(result: StepResult | None, step: LearningStep, today: date) -> str:
    """How far a step came: mark, word and colour."""
    if result is not None:
        color, icon = STATE_BADGES[result.state]
        return f":{color}-badge[:material/{icon}: {_(STEP_STATES[result.state])}]"
    if step.before < today:
        return ":orange-badge[:material/event_busy: " + _("the date is past") + "]"
    return f":blue-badge[:material/event: {day(step.before)}]"


def opening(frame: Frame, at: AtCircle, last: Meeting) -> None:
    """What the meeting opens with: the step of last time, and what came of it."""
    held = step_of(at, at.seat.viewer, last.number)
    if held is None:
        return
    _own, step = held
    result = result_of(at, at.seat.viewer, last.number)
    with st.container(border=True):
        st.subheader(_("This meeting opens with your step"), anchor=False)
        st.markdown(f"{result_badge(result, step, frame.today)}  \n{step_words(step)}")
        milestone.show_pointing(frame, milestone.step_address(at, last.number))
        mine = at.own(STEP_RESULT, str(last.number))
        Form(
            RESULT,
            (
                fields.segments(
                    "state",
                    _("How far did you come?"),
                    list(StepState),
                    result.state if result else None,
                    lambda state: _(STEP_STATES[state]),
                    missing="step_state_missing",
                ),
                fields.lines("text", _("What came of it?"), result.text if result else "", LONGEST, height=90),
            ),
            partial(_keep_result, at, last.number, mine),
            _("Keep what came of it"),
            about=last.number,
            look={},
        ).show()
        sharing_control(at, STEP_RESULT, str(last.number))


def _keep_result(at: AtCircle, which: int, before: Contribution | None, person: Person, said: Values) -> Outcome:
    change(write_for_meeting, at.seat.circle.circle_id, STEP_RESULT, which, StepResult(**said))(person)
    return _("What came of your step is kept."), back_to(at, before, STEP_RESULT, str(which))


def reactions_to(at: AtCircle, owner: str, which: int) -> tuple[Contribution, ...]:
    """What is said to a step, as far as who looks may see it."""
    return tuple(one for one in at.of(STEP_REACTION) if one.key == step_key(owner, which))


def to_mine(frame: Frame, at: AtCircle, which: int) -> None:
    """What the others say to the own step."""
    found = reactions_to(at, at.seat.viewer, which)
    if not found:
        return
    has_before_it(frame, at, found)
    with st.container(border=True):
        st.subheader(_("What others say about your step"), anchor=False)
        _list(at, found)


def _list(at: AtCircle, found: tuple[Contribution, ...]) -> None:
    for one in found:
        if isinstance(one.content, MeetingText):
            st.markdown(f"**{plain(at.name(one.owner))}**  \n{plain(one.content.text)}")


def of_others(frame: Frame, at: AtCircle, meeting: Meeting) -> None:
    """The steps that others share, each to be mirrored."""
    shared = [(owner, held) for owner in order_of(at) if (held := step_of(at, owner, meeting.number))]
    others = [(owner, held) for owner, held in shared if owner != at.seat.viewer]
    st.subheader(_("Steps of the others"), anchor=False)
    if not others:
        st.markdown(_("Nobody else shares a step of this meeting yet."))
        return
    st.caption(_("What others write on a step shows once your own text on it is in. Its owner reads everything."))
    has_before_it(frame, at, [one for _owner, (one, _step) in others])
    for owner, (_one, step) in others:
        with st.container(border=True):
            result = result_of(at, owner, meeting.number)
            st.markdown(f"**{plain(at.name(owner))}** {result_badge(result, step, frame.today)}  \n{step_words(step)}")
            if result is not None and result.text:
                st.markdown(":small[" + _("What came of it") + f": {plain(result.text)}]")
            _react(frame, at, owner, meeting.number)


def _react(frame: Frame, at: AtCircle, owner: str, which: int) -> None:
    key = step_key(owner, which)
    mine = at.own(STEP_REACTION, key)
    known = mine.content.text if mine and isinstance(mine.content, MeetingText) else ""
    seen = reactions_to(at, owner, which)
    has_before_it(frame, at, seen)
    _list(at, tuple(one for one in seen if one.owner != at.seat.viewer))
    if mine is not None:
        st.markdown("**" + _("You") + f"**  \n{plain(known)}")
    name = f"react_{owner}_{which}"
    if not more(
        name,
        closed=_("Mirror this step") if mine is None else _("Change your text"),
        opened=_("Close the form"),
        icon=":material/reply:",
    ):
        return
    Form(
        REACT,
        (
            fields.lines("text", _("What do you see, what would you ask?"), known, LONGEST, height=90),
            level_field(mine, Sharing.CIRCLE, WITH_OTHERS),
        ),
        partial(_keep_reaction, at, owner, which, mine),
        _("Send it"),
        about=f"{owner}_{which}",
    ).show()


def _keep_reaction(
    at: AtCircle, owner: str, which: int, before: Contribution | None, person: Person, said: Values
) -> Outcome:
    change(react_to_step, at.seat.circle.circle_id, owner, which, said["text"], level=said["level"])(person)
    text = _("{name} reads what you wrote.").format(name=at.name(owner))
    return text, back_to(at, before, STEP_REACTION, step_key(owner, which))
