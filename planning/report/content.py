"""The content of a report, made once of the views of every subject; three writers say the same of it."""

from collections.abc import Callable, Mapping
from typing import Final

from planning.core.notation import day
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.report.attention import attention_section, decisions_section
from planning.report.choice import AUDIENCE_NAMES, ReportChoice
from planning.report.counted import counted_section
from planning.report.devices import quality, standing
from planning.report.model import Audience, Report, ReportSection, SectionKey
from planning.report.people import competences_section, goals_section, teams_section
from planning.report.rounds import money_section, plan_section
from planning.report.shared import choices_section, learning_section, partners_section, privacy_section
from planning.report.sources import ReportSources

MAKERS: Final[Mapping[SectionKey, Callable[[ReportSources, ReportChoice], ReportSection | None]]] = {
    SectionKey.STANDING: standing,
    SectionKey.QUALITY: quality,
    SectionKey.MONEY: money_section,
    SectionKey.PLAN: plan_section,
    SectionKey.GOALS: goals_section,
    SectionKey.COMPETENCES: competences_section,
    SectionKey.TEAMS: teams_section,
    SectionKey.PRIVACY: privacy_section,
    SectionKey.CHOICES: choices_section,
    SectionKey.PARTNERS: partners_section,
    SectionKey.LEARNING: learning_section,
    SectionKey.ATTENTION: attention_section,
    SectionKey.DECISIONS: decisions_section,
    SectionKey.COUNTED: counted_section,
}
"""Section -> what makes it; None where there is nothing to say."""


def report_of(sources: ReportSources, choice: ReportChoice) -> Report:
    """The content, in the language of this run; sections about nothing are left out."""
    found = (MAKERS[key](sources, choice) for key in choice.sections)
    facts = [_("Reference date {day}").format(day=day(sources.as_of))]
    if sources.board.is_example:
        facts.append(_("Example data: school names and pupil numbers are DUO's, all else is invented"))
    return Report(
        title=_title(sources, choice),
        board=sources.board.name,
        audience=choice.audience,
        audience_name=_audience(sources, choice),
        as_of=sources.as_of,
        language=choice.language,
        facts=tuple(facts),
        foreword=choice.foreword,
        sections=tuple(section for section in found if section is not None),
    )


def _title(sources: ReportSources, choice: ReportChoice) -> str:
    if choice.audience is Audience.SCHOOL:
        return _("ICT at {school}").format(school=_schools(sources))
    return _("ICT at our schools")


def _audience(sources: ReportSources, choice: ReportChoice) -> str:
    if choice.audience is Audience.SCHOOL:
        return _schools(sources)
    return _(AUDIENCE_NAMES[choice.audience])


def _schools(sources: ReportSources) -> str:
    names = sorted((school.name for school in sources.ratios.schools), key=name_key)
    return names[0] if len(names) == 1 else _("{school} and {n} more").format(school=names[0], n=len(names) - 1)
