"""Signals of the quality teams: schools that stay without a visit, questions that stay without an answer."""

from datetime import date

from planning.attention.service import Signal
from planning.quality_teams.rules import waiting_requests
from planning.quality_teams.service import Facts


def team_signals(facts: Facts, as_of: date) -> tuple[Signal, ...]:
    """The signals of the schools within reach; none where all is well."""
    waiting = waiting_requests(facts.requests, facts.visits, as_of)
    asked = {request.school_id for request in waiting}
    quiet = {school.school_id: school.last for school in facts.quiet(as_of)}
    visited = [last for last in quiet.values() if last]
    found = (
        Signal(
            "requests_wait",
            tuple(key for key in facts.school_ids if key in asked),
            day=min((request.asked_on for request in waiting), default=None),
        ),
        Signal("not_visited", tuple(key for key in facts.school_ids if key in quiet), day=min(visited, default=None)),
    )
    return tuple(signal for signal in found if signal.schools)
