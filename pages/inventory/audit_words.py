"""The audit lines of inventories, and of what is remembered of lists, in words."""

from typing import Final

from pages.parts.audit_topic import AuditTopic, Facts, Side, alone
from planning.core.notation import MINUS, number
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
    },
    {"inventory": alone(_inventory), "restore": alone(_inventory), "moved": alone(_inventory)},
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
