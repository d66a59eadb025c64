"""Netwerk: where each board is, what the next meeting needs, and all that its facilitator keeps."""

from functools import partial

from pages.circles import taking_part
from pages.guide import boards, log, meetings, reminders
from pages.network import library, mirror
from pages.network.data import at_network
from pages.network.place import GUIDE
from pages.parts.frame import heading, plain, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import Section, show_section
from planning.core.boards import Kind
from planning.core.rights import Right
from planning.core.translation import gettext as _


def sections() -> dict[str, Section]:
    """The parts by their key in the address, which stays Dutch in every language; an expert looks in at four."""
    return {
        "besturen": Section(_("Boards"), "", (Right.LOOK_IN,), boards.show),
        "bijeenkomsten": Section(_("Meetings"), "", (Right.LOOK_IN,), meetings.show),
        "spiegel": Section(_("Mirror"), "", (Right.LOOK_IN,), mirror.show),
        "bibliotheek": Section(_("Library"), "", (Right.LOOK_IN,), library.show),
        "deelname": Section(_("Taking part"), "", (Right.GUIDE,), partial(taking_part.show, kind=Kind.NETWORK)),
        "berichten": Section(_("Messages"), "", (Right.GUIDE,), reminders.show),
        "logboek": Section(_("Log"), "", (Right.GUIDE,), log.show),
    }


guard(GUIDE)
here = surroundings()
at = at_network(here)
heading(here, plain(at.seat.circle.name) if at else _("Network"), dated=False)
show_section(here, sections(), key="guide_section", label=_("Part of the network"))
