"""The steps of an incident: each adds to what is known, none is ever changed; pure.

The fields of a step are those of Incident that it sets, so what is known now is the steps laid over each other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any, Final

from planning.privacy.incidents import Incident, Risk


@dataclass(frozen=True)
class Recorded:
    """An incident was reported: the three things that start the clock."""

    school_id: str | None
    discovered_at: datetime
    description: str
    happened_at: datetime | None = None


@dataclass(frozen=True)
class Described:
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
class Assessed:
    """What it may do to people, and why we think so."""

    risk: Risk
    risk_why: str


@dataclass(frozen=True)
class Notified:
    """Notified to the supervisory authority: the clock stops."""

    notified_at: datetime
    reference: str


@dataclass(frozen=True)
class NotNotified:
    """Decided, with reasons, that it need not be notified: the clock stops."""

    not_notified_at: datetime
    not_notified_why: str


@dataclass(frozen=True)
class Withdrawn:
    """The decision is taken back: the clock runs again."""

    why: str


@dataclass(frozen=True)
class Told:
    """The people concerned know."""

    told_at: datetime


@dataclass(frozen=True)
class NotTold:
    """Why the people concerned need not be told."""

    not_told_why: str


@dataclass(frozen=True)
class Closed:
    """Done, and what we learned."""

    closed_at: datetime
    lessons: str


@dataclass(frozen=True)
class Reopened:
    """Not done after all."""

    why: str


Step = Recorded | Described | Assessed | Notified | NotNotified | Withdrawn | Told | NotTold | Closed | Reopened

KINDS: Final[Mapping[str, type]] = {
    "recorded": Recorded,
    "described": Described,
    "assessed": Assessed,
    "notified": Notified,
    "not_notified": NotNotified,
    "withdrawn": Withdrawn,
    "told": Told,
    "not_told": NotTold,
    "closed": Closed,
    "reopened": Reopened,
}
_CLEARS: Final[Mapping[type, Mapping[str, Any]]] = {
    Withdrawn: {"notified_at": None, "reference": "", "not_notified_at": None, "not_notified_why": ""},
    Told: {"not_told_why": ""},
    NotTold: {"told_at": None},
    Reopened: {"closed_at": None},
}
_OF_INCIDENT: Final = {field.name for field in fields(Incident)}


@dataclass(frozen=True)
class Dated:
    """A step as it is kept: when and by whom."""

    at: datetime
    person_name: str
    step: Step


def kind_of(step: Step) -> str:
    """The code of a step's kind."""
    return next(kind for kind, made in KINDS.items() if type(step) is made)


def after(incident: Incident, step: Step) -> Incident:
    """What is known once this step is taken."""
    sets = {name: value for name, value in vars(step).items() if name in _OF_INCIDENT}
    return replace(incident, **{**_CLEARS.get(type(step), {}), **sets})


def incident_of(incident_id: int, steps: Iterable[Step]) -> Incident:
    """What is known now, from all steps in their order; the first is Recorded."""
    first, *rest = steps
    assert isinstance(first, Recorded)
    incident = Incident(incident_id, **vars(first))
    for step in rest:
        incident = after(incident, step)
    return incident


def to_json(step: Step) -> dict[str, Any]:
    """The fields of a step as plain JSON values; moments as ISO texts."""
    return {name: _plain(value) for name, value in vars(step).items()}


def from_json(kind: str, facts: Mapping[str, Any]) -> Step:
    """The step of a kind, from its plain JSON values."""
    step: Step = KINDS[kind](**{name: _value(name, value) for name, value in facts.items()})
    return step


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _value(name: str, value: Any) -> Any:
    if name.endswith("_at") and value is not None:
        return datetime.fromisoformat(value)
    if name == "risk":
        return Risk(value)
    return tuple(value) if isinstance(value, list) else value
