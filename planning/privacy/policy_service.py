"""What a signed-in person may do about the IBP policy: prepare it, adopt it, record the consent of the GMR."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from planning.core.boards import change_day
from planning.core.database import Database
from planning.core.refusal import Reason, refuse
from planning.core.rights import Person, Right, require
from planning.privacy import records
from planning.privacy.policy import PolicyVersion, decision_reasons, policy_reasons
from planning.privacy.service import require_either


def save_policy(person: Person, database: Database, at: datetime, version: PolicyVersion) -> int:
    """Add a version of the policy (number 0), or change the words and dates of one that is not adopted yet.

    Returns its number. Raises Refused.
    """
    require(person, Right.PRIVACY)
    with database.change(person, at) as change:
        known = {v.number: v for v in records.read_policy(change.connection, person.board_id)}
        before = known.get(version.number)
        reasons = policy_reasons(version, change_day(change))
        if version.number and before is None:
            reasons.append(Reason("policy_gone", None, {"n": version.number}))
        if before is not None and before.adopted_on is not None:
            reasons.append(Reason("policy_adopted"))
        refuse(reasons)
        kept = replace(
            version,
            number=version.number or max(known, default=0) + 1,
            adopted_on=None,
            consent_on=before.consent_on if before else None,
        )
        records.write_policy(change, kept)
        change.log("privacy_policy", kept.title, _decided(before), _decided(kept))
    return kept.number


def adopt_policy(person: Person, database: Database, at: datetime, number: int, adopted_on: date | None) -> None:
    """Record that the board adopted a version of the policy; None takes that back. Raises Refused."""
    require(person, Right.DECIDE)
    _decide(person, database, at, number, adopted_on, lambda version: replace(version, adopted_on=adopted_on))


def record_consent(person: Person, database: Database, at: datetime, number: int, consent_on: date | None) -> None:
    """Record that the GMR consented to a version of the policy; None takes that back. Raises Refused."""
    require_either(person, Right.PRIVACY, Right.DECIDE)
    _decide(person, database, at, number, consent_on, lambda version: replace(version, consent_on=consent_on))


def _decide(
    person: Person,
    database: Database,
    at: datetime,
    number: int,
    decided_on: date | None,
    decided: Callable[[PolicyVersion], PolicyVersion],
) -> None:
    with database.change(person, at) as change:
        known = {v.number: v for v in records.read_policy(change.connection, person.board_id)}
        before = known.get(number)
        refuse(decision_reasons(before, number, decided_on, change_day(change)))
        assert before is not None
        kept = decided(before)
        records.write_policy(change, kept)
        change.log("privacy_policy", kept.title, _decided(before), _decided(kept))


def _decided(version: PolicyVersion | None) -> dict[str, Any] | None:
    if version is None:
        return None
    days = {"adopted": version.adopted_on, "consent": version.consent_on}
    return {"number": version.number} | {name: str(day) for name, day in days.items() if day is not None}
