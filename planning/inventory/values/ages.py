"""How old devices are, and the year in which they were bought that follows from it."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from planning.core.text import Cell, clean, folded, tokens, word_set
from planning.inventory.values.periods import Period, year

_HEADING: Final = re.compile(r"\b(?:\w*leeftijd|ouderdom|hoe oud|(?:aantal )?jar(?:en|ig) oud|jaar oud|age)\b")
_OF_SOMETHING_ELSE: Final = word_set(
    "leerling leerlingen kind kinderen gebruiker persoon eigenaar gemiddelde gemiddeld maximale max verwachte gewenste "
    "pupil pupils user average technische economische"
)
_AGE: Final = re.compile(
    r"(?:ca\.?|circa|ong\w*\.?|±|~)?\s*(?P<n>\d{1,3}(?:[.,]\d{1,2})?)\s*"
    r"(?P<unit>jaar|jaren|jr|j|years?|yrs?|y|maanden|maand|mnd|mndn|months?)?\.?(?:\s*oud|\s*old)?"
)
_SPAN: Final = re.compile(
    r"(?:<|>|≤|≥|<=|>=|tot|vanaf|(?:ouder|jonger|meer|minder|korter|langer) dan)?\s*\d{1,2}"
    r"(?:\s*(?:-|–|tot|t/m|a|en)\s*\d{1,2})?\s*(?:jaar|jaren|jr|years?|yrs?)\.?"
    r"(?:\s*(?:oud|old|(?:en|of) (?:ouder|jonger|meer)))?"
)
_BACK: Final = re.compile(
    r"(?:in |van |uit |begin |eind )?(?:het )?(?P<which>dit|lopende?|huidige?|vorige?|afgelopen|verleden|this|last)"
    r" (?P<what>jaar|schooljaar|year)"
    r"|(?P<n>1|2|3|4|5|een|twee|drie|vier|vijf) jaar (?:geleden|terug)"
)
"""A year by how long ago it was."""
_NUMBERS: Final = {"een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5}
_THIS: Final = ("dit", "lopend", "huidig", "this")
_AUGUST: Final = 8
_MONTHS: Final = ("m",)
_OLDEST: Final = 30  # years
_IN_A_YEAR: Final = 12
_DAYS: Final = 365.2425


@dataclass(frozen=True, slots=True)
class Age:
    """Years since a device was bought; in `whole` years that have gone by, unless a part of one is told."""

    years: float
    whole: bool


def asks_how_old(heading: str) -> bool:
    """A heading asks how old devices are: "Leeftijd (jaren)", "Hoe oud?"."""
    return bool(_HEADING.search(folded(heading))) and _OF_SOMETHING_ELSE.isdisjoint(tokens(heading))


def is_age_span(heading: str) -> bool:
    """A heading of devices of an age: "<2 jaar", "2-4 jaar", "ouder dan 6 jaar"."""
    return _SPAN.fullmatch(folded(heading).strip()) is not None


@lru_cache(maxsize=8192, typed=True)  # True is no 1
def read_age(cell: Cell) -> Age | None:
    """The age a cell tells: 3, "2,5 jaar", "18 mnd"; None where it tells none."""
    if isinstance(cell, bool):
        return None
    found = _AGE.fullmatch(folded(clean(cell)).strip())
    if not found:
        return None
    number = float(found["n"].replace(",", "."))
    if (found["unit"] or "").startswith(_MONTHS):
        number = number / _IN_A_YEAR
        whole = False
    else:
        whole = number.is_integer()
    return Age(number, whole) if number <= _OLDEST else None


def years_back(cell: Cell, day: date) -> str:
    """The year, or the school year, that a cell tells from a day: "vorig jaar", "dit schooljaar"; "" for others."""
    found = _BACK.fullmatch(folded(clean(cell)).strip(" .!"))
    if not found:
        return ""
    if found["n"]:
        return str(day.year - (_NUMBERS.get(found["n"]) or int(found["n"])))
    back = 0 if found["which"].startswith(_THIS) else 1
    if found["what"] != "schooljaar":
        return str(day.year - back)
    first = day.year - back - (day.month < _AUGUST)
    return f"schooljaar {first}-{first + 1}"


def bought_at(age: Age, day: date) -> Period | None:
    """The year in which a device was bought that is so old on a day.

    Of whole years half of one is thought to have gone by since the last: where two calendar years are possible, the
    one with most of the days.
    """
    since = age.years + 0.5 if age.whole else age.years
    return year((day - timedelta(days=since * _DAYS)).year)
