"""A row below the headings that says in what they count: "(stuks)", "(€ excl. btw)"."""

from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.recognise.headings import HeaderRow, find_header
from planning.workbooks.grid import Grid

_FEWEST: Final = 2


def with_units(grid: Grid, header: HeaderRow | None) -> tuple[Grid, HeaderRow | None]:
    """The sheet with every unit written in its heading; as it is where no row holds nothing but units."""
    last = header.rows[-1] if header else len(grid.rows)
    if last + 1 >= len(grid.rows):
        return grid, header
    units = [clean(cell) if isinstance(cell, str) else "?" if cell != "" else "" for cell in grid.rows[last + 1]]
    told = [text for text in units if text]
    if len(told) < _FEWEST or not all(text.startswith("(") and text.endswith(")") for text in told):
        return grid, header
    rows = list(grid.rows)
    headings: list[Cell] = [
        f"{heading} {unit}".strip() if unit else heading for heading, unit in zip(rows[last], units, strict=True)
    ]
    rows[last], rows[last + 1] = headings, [""] * len(units)
    merged = replace(grid, rows=rows)
    return merged, find_header(merged.rows)
