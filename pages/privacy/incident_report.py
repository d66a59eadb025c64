"""IBP, incidents: the calm start. What happened, when it was discovered, where; all the rest comes later."""

from collections.abc import Mapping

import streamlit as st

from pages.parts import fields
from pages.parts.forms import Form, Outcome, Values, change, show_outcome
from pages.parts.frame import Frame, now
from pages.privacy.incident import ADDRESS
from pages.privacy.moments import moment_of
from pages.server.session import open_database
from planning.core.clock import board_moment
from planning.core.notation import moment
from planning.core.rights import Person
from planning.core.service import own_board
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.privacy.incident_service import report, sees_incidents
from planning.privacy.incident_steps import IncidentReport
from planning.privacy.incidents import Clock

PLACE = "incident_report"
WHOLE_BOARD = "board"


def show(frame: Frame, names: Mapping[str, str]) -> None:
    """Three fields and one button."""
    with st.container(border=True, height="stretch"):
        st.subheader(_("Report an incident"), anchor=False)
        places = [*names] if frame.person.reach is not None else [*names, WHOLE_BOARD]
        hint = _("In a few words, without names of people")
        only = places[0] if len(places) == 1 else None
        today = frame.today
        Form(
            PLACE,
            (
                fields.lines(
                    "description", _("What happened?"), height=110, placeholder=hint, missing="incident_without_text"
                ),
                moment_of(
                    "discovered_at",
                    _("Discovered on"),
                    N_("Discovery"),
                    frame.moment,
                    today,
                    missing="discovery_missing",
                ),
                fields.choice(
                    "school_id",
                    _("Where?"),
                    places,
                    only,
                    lambda school_id: names.get(school_id, _("the whole board")),
                    placeholder=_("choose a school"),
                    missing="incident_without_place",
                ),
            ),
            _record,
            _("Record and start the clock"),
            look={"type": "primary", "icon": ":material/timer:"},
        ).show_fields()
        st.caption(_("Everything else can wait: measures, people concerned and the assessment come afterwards."))
        show_outcome(PLACE)


def _record(person: Person, said: Values) -> Outcome:
    discovered = said["discovered_at"]
    school_id = None if said["school_id"] == WHOLE_BOARD else said["school_id"]
    number = change(report, IncidentReport(school_id, discovered, said["description"]))(person)
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
