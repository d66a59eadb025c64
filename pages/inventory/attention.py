"""Signals of devices and pupils, and how they are said."""

from collections.abc import Mapping
from typing import Final

from pages.inventory.place import INVENTORY
from pages.parts.frame import Frame, plain
from pages.parts.kept import AnswerCache
from pages.parts.places import Place
from pages.parts.signal_words import Link, NextStep, SignalWords
from pages.ratios.data import ratio_view
from pages.school.place import SCHOOL
from planning.attention.devices import DeviceSignal, device_signals
from planning.attention.sentences import NAMED, devices_sentence
from planning.attention.signal import Signal
from planning.core.rights import Right
from planning.core.translation import gettext as _

_signals: Final = AnswerCache[tuple[Signal, ...]](200)


def signals(frame: Frame) -> tuple[Signal, ...]:
    """What of devices and pupils needs this person on the reference date."""
    return _signals.answer((frame.key, frame.as_of), lambda: device_signals(ratio_view(frame), frame.as_of))


def _text(frame: Frame, signal: DeviceSignal) -> str:
    return devices_sentence(signal, frame.schools, frame.board.stale_after_days, plain)


def _to_schools(frame: Frame, signal: DeviceSignal) -> list[Link]:
    return _links(frame, signal, SCHOOL)


def _to_inventories(frame: Frame, signal: DeviceSignal) -> list[Link]:
    """To the list itself where this person may hand it in."""
    return _links(frame, signal, INVENTORY)


def _ask_for_them(frame: Frame, signal: DeviceSignal) -> Link:
    """To the one list this person hands in; for several schools to who must deliver, with a text to ask them with."""
    if frame.person.reach is not None and len(signal.schools) == 1:
        return Link(INVENTORY, _("Hand in the list"), {"school": signal.schools[0]})
    return Link(SCHOOL, _("Ask for them"), {"deel": "inventarissen"})


def _say_it_is_right(frame: Frame, signal: DeviceSignal) -> Link:
    """To the one list of which this person says it; for several schools to the ages of all lists."""
    if frame.person.reach is not None and len(signal.schools) == 1:
        return Link(INVENTORY, _("Say whether the list is still right"), {"school": signal.schools[0]})
    return Link(INVENTORY, _("See who answered"), {"deel": "scholen"})


def _links(frame: Frame, signal: DeviceSignal, place: Place) -> list[Link]:
    """A link to each of its schools where they are few enough to be named, else to all schools."""
    if len(signal.schools) > NAMED:
        return [Link(SCHOOL, _("Look at the schools"), {"deel": "scholen"})]
    return [
        Link(
            place if frame.person.may(Right.UPLOAD, school_id) else SCHOOL,
            frame.school_name(school_id),
            {"school": school_id},
        )
        for school_id in signal.schools
    ]


_ASKED: Final = NextStep[DeviceSignal]((Right.PLAN, Right.UPLOAD), _ask_for_them)
WORDS: Final[Mapping[str, SignalWords[DeviceSignal]]] = {
    "no_inventory": SignalWords("gray", "help", lambda _s: _("no inventory"), _text, _to_inventories, _ASKED),
    "no_pupils": SignalWords("gray", "help", lambda _s: _("no pupil count"), _text, _to_schools),
    "far_behind": SignalWords("red", "trending_down", lambda _s: _("far behind"), _text, _to_schools),
    "stale": SignalWords("orange", "history", lambda _s: _("out of date"), _text, _to_inventories, _ASKED),
    "list_asked": SignalWords(
        "orange",
        "fact_check",
        lambda _s: _("still right?"),
        _text,
        _to_inventories,
        NextStep((Right.PLAN, Right.UPLOAD), _say_it_is_right),
    ),
    "support_ends": SignalWords("yellow", "update_disabled", lambda _s: _("updates stop"), _text, _to_schools),
    "past_life": SignalWords("gray", "hourglass_bottom", lambda _s: _("past life span"), _text, _to_schools),
}
