"""Numbers under states: "In gebruik | Defect | Reserve" count a lot between them, and nothing else counts it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean, folded, words
from planning.inventory.recognise.headings import HeaderRow
from planning.inventory.recognise.leanings import says_came
from planning.inventory.values.counts import MOST_IN_ONE_LOT
from planning.inventory.values.status import read_remark
from planning.inventory.words.cell_words import header_words
from planning.workbooks.grid import Grid

_FEWEST: Final = 2  # columns
ASKED_FOR: Final = "asked for"
"""Not a state: the column says how many were ordered of which some came."""
CAME_TOO: Final = "came too"
"""Nor is this: beside those that came now those that came before."""
NO_STATES: Final = (ASKED_FOR, CAME_TOO)
_STILL: Final = re.compile(
    r"\b(?:nog|rest\w*|na ?(?:te )?lever\w*|back ?orders?|open(?:staand)?|te (?:leveren|ontvangen|verwachten)|to come"
    r"|outstanding|pending)\b"
)
"""Words over those of an order that have not come yet."""
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
    found = _of_a_delivery(header, grid, first, free, found)
    states = [state for state in found.values() if state not in NO_STATES]
    counted = any(heading.field == "count" for place, heading in enumerate(header.headings) if place not in found)
    told = states.count("in_use") == 1 and len(set(states)) == len(states)
    if len(states) < _FEWEST:
        # One column alone may answer by 1 and 0 whether a device is there, or say in which year it came.
        told = told and all(_are_lots(grid, first, p) and not says_came(header.headings[p].text) for p in found)
    return found if told and not counted else {}


def _of_a_delivery(
    header: HeaderRow, grid: Grid, first: int, free: Callable[[int], bool], found: Mapping[int, str]
) -> dict[int, str]:
    """The states, of a delivery those that came and those still to come; "Besteld" adds these up and is none.

    What is still to come may be called anything ("Rest", "Backorder") where it is what the other two leave.
    """
    counts = {
        place: heading
        for place, heading in enumerate(header.headings)
        if heading.text and free(place) and _holds_counts(grid, first, place)
    }
    came = [place for place, heading in counts.items() if says_came(heading.text)]
    if not came:
        return dict(found)
    asked = [place for place in counts if found.get(place) == "ordered" or counts[place].field == "count"]
    pairs = [(whole, rest) for whole in asked for rest in counts if whole != rest and not {whole, rest} & set(came)]
    for whole, rest in pairs:
        if _adds_up(grid, first, whole, (*came, rest)):
            own, *others = came
            return {**found, whole: ASKED_FOR, **dict.fromkeys(others, CAME_TOO), own: "in_use", rest: "ordered"}
    return dict(found)


def _adds_up(grid: Grid, first: int, whole: int, parts: Sequence[int]) -> bool:
    rows = [row for row in grid.rows[first:] if row[whole] != ""]
    return bool(rows) and all(_number(row[whole]) == sum(_number(row[part]) for part in parts) for row in rows)


def _number(cell: Cell) -> int:
    text = clean(cell)
    return int(text) if text.isdecimal() else 0


def added_up(header: HeaderRow, grid: Grid, first: int, states: Mapping[int, str]) -> tuple[HeaderRow, Grid]:
    """The list with how many there are in all where those in use stood; the other columns count some of them."""
    if not states:
        return header, grid
    own = next(place for place, state in states.items() if state == "in_use")
    headings = list(header.headings)
    asked_for = [place for place, state in states.items() if state == ASKED_FOR]
    states = {place: state for place, state in states.items() if state != ASKED_FOR}
    for place in (*asked_for, *states):
        no_state = place in asked_for or states[place] == CAME_TOO
        field = "not_a_device_field" if no_state else "count" if place == own else None
        headings[place] = replace(headings[place], field=field, score=1.0, held=1.0, unsure=False)
    came = says_came(header.headings[own].text)
    all_ordered = came and not asked_for
    ordered = [
        place
        for place, state in states.items()
        if all_ordered and state == "ordered" and not _STILL.search(folded(headings[place].text))
    ]
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
    told = (clean(cell).isdecimal() for cell in grid.distinct(place, first) if cell != "")
    return next(told, False) and all(told)  # a list would look at all of a long column
