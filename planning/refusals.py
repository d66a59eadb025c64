"""Why something cannot be, in the reader's language: the words of all subjects, joined for pages and commands."""

from collections.abc import Mapping
from typing import Final

from planning.choices import words as choices
from planning.circles import words as circles
from planning.competences import words as competences
from planning.core import words as core
from planning.core.command_line import CommandRefused
from planning.core.refusal import Reason, Refused, in_sentence
from planning.core.rights import ROLE_NAMES, NotAllowed
from planning.core.translation import gettext as _
from planning.goals import words as goals
from planning.inventory.words import reasons as inventory
from planning.network import cycle_words as network_cycle
from planning.network import decision_words as decisions
from planning.network import meeting_words as meetings
from planning.organisation import words as organisation
from planning.partners import words as partners
from planning.privacy import incident_words as incidents
from planning.privacy import register_words as registers
from planning.privacy import words as privacy
from planning.quality_teams import words as quality_teams
from planning.report import words as report
from planning.rounds import words as rounds
from planning.systems import words as systems

SUBJECTS: Final = (
    core,
    circles,
    decisions,
    organisation,
    inventory,
    competences,
    quality_teams,
    privacy,
    registers,
    incidents,
    rounds,
    choices,
    goals,
    partners,
    network_cycle,
    meetings,
    systems,
    report,
)
REASONS: Final[Mapping[str, str]] = {code: text for subject in SUBJECTS for code, text in subject.REASONS.items()}
"""Code -> what it says, in English; a code stands once in the house."""


def sentence(reason: Reason) -> str:
    """What is the matter and what to do, in words."""
    return in_sentence(reason, REASONS)


def in_words(error: Exception) -> str | None:
    """What a refusal says to the person at the keyboard; None where it is a defect of ours."""
    if isinstance(error, CommandRefused):
        return str(error)
    if isinstance(error, Refused):
        return "\n".join(sentence(reason) for reason in error.reasons)
    if isinstance(error, NotAllowed):
        return _("{name}, as {role}, may not do this{where}. Nothing was read or kept.").format(
            name=error.person.name,
            role=_(ROLE_NAMES[error.person.role]),
            where=f" ({error.school_id})" if error.school_id else "",
        )
    return None
