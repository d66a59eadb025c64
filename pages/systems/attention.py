"""Signals of the systems, and how they are said."""

from collections.abc import Mapping
from typing import Final

from pages.parts.frame import Frame, plain
from pages.parts.kept import AnswerCache
from pages.parts.signal_words import Link, NextStep, SignalWords
from pages.systems.data import systems_view
from pages.systems.place import CONTRACTS, SYSTEMS
from planning.attention.systems import SystemSignal, system_signals
from planning.core.notation import day, number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

_signals: Final = AnswerCache[tuple[SystemSignal, ...]](200)


def signals(frame: Frame) -> tuple[SystemSignal, ...]:
    """What of the systems needs this person on the reference date."""
    key = (frame.key, frame.as_of, frame.person.reach is None)
    return _signals.answer(key, lambda: system_signals(systems_view(frame), frame.as_of))


def _without_agreement(_frame: Frame, signal: SystemSignal) -> str:
    text = ngettext(
        "**{name}** holds personal data and has no processing agreement that holds.",
        "**{n} systems** hold personal data and have no processing agreement that holds, {name} among them.",
        signal.number,
    )
    return text.format(n=number(signal.number), name=plain(signal.name))


def _contract_ends(_frame: Frame, signal: SystemSignal) -> str:
    text = ngettext(
        "The contract of **{name}** asks for a decision by {when}.",
        "**{n} contracts** of systems ask for a decision, the first ({name}) by {when}.",
        signal.number,
    )
    when = day(signal.day) if signal.day else ""
    return text.format(n=number(signal.number), name=plain(signal.name), when=when)


def _to(label: str) -> Link:
    return Link(SYSTEMS, label, {"deel": CONTRACTS})


WORDS: Final[Mapping[str, SignalWords[SystemSignal]]] = {
    "system_without_agreement": SignalWords(
        "orange",
        "signature",
        lambda _s: _("system without agreement"),
        _without_agreement,
        lambda _f, _s: [_to(_("Open the agreements"))],
        NextStep((Right.PRIVACY,), lambda _f, _s: _to(_("Open the agreements"))),
    ),
    "contract_ends": SignalWords(
        "yellow",
        "event_upcoming",
        lambda _s: _("contract"),
        _contract_ends,
        lambda _f, _s: [_to(_("Open the contracts"))],
        NextStep((Right.CONTRIBUTE,), lambda _f, _s: _to(_("Open the contracts"))),
    ),
}
