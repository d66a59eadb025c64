"""What things are called: kinds of help, states."""

from datetime import time
from typing import Final

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


def clock(at: time) -> str:
    """13.00 in Dutch, 13:00 in English."""
    return f"{at:%H.%M}".removeprefix("0") if language() == "nl" else f"{at:%H:%M}"


def school_year_name(school_year: int) -> str:
    """2017 -> "2017-2018"."""
    return f"{school_year}\u2011{school_year + 1}"
