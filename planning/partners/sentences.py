"""How far partner boards are together, in a sentence; its bold part alone is true and enough."""

from collections.abc import Callable

from planning.core.notation import listed, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.partners.service import PartnersView


def vision_answer(view: PartnersView, named: Callable[[str], str] = str) -> str:
    """How many statements all boards adopted, and on which the own board still has to decide."""
    boards, total = view.boards, len(view.statements)
    if not total:
        return _("**There is no statement of a shared vision yet.** Whoever takes part can bring one in.")
    together = [one for one in view.statements if set(one.adopted_by(boards)) == set(boards)]
    text = ngettext(
        "**All boards adopted {n} of the {total} statement.**",
        "**All boards adopted {n} of the {total} statements.**",
        total,
    ).format(n=number(len(together)), total=number(total))
    me = view.seat.viewer
    waiting = [one for one in view.statements if me in boards and me not in one.adopted_by(boards)]
    if waiting:
        text += " " + _("Your board still decides on {statements}.").format(
            statements=listed([f"‘{named(one.statement.title)}’" for one in waiting[:3]])
        )
    return text
