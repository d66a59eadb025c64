"""What stands around a device in a line of text: when it was bought, for what price, where, and how many there are.

Each reader covers what it understood, so that the next one does not read it again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planning.core.text import word_set
from planning.inventory.values.date_text import MONTH
from planning.inventory.values.mentions import COVER, Mention
from planning.inventory.values.people import TITLES
from planning.inventory.values.storage import STORAGE
from planning.inventory.words.cell_words import cell_words

_MONTH: Final = MONTH.replace("?P<month>", "?:")
_YEAR: Final = r"(?:19[89]\d|20[0-4]\d)"
_SHORT: Final = rf"(?:{_YEAR}|['’`´]?\d\d)"
_PERIOD: Final = re.compile(
    r"(?P<rough>\b(?:ongeveer|ong\.?|circa|ca\.?|rond|omstreeks|begin|eind|medio|half)\s+)?(?<![\w€])(?P<period>"
    rf"\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:{_YEAR}|\d\d)"
    rf"|{_YEAR}-\d\d?-\d\d?"
    rf"|(?:\d{{1,2}}(?:e|ste|de)?\s+)?\b{_MONTH}\b\.?\s*{_SHORT}"
    rf"|(?:sj|schooljaar|cursusjaar|school year)\.?\s*{_SHORT}(?:\s*[-/–]\s*{_SHORT})?"
    rf"|{_YEAR}\s*[-/–]\s*{_SHORT}"
    r"|(?:voorjaar|zomer|najaar|herfst|winter|lente)\s+(?:van\s+)?\d{4}"
    rf"|\d{{1,2}}[-/]{_YEAR}|{_YEAR}|['’`´]\d\d"
    r")(?!\w)(?P<doubt>\s?\?)?"
)
_AGE: Final = re.compile(
    r"\b(?:(?:\d+|een|\w+)\s+(?:a\s+\d+\s+)?(?:jaar|jaren|jr)\s+(?:oud|geleden)|een jaar of \w+(?:\s+(?:oud|geleden))?"
    r"|vorig(?:e)?\s+(?:school)?(?:jaar|zomer|maand|week)|afgelopen\s+(?:school)?(?:jaar|zomer|maand)|dit\s+(?:school)?jaar)\b"
)
_OTHER_MOMENT: Final = re.compile(
    r"(?:vervang\w*|afgevoerd|verkocht|weg(?:gedaan|gegooid)?|garantie|updates?|\btot|t/m|afgeschreven|defect|kapot"
    r"|gestolen|vermist|geteld|bijgewerkt|per|ingeleverd|gerepareerd|reparatie|windows|office|until)"
    r"(?:\s+(?:tot|in|op|sinds|en met|per|vanaf|naar|januari|augustus|t/m))*[\s:(]*$"
)
_AMOUNT: Final = re.compile(
    r"(?:€\s*(?P<before>\d[\d.]*(?:,\d\d|,-{1,2}|,=)?)|(?<![\w.,])(?P<after>\d[\d.]*(?:,\d\d|,-{1,2})?)\s*(?:euro|eur)\b)"
    r"(?P<each>\s*(?:/|per|p\.?/?)\s*(?:stuk|st\b\.?|s\b\.?|device|laptop|chromebook|ipad|tablet)|\s+elk\b|\s+each\b)?"
    r"(?P<vat>\s*\(?(?:incl?|excl?|ex|inclusief|exclusief)\b\.?\s*(?:de\s+)?(?:btw|b\.t\.w\.?|vat)?\)?)?"
    r"(?P<late>\s*(?:/|per|p\.?/?)\s*(?:stuk|st\b\.?|s\b\.?)|\s+elk\b)?"
)
_TOGETHER: Final = re.compile(r"(?:samen|totaal|bij elkaar|alles|totaalprijs)\s*(?:voor|kost(?:te)?n?|van|:)?\s*$")
_EACH_BEFORE: Final = re.compile(r"(?:\ba|per stuk|stukprijs|@)\s*:?\s*$")
_SERIAL: Final = re.compile(
    r"\b(?:s/n|sn|serienummer|serienr\.?|serie\s?nr\.?|serial(?: number)?)\W{0,3}(?=\w*\d)([\w-]{5,})"
)
_PLACE_END: Final = r"(?:kamer|lokaal|ruimte|zaal|hoek|plein|kantoor|zolder|kelder|hok)"
_PLACE: Final = re.compile(
    r"\b(?:groep(?:en)?|gr\.?|klas(?:sen)?|lokalen|lokaal|lok\.?|kar|unit|mediatheek|bibliotheek|gang|hal|aula|podium|keuken"
    r"|kleuters?|kleuterbouw|(?:kleuter|onderbouw|middenbouw|bovenbouw)(?:klas(?:sen)?|groep(?:en)?|lokalen)|onderbouw|middenbouw|bovenbouw|plusklas|directie|administratie|kluis|magazijn|berging|bso"
    r"|room|classroom|library|grade|directiekamer|teamkamer|kast(?=\s\d)|koffer(?=\s\d)|kantoor(?:tje)?|"
    rf"\w*{_PLACE_END})\b"
)
_OF: Final = word_set("van voor")
_NUMBERED: Final = re.compile(r"^\.?\s*(\d{1,3}[a-d]?|[a-d])\b")
_NEXT: Final = re.compile(r"^\s*(?:[-/&+,]|en|t/m|tot en met|of)\s*(\d{1,3}[a-d]?)\b(?!\s*(?:x|st|stk|stuks)\b)")
_PAST_NUMBERS: Final = re.compile(
    r"\b(?:windows|win|office|versie|nummer|nr\.?|type|tel\.?|telefoon|toestel|bijlage|pagina|wifi|ios|android)\s*[\d.]+"
    rf"|\b\d+(?:[.,]\d+)?[\s-]*(?:inch|{STORAGE}|ghz|cm|mm|m2|poorts?|ports?|vaks?|vakken|voudig|mbit|%|procent|jaar|jaren|jr|maanden|weken|weekdagen"
    r"|dagen|uur|minuten|leerlingen|lln|kinderen|groepen|klassen|lokalen|leerkrachten|collega'?s|scholen|keer)\b|\b\d+(?:e|ste|de)\b"
    r"|\b\d{2,4}\s?g\d{1,2}\b"  # "Chromebooks van HP (11 G5)"
    r"|\b\d+(?:[.,]\d+)?\s?(?:\"|''|”|%)|\b\d{5,}\b|\b\d+(?:[.,:]\d+)+\b|\b06\W?\d+"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """Something understood, and where it stands."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A price: for each device, for all together, or not said."""

    start: int
    end: int
    text: str
    euros: float
    each: bool
    together: bool


def cover(low: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with what was understood covered."""
    for start, end in spans:
        low = low[:start] + COVER * (end - start) + low[end:]
    return low


def serials(text: str, low: str) -> list[Clause]:
    """Serial numbers said to be such."""
    return [Clause(m.start(), m.end(), text[m.start(1) : m.end(1)]) for m in _SERIAL.finditer(low)]


def amounts(low: str) -> list[Amount]:
    """Amounts of money."""
    found = []
    for m in _AMOUNT.finditer(low):
        written = m["before"] or m["after"]
        number = re.sub(r",(?:-+|=)$", "", written)
        plain = number.replace(".", "") if re.search(r"\.\d{3}(?!\d)", number) or "," in number else number
        each = bool(m["each"] or m["late"] or _EACH_BEFORE.search(low[: m.start()]))
        together = bool(_TOGETHER.search(low[: m.start()])) or bool(re.match(r"\s*(?:in )?totaal", low[m.end() :]))
        euros = float(plain.replace(",", "."))
        vat = (m["vat"] or "").strip(" ()")
        found.append(Amount(m.start(), m.end(), " ".join(filter(None, (written, vat))), euros, each, together))
    return found


def periods(text: str, low: str, devices: Sequence[Mention]) -> tuple[list[Clause], list[Clause]]:
    """Moments of purchase, and moments of something else: "vervangen in 2020", "garantie tot 2019"."""
    bought: list[Clause] = []
    other: list[Clause] = []
    for m in (*_PERIOD.finditer(low), *_AGE.finditer(low)):
        if any(d.start < m.end() and m.start() < d.end for d in devices):
            continue  # "iPad 2018" is a model
        found = Clause(m.start(), m.end(), text[m.start() : m.end()])
        (other if _OTHER_MOMENT.search(low[: m.start()]) else bought).append(found)
    return sorted(bought, key=lambda f: f.start), other


def places(text: str, low: str, devices: Sequence[Mention]) -> Iterator[Clause]:
    """Rooms and groups with their numbers, as far as the numbers do not count what follows."""
    starts = [d.start for d in devices]
    for m in _PLACE.finditer(low):
        if any(d.start < m.end() and m.start() < d.end for d in devices):
            continue
        end = m.end()
        step = _NUMBERED.match(low[end:])
        while step and not _counts(low, end + step.start(1), end + step.end(), starts):
            end += step.end()
            step = _NEXT.match(low[end:])
        yield Clause(m.start(), end, text[m.start() : end])


def _counts(low: str, start: int, end: int, devices: Sequence[int]) -> bool:
    """The number counts what stands right behind it: "groep 5, 6 laptops"."""
    following = next((d for d in devices if d >= end), None)
    return low[start].isdigit() and following is not None and len(low[end:following].split()) <= 2 and not re.search(
        r"[:,;(]|\b(?:een|de|het|\d+|staan|staat|hangt|heeft|hebben|zijn|is|ligt|liggen)\b", low[end:following]
    )  # fmt: skip


def numbers_aside(low: str) -> list[tuple[int, int]]:
    """Numbers that count no devices: sizes, versions, pupils, ordinals, telephone numbers."""
    return [m.span() for m in _PAST_NUMBERS.finditer(low)]


def audience(low: str, *, titles: bool) -> str:
    """The words that say whose a device is. `titles`: "van juf ..." is its user; beside a room it is that room's."""
    said = tuple(re.findall(r"[a-z]+|\d+", low))
    hits = cell_words("audience").find(said)
    kept = [h for h in hits if said[h.start] not in TITLES or (titles and (not h.start or said[h.start - 1] in _OF))]
    return " ".join(" ".join(said[h.start : h.end]) for h in kept)
