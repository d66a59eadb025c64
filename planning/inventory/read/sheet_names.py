"""Names of sheets that say something of all devices on them which nobody understands: asked once for the sheet."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from planning.core.text import folded
from planning.inventory.read.findings import DraftFleet, Finding
from planning.inventory.read.kind_questions import EACH
from planning.inventory.recognise.layouts.aside import names_wishes
from planning.inventory.recognise.sections import of_sheet_name
from planning.inventory.values.claims import residue
from planning.inventory.values.issue import DROPPED, Option
from planning.workbooks.model import Choice, Problem

_ORDERS: Final = re.compile(
    r"\b(?:bestelling(?:en)?|leveringen|levering|orders|\w*leen(?:lijst)?|bruikleen|vragenlijst(?:en)?|vragen|enquete"
    r"|survey|questionnaire|(?:formulier|form)?\s?(?:antwoorden|reacties|responses)"
    r"|\w*afschrijving(?:en|s\w+)?|depreciation|zoek(?:opdracht|resultaat|resultaten)\w*|(?:bestel|order|aankoop|lever)\s?(?:historie|geschiedenis|overzicht|gegevens))\b"
)
"""Names of lists of what was bought, to the day, of what is lent, of what was asked, of the books, and of what a search
found."""
_OLD: Final = re.compile(r"\b(?:oud|oude|old|archief|vorige?|backup|kopie|copy)\b")
"""Names of sheets of which nobody can tell whether their devices are still there."""
_STATES: Final = ("spare", "in_repair", "broken", "disposed", "missing", "ordered")


def unclear_names(draft: DraftFleet, sheets: Iterable[str], came: Collection[str] = ()) -> list[Finding]:
    """The questions on sheets named after a wish ("Te bestellen") or a state in words we do not know.

    Where each device is said to be out of use the name of its sheet tells no more.

    `came`: sheets that say themselves which of their devices are there.
    """
    found = []
    for name in sheets:
        wishes = names_wishes(name)
        if wishes and name in came:
            continue
        records = [record for record, sheet in enumerate(draft.columns["sheet"]) if sheet == name]
        if (
            wishes
            or _OLD.search(folded(name))
            or (
                "status" not in of_sheet_name(name)
                and residue(_ORDERS.sub("", folded(name))).tells
                and not all(draft.columns["status"][record] in _STATES for record in records)
            )
        ):
            count = Option(Choice("sheet_as_is"))
            leave = Option(Choice("sheet_no_devices"), {EACH: {record: {DROPPED: True} for record in records}})
            states = [
                Option(Choice(f"status_{s}", {"status": s}), {EACH: {record: {"status": s} for record in records}})
                for s in _STATES
            ]
            options = (leave, count, *states) if wishes else (count, leave, *states)
            choices = tuple(option.choice for option in options)
            found.append(
                Finding(Problem(name, None, None, "must", "sheet-name-unclear", "", {}, choices), None, options)
            )
    return found
