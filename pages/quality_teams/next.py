"""What a coach still has to do: visits to end, visits to come, follow-ups, and a visit to correct."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Final

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, act_button, change, key, show_outcome
from pages.parts.frame import Frame, plain
from pages.quality_teams import competence as teams_competence
from pages.quality_teams.data import teams_view
from pages.quality_teams.words import visit_line
from planning.core.notation import day_and_month
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.quality_teams.checks import LONGEST_MINUTES, LONGEST_TEXT, SHORTEST_MINUTES
from planning.quality_teams.model import Visit, VisitState
from planning.quality_teams.rules import planned, unfinished
from planning.quality_teams.service import TeamsView
from planning.quality_teams.visit_service import change_visit, put_back
from planning.quality_teams.words import HELP, VISIT_STATES, help_name, when

PLACE: Final = "next_visits"
CHANGE: Final = "change_visit"
SHOWN: Final = 6
BACK: Final = timedelta(days=60)


def _mine(frame: Frame) -> tuple[Visit, ...]:
    me = teams_view(frame).member_of(frame.person)
    return teams_view(frame).visits_of(me) if me else teams_view(frame).visits


def next_card(frame: Frame) -> None:
    """Visits that nobody ended, the next ones, and follow-ups that are open."""
    found, visits = teams_view(frame), _mine(frame)
    who = found.member_of(frame.person) is None
    with st.container(border=True):
        for visit in unfinished(visits, frame.as_of)[:SHOWN]:
            _ending(found, visit, who=who)
        st.subheader(_("Your next visits") if not who else _("The next visits"), anchor=False)
        coming = planned(visits, frame.as_of)
        lines = [f"- {visit_line(found, visit, who=who)}" for visit in coming[:SHOWN]]
        st.markdown("\n".join(lines) or _("Nothing is planned yet."))
        for visit in [visit for visit in visits if visit.follow_up and not visit.follow_up_done][:SHOWN]:
            _follow_up(found, visit)
        show_outcome(PLACE)


def _ending(found: TeamsView, visit: Visit, *, who: bool) -> None:
    badge = ":orange-badge[:material/pending_actions: " + _("how did it go?") + "]"
    st.markdown(f"{badge}  \n{visit_line(found, visit, who=who)}")
    with st.container(horizontal=True):
        for state, icon in ((VisitState.DONE, "check"), (VisitState.CANCELLED, "event_busy")):
            act_button(
                PLACE,
                _(VISIT_STATES[state]).capitalize(),
                partial(_end, found, visit, state),
                icon=f":material/{icon}:",
                key=f"end_{visit.visit_id}_{state}",
            )


def _end(found: TeamsView, visit: Visit, state: VisitState, person: Person) -> Outcome:
    text = _("{school}, {day}: {state}.").format(
        school=found.school_name(visit.school_id), day=day_and_month(visit.day), state=_(VISIT_STATES[state])
    )
    return text, _change(person, replace(visit, state=state))


def _follow_up(found: TeamsView, visit: Visit) -> None:
    day = f"**{day_and_month(visit.follow_up_on)}** · " if visit.follow_up_on else ""
    badge = ":blue-badge[:material/reply: " + _("follow-up") + "]"
    with st.container(gap=None):
        st.markdown(f"{badge} {day}{plain(found.school_name(visit.school_id))}  \n{plain(visit.follow_up)}")
        act_button(
            PLACE,
            _("Follow-up is done"),
            partial(_follow, found, visit),
            type="tertiary",
            icon=":material/check:",
            key=f"follow_{visit.visit_id}",
        )


def _follow(found: TeamsView, visit: Visit, person: Person) -> Outcome:
    text = _("{school}: the follow-up is done.").format(school=found.school_name(visit.school_id))
    return text, _change(person, replace(visit, follow_up_done=True))


def _change(person: Person, after: Visit) -> Callable[[Person], None]:
    return change(put_back, change(change_visit, after)(person))


def change_card(frame: Frame) -> None:
    """Correct a visit of the last two months or to come: the log keeps what it was."""
    found = teams_view(frame)
    visits = {visit.visit_id: visit for visit in _mine(frame) if visit.day >= frame.as_of - BACK}
    with st.container(border=True):
        st.subheader(_("Move or correct a visit"), anchor=False)
        chosen = st.selectbox(
            _("Which visit"),
            list(visits)[::-1],
            index=None,
            format_func=lambda visit_id: _visit_name(found, visits[visit_id]),
            placeholder=_("choose a visit"),
            key=key(CHANGE, "visit"),
        )
        if chosen is not None:
            visit = visits[chosen]
            _correction(found, visit, teams_competence.names(frame)).show_fields()
        show_outcome(CHANGE)


def _visit_name(found: TeamsView, visit: Visit) -> str:
    school = found.school_name(visit.school_id)
    return f"{when(visit.day, visit.at)} · {school} · {_(VISIT_STATES[visit.state])}"


def _correction(found: TeamsView, visit: Visit, competences: dict[str, str]) -> Form:
    states = list(VisitState)
    return Form(
        CHANGE,
        (
            fields.segments(
                "state", _("State"), states, visit.state, lambda state: _(VISIT_STATES[state]), required=True
            ),
            fields.beside(
                fields.day("day", _("Day"), visit.day),
                fields.time("at", _("Hour"), visit.at),
                fields.number("minutes", _("Minutes"), visit.minutes, (SHORTEST_MINUTES, LONGEST_MINUTES), 5),
            ),
            fields.choice("kind", _("Kind of help"), list(HELP), visit.kind, help_name),
            fields.lines("asked", _("What was asked"), visit.asked, LONGEST_TEXT, height=80),
            *teams_competence.field(competences, visit.competence),
            fields.text("follow_up", _("Follow-up"), visit.follow_up, LONGEST_TEXT),
            fields.day("follow_up_on", _("Follow-up on"), visit.follow_up_on),
            fields.tick("follow_up_done", _("Follow-up is done"), visit.follow_up_done),
        ),
        partial(_correct, found, visit),
        _("Keep"),
        about=visit.visit_id,
        look={},
    )


def _correct(found: TeamsView, visit: Visit, person: Person, said: Values) -> Outcome:
    after = replace(visit, **said)
    back = _change(person, after)
    return _("Kept: {visit}.").format(visit=_visit_name(found, after)), back
