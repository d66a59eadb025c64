"""The calendar of visits, month by month, and the same in one's own calendar."""

from datetime import date
from functools import partial
from typing import Final
from urllib.parse import urlsplit

import streamlit as st
from babel.dates import format_date

from pages.parts.forms import Outcome, act_button, change, show_outcome
from pages.parts.frame import Frame, plain
from pages.parts.show import show_table
from pages.quality_teams.data import teams_view
from pages.quality_teams.words import coach_name, minutes_text, visit_line
from pages.server.session import open_database
from planning.core.calendar_file import CALENDAR_TYPE
from planning.core.notation import NBSP, number
from planning.core.rights import Person
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
        if token is None:
            act_button(PLACE, _("Make an address"), _open, icon=":material/link:", key="open_feed")
        else:
            st.code(feed_address(token), language=None, wrap_lines=True)
            st.caption(
                _("Paste it at ‘subscribe to calendar’. Whoever has the address reads along: end it when in doubt.")
            )
            look = {"type": "tertiary", "icon": ":material/link_off:", "key": "close_feed"}
            act_button(PLACE, _("End this address"), _close, **look)
        show_outcome(PLACE)
        st.download_button(
            _("Download calendar file"),
            in_this_language(partial(visit_calendar, teams_view(frame), frame.person, frame.as_of)),
            "bezoeken.ics",
            CALENDAR_TYPE,
            key="download_calendar",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
        )


def feed_address(token: str) -> str:
    """The whole address, on the host by which this page was opened."""
    here = urlsplit(st.context.url or "")
    return f"{here.scheme or 'http'}://{here.netloc}/api/agenda/{token}.ics"


def _open(person: Person) -> Outcome:
    change(open_feed)(person)
    return _("Your calendar has an address."), change(close_feed)


def _close(person: Person) -> Outcome:
    change(close_feed)(person)
    return _("The address is ended: nobody reads along any more."), None
