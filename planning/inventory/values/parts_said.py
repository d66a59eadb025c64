"""How many devices of a lot a text speaks of apart: "eentje met kapotte toetsen", "2 wel, 1 niet"."""

import re
from functools import lru_cache
from typing import Final

from planning.core.text import Tokens, folded, tokens, word_set
from planning.inventory.values.counts import NUMBER_WORDS
from planning.inventory.values.people import whose
from planning.inventory.values.storage import STORAGE_UNITS
from planning.inventory.words.cell_words import cell_words, models

_ACCENTED: Final = re.compile(r"\b(?:één|éen|eén)\b", re.IGNORECASE)
_ONE_OF: Final = re.compile(r"\been (?=ervan\b|daarvan\b|van (?:de|deze|hen|ze)\b)", re.IGNORECASE)
_SINGLES: Final = {"eentje": 1, "tweetal": 2, "drietal": 3, "viertal": 4, "vijftal": 5}
_NAMES_WHAT_FOLLOWS: Final = word_set(
    "groep groepen gr klas klassen unit lokaal lokalen lok kar karren kast kasten nr nummer no kamer ruimte etage "
    "verdieping gen generatie versie v windows win ios ipados os rij tafel bouw leerjaar hal set doos type model serie "
    "factor fase poort dag week maand jaar vlan par artikel order ticket bon factuur inv nummers"
)
_MEASURES: Final = frozenset(STORAGE_UNITS) | word_set(
    "inch cm mm m euro eur jaar jaren jr maand maanden mnd week weken dag dagen uur min procent kg w watt "
    "leerlingen leerling lln kinderen kind keer maal poorts vaks vakken aansluitingen jarig ste de per "
    "karren kar kasten kast koffers koffer dozen doos lokalen lokaal groepen klassen tafels tafel kamers ruimtes "
    "jan feb mrt apr mei jun jul aug sep sept okt nov dec januari februari maart april juni juli augustus september "
    "oktober november december "
    "scholen sets plekken personen leerkrachten collega s juffen meesters op"
)
_ALONG: Final = word_set(
    "oplader opladers lader laders adapter adapters kabel kabels snoer snoeren hoes hoezen hoesjes tas tassen muis "
    "muizen pen pennen stickers sticker koptelefoon koptelefoons headset headsets toetsenborden docks dongles"
)
_APART: Final = re.compile(r"[,;.()/+]|\s-\s|\ben\b|\bmaar\b|\band\b|\bbut\b")
_LISTED: Final = re.compile(
    r"\b(?:groep(?:en)?|gr|klas(?:sen)?|unit|lokaal|lokalen|lok|kar(?:ren)?)\.?\s*\d+[a-d]?(?:\s*(?:,|en|/|-|&|\+|t/m|tot)\s*\d+[a-d]?\b)*"
)
"""Several groups or rooms by their numbers."""
_REST: Final = word_set("rest overige overigen andere anderen others remaining")
_SEPARATE: Final = re.compile(r"[,;.!()]")
_SO_MANY: Final = re.compile(
    r"\W*(?P<before>(?:(?:in )?totaal|samen|(?:dit |het |er )?zijn (?:er|het)|er zijn er|aantal|total)[\s:=]+)?"
    r"(?P<n>[1-9]\d{0,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien)"
    r"(?P<unit>\s*(?:x|st|stk|stuks?|exemplaren|apparaten|devices|in totaal|pcs|pieces))?\W*"
)
_MOST: Final = 1000


@lru_cache(maxsize=8192)
def numbers_of_devices(text: str) -> tuple[int, ...]:
    """The numbers of a remark that may count devices, in their order: no group, size, year, date or price."""
    text = _ONE_OF.sub("1 ", _ACCENTED.sub("1", text))
    if re.search(r"\d\s*:\s*\d|\d+\s*(?:op|per)\s*\d", folded(text)):
        return ()  # "1:1", "1 op 2"
    text = _LISTED.sub(" ", folded(text))
    plain = re.sub(r"€\s*[\d.,]+|\d+,\d\d\b|\d+,-|\d{1,2}[-/.]\d{1,2}(?:[-/.]\d{2,4})?", " ", text)
    said = tokens(plain)
    named = {place for hit in models()[0].find(said) for place in range(hit.start, hit.end)}
    found = []
    for place, word in enumerate(said):
        number = int(word) if word.isdigit() and len(word) < 4 else _SINGLES.get(word) or _word(word)
        if not number or place in named or not 0 < number < _MOST or not _counts(said, place):
            continue
        found.append(number)
    return tuple(found)


@lru_cache(maxsize=8192)
def count_said(remark: str) -> int | None:
    """How many devices a remark says first of all that there are: "4 stuks!", "in totaal 4"; else None."""
    first = next(filter(str.strip, _SEPARATE.split(folded(remark))), "")
    said = _SO_MANY.fullmatch(first)  # "gerepareerd (2x)" counts something else
    if said is None or not (said["before"] or said["unit"]):
        return None
    number = said["n"]
    return int(number) if number.isdigit() else NUMBER_WORDS.get(number)


def shares_said(text: str) -> tuple[dict[str, int], str | None]:
    """How many of a lot are whose ("waarvan 2 directie, rest leerlingen"), and whose the rest are."""
    counted: dict[str, int] = {}
    rest = None
    for clause in _APART.split(text.replace("/", " ")):
        numbers, who = numbers_of_devices(clause), whose(clause)
        if who and len(numbers) == 1:
            counted[who] = counted.get(who, 0) + numbers[0]
        elif who and not _REST.isdisjoint(tokens(clause)):
            rest = who
    return counted, rest


def clause_of(text: str, number: int) -> str:
    """The part of a text in which a number stands."""
    text = _ONE_OF.sub("1 ", _ACCENTED.sub("1", text))
    return next((part for part in _APART.split(text) if number in numbers_of_devices(part)), text)


def _word(word: str) -> int | None:
    """Numbers in words; "een" is an article."""
    return None if word in ("een", "one") else NUMBER_WORDS.get(word)


def _counts(said: Tokens, place: int) -> bool:
    before = said[place - 1] if place else ""
    after = said[place + 1] if place + 1 < len(said) else ""
    if before in _NAMES_WHAT_FOLLOWS or after in _MEASURES | _ALONG:
        return False
    if len(before) == 1 and said[place].isdigit() and before != "x":
        return False  # "G5", "v2"
    if len(after) == 1 and said[place].isdigit() and after != "x":
        return False  # "5a"
    return not any(hit.end == place for hit in cell_words("place").find(said[:place]))
