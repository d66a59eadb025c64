"""Signals of devices and pupils, and how they are said."""

from collections.abc import Callable, Mapping
from typing import Final

from pages.inventory.place import INVENTORY
from pages.parts.frame import Frame, devices
from pages.parts.kept import AnswerCache
from pages.parts.places import Place
from pages.parts.signal_words import NAMED, Link, NextStep, SignalWords, schools_named
from pages.ratios.data import ratio_view
from pages.school.place import SCHOOL
from planning.attention.devices import DeviceSignal, device_signals
from planning.attention.signal import Signal
from planning.core.notation import day
from planning.core.rights import Right
from planning.core.translation import gettext as _
from planning.core.translation import ngettext

_signals: Final = AnswerCache[tuple[Signal, ...]](200)


def signals(frame: Frame) -> tuple[Signal, ...]:
    """What of devices and pupils needs this person on the reference date."""
    return _signals.answer((frame.key, frame.as_of), lambda: device_signals(ratio_view(frame), frame.as_of))


def _no_inventory(n: int) -> str:
    return ngettext("{names} has no inventory yet.", "{names} have no inventory yet.", n)


def _no_pupils(n: int) -> str:
    return ngettext("{names} has no pupil count yet.", "{names} have no pupil count yet.", n)


def _far_behind(n: int) -> str:
    return ngettext(
        "{names} has fewer than half of the devices it needs: {count} short.",
        "{names} have fewer than half of the devices they need: together {count} short.",
        n,
    )


def _stale(n: int) -> str:
    return ngettext(
        "{names}: inventory older than {days} days, of {when}. The ratio may be off.",
        "{names}: inventories older than {days} days, the oldest of {when}. The ratio may be off.",
        n,
    )


def _list_asked(n: int) -> str:
    return ngettext(
        "{names} has not said yet whether its list is still right; asked by {when}.",
        "{names} have not said yet whether their lists are still right; asked by {when}.",
        n,
    )


def _support_ends(_n: int) -> str:
    return _("{count} at {names} get no updates any more within a year, the first after {when}, and then do not count.")


def _past_life(_n: int) -> str:
    return _("{count} at {names} are past their life span and still count.")


def _filled(words: Callable[[int], str]) -> Callable[[Frame, DeviceSignal], str]:
    """The text in words that depend on how many schools there are."""

    def text(frame: Frame, signal: DeviceSignal) -> str:
        return words(len(signal.schools)).format(
            names=schools_named(frame, signal),
            count=f"**{devices(signal.devices)}**",
            when=day(signal.day) if signal.day else "",
            days=frame.board.stale_after_days,
        )

    return text


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
    "no_inventory": SignalWords(
        "gray", "help", lambda _s: _("no inventory"), _filled(_no_inventory), _to_inventories, _ASKED
    ),
    "no_pupils": SignalWords("gray", "help", lambda _s: _("no pupil count"), _filled(_no_pupils), _to_schools),
    "far_behind": SignalWords("red", "trending_down", lambda _s: _("far behind"), _filled(_far_behind), _to_schools),
    "stale": SignalWords("orange", "history", lambda _s: _("out of date"), _filled(_stale), _to_inventories, _ASKED),
    "list_asked": SignalWords(
        "orange",
        "fact_check",
        lambda _s: _("still right?"),
        _filled(_list_asked),
        _to_inventories,
        NextStep((Right.PLAN, Right.UPLOAD), _say_it_is_right),
    ),
    "support_ends": SignalWords(
        "yellow", "update_disabled", lambda _s: _("updates stop"), _filled(_support_ends), _to_schools
    ),
    "past_life": SignalWords(
        "gray", "hourglass_bottom", lambda _s: _("past life span"), _filled(_past_life), _to_schools
    ),
}
