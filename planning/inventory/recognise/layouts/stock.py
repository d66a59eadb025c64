"""A list of what came and what went: so many at first, so many more, so many less, and how many there are now.

The columns are told by their numbers, whatever they are called: three of them come to the fourth.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Final

from planning.core.text import Cell
from planning.inventory.recognise.headings import HeaderRow
from planning.inventory.values.totals import stated_number
from planning.workbooks.grid import Grid

_MOST_ROWS: Final = 500
_MOST_COLUMNS: Final = 8  # of numbers
_FEWEST: Final = 3  # rows
_MOVED: Final = 2  # rows in which something came or went
_NEARLY_ALL: Final = 0.8  # of the rows
_NUMBERS: Final = 0.6  # of the cells of a column


@dataclass(frozen=True, slots=True)
class Movements:
    """The columns of numbers of such a list, counted from 0."""

    before: int
    more: int
    less: int
    now: int

    def expected(self, row: Sequence[Cell]) -> int:
        """How many there should be now."""
        return _number(row[self.before]) + _number(row[self.more]) - _number(row[self.less])

    def gone(self, row: Sequence[Cell]) -> int:
        """How many have gone since, of those there were."""
        return _number(row[self.less])


def find_stock(grid: Grid, first: int) -> Movements | None:
    """The columns of a list of what came and went below its headings; None where it is another list."""
    rows = [row for row in grid.rows[first:] if any(cell != "" for cell in row)]
    if not _FEWEST <= len(rows) <= _MOST_ROWS:
        return None
    columns = [place for place in range(len(grid.rows[0])) if _holds_numbers(rows, place)]
    if len(columns) > _MOST_COLUMNS:
        return None
    for before, now in ((b, n) for b in columns for n in columns if n > b + 2):
        for more, less in permutations([place for place in columns if before < place < now], 2):
            found = Movements(before, more, less, now)
            if _adds_up(found, rows):
                return found
    return None


def with_stock(header: HeaderRow, stock: Movements | None) -> HeaderRow:
    """The headings, with the number there is now as the count and no other beside it."""
    if stock is None:
        return header
    headings = list(header.headings)
    for place, heading in enumerate(headings):
        if place == stock.now:
            headings[place] = replace(heading, field="count", score=1.0)
        elif place in (stock.before, stock.more, stock.less) or heading.field == "count":
            headings[place] = replace(heading, field="not_a_device_field")
    return replace(header, headings=tuple(headings))


def _holds_numbers(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    cells = [row[place] for row in rows if row[place] != ""]
    return bool(cells) and sum(stated_number(cell) is not None for cell in cells) >= _NUMBERS * len(cells)


def _adds_up(stock: Movements, rows: Sequence[Sequence[Cell]]) -> bool:
    told = [row for row in rows if stated_number(row[stock.now]) is not None and row[stock.before] != ""]
    came = sum(_number(row[stock.more]) > 0 for row in told)
    went = sum(_number(row[stock.less]) > 0 for row in told)
    right = sum(stock.expected(row) == _number(row[stock.now]) for row in told)
    return came >= 1 and went >= 1 and came + went >= _MOVED + 1 and right >= max(_FEWEST, _NEARLY_ALL * len(told))


def _number(cell: Cell) -> int:
    return stated_number(cell) or 0
