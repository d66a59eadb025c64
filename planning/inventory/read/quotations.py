"""What a question of a count quotes is what its cell says: a layout may have put the number together itself."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from planning.core.text import clean, folded
from planning.inventory.values.redaction import known_part
from planning.workbooks.columns import column_number
from planning.workbooks.grid import Grid
from planning.workbooks.model import Problem

_LONGEST: Final = 100  # characters: of a longer one the number alone is told


def as_the_cell_says(problem: Problem, grids: Mapping[str, Grid]) -> Problem:
    """The problem, with the words of its cell in place of a number that does not stand there: "4 of meerdere"."""
    if problem.code != "count-unclear" or not problem.row or not (problem.column or "").isalpha():
        return problem
    rows, row, column = grids[problem.sheet].rows, problem.row - 1, column_number(problem.column or "") - 1
    text = clean(rows[row][column]) if row < len(rows) and column < len(rows[row]) else ""
    told = folded(problem.as_written) in folded(text) or not any(map(str.isalpha, text)) or len(text) > _LONGEST
    return problem if told else replace(problem, as_written=known_part(text))
