"""What somebody chooses of a report: for whom, about which schools, which sections, in which words and language."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import TypeAdapter

from planning.core.refusal import Reason
from planning.core.text import printable
from planning.core.translation import LANGUAGES, N_
from planning.report.model import Audience, SectionKey

LONGEST_FOREWORD: Final = 3_000
LONGEST_DECISION: Final = 300
MOST_DECISIONS: Final = 8

AUDIENCE_NAMES: Final = {
    Audience.SUPERVISORS: N_("Supervisory board (RvT)"),
    Audience.COUNCIL: N_("Participation council (GMR)"),
    Audience.SCHOOL: N_("School"),
}
SECTION_NAMES: Final = {
    SectionKey.STANDING: N_("Where our schools stand"),
    SectionKey.QUALITY: N_("What we know of the devices"),
    SectionKey.MONEY: N_("Money"),
    SectionKey.PLAN: N_("From now to after the rounds"),
    SectionKey.GOALS: N_("Goals of the year"),
    SectionKey.COMPETENCES: N_("Competences of teachers"),
    SectionKey.TEAMS: N_("Quality teams"),
    SectionKey.PRIVACY: N_("Information security and privacy"),
    SectionKey.CHOICES: N_("Choices of schools"),
    SectionKey.PARTNERS: N_("Partners"),
    SectionKey.LEARNING: N_("Our learning question"),
    SectionKey.ATTENTION: N_("What needs attention"),
    SectionKey.DECISIONS: N_("Decisions asked for"),
    SectionKey.COUNTED: N_("How this was counted"),
}
SECTIONS_OF: Final[Mapping[Audience, tuple[SectionKey, ...]]] = {
    Audience.SUPERVISORS: tuple(SectionKey),
    # what waits for the board, and what it thinks over with other boards, is not the council's to read
    Audience.COUNCIL: tuple(
        key for key in SectionKey if key not in (SectionKey.LEARNING, SectionKey.ATTENTION, SectionKey.PARTNERS)
    ),
    Audience.SCHOOL: (
        SectionKey.STANDING,
        SectionKey.QUALITY,
        SectionKey.PLAN,
        SectionKey.COMPETENCES,
        SectionKey.TEAMS,
        SectionKey.PRIVACY,
        SectionKey.CHOICES,
        SectionKey.ATTENTION,
        SectionKey.COUNTED,
    ),
}
"""What a report for an audience can hold. Names of people stand in that for the supervisors only."""


@dataclass(frozen=True)
class ReportChoice:
    """What a report is to be."""

    audience: Audience
    sections: tuple[SectionKey, ...]
    schools: tuple[str, ...] = ()  # shown by name, () is all; for a school those that it is about
    foreword: str = ""
    decisions: tuple[str, ...] = ()  # asked for, in the board's own words
    language: str = "nl"

    @property
    def names_people(self) -> bool:
        """Whether it says who approved what."""
        return self.audience is Audience.SUPERVISORS

    def has(self, school_id: str) -> bool:
        """Whether a school stands in its tables by name."""
        return not self.schools or school_id in self.schools


_CHOICE: Final = TypeAdapter(ReportChoice)


def default_choice(audience: Audience, language: str) -> ReportChoice:
    """All that an audience can read."""
    return ReportChoice(audience, SECTIONS_OF[audience], language=language)


def put_in_order(choice: ReportChoice) -> ReportChoice:
    """The same with sections in the order of the report, texts without what cannot be printed."""
    sections = tuple(key for key in SECTIONS_OF[choice.audience] if key in choice.sections)
    decisions = tuple(text for one in choice.decisions if (text := printable(one).strip()))
    return ReportChoice(
        choice.audience, sections, choice.schools, printable(choice.foreword).strip(), decisions, choice.language
    )


def choice_reasons(choice: ReportChoice, schools: Collection[str]) -> list[Reason]:
    """Why a report cannot be so; `schools` are those of the board."""
    reasons = []
    if not choice.sections:
        reasons.append(Reason("report_empty", "sections"))
    if choice.audience is Audience.SCHOOL and not choice.schools:
        reasons.append(Reason("report_without_school", "schools"))
    if unknown := [one for one in choice.schools if one not in schools]:
        reasons.append(Reason("report_school_unknown", "schools", {"school": unknown[0][:6]}))
    if len(choice.foreword) > LONGEST_FOREWORD:
        given = {"read": len(choice.foreword), "n": LONGEST_FOREWORD}
        reasons.append(Reason("foreword_too_long", "foreword", given))
    if len(choice.decisions) > MOST_DECISIONS or any(len(one) > LONGEST_DECISION for one in choice.decisions):
        given = {"most": MOST_DECISIONS, "n": LONGEST_DECISION}
        reasons.append(Reason("decisions_too_long", "decisions", given))
    if choice.language not in LANGUAGES:
        reasons.append(Reason("report_language", "language"))
    return reasons


def choice_to_json(choice: ReportChoice) -> dict[str, Any]:
    """A choice as plain JSON values."""
    plain: dict[str, Any] = _CHOICE.dump_python(choice, mode="json")
    return plain


def choice_from_json(plain: Mapping[str, Any]) -> ReportChoice:
    """The choice that choice_to_json wrote."""
    return _CHOICE.validate_python(plain)
