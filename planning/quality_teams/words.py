"""What things are called: kinds of help, states."""

from datetime import date, time
from typing import Final

from babel.dates import format_date

from planning.core.notation import clock, day_and_month
from planning.core.translation import N_, language
from planning.core.translation import gettext as _
from planning.quality_teams.model import TeamState, VisitState

HELP: Final = {
    "in_class": N_("in the classroom"),
    "coaching": N_("looking along"),
    "team_training": N_("training the team"),
    "setting_up": N_("setting up"),
    "advice": N_("advice"),
    "trouble": N_("trouble"),
    "other": N_("something else"),
}
"""Kinds of help a quality team gives, the most asked first."""

TEAM_STATES: Final = {
    TeamState.SETTING_UP: N_("being set up"),
    TeamState.ACTIVE: N_("at work"),
    TeamState.ENDED: N_("wound up"),
}
VISIT_STATES: Final = {
    VisitState.PLANNED: N_("to come"),
    VisitState.DONE: N_("made"),
    VisitState.CANCELLED: N_("called off"),
}


def help_name(kind: str) -> str:
    """A kind of help in words."""
    return _(HELP.get(kind, HELP["other"]))


def school_year_name(school_year: int) -> str:
    """2017 -> "2017-2018"."""
    return f"{school_year}\u2011{school_year + 1}"


def weekday_and_day(day: date) -> str:
    """ "di 8-5" in Dutch, "Tue 8 May" in English."""
    return f"{format_date(day, 'EEE', locale=language())}\u00a0{day_and_month(day)}"


def when(day: date, at: time | None) -> str:
    """ "di 8-5, 9.00 uur"; the day alone where no hour is known."""
    if at is None:
        return weekday_and_day(day)
    hour = f"{clock(at)}\u00a0uur" if language() == "nl" else clock(at)
    return f"{weekday_and_day(day)}, {hour}"
