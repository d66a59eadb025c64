"""The audit lines of a network in words. They are kept with the network, so only its facilitator reads them."""

from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, alone
from planning.circles.model import SHARING_NAMES, STATE_NAMES, MemberState, Sharing
from planning.core.translation import N_
from planning.core.translation import gettext as _


def _circle(facts: Facts) -> str:
    return str(facts["name"])


def _member(facts: Facts) -> str:
    return _(STATE_NAMES[MemberState(facts["standing"])])


def _contribution(facts: Facts) -> str:
    return _(SHARING_NAMES[Sharing(facts["level"])])


TOPIC: Final = AuditTopic(
    N_("learning network"),
    {
        "circle": N_("Network"),
        "circle_member": N_("Board in the network"),
        "contribution": N_("Contribution to the network"),
    },
    {"circle": alone(_circle), "circle_member": alone(_member), "contribution": alone(_contribution)},
    of_circle=True,
)
