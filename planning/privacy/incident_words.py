"""Clocks, kinds of data, risks and steps of incidents in the reader's language; and what their reasons say."""

from datetime import datetime, timedelta
from typing import Final

from planning.core.notation import NBSP, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.privacy.incident_steps import (
    Closing,
    IncidentDescription,
    IncidentReport,
    IncidentStep,
    NoNoticeToPeople,
    NoNotification,
    NoticeToPeople,
    Notification,
    Reopening,
    RiskAssessment,
    Withdrawal,
)
from planning.privacy.incidents import Clock, Risk

_DATA: Final = {
    "contact": N_("names and contact details"),
    "birth": N_("date of birth"),
    "bsn": N_("citizen service number (BSN)"),
    "results": N_("results and reports"),
    "care": N_("care and guidance"),
    "health": N_("health"),
    "photos": N_("photos and video"),
    "login": N_("login details"),
    "payment": N_("payment details"),
    "staff": N_("data of staff"),
    "other": N_("something else"),
}
_RISKS: Final = {
    Risk.NONE: N_("no risk for people"),
    Risk.LIKELY: N_("risk for people"),
    Risk.HIGH: N_("high risk for people"),
}
_STEPS: Final[dict[type, str]] = {
    IncidentReport: N_("Incident recorded"),
    IncidentDescription: N_("Description added to"),
    RiskAssessment: N_("Risk assessed"),
    Notification: N_("Notified to the AP"),
    NoNotification: N_("Decided not to notify"),
    Withdrawal: N_("Decision taken back"),
    NoticeToPeople: N_("People concerned told"),
    NoNoticeToPeople: N_("Decided, with reasons, not to tell the people concerned"),
    Closing: N_("Incident closed"),
    Reopening: N_("Incident opened again"),
}
REASONS: Final = {
    "incident_without_text": N_("There is no text yet. Write in a few words what happened."),
    "incident_without_place": N_("Choose where it happened."),
    "incident_text_too_long": N_("A text is {read} characters long; we keep {most}. Shorten it."),
    "discovery_missing": N_("Discovery: fill in the day and the time."),
    "discovery_to_come": N_("The discovery, {read}, has not come yet: it is {now}."),
    "discovered_before_it_happened": N_(
        "It was discovered on {discovered}, before it happened on {happened}. Swap them."
    ),
    "discovered_after_decision": N_(
        "The decision was taken on {decided}, before this discovery. Take the decision back first."
    ),
    "moment_incomplete": N_("{what}: fill in the day and the time."),
    "moment_never_was": N_(
        "{what}: on {day} there was no {time}, the clock went from 2 to 3. Choose a time after that."
    ),
    "moment_twice": N_("{what}: on {day} it was {time} twice. Choose which one."),
    "moment_to_come": N_("{what}, {read}, has not come yet: it is {now}."),
    "moment_before_discovery": N_("{what}, {read}, is before the discovery of {discovered}."),
    "people_out_of_range": N_("The size of the group says {read}. Choose from 0 to {most}."),
    "people_turned_round": N_("The group says at least {least} and at most {most} people. Swap them."),
    "risk_missing": N_("Choose what it may do to the people concerned."),
    "risk_without_reason": N_("Write why you assess the risk like this."),
    "risk_after_decision": N_(
        "It was decided not to notify because there is no risk. Take that decision back before raising the risk."
    ),
    "incident_decided": N_("There is a decision already. Take it back first."),
    "incident_undecided": N_("There is no decision to take back."),
    "notification_missing": N_("Fill in when it was notified."),
    "notified_without_number": N_("Fill in the number that the AP gave to the notification."),
    "not_notified_unassessed": N_(
        "Assess the risk first: without a risk for people it need not be notified (AVG art. 33)."
    ),
    "not_notified_with_risk": N_(
        "You assessed that there is a risk for people; then AVG art. 33 requires you to "
        "notify. Notify, or assess again."
    ),
    "not_notified_without_reason": N_("Write why it need not be notified."),
    "withdrawn_without_reason": N_("Write why the decision is taken back."),
    "telling_missing": N_("Fill in when they were told."),
    "not_told_without_reason": N_("Write why the people concerned need not be told."),
    "closed_without_lessons": N_("Write what you learned, also when that is little."),
    "closed_unassessed": N_("Assess the risk first."),
    "closed_undecided": N_("Decide first whether it is notified to the AP."),
    "closed_untold": N_("With a high risk the people concerned are told (AVG art. 34), or you write why not."),
    "incident_closed": N_("This incident is closed. Open it again first."),
    "incident_open": N_("This incident is not closed."),
    "reopened_without_reason": N_("Write why this incident is opened again."),
}


def data_name(code: str) -> str:
    """A kind of personal data."""
    return _(_DATA[code])


def risk_name(risk: Risk) -> str:
    """What the incident may do to people."""
    return _(_RISKS[risk])


def step_name(step: IncidentStep) -> str:
    """What was done in a step."""
    return _(_STEPS[type(step)])


def whole(left: timedelta) -> timedelta:
    """Time left in whole hours, under an hour in whole minutes, towards zero; too late is at least a minute so."""
    if -timedelta(minutes=1) < left < timedelta(0):
        return -timedelta(minutes=1)
    unit = timedelta(hours=1) if abs(left) >= timedelta(hours=1) else timedelta(minutes=1)
    return unit * int(left / unit)


def time_words(time: timedelta) -> str:
    """ "31 uur", "40 minuten": of time left, or of time too late."""
    minutes = int(abs(time) / timedelta(minutes=1))
    hours = minutes // 60
    if hours:
        return ngettext("{n} hour", "{n} hours", hours).format(n=number(hours)).replace(" ", NBSP)
    return ngettext("{n} minute", "{n} minutes", minutes).format(n=number(minutes)).replace(" ", NBSP)


def clock_words(clock: Clock, moment: datetime) -> str:
    """ "nog 31 uur", "5 uur te laat", or how it was decided: "binnen 72 uur"."""
    if not clock.is_running:
        return _("decided too late") if clock.is_late(moment) else _("decided within 72 hours")
    text = _("{time} too late") if clock.is_late(moment) else _("{time} left")
    return text.format(time=time_words(whole(clock.left(moment))))


def must_be_decided(left: timedelta, where: str | None) -> str:
    """The sentence of a running clock; `where` is a school's name, None for the whole board."""
    if left < timedelta(0):
        if where is None:
            text = _("**The decision whether the incident of the board is notified is {time} too late.**")
        else:
            text = _("**The decision whether the incident at {school} is notified is {time} too late.**")
    elif where is None:
        text = _("**Within {time} it must be decided whether the board’s incident has to be notified.**")
    else:
        text = _("**Within {time} it must be decided whether the incident at {school} has to be notified.**")
    return text.format(time=time_words(left), school=where or "")
