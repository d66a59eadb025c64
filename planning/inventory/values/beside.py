"""What a cell says besides the value its column asks for: nothing of it may be lost.

Each reader takes what is its own and gives back the rest, as text. The rest is heard like a remark
(planning/inventory/read/usage.py): a state holds, a doubt, a year or an amount is asked. Of plain
cells nothing is left.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from planning.core.text import Cell, Tokens, clean, tokens, word_set
from planning.inventory.values.dates import PurchaseDate, read_purchases
from planning.inventory.values.devices import known_words
from planning.inventory.values.money import NO_PRICE, Price, read_price
from planning.inventory.values.people import without_people
from planning.inventory.values.periods import Period
from planning.inventory.values.serials import read_serial
from planning.inventory.values.status import read_remark
from planning.inventory.values.storage import STORAGE_UNITS
from planning.inventory.words.cell_words import cell_words, model_words, models

_LABEL: Final = re.compile(r"^(?:s\s?/?\s?n|serie(?:nummer|nr)?|serial(?: ?number)?|sn)\b\.?\s*[:#]?\s*", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[A-Z0-9][A-Z0-9\-/.]*")
_AMOUNT: Final = re.compile(
    r"^\W{0,3}(?:€|eur(?:o)?)?\s*\d[\d.]*(?:,(?:\d{2}|-{1,2}|=))?(?:\s*(?:€|euro?))?", re.IGNORECASE
)
_ENDS: Final = re.compile(r"\s*[(,;:/]|\s+[-–]\s+|\s+")
_PARTS: Final = re.compile(r"[,;]\s")
_SAYS_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b|['’`´]\d\d\b")
_OR_ELSE: Final = re.compile(r"(?:of|or)\s+\W?\d", re.IGNORECASE)
"""What may be the moment as well: "2015 of 2016"."""
_STOPS: Final = re.compile(r"[,;(]\s*|\s[-–]\s")
_SEGMENTS: Final = re.compile(r"[(),;:/|]|\s[-–]+\s|\s[-–]+$")
_YEAR: Final = re.compile(r"\b(?:19[89]\d|20[0-4]\d)\b")
_MONEY: Final = re.compile(r"(?:€|\beur(?:o)?\b)\s*\d|\d[\d.,]*\s*(?:€|euro?\b|,-)", re.IGNORECASE)
_LEAST: Final = 4
_SPECIFIED: Final = frozenset(STORAGE_UNITS) | word_set(
    "inch ram ssd hdd cm mm ghz mhz hd full uhd k p w watt touch wifi lte cellular core i celeron pentium amd "
    "ryzen intel windows win pro chrome os ios edition education ee generatie gen generation zwart wit grijs zilver "
    "vast vaste mobiel mobiele los losse"
)
_SUBSIDISED: Final = re.compile(r"\d\s?%\s*(?:subsidie|gesubsidieerd)|\bdeels\b", re.IGNORECASE)
"""Somebody else paid a part of what it cost."""
_TOGETHER: Final = word_set("totaal samen alles together total")
_AROUND: Final = word_set("in op bij van de het een en of naar voor t m tm at the on of for to")
_NOT: Final = frozenset({"niet", "not"})
_NOTHING: Final = ""


@dataclass(frozen=True, slots=True)
class RestValues:
    """Values in a rest that belong to another column."""

    year: int | None = None
    cents: int | None = None


NO_VALUES: Final = RestValues()


@lru_cache(maxsize=65536, typed=True)
def serial_and_rest(cell: Cell) -> tuple[str | None, str]:
    """A serial number, and the words behind it: "5CD7123ABC kapot" is the number and that it is broken."""
    text = clean(cell)
    bare = _LABEL.sub("", text)
    first, _, rest = bare.partition(" ")
    if not rest.strip():
        doubted = first.rstrip("?!* ")
        if doubted != first and len(doubted) >= _LEAST:
            return read_serial(doubted), "?" if "?" in first else _NOTHING
        return read_serial(cell), _NOTHING
    parts = bare.split(" ")
    taken = 0
    while taken < len(parts) and _NUMBER.fullmatch(parts[taken]) and not (taken and _YEAR.fullmatch(parts[taken])):
        taken += 1
    own, left = " ".join(parts[:taken]), " ".join(parts[taken:])
    if left and taken and len(own) >= _LEAST and any(map(str.isdigit, own)) and _is_said(left):
        # "5CD7123ABC 2 defect": the number before a word counts something.
        while taken > 1 and parts[taken - 1].isdigit() and len(parts[taken - 1]) < _LEAST:
            taken -= 1
        return read_serial(" ".join(parts[:taken])), " ".join(parts[taken:])
    return read_serial(cell), _NOTHING


def _is_said(text: str) -> bool:
    """Words, a year, an amount or a question mark, and no more of a number."""
    return (
        any(c.islower() for c in text) or not any(c.isalnum() for c in text) or bool(_YEAR.search(text) or "€" in text)
    )


@lru_cache(maxsize=8192, typed=True)
def price_and_rest(cell: Cell) -> tuple[Price, str]:
    """A price, and the words behind it: "249 (2e hands)", "€ 300 kapot"."""
    price = read_price(cell)
    if not isinstance(cell, str) or price.cents is not None or (price is NO_PRICE and not re.search(r"\d{2}", cell)):
        return price, _NOTHING
    text = clean(cell)
    found = _AMOUNT.match(text)
    if not found:
        return price, _NOTHING
    rest = text[found.end() :].strip(" .,;-–")
    own = read_price(found.group())
    if own.cents is None or not rest or any(word.isdigit() and len(word) > 2 for word in tokens(rest)):
        return price, _NOTHING
    if (cell_words("not_bought").find(tokens(rest)) and not _SUBSIDISED.search(rest)) or not _TOGETHER.isdisjoint(
        tokens(rest)
    ):
        return price, _NOTHING  # what it would have cost, or what all of them did
    return own, rest


def date_and_rest(
    cell: Cell, read: Callable[[Iterable[Cell]], dict[Cell, PurchaseDate]]
) -> tuple[PurchaseDate, str] | None:
    """A date with words around it that are no part of it; None where it is none. `read`: as the column is read.

    Words before it end in a stop: "voor invallers, okt 2018".
    """
    if not isinstance(cell, str):
        return None
    text = clean(cell)
    behind = [(text[:end], text[end:]) for end in reversed([found.start() for found in _ENDS.finditer(text)])]
    before = [(text[found.end() :], text[: found.start()]) for found in _STOPS.finditer(text)]
    for date_part, words_part in (*behind, *(parts for parts in before if not any(map(str.isdigit, parts[1])))):
        own, rest = date_part.strip(" (),;"), words_part.strip(" (),;:/-–")
        if not any(map(str.isdigit, own)) or not any(c.isalpha() for c in rest) or _OR_ELSE.match(rest):
            continue
        bought = read([own])[own]
        if bought.issue is None and bought.period.earliest is not None:
            return replace(bought, as_written=text), rest
    return None


@lru_cache(maxsize=8192)
def rest_of_device(text: str) -> tuple[str, str]:
    """What is left of a text that says what a device is: beside its names, and in brackets or behind a comma."""
    within: list[str] = []
    apart: list[str] = []
    named = False
    for part in _SEGMENTS.split(without_people(text)):
        said = known_words(part)
        taken = _of_a_device(said)
        words = [word for place, word in enumerate(said) if place not in taken]
        doubt = "?" if "?" in part else ""
        names = bool(taken - {place for place, word in enumerate(said) if word.isdigit()})
        named = named or names
        into = within if names or not named else apart
        if amount := _MONEY.search(part):
            into.append(amount.group())
        elif any(word.isalpha() and len(word) > 1 for word in words) or _YEAR.search(" ".join(words)):
            into.append(" ".join(words) + doubt)
        elif doubt:
            into.append(doubt)
    return ", ".join(within), ", ".join(apart)


def device_in(text: str) -> str:
    """The words of a text that name a device: of "iPads (6e generatie), nummers achterop" without what is around."""
    said = known_words(text)
    return " ".join(word for place, word in enumerate(said) if place in _of_a_device(said))


def _of_a_device(said: Tokens) -> set[int]:
    taken: set[int] = set()
    for phrases in (models()[0], *map(cell_words, ("kind", "weak_kind", "brand"))):
        for hit in phrases.find(said):
            taken.update(range(hit.start, hit.end))
    codes = model_words()
    for place, word in enumerate(said):
        known = word in codes.codes or word in codes.letters or word in _SPECIFIED
        # "C202SA" and "450 G9" are names that no table has.
        number = word.isdigit() and not _YEAR.fullmatch(word) and not _counts_a_state(said, place)
        if known or number or (len(word) == 1 and place and not word.isdigit()):
            taken.add(place)
    return taken


def _counts_a_state(said: Tokens, place: int) -> bool:
    """ "2 defect": a number of two digits at most right before a state, behind a kind or a whole model."""
    after = read_remark(" ".join(said[place + 1 : place + 3]))
    if len(said[place]) > 2 or after.status in (None, "in_use"):
        return False
    named = (models()[0], *map(cell_words, ("kind", "brand")))
    ends = {hit.end for phrases in named for hit in phrases.find(said)}
    return place == 0 or place in ends


@lru_cache(maxsize=8192)
def rest_of_place(text: str) -> str:
    """What is left of where devices stand: "lokaal 4 (bolt op)" -> "bolt op"."""
    return _without(text, ("place", "pupil_place", "audience"))


@lru_cache(maxsize=8192)
def rest_of_audience(text: str) -> str:
    """What is left of whose devices are."""
    return _without(text, ("audience", "place", "pupil_place"))


def _without(text: str, subjects: tuple[str, ...]) -> str:
    """What is left when known words have gone, and the number or letter behind each."""
    left = []
    known = False
    for part in _SEGMENTS.split(without_people(text)):
        said = tokens(part)
        taken: set[int] = set()
        behind = set()
        for subject in subjects:
            for hit in cell_words(subject).find(said):
                taken.update(range(hit.start, hit.end))
                behind |= {hit.end} if subject != "audience" else set()
        for place, word in enumerate(said):  # "lokaal 4a": its number, and a letter
            number = word.isdigit() and len(word) < 4 and place in behind
            if number or (place - 1 in taken and len(word) == 1 and word.isalpha()):
                taken.add(place)
        words = [word for place, word in enumerate(said) if place not in taken]
        known = known or bool(taken)
        if words and words[0] in _NOT and taken and max(taken) == len(said) - 1:
            words = words[1:]  # "niet in een kar" is of where they are
        if not _AROUND.issuperset(words) and known:
            if amount := _MONEY.search(part):
                left.append(amount.group())
            elif any(word.isalpha() and len(word) > 1 for word in words) or _YEAR.search(" ".join(words)):
                left.append(" ".join(words))
    return ", ".join(left) + ("?" if "?" in text else "")


@lru_cache(maxsize=8192)
def moment_in(text: str) -> Period | None:
    """The moment that a part of a remark is and nothing else: "sept '17", "2014, 1 barst"; None where none is."""
    parts = [part.strip() for part in _PARTS.split(text) if _SAYS_YEAR.search(part)]
    read = read_purchases(parts) if parts else {}
    found = [read[part].period for part in parts if read[part].issue is None and read[part].period.earliest]
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8192)
def values_in(rest: str) -> RestValues:
    """A year or an amount in what is left."""
    if not any(map(str.isdigit, rest)):
        return NO_VALUES
    found = _YEAR.search(rest)
    amount = _MONEY.search(rest)
    price = price_and_rest(rest[amount.start() :])[0].cents if amount else None
    return RestValues(int(found.group()) if found and not amount else None, price)
