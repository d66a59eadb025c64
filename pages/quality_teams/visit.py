"""Booking a visit with a thumb: school, kind and minutes; today and yourself unless you say otherwise."""

from datetime import date, time
from functools import partial
from typing import Final, cast

import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.forms import Outcome, act_button, change, key, show_outcome, show_refused, value
from pages.parts.frame import Frame, plain
from pages.quality_teams import competence
from pages.quality_teams.data import teams_view
from pages.quality_teams.words import last_visit_badge, minutes_text
from planning.core.notation import clock, day_and_month
from planning.core.refusal import Reason, Refused, refuse
from planning.core.rights import Person
from planning.core.translation import gettext as _
from planning.quality_teams.checks import LONGEST_MINUTES, LONGEST_TEXT, SHORTEST_MINUTES
from planning.quality_teams.model import Member, Request, Visit, VisitState
from planning.quality_teams.rules import open_requests
from planning.quality_teams.service import TeamsView
from planning.quality_teams.slots import free_days, free_slots
from planning.quality_teams.visit_service import book, take_back
from planning.quality_teams.words import HELP, help_name, weekday_and_day, when

PLACE: Final = "visit"
OTHER: Final = "other"
MADE: Final = "made"  # today, and over
MINUTES: Final = (30, 45, 60, 90, 120)
USUAL_MINUTES: Final = 60
OFFERED: Final = 5


def visit_card(frame: Frame) -> None:
    """The form; nothing but school and kind has to be said."""
    found, as_of = teams_view(frame), frame.as_of
    me = found.member_of(frame.person)
    with st.container(border=True):
        st.subheader(_("Who is next?"), anchor=False)
        school_id = _school(found, me, as_of)
        question = _question(found, school_id or "", as_of)
        if question is not None:
            _answers(question)
        if me is None:
            _who(found, me)
        st.pills(
            _("Kind of help"),
            list(HELP),
            default=question.kind if question else None,
            format_func=lambda kind: help_name(kind),
            key=key(PLACE, _kind_field(question)),
        )
        show_refused(PLACE, "kind")
        st.segmented_control(
            _("Minutes"),
            MINUTES,
            default=USUAL_MINUTES,
            format_func=lambda minutes: str(minutes),
            required=True,
            key=key(PLACE, "minutes"),
        )
        show_refused(PLACE, "minutes")
        _day(found, me, as_of)
        with st.expander(_("More, where you like")):
            _rest(frame, me)
        act_button(
            PLACE,
            _label(found, chosen_visit(found, me, as_of)),
            partial(_book, found, me, as_of),
            type="primary",
            icon=":material/event_available:",
            width="stretch",
            key="book_visit",
        )
        show_outcome(PLACE)


def offered(found: TeamsView, me: Member | None, as_of: date, first: str | None) -> list[str]:
    """The schools a coach most likely goes to: the one of the address, the longest without, their own."""
    quiet = [school.school_id for school in found.quiet(as_of)]
    own = [school_id for school_id in found.school_ids if me and school_id in me.school_ids]
    named = [school_id for school_id in found.school_ids if school_id == first]
    own_quiet = [school_id for school_id in quiet if school_id in own]
    return list(dict.fromkeys([*named, *own_quiet, *own, *quiet, *found.school_ids]))[:OFFERED]


def _school(found: TeamsView, me: Member | None, as_of: date) -> str | None:
    first = st.query_params.get("school")
    options = offered(found, me, as_of, first)
    st.pills(
        _("School"),
        [*options, OTHER],
        default=first if first in options else None,
        format_func=lambda school_id: _school_label(found, school_id),
        key=key(PLACE, _school_field()),
    )
    if value(PLACE, _school_field()) == OTHER:
        st.selectbox(
            _("Other school"),
            found.school_ids,
            index=None,
            format_func=found.school_name,
            placeholder=_("choose a school"),
            key=key(PLACE, "other_school"),
        )
    show_refused(PLACE, "school_id")
    school_id = _chosen_school()
    if school_id is not None:
        school = next(school for school in found.schools if school.school_id == school_id)
        badge = last_visit_badge(found, school_id, as_of)
        st.markdown(f"**{plain(school.name)}**, {plain(school.place)}  \n{badge}")
    return school_id


def _school_field() -> str:
    """Another school in the address is another beginning of the form."""
    return f"school_{st.query_params.get('school', '')}"


def _school_label(found: TeamsView, school_id: str) -> str:
    return _("Other school") if school_id == OTHER else plain(found.school_name(school_id))


def _chosen_school() -> str | None:
    chosen = value(PLACE, _school_field())
    return cast("str | None", value(PLACE, "other_school") if chosen == OTHER else chosen)


def _question(found: TeamsView, school_id: str, as_of: date) -> Request | None:
    """The question of the school that waits longest."""
    waiting = (one for one in open_requests(found.requests, found.visits, as_of) if one.school_id == school_id)
    return next(waiting, None)


def _answers(question: Request) -> None:
    """What is asked, and whether this visit answers it: of another kind of help only where somebody says so."""
    st.markdown(_(":material/contact_support: Question of the school: *‘{asked}’*").format(asked=plain(question.asked)))
    st.checkbox(
        _("This visit answers that question"),
        value=not _other_kind(question),
        key=key(PLACE, _answers_field(question)),
    )


def _kind_field(question: Request | None) -> str:
    return f"kind_{question.request_id if question else ''}"


def _other_kind(question: Request) -> str:
    """The kind of help that was chosen, where it is another than was asked for."""
    chosen = value(PLACE, _kind_field(question))
    return "" if chosen in (None, question.kind) else str(chosen)


def _answers_field(question: Request) -> str:
    """Another kind of help is another beginning of the field."""
    return f"answers_{question.request_id}_{_other_kind(question)}"


def _day(found: TeamsView, me: Member | None, as_of: date) -> None:
    coach = _coach(found, me)
    visits = found.visits_of(coach) if coach else ()
    days = [one.isoformat() for one in free_days(visits, as_of)]
    st.segmented_control(
        _("Day"),
        [MADE, *days, OTHER],
        default=MADE,
        format_func=lambda name: _day_label(name),
        required=True,
        key=key(PLACE, "day"),
    )
    if value(PLACE, "day") == OTHER:
        _other_day(as_of).draw(key=key(PLACE, "other_day"))
    show_refused(PLACE, "day")
    visit = chosen_visit(found, me, as_of, with_slot=False)
    if visit.state is VisitState.PLANNED:
        slots = free_slots(visits, visit)
        st.segmented_control(
            _("Hour"),
            slots,
            default=slots[0] if slots else None,
            format_func=lambda slot: clock(slot),
            key=key(PLACE, f"slot_{visit.day}_{visit.minutes}"),
        )
        show_refused(PLACE, "at")


def _day_label(name: str) -> str:
    if name == MADE:
        return _("today")
    return _("other day") if name == OTHER else weekday_and_day(date.fromisoformat(name))


def _rest(frame: Frame, me: Member | None) -> None:
    _asked().draw(key=key(PLACE, "asked"))
    show_refused(PLACE, "asked")
    if me is not None:
        _who(teams_view(frame), me)
    left, right = st.columns(2)
    left.time_input(_("Another hour"), None, key=key(PLACE, "time"))
    with right:
        _minutes().draw(key=key(PLACE, "other_minutes"))
        show_refused(PLACE, "other_minutes")
    for field in competence.field(competence.names(frame), None):
        field.draw(key=key(PLACE, field.name))
    for field in _follow_up():
        field.draw(key=key(PLACE, field.name))
        show_refused(PLACE, field.name)


def _other_day(as_of: date) -> Field:
    return fields.day("day", _("Which day"), as_of)


def _asked() -> Field:
    return fields.lines("asked", _("What was asked"), "", LONGEST_TEXT, height=80)


def _minutes() -> Field:
    return fields.number("other_minutes", _("Other minutes"), None, (SHORTEST_MINUTES, LONGEST_MINUTES), 5)


def _follow_up() -> tuple[Field, ...]:
    return (
        fields.text("follow_up", _("Follow-up"), "", LONGEST_TEXT),
        fields.day("follow_up_on", _("Follow-up on")),
    )


def _check_fields(as_of: date) -> None:
    """Raise Refused for all that is said outside what a field has room for, at once."""
    told = [(one, one.name) for one in (_asked(), _minutes(), *_follow_up())]
    if value(PLACE, "day") == OTHER:
        told.append((_other_day(as_of), "other_day"))
    reasons: list[Reason] = []
    for field, name in told:
        try:
            field.read(key(PLACE, name))
        except Refused as refused:
            reasons += refused.reasons
    refuse(reasons)


def _who(found: TeamsView, me: Member | None) -> None:
    members = [member.member_id for member in found.active_members()]
    st.selectbox(
        _("Who makes the visit"),
        members,
        index=members.index(me.member_id) if me else None,
        format_func=lambda member_id: found.member(member_id).name,
        placeholder=_("choose who"),
        key=key(PLACE, "member"),
    )
    if me is None:  # else the field stands in a part that may be closed
        show_refused(PLACE, "member_id")


def _coach(found: TeamsView, me: Member | None) -> Member | None:
    chosen = value(PLACE, "member")
    return next((one for one in found.active_members() if one.member_id == chosen), me)


def chosen_visit(found: TeamsView, me: Member | None, as_of: date, *, with_slot: bool = True) -> Visit:
    """The visit as the form says it now; what is not said yet is empty (school "", kind "", member 0)."""
    school_id = _chosen_school() or ""
    question = _question(found, school_id, as_of)
    asked = question if question and value(PLACE, _answers_field(question)) else None
    day, state = _when(as_of)
    minutes = value(PLACE, "other_minutes") or value(PLACE, "minutes") or USUAL_MINUTES
    coach = _coach(found, me)
    slot = value(PLACE, f"slot_{day}_{minutes}") if with_slot and state is VisitState.PLANNED else None
    return Visit(
        0,
        school_id,
        coach.member_id if coach else 0,
        day,
        cast("int", minutes),
        str(value(PLACE, _kind_field(question)) or ""),
        state,
        cast("time | None", value(PLACE, "time") or slot),
        str(value(PLACE, "asked") or (asked.asked if asked else "")).strip(),
        cast("str | None", value(PLACE, "competence")),
        str(value(PLACE, "follow_up") or "").strip(),
        cast("date | None", value(PLACE, "follow_up_on")),
        request_id=asked.request_id if asked else None,
    )


def _when(as_of: date) -> tuple[date, VisitState]:
    name = cast("str", value(PLACE, "day") or MADE)
    if name == MADE:
        return as_of, VisitState.DONE
    day = cast("date", value(PLACE, "other_day") or as_of) if name == OTHER else date.fromisoformat(name)
    return day, VisitState.DONE if day < as_of else VisitState.PLANNED


def _label(found: TeamsView, visit: Visit) -> str:
    if visit.state is VisitState.PLANNED:
        return _("Plan the visit on {when}").format(when=when(visit.day, visit.at))
    if not visit.school_id:
        return _("Record the visit")
    return _("Record the visit to {school}").format(school=found.school_name(visit.school_id))


def _book(found: TeamsView, me: Member | None, as_of: date, person: Person) -> Outcome:
    _check_fields(as_of)
    visit = chosen_visit(found, me, as_of)
    if not visit.school_id:
        raise Refused(Reason("visit_without_school", "school_id"))
    kept = change(book, visit)(person)
    st.query_params.pop("school", None)
    text = (
        _("Planned: {school}, {when}.") if visit.state is VisitState.PLANNED else _("Recorded: {school}, {day}, {n}.")
    )
    sentence = text.format(
        school=found.school_name(kept.school_id),
        when=when(kept.day, kept.at),
        day=day_and_month(kept.day),
        n=minutes_text(kept.minutes),
    )
    return sentence, change(take_back, kept.visit_id)
