"""The audit lines about competences in words."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from pages.competences.words import teachers
from pages.parts.audit_topic import AuditTopic, alone
from planning.competences.frameworks import scales
from planning.competences.offers import state_name
from planning.core.notation import day, listed, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _


def _ideas(facts: Mapping[str, Any]) -> str:
    return ngettext("{n} idea", "{n} ideas", facts["ideas"]).format(n=number(facts["ideas"]))


def _competence(facts: Mapping[str, Any]) -> str:
    if "ideas" in facts:
        return _ideas(facts)
    if "framework" in facts:
        return str(facts["framework"])
    wanted = _("no wanted level yet") if facts["wanted"] is None else _("wanted level {n}").format(n=facts["wanted"])
    serves = ngettext("serves {n} statement", "serves {n} statements", facts["visions"])
    points = ngettext("{n} point", "{n} points", facts["points"]).format(n=number(facts["points"]))
    return " · ".join([facts["name"], points, wanted, serves.format(n=number(facts["visions"]))])


def _scale(scale: str) -> str:
    return _("{n} levels").format(n=number(len(scales()[scale])))


def _set(facts: Mapping[str, Any]) -> str:
    return day(date.fromisoformat(facts["day"])) + ": " + listed(facts["names"])


def _scan(facts: Mapping[str, Any]) -> str:
    asked = ngettext("{n} question", "{n} questions", facts["questions"]).format(n=number(facts["questions"]))
    return " · ".join([day(date.fromisoformat(facts["day"])), teachers(facts["at_least"]), asked])


def _training(facts: Mapping[str, Any]) -> str:
    parts = [_("{n} hours").format(n=number(facts["hours"])), state_name(facts["state"])]
    if facts["starts_on"]:
        parts.append(day(date.fromisoformat(facts["starts_on"])))
    parts.append(
        ngettext("{n} competence", "{n} competences", facts["competences"]).format(n=number(facts["competences"]))
    )
    return " · ".join(parts)


TOPIC: Final = AuditTopic(
    N_("competences"),
    {
        "vision": N_("Vision statement"),
        "idea": N_("Ideas of the workshop"),
        "competence": N_("Competence in the workshop"),
        "competence_scale": N_("Scale of levels"),
        "competence_set": N_("Core competences adopted"),
        "self_scan": N_("Self-scan"),
        "training": N_("Training"),
    },
    {
        "vision": alone(str),
        "idea": alone(_ideas),
        "competence": alone(_competence),
        "competence_scale": alone(_scale),
        "competence_set": alone(_set),
        "self_scan": alone(_scan),
        "training": alone(_training),
    },
)
