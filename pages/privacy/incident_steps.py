"""IBP, one incident: the forms of its steps. Only what can come next is asked."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import Frame, more, now
from pages.parts.theme import segment
from pages.privacy.moments import moment_fields, read_moments
from pages.server.session import open_database
from planning.core.clock import board_moment
from planning.core.notation import moment
from planning.core.refusal import Refused
from planning.core.rights import Person
from planning.core.service import own_board
from planning.core.translation import gettext as _
from planning.privacy.incident_reasons import LONGEST, MOST_PEOPLE
from planning.privacy.incident_service import take_step
from planning.privacy.incident_steps import (
    Assessed,
    Closed,
    Described,
    Notified,
    NotNotified,
    NotTold,
    Reopened,
    Step,
    Told,
    Withdrawn,
)
from planning.privacy.incident_words import data_name, risk_name, step_name
from planning.privacy.incidents import DATA, Incident, Risk


def place_of(incident_id: int) -> str:
    """Where the fields of an incident's steps stand: no text of one incident ever shows in the form of another."""
    return f"incident_{incident_id}_step"


def description_place(incident_id: int) -> str:
    """Where the fields of an incident's description stand."""
    return f"incident_{incident_id}_description"


def progress(incident: Incident) -> str:
    """The four things to do and which are done, a line each."""
    decided = incident.notified_at or incident.not_notified_at
    told = moment(incident.told_at) if incident.told_at else _("not needed") if incident.not_told_why else None
    lines = (
        (_("Assess the risk"), risk_name(incident.risk) if incident.risk else None),
        (_("Decide: notify the AP or not"), moment(decided) if decided else None),
        (_("Tell the people concerned"), told),
        (_("Close and learn"), moment(incident.closed_at) if incident.closed_at else None),
    )
    return "  \n".join(
        f":green-badge[:material/check:] {what}: {done}"
        if done
        else f":gray-badge[:material/radio_button_unchecked:] {what}"
        for what, done in lines
    )


def next_step(incident: Incident) -> str:
    """What to do first now."""
    if incident.closed_at is not None:
        return "reopen"
    if incident.risk is None:
        return "assess"
    if not incident.is_decided:
        return "decide"
    if incident.risk is Risk.HIGH and incident.told_at is None and not incident.not_told_why:
        return "tell"
    return "close"


def show(frame: Frame, incident: Incident) -> None:
    """What is done, and the form of one step: the next, or another that is chosen."""
    place = place_of(incident.incident_id)
    st.markdown(progress(incident))
    forms: dict[str, tuple[str, Callable[[Frame, Incident], None]]] = {
        "assess": (_("Assess"), _assess),
        "decide": (_("Decide"), _decide if not incident.is_decided else _withdraw),
        "tell": (_("Tell"), _tell),
        "close": (_("Conclude"), _close),
    }
    first = next_step(incident)
    if first == "reopen":
        if more(
            f"reopen_{incident.incident_id}",
            closed=_("Open again"),
            opened=_("Close the form"),
            icon=":material/lock_open:",
        ):
            _reopen(frame, incident)
        show_outcome(place)
        return
    chosen = st.segmented_control(
        _("Step"),
        list(forms),
        default=first,
        required=True,
        format_func=lambda name: segment(forms[name][0]),
        label_visibility="collapsed",
        key=f"{key(place, 'which')}_{first}",
    )
    forms[str(chosen)][1](frame, incident)
    show_outcome(place)


def describe(frame: Frame, incident: Incident) -> None:
    """Everything about what happened, with what is known filled in."""
    place, today = description_place(incident.incident_id), frame.today
    with st.form(place, border=False, enter_to_submit=False):
        st.text_area(_("What happened?"), incident.description, max_chars=LONGEST, key=key(place, "description"))
        moment_fields(place, "happened", _("Happened on, if known"), incident.happened_at, today)
        moment_fields(place, "discovered", _("Discovered on"), incident.discovered_at, today)
        moment_fields(place, "reported", _("Reported internally on"), incident.reported_at, today)
        st.text_area(_("Cause"), incident.cause, max_chars=LONGEST, key=key(place, "cause"), height=80)
        st.multiselect(
            _("Which data?"),
            DATA,
            list(incident.data),
            format_func=data_name,
            placeholder=_("choose all that fit"),
            key=key(place, "data"),
        )
        left, right = st.columns(2)
        for column, name, label, known in (
            (left, "least", _("People, at least"), incident.people_least),
            (right, "most", _("People, at most"), incident.people_most),
        ):
            column.number_input(label, 0, MOST_PEOPLE, known, 1, key=key(place, name))
        st.text_area(_("Measures"), incident.measures, max_chars=LONGEST, key=key(place, "measures"), height=80)
        st.form_submit_button(
            _("Keep"), on_click=carry_out, args=(place, partial(_described, place, incident.incident_id))
        )


def _described(place: str, incident_id: int, person: Person) -> tuple[str, Back | None]:
    names = {
        "happened": _("When it happened"),
        "discovered": _("Discovery"),
        "reported": _("The report inside the organisation"),
    }
    found = read_moments(place, names)
    if found["discovered"] is None:
        raise Refused(_("Discovery: fill in the day and the time."))
    step = Described(
        found["discovered"],
        _text(place, "description"),
        found["happened"],
        found["reported"],
        _text(place, "cause"),
        tuple(cast("list[str]", value(place, "data") or [])),
        cast("int | None", value(place, "least")),
        cast("int | None", value(place, "most")),
        _text(place, "measures"),
    )
    return _taken(person, incident_id, step)


def _assess(frame: Frame, incident: Incident) -> None:
    place = place_of(incident.incident_id)
    with _form(place):
        st.radio(
            _("What may it do to the people concerned?"),
            list(Risk),
            index=list(Risk).index(incident.risk) if incident.risk else None,
            format_func=risk_name,
            key=key(place, "risk"),
        )
        _area(place, "risk_why", _("Why?"), incident.risk_why)
        _submit(_("Keep the assessment"), incident, _assessed)


def _assessed(place: str, _person: Person) -> Step:
    risk = value(place, "risk")
    if risk is None:
        raise Refused(_("Choose what it may do to the people concerned."))
    return Assessed(Risk(str(risk)), _text(place, "risk_why"))


def _decide(frame: Frame, incident: Incident) -> None:
    place = place_of(incident.incident_id)
    options = {"notified": _("Notified to the AP"), "not_notified": _("Not notified")}
    if _choice(place, "decision", options, "not_notified" if incident.risk is Risk.NONE else "notified") == "notified":
        with _form(place):
            moment_fields(place, "notified", _("Notified on"), frame.moment, frame.today)
            st.text_input(_("Number the AP gave"), key=key(place, "reference"), max_chars=100)
            _submit(_("Stop the clock: notified"), incident, _notified)
        return
    with _form(place):
        _area(place, "not_notified_why", _("Why need it not be notified?"), "")
        _submit(_("Stop the clock: not notified"), incident, _not_notified)


def _notified(place: str, _person: Person) -> Step:
    found = read_moments(place, {"notified": _("The notification")})["notified"]
    if found is None:
        raise Refused(_("Fill in when it was notified."))
    return Notified(found, _text(place, "reference"))


def _not_notified(place: str, person: Person) -> Step:
    return NotNotified(board_moment(own_board(person, open_database()), now()), _text(place, "not_notified_why"))


def _withdraw(frame: Frame, incident: Incident) -> None:
    place = place_of(incident.incident_id)
    st.markdown(_("It is decided. Taking the decision back lets the clock run again."))
    with _form(place):
        _area(place, "withdrawn_why", _("Why take it back?"), "")
        _submit(_("Take the decision back"), incident, lambda place, _person: Withdrawn(_text(place, "withdrawn_why")))


def _tell(frame: Frame, incident: Incident) -> None:
    place = place_of(incident.incident_id)
    options = {"told": _("They were told"), "not_told": _("Not told")}
    if _choice(place, "told", options, "told") == "told":
        with _form(place):
            moment_fields(place, "told", _("Told on"), frame.moment, frame.today)
            _submit(_("Keep when they were told"), incident, _told)
        return
    with _form(place):
        _area(place, "not_told_why", _("Why need they not be told?"), incident.not_told_why)
        _submit(_("Keep the reason"), incident, lambda place, _person: NotTold(_text(place, "not_told_why")))


def _told(place: str, _person: Person) -> Step:
    found = read_moments(place, {"told": _("The people concerned were told")})["told"]
    if found is None:
        raise Refused(_("Fill in when they were told."))
    return Told(found)


def _close(frame: Frame, incident: Incident) -> None:
    place = place_of(incident.incident_id)
    with _form(place):
        _area(place, "lessons", _("What do we do differently from now on?"), incident.lessons)
        _submit(_("Close the incident"), incident, _closed)


def _closed(place: str, person: Person) -> Step:
    return Closed(board_moment(own_board(person, open_database()), now()), _text(place, "lessons"))


def _reopen(frame: Frame, incident: Incident) -> None:
    place = place_of(incident.incident_id)
    with _form(place):
        _area(place, "reopened_why", _("Why open it again?"), "")
        _submit(_("Open the incident again"), incident, lambda place, _person: Reopened(_text(place, "reopened_why")))


def _form(place: str) -> Any:
    return st.form(place, border=False, enter_to_submit=False)


def _choice(place: str, name: str, options: dict[str, str], default: str) -> str:
    return str(
        st.segmented_control(
            _("What was it?"),
            list(options),
            default=default,
            required=True,
            format_func=lambda option: segment(options[option]),
            label_visibility="collapsed",
            key=key(place, name),
        )
    )


def _area(place: str, name: str, label: str, known: str) -> None:
    st.text_area(label, known, max_chars=LONGEST, key=key(place, name), height=90)


def _submit(label: str, incident: Incident, make: Callable[[str, Person], Step]) -> None:
    work = partial(_take, incident.incident_id, make)
    st.form_submit_button(label, type="primary", on_click=carry_out, args=(place_of(incident.incident_id), work))


def _take(incident_id: int, make: Callable[[str, Person], Step], person: Person) -> tuple[str, Back | None]:
    return _taken(person, incident_id, make(place_of(incident_id), person))


def _taken(person: Person, incident_id: int, step: Step) -> tuple[str, Back | None]:
    take_step(person, open_database(), now(), incident_id, step)
    return _("{what}: kept.").format(what=step_name(step)), None


def _text(place: str, name: str) -> str:
    return str(value(place, name) or "").strip()
