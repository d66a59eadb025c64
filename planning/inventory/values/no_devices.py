"""What is bought or kept along with devices and is none: accessories, work, licences, furniture, household.

What a phrase is of, its head tells: in Dutch the first word, or the last of words written together or one behind the
other. "Hoezen iPad" and "iPad-hoes" are no iPads, and "iPad met hoes" is one.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from planning.core.text import Tokens, folded, tokens, word_set
from planning.inventory.values.absent import is_empty
from planning.inventory.values.devices import as_known
from planning.inventory.values.questions import asks_for_no_device
from planning.inventory.values.status import PARTS, read_remark
from planning.inventory.values.storage import STORAGE
from planning.inventory.values.word_forms import stems
from planning.inventory.words.cell_words import cell_words, device_words, models, no_device_words

_ENDINGS: Final = {
    "machine": "household", "apparaat": "household", "automaat": "household", "installatie": "work", "kosten": "money",
    "licentie": "software", "kast": "furniture", "meubel": "furniture", "lift": "accessory",
}  # fmt: skip
"""Names of things in general: what stands before them makes them no device of ours ("koffieapparaat")."""
_FOR_DEVICES: Final = frozenset({"accessory", "work", "software", "money"})
"""Sorts that are named with the device they are for; others with a device name where that stands."""
_COMPOUNDED: Final = frozenset({"accessory", "work", "software", "money", "furniture"})
"""Sorts that compounds are made with; a "yogaboekje" may be a device."""
_OF_WORK: Final = frozenset({"work", "care", "software", "money"})
_LONG: Final = 7  # letters
_SUNDRY: Final = word_set(
    "losse los oude oud nieuwe nieuw diverse bedrade draadloze usb extra en st stuks x de het een div gewone gewoon "
    "rode blauwe zwarte gele groene grijze witte rood blauw zwart geel groen grijs wit roze paars oranje"
)
_HOLDS: Final = word_set("met vol bevat with")
_FOR: Final = word_set("voor van tbv for of")
_LINKS: Final = _HOLDS | word_set("incl inclusief en plus zonder op in aan bij and without naar")
_BOUGHT: Final = word_set("levering leveren aanschaf aankoop koop gekocht geleverd purchase")
_WRITING_BOARD: Final = word_set("whiteboard whiteboards")
_PLAIN_BOARD: Final = word_set(
    "gewoon gewone normaal normale normal plain analoog wieltjes wielen magneet magnetisch magnetic stift stiften "
    "krijt wit klein muur"
)
_RENT: Final = re.compile(
    r"\b(?:huur|lease|leasing|termijn|onderhoud\w*|\w*contract|afkoop|rent)\b.*"
    r"\b(?:[1-4]\s?e kwartaal|(?:eerste|tweede|derde|vierde) kwartaal|[12]\s?e half\s?jaar|q[1-4]|termijn \d+"
    r"|(?:maand )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december))\b"
)
"""What is paid for a stretch of time: the device it is for was not bought with it."""
_SIZE: Final = re.compile(rf"\d+|inch|{STORAGE}|cm|mm|[a-z]")
_BESIDE: Final = re.compile(r"(?P<first>[a-z ]+?)\s*(?:\+|&|\ben\b)\s*(?P<others>[a-z]{3,}(?:en|s)\b).*")
_JOINED: Final = re.compile(r"\s(?:en|and|plus)\s")
_PLUS: Final = re.compile(r"\s*[+&]\s*")
_SEGMENTS: Final = re.compile(r"[,;(]")
_SHORT: Final = 4  # letters of the last part of a compound
_BEFORE: Final = 4  # letters that stand before one


@lru_cache(maxsize=8192)
def names_no_device(text: str) -> bool:
    """The text is of a thing, or of work, that is no device, whatever device it is for."""
    if is_empty(text):
        return True
    if _RENT.search(folded(text)) or ("?" in text and asks_for_no_device(text)):
        return True
    every = tokens(folded(text))
    if not _WRITING_BOARD.isdisjoint(every) and not _PLAIN_BOARD.isdisjoint(every):
        return True
    if _is_a_device_and_a_thing(text):
        return False  # "chromebook/hoes"
    for segment in _SEGMENTS.split(_PLUS.sub(" plus ", folded(text))):
        said = tokens(segment)
        known = tuple(map(as_known, said))
        devices = _devices(known)
        things = {
            place: sort
            for place, word in enumerate(said)
            if place not in devices and (sort := _sort_of(word)) and not _is_room_for(said, place)
        }
        if things and any(_names_only_devices(part) for part in _JOINED.split(segment)[1:]):
            return False  # "snoeren en een paar tablets"
        if devices or things:
            makes = {place for hit in cell_words("brand").find(known) for place in range(hit.start, hit.end)}
            only_makes = devices <= makes and not set(things.values()) <= {"furniture"}
            return _is_of_things(said, things, set() if only_makes else devices)
    return False


def _is_room_for(said: Tokens, place: int) -> bool:
    """How many a cart holds, and no work that is done: "laadkar 32 plaatsen"."""
    return said[place] == "plaatsen" and place > 0 and said[place - 1].isdigit()


def _is_a_device_and_a_thing(text: str) -> bool:
    """A device, and beside a stroke nothing but a thing that comes with it: "chromebook/hoes", "hoes/chromebook"."""
    one, stroke, other = text.partition("/")
    return bool(stroke) and any(
        _is_along(thing)
        and bool(_devices(tuple(map(as_known, tokens(device)))))
        and not any(map(_sort_of, tokens(device)))
        for device, thing in ((one, other), (other, one))
    )


def _is_along(text: str) -> bool:
    things = [_sort_of(word) for word in tokens(text)]
    return bool(things) and all(sort == "accessory" for sort in things)


def _names_only_devices(text: str) -> bool:
    """A part of a phrase that names a kind of device, and no thing that is for one."""
    said = tokens(text)
    return bool(cell_words("kind").find(tuple(map(as_known, said)))) and not any(map(_sort_of, said))


@lru_cache(maxsize=8192)
def leaves_others(text: str) -> bool:
    """Beside a device that nobody counts stand others, in a word that is no kind: "Server + werkplekken"."""
    said = _BESIDE.fullmatch(folded(text))
    if said is None or any(map(str.isdigit, said["first"])):
        return False
    first, others = tokens(said["first"]), tokens(said["others"])
    is_known = _devices(tuple(map(as_known, others[:1]))) or _sort_of(others[0]) is not None
    return _devices(first) == set(range(len(first))) and not is_known


def _is_of_things(said: Tokens, things: Mapping[int, str], devices: set[int]) -> bool:
    if not _BOUGHT.isdisjoint(said):
        return False  # "installatie en levering van 20 laptops"
    heads = {place: sort for place, sort in things.items() if not place or said[place - 1] not in _LINKS}
    if not heads or not devices:
        return bool(heads)
    first = next((place for place, word in enumerate(said) if word not in _SUNDRY and not word.isdigit()), 0)
    if first in heads:
        after = said[first + 1] if first + 1 < len(said) else ""
        return after not in _HOLDS and (heads[first] in _FOR_DEVICES or after in _FOR)
    opening = min(heads)
    if heads[opening] == "accessory" and _is_made_by(said[first:opening]) and said[opening] not in PARTS:
        return True  # "Targus hoes iPad 9.7"
    if opening < min(devices) and heads[opening] in _OF_WORK and _LINKS.isdisjoint(said[: min(devices)]):
        return True  # "verlenging garantie laptops"
    return any(sort in _FOR_DEVICES and _is_last(said, place, devices) for place, sort in heads.items())


def _is_made_by(before: Tokens) -> bool:
    """A make, or a word that no table has: a maker of hoezen. "Kapotte lader" may be said of a device."""
    if len(before) != 1 or not before[0].isalpha() or before[0] in _LINKS:
        return False
    if cell_words("brand").exact(before):
        return True
    known = device_words() | no_device_words().keys()
    return before[0] not in known and not read_remark(before[0]).understood and not cell_words("place").find(before)


def _devices(known: Tokens) -> set[int]:
    """The places of the words that name a device: its kind, its model or its make."""
    found: set[int] = set()
    for phrases in (cell_words("kind"), cell_words("weak_kind"), models()[0], cell_words("brand")):
        for hit in phrases.find(known):
            if not (hit.value == "other" and _sort_of(known[hit.start])):
                found.update(range(hit.start, hit.end))
    return found


def _is_last(said: Tokens, place: int, devices: set[int]) -> bool:
    """The word stands right behind a device, which is what it is for, and nothing follows it: "laptop standaard"."""
    before = place - 1
    while before >= 0 and before not in devices and _SIZE.fullmatch(said[before]):
        before -= 1
    return before in devices and all(word in _SUNDRY or _SIZE.fullmatch(word) for word in said[place + 1 :])


@lru_cache(maxsize=8192)
def _sort_of(word: str) -> str | None:
    """What sort of thing a word names, in any form or compound; None where it names none."""
    if cell_words("kind").exact((as_known(word),)) not in (None, "other"):
        return None
    known = no_device_words()
    forms = list(stems(word))
    own = next((known[form] for form in forms if form in known), None)
    return own or next((sort for form in forms if (sort := _sort_of_compound(form))), None)


def _sort_of_compound(form: str) -> str | None:
    for ending, sort in _ENDINGS.items():
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return sort
    for opening, sort in no_device_words().items():
        if sort in _OF_WORK and len(opening) >= _LONG and form.startswith(opening):
            return sort  # "garantieuitbreiding"
    for start in range(3, len(form) - 2):
        named = no_device_words().get(form[start:])
        if named not in _COMPOUNDED:
            continue
        long = len(form) - start >= _SHORT and start >= _BEFORE
        if named and (long or form[:start] in device_words()):
            return named
    return None
