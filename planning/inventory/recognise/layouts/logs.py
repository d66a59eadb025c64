"""A log beside a list: what happened to some of its devices, on rows that are of others of them."""

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.recognise.headings import HeaderRow
from planning.workbooks.grid import Grid

_FEWEST: Final = 2  # rows of a log, and columns
_MOST_ROWS: Final = 2000
_OTHERS: Final = 0.5  # of the rows of a log that are of another device than the row of the list beside them


def logged_beside(grid: Grid, header: HeaderRow, first: int) -> set[int]:
    """The columns behind a blank one that tell of devices by what the list calls them, in an order of their own."""
    width = len(header.headings)
    if not header.rows or len(grid.rows) - first > _MOST_ROWS:
        return set()
    blank = [place for place in range(width) if not _filled(grid, place, header.rows[0])]
    found: set[int] = set()
    for start, end in pairwise([*blank, width]):
        log = range(start + 1, end)
        listed = [place for place in range(start) if place not in found and place not in blank]
        if len(log) >= _FEWEST and any(_names_listed(grid, first, listed, place) for place in log):
            found.update(log)
    return found


def _filled(grid: Grid, place: int, start: int) -> bool:
    return any(row[place] != "" for row in grid.rows[start:])


def _names_listed(grid: Grid, first: int, listed: Collection[int], place: int) -> bool:
    """Everything in a column stands in one of the list's, which tells its rows apart; mostly in another row."""
    said = dict(_labels(grid, first, place))
    if len(said) < _FEWEST:
        return False
    for column in listed:
        own = dict(_labels(grid, first, column))
        names = set(own.values())
        if len(names) == len(own) and names.issuperset(said.values()):
            return sum(own.get(row) != text for row, text in said.items()) >= _OTHERS * len(said)
    return False


def _labels(grid: Grid, first: int, place: int) -> Iterator[tuple[int, str]]:
    for row in range(first, len(grid.rows)):
        cell: Cell = grid.rows[row][place]
        if cell != "" and (text := clean(cell)):
            yield row, text.casefold()
