"""A list whose headings stand below devices: somebody sorted them along, or wrote them on the last line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.recognise.headings import HeaderRow, find_header
from planning.inventory.values.devices import kind_named, knows_model
from planning.inventory.values.serials import is_plainly_serial
from planning.workbooks.grid import Grid, Origin

_MOST_ROWS: Final = 2000
_FEWEST: Final = 3  # fields of a device that stands above its headings; titles of lists are all of one
_NAMING: Final = frozenset({"kind", "brand_and_model", "model"})


def with_headings_first(grid: Grid, header: HeaderRow | None) -> tuple[Grid, HeaderRow | None]:
    """The sheet with the devices above its headings below them; as it is where none stand there."""
    if header is None or len(header.rows) > 1 or header.rows[0] == 0 or len(grid.rows) > _MOST_ROWS:
        return grid, header
    place = header.rows[0]
    above = [row for row in range(place) if _is_device(grid.rows[row], header)]
    if not above:
        return grid, header
    titles = [row for row in range(place) if row not in above]
    order = [*titles, place, *above, *range(place + 1, len(grid.rows))]
    rows = [grid.rows[row] for row in order]
    origins = tuple(
        Origin(row + grid.top, None, tuple((row + grid.top, grid.left + column) for column in range(len(line))))
        for row, line in zip(order, rows, strict=True)
    )
    moved = replace(grid, rows=rows, origins=origins)
    return moved, find_header(moved.rows)


def _is_device(row: Sequence[Cell], header: HeaderRow) -> bool:
    """Under the headings the row would be a device: what it is, or its serial number, stands where they ask for it."""
    told = [
        (heading.field, clean(cell))
        for heading, cell in zip(header.headings, row, strict=False)
        if cell != "" and heading.is_device_field
    ]
    named = any(name in _NAMING and (kind_named(text) or knows_model(text)) for name, text in told)
    numbered = any(name == "serial" and is_plainly_serial(text) for name, text in told)
    return len({name for name, _ in told}) >= _FEWEST and (named or numbered)
