"""Numbers under states: "In gebruik | Defect | Reserve" count a lot between them, and nothing else counts it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from planning.core.text import clean, words
from planning.inventory.recognise.headings import HeaderRow
from planning.inventory.recognise.leanings import says_came
from planning.inventory.values.counts import MOST_IN_ONE_LOT
from planning.inventory.values.status import read_remark
from planning.inventory.words.cell_words import header_words
from planning.workbooks.grid import Grid

_FEWEST: Final = 2  # columns
_OF_DEVICES: Final = frozenset({"devices", "apparaten"})


def counted_states(header: HeaderRow, grid: Grid, first: int, free: Callable[[int], bool]) -> Mapping[int, str]:
    """The columns that count by state, and their states: in use among them, each once, and no other column counts.

    "Nog aanwezig" alone, over numbers of devices, counts as well.

    `free`: nobody said what a column is.
    """
    found = {
        place: state
        for place, heading in enumerate(header.headings)
        if heading.text and free(place) and (state := _state(heading.text)) and _holds_counts(grid, first, place)
    }
    states = list(found.values())
    counted = any(heading.field == "count" for place, heading in enumerate(header.headings) if place not in found)
    told = states.count("in_use") == 1 and len(set(states)) == len(states)
    if len(states) < _FEWEST:
        # One column alone may answer by 1 and 0 whether a device is there, or say in which year it came.
        told = told and all(_are_lots(grid, first, p) and not says_came(header.headings[p].text) for p in found)
    return found if told and not counted else {}


def added_up(header: HeaderRow, grid: Grid, first: int, states: Mapping[int, str]) -> tuple[HeaderRow, Grid]:
    """The list with how many there are in all where those in use stood; the other columns count some of them."""
    if not states:
        return header, grid
    own = next(place for place, state in states.items() if state == "in_use")
    headings = list(header.headings)
    for place in states:
        field = "count" if place == own else None
        headings[place] = replace(headings[place], field=field, score=1.0, held=1.0, unsure=False)
    came = says_came(header.headings[own].text)
    ordered = [place for place, state in states.items() if came and state == "ordered"]
    rows = list(grid.rows)
    for number in range(first, len(rows)):
        if any(rows[number][place] != "" for place in states):
            line = list(rows[number])
            for place in ordered:  # of what was ordered some came: the others are still to come
                line[place] = max(0, int(clean(line[place]) or 0) - int(clean(line[own]) or 0))
            line[own] = sum(int(clean(line[place]) or 0) for place in states)
            rows[number] = line
    return replace(header, headings=tuple(headings)), replace(grid, rows=rows)


def without_how_many(heading: str) -> str:
    """A heading without the words that ask for a number of devices: "Qty working", "aantal defect"."""
    return " ".join(word for word in words(heading).split() if not _asks_how_many(word))


def _asks_how_many(word: str) -> bool:
    """ "stuk" is a number of pieces as well as broken: under a state it is the latter."""
    return word in _OF_DEVICES or (header_words().get(word) == "count" and read_remark(word).status is None)


def _state(heading: str) -> str | None:
    said = read_remark(without_how_many(heading))
    return said.status if said.whole else None


def _are_lots(grid: Grid, first: int, place: int) -> bool:
    numbers = [int(clean(cell)) for cell in grid.distinct(place, first) if cell != ""]
    return any(number > 1 for number in numbers) and max(numbers) <= MOST_IN_ONE_LOT


def _holds_counts(grid: Grid, first: int, place: int) -> bool:
    told = [clean(cell) for cell in grid.distinct(place, first) if cell != ""]
    return bool(told) and all(text.isdecimal() for text in told)
