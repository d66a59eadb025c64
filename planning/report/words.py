"""Words that the sections of a report share, and what its reasons say."""

from typing import Final

from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.report.choice import SECTION_NAMES
from planning.report.model import SectionKey

REASONS: Final = {
    "report_empty": N_("No section is chosen yet. Choose at least one."),
    "report_without_school": N_("No school is chosen yet. Choose the school that the report is for."),
    "report_school_unknown": N_("The board has no school {school} any more. Choose again."),
    "foreword_too_long": N_("The foreword has {read} characters; {n} is the most. Shorten it."),
    "decisions_too_long": N_("At most {most} decisions of {n} characters each. Shorten them."),
    "report_language": N_("A report is in Dutch or in English. Choose one of them."),
    "report_gone": N_("This report is not there any more."),
    "report_there": N_("There is another report under this number by now."),
    "report_not_made": N_("The report could not be made. Choose fewer sections, or try again."),
    "reports_wait": N_("Two reports of your board are being made already. Wait until one of them is ready."),
}


def bare(text: str) -> str:
    """A sentence of a screen without its marks of bold."""
    return text.replace("**", "")


def section_title(key: SectionKey) -> str:
    """What a section is called."""
    return _(SECTION_NAMES[key])
