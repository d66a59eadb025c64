"""IBP: how far are we with information security and privacy, on paper and in conduct?"""

from pages.parts import (
    privacy_awareness,
    privacy_incidents,
    privacy_measures,
    privacy_norms,
    privacy_overview,
    privacy_policy,
    privacy_question,
    privacy_registers,
    waiting_file,
)
from pages.parts.frame import heading, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import Section, show_section
from planning.core.rights import Right
from planning.core.translation import gettext as _


def sections() -> dict[str, Section]:
    """The parts by their key in the address, which stays Dutch in every language."""
    return {
        "overzicht": Section(_("Maturity"), "", (Right.READ,), privacy_overview.show),
        "normen": Section(_("Norms"), "", (Right.READ,), privacy_norms.show),
        "maatregelen": Section(_("Measures"), "", (Right.READ,), privacy_measures.show),
        "beleid": Section(_("Policy"), "", (Right.READ,), privacy_policy.show),
        "bewustwording": Section(_("Awareness"), "", (Right.READ,), privacy_awareness.show),
        "versnellingsvraag": Section(_("Acceleration question"), "", (Right.READ,), privacy_question.show),
        "registers": Section(_("Registers"), "", (Right.READ,), privacy_registers.show),
        "incidenten": Section(_("Incidents"), "", (Right.INCIDENTS, Right.CONTRIBUTE), privacy_incidents.show),
    }


guard(Right.READ)
here = surroundings()
heading(here, _("Information security and privacy"))
show_section(here, sections(), key="privacy_section", label=_("Part of IBP"), on_leave=waiting_file.forget_all)
