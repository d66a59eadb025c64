"""Signals of the rounds, and how they are said."""

from collections.abc import Mapping
from typing import Any, Final

from pages.parts.frame import Frame, plain
from pages.parts.kept import AnswerCache
from pages.parts.signal_words import Link, NextStep, SignalWords
from pages.rounds.place import ROUNDS
from pages.rounds.state import kept_approved, kept_plans, kept_view
from planning.attention.rounds import PlanDiffers, RoundToOrder, round_signals
from planning.attention.sentences import no_plan_sentence, plan_differs_sentence, round_to_order_sentence
from planning.attention.signal import Signal
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.rounds.case import missing_for_a_plan
from planning.rounds.difference import PlanDifference, difference_of
from planning.rounds.model import BASIS
from planning.rounds.solver.planner import NoPlan

_signals: Final = AnswerCache[tuple[Signal, ...]](200)


def signals(frame: Frame) -> tuple[Signal, ...]:
    """What of the rounds needs this person on the reference date; nothing for who does not plan for the whole board."""
    if frame.person.reach is not None or not frame.person.may(Right.PLAN):
        return ()
    return _signals.answer((frame.key, frame.as_of), lambda: _found(frame))


def _found(frame: Frame) -> tuple[Signal, ...]:
    view = kept_view(frame)
    if missing_for_a_plan(view):
        return ()
    return round_signals(view, kept_approved(frame), _difference(frame) if view.approved else None)


def _difference(frame: Frame) -> PlanDifference | None:
    view = kept_view(frame)
    try:
        return difference_of(view, kept_plans(frame, view, BASIS))
    except NoPlan:
        return None


def _approving() -> Link:
    return Link(ROUNDS, _("What do you approve?"), {"stap": "vaststellen"})


def _ordering() -> Link:
    return Link(ROUNDS, _("Place the order"), {"deel": "ronde"})


WORDS: Final[Mapping[str, SignalWords[Any]]] = {
    "no_plan": SignalWords[Signal](
        "orange",
        "gavel",
        lambda _s: _("no plan"),
        lambda _f, _s: no_plan_sentence(),
        lambda _f, _s: [Link(ROUNDS, _("To the rounds"))],
        NextStep((Right.DECIDE,), lambda _f, _s: _approving()),
    ),
    "plan_differs": SignalWords[PlanDiffers](
        "orange",
        "edit_note",
        lambda _s: _("plan"),
        lambda _f, signal: plan_differs_sentence(signal),
        lambda _f, _s: [Link(ROUNDS, _("To the rounds"))],
        NextStep((Right.DECIDE,), lambda _f, _s: _approving()),
    ),
    "round_to_order": SignalWords[RoundToOrder](
        "yellow",
        "shopping_cart",
        lambda _s: _("to order"),
        lambda frame, signal: round_to_order_sentence(signal, kept_view(frame).rounds, plain),
        lambda _f, _s: [_ordering()],
        NextStep((Right.PLAN,), lambda _f, _s: _ordering()),
    ),
}
