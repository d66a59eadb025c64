"""Partners: what do we want together, how far is each board, and what do we buy together?"""

from functools import partial

from pages.circles import joining as circle_joining
from pages.circles import taking_part
from pages.partners import compare, infrastructure, joining, purchase, rollout, share, systems, vision
from pages.partners.data import at_partners
from pages.partners.place import PARTNERS
from pages.parts.frame import heading, surroundings
from pages.parts.refusals import guard
from pages.parts.sections import Section, is_dated, show_section
from planning.core.boards import Kind
from planning.core.rights import Right
from planning.core.translation import gettext as _

ALL = (Right.TOGETHER, Right.LOOK_IN)


def sections() -> dict[str, Section]:
    """The parts by their key in the address, which stays Dutch in every language."""
    return {
        "visie": Section(_("Vision"), "", ALL, vision.show, dated=False),
        "uitrol": Section(_("Roll-out"), "", ALL, rollout.show),
        "infrastructuur": Section(_("Infrastructure"), "", ALL, infrastructure.show, dated=False),
        "systemen": Section(_("Systems"), "", ALL, systems.show),
        "inkoop": Section(_("Joint purchase"), "", ALL, purchase.show, dated=False),
        "vergelijken": Section(_("Shared figures"), "", ALL, compare.show),
        "deelname": Section(
            _("Taking part"), "", (Right.GUIDE,), partial(taking_part.show, kind=Kind.PARTNERSHIP), dated=False
        ),
        "delen": Section(_("Sharing"), "", (Right.TOGETHER,), share.show, dated=False),
    }


guard(PARTNERS)
here = surroundings()
at = at_partners(here)
known = sections() if at and at.seat.looks_in else {}
heading(here, _("Partners"), dated=bool(known) and here.person.may(Right.READ) and is_dated(known, here.person))
if at is None:
    joining.show_none()
elif not at.seat.looks_in:
    circle_joining.show(here, at, left_behind=share.show_list)
else:
    show_section(here, known, key="partners_section", label=_("Part of the partnership"))
