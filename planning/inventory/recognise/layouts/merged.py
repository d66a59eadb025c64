"""Merged cells and ditto marks: what stands once in a sheet and holds for several columns or rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean, tokens, words
from planning.inventory.recognise.headings import HeaderRow, Heading
from planning.inventory.recognise.layouts.serials_alone import sorts_repeated
from planning.inventory.values.devices import is_kind_word
from planning.inventory.values.money import read_price
from planning.inventory.values.totals import is_total
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.grid import Grid, Place, is_blank

_HELD: Final = (
    "purchased", "location", "school", "kind", "brand", "model", "brand_and_model", "status", "audience",
)  # fmt: skip
"""Fields a merged cell says of every row it spans. A merged count is that of all rows together."""
_DITTO: Final = frozenset(
    {
        *("idem", "id", "i d", "idm", "dito", "ditto", "idem dito", "zie boven", "als boven", "zelfde", "hetzelfde"),
        *("dezelfde", "same", "same as above", "as above"),
    }
)
_QUOTES: Final = frozenset("\"'”„“‘’,")
_ALONE: Final = frozenset({'"', "”", "„", "“", "〃"})
"""One of these is enough; of the others it takes two: ",,"."""
_REPEATED: Final = (*_HELD, "price", "support_until")
_SAMPLE: Final = 100
_NAMES_A_DEVICE: Final = ("kind", "brand", "model", "brand_and_model")
_FEWEST: Final = 2  # places
_WRITTEN_ONCE: Final = 1 / 3  # of the rows at least that leave their place to the one above
_CHEAPEST: Final = 20_000  # cents: for less nobody buys a device


def spread_headings(grid: Grid, header: HeaderRow) -> HeaderRow:
    """A heading merged over columns that hold a kind, a brand and a model says so of each by what stands below it."""
    headings = list(header.headings)
    for row, _, first, last in _areas(grid):
        wide = header.rows and row == header.rows[-1] and last > first and last < len(headings)
        if not wide or any(heading.text for heading in headings[first + 1 : last + 1]):
            continue
        own = headings[first]
        for column in range(first, last + 1):
            texts = [text for line in grid.rows[row + 1 :][:_SAMPLE] if (text := clean(line[column]))]
            field = _device_field(texts) if own.field in ("kind", "brand_and_model", "model") else own.field
            headings[column] = replace(own, field=field)
    return replace(header, headings=tuple(headings))


def _device_field(texts: Sequence[str]) -> str:
    most = len(texts) / 2
    if sum(map(is_kind_word, texts)) > most:
        return "kind"
    return "brand" if sum(cell_words("brand").exact(tokens(text)) is not None for text in texts) > most else "model"


def filled(
    grid: Grid, first_row: int, fields: Mapping[str, Sequence[int]], headings: Sequence[Heading]
) -> tuple[Grid, tuple[int, ...]]:
    """The sheet with what a merged cell or a ditto mark stands for in every row it holds for.

    And the rows in which only a serial number stood, which are now of the sort above them.
    """
    alone: dict[Place, Cell] = {}
    found: dict[tuple[int, int], Cell] = {}
    held = {column for name in _HELD for column in fields.get(name, ())}
    for top, bottom, column, _ in _areas(grid):
        if column in held and top >= first_row and bottom > top:
            value = grid.rows[top][column]
            found |= {(row, column): value for row in range(top + 1, bottom + 1) if not is_blank(grid.rows[row])}
    prices = fields.get("price", ())
    for top, bottom, column, _ in _areas(grid):
        if column in prices and top >= first_row and bottom > top:
            own = _merged_price(grid.rows[top][column], bottom - top + 1)
            found |= {(row, column): own for row in range(top, bottom + 1) if not is_blank(grid.rows[row])}
    counts = fields.get("count", ())
    for top, bottom, column, _ in _areas(grid):
        if column in counts and top >= first_row and bottom > top:
            # Of all its rows together: whose it is nobody can tell.
            found[top, column] = f"{clean(grid.rows[top][column])} ?"
    for column in {column for name in _REPEATED for column in fields.get(name, ())}:
        marks = set(filter(_is_ditto, grid.distinct(column, first_row)))
        if marks:
            found |= dict(_repeated(grid, first_row, column, marks, headings[column].text))
    named = [column for name in _NAMES_A_DEVICE for column in fields.get(name, ())]
    for column in fields.get("location", ()):
        if named and column < min(named):
            found |= dict(_down(grid, first_row, column, named))
    if fields.get("serial"):
        blanks = [column for name in _REPEATED for column in fields.get(name, ())]
        alone = sorts_repeated(grid, first_row, named, blanks, fields["serial"][0], found)
        found |= alone
    if not found:
        return grid, ()
    rows = list(grid.rows)
    for (row, column), value in found.items():
        if rows[row] is grid.rows[row]:
            rows[row] = list(rows[row])
        rows[row][column] = value
    return replace(grid, rows=rows), tuple(sorted({row for row, _ in alone}))


def _down(grid: Grid, first_row: int, column: int, named: Sequence[int]) -> Iterator[tuple[tuple[int, int], Cell]]:
    """A place left of the devices that is written once, at the first of the devices that stand there.

    So it is where every place stands once and a good part of the rows has none: elsewhere a blank is a blank. A blank
    row ends it.
    """
    groups: list[tuple[Cell, list[int]]] = []
    places: list[Cell] = []
    for row in range(first_row, len(grid.rows)):
        line = grid.rows[row]
        if is_blank(line):
            groups.append(("", []))
        elif any(line[place] != "" for place in named) and not any(isinstance(c, str) and is_total(c) for c in line):
            if line[column] != "":
                places.append(line[column])
                groups.append((line[column], []))
            elif groups:
                groups[-1][1].append(row)
            else:
                return
    blanks = sum(len(rows) for place, rows in groups if place != "")
    if len(places) < _FEWEST or len(set(places)) < len(places) or blanks < (blanks + len(places)) * _WRITTEN_ONCE:
        return
    for place, rows in groups:
        if place != "":
            yield from (((row, column), place) for row in rows)


def _merged_price(cell: Cell, rows: int) -> Cell:
    """What a price over several rows is of each: the same, where no device costs as little as its share of it.

    Else nobody can tell: it keeps a question mark in every row.
    """
    price = read_price(cell).cents
    return cell if price is None or price / rows < _CHEAPEST else f"{clean(cell)} ?"


def _areas(grid: Grid) -> Iterator[tuple[int, int, int, int]]:
    """First and last row, first and last column of every merged area within the grid, as its own places."""
    height, width = len(grid.rows), len(grid.rows[0]) if grid.rows else 0
    for (top, left), (bottom, right) in grid.merged:
        row, column = top - grid.top, left - grid.left
        if 0 <= row < height and 0 <= column < width:
            yield row, min(bottom - grid.top, height - 1), column, min(right - grid.left, width - 1)


def _is_ditto(cell: Cell) -> bool:
    """The marks and words for the same as above; capitals, stops and spaces make no difference."""
    if not isinstance(cell, str) or not 0 < len(cell) < 16:
        return False
    marks = clean(cell).replace(" ", "")
    return marks in _ALONE or (len(marks) > 1 and _QUOTES.issuperset(marks)) or words(cell) in _DITTO


def _repeated(
    grid: Grid, first_row: int, column: int, marks: set[Cell], heading: str
) -> Iterator[tuple[tuple[int, int], Cell]]:
    above: Cell = ""
    for place in range(first_row, len(grid.rows)):
        cell = grid.rows[place][column]
        if cell in marks:
            yield (place, column), above  # under a blank it repeats the blank: nobody knows
        elif cell not in ("", heading):
            above = cell
        elif cell == "" and _is_record(grid.rows[place]):
            above = ""


def _is_record(row: Sequence[Cell]) -> bool:
    """More stands in it than the title of the rows below."""
    return len(row) - row.count("") > 1
