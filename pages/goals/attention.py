"""Signals of the goals, and how they are said."""

from collections.abc import Mapping
from typing import Final

from pages.goals.data import plan_of, plan_years
from pages.goals.place import GOALS
from pages.parts.frame import Frame, plain
from pages.parts.kept import AnswerCache
from pages.parts.signal_words import Link, NextStep, SignalWords
from planning.attention.goals import LateMilestones, goal_signals
from planning.attention.sentences import late_milestones_sentence
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.goals.plan import Plan, year_in_force
from planning.goals.sentences import days_late

_signals: Final = AnswerCache[tuple[LateMilestones, ...]](200)


def signals(frame: Frame) -> tuple[LateMilestones, ...]:
    """What of the goals needs this person on the reference date."""
    return _signals.answer((frame.key, frame.as_of), lambda: goal_signals(_plan_to_look_after(frame), frame.as_of))


def _plan_to_look_after(frame: Frame) -> Plan | None:
    """The plan in force; none for whoever sees to some schools of the board: they do not see to its goals."""
    year = year_in_force(plan_years(frame), frame.as_of)
    return plan_of(frame, year) if year is not None and frame.person.reach is None else None


def _to_goals() -> Link:
    return Link(GOALS, _("Open the milestone"))


WORDS: Final[Mapping[str, SignalWords[LateMilestones]]] = {
    "late_milestone": SignalWords(
        "orange",
        "event_busy",
        lambda signal: days_late(signal.days_late),
        lambda _frame, signal: late_milestones_sentence(signal, plain),
        lambda _frame, _signal: [_to_goals()],
        NextStep((Right.PLAN,), lambda _frame, _signal: _to_goals()),
    ),
}
