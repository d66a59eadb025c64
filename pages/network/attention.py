"""Signals of the learning network in words, and where one acts on them."""

from collections.abc import Mapping
from typing import Any, Final

from pages.network.data import at_network
from pages.network.meetings_data import meetings_of
from pages.network.place import NETWORK
from pages.network.standing import cycle_of
from pages.network.words import in_sentence
from pages.parts.frame import Frame, plain
from pages.parts.signal_words import Link, NextStep, SignalWords
from planning.attention.network import NetworkSignal, network_signals
from planning.attention.signal import Signal
from planning.core.notation import day, listed
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.network.cycle import PHASE_NAMES, CyclePart, Phase
from planning.network.meetings import STARTING

PARTS: Final = {
    Phase.SKETCH: "schets",
    Phase.REACTION: "reactie",
    Phase.CONCEPT: "leervraag",
    Phase.ADOPTED: "leervraag",
}
"""Where a phase is done; the others at the meetings."""


def signals(frame: Frame) -> tuple[Signal, ...]:
    """What of their network needs this person; asked at every run, as the network has its own data version."""
    if not frame.person.may(Right.TOGETHER):
        return ()
    at = at_network(frame)
    if at is None:
        return ()
    _state, parts = cycle_of(frame, at)
    return network_signals(at.seat, parts, meetings_of(frame, at).meetings, frame.as_of)


def _invitation(_frame: Frame, signal: NetworkSignal) -> str:
    return _("Your board is invited to **{network}**.").format(network=plain(signal.network))


def _late(_frame: Frame, signal: NetworkSignal) -> str:
    what = listed([_part_name(part) for part in signal.late])
    text = _("In **{network}** this is late: {what}, the first since {day}.")
    return text.format(network=plain(signal.network), what=what, day=_day(signal))


def _part_name(part: CyclePart) -> str:
    name = in_sentence(_(PHASE_NAMES[part.phase]))
    return name if part.meeting is None else f"{name} {part.meeting}"


def _meeting(_frame: Frame, signal: NetworkSignal) -> str:
    theme = plain(signal.theme)
    title = theme if signal.number == STARTING else f"{signal.number}. {theme}"
    where = f" ({plain(signal.place)})" if signal.place else ""
    return _("**{title}** is on {day}{where}.").format(title=title, day=_day(signal), where=where)


def _day(signal: NetworkSignal) -> str:
    return day(signal.day) if signal.day else ""


def _to_late(_frame: Frame, signal: NetworkSignal) -> Link:
    return Link(NETWORK, _("Go on"), {"deel": PARTS.get(signal.late[0].phase, "bijeenkomsten")})


WORDS: Final[Mapping[str, SignalWords[Any]]] = {
    "network_invitation": SignalWords(
        "blue",
        "mail",
        lambda _s: _("invitation"),
        _invitation,
        lambda _f, _s: [Link(NETWORK, _("Answer it"))],
        NextStep((Right.TOGETHER,), lambda _f, _s: Link(NETWORK, _("Answer it"))),
    ),
    "network_late": SignalWords(
        "orange",
        "event_busy",
        lambda _s: _("learning network"),
        _late,
        lambda f, s: [_to_late(f, s)],
        NextStep((Right.TOGETHER,), _to_late),
    ),
    "network_meeting": SignalWords(
        "blue",
        "event_upcoming",
        lambda _s: _("meeting"),
        _meeting,
        lambda _f, _s: [Link(NETWORK, _("To the meeting"), {"deel": "bijeenkomsten"})],
    ),
}
