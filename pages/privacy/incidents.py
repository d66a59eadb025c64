"""IBP, incidents: the clock that runs, all incidents one must know of, and three fields to report one.

Nothing here is kept between reruns: an incident stays in the database and on the screen of whoever must see it.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.parts.frame import Frame, answer, plain
from pages.parts.metrics import plain_metric
from pages.privacy import incident as privacy_incident
from pages.privacy import incident_report
from pages.privacy.incident import ADDRESS, clock_badge, keep_up, where
from pages.server.session import open_database
from planning.core.notation import moment, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.organisation.service import schools
from planning.privacy.incident_service import incidents, may_report, sees_incidents
from planning.privacy.incident_words import must_be_decided, whole
from planning.privacy.incidents import Incident, most_urgent, notified_in_time

SHORT = 90  # signs of a description in the list


def show(frame: Frame) -> None:
    """All incidents and the form to report one; or one incident, where the address names it."""
    names = {school.school_id: school.name for school in schools(frame.person, open_database())}
    if not sees_incidents(frame.person):
        _report_only(frame, names)
        return
    known = incidents(frame.person, open_database())
    chosen = next((one for one in known if str(one.incident_id) == st.query_params.get(ADDRESS)), None)
    if chosen is not None:
        privacy_incident.show(frame, chosen, names)
        return
    answer(incidents_answer(known, frame, names))
    keep_up(frame, [incident.clock for incident in known])
    standing_still(frame)
    if known:
        _figures(known)
    left, right = st.columns([1.62, 1])
    with left:
        _list(frame, known, names)
    if may_report(frame.person):
        with right:
            incident_report.show(frame, names)


def _report_only(frame: Frame, names: Mapping[str, str]) -> None:
    answer(_("**Report an incident or data breach here.** The privacy officer and the chair see it at once."))
    standing_still(frame)
    st.markdown(_("You report; whoever has to decide about incidents sees them. You do not see them yourself."))
    left, _right = st.columns([1.25, 1])
    with left:
        incident_report.show(frame, names)


def running_answer(known: Sequence[Incident], frame: Frame, names: Mapping[str, str]) -> str | None:
    """The sentence of the clock that ends first, and how many others run; None where none runs."""
    urgent = most_urgent(tuple(known))
    if urgent is None:
        return None
    name = plain(names.get(urgent.school_id, urgent.school_id)) if urgent.school_id else None
    sentence = must_be_decided(whole(urgent.clock.left(frame.moment)), name)
    others = sum(incident.clock.is_running for incident in known) - 1
    if not others:
        return sentence
    text = ngettext("{n} other clock is running.", "{n} other clocks are running.", others)
    return f"{sentence} {text.format(n=number(others))}"


def incidents_answer(known: Sequence[Incident], frame: Frame, names: Mapping[str, str]) -> str:
    """The sentence of the page."""
    running = running_answer(known, frame, names)
    if running is not None:
        return running
    if not known:
        return _("**No incident is recorded.** Report one as soon as you discover it: 72 hours run from then.")
    still_open = sum(incident.state != "closed" for incident in known)
    if not still_open:
        return _("**No clock is running and every incident is closed.**")
    text = ngettext(
        "**No clock is running.** {n} incident is still to be closed.",
        "**No clock is running.** {n} incidents are still to be closed.",
        still_open,
    )
    return text.format(n=number(still_open))


def standing_still(frame: Frame) -> None:
    """What the 72 hours rest on; and for an example, that its clock stands still."""
    source = _("AVG art. 33: notify the AP within 72 hours after discovery, unless there is no risk for people.")
    if frame.board.as_of is not None:
        source += " " + _("Example data stand still: the clock says {moment}.").format(moment=moment(frame.moment))
    st.caption(source)


def _figures(known: Sequence[Incident]) -> None:
    in_time, notified = notified_in_time(tuple(known))
    with st.grid(4, min_column_width=150):
        plain_metric(_("Clocks running"), number(sum(incident.clock.is_running for incident in known)))
        plain_metric(_("Still open"), number(sum(incident.state != "closed" for incident in known)))
        plain_metric(
            _("Notified within 72 h"),
            _("{n} of {total}").format(n=number(in_time), total=number(notified)) if notified else "–",
        )
        plain_metric(_("Recorded"), number(len(known)))


def _list(frame: Frame, known: Sequence[Incident], names: Mapping[str, str]) -> None:
    with st.container(border=True, height="stretch"):
        st.subheader(_("Incidents"), anchor=False)
        if not known:
            st.markdown(_("Here stand the incidents you must know of, the latest first."))
        running = sorted((one for one in known if one.clock.is_running), key=lambda one: one.clock.deadline)
        for incident in (*running, *(one for one in known if not one.clock.is_running)):  # the latest discovery first
            text, way = st.columns([2.4, 1], vertical_alignment="center")
            with text:
                short = incident.description.strip()
                short = short if len(short) <= SHORT else short[:SHORT].rstrip() + "…"
                st.markdown(
                    f"{clock_badge(incident, frame.moment)} **{plain(where(incident, names))}**  \n{plain(short)}  \n"
                    + ":small["
                    + _("discovered {moment}").format(moment=moment(incident.discovered_at))
                    + "]"
                )
            with way:
                st.button(
                    _("Open incident {n}").format(n=incident.incident_id),
                    key=f"open_incident_{incident.incident_id}",
                    type="tertiary",
                    icon=":material/arrow_forward:",
                    on_click=_open,
                    args=(incident.incident_id,),
                )


def _open(incident_id: int) -> None:
    st.query_params[ADDRESS] = str(incident_id)
