"""Everybody who says how a device does, or whose it is, is heard before anything is decided; the order is no matter."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from planning.inventory.values.issue import Issue, Option
from planning.inventory.values.status import conflict_options, worst
from planning.workbooks.model import Choice

OWN: Final = "own"
"""The status column."""
OVER: Final = "over"
"""A heading over the device, or the name of its sheet: it holds where nobody speaks of the device itself."""
NOTE: Final = "note"
COLOUR: Final = "colour"
STRUCK: Final = "struck"
NAME: Final = "name"
"""The words that say what a device is: "leerkrachtlaptop"."""
PEOPLE: Final = "people"
PLACE: Final = "place"
_ORDER: Final = (OWN, OVER, NOTE, COLOUR, STRUCK)
_OF_THE_DEVICE: Final = (OWN, NAME, NOTE, COLOUR)
_AROUND_IT: Final = (PEOPLE, PLACE, OVER)
_CONFLICT: Final = Issue("status-conflict", "must")
_OF_LOOKS: Final = {STRUCK: Issue("struck-conflict", "must"), COLOUR: Issue("colour-conflict", "must")}
_AUDIENCE_CONFLICT: Final = Issue("audience-conflict", "must")
_LEFT: Final = frozenset({"disposed", "missing"})
_REASONS: Final = frozenset({"broken", "in_repair", "spare"})
"""What is said of a device that left: why it did, or where it waits."""
_DOES_NOT_WORK: Final = frozenset({"broken", "in_repair", "ordered"})


@dataclass(frozen=True, slots=True)
class Voice:
    """What one cell, heading or mark says of a device's state, or of whose it is."""

    status: str
    who: str
    whole: bool = True  # it says nothing else
    fragment: str = ""
    name: str = "status"  # the field of its cell


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state all voices come to; what is to be asked or said of it, and at which field."""

    status: str
    issue: Issue | None = None
    fragment: str = ""
    name: str = "status"


@lru_cache(maxsize=4096)
def agreed(voices: tuple[Voice, ...], otherwise: str) -> Verdict:
    """The state of a device. Where voices differ the worst holds and a person is asked.

    `otherwise`: its state where nobody says.
    """
    sure = sorted(
        (voice for voice in voices if voice.whole or voice.who == OWN), key=lambda voice: _ORDER.index(voice.who)
    )
    own = next((voice for voice in sure if voice.who == OWN), None)
    speaking = _speaking(sure, own)
    states = {voice.status for voice in speaking}
    if not states:
        # That it works says it is in use, where the list leaves it to nobody's knowledge.
        works = otherwise == "unknown" and any(voice.status == "in_use" for voice in sure)
        status = own.status if own else "in_use" if works else otherwise
        return _in_passing(voices, Verdict(status))
    status = worst(*states)
    if len(states) == 1:
        struck = any(voice.who == STRUCK for voice in speaking)
        verdict = Verdict(status, Issue("struck-through", "info") if struck else None)
        return verdict if verdict.issue else _in_passing(voices, verdict)
    first = own if own and own in speaking else speaking[0]
    other = next(voice for voice in reversed(speaking) if voice.status != first.status)
    values = {"stated": first.status, "noted": other.status}
    issue = replace(_OF_LOOKS.get(other.who, _CONFLICT), values=values, options=conflict_options(*sorted(states)))
    return Verdict(status, issue, other.fragment, other.name)


@lru_cache(maxsize=4096)
def agreed_audience(voices: tuple[Voice, ...], otherwise: str) -> Verdict:
    """Whose a device is. What speaks of the device itself goes before where it stands and with whom.

    Where two of the former differ the list's own column holds, else what is nearest, and a person is asked.
    """
    near = sorted(
        (voice for voice in voices if voice.who in _OF_THE_DEVICE), key=lambda voice: _OF_THE_DEVICE.index(voice.who)
    )
    if not near:
        around = sorted(voices, key=lambda voice: _AROUND_IT.index(voice.who))
        return Verdict(around[0].status if around else otherwise)
    first = near[0]
    other = next((voice for voice in near if voice.status != first.status), None)
    if other is None or first.status == "unknown":
        return Verdict(first.status)
    options = tuple(
        Option(Choice(f"audience_{whose}", {"audience": whose}), {"audience": whose})
        for whose in (first.status, other.status)
    )
    values = {"whose": first.status, "other": other.status}
    return Verdict(first.status, replace(_AUDIENCE_CONFLICT, values=values, options=options), "", "audience")


def _speaking(sure: list[Voice], own: Voice | None) -> list[Voice]:
    """The voices that count: of a device that left nobody says more than why, and a heading gives way to a cell."""
    left = [voice for voice in sure if voice.status in _LEFT]
    if left:
        worked = [voice for voice in (own,) if voice and voice.status not in _REASONS | _LEFT]
        if own in left:  # "vervallen", and beside it "staan in groep 8 en werken"
            worked = [voice for voice in sure if voice.who == NOTE and voice.status == "in_use"]
        return [*worked, *(left if len({voice.status for voice in left}) == 1 else _nearest(left))]
    spoken = [voice for voice in sure if voice.who != OVER] or sure
    broken = [voice for voice in spoken if voice.status in _DOES_NOT_WORK]
    works = [voice for voice in spoken if voice.status == "in_use" and voice is not own]
    if own and own.status in _DOES_NOT_WORK and works:
        return spoken
    told = [voice for voice in spoken if voice not in works]
    if broken:  # what does not work waits in the cupboard
        told = [voice for voice in told if voice.status != "spare" or voice.name != "location"]
    return told or ([] if not broken else spoken)


def _nearest(left: Iterable[Voice]) -> list[Voice]:
    """Gone is gone: of "disposed" over a device and "missing" beside it the cell is the nearer."""
    cells = [voice for voice in left if voice.who != OVER]
    return cells[:1]


def _in_passing(voices: Iterable[Voice], verdict: Verdict) -> Verdict:
    """A state that a text mentions beside other things is told, where it says more than is known."""
    for voice in voices:
        absorbed = verdict.status in _LEFT and voice.status in _REASONS | _LEFT
        absorbed = absorbed or (verdict.status == "in_repair" and voice.status == "broken")  # that is why
        absorbed = absorbed or (verdict.status == "broken" and voice.status == "spare")  # it waits in the cupboard
        if not voice.whole and voice.who != OWN and voice.status not in ("in_use", verdict.status) and not absorbed:
            values = {"status": voice.status, "stated": verdict.status}
            options = (
                Option(Choice("as_is", {"status": verdict.status})),
                *conflict_options(voice.status),
            )
            issue = Issue("note-mentions-status", "must", values, options)
            return Verdict(verdict.status, issue, voice.fragment, voice.name)
    return verdict
