"""The inventories of a school: who, when, from what, and what changed."""

from collections.abc import Iterable
from typing import Final

import streamlit as st

from pages.parts.frame import plain
from pages.parts.show import show_table
from planning.core.notation import MINUS, day, moment, number
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.inventory.service import BY_HAND, Version

_BY_HAND: Final = {
    "changed": N_("changed on the screen"),
    "checked": N_("found to be still right"),
    "moved": N_("devices moved to or from another school"),
    "merged": N_("names merged"),
}


def change_words(version: Version) -> str:
    """'+12, −6, 3 changed'; a first inventory has nothing to differ from."""
    changes = version.changes
    parts = [
        f"+{number(changes['new'])}" if changes.get("new") else "",
        f"{MINUS}{number(changes['gone'])}" if changes.get("gone") else "",
        _("{n} changed").format(n=number(changes["changed"])) if changes.get("changed") else "",
    ]
    return ", ".join(part for part in parts if part) or _("no change")


def origin(version: Version) -> str:
    """The file it came from, or the inventory it restores."""
    if version.layout in BY_HAND:
        return _(_BY_HAND[version.layout])
    if version.restored_from:
        return _("restored from version {n}").format(n=version.restored_from)
    return plain(version.file_name)


def history_table(versions: Iterable[Version], *, brief: bool) -> None:
    """All versions, last confirmed first; `brief` leaves out what a telephone has no room for."""
    rows = [
        {
            _("Version"): number(v.version),
            _("Counted on"): day(v.counted_on),
            _("Devices"): number(v.devices),
            _("Change"): change_words(v),
            **({} if brief else _origins(v)),
        }
        for v in versions
    ]
    if not rows:
        st.markdown(_("There is no inventory yet."))
        return
    show_table(rows, _("Inventories"), figures=[_("Devices")])


def _origins(version: Version) -> dict[str, str]:
    return {
        _("From"): origin(version),
        _("By"): plain(version.confirmed_by),
        _("Confirmed"): moment(version.confirmed_at),
    }
