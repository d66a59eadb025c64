"""Signals of the systems, and how they are said."""

from collections.abc import Mapping
from typing import Final

from pages.parts.frame import Frame, plain
from pages.parts.kept import AnswerCache
from pages.parts.signal_words import Link, NextStep, SignalWords
from pages.systems.data import systems_view
from pages.systems.place import CONTRACTS, SYSTEMS
from planning.attention.sentences import contracts_over_sentence, contracts_sentence, without_agreement_sentence
from planning.attention.systems import SystemSignal, system_signals
from planning.core.rights import Right
from planning.core.translation import gettext as _

_signals: Final = AnswerCache[tuple[SystemSignal, ...]](200)


def signals(frame: Frame) -> tuple[SystemSignal, ...]:
    """What of the systems needs this person on the reference date."""
    key = (frame.key, frame.as_of, frame.person.reach is None)
    return _signals.answer(key, lambda: system_signals(systems_view(frame), frame.as_of))


def _to(label: str) -> Link:
    return Link(SYSTEMS, label, {"deel": CONTRACTS})


WORDS: Final[Mapping[str, SignalWords[SystemSignal]]] = {
    "system_without_agreement": SignalWords(
        "orange",
        "signature",
        lambda _s: _("system without agreement"),
        lambda _f, signal: without_agreement_sentence(signal, plain),
        lambda _f, _s: [_to(_("Open the agreements"))],
        NextStep((Right.PRIVACY,), lambda _f, _s: _to(_("Open the agreements"))),
    ),
    "contract_ends": SignalWords(
        "yellow",
        "event_upcoming",
        lambda _s: _("contract"),
        lambda _f, signal: contracts_sentence(signal, plain),
        lambda _f, _s: [_to(_("Open the contracts"))],
        NextStep((Right.CONTRIBUTE,), lambda _f, _s: _to(_("Open the contracts"))),
    ),
    "contract_over": SignalWords(
        "yellow",
        "event_busy",
        lambda _s: _("contract ends"),
        lambda _f, signal: contracts_over_sentence(signal, plain),
        lambda _f, _s: [_to(_("Open the contracts"))],
        NextStep((Right.CONTRIBUTE,), lambda _f, _s: _to(_("Open the contracts"))),
    ),
}
