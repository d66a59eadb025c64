"""Rows that name no device and hold a serial number: they are of the sort that a row above them names.

So it is where nobody writes a sort out twice. Where rows below each other say the same in full, a row that does not is
one that somebody has yet to fill in, and a person is asked.
"""

from collections.abc import Iterator, Mapping, Sequence

from planning.core.text import Cell, clean
from planning.inventory.values.pages import is_page_mark
from planning.inventory.values.serials import read_serial
from planning.workbooks.grid import Grid, Place, is_blank


def sorts_repeated(
    grid: Grid,
    first_row: int,
    named: Sequence[int],
    held: Sequence[int],
    serial: int,
    filled_in: Mapping[Place, Cell],
) -> dict[Place, Cell]:
    """What blank cells of rows with a serial number take over from the row above that names a device.

    `named` are the columns that name devices, `held` all of which a blank may repeat the cell above, `filled_in` what
    merged cells and ditto marks were found to stand for.
    """
    if not named or any("" not in grid.distinct(column, first_row) for column in named):
        return {}
    rows = list(_without_pages(grid, first_row))
    alone = [row for row in rows if _is_alone(grid.rows[row], named, serial)]
    if not alone or _says_it_again(grid, rows, named, filled_in):
        return {}
    found: dict[Place, Cell] = {}
    above: int | None = None
    for row in rows:
        line = grid.rows[row]
        if _names(line, named):
            above = row
        elif above is None or not _is_alone(line, named, serial):
            above = None
        else:
            for column in held:
                value = filled_in.get((above, column), grid.rows[above][column])
                if line[column] == "" != value:
                    found[row, column] = value
    return found


def _without_pages(grid: Grid, first_row: int) -> Iterator[int]:
    """The rows of a list without the ends of its pages: marks, the headings again, and blank rows beside these."""
    headings = [clean(cell) for cell in grid.rows[first_row - 1]] if first_row else []
    rows = range(first_row, len(grid.rows))
    ends = {row for row in rows if _ends_page(grid.rows[row], headings)}
    for row in rows:
        if row in ends or (is_blank(grid.rows[row]) and {row - 1, row + 1} & ends):
            continue
        yield row


def _ends_page(line: Sequence[Cell], headings: Sequence[str]) -> bool:
    texts = [text for cell in line if cell != "" and (text := clean(cell))]
    return (len(texts) == 1 and is_page_mark(texts[0])) or (len(texts) > 1 and list(map(clean, line)) == headings)


def _names(line: Sequence[Cell], named: Sequence[int]) -> bool:
    return any(line[column] != "" for column in named)


def _is_alone(line: Sequence[Cell], named: Sequence[int], serial: int) -> bool:
    return not _names(line, named) and line[serial] != "" and read_serial(line[serial]) is not None


def _says_it_again(grid: Grid, rows: Sequence[int], named: Sequence[int], filled_in: Mapping[Place, Cell]) -> bool:
    """Two rows below each other name the same in full; a ditto mark does not."""
    before: list[Cell] = []
    for row in rows:
        line = grid.rows[row]
        own = [line[column] for column in named]
        in_full = _names(line, named) and not any((row, column) in filled_in for column in named)
        if in_full and own == before:
            return True
        before = own if in_full else []
    return False
