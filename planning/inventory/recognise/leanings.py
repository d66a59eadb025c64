"""What a heading nobody listed leans to, by the stems of its words: "besteljaar", "Waar staan ze", "jaar op sticker".

A leaning decides nothing: what stands below the heading has to agree (`columns`). It is one of three voices.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from planning.core.text import folded
from planning.inventory.words.cell_words import heading_stems

_FIELD: Final = 0.5
_MOMENT: Final = 0.4
_ASPECTS: Final = frozenset({"moment", "works"})
_NUMBER: Final = re.compile(r"(?:nrs?|nummers?|num|no|labels?|stickers?)\b\.?$")
_CAME: Final = re.compile(
    r"(?:(?:aantal|eerder|reeds|al|nu|thans|hierbij|totaal) )*"
    r"(?:geleverd|ontvangen|binnen(?:gekomen)?|delivered|received)\b"
)
_STEPS: Final = tuple(
    map(
        re.compile,
        (
            r"koop|kocht|aansch|aangesch|purch|bought|acqui|invest|verkreg|verworv|gekregen",
            r"lever|deliv|ontv|binnengek|receiv|ship",
            r"factu|invoic|boek|geboekt|posting|booking|journaal|transactie",
            r"bestel|order",
            r"gebr|in dienst|in bezit|in use|install|geplaatst|commission|in service",
        ),
    )
)
"""The moments of one purchase, the one that tells most of it first."""


@lru_cache(maxsize=1)
def _asked() -> Mapping[str, re.Pattern[str]]:
    return _compiled("asks")


@lru_cache(maxsize=1)
def _denied() -> Mapping[str, re.Pattern[str]]:
    return _compiled("asks not")


def _compiled(stance: str) -> dict[str, re.Pattern[str]]:
    return {subject: re.compile("|".join(map(_pattern, stems))) for subject, stems in heading_stems(stance).items()}


def _pattern(stem: str) -> str:
    """A stem as a pattern: "_" is where a word begins or ends, and between two words what parts them."""
    inner = re.escape(stem.strip("_")).replace("_", r"\W+")
    return (r"\b" if stem.startswith("_") else "") + inner + (r"\b" if stem.endswith("_") else "")


@lru_cache(maxsize=8192)
def step_of_purchase(heading: str) -> int:
    """Which moment of a purchase a heading asks for: bought 0, delivered 1, invoiced 2, ordered 3, put to use 4.

    5 where it only asks when.
    """
    text = folded(heading)
    return next((step for step, stems in enumerate(_STEPS) if stems.search(text)), len(_STEPS))


@lru_cache(maxsize=8192)
def asks_for_a_year(heading: str) -> bool:
    """A heading asks when, so that "17" below it is a year; "Leeftijd" and "Termijn (jr)" ask how long."""
    return bool({"purchased", "moment"} & _told(heading)) and "purchased" not in vetoed(heading)


@lru_cache(maxsize=8192)
def asks_for_a_number(heading: str) -> bool:
    """ "Stickernr": "CB01" below it is what a school calls a device, and not what it is."""
    return bool(_NUMBER.search(folded(heading)))


@lru_cache(maxsize=8192)
def asks_whether_it_works(heading: str) -> bool:
    """ "Doen ze het?", "Alles in orde": a "ja" below it is a device that works."""
    return bool(_asked()["works"].search(folded(heading)))


def are_steps(heading: str, other: str) -> bool:
    """Two headings ask for different moments of one purchase: when it was ordered, and when it was put to use."""
    steps = {step_of_purchase(heading), step_of_purchase(other)}
    return len(steps) == 2 and len(_STEPS) not in steps


def says_came(heading: str) -> bool:
    """ "Geleverd", beside "Besteld": those of them that came."""
    return bool(_CAME.match(folded(heading)))


@lru_cache(maxsize=8192)
def leanings(heading: str) -> Mapping[str, float]:
    """Field -> how much a heading leans to it, 0 to 1; nothing where none of its stems is known."""
    told = _told(heading)
    found = dict.fromkeys(told - _ASPECTS - vetoed(heading), _FIELD)
    if "moment" in told and "purchased" not in vetoed(heading):
        found.setdefault("purchased", _MOMENT)
    return found


def _told(heading: str) -> frozenset[str]:
    text = folded(heading)
    return frozenset(name for name, stems in _asked().items() if stems.search(text))


@lru_cache(maxsize=8192)
def vetoed(heading: str) -> frozenset[str]:
    """Fields a heading says it is not of: "Garantie tot" is no purchase, "Boekwaarde" no price."""
    text = folded(heading)
    return frozenset(name for name, stems in _denied().items() if stems.search(text))
