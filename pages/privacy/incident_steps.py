"""IBP, one incident: the forms of its steps. Only what can come next is asked."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from pages.parts import fields
from pages.parts.fields import Field
from pages.parts.forms import Form, Outcome, Values, change, key, show_outcome
from pages.parts.frame import Frame, more, now
from pages.privacy.moments import moment_of
from pages.server.session import open_database
from planning.core.clock import board_moment
from planning.core.notation import moment
from planning.core.rights import Person
from planning.core.service import own_board
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.privacy.incident_reasons import LONGEST, MOST_PEOPLE
from planning.privacy.incident_service import take_step
from planning.privacy.incident_steps import (
    Closing,
    IncidentDescription,
    IncidentStep,
    NoNoticeToPeople,
    NoNotification,
    NoticeToPeople,
    Notification,
    Reopening,
    RiskAssessment,
    Withdrawal,
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
        format_func=lambda name: forms[name][0],
        label_visibility="collapsed",
        key=f"{key(place, 'which')}_{first}",
    )
    forms[str(chosen)][1](frame, incident)
    show_outcome(place)


def describe(frame: Frame, incident: Incident) -> None:
    """Everything about what happened, with what is known filled in."""
    place, today = description_place(incident.incident_id), frame.today
    report = N_("The report inside the organisation")
    Form(
        place,
        (
            fields.lines("description", _("What happened?"), incident.description, LONGEST),
            moment_of("happened_at", _("Happened on, if known"), N_("When it happened"), incident.happened_at, today),
            moment_of(
                "discovered_at",
                _("Discovered on"),
                N_("Discovery"),
                incident.discovered_at,
                today,
                missing="discovery_missing",
            ),
            moment_of("reported_at", _("Reported internally on"), report, incident.reported_at, today),
            fields.lines("cause", _("Cause"), incident.cause, LONGEST, height=80),
            fields.several(
                "data", _("Which data?"), DATA, incident.data, data_name, placeholder=_("choose all that fit")
            ),
            fields.beside(
                fields.number("people_least", _("People, at least"), incident.people_least, (0, MOST_PEOPLE)),
                fields.number("people_most", _("People, at most"), incident.people_most, (0, MOST_PEOPLE)),
            ),
            fields.lines("measures", _("Measures"), incident.measures, LONGEST, height=80),
        ),
        lambda person, said: _take(incident.incident_id, IncidentDescription(**said), person),
        _("Keep"),
        look={},
    ).show_fields()


def _assess(frame: Frame, incident: Incident) -> None:
    risk = fields.radio(
        "risk",
        _("What may it do to the people concerned?"),
        list(Risk),
        incident.risk,
        risk_name,
        missing="risk_missing",
    )
    why = _why("risk_why", _("Why?"), incident.risk_why)
    _ask(incident, (risk, why), _("Keep the assessment"), lambda _person, said: RiskAssessment(**said))


def _decide(frame: Frame, incident: Incident) -> None:
    place, today = place_of(incident.incident_id), frame.today
    options = {"notified": _("Notified to the AP"), "not_notified": _("Not notified")}
    if _choice(place, "decision", options, "not_notified" if incident.risk is Risk.NONE else "notified") == "notified":
        at = moment_of(
            "notified_at", _("Notified on"), N_("The notification"), frame.moment, today, missing="notification_missing"
        )
        number = fields.text("reference", _("Number the AP gave"), "", 100)
        _ask(incident, (at, number), _("Stop the clock: notified"), lambda _person, said: Notification(**said))
        return
    why = _why("not_notified_why", _("Why need it not be notified?"))
    _ask(
        incident,
        (why,),
        _("Stop the clock: not notified"),
        lambda person, said: NoNotification(_moment(person), **said),
    )


def _withdraw(frame: Frame, incident: Incident) -> None:
    st.markdown(_("It is decided. Taking the decision back lets the clock run again."))
    why = _why("why", _("Why take it back?"))
    _ask(incident, (why,), _("Take the decision back"), lambda _person, said: Withdrawal(**said), about="withdrawn")


def _tell(frame: Frame, incident: Incident) -> None:
    place, today = place_of(incident.incident_id), frame.today
    options = {"told": _("They were told"), "not_told": _("Not told")}
    if _choice(place, "told", options, "told") == "told":
        what = N_("The people concerned were told")
        at = moment_of("told_at", _("Told on"), what, frame.moment, today, missing="telling_missing")
        _ask(incident, (at,), _("Keep when they were told"), lambda _person, said: NoticeToPeople(**said))
        return
    why = _why("not_told_why", _("Why need they not be told?"), incident.not_told_why)
    _ask(incident, (why,), _("Keep the reason"), lambda _person, said: NoNoticeToPeople(**said))


def _close(frame: Frame, incident: Incident) -> None:
    lessons = _why("lessons", _("What do we do differently from now on?"), incident.lessons)
    label = _("Close the incident")
    _ask(
        incident,
        (lessons,),
        label,
        lambda person, said: Closing(_moment(person), **said),
    )


def _reopen(frame: Frame, incident: Incident) -> None:
    why = _why("why", _("Why open it again?"))
    _ask(incident, (why,), _("Open the incident again"), lambda _person, said: Reopening(**said), about="reopened")


def _choice(place: str, name: str, options: dict[str, str], default: str) -> str:
    return str(
        st.segmented_control(
            _("What was it?"),
            list(options),
            default=default,
            required=True,
            format_func=lambda option: options[option],
            label_visibility="collapsed",
            key=key(place, name),
        )
    )


def _moment(person: Person) -> datetime:
    return board_moment(own_board(person, open_database()), now())


def _why(name: str, label: str, known: str = "") -> Field:
    return fields.lines(name, label, known, LONGEST, height=90)


def _ask(
    incident: Incident,
    fields: tuple[Field, ...],
    label: str,
    make: Callable[[Person, Values], IncidentStep],
    about: str | None = None,
) -> None:
    Form(
        place_of(incident.incident_id),
        fields,
        lambda person, said: _take(incident.incident_id, make(person, said), person),
        label,
        about=about,
    ).show_fields()


def _take(incident_id: int, step: IncidentStep, person: Person) -> Outcome:
    change(take_step, incident_id, step)(person)
    return _("{what}: kept.").format(what=step_name(step)), None
