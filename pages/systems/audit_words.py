"""The audit lines of the systems in words."""

from datetime import date
from typing import Any, Final

from pages.parts.audit_topic import AuditTopic, Names, alone
from planning.core.notation import day, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.systems.functions import shipped_functions
from planning.systems.words import changes_in_words

_WHAT: Final = {
    "system_line": N_("System kept"),
    "system_lines": N_("Systems kept"),
    "system_function": N_("Function of systems"),
    "system_step": N_("Step to one system"),
}


def _about(code: str, subject: str, names: Names) -> str:
    """The school and the system, or the function."""
    if code in ("system_function", "system_step"):
        return _function(subject)
    school_id, _space, system = subject.partition(" ")
    school = names.schools.get(school_id, school_id)
    return f"{system} · {school}" if system else school


def _line(facts: dict[str, Any]) -> str:
    return changes_in_words({**facts, **({"function": _function(facts["function"])} if "function" in facts else {})})


def _lines(facts: dict[str, int]) -> str:
    texts = {
        "added": lambda n: ngettext("{n} line added", "{n} lines added", n),
        "changed": lambda n: ngettext("{n} line changed", "{n} lines changed", n),
        "removed": lambda n: ngettext("{n} line removed", "{n} lines removed", n),
    }
    return " · ".join(texts[name](n).format(n=number(n)) for name, n in facts.items())


def _choice(facts: dict[str, Any]) -> str:
    name = facts["name"] or _("as shipped")
    return name if facts["is_used"] else name + " · " + _("not kept track of")


def _step(facts: dict[str, Any]) -> str:
    return " · ".join(part for part in (facts["system"], day(date.fromisoformat(facts["due"]))) if part)


def _function(code: str) -> str:
    return next((function.name for function in shipped_functions() if function.code == code), code)


TOPIC: Final = AuditTopic(
    N_("systems"),
    _WHAT,
    {
        "system_line": alone(_line),
        "system_lines": alone(_lines),
        "system_function": alone(_choice),
        "system_step": alone(_step),
    },
    _about,
)
