"""How many devices a line of text speaks of: "30 x", "twee karren van 16", "een stuk of 20"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from planning.inventory.values.counts import DOZENS, NUMBER_WORDS, in_digits
from planning.inventory.values.mentions import Mention

_NUM: Final = rf"(?:\d{{1,4}}|{'|'.join(sorted(NUMBER_WORDS, key=len, reverse=True))})"
_BOXES: Final = (
    r"(?:volle\s+)?(?:laad|ipad|laptop|tablet|chromebook)?"
    r"(?:karren|kar|kasten|kast|koffers?|sets?|dozen|doos|trolleys?|wagens?)"
)
_ROUGH: Final = (
    r"(?:een stuk of|zo'?n|ongeveer|ong\.?|circa|ca\.?|plm\.?|plusminus|minstens|minimaal|bijna|ruim|rond de|tegen de"
    r"|meer dan|minder dan|hooguit|maximaal|max\.?|een kleine|about|approx\.?|volgens mij|±|~|\+/-)"
)
_VAGUE: Final = (
    r"(?:een stuk of wat"
    r"|een (?:hele )?(?:hand(?:je)?vol|rits|zooi(?:tje)?|zootje|partij|lading|stapeltje|hoopje|rijtje)"
    r"|enkele|enige|(?:een )?(?:heel )?(?:paar|aantal(?!\s*[:=]?\s*\d)|stapel|hoop|boel|heleboel|stel|reeks|deel)"
    r"|meerdere|diverse|verschillende|veel|vele|sommige|wat|several|some|a few)"
)
_COUNT: Final = re.compile(
    rf"(?P<groups>\b{_NUM}\s*(?:x\s*)?{_BOXES}\s*(?:van|met|a|x|of)\s*(?:elk|ieder)?\s*{_NUM}\b|\b\d+\s*[x*]\s*\d+\b)"
    r"|(?P<sum>\b\d+(?:\s*\+\s*\d+)+)"
    rf"|(?P<unclear>{_ROUGH}\s*(?:de\s+)?{_NUM}\b|\b{_NUM}(?:\s?[-–/]\s?|\s(?:a|tot|of|t/m)\s){_NUM}\b"
    rf"|\b(?:een )?(?:tien|twintig|dertig|veertig|vijftig)tal\b|\b\d+\s?\?+)|(?P<vague>\b{_VAGUE}\b)"
    rf"|(?P<twelves>\b{DOZENS}\b)"
    rf"|(?P<plain>(?<![\w.,€-]){_NUM})(?!(?!(?:x|st|stks?)\b)\w)"
)
_ASKED: Final = re.compile(r"\b(?:aantal|stuks|hoeveelheid)\s*[:=]?\s*$")
_UNIT: Final = re.compile(r"^\s?(?:x|×|stuks?|st\b\.?|stks?\b\.?|exemplaren|pcs)(?!\w)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that may count devices, as the reader of counts takes it."""

    start: int
    end: int
    text: str
    sure: bool  # more than the article "een"
    unit: bool  # "stuks" or "x" stands behind it


def quantities(low: str, devices: Sequence[Mention]) -> tuple[list[Quantity], list[Mention]]:
    """Every number that may count devices, from left to right, and the devices without carts that only hold others."""
    found = []
    left = list(devices)
    for m in _COUNT.finditer(low):
        start, end = m.span()
        within = [d for d in left if d.start < end and start < d.end]
        if m["groups"] and within and all(d.kind == "charging_cart" for d in within):
            left = [d for d in left if d not in within]
        elif within or _ASKED.match(low[start:]):
            continue
        unit = _UNIT.match(low[end:]) or _ASKED.search(low[:start])
        text = _as_counted(m)
        found.append(
            Quantity(
                start,
                end + (unit.end() if unit and unit.re is _UNIT else 0),
                text,
                m["plain"] != "een" or bool(unit),
                bool(unit),
            )
        )
    return found, left


def _as_counted(found: re.Match[str]) -> str:
    """Numbers in words as digits; "een stuk of twintig" stays as it is: it is quoted where it is asked about."""
    if found["plain"]:
        return str(NUMBER_WORDS.get(found["plain"], found["plain"]))
    if found["twelves"]:
        return in_digits(found[0])
    if found["unclear"] or found["vague"]:
        return found[0]
    text = re.sub(r"[a-z]+", lambda m: m[0] if m[0] == "een" else str(NUMBER_WORDS.get(m[0], m[0])), found[0])
    if found["groups"]:
        several, each = re.findall(r"\d+", text.replace("een ", "1 "))
        return f"{several} x {each}"
    return f"={text}" if found["sum"] else text
