"""The board's IBP policy as a document with versions: prepared, adopted by the board, consented to by the GMR. Pure.

One policy for the whole board, never one for each school. The text itself stays where the board keeps it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.core.refusal import Reason
from planning.core.translation import N_
from planning.privacy.norms import length_reasons

LONGEST_TITLE: Final = 200
LONGEST_TEXT: Final = 4_000
LONGEST_REFERENCE: Final = 400


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """A version of the policy and what was decided about it."""

    number: int  # 1, 2, ...; 0: new
    title: str
    text: str  # the policy in short, or ""
    reference: str  # where the document is: an address or a file's name
    changed: str  # what is new in this version
    drafted_on: date
    planned_on: date | None = None  # when the board means to adopt it
    review_on: date | None = None  # when it is looked at again
    adopted_on: date | None = None  # by the board
    consent_on: date | None = None  # of the GMR
    entered_by: str = ""

    def stage(self, as_of: date) -> str:
        """How far this version was on a date: "draft", "adopted" (no consent yet), "consent" (only) or "in_force"."""
        adopted, consent = _by(self.adopted_on, as_of), _by(self.consent_on, as_of)
        if adopted:
            return "in_force" if consent else "adopted"
        return "consent" if consent else "draft"


def versions_on(versions: Iterable[PolicyVersion], as_of: date) -> tuple[PolicyVersion, ...]:
    """The versions there were on a date, newest first."""
    return tuple(sorted((v for v in versions if v.drafted_on <= as_of), key=lambda v: -v.number))


def adopted(versions: Iterable[PolicyVersion], as_of: date) -> PolicyVersion | None:
    """The newest version the board adopted by a date."""
    return next((v for v in versions_on(versions, as_of) if _by(v.adopted_on, as_of)), None)


def is_due_for_review(version: PolicyVersion, as_of: date) -> bool:
    """Its date of review has passed."""
    return version.review_on is not None and version.review_on < as_of


def policy_reasons(version: PolicyVersion, today: date) -> list[Reason]:
    """Why this cannot be a version of the policy."""
    reasons = []
    if not version.title.strip():
        reasons.append(Reason("policy_without_title", "title"))
    if not version.text.strip() and not version.reference.strip():
        reasons.append(Reason("policy_empty", "text"))
    if version.drafted_on > today:
        reasons.append(Reason("policy_to_come", "drafted_on"))
    if version.review_on is not None and version.review_on <= version.drafted_on:
        reasons.append(Reason("review_before_version", "review_on"))
    return reasons + length_reasons(
        ("title", N_("The title"), version.title, LONGEST_TITLE),
        ("text", N_("The policy in short"), version.text, LONGEST_TEXT),
        ("reference", N_("The place of the document"), version.reference, LONGEST_REFERENCE),
        ("changed", N_("What changed"), version.changed, LONGEST_TEXT),
    )


def decision_reasons(version: PolicyVersion | None, wanted: int, decided_on: date | None, today: date) -> list[Reason]:
    """Why this version cannot have been adopted, or consented to, on this day."""
    if version is None:
        return [Reason("policy_gone", None, {"n": wanted})]
    if decided_on is not None and decided_on > today:
        return [Reason("decision_to_come", "decided_on")]
    if decided_on is not None and decided_on < version.drafted_on:
        return [Reason("decision_before_version", "decided_on")]
    return []


def _by(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of
