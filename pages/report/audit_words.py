"""The audit lines about reports in words."""

from datetime import date
from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, alone
from planning.core.notation import day
from planning.core.translation import N_
from planning.core.translation import gettext as _


def _report(facts: Facts) -> str:
    parts = [facts["for"], day(date.fromisoformat(facts["as_of"]))]
    if facts["shared"]:
        parts.append(_("shared with readers"))
    return " · ".join(parts)


TOPIC: Final[AuditTopic] = AuditTopic(N_("reports"), {"report": N_("Report")}, {"report": alone(_report)})
