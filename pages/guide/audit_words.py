"""The audit lines of meetings in words. They are kept with the network, so only its facilitator reads them."""

from datetime import date, time
from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, Names, alone
from planning.core.notation import clock, day, listed, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.network.meetings import Presence

PRESENCES: Final = {
    Presence.COMES: N_("comes"),
    Presence.WAITS: N_("on the waiting list"),
    Presence.ABSENT: N_("does not come"),
}


def _meeting(facts: Facts) -> str:
    when = f"{day(date.fromisoformat(facts['day']))} {clock(time.fromisoformat(facts['begins']))}"
    return " · ".join(part for part in (facts["theme"], when, facts["place"], facts["expert"]) if part)


def _attendance(facts: Facts) -> str:
    return f"{meeting_name(facts['number'])}: {_(PRESENCES[Presence(facts['presence'])])}"


def _stage(facts: Facts) -> str:
    return str(facts["part"])


def _mail(facts: Facts) -> str:
    people = ngettext("{n} person", "{n} people", facts["people"]).format(n=number(facts["people"]))
    return f"{listed(facts['boards'])} · {people}"


def meeting_name(which: int | str) -> str:
    """The meeting by its number."""
    return _("Meeting {n}").format(n=which) if int(which) else _("Starting meeting")


def _about(code: str, subject: str, _names: Names) -> str:
    return meeting_name(subject) if code in ("network_meeting", "meeting_stage", "warm_up") else subject


TOPIC: Final = AuditTopic(
    N_("meetings of the network"),
    {
        "network_meeting": N_("Meeting of the network"),
        "meeting_attendance": N_("Coming to a meeting"),
        "meeting_stage": N_("Everybody to a part of the agenda"),
        "warm_up": N_("Answer without a name"),
        "network_mail": N_("Message to boards"),
    },
    {
        "network_meeting": alone(_meeting),
        "meeting_attendance": alone(_attendance),
        "meeting_stage": alone(_stage),
        "network_mail": alone(_mail),
    },
    _about,
    of_circle=True,
)
