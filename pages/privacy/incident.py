"""IBP, one incident: its clock, what is known, what comes next, and every step with who and when."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import streamlit as st

from pages.parts.forms import show_outcome
from pages.parts.frame import Frame, answer, more, now, plain
from pages.parts.show import show_table
from pages.privacy import incident_steps as privacy_incident_steps
from pages.server.away import fragment
from pages.server.session import open_database
from planning.core.notation import NBSP, moment, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.incident_service import incident_steps, may_decide
from planning.privacy.incident_steps import DatedStep, IncidentDescription, IncidentReport
from planning.privacy.incident_words import clock_words, data_name, must_be_decided, risk_name, step_name, whole
from planning.privacy.incidents import Clock, Incident

ADDRESS = "incident"


def where(incident: Incident, names: Mapping[str, str]) -> str:
    """The school, or the whole board."""
    return names.get(incident.school_id, incident.school_id) if incident.school_id else _("the whole board")


def clock_badge(incident: Incident, at: datetime) -> str:
    """How the clock of an incident stands, as a badge: mark, word and colour."""
    words = clock_words(incident.clock, at)
    if incident.clock.is_running:
        return f":red-badge[:material/timer: {words}]"
    if incident.state == "closed":
        return ":green-badge[:material/check_circle: " + _("closed") + "]"
    color, icon = ("orange", "event_busy") if incident.clock.is_late(at) else ("blue", "gavel")
    return f":{color}-badge[:material/{icon}: {words}]"


def keep_up(frame: Frame, clocks: Sequence[Clock]) -> None:
    """Show the page again when a running clock says something else; an example's clock stands still."""
    running = tuple(clock for clock in clocks if clock.is_running)
    if running and frame.board.as_of is None:
        _tick(running, _told(running, frame.moment))


@fragment(timedelta(minutes=1))
def _tick(clocks: tuple[Clock, ...], told: tuple[timedelta, ...]) -> None:
    if _told(clocks, now()) != told:
        st.rerun()


def _told(clocks: tuple[Clock, ...], at: datetime) -> tuple[timedelta, ...]:
    return tuple(whole(clock.left(at)) for clock in clocks)


def show(frame: Frame, incident: Incident, names: Mapping[str, str]) -> None:
    """One incident."""
    st.button(_("All incidents"), type="tertiary", icon=":material/arrow_back:", key="all_incidents", on_click=_leave)
    answer(incident_answer(incident, frame.moment, names))
    keep_up(frame, [incident.clock])
    badge = clock_badge(incident, frame.moment)
    until = (
        _("Decide by {moment} (AVG art. 33).") if incident.clock.is_running else _("The 72 hours were until {moment}.")
    )
    facts = [badge, until.format(moment=moment(incident.clock.deadline))]
    if frame.board.as_of is not None:
        facts.append(
            ":small["
            + _("Example data stand still: the clock says {moment}.").format(moment=moment(frame.moment))
            + "]"
        )
    st.markdown(" ".join(facts))
    show_outcome("incident_report")
    left, right = st.columns([1.25, 1])
    with left, st.container(border=True, height="stretch"):
        st.subheader(_("What is known"), anchor=False)
        st.markdown(known_facts(incident, names))
        if incident.closed_at is None:
            if more(
                f"describe_{incident.incident_id}",
                closed=_("Add to the description"),
                opened=_("Close the form"),
                icon=":material/edit:",
            ):
                privacy_incident_steps.describe(frame, incident)
            show_outcome(privacy_incident_steps.description_place(incident.incident_id))
    with right, st.container(border=True, height="stretch"):
        st.subheader(_("What was done") if incident.closed_at else _("What comes next"), anchor=False)
        if may_decide(frame.person):
            privacy_incident_steps.show(frame, incident)
        else:
            st.markdown(privacy_incident_steps.progress(incident))
            st.caption(_("The privacy officer or the chair assesses and decides. You can add to the description."))
    with st.container(border=True):
        st.subheader(_("Every step"), anchor=False)
        _log(frame, incident_steps(frame.person, open_database(), incident.incident_id))


def incident_answer(incident: Incident, at: datetime, names: Mapping[str, str]) -> str:
    """How this incident stands, in one sentence."""
    name = plain(names.get(incident.school_id, incident.school_id)) if incident.school_id else None
    if incident.clock.is_running:
        return must_be_decided(whole(incident.clock.left(at)), name)
    at_school = _("at {school}").format(school=name) if name else _("of the whole board")
    if incident.notified_at is None:
        text = _("**The incident {at_school} need not be notified;** that was decided on {moment}.")
        return text.format(at_school=at_school, moment=moment(incident.not_notified_at or at))
    late = incident.clock.is_late(at)
    text = (
        _("**The incident {at_school} was notified too late,** on {moment}.")
        if late
        else _("**The incident {at_school} was notified within 72 hours,** on {moment}.")
    )
    return text.format(at_school=at_school, moment=moment(incident.notified_at))


def known_facts(incident: Incident, names: Mapping[str, str]) -> str:
    """What is known, a line a fact; what is not known yet says so."""
    unknown = _("not known yet")
    facts = {
        _("What"): plain(incident.description),
        _("Where"): plain(where(incident, names)),
        _("Discovered"): moment(incident.discovered_at),
        _("Happened"): moment(incident.happened_at) if incident.happened_at else unknown,
        _("Reported internally"): moment(incident.reported_at) if incident.reported_at else unknown,
        _("Cause"): plain(incident.cause) or unknown,
        _("Data"): "; ".join(data_name(code) for code in incident.data) or unknown,
        _("People concerned"): people_words(incident.people_least, incident.people_most) or unknown,
        _("Measures"): plain(incident.measures) or unknown,
    }
    if incident.lessons:
        facts[_("Learned")] = plain(incident.lessons)
    return "\n".join(f"- **{title}**: {_one_line(text)}" for title, text in facts.items())


def people_words(least: int | None, most: int | None) -> str:
    """The size of the group: "27", "20 tot 30", "ten minste 20"."""
    if least is not None and most is not None:
        if least == most:
            return number(least)
        return _("{least} to {most}").format(least=number(least), most=number(most))
    if least is not None:
        return _("at least {n}").format(n=number(least))
    return _("at most {n}").format(n=number(most)) if most is not None else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _log(frame: Frame, steps: Sequence[DatedStep]) -> None:
    rows = [
        {
            _("When"): moment(dated.at).replace(" ", NBSP),
            _("Who"): plain(dated.person_name),
            _("What"): step_name(dated.step),
            _("Details"): _one_line(plain(details(dated))),
        }
        for dated in reversed(steps)
    ]
    if frame.theme.compact:
        st.markdown("\n".join("- **{2}**  \n  {3}  \n  :small[{0} · {1}]".format(*row.values()) for row in rows))
    else:
        show_table(rows, _("Log of the incident"))


def details(dated: DatedStep) -> str:
    """What a step says, in words."""
    step = dated.step
    if isinstance(step, IncidentReport):
        return _("Discovered {moment}.").format(moment=moment(step.discovered_at)) + f" {step.description}"
    if isinstance(step, IncidentDescription):
        data = "; ".join(data_name(code) for code in step.data)
        people = people_words(step.people_least, step.people_most)
        parts = [
            _("discovered {moment}").format(moment=moment(step.discovered_at)),
            step.description,
            step.cause,
            data,
            ngettext("{n} person", "{n} people", 1 if people == "1" else 2).format(n=people) if people else "",
            step.measures,
        ]
        return " · ".join(part.strip() for part in parts if part.strip())
    values = vars(step)
    moments = [moment(value) for value in values.values() if isinstance(value, datetime)]
    texts = [str(value) for name, value in values.items() if isinstance(value, str) and name != "risk"]
    risk = [risk_name(values["risk"])] if "risk" in values else []
    return " · ".join([*risk, *moments, *texts])


def _leave() -> None:
    st.query_params.pop(ADDRESS, None)
