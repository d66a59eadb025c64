"""Signals of IBP in words: how long, how many, until when; never what it is about."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from pages.parts.frame import Frame, plain
from pages.parts.signal_words import Link, NextStep, SignalWords
from pages.privacy.data import urgent_signals
from pages.privacy.place import PRIVACY
from planning.attention.privacy import RunningClock
from planning.attention.sentences import agreements_sentence, policy_sentence, requests_due_sentence
from planning.core.notation import moment, number
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.privacy.incident_words import must_be_decided


def urgent_sentence(frame: Frame) -> str | None:
    """The sentence of the clock that ends first, for any page; None where none runs that this person may know of."""
    clock = next((signal for signal in urgent_signals(frame) if isinstance(signal, RunningClock)), None)
    return None if clock is None else _must_be_decided(frame, clock)


def _must_be_decided(frame: Frame, clock: RunningClock) -> str:
    return must_be_decided(clock.left, plain(frame.school_name(clock.schools[0])) if clock.schools else None)


def _incident(frame: Frame, clock: RunningClock) -> str:
    """Said here and not with the other sentences: a report gives no more than how many clocks run."""
    told = [_must_be_decided(frame, clock), _("Until {moment}.").format(moment=moment(clock.until))]
    if clock.more:
        text = ngettext("**{n} incident more** is running.", "**{n} incidents more** are running.", clock.more)
        told.append(text.format(n=number(clock.more)))
    return " ".join(told)


def _to(label: str, **part: str) -> Link:
    return Link(PRIVACY, label, part)


def _words(
    color: str,
    icon: str,
    label: Callable[[Any], str],
    text: Callable[[Frame, Any], str],
    to: Callable[[], Link],
    *rights: Right,
) -> SignalWords[Any]:
    """A sort of signal of IBP: one place where one acts on it, which is where it is decided by whoever may."""
    return SignalWords(color, icon, label, text, lambda _f, _s: [to()], NextStep(rights, lambda _f, _s: to()))


WORDS: Final[Mapping[str, SignalWords[Any]]] = {
    "incident": _words(
        "red",
        "timer",
        lambda clock: _("72 hours are over") if clock.is_late else _("72 hours are running"),
        _incident,
        lambda: _to(_("Open the incidents"), deel="incidenten"),
        Right.INCIDENTS,
        Right.CONTRIBUTE,
    ),
    "request_due": _words(
        "orange",
        "mark_email_unread",
        lambda _s: _("rights request"),
        lambda _f, signal: requests_due_sentence(signal),
        lambda: _to(_("Open the requests"), deel="registers", register="verzoeken"),
        Right.PRIVACY,
    ),
    "policy_waits": _words(
        "orange",
        "gavel",
        lambda _s: _("policy"),
        lambda _f, signal: policy_sentence(signal),
        lambda: _to(_("Open the policy"), deel="beleid"),
        Right.DECIDE,
        Right.PRIVACY,
    ),
    "agreements": _words(
        "orange",
        "signature",
        lambda _s: _("agreements with processors"),
        lambda _f, signal: agreements_sentence(signal),
        lambda: _to(_("Open the processors"), deel="registers", register="verwerkers"),
        Right.PRIVACY,
    ),
}
