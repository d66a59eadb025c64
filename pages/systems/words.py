"""Sentences of the systems that stand in more than one place."""

from collections.abc import Sequence

from pages.parts.frame import Frame, plain
from pages.systems.data import candidates_of, matrix_of
from planning.core.notation import money, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.systems.rules import SystemsMatrix

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
BADGES = {
    "signed": "green-badge[:material/check_circle:",
    "not_needed": "gray-badge[:material/remove:",
    "not_said": "gray-badge[:material/help:",
    "not_shown": "gray-badge[:material/lock:",
    "ending": "yellow-badge[:material/event:",
    "stated": "yellow-badge[:material/rule:",
    "ended": "orange-badge[:material/event_busy:",
    "unsigned": "orange-badge[:material/signature:",
    "none": "orange-badge[:material/signature:",
}
"""How an agreement stands: mark and colour, before its word."""
CONTRACT_BADGES = {
    "decide": "orange-badge[:material/event_upcoming:",
    "ending": "orange-badge[:material/event_busy:",
    "renews": "gray-badge[:material/autorenew:",
    "running": "green-badge[:material/check_circle:",
    "ended": "red-badge[:material/event_busy:",
    "unknown": "gray-badge[:material/help:",
}


def letter(place: int) -> str:
    """The mark of a system within its function: A is the one of most schools."""
    return LETTERS[place] if place < len(LETTERS) else "…"


def systems_answer(frame: Frame) -> str:
    """For how many functions the schools have several systems, and which costs most; bold is true and enough."""
    found = matrix_of(frame)
    if not found.rows:
        return _("**No systems are filled in yet.** Read them from your own Excel, or add the first line.")
    if len(found.columns) == 1:
        return own_answer(found)
    n, total = len(found.several), len(found.rows)
    if not n:
        return _("**For all {total} functions the schools have one and the same system.**").format(total=number(total))
    first = ngettext(
        "**For {n} of the {total} functions the schools have more than one system.**",
        "**For {n} of the {total} functions the schools have more than one system.**",
        n,
    ).format(n=number(n), total=number(total))
    dearest = candidates_of(frame)[0]
    if not dearest.cents:
        return first
    second = _("{function} costs most: {systems} systems, together {money} a year.")
    return (
        first
        + " "
        + second.format(
            function=plain(dearest.function.name), systems=number(len(dearest.systems)), money=money(dearest.cents)
        )
    )


def own_answer(found: SystemsMatrix) -> str:
    """What one school has."""
    have = sum(row.kind(0) in ("one", "several") for row in found.rows)
    text = ngettext(
        "**For {n} function {school} has a system.**", "**For {n} functions {school} has a system.**", have
    ).format(n=number(have), school=plain(found.columns[0].name))
    return text + " " + doubles_words(found.doubles)


def doubles_words(n: int) -> str:
    """How often two systems do the same at one school."""
    if not n:
        return _("Nothing is done by two systems at once.")
    return ngettext(
        "{n} time two systems do the same at one school.", "{n} times two systems do the same at one school.", n
    ).format(n=number(n))


def names_in_short(names: Sequence[str], most: int = 4) -> str:
    """The first names and how many more there are."""
    shown = [plain(name) for name in names[:most]]
    if len(names) > most:
        shown.append(_("{n} more").format(n=number(len(names) - most)))
    return " · ".join(shown)
