"""Signals of IBP: running clocks of incidents, agreements and rights requests; for each person what they may know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from planning.attention.signal import Signal
from planning.core.clock import local_day
from planning.core.database import Database
from planning.core.rights import Person
from planning.privacy.incident_service import incidents, sees_incidents
from planning.privacy.incident_words import whole
from planning.privacy.incidents import Clock
from planning.privacy.policy import PolicyVersion, is_due_for_review, versions_on
from planning.privacy.register_service import entries, reads_registers, sees_requests
from planning.privacy.registers import Processor, RightsRequest


@dataclass(frozen=True)
class TermsView:
    """What the signals are made of: clocks, terms and dates, not a word of what they are about."""

    clocks: tuple[tuple[str | None, Clock], ...]  # school, the 72 hours; the running ones
    processors: tuple[Processor, ...]
    requests: tuple[RightsRequest, ...]


@dataclass(frozen=True)
class RunningClock(Signal):
    """The 72 hours of an incident, of one school or of the board itself."""

    until: datetime
    left: timedelta  # in whole hours, in minutes under an hour; negative is too late
    more: int = 0  # clocks told with it, which end later

    @property
    def is_late(self) -> bool:
        """Whether the hours are over."""
        return self.left < timedelta(0)


@dataclass(frozen=True)
class RegisterSignal(Signal):
    """What of a register has a term."""

    number: int  # requests near their term, or processors without an agreement that holds
    day: date | None  # the first term to come, or the first end of an agreement
    late: int = 0  # requests whose term is over
    late_since: date | None = None  # the first term of those


@dataclass(frozen=True)
class PolicyWaits(Signal):
    """The newest version of the IBP policy waits for the board, for the GMR, or to be looked at again."""

    version: int
    waits_for: str  # "board", "gmr" or "review"
    day: date | None  # when that is planned
    is_past: bool = False  # whether that day has been


def terms_view(person: Person, database: Database) -> TermsView:
    """What this person may know of; nothing of what they may not."""
    with database.read(person.board_id):  # one moment for all of them
        known = incidents(person, database) if sees_incidents(person) else ()
        requests = entries(person, database, RightsRequest) if sees_requests(person) else ()
        processors = entries(person, database, Processor) if reads_registers(person) else ()
    return TermsView(
        tuple((incident.school_id, incident.clock) for incident in known if incident.clock.is_running),
        processors,
        tuple(RightsRequest(r.school_id, "", r.kind, r.received_on, r.extended_on, r.answered_on) for r in requests),
    )


def privacy_signals(
    found: TermsView, moment: datetime, as_of: date, policy: Sequence[PolicyVersion] = ()
) -> tuple[Signal, ...]:
    """The signals of IBP, the clock that ends first before all; `moment` is where the board's clock stands.

    `policy`: the versions of the board's policy, for whoever sees to it.
    """
    clocks = sorted(found.clocks, key=lambda one: one[1].deadline)
    running = tuple(
        RunningClock("incident", _of(school_id), clock.deadline, whole(clock.left(moment)))
        for school_id, clock in clocks
        if local_day(clock.discovered_at) <= as_of
    )
    missing = sum(not processor.is_in_force(as_of) for processor in found.processors)
    ending = [p.ends_on for p in found.processors if p.state(as_of) == "ending" and p.ends_on is not None]
    near, late = ([one for one in found.requests if one.state(as_of) == state] for state in ("near", "late"))
    first, since = (min((one.due_on for one in some), default=None) for some in (near, late))
    signals = (
        RegisterSignal("request_due", _schools([*near, *late]), len(near), first, len(late), since),
        RegisterSignal("agreements", (), missing, min(ending, default=None)),
    )
    due_signals = (signal for signal in signals if signal.number or signal.day or signal.late)
    return (*running, *_policy_signals(policy, as_of), *due_signals)


def clocks_together(found: Iterable[Signal]) -> list[Signal]:
    """All running clocks as the one that ends first: three incidents push no other decision out of sight."""
    clocks, others = [], []
    for one in found:
        if isinstance(one, RunningClock):
            clocks.append(one)
        else:
            others.append(one)
    if not clocks:
        return others
    first = min(clocks, key=lambda one: one.until)
    return [replace(first, more=len(clocks) - 1), *others]


def _policy_signals(policy: Sequence[PolicyVersion], as_of: date) -> tuple[PolicyWaits, ...]:
    newest = next(iter(versions_on(policy, as_of)), None)
    if newest is None:
        return ()
    stage = newest.stage(as_of)
    if stage in ("draft", "consent"):
        planned = newest.planned_on
        is_past = planned is not None and planned < as_of
        return (PolicyWaits("policy_waits", (), newest.number, "board", planned, is_past),)
    if stage == "adopted":
        return (PolicyWaits("policy_waits", (), newest.number, "gmr", None),)
    if is_due_for_review(newest, as_of):
        return (PolicyWaits("policy_waits", (), newest.number, "review", newest.review_on),)
    return ()


def _of(school_id: str | None) -> tuple[str, ...]:
    return () if school_id is None else (school_id,)


def _schools(requests: list[RightsRequest]) -> tuple[str, ...]:
    return tuple(sorted({request.school_id for request in requests if request.school_id}))
