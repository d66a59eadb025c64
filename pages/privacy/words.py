"""Sentences of IBP that stand in more than one place."""

from collections.abc import Iterable
from datetime import date

from pages.parts.frame import plain
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.evidence import InventoryEvidence
from planning.privacy.norms import Maturity
from planning.privacy.policy import PolicyVersion, adopted, versions_on


def maturity_answer(found: Maturity) -> str:
    """How many norms are at the level wanted; bold is true and enough."""
    n, total = found.at_target, found.norms
    if not found.judged:
        return _("**No norm is judged yet.** There are {total} norms.").format(total=number(total))
    if n == total:
        return _("**All {total} norms stand at their level.**").format(total=number(total))
    if n == 0:
        return _("**None of the {total} norms stands at level {level} or higher yet.**").format(
            total=number(total), level=found.target_level
        )
    return ngettext(
        "**{n} of the {total} norms stands at level {level} or higher.**",
        "**{n} of the {total} norms stand at level {level} or higher.**",
        n,
    ).format(n=number(n), total=number(total), level=found.target_level)


def policy_words(policy: Iterable[PolicyVersion], as_of: date) -> str:
    """How far the policy is, in one sentence."""
    versions = versions_on(policy, as_of)
    if not versions:
        return _("There is no IBP policy yet.")
    holds = adopted(versions, as_of)
    newest = versions[0]
    if holds is not None and holds.adopted_on is not None:
        text = _("The IBP policy was adopted on {day}.").format(day=day(holds.adopted_on))
        if holds.stage(as_of) != "in_force":
            text += " " + _("The GMR has not consented yet.")
        return text
    if newest.planned_on is None:
        return _("The IBP policy is a draft.")
    if newest.planned_on < as_of:
        return _("The IBP policy is a draft; it was to be adopted on {day}.").format(day=day(newest.planned_on))
    return _("The IBP policy is a draft; it is to be adopted on {day}.").format(day=day(newest.planned_on))


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
