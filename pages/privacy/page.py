"""IBP: how far are we with information security and privacy, on paper and in conduct?"""

from pages.parts import waiting
from pages.parts.frame import heading, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import Section, is_dated, show_section
from pages.privacy import awareness, incidents, measures, norms, overview, policy, question, registers
from pages.privacy.place import PRIVACY
from planning.core.rights import Right
from planning.core.translation import gettext as _


def sections() -> dict[str, Section]:
    """The parts by their key in the address, which stays Dutch in every language."""
    return {
        "overzicht": Section(_("Maturity"), "", (Right.READ,), overview.show),
        "normen": Section(_("Norms"), "", (Right.READ,), norms.show),
        "maatregelen": Section(_("Measures"), "", (Right.READ,), measures.show),
        "beleid": Section(_("Policy"), "", (Right.READ,), policy.show),
        "bewustwording": Section(_("Awareness"), "", (Right.READ,), awareness.show),
        "versnellingsvraag": Section(_("Acceleration question"), "", (Right.READ,), question.show),
        "registers": Section(_("Registers"), "", (Right.READ,), registers.show),
        "incidenten": Section(_("Incidents"), "", (Right.INCIDENTS, Right.CONTRIBUTE), incidents.show, dated=False),
    }


guard(PRIVACY)
here = surroundings()
known = sections()
heading(here, _("Information security and privacy"), dated=is_dated(known, here.person))
show_section(here, known, key="privacy_section", label=_("Part of IBP"), on_leave=waiting.forget_all)
