"""The audit lines of published figures in words."""

from datetime import date
from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, Names, alone
from planning.core.notation import day, number
from planning.core.translation import N_, ngettext


def _publication(facts: Facts) -> str:
    on_target = ngettext("{n} school on target", "{n} schools on target", facts["on_target"]).format(
        n=number(facts["on_target"])
    )
    short = ngettext("{n} device short", "{n} devices short", facts["shortage"]).format(n=number(facts["shortage"]))
    return f"{on_target} · {short}"


def _published_day(_code: str, subject: str, _names: Names) -> str:
    return day(date.fromisoformat(subject))


TOPIC: Final = AuditTopic(
    N_("publications"),
    {"publication": N_("Figures published")},
    {"publication": alone(_publication)},
    _published_day,
)
