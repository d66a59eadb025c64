"""Signals of the choices, and how they are said."""

from collections.abc import Mapping
from typing import Any, Final

from pages.choices.data import choices_view
from pages.choices.place import CHOICES
from pages.parts.frame import Frame, plain
from pages.parts.kept import AnswerCache
from pages.parts.signal_words import Link, NextStep, SignalWords
from planning.attention.choices import choice_signals
from planning.attention.sentences import schools_named
from planning.attention.signal import Signal
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

_signals: Final = AnswerCache[tuple[Signal, ...]](200)


def signals(frame: Frame) -> tuple[Signal, ...]:
    """What of the choices needs this person; nothing for who does not plan for the whole board."""
    if frame.person.reach is not None or not frame.person.may(Right.PLAN):
        return ()
    year = frame.as_of.year
    return _signals.answer((frame.key, frame.as_of), lambda: choice_signals(choices_view(frame), year))


def _waits(frame: Frame, signal: Signal) -> str:
    """Said here and not with the other sentences: a report tells it without asking to act on it."""
    text = ngettext(
        "{schools} made its own choice. Take it over into the rounds, or talk about it.",
        "{schools} made their own choice. Take these over into the rounds, or talk about them.",
        len(signal.schools),
    )
    return text.format(schools=schools_named(signal, frame.schools, plain))


def _to_choices() -> Link:
    return Link(CHOICES, _("To the choices"), {"deel": "scholen"})


WORDS: Final[Mapping[str, SignalWords[Any]]] = {
    "choice_waits": SignalWords[Signal](
        "blue",
        "alt_route",
        lambda _s: _("choices"),
        _waits,
        lambda _f, _s: [_to_choices()],
        NextStep((Right.PLAN,), lambda _f, _s: _to_choices()),
    ),
}
