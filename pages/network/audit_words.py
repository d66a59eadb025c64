"""The audit lines of a network in words. They are kept with the network, so only its facilitator reads them."""

from typing import Final

from pages.network.shared import KIND_NAMES
from pages.parts.audit_topic import AuditTopic, Facts, Names, alone
from planning.circles.model import SHARING_NAMES, STATE_NAMES, MemberState, Sharing
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.network import cycle_contents as cycle
from planning.network import meeting_contents as meeting

OTHERS: Final = {
    cycle.COMMENT: N_("Comment of the facilitator"),
    cycle.INTAKE: N_("Intake conversation"),
    cycle.DATES: N_("Dates of the cycle"),
    meeting.GUIDE_NOTE: N_("Note of the facilitator"),
}
"""What the facilitator writes, by kind."""


def _circle(facts: Facts) -> str:
    return str(facts["name"])


def _member(facts: Facts) -> str:
    return _(STATE_NAMES[MemberState(facts["standing"])])


def _contribution(facts: Facts) -> str:
    return _(SHARING_NAMES[Sharing(facts["level"])])


def _about(code: str, subject: str, _names: Names) -> str:
    """A contribution by its kind: under which key it stands says more than the log should."""
    if code != "contribution":
        return subject
    kind, _slash, _key = subject.partition("/")
    return _(KIND_NAMES[kind]) if kind in KIND_NAMES else _(OTHERS.get(kind, subject))


TOPIC: Final = AuditTopic(
    N_("learning network"),
    {
        "circle": N_("Network"),
        "circle_member": N_("Board in the network"),
        "contribution": N_("Contribution to the network"),
    },
    {"circle": alone(_circle), "circle_member": alone(_member), "contribution": alone(_contribution)},
    _about,
    of_circle=True,
)
