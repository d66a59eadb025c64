"""What a coach still has to do: visits to end, visits to come, follow-ups, and a visit to correct."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import Final, cast

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import DATE_FORMATS, Frame, now, plain
from pages.parts.theme import segment
from pages.quality_teams import competence as teams_competence
from pages.quality_teams.data import teams_view
from pages.quality_teams.words import visit_line
from pages.server.session import open_database
from planning.core.notation import day_and_month
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.core.translation import language
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
            st.button(
                _(VISIT_STATES[state]).capitalize(),
                icon=f":material/{icon}:",
                key=f"end_{visit.visit_id}_{state}",
                on_click=carry_out,
                args=(PLACE, partial(_end, found, visit, state)),
            )


def _end(found: TeamsView, visit: Visit, state: VisitState, person: Person) -> tuple[str, Back | None]:
    text = _("{school}, {day}: {state}.").format(
        school=found.school_name(visit.school_id), day=day_and_month(visit.day), state=_(VISIT_STATES[state])
    )
    return text, _change(person, replace(visit, state=state))


def _follow_up(found: TeamsView, visit: Visit) -> None:
    day = f"**{day_and_month(visit.follow_up_on)}** · " if visit.follow_up_on else ""
    badge = ":blue-badge[:material/reply: " + _("follow-up") + "]"
    with st.container(gap=None):
        st.markdown(f"{badge} {day}{plain(found.school_name(visit.school_id))}  \n{plain(visit.follow_up)}")
        st.button(
            _("Follow-up is done"),
            type="tertiary",
            icon=":material/check:",
            key=f"follow_{visit.visit_id}",
            on_click=carry_out,
            args=(PLACE, partial(_follow, found, visit)),
        )


def _follow(found: TeamsView, visit: Visit, person: Person) -> tuple[str, Back | None]:
    text = _("{school}: the follow-up is done.").format(school=found.school_name(visit.school_id))
    return text, _change(person, replace(visit, follow_up_done=True))


def _change(person: Person, after: Visit) -> Callable[[Person], None]:
    before = change_visit(person, open_database(), now(), after)
    return lambda someone: put_back(someone, open_database(), now(), before)


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
            with st.form(CHANGE, border=False, enter_to_submit=False):
                _fields(visit, teams_competence.names(frame))
                st.form_submit_button(_("Keep"), on_click=carry_out, args=(CHANGE, partial(_correct, found, visit)))
        show_outcome(CHANGE)


def _visit_name(found: TeamsView, visit: Visit) -> str:
    school = found.school_name(visit.school_id)
    return f"{when(visit.day, visit.at)} · {school} · {_(VISIT_STATES[visit.state])}"


def _field(visit: Visit, name: str) -> str:
    return key(CHANGE, f"{name}_{visit.visit_id}")


def _fields(visit: Visit, competences: dict[str, str]) -> None:
    st.segmented_control(
        _("State"),
        list(VisitState),
        default=visit.state,
        required=True,
        format_func=lambda state: segment(_(VISIT_STATES[state])),
        key=_field(visit, "state"),
    )
    left, middle, right = st.columns(3)
    left.date_input(_("Day"), visit.day, format=DATE_FORMATS[language()], key=_field(visit, "day"))
    middle.time_input(_("Hour"), visit.at, key=_field(visit, "at"))
    right.number_input(_("Minutes"), SHORTEST_MINUTES, LONGEST_MINUTES, visit.minutes, 5, key=_field(visit, "minutes"))
    kinds = list(HELP)
    st.selectbox(
        _("Kind of help"), kinds, index=kinds.index(visit.kind), format_func=help_name, key=_field(visit, "kind")
    )
    st.text_area(_("What was asked"), visit.asked, max_chars=LONGEST_TEXT, height=80, key=_field(visit, "asked"))
    teams_competence.field(competences, visit.competence, _field(visit, "competence"))
    st.text_input(_("Follow-up"), visit.follow_up, max_chars=LONGEST_TEXT, key=_field(visit, "follow_up"))
    st.date_input(
        _("Follow-up on"), visit.follow_up_on, format=DATE_FORMATS[language()], key=_field(visit, "follow_up_on")
    )
    st.checkbox(_("Follow-up is done"), visit.follow_up_done, key=_field(visit, "follow_up_done"))


def _correct(found: TeamsView, visit: Visit, person: Person) -> tuple[str, Back | None]:
    def field(name: str) -> object:
        return value(CHANGE, f"{name}_{visit.visit_id}")

    after = replace(
        visit,
        state=VisitState(cast("str", field("state"))),
        day=cast("date", field("day")),
        at=cast("time | None", field("at")),
        minutes=cast("int", field("minutes")),
        kind=cast("str", field("kind")),
        asked=str(field("asked")).strip(),
        competence=cast("str | None", field("competence")),
        follow_up=str(field("follow_up")).strip(),
        follow_up_on=cast("date | None", field("follow_up_on")),
        follow_up_done=bool(field("follow_up_done")),
    )
    back = _change(person, after)
    return _("Kept: {visit}.").format(visit=_visit_name(found, after)), back
