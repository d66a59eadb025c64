"""The steps of an incident: each adds to what is known, none is ever changed; pure.

The fields of a step are those of Incident that it sets, so what is known now is the steps laid over each other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter

from planning.privacy.incidents import Incident, Risk


@dataclass(frozen=True)
class IncidentReport:
    """That there is an incident: the three things that start the clock."""

    school_id: str | None
    discovered_at: datetime
    description: str
    happened_at: datetime | None = None


@dataclass(frozen=True)
class IncidentDescription:
    """What happened, in full; replaces what was described before."""

    discovered_at: datetime
    description: str
    happened_at: datetime | None = None
    reported_at: datetime | None = None
    cause: str = ""
    data: tuple[str, ...] = ()
    people_least: int | None = None
    people_most: int | None = None
    measures: str = ""


@dataclass(frozen=True)
class RiskAssessment:
    """What it may do to people, and why we think so."""

    risk: Risk
    risk_why: str


@dataclass(frozen=True)
class Notification:
    """To the supervisory authority (AVG art. 33): the clock stops."""

    notified_at: datetime
    reference: str


@dataclass(frozen=True)
class NoNotification:
    """The decision, with reasons, that it need not be notified: the clock stops."""

    not_notified_at: datetime
    not_notified_why: str


@dataclass(frozen=True)
class Withdrawal:
    """Of the decision, whether to notify or not: the clock runs again."""

    why: str


@dataclass(frozen=True)
class NoticeToPeople:
    """The people concerned were told (AVG art. 34)."""

    told_at: datetime


@dataclass(frozen=True)
class NoNoticeToPeople:
    """Why the people concerned need not be told."""

    not_told_why: str


@dataclass(frozen=True)
class Closing:
    """The end of it, and what we learned."""

    closed_at: datetime
    lessons: str


@dataclass(frozen=True)
class Reopening:
    """Of what was closed: it is not done after all."""

    why: str


IncidentStep = (
    IncidentReport
    | IncidentDescription
    | RiskAssessment
    | Notification
    | NoNotification
    | Withdrawal
    | NoticeToPeople
    | NoNoticeToPeople
    | Closing
    | Reopening
)

KINDS: Final[Mapping[str, type]] = {
    "recorded": IncidentReport,
    "described": IncidentDescription,
    "assessed": RiskAssessment,
    "notified": Notification,
    "not_notified": NoNotification,
    "withdrawn": Withdrawal,
    "told": NoticeToPeople,
    "not_told": NoNoticeToPeople,
    "closed": Closing,
    "reopened": Reopening,
}
_JSON: Final = {kind: TypeAdapter[Any](step) for kind, step in KINDS.items()}
_CLEARS: Final[Mapping[type, Mapping[str, Any]]] = {
    Withdrawal: {"notified_at": None, "reference": "", "not_notified_at": None, "not_notified_why": ""},
    NoticeToPeople: {"not_told_why": ""},
    NoNoticeToPeople: {"told_at": None},
    Reopening: {"closed_at": None},
}
_OF_INCIDENT: Final = {field.name for field in fields(Incident)}


@dataclass(frozen=True)
class DatedStep:
    """A step as it is kept: when and by whom."""

    at: datetime
    person_name: str
    step: IncidentStep


def kind_of(step: IncidentStep) -> str:
    """The code of a step's kind."""
    return next(kind for kind, made in KINDS.items() if type(step) is made)


def after(incident: Incident, step: IncidentStep) -> Incident:
    """What is known once this step is taken."""
    sets = {name: value for name, value in vars(step).items() if name in _OF_INCIDENT}
    return replace(incident, **{**_CLEARS.get(type(step), {}), **sets})


def incident_of(incident_id: int, steps: Iterable[IncidentStep]) -> Incident:
    """What is known now, from all steps in their order; the first is the report."""
    first, *rest = steps
    assert isinstance(first, IncidentReport)
    incident = Incident(incident_id, **vars(first))
    for step in rest:
        incident = after(incident, step)
    return incident


def to_json(step: IncidentStep) -> dict[str, Any]:
    """The fields of a step as plain JSON values; moments as ISO texts."""
    facts: dict[str, Any] = _JSON[kind_of(step)].dump_python(step, mode="json")
    return facts


def from_json(kind: str, facts: Mapping[str, Any]) -> IncidentStep:
    """The step of a kind that to_json wrote."""
    step: IncidentStep = _JSON[kind].validate_python(facts)
    return step
