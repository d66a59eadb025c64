"""The audit lines of IBP in words."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from pages.parts.audit_topic import AuditTopic, Facts, Names, alone
from planning.core.notation import day, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.privacy.frameworks import frameworks
from planning.privacy.messages import AUDIENCES, KINDS, STATES, STEPS, level_name

_WHAT: Final = {
    "privacy_framework": N_("IBP: framework chosen"),
    "privacy_ambition": N_("IBP: level and date"),
    "privacy_norms": N_("IBP: norm list read"),
    "privacy_norm": N_("IBP: norm"),
    "privacy_score": N_("IBP: norm judged"),
    "privacy_measure": N_("IBP: measure"),
    "privacy_policy": N_("IBP: policy"),
    "privacy_activity": N_("IBP: awareness activity"),
    "privacy_answers": N_("IBP: questionnaire"),
    "privacy_question": N_("IBP: acceleration question"),
}


def _about(code: str, subject: str, names: Names) -> str:
    """What was changed: a framework, a norm, a measure, a school."""
    if subject in frameworks():
        return frameworks()[subject].name
    return names.schools.get(subject, subject) if code == "privacy_answers" else subject


def _facts(facts: Facts) -> str:
    """What it was, or became: each thing the line holds in words, in the order of the line."""
    words: dict[str, Callable[[Any], str]] = {
        "framework": lambda code: frameworks()[code].name,
        "target_level": level_name,
        "deadline": _day,
        "norms": lambda n: ngettext("{n} norm", "{n} norms", n).format(n=number(n)),
        "judged": lambda n: ngettext("{n} judgement", "{n} judgements", n).format(n=number(n)),
        "changed": lambda n: ngettext("{n} change", "{n} changes", n).format(n=number(n)),
        "title": str,
        "domain": str,
        "level": level_name,
        "state": lambda code: _(STATES[code]),
        "due": lambda text: _("by {day}").format(day=_day(text)),
        "number": lambda n: _("version {n}").format(n=number(n)),
        "adopted": lambda text: _("adopted on {day}").format(day=_day(text)),
        "consent": lambda text: _("consent of the GMR on {day}").format(day=_day(text)),
        "kind": lambda code: _(KINDS[code]),
        "held_on": _day,
        "on": _day,
        "schools": lambda ids: ngettext("{n} school", "{n} schools", len(ids)).format(n=number(len(ids))),
        "audience": lambda code: _(AUDIENCES[code]),
        "questions": lambda n: ngettext("{n} question", "{n} questions", n).format(n=number(n)),
        "step": lambda code: _(STEPS[code]),
        "partners": lambda ids: ngettext("{n} partner", "{n} partners", len(ids)).format(n=number(len(ids))),
    }
    return " · ".join(words[name](value) for name, value in facts.items() if value is not None and name in words)


def _day(text: str) -> str:
    return day(date.fromisoformat(text))


TOPIC: Final = AuditTopic(N_("IBP: policy, norms and awareness"), _WHAT, dict.fromkeys(_WHAT, alone(_facts)), _about)
