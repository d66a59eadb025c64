"""A sheet as rows of cells, whole or a part of it or rearranged, and where each cell stands in the workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, zip_longest
from typing import Final, Literal, get_args

from planning.core.text import Cell
from planning.workbooks.columns import column_letters

Place = tuple[int, int]
"""Row and column in a sheet, counted from 0."""


Look = Literal["colours", "strike_through", "hidden", "number_formats"]
"""A kind of thing that a sheet shows beyond its values."""
ALL_LOOKS: Final[frozenset[Look]] = frozenset(get_args(Look))
_AT_ONCE: Final = 1_000  # rows of which the processor keeps the cells at hand: half the time of all at once


@dataclass(frozen=True, slots=True)
class Mark:
    """How a cell looks where that may mean something."""

    fill: str | None = None  # RRGGBB, of the cell or else of its text; None without a colour of its own
    struck: bool = False


@dataclass(frozen=True, slots=True)
class SheetLook:
    """What a sheet shows beyond its values; rows and columns count from 0."""

    coarse_dates: Mapping[Place, str] = field(default_factory=dict)  # date cells that show no day: "month" or "year"
    formulas: Mapping[Place, str] = field(default_factory=dict)  # that no program calculated, as Excel writes them
    errors: Mapping[Place, str] = field(default_factory=dict)  # "#N/A" and its like, where calamine gives nothing
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    marks: Mapping[Place, Mark] = field(default_factory=dict)  # cells with a fill of their own, or struck through
    far_cells: tuple[Place, ...] = ()  # cells far outside the rest that say something; they are taken out
    looks: frozenset[Look] = ALL_LOOKS  # those looked for: of the others nobody knows
    coloured_by_rules: bool = False  # the workbook colours cells by rules, which nobody here works out
    notes: Mapping[Place, str] = field(default_factory=dict)  # what people hung on cells


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one row of a rearranged sheet comes from, counted from 0."""

    row: int
    column: int | None  # the device's own column, where its row holds several
    cells: tuple[Place | None, ...]  # of each cell; None where the layout itself says it


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells. Of a sheet as it is, the first is Excel's row 1 and its first cell column A."""

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()  # Excel's rows
    hidden_columns: tuple[str, ...] = ()  # Excel's letters
    far_cells: tuple[str, ...] = ()  # Excel's places of what stood far outside the sheet, and is not in `rows`
    looks: frozenset[Look] = ALL_LOOKS  # those this grid knows; what a csv shows nobody can see
    coloured_by_rules: bool = False
    marks: Mapping[Place, Mark] = field(default_factory=dict)  # by place in the sheet
    notes: Mapping[Place, str] = field(default_factory=dict)  # what people hung on cells, by place in the sheet
    merged: tuple[tuple[Place, Place], ...] = ()  # first and last cell of every merged area, by place in the sheet
    top: int = 0  # rows of the sheet above a part of it
    left: int = 0  # columns of the sheet left of a part of it
    beside: bool = False  # a part that shares its rows with others
    origins: tuple[Origin, ...] | None = None  # of a rearranged sheet, one for each row
    labels: tuple[str, ...] | None = None  # names of a rearranged sheet's columns
    _columns: list[list[Cell]] = field(init=False, default_factory=list, repr=False, compare=False)
    _distinct: dict[tuple[int, int], dict[Cell, None]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    def column(self, place: int) -> Sequence[Cell]:
        """The cells of a column; of many rows all columns are had at little more than the cost of one."""
        if not self._columns:
            self._columns.extend([] for _ in range(max(map(len, self.rows), default=0)))
            for first in range(0, len(self.rows), _AT_ONCE):
                part = self.rows[first : first + _AT_ONCE]
                cells = zip_longest(*part, fillvalue="")
                for column in self._columns:
                    column.extend(next(cells, ("",) * len(part)))
        return self._columns[place] if place < len(self._columns) else ("",) * len(self.rows)

    def distinct(self, column: int, first: int = 0) -> dict[Cell, None]:
        """What stands in a column from a row on, each value once and in order; several layouts ask for the same."""
        key = column, first
        if key not in self._distinct:
            self._distinct[key] = dict.fromkeys(islice(self.column(column), first, None))
        return self._distinct[key]

    def holds(self, sign: str) -> bool:
        """Whether any text of the sheet has this sign in it; what stands in many cells is looked at once."""
        width = max(map(len, self.rows), default=0)
        return any(isinstance(cell, str) and sign in cell for column in range(width) for cell in self.distinct(column))

    def forget_distinct(self) -> None:
        """Let go of what `distinct` keeps: of a long list as much as its cells."""
        self._distinct.clear()

    def row_number(self, row: int) -> int:
        """Excel's row of a row of this grid."""
        return (self.origins[row].row if self.origins else row + self.top) + 1

    def row_numbers(self, rows: Sequence[int]) -> list[int]:
        """As `row_number`, of many rows."""
        if self.origins:
            return [self.origins[row].row + 1 for row in rows]
        return [row + self.top + 1 for row in rows]

    @property
    def rows_of_cells(self) -> set[int]:
        """Excel's rows a rearranged sheet's devices were read from; none for a sheet as it is."""
        return {place[0] + 1 for origin in self.origins or () for place in origin.cells if place}

    def own_column(self, row: int) -> str | None:
        """Excel's column of a row's device, where Excel's row holds several devices."""
        column = self.origins[row].column if self.origins else self.left if self.beside else None
        return None if column is None else column_letters(column + 1)

    def label(self, column: int) -> str:
        """What a column is called: Excel's letters, or what the layout calls it where it made the columns."""
        return self.labels[column] if self.labels else column_letters(column + self.left + 1)

    def cell(self, row: int, column: int | None) -> tuple[int, str | None]:
        """Excel's row and column of a cell; without a column, or where the layout itself says it, of its device."""
        if self.origins is None:
            return self.row_number(row), None if column is None else self.label(column)
        place = None if column is None else self.origins[row].cells[column]
        if place is None:
            return self.row_number(row), self.own_column(row)
        return place[0] + 1, column_letters(place[1] + 1)

    def place(self, row: int, column: int) -> Place | None:
        """Where a cell stands in the sheet, counted from 0."""
        return self.origins[row].cells[column] if self.origins else (row + self.top, column + self.left)

    def written_at(self, row: int, column: int) -> Place:
        """Where the value of a cell is written: of a merged area in its first cell. For a sheet as it is."""
        if self.rows[row][column] != "":
            return row, column
        for first, last in self.merged:
            if first[0] <= row <= last[0] and first[1] <= column <= last[1]:
                return first
        return row, column

    def part(self, rows: range, columns: range) -> "Grid":
        """Some rows and columns of a sheet as a grid of their own."""
        return replace(
            self,
            rows=[line[columns.start : columns.stop] for line in self.rows[rows.start : rows.stop]],
            hidden_rows=(),
            hidden_columns=(),
            far_cells=(),
            top=self.top + rows.start,
            left=self.left + columns.start,
            beside=self.beside or len(columns) < max(map(len, self.rows), default=0),
        )


def is_blank(row: Sequence[Cell]) -> bool:
    """Nothing stands in a row."""
    return row.count("") == len(row)


def is_larger(rows: Sequence[Sequence[Cell]], most: int) -> bool:
    """More than so many rows hold something; looks no further than it needs."""
    return len(rows) > most and next(islice((row for row in rows if not is_blank(row)), most, None), None) is not None
