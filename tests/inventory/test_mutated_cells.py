"""One cell of a sample taken away, swapped or written otherwise: the account adds up, and what changed shows.

VLOOTPLAN_FUZZ=1 tries every cell of every shape; without it a few of each, always the same.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

import pytest

from planning.core.text import Cell
from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_book
from planning.inventory.reading import Reading
from planning.workbooks.files import Book, open_book
from planning.workbooks.model import FileRefused
from tests.inventory.lists import TODAY
from tests.inventory.samples.book import Sample
from tests.inventory.test_sample_score import SHAPES, samples

FEW: Final = 3 if "VLOOTPLAN_FUZZ" not in os.environ else 10**6  # cells of a shape
AWAY: Final = "ligt bij Zorgfix"
Place = tuple[int, int, int]


def opened(shape: str) -> Book:
    """The first sample of a shape."""
    sample: Sample = next(iter(samples(shape)))
    return open_book(sample.content, sample.name)


def filled(book: Book) -> list[Place]:
    """Sheet, row and column of every filled cell."""
    return [
        (sheet, row, column)
        for sheet, grid in enumerate(book.grids)
        for row, line in enumerate(grid.rows)
        for column, cell in enumerate(line)
        if cell != ""
    ]


def some(book: Book) -> list[Place]:
    """A few filled cells, spread over the book."""
    places = filled(book)
    return places[:: max(1, len(places) // FEW)]


def with_cells(book: Book, cells: dict[Place, Cell]) -> Book:
    """The book with other values in some cells."""
    grids = []
    for number, grid in enumerate(book.grids):
        rows = [list(row) for row in grid.rows]
        for (sheet, row, column), cell in cells.items():
            if sheet == number:
                rows[row][column] = cell
        grids.append(replace(grid, rows=rows))
    return replace(book, grids=tuple(grids))


def read(book: Book) -> Reading | None:
    """The reading; None where the book is refused, which says so aloud."""
    try:
        return read_book(with_cells(book, {}), Guidance(TODAY))
    except FileRefused:
        return None


def told(reading: Reading | None) -> str | None:
    """All that a reading says."""
    if reading is None:
        return None
    devices = reading.devices.to_dict("list")
    return repr((devices, reading.problems, reading.account, reading.ignored_rows, reading.sheets))


def read_or_asked(reading: Reading | None) -> int:
    """Cells that were read or are asked about; the others were passed over for a reason."""
    return 0 if reading is None else reading.account.read + reading.account.asked


def swapped(book: Book, places: Sequence[Place]) -> Iterator[Book]:
    """The book with two cells in each other's place."""
    for place, other in pairwise(places):
        here, there = (book.grids[sheet].rows[row][column] for sheet, row, column in (place, other))
        yield with_cells(book, {place: there, other: here})


def adds_up(book: Book, reading: Reading | None) -> bool:
    """Every filled cell is in the account, once."""
    return reading is None or reading.account.cells == len(filled(book))


@pytest.mark.parametrize("shape", SHAPES)
def test_of_a_cell_taken_away_or_swapped_the_account_still_adds_up(shape: str) -> None:
    book = opened(shape)
    for changed in swapped(book, some(book)):
        assert adds_up(changed, read(changed))


@pytest.mark.parametrize("shape", SHAPES)
def test_a_cell_that_is_read_does_not_change_in_silence(shape: str) -> None:
    book = opened(shape)
    whole = read(book)
    for place in some(book):
        empty, reworded = with_cells(book, {place: ""}), with_cells(book, {place: AWAY})
        without, otherwise = read(empty), read(reworded)
        assert adds_up(empty, without), place
        assert adds_up(reworded, otherwise), place
        if without and read_or_asked(without) < read_or_asked(whole):
            assert told(otherwise) != told(whole), place
