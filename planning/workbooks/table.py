"""A table in a workbook: found by its headings and read line by line, all that is the matter told at once. Pure.

A subject declares its fields: the headings each goes under and how its cells are read. Hidden sheets are passed over.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from planning.core.text import Cell, Tokens, clean, tokens
from planning.workbooks.grid import Grid, is_blank
from planning.workbooks.model import Problem

SEARCHED_ROWS: Final = 40
"""Rows of a sheet in which headings are looked for."""
SHOWN: Final = 60
"""Signs of a cell that a problem repeats."""


class CellRefused(Exception):  # noqa: N818 - says what it is
    """A cell that cannot be read as its field: the problem's code, and what is kept in its place."""

    def __init__(self, code: str, instead: Any = None) -> None:
        super().__init__(code)
        self.code = code
        self.instead = instead


@dataclass(frozen=True, slots=True)
class TableField:
    """A column that is looked for. `read` gives what a cell says, None or "" where that is nothing; or CellRefused."""

    name: str
    headings: tuple[str, ...]  # it goes under any of these; capitals, accents and stops make no difference
    is_required: bool = False  # no row is the one with headings without it
    read: Callable[[Cell], Any] = clean


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line below the headings that holds something: its fields that say something, and what could not be read."""

    row: int  # of the grid
    cells: Sequence[Cell]
    values: Mapping[str, Any]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Where the headings of a table stand, and which column is which field; of each field the first."""

    grid: Grid
    header: int  # row of the grid
    columns: Mapping[str, int]
    fields: tuple[TableField, ...]

    def lines(self) -> Iterator[TableLine]:
        """The lines below the headings, without blank ones and headings that are repeated."""
        readers = {field.name: field.read for field in self.fields if field.name in self.columns}
        for row in range(self.header + 1, len(self.grid.rows)):
            cells = self.grid.rows[row]
            if not is_blank(cells) and not self._is_heading(cells):
                yield self._line(row, cells, readers)

    def others(self, line: TableLine) -> list[str]:
        """What a line says outside the columns of the table."""
        columns = set(self.columns.values())
        return [clean(cell) for column, cell in enumerate(line.cells) if column not in columns and cell != ""]

    def problem(
        self, row: int, field: str | None, code: str, as_written: str = "", values: Mapping[str, str] | None = None
    ) -> Problem:
        """Something about a row of the grid, or about its cell of a field; a field without a column is in the first."""
        place, column = self.grid.cell(row, None if field is None else self.columns.get(field, 0))
        return Problem(self.grid.name, place, column, "must", code, as_written[:SHOWN], values or {})

    def _line(self, row: int, cells: Sequence[Cell], readers: Mapping[str, Callable[[Cell], Any]]) -> TableLine:
        values, problems = {}, []
        for name, read in readers.items():
            cell = cells[self.columns[name]] if self.columns[name] < len(cells) else ""
            try:
                value = read(cell)
            except CellRefused as unread:
                value = unread.instead
                problems.append(self.problem(row, name, unread.code, clean(cell)))
            if value is not None and value != "":
                values[name] = value
        return TableLine(row, cells, values, tuple(problems))

    def _is_heading(self, cells: Sequence[Cell]) -> bool:
        return all(
            column < len(cells) and tokens(clean(cells[column])) in _known(field.headings)
            for field in self.fields
            if (column := self.columns.get(field.name)) is not None
        )


def find_table(grid: Grid, fields: tuple[TableField, ...], *, begins: bool = False) -> Table | None:
    """The table of a sheet: two headings at least, all that are required among them. `begins` as in `columns_of`."""
    for row, cells in enumerate(grid.rows[:SEARCHED_ROWS]):
        columns = columns_of(cells, fields, begins=begins)
        if len(columns) > 1 and all(field.name in columns for field in fields if field.is_required):
            return Table(grid, row, columns, fields)
    return None


def find_tables(grids: Iterable[Grid], *declared: tuple[TableField, ...], begins: bool = False) -> Iterator[Table]:
    """The table of each sheet that has one, by the first of the declarations that finds it."""
    for grid in grids:
        found = (find_table(grid, fields, begins=begins) for fields in declared)
        if not grid.hidden and (table := next(filter(None, found), None)):
            yield table


def columns_of(cells: Sequence[Cell], fields: Iterable[TableField], *, begins: bool = False) -> dict[str, int]:
    """The column of each field that has a heading; where `begins` is set, a heading may go on after its words."""
    columns: dict[str, int] = {}
    said = [tokens(clean(cell)) if isinstance(cell, str) else () for cell in cells]
    for whole in (True, False) if begins else (True,):
        for column, heading in enumerate(said):
            if heading and column not in columns.values():
                fitting = (f.name for f in fields if f.name not in columns and _fits(heading, f.headings, whole))
                if (name := next(fitting, None)) is not None:
                    columns[name] = column
    return columns


def _fits(said: Tokens, headings: tuple[str, ...], whole: bool) -> bool:
    known = _known(headings)
    return said in known if whole else any(said[: len(heading)] == heading for heading in known)


@cache
def _known(headings: tuple[str, ...]) -> frozenset[Tokens]:
    return frozenset(map(tokens, headings))
