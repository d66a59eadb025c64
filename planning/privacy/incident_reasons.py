"""Why a step of an incident cannot be taken, all reasons at once; pure."""

from datetime import datetime
from typing import Final

from planning.core.refusal import Reason, Word
from planning.core.translation import N_
from planning.privacy.incident_steps import (
    Closing,
    IncidentDescription,
    IncidentReport,
    IncidentStep,
    NoNoticeToPeople,
    NoNotification,
    NoticeToPeople,
    Notification,
    Reopening,
    RiskAssessment,
    Withdrawal,
)
from planning.privacy.incidents import DATA, Incident, Risk

LONGEST: Final = 4000
MOST_PEOPLE: Final = 1_000_000


def recording_reasons(step: IncidentReport, now: datetime) -> list[Reason]:
    """Why an incident cannot be recorded like this at that moment."""
    return [
        *_missing(step.description, Reason("incident_without_text", "description")),
        *_too_long("description", step.description),
        *_moment_reasons(step.discovered_at, step.happened_at, None, now),
    ]


def step_reasons(incident: Incident, step: IncidentStep, now: datetime) -> list[Reason]:
    """Why this step cannot be the next one at that moment."""
    if isinstance(step, Reopening):
        if incident.closed_at is None:
            return [Reason("incident_open")]
        return _missing(step.why, Reason("reopened_without_reason", "why"))
    if incident.closed_at is not None:
        return [Reason("incident_closed")]
    texts = {name: value for name, value in vars(step).items() if isinstance(value, str)}
    long = [reason for name, text in texts.items() for reason in _too_long(name, text)]
    return [*_own_reasons(incident, step, now), *long]


def _own_reasons(incident: Incident, step: IncidentStep, now: datetime) -> list[Reason]:
    match step:
        case IncidentDescription():
            return _description_reasons(incident, step, now)
        case RiskAssessment():
            return _assessment_reasons(incident, step)
        case Notification() | NoNotification():
            return _decision_reasons(incident, step, now)
        case Withdrawal():
            if not incident.is_decided:
                return [Reason("incident_undecided")]
            return _missing(step.why, Reason("withdrawn_without_reason", "why"))
        case NoticeToPeople():
            return _between("told_at", step.told_at, incident.discovered_at, now, N_("The people concerned were told"))
        case NoNoticeToPeople():
            return _missing(step.not_told_why, Reason("not_told_without_reason", "not_told_why"))
        case Closing():
            return _closing_reasons(incident, step)
        case _:
            raise ValueError("an incident is recorded once")


def _description_reasons(incident: Incident, step: IncidentDescription, now: datetime) -> list[Reason]:
    reasons = _missing(step.description, Reason("incident_without_text", "description"))
    reasons += _moment_reasons(step.discovered_at, step.happened_at, step.reported_at, now)
    stopped = incident.clock.stopped_at
    if stopped is not None and stopped < step.discovered_at:
        reasons.append(Reason("discovered_after_decision", "discovered_at", {"decided": stopped}))
    if not set(step.data) <= set(DATA):
        raise ValueError("a kind of data that is not one of DATA")
    least, most = step.people_least, step.people_most
    strange = {
        field: n
        for field, n in (("people_least", least), ("people_most", most))
        if n is not None and not 0 <= n <= MOST_PEOPLE
    }
    for field, n in list(strange.items())[:1]:
        reasons.append(Reason("people_out_of_range", field, {"read": n, "most": MOST_PEOPLE}))
    if least is not None and most is not None and least > most:
        reasons.append(Reason("people_turned_round", "people_least", {"least": least, "most": most}))
    return reasons


def _assessment_reasons(incident: Incident, step: RiskAssessment) -> list[Reason]:
    reasons = _missing(step.risk_why, Reason("risk_without_reason", "risk_why"))
    if incident.not_notified_at is not None and step.risk is not Risk.NONE:
        reasons.append(Reason("risk_after_decision", "risk"))
    return reasons


def _decision_reasons(incident: Incident, step: Notification | NoNotification, now: datetime) -> list[Reason]:
    reasons = []
    if incident.is_decided:
        reasons.append(Reason("incident_decided"))
    if isinstance(step, Notification):
        reasons += _between("notified_at", step.notified_at, incident.discovered_at, now, N_("The notification"))
        return reasons + _missing(step.reference, Reason("notified_without_number", "reference"))
    reasons += _between("not_notified_at", step.not_notified_at, incident.discovered_at, now, N_("The decision"))
    if incident.risk is None:
        reasons.append(Reason("not_notified_unassessed"))
    elif incident.risk is not Risk.NONE:
        reasons.append(Reason("not_notified_with_risk"))
    return reasons + _missing(step.not_notified_why, Reason("not_notified_without_reason", "not_notified_why"))


def _closing_reasons(incident: Incident, step: Closing) -> list[Reason]:
    reasons = _missing(step.lessons, Reason("closed_without_lessons", "lessons"))
    if incident.risk is None:
        reasons.append(Reason("closed_unassessed"))
    if not incident.is_decided:
        reasons.append(Reason("closed_undecided"))
    if incident.risk is Risk.HIGH and incident.told_at is None and not incident.not_told_why:
        reasons.append(Reason("closed_untold"))
    return reasons


def _moment_reasons(
    discovered: datetime, happened: datetime | None, reported: datetime | None, now: datetime
) -> list[Reason]:
    reasons = []
    if discovered > now:
        reasons.append(Reason("discovery_to_come", "discovered_at", {"read": discovered, "now": now}))
    if happened is not None and happened > discovered:
        values = {"discovered": discovered, "happened": happened}
        reasons.append(Reason("discovered_before_it_happened", "happened_at", values))
    if reported is not None:
        reasons += _between("reported_at", reported, discovered, now, N_("The report inside the organisation"))
    return reasons


def _between(field: str, moment: datetime, discovered: datetime, now: datetime, what: str) -> list[Reason]:
    if moment > now:
        return [Reason("moment_to_come", field, {"what": Word(what), "read": moment, "now": now})]
    if moment < discovered:
        return [
            Reason("moment_before_discovery", field, {"what": Word(what), "read": moment, "discovered": discovered})
        ]
    return []


def _missing(text: str, reason: Reason) -> list[Reason]:
    return [] if text.strip() else [reason]


def _too_long(field: str, text: str) -> list[Reason]:
    if len(text) <= LONGEST:
        return []
    return [Reason("incident_text_too_long", field, {"read": len(text), "most": LONGEST})]
