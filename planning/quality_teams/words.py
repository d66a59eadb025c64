"""What things are called, kinds of help and states; and what the reasons of visits, requests and teams say."""

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


REASONS: Final = {
    "visit_of_nobody": N_("Nobody of a quality team makes this visit yet. Choose who."),
    "visit_without_school": N_("No school is chosen yet. Tap one above."),
    "minutes_out_of_range": N_("The visit takes {read} minutes. Choose from {lowest} to {highest}."),
    "competence_code_too_long": N_("The code of a competence has at most {n} characters."),
    "follow_up_too_long": N_("‘Follow-up’ is longer than {n} characters. Shorten it."),
    "follow_up_empty": N_("There is a day for the follow-up, but not what it is. Fill that in."),
    "visit_far_away": N_("The visit is more than two years away from today. Choose another day."),
    "visit_to_come": N_("{day} is still to come. Plan the visit; afterwards you say that it was made."),
    "hour_taken": N_("On {day} at {clock} {coach} is at {school} already. Free hours: {hours}."),
    "day_taken": N_(
        "On {day} at {clock} {coach} is at {school} already. That day has no free hour. Choose another day."
    ),
    "visit_changed_meanwhile": N_("A colleague changed this visit meanwhile. Look at it again and choose what holds."),
    "visit_gone": N_("This visit is not there any more."),
    "visit_of_no_request": N_("The school withdrew this request. Book the visit without it."),
    "request_answered_meanwhile": N_("A colleague answered this request meanwhile."),
    "help_not_chosen": N_("The kind of help is not chosen yet."),
    "other_help_without_word": N_("‘Something else’ needs a word on what was asked."),
    "asked_too_long": N_("‘What was asked’ is longer than {n} characters. Shorten it."),
    "request_without_school": N_("No school is chosen yet."),
    "request_empty": N_("There is no question yet. Say in one sentence what you need."),
    "request_withdrawn": N_("The school withdrew this request."),
    "request_planned": N_("A visit is booked for this request. Ask the quality team to cancel that first."),
    "request_planned_meanwhile": N_("A colleague booked a visit for this request meanwhile."),
    "declined_without_reason": N_("There is no reason yet. The school reads it, so say why in one sentence."),
    "decline_reason_too_long": N_("The reason is longer than {n} characters. Shorten it."),
    "team_nameless": N_("There is no name yet. Fill one in."),
    "team_name_too_long": N_("The name is longer than {n} characters."),
    "team_there_already": N_("There is a team called {name} already. Choose another name."),
    "theme_too_long": N_("The theme is longer than {n} characters. Shorten it."),
    "team_in_use": N_("Somebody is in this team, or it is gone already. Set it to ended instead."),
    "member_there_already": N_("The team has a member called {name} already."),
    "person_in_team": N_("This person is in the team already."),
    "hours_out_of_range": N_("Choose from 0 to {n} hours for a school year."),
    "member_in_use": N_("There are visits of this member, or they are gone already. Say that they left instead."),
    "team_gone_meanwhile": N_("A colleague took this away meanwhile."),
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
