"""A form is a list whose headings, or whose rows, ask: what they ask for stands in place of the question."""

from collections import Counter
from dataclasses import replace
from typing import Final

from planning.core.text import Cell
from planning.inventory.values.questions import asked_for, is_question
from planning.workbooks.grid import Grid

_MOST_ROWS: Final = 3000
_FEWEST: Final = 2  # questions: one alone is asked in passing


def with_questions_named(grid: Grid) -> Grid:
    """The sheet with what its questions ask for in their place, where a row or a column of it asks."""
    if len(grid.rows) > _MOST_ROWS or not grid.holds("?"):
        return grid
    found = {
        (row, column): named
        for row, line in enumerate(grid.rows)
        for column, cell in enumerate(line)
        if isinstance(cell, str) and "?" in cell and is_question(cell) and (named := asked_for(cell))
    }
    rows, columns = Counter(row for row, _ in found), Counter(column for _, column in found)
    lines: list[list[Cell]] = [list(line) for line in grid.rows] if found else grid.rows
    for (row, column), named in found.items():
        if max(rows[row], columns[column]) >= _FEWEST:
            lines[row][column] = named
    return replace(grid, rows=lines) if found else grid
