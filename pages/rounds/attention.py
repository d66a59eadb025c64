"""Signals of the rounds, and how they are said."""

from collections.abc import Mapping
from typing import Any, Final

from pages.parts.frame import Frame, plain
from pages.parts.kept import AnswerCache
from pages.parts.signal_words import Link, NextStep, SignalWords
from pages.rounds.place import ROUNDS
from pages.rounds.state import kept_approved, kept_plans, kept_view
from planning.attention.rounds import PlanDiffers, RoundToOrder, round_signals
from planning.attention.signal import Signal
from planning.core.notation import day, money, number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.rounds.case import missing_for_a_plan
from planning.rounds.choice_rules import round_name
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


def _no_plan(_frame: Frame, _signal: Signal) -> str:
    return _("**No plan is approved yet.** Orders follow from a plan that is.")


def _differs(_frame: Frame, signal: PlanDiffers) -> str:
    n = len(signal.schools)
    text = _("**Plan {version}** differs from what is best now.").format(version=number(signal.version))
    parts = []
    if n:
        parts.append(
            ngettext("{n} school gets something else", "{n} schools get something else", n).format(n=number(n))
        )
    if signal.cents:
        more = _("{money} more in all") if signal.cents > 0 else _("{money} less in all")
        parts.append(more.format(money=money(abs(signal.cents))))
    told = ", ".join(parts)
    return f"{text} {told[:1].upper()}{told[1:]}." if told else text


def _to_order(frame: Frame, signal: RoundToOrder) -> str:
    rounds = kept_view(frame).rounds
    name = round_name(next(one for one in rounds if one.round_id == signal.round_id), rounds)
    text = ngettext(
        "**{round}**: {n} of the {planned} devices is not ordered yet. The round is on {when}.",
        "**{round}**: {n} of the {planned} devices are not ordered yet. The round is on {when}.",
        signal.devices,
    )
    planned, n = number(signal.planned), number(signal.devices)
    return text.format(round=plain(name), n=n, planned=planned, when=day(signal.on))


def _approving() -> Link:
    return Link(ROUNDS, _("What do you approve?"), {"stap": "vaststellen"})


def _ordering() -> Link:
    return Link(ROUNDS, _("Place the order"), {"deel": "ronde"})


WORDS: Final[Mapping[str, SignalWords[Any]]] = {
    "no_plan": SignalWords[Signal](
        "orange",
        "gavel",
        lambda _s: _("no plan"),
        _no_plan,
        lambda _f, _s: [Link(ROUNDS, _("To the rounds"))],
        NextStep((Right.DECIDE,), lambda _f, _s: _approving()),
    ),
    "plan_differs": SignalWords[PlanDiffers](
        "orange",
        "edit_note",
        lambda _s: _("plan"),
        _differs,
        lambda _f, _s: [Link(ROUNDS, _("To the rounds"))],
        NextStep((Right.DECIDE,), lambda _f, _s: _approving()),
    ),
    "round_to_order": SignalWords[RoundToOrder](
        "yellow",
        "shopping_cart",
        lambda _s: _("to order"),
        _to_order,
        lambda _f, _s: [_ordering()],
        NextStep((Right.PLAN,), lambda _f, _s: _ordering()),
    ),
}
