"""What schools ask: a school asks and sees what became of it, a coach answers."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, act_button, change, show_outcome
from pages.parts.frame import Frame, plain
from pages.parts.places import go_to
from pages.quality_teams.data import teams_view
from pages.quality_teams.place import QUALITY_TEAMS
from planning.core.notation import day, day_and_month, number
from planning.core.rights import Person, Right
from planning.core.translation import gettext as _
from planning.quality_teams.checks import LONGEST_TEXT
from planning.quality_teams.model import Request, VisitState
from planning.quality_teams.request_service import ask, decline, reopen, withdraw
from planning.quality_teams.rules import RequestState, request_state
from planning.quality_teams.service import TeamsView
from planning.quality_teams.words import HELP, help_name, when

PLACE: Final = "requests"
ASK: Final = "ask"
SHOWN: Final = 8  # answered requests; the log has all
BADGES: Final[dict[RequestState, tuple[str, str]]] = {
    "new": ("orange", "forum"),
    "planned": ("blue", "event"),
    "done": ("green", "check_circle"),
    "declined": ("gray", "do_not_disturb_on"),
}


def show(frame: Frame) -> None:
    """A school asks first and reads below or beside what became of it; for a coach it is the other way round."""
    person = frame.person
    if not person.may(Right.CONTRIBUTE):
        _lists(frame)
    elif person.may(Right.VISIT):
        left, right = st.columns([1.62, 1])
        with left:
            _lists(frame)
        with right:
            ask_card(frame)
    else:
        left, right = st.columns(2)
        with left:
            ask_card(frame)
        with right:
            _lists(frame)


def _lists(frame: Frame) -> None:
    found = teams_view(frame)
    asked = [one for one in found.requests if one.asked_on <= frame.as_of]
    states = {one.request_id: request_state(one, found.visits, frame.as_of) for one in asked}
    waiting = [one for one in asked if states[one.request_id] == "new"]
    others = [one for one in reversed(asked) if states[one.request_id] != "new"]
    with st.container(border=True):
        st.subheader(_("Questions that wait · {n}").format(n=number(len(waiting))), anchor=False)
        if not waiting:
            st.markdown(_(":green-badge[:material/check_circle: all well] Every question is answered."))
        for one in waiting:
            _request(frame, one, "new")
            _answers(frame, one)
        show_outcome(PLACE)
    with st.container(border=True):
        st.subheader(_("Requests answered"), anchor=False)
        if not others:
            st.markdown(_("Nothing was answered yet."))
        for one in others[:SHOWN]:
            _request(frame, one, states[one.request_id])


def request_words(found: TeamsView, one: Request, state: RequestState) -> str:
    """The state of a request in a badge, and what became of it."""
    color, icon = BADGES[state]
    answers = [
        visit
        for visit in found.visits
        if visit.request_id == one.request_id and visit.state is not VisitState.CANCELLED
    ]
    text = {
        "new": _("waits since {day}").format(day=day_and_month(one.asked_on)),
        "planned": _("visit {when}").format(when=when(answers[0].day, answers[0].at)) if answers else "",
        "done": _("visited on {day}").format(day=day(answers[0].day)) if answers else "",
        "declined": _("declined"),
    }[state]
    badge = f":{color}-badge[:material/{icon}: {text}]"
    asked = f"{badge}  \n*‘{plain(one.asked)}’* · {help_name(one.kind)}"
    return asked + ("  \n" + _("Reason: {reason}").format(reason=plain(one.reason)) if state == "declined" else "")


def _request(frame: Frame, one: Request, state: RequestState) -> None:
    school = plain(teams_view(frame).school_name(one.school_id))
    st.markdown(f"**{school}** {request_words(teams_view(frame), one, state)}")


def _answers(frame: Frame, one: Request) -> None:
    person = frame.person
    with st.container(horizontal=True):
        if person.may(Right.VISIT, one.school_id):
            if st.button(_("Plan a visit"), icon=":material/event:", key=f"plan_{one.request_id}"):
                go_to(QUALITY_TEAMS, deel="bezoek", school=one.school_id)
            with st.popover(_("Decline")):
                why = fields.lines("reason", _("Reason; the school reads it"), "", LONGEST_TEXT)
                save = partial(_decline, teams_view(frame), one)
                look = {"key": f"decline_{one.request_id}"}
                label = _("Decline with this reason")
                Form(PLACE, (why,), save, label, about=one.request_id, look=look, at_once=True).show_fields()
        elif person.may(Right.CONTRIBUTE, one.school_id):
            act_button(
                PLACE,
                _("Withdraw"),
                partial(_withdraw, teams_view(frame), one),
                type="tertiary",
                icon=":material/undo:",
                key=f"withdraw_{one.request_id}",
            )


def _decline(found: TeamsView, one: Request, person: Person, said: Values) -> Outcome:
    change(decline, one.request_id, said["reason"])(person)
    text = _("The question of {school} is declined; the school reads why.")
    return text.format(school=found.school_name(one.school_id)), change(reopen, one.request_id)


def _withdraw(found: TeamsView, one: Request, person: Person) -> Outcome:
    change(withdraw, one.request_id)(person)
    sentence = _("The question of {school} is withdrawn.").format(school=found.school_name(one.school_id))
    return sentence, change(ask, one.school_id, one.kind, one.asked)


def ask_card(frame: Frame) -> None:
    """A school asks for help: kind and one sentence."""
    found = teams_view(frame)
    mine = [key_ for key_ in found.school_ids if frame.person.may(Right.CONTRIBUTE, key_)]
    first = st.query_params.get("school")
    with st.container(border=True):
        st.subheader(_("Ask for a visit"), anchor=False)
        school = fields.choice(
            "school_id",
            _("School"),
            mine,
            first,
            found.school_name,
            placeholder=_("choose a school"),
            missing="request_without_school",
        )
        parts = (
            *((school,) if len(mine) > 1 else ()),
            fields.pills("kind", _("Kind of help"), list(HELP), help_name),
            fields.lines("asked", _("What do you need?"), "", LONGEST_TEXT, height=100),
        )
        look = {"type": "primary", "icon": ":material/send:", "key": "ask"}
        Form(ASK, parts, partial(_ask, found, mine), _("Ask"), look=look, at_once=True).show()


def _ask(found: TeamsView, mine: Sequence[str], person: Person, said: Values) -> Outcome:
    school_id = said["school_id"] if "school_id" in said else mine[0]
    kept = change(ask, school_id, said["kind"] or "", said["asked"])(person)
    text = _("Asked for {school}. The quality team answers here.").format(school=found.school_name(school_id))
    return text, change(withdraw, kept.request_id)
