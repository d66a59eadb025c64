"""Notes on cells: below a list, where cells refer to them by a sign ("iPad mini 2 *"), and those of the program."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.recognise.headings import HeaderRow
from planning.inventory.values.devices import knows_model
from planning.workbooks.grid import Grid

_MOST_ROWS: Final = 3000
_SIGN: Final = r"(?:\*{1,6}|[¹²³⁴⁵⁶]|[†‡]+|\(\d\)|\[\d\]|\d\))"
_LINE: Final = re.compile(rf"(?P<sign>{_SIGN})\s*[=:.-]?\s*(?P<text>(?=.*[A-Za-z]{{2}}).+)", re.DOTALL)
_REFERS: Final = re.compile(rf"(?P<own>.*?)(?P<space>\s?)(?P<sign>{_SIGN})\s*", re.DOTALL)
_MARK: Final = "* "


def with_footnotes(grid: Grid) -> Grid:
    """The sheet with every note written where a cell refers to it, in brackets behind what else stands there."""
    if len(grid.rows) > _MOST_ROWS:
        return grid
    notes = _notes(grid)
    if not notes:
        return grid
    rows: list[list[Cell]] = [list(row) for row in grid.rows]
    used: set[str] = set()
    own = {row for row, _, _ in notes.values()}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row) if number not in own else ():
            if isinstance(cell, str) and (found := _REFERS.fullmatch(cell)) and found["sign"] in notes:
                text = notes[found["sign"]][2]
                used.add(found["sign"])
                row[column] = _joined(found["own"].strip(), text)
    for sign in used:
        place, column, text = notes[sign]
        rows[place][column] = f"{_MARK}{text}"
    return replace(grid, rows=rows) if used else grid


def with_cell_notes(grid: Grid, header: HeaderRow | None) -> Grid:
    """The sheet with what people hung on cells behind what stands in them; what hangs on a heading explains it."""
    first = header.rows[-1] + 1 if header else 0
    places = [(row, column) for row, column in grid.notes if first <= row < len(grid.rows)]
    if not places:
        return grid
    rows: list[list[Cell]] = list(grid.rows)
    for row, column in places:
        if column < len(rows[row]):
            own, said = clean(rows[row][column]), clean(grid.notes[row, column])
            rows[row] = list(rows[row])
            rows[row][column] = f"{own} ({said})" if own else said
    return replace(grid, rows=rows)


def _joined(own: str, text: str) -> Cell:
    if not own:
        return text
    if knows_model(text):
        return own  # it speaks of another device; the note itself is listed
    return f"{own} ({text})"


def _notes(grid: Grid) -> Mapping[str, tuple[int, int, str]]:
    """By sign the row, the column and the text of the note; the last of several, for they stand below the list."""
    found = {}
    for row, line in enumerate(grid.rows):
        if len(line) - line.count("") != 1:
            continue
        [(column, cell)] = [(column, cell) for column, cell in enumerate(line) if cell != ""]
        if isinstance(cell, str) and (note := _LINE.fullmatch(clean(cell))):
            found[note["sign"]] = (row, column, note["text"].strip())
    return found
