"""The board's IBP policy as a document with versions: prepared, adopted by the board, consented to by the GMR. Pure.

One policy for the whole board, never one for each school. The text itself stays where the board keeps it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from planning.core.notation import number
from planning.core.translation import gettext as _
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


def policy_reasons(version: PolicyVersion, today: date) -> list[str]:
    """Why this cannot be a version of the policy."""
    reasons = []
    if not version.title.strip():
        reasons.append(_("The policy has no title yet. Fill in what it is called."))
    if not version.text.strip() and not version.reference.strip():
        reasons.append(_("Fill in the policy in short, or where the document is."))
    if version.drafted_on > today:
        reasons.append(_("The day of this version lies ahead. Choose today or an earlier day."))
    if version.review_on is not None and version.review_on <= version.drafted_on:
        reasons.append(_("The review comes before the version itself. Choose a later day."))
    return reasons + length_reasons(
        (_("The title"), version.title, LONGEST_TITLE),
        (_("The policy in short"), version.text, LONGEST_TEXT),
        (_("The place of the document"), version.reference, LONGEST_REFERENCE),
        (_("What changed"), version.changed, LONGEST_TEXT),
    )


def decision_reasons(version: PolicyVersion | None, wanted: int, decided_on: date | None, today: date) -> list[str]:
    """Why this version cannot have been adopted, or consented to, on this day."""
    if version is None:
        return [_("There is no version {n} of the policy any more.").format(n=number(wanted))]
    if decided_on is not None and decided_on > today:
        return [_("The day of the decision lies ahead. Choose today or an earlier day.")]
    if decided_on is not None and decided_on < version.drafted_on:
        return [_("The day of the decision comes before the version itself. Choose a later day.")]
    return []


def _by(day: date | None, as_of: date) -> bool:
    return day is not None and day <= as_of
