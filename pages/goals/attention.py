"""Signals of the goals in words."""

from collections.abc import Mapping
from typing import Final

from pages.goals.words import days_late
from pages.parts.frame import Frame, plain
from pages.parts.signal_words import Link, Shown
from planning.attention.goals import LateMilestones
from planning.core.notation import day, number
from planning.core.translation import gettext as _
from planning.core.translation import ngettext


def _late(_frame: Frame, signal: LateMilestones) -> str:
    """Which milestone is late; of several the one that is so longest."""
    first, n = signal.milestones[0], len(signal.milestones)
    text = ngettext(
        "**Goal {goal}** – {title} ({when}).",
        "**{n} milestones** are late, the longest of goal {goal} – {title} ({when}).",
        n,
    )
    return text.format(n=number(n), goal=first.goal, title=plain(first.title), when=day(first.due))


SHOWN: Final[Mapping[str, Shown[LateMilestones]]] = {
    "late_milestone": Shown(
        "orange",
        "event_busy",
        lambda signal: days_late(signal.days_late),
        _late,
        lambda _frame, _signal: [Link("goals/page.py", _("To the goals"))],
    ),
}
