"""Signals of the quality teams: schools that stay without a visit, questions that stay without an answer."""

from dataclasses import dataclass
from datetime import date

from planning.attention.signal import Signal
from planning.quality_teams.rules import waiting_requests
from planning.quality_teams.service import TeamsView


@dataclass(frozen=True)
class TeamSignal(Signal):
    """Schools that wait, and since when."""

    day: date | None  # the oldest request, or the visit longest ago; None where there was none


def team_signals(facts: TeamsView, as_of: date) -> tuple[TeamSignal, ...]:
    """The signals of the schools within reach; none where all is well."""
    waiting = waiting_requests(facts.requests, facts.visits, as_of)
    asked = {request.school_id for request in waiting}
    quiet = {school.school_id: school.last for school in facts.quiet(as_of)}
    visited = [last for last in quiet.values() if last]
    found = (
        TeamSignal(
            "requests_wait",
            tuple(key for key in facts.school_ids if key in asked),
            min((request.asked_on for request in waiting), default=None),
        ),
        TeamSignal("not_visited", tuple(key for key in facts.school_ids if key in quiet), min(visited, default=None)),
    )
    return tuple(signal for signal in found if signal.schools)
