"""What schools ask: a school asks and sees what became of it, a coach answers."""

from functools import partial
from typing import Final, cast

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import Frame, now, plain
from pages.parts.places import go_to
from pages.parts.theme import segment
from pages.quality_teams.data import teams_view
from pages.quality_teams.place import QUALITY_TEAMS
from pages.server.session import open_database
from planning.core.notation import day, day_and_month, number
from planning.core.refusal import Refused
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
                st.text_area(_("Reason; the school reads it"), max_chars=LONGEST_TEXT, key=_reason(one))
                st.button(
                    _("Decline with this reason"),
                    key=f"decline_{one.request_id}",
                    on_click=carry_out,
                    args=(PLACE, partial(_decline, teams_view(frame), one)),
                )
        elif person.may(Right.CONTRIBUTE, one.school_id):
            st.button(
                _("Withdraw"),
                type="tertiary",
                icon=":material/undo:",
                key=f"withdraw_{one.request_id}",
                on_click=carry_out,
                args=(PLACE, partial(_withdraw, teams_view(frame), one)),
            )


def _reason(one: Request) -> str:
    return key(PLACE, f"reason_{one.request_id}")


def _decline(found: TeamsView, one: Request, person: Person) -> tuple[str, Back | None]:
    reason = str(value(PLACE, f"reason_{one.request_id}") or "")
    decline(person, open_database(), now(), one.request_id, reason)
    text = _("The question of {school} is declined; the school reads why.")
    sentence = text.format(school=found.school_name(one.school_id))
    return sentence, lambda someone: reopen(someone, open_database(), now(), one.request_id)


def _withdraw(found: TeamsView, one: Request, person: Person) -> tuple[str, Back | None]:
    withdraw(person, open_database(), now(), one.request_id)

    def back(someone: Person) -> object:
        return ask(someone, open_database(), now(), one.school_id, one.kind, one.asked)

    return _("The question of {school} is withdrawn.").format(school=found.school_name(one.school_id)), back


def ask_card(frame: Frame) -> None:
    """A school asks for help: kind and one sentence."""
    found = teams_view(frame)
    mine = [key_ for key_ in found.school_ids if frame.person.may(Right.CONTRIBUTE, key_)]
    first = st.query_params.get("school")
    with st.container(border=True):
        st.subheader(_("Ask for a visit"), anchor=False)
        if len(mine) > 1:
            st.selectbox(
                _("School"),
                mine,
                index=mine.index(first) if first in mine else None,
                format_func=found.school_name,
                placeholder=_("choose a school"),
                key=key(ASK, "school"),
            )
        st.pills(_("Kind of help"), list(HELP), format_func=lambda kind: segment(help_name(kind)), key=key(ASK, "kind"))
        st.text_area(_("What do you need?"), max_chars=LONGEST_TEXT, height=100, key=key(ASK, "asked"))
        st.button(
            _("Ask"),
            type="primary",
            icon=":material/send:",
            key="ask",
            on_click=carry_out,
            args=(ASK, partial(_ask, found, tuple(mine))),
        )
        show_outcome(ASK)


def _ask(found: TeamsView, mine: tuple[str, ...], person: Person) -> tuple[str, Back | None]:
    school_id = cast("str | None", mine[0] if len(mine) == 1 else value(ASK, "school"))
    if school_id is None:
        raise Refused(_("No school is chosen yet."))
    kind, asked = str(value(ASK, "kind") or ""), str(value(ASK, "asked") or "")
    kept = ask(person, open_database(), now(), school_id, kind, asked)
    text = _("Asked for {school}. The quality team answers here.").format(school=found.school_name(school_id))
    return text, lambda someone: withdraw(someone, open_database(), now(), kept.request_id)
