"""Clocks, kinds of data, risks and steps of incidents in the reader's language."""

from datetime import datetime, timedelta
from typing import Final

from planning.core.notation import NBSP, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.privacy.incident_steps import (
    Assessed,
    Closed,
    Described,
    Notified,
    NotNotified,
    NotTold,
    Recorded,
    Reopened,
    Step,
    Told,
    Withdrawn,
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
    Recorded: N_("Incident recorded"),
    Described: N_("Description added to"),
    Assessed: N_("Risk assessed"),
    Notified: N_("Notified to the AP"),
    NotNotified: N_("Decided not to notify"),
    Withdrawn: N_("Decision taken back"),
    Told: N_("People concerned told"),
    NotTold: N_("Reasoned not to tell the people concerned"),
    Closed: N_("Incident closed"),
    Reopened: N_("Incident opened again"),
}


def data_name(code: str) -> str:
    """A kind of personal data."""
    return _(_DATA[code])


def risk_name(risk: Risk) -> str:
    """What the incident may do to people."""
    return _(_RISKS[risk])


def step_name(step: Step) -> str:
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
        text = _("**In {time} it must be decided whether the incident of the board is notified.**")
    else:
        text = _("**In {time} it must be decided whether the incident at {school} is notified.**")
    return text.format(time=time_words(left), school=where or "")
