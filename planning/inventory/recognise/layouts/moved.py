"""Two columns of places in a list of what moved: where a device stood, and where it stands now. The latter counts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, folded
from planning.inventory.recognise.contents import contents_of
from planning.inventory.recognise.headings import HeaderRow, Heading
from planning.inventory.recognise.leanings import leanings
from planning.workbooks.grid import Grid

_BEFORE: Final = re.compile(
    r"\b(?:stond(?:en)?|lag(?:en)?|hing(?:en)?|was|waren|oude?|oudbouw|vorige?|voorheen|voormalige?|eerst|eerder|vroeger"
    r"|(?:voor|for|before) (?:de |the )?(?:verhuizing|move)|previous(?:ly)?|former(?:ly)?|old)\b"
    r"|\W*(?:van|uit|from)\W*$"
)
"""Headings of the place that a device left."""
_NOW: Final = re.compile(
    r"\b(?:nu|nieuwe?|nieuwbouw|huidige?|thans|na (?:de )?verhuizing|after (?:the )?move|now|new|current(?:ly)?)\b"
    r"|\b(?:naar|to)\W*$"
)
"""Headings of the place that it came to."""
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?:\s*[-/]\s*(?:20)?\d\d)?|\b\d\d\s*[-/]\s*\d\d\b")
_PLACES: Final = 0.5  # of the cells that say anything


def earlier_places(header: HeaderRow, grid: Grid, first: int) -> dict[int, int]:
    """The columns that say where devices stood, each with the one that says where they stand now."""
    texts = {place: folded(heading.text) for place, heading in enumerate(header.headings) if heading.text}
    before = [place for place, text in texts.items() if _BEFORE.search(text) and not _NOW.search(text)]
    now = [place for place, text in texts.items() if _NOW.search(text) and not _BEFORE.search(text)]
    pairs = dict.fromkeys(before, now[0]) if len(now) == 1 else {}
    pairs = pairs or _by_year(header.headings)
    places = {place for pair in pairs.items() for place in pair}
    return pairs if places and all(_holds_places(grid.rows, first, place) for place in places) else {}


def with_place_of_now(header: HeaderRow, earlier: Mapping[int, int]) -> HeaderRow:
    """The headings, with those of both columns as asking for a place."""
    headings = list(header.headings)
    for place in {*earlier, *earlier.values()}:
        headings[place] = replace(headings[place], field="location", score=1.0, unsure=False)
    return replace(header, headings=tuple(headings)) if earlier else header


def _by_year(headings: Sequence[Heading]) -> dict[int, int]:
    """ "Lokaal 2022-2023" and "Lokaal 2023-2024": the same but for the year, and the last is now."""
    years: dict[str, dict[int, str]] = {}
    for place, heading in enumerate(headings):
        found = _YEARS.findall(heading.text)
        if len(found) == 1 and "location" in leanings(heading.text):
            years.setdefault(_YEARS.sub("", folded(heading.text)).strip(), {})[place] = found[0]
    alike = [of_year for of_year in years.values() if 1 < len(of_year) == len(set(of_year.values()))]
    if len(alike) != 1:
        return {}
    last = max(alike[0], key=alike[0].__getitem__)
    return {place: last for place in alike[0] if place != last}


def _holds_places(rows: Sequence[Sequence[Cell]], first: int, place: int) -> bool:
    return contents_of([row[place] for row in rows[first:]]).share("location") >= _PLACES
