"""How far the board is with IBP, in sentences; a bold part alone is true and enough."""

from collections.abc import Iterable
from datetime import date

from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
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
