"""Sentences of IBP that stand in more than one place."""

from pages.parts.frame import plain
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.privacy.evidence import InventoryEvidence


def evidence_words(found: InventoryEvidence) -> str:
    """What the product's own inventories show, and that it says so itself."""
    text = _(
        "Vlootplan itself shows: of **{n} of the {total} schools** the inventory is at most {days} days old on {day}. "
        "That is evidence for configuration management; the level you judge yourself."
    )
    return text.format(
        n=number(found.fresh), total=number(found.schools), days=number(found.stale_after_days), day=day(found.as_of)
    )


def evidence_text(found: InventoryEvidence) -> str:
    """The same as the text of a judgement."""
    return _("Inventories in Vlootplan on {day}: {n} of the {total} schools at most {days} days old.").format(
        day=day(found.as_of).replace("\u2011", "-"),
        n=number(found.fresh),
        total=number(found.schools),
        days=number(found.stale_after_days),
    )


def source_words(status: str, source: str) -> str:
    """Whose words a line has: those of its source, our own, or the board's."""
    if status == "own":
        return ":blue-badge[:material/edit: " + _("own list") + "]"
    if status == "seen":
        return ":small[" + _("Source:") + f" {plain(source)}]"
    return ":gray-badge[:material/edit_note: " + _("in the words of Vlootplan") + "]"
