"""The audit lines of the quality teams in words."""

from datetime import date, time
from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, alone
from pages.quality_teams.words import minutes_text
from planning.core.notation import day, day_and_month, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.quality_teams.model import TeamState, VisitState
from planning.quality_teams.words import TEAM_STATES, VISIT_STATES, help_name, when


def _team(facts: Facts) -> str:
    """State, theme and start of a team."""
    parts = [_(TEAM_STATES[TeamState(facts["state"])]), facts.get("theme", "")]
    if "started_on" in facts:
        parts.append(day(date.fromisoformat(facts["started_on"])))
    return " · ".join(part for part in parts if part)


def _member(facts: Facts) -> str:
    """Team, hours and number of schools of a member."""
    hours = [_("{n} hours").format(n=number(hours)) + f" ({year})" for year, hours in facts["hours"].items()]
    many = len(facts["schools"])
    schools = [ngettext("{n} school", "{n} schools", many).format(n=number(many))] if many else []
    left = [] if facts["is_active"] else [_("makes no visits any more")]
    return " · ".join([facts["team"], *hours, *schools, *left])


def _visit(facts: Facts) -> str:
    """When, what state, who, how long and what for."""
    at = time.fromisoformat(facts["at"]) if "at" in facts else None
    parts = [
        when(date.fromisoformat(facts["day"]), at),
        _(VISIT_STATES[VisitState(facts["state"])]),
        facts["member"],
        minutes_text(facts["minutes"]),
        help_name(facts["kind"]),
    ]
    parts += [f"‘{facts[name]}’" for name in ("asked", "follow_up") if name in facts]
    if facts.get("follow_up_done"):
        parts.append(_("Follow-up is done"))
    return " · ".join(parts)


def _request(facts: Facts) -> str:
    """When a school asked what, and why it was declined."""
    parts = [day_and_month(date.fromisoformat(facts["asked_on"])), help_name(facts["kind"]), f"‘{facts['asked']}’"]
    return " · ".join([*parts, *([_("Reason: {reason}").format(reason=facts["reason"])] if "reason" in facts else [])])


def _feed(_facts: Facts) -> str:
    """Whether there is an address."""
    return _("has an address")


TOPIC: Final = AuditTopic(
    N_("quality teams"),
    {
        "quality_team": N_("Quality team"),
        "team_member": N_("Member of a quality team"),
        "visit": N_("Visit to a school"),
        "help_request": N_("Question to the quality team"),
        "calendar_feed": N_("Calendar address"),
    },
    {
        "quality_team": alone(_team),
        "team_member": alone(_member),
        "visit": alone(_visit),
        "help_request": alone(_request),
        "calendar_feed": alone(_feed),
    },
)
