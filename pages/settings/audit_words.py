"""The audit lines of schools, pupils, targets, kinds and people in words."""

from datetime import date
from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, Names, Side, alone
from planning.core.notation import day, listed, money, number, percent, target_one_in
from planning.core.rights import ROLE_NAMES, Role
from planning.core.text import name_key
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.organisation.levels import LEVELS, level_name


def _imported(facts: Facts) -> str:
    schools = ngettext("{n} school", "{n} schools", facts["schools"]).format(n=number(facts["schools"]))
    changes = ngettext("{n} change", "{n} changes", facts["changed"]).format(n=number(facts["changed"]))
    return f"{schools} · {changes}"


def _pupils(n: int) -> str:
    return ngettext("{n} pupil", "{n} pupils", n).format(n=number(n))


def _count(facts: Facts) -> str:
    levels = [f"{level_name(level)} {number(facts[level])}" for level in LEVELS if level in facts]
    return " · ".join([day(date.fromisoformat(facts["count_date"])), _pupils(facts["total"]), *levels])


def _own_forecast(facts: Facts) -> str:
    return f"{day(date.fromisoformat(facts['count_date']))} · {_pupils(facts['pupils'])}"


def _board(facts: Facts) -> str:
    parts = []
    if "name" in facts:
        parts.append(str(facts["name"]))
    if "pupils_per_device" in facts:
        parts.append(target_one_in(facts["pupils_per_device"]))
    if "nearly_share" in facts:
        parts.append(_("nearly up to {share}").format(share=percent(facts["nearly_share"])))
    if "stale_after_days" in facts:
        parts.append(_("out of date after {n} days").format(n=number(facts["stale_after_days"])))
    return " · ".join(parts)


def _own_target(facts: Facts) -> str:
    target = facts["pupils_per_device"]
    return _("follows the board") if target is None else target_one_in(target)


def _kind(facts: Facts) -> str:
    years = ngettext("{n} year", "{n} years", facts["life_years"]).format(n=number(facts["life_years"]))
    return f"{years} · {money(facts['price_cents'])}"


def _person(side: Side) -> str:
    facts, schools = side.facts, side.names.schools
    parts = [facts["name"]] if facts["name"] != side.subject else []
    parts.append(_(ROLE_NAMES[Role(facts["role"])]))
    if facts["schools"]:
        parts.append(
            listed(sorted((schools.get(school_id, school_id) for school_id in facts["schools"]), key=name_key))
        )
    if facts.get("language"):
        parts.append(_language(facts["language"]))
    if facts.get("is_off"):
        parts.append(_("kept out"))
    return " · ".join(parts)


def _request_answer(facts: Facts) -> str:
    return _("let in") if facts["answer"] == "approved" else _("not let in")


def _language(code: str) -> str:
    return _("English") if code == "en" else _("Dutch")


def _kind_name(_code: str, subject: str, names: Names) -> str:
    return names.kinds.get(subject, subject)


PUPILS: Final = AuditTopic(
    N_("schools and pupils"),
    {
        "pupils": N_("Pupil file of DUO applied"),
        "schools": N_("School file of DUO applied"),
        "school": N_("School by hand"),
        "pupil_count": N_("Count by hand"),
        "own_forecast": N_("Own figure for the forecast"),
    },
    {
        "pupils": alone(_imported),
        "schools": alone(_imported),
        "school": alone(lambda facts: f"{facts['name']} · {facts['place']}"),
        "pupil_count": alone(_count),
        "own_forecast": alone(_own_forecast),
    },
)
TARGETS: Final = AuditTopic(
    N_("targets"),
    {"board": N_("Settings of the board"), "own_target": N_("Own target of a school")},
    {"board": alone(_board), "own_target": alone(_own_target)},
)
KINDS: Final = AuditTopic(N_("kinds of device"), {"kind": N_("Kind of device")}, {"kind": alone(_kind)}, _kind_name)
BACKUPS: Final = AuditTopic(
    N_("backups"),
    {
        "backup": N_("Backup made"),
        "backup_restored": N_("Backup put back, of all boards"),
        "retention": N_("Let go of after its term"),
    },
    {"retention": alone(lambda facts: ngettext("{n} row", "{n} rows", n := sum(facts.values())).format(n=number(n)))},
)


def _mail(facts: Facts) -> str:
    perhaps = " + " + _("{n} perhaps").format(n=number(facts["unknown"])) if "unknown" in facts else ""
    return f"‘{facts['subject']}’ · {number(facts['people'])}{perhaps}"


MAIL: Final = AuditTopic(
    N_("messages to schools"),
    {
        "school_mail": N_("Message to a school"),
        "check_mail": N_("Message to coordinators: is the list still right?"),
    },
    {"school_mail": alone(_mail), "check_mail": alone(_mail)},
)
FEED: Final = AuditTopic(
    N_("Excel and Power BI"),
    {"data_feed": N_("Key for Excel and Power BI")},
    {"data_feed": alone(lambda _facts: _("in service"))},
)
PEOPLE: Final = AuditTopic(
    N_("people"),
    {"person": N_("Person"), "access_request": N_("Request to be let in"), "person_forgotten": N_("Person forgotten")},
    {"person": _person, "access_request": alone(_request_answer)},
)
