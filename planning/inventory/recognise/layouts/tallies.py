"""Numbers that somebody wrote as strokes: "||||| |||" is eight, also where a blank beside it is none."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, folded
from planning.inventory.values.counts import tallied
from planning.workbooks.grid import Grid

_STROKES: Final = frozenset("|/")
_LETTERS: Final = frozenset("il")
_CROSSES: Final = frozenset("x×✗✕")
_SORTS: Final = (_STROKES, _LETTERS, _CROSSES)
_SIGNS: Final = frozenset().union(*_SORTS)
_FEWEST: Final = 2  # cells of more than one mark
_PLAINLY: Final = 3  # marks: "ii" and "xx" may be words


def with_tallies_counted(grid: Grid) -> Grid:
    """The sheet with the number for each tally, where it has several of a sort.

    One stroke alone is one; a letter or a cross alone only in a column of such marks.
    """
    found = list(_tallies(grid.rows))
    rows: list[list[Cell]] = list(grid.rows)
    for sort in _SORTS:
        own = [one for one in found if one[3] <= sort]
        several = [(column, marks, signs) for _, column, marks, signs in own if marks > 1]
        if len(several) < _FEWEST or max(marks for _, marks, _ in several) < _PLAINLY:
            continue
        times = Counter(column for _, column, _, _ in own)
        filled = {column: sum(line[column] != "" for line in rows if column < len(line)) for column in times}
        columns = {column for column, _, _ in several} | {c for c in times if 2 * times[c] > filled[c]}
        used = frozenset().union(*(signs for _, _, signs in several))  # "/" alone may be none, where they are of "|"
        for row, column, marks, signs in own:
            if marks > 1 or (signs <= used and (sort is _STROKES or column in columns)):
                rows[row] = [*rows[row][:column], marks, *rows[row][column + 1 :]]
    return replace(grid, rows=rows)


def _tallies(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, int, int, frozenset[str]]]:
    """Every cell of nothing but marks: its row and column, how many, and which signs."""
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            if not isinstance(cell, str) or cell[:1].lower() not in _SIGNS:
                continue
            signs = frozenset(folded(cell)) - {" "}
            if any(signs <= sort for sort in _SORTS) and (marks := tallied(cell)):
                yield row, column, marks, signs
