"""IBP, incidents: the calm start. What happened, when it was discovered, where; all the rest comes later."""

from collections.abc import Mapping
from typing import cast

import streamlit as st

from pages.parts.forms import Back, carry_out, key, show_outcome, value
from pages.parts.frame import Frame, now
from pages.privacy.incident import ADDRESS
from pages.privacy.moments import moment_fields, read_moment
from pages.server.session import open_database
from planning.core.clock import board_moment
from planning.core.notation import moment
from planning.core.refusal import Reason, Refused
from planning.core.rights import Person
from planning.core.service import own_board
from planning.core.translation import gettext as _
from planning.privacy.incident_service import report, sees_incidents
from planning.privacy.incident_steps import Recorded
from planning.privacy.incidents import Clock

PLACE = "incident_report"
WHOLE_BOARD = ""


def show(frame: Frame, names: Mapping[str, str]) -> None:
    """Three fields and one button."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("Report an incident"), anchor=False)
        with st.form(PLACE, border=False, enter_to_submit=False):
            st.text_area(
                _("What happened?"),
                key=key(PLACE, "description"),
                height=110,
                placeholder=_("In a few words, without names of people"),
            )
            moment_fields(PLACE, "discovered", _("Discovered on"), frame.moment, frame.today)
            places = [*names] if frame.person.reach is not None else [*names, WHOLE_BOARD]
            st.selectbox(
                _("Where?"),
                places,
                index=0 if len(places) == 1 else None,
                format_func=lambda school_id: names[school_id] if school_id else _("the whole board"),
                placeholder=_("choose a school"),
                key=key(PLACE, "school"),
            )
            st.form_submit_button(
                _("Record and start the clock"),
                type="primary",
                icon=":material/timer:",
                on_click=carry_out,
                args=(PLACE, _record),
            )
        st.caption(_("Everything else can wait: measures, people concerned and the assessment come afterwards."))
        show_outcome(PLACE)


def _record(person: Person) -> tuple[str, Back | None]:
    reasons: list[Reason | str] = []
    discovered = None
    try:
        discovered = read_moment(PLACE, "discovered", _("Discovery"))
        if discovered is None:
            reasons.append(_("Discovery: fill in the day and the time."))
    except Refused as refused:
        reasons += refused.reasons
    school_id = cast("str | None", value(PLACE, "school"))
    if school_id is None:
        reasons.append(_("Choose where it happened."))
    description = str(value(PLACE, "description") or "").strip()
    if reasons or discovered is None:
        if not description:
            reasons.insert(0, _("There is no text yet. Write in a few words what happened."))
        raise Refused(*reasons)
    first = Recorded(school_id or None, discovered, description)
    number = report(person, open_database(), now(), first)
    if not sees_incidents(person):
        return _("Recorded. The privacy officer and the chair see it now."), None
    st.query_params[ADDRESS] = str(number)
    clock = Clock(discovered)
    late = clock.is_late(board_moment(own_board(person, open_database()), now()))
    text = (
        _("Recorded as incident {n}. The 72 hours ended on {moment}: decide now.")
        if late
        else _("Recorded as incident {n}. The 72 hours run until {moment}.")
    )
    return text.format(n=number, moment=moment(clock.deadline)), None
