"""Incidents and data breaches: what is known of one, and its clock of 72 hours; pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final, Literal

NOTIFY_WITHIN: Final = timedelta(hours=72)
"""AVG art. 33: to the supervisory authority within 72 hours after discovery. Real hours: nights, weekends and a change
of the clock count as they pass."""

DATA: Final = ("contact", "birth", "bsn", "results", "care", "health", "photos", "login", "payment", "staff", "other")
"""Kinds of personal data, as codes; messages.data_name says them in words."""


class Risk(StrEnum):
    """What the incident may do to the people it concerns."""

    NONE = "none"
    LIKELY = "likely"
    HIGH = "high"


@dataclass(frozen=True)
class Incident:
    """What is known of an incident now; its steps say who added what and when."""

    incident_id: int
    school_id: str | None  # None: the whole board
    discovered_at: datetime
    description: str
    happened_at: datetime | None = None
    reported_at: datetime | None = None  # inside the organisation
    cause: str = ""
    data: tuple[str, ...] = ()  # of DATA
    people_least: int | None = None  # size of the group; both the same where it is known exactly
    people_most: int | None = None
    measures: str = ""
    risk: Risk | None = None
    risk_why: str = ""
    notified_at: datetime | None = None  # to the supervisory authority (AP)
    reference: str = ""  # the AP's number for the notification
    not_notified_at: datetime | None = None  # when it was decided, with reasons
    not_notified_why: str = ""
    told_at: datetime | None = None  # the people concerned (AVG art. 34)
    not_told_why: str = ""
    closed_at: datetime | None = None
    lessons: str = ""

    @property
    def is_decided(self) -> bool:
        """Whether it was notified, or reasoned that it need not be."""
        return self.notified_at is not None or self.not_notified_at is not None

    @property
    def clock(self) -> "Clock":
        """The 72 hours of this incident."""
        return Clock(self.discovered_at, self.notified_at or self.not_notified_at)

    @property
    def state(self) -> Literal["open", "decided", "closed"]:
        """How far it is: before the decision the clock runs."""
        if self.closed_at is not None:
            return "closed"
        return "decided" if self.is_decided else "open"


@dataclass(frozen=True)
class Clock:
    """72 hours that run from a discovery until a decision."""

    discovered_at: datetime
    stopped_at: datetime | None = None

    @property
    def deadline(self) -> datetime:
        """The moment by which it must be decided, in UTC: arithmetic on local times would skip or repeat an hour."""
        return self.discovered_at.astimezone(UTC) + NOTIFY_WITHIN

    @property
    def is_running(self) -> bool:
        """Whether a decision is still to be taken."""
        return self.stopped_at is None

    def left(self, moment: datetime) -> timedelta:
        """Time left at a moment, or when it stopped; negative is too late."""
        return self.deadline - (self.stopped_at or moment)

    def is_late(self, moment: datetime) -> bool:
        """Whether the 72 hours were over at that moment, or when it stopped."""
        return self.left(moment) < timedelta(0)


def most_urgent(incidents: tuple[Incident, ...]) -> Incident | None:
    """The incident whose running clock ends first; None where none runs."""
    running = [incident for incident in incidents if incident.clock.is_running]
    return min(running, key=lambda incident: incident.clock.deadline, default=None)


def notified_in_time(incidents: tuple[Incident, ...]) -> tuple[int, int]:
    """How many were notified within 72 hours, of how many notified."""
    clocks = [(incident.clock, incident.notified_at) for incident in incidents if incident.notified_at is not None]
    return sum(not clock.is_late(notified_at) for clock, notified_at in clocks), len(clocks)
