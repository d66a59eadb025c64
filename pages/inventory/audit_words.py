"""The audit lines of inventories, and of what is remembered of lists, in words."""

from datetime import date
from typing import Final

from pages.inventory.upkeep import WORDS
from pages.parts.audit_topic import AuditTopic, Facts, Side, alone
from planning.core.notation import MINUS, day, number
from planning.core.translation import N_, ngettext
from planning.core.translation import gettext as _
from planning.inventory.words.messages import field_name, kind_name


def _inventory(facts: Facts) -> str:
    parts = [_("version {n}").format(n=number(facts["version"]))]
    if "devices" in facts:
        parts.append(ngettext("{n} device", "{n} devices", facts["devices"]).format(n=number(facts["devices"])))
    if facts.get("new"):
        parts.append(f"+{number(facts['new'])}")
    if facts.get("gone"):
        parts.append(f"{MINUS}{number(facts['gone'])}")
    if facts.get("changed"):
        parts.append(_("{n} changed").format(n=number(facts["changed"])))
    if "restored_from" in facts:
        parts.append(_("restored from version {n}").format(n=number(facts["restored_from"])))
    return " · ".join([*parts, *([facts["file"]] if "file" in facts else [])])


def _lot(facts: Facts) -> str:
    said = [facts["lot"], _(WORDS[facts["what"]]), _("since {day}").format(day=day(date.fromisoformat(facts["day"])))]
    if facts["number"] > 1:
        said.insert(1, number(facts["number"]))
    return " · ".join([*said, _inventory(facts)])


def _day(facts: Facts) -> str:
    return day(date.fromisoformat(facts["day"])) if facts.get("day") else "–"


def _merged(facts: Facts) -> str:
    return " · ".join([*facts["names"], _inventory(facts)]) if "names" in facts else _inventory(facts)


def _mapping(facts: Facts) -> str:
    columns = [
        f"‘{heading}’ → {field_name(name) if name else _('not read')}" for heading, name in facts["columns"].items()
    ]
    return " · ".join([*columns, *([_("how the list is written")] if facts["answers"] else [])])


def _model(facts: Facts) -> str:
    return " · ".join([kind_name(facts["kind"]), " ".join(part for part in (facts["brand"], facts["name"]) if part)])


def _school_name(side: Side) -> str:
    return side.names.schools.get(side.facts["school_id"], _("another school"))


INVENTORIES: Final = AuditTopic(
    N_("inventories"),
    {
        "inventory": N_("Inventory confirmed"),
        "restore": N_("Inventory put back"),
        "moved": N_("Devices moved to another school"),
        "lot": N_("Device changed on the screen"),
        "checked": N_("List found to be still right"),
        "merged": N_("Names merged"),
        "taken_back": N_("Inventory taken back"),
        "check": N_("Schools asked whether their list is right"),
    },
    {
        **dict.fromkeys(("inventory", "restore", "moved", "taken_back"), alone(_inventory)),
        "lot": alone(_lot),
        "checked": alone(_day),
        "merged": alone(_merged),
        "check": alone(_day),
    },
)
MEMORY: Final = AuditTopic(
    N_("what is remembered of lists"),
    {
        "mapping": N_("Columns remembered"),
        "model": N_("Model explained"),
        "school_name": N_("Name of a school remembered"),
    },
    {"mapping": alone(_mapping), "model": alone(_model), "school_name": _school_name},
)
