"""The calendar of visits, month by month, and the same in one's own calendar."""

from datetime import date
from functools import partial
from typing import Final

import streamlit as st
from babel.dates import format_date

from pages.parts.calendar_address import show_address
from pages.parts.forms import change
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from pages.quality_teams.data import teams_view
from pages.quality_teams.words import coach_name, minutes_text, visit_line
from pages.server.session import open_database
from planning.core.calendar_file import CALENDAR_TYPE
from planning.core.notation import NBSP, number
from planning.core.translation import gettext as _
from planning.core.translation import in_this_language, language
from planning.quality_teams.feed_service import close_feed, feed_token, open_feed, visit_calendar
from planning.quality_teams.model import Visit, VisitState
from planning.quality_teams.rules import SCHOOL_YEAR_MONTH, first_day, school_year_of
from planning.quality_teams.service import TeamsView
from planning.quality_teams.words import VISIT_STATES, help_name, when

PLACE: Final = "feed"
STATE_BADGES: Final = {
    VisitState.PLANNED: ("blue", "event"),
    VisitState.DONE: ("green", "check_circle"),
    VisitState.CANCELLED: ("gray", "event_busy"),
}


def show(frame: Frame) -> None:
    """One month of visits, and the address for one's own calendar."""
    left, right = st.columns([2.4, 1])
    with left:
        _month_card(frame)
    with right:
        feed_card(frame)


def months_of(year: int) -> list[date]:
    """The first day of each month of a school year."""
    start = first_day(year)
    return [date(year + (n > 12), (n - 1) % 12 + 1, 1) for n in range(start.month, SCHOOL_YEAR_MONTH + 12)]


def _month_card(frame: Frame) -> None:
    found, as_of = teams_view(frame), frame.as_of
    months = months_of(school_year_of(as_of))
    with st.container(border=True):
        chosen = st.selectbox(
            _("Month"),
            months,
            index=months.index(as_of.replace(day=1)),
            format_func=lambda month: format_date(month, "LLLL yyyy", language()),
            key="agenda_month",
        )
        visits = [visit for visit in found.visits if visit.day.replace(day=1) == chosen]
        st.subheader(_("Visits · {n}").format(n=number(len(visits))), anchor=False)
        if not visits:
            st.markdown(_("No visits in this month."))
        elif frame.theme.compact:
            st.markdown("\n".join(f"- {visit_line(found, visit, who=True)} {_badge(visit)}" for visit in visits))
        else:
            show_table([_row(found, visit) for visit in visits], _("Visits"))


def _badge(visit: Visit) -> str:
    color, icon = STATE_BADGES[visit.state]
    return f":{color}-badge[:material/{icon}: {_(VISIT_STATES[visit.state])}]"


def _row(found: TeamsView, visit: Visit) -> dict[str, str]:
    return {
        _("When"): when(visit.day, visit.at).replace(" ", NBSP),
        _("School"): plain(found.school_name(visit.school_id)),
        _("Kind of help"): help_name(visit.kind),
        _("Who"): coach_name(found, visit),
        _("Takes"): minutes_text(visit.minutes),
        _("State"): _badge(visit),
    }


def feed_card(frame: Frame) -> None:
    """The calendar file, and an address that a calendar keeps looking at."""
    token = feed_token(frame.person, open_database())
    with st.container(border=True):
        st.subheader(_("In your own calendar"), anchor=False)
        st.markdown(_("Your calendar shows the visits you may see here: school, kind of help and what was asked."))
        show_address(PLACE, token, "agenda", change(open_feed), change(close_feed))
        st.download_button(
            _("Download calendar file"),
            in_this_language(partial(visit_calendar, teams_view(frame), frame.person, frame.as_of)),
            "bezoeken.ics",
            CALENDAR_TYPE,
            key="visits_calendar",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )
