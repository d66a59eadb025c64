"""A blank count where the name of the device says it: "Chromebooks (11x)", "12 x iPad"."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.values.devices import knows_model
from planning.workbooks.grid import Grid

_NAMES: Final = ("kind", "brand_and_model", "model")
_UNIT: Final = r"(?:x|st\.?|stks?\.?|stuks?|devices)"
_BEHIND: Final = re.compile(rf"(?P<name>.*?)\s*\(\s*(?P<n>\d{{1,3}})\s*{_UNIT}\s*\)", re.IGNORECASE)
_AHEAD: Final = re.compile(rf"(?P<n>\d{{1,3}})\s*{_UNIT}\s+(?P<name>\S.*)", re.IGNORECASE)


def counted_in_names(grid: Grid, first: int, fields: Mapping[str, tuple[int, ...]]) -> Grid:
    """The sheet with such numbers in the column of counts."""
    counts = fields.get("count", ())
    names = [place for name in _NAMES for place in fields.get(name, ())]
    if len(counts) != 1 or not names:
        return grid
    texts = {cell for place in names for cell in grid.distinct(place, first) if isinstance(cell, str) and cell}
    said: dict[Cell, re.Match[str]] = {
        cell: found
        for cell in texts
        if any(map(str.isdigit, cell))
        and (found := _BEHIND.fullmatch(clean(cell)) or _AHEAD.fullmatch(clean(cell)))
        and knows_model(found["name"])
    }
    if not said:
        return grid
    rows = list(grid.rows)
    for row in range(first, len(rows)):
        told = [place for place in names if rows[row][place] in said]
        if rows[row][counts[0]] == "" and len(told) == 1:
            found = said[rows[row][told[0]]]
            line = list(rows[row])
            line[told[0]], line[counts[0]] = found["name"], int(found["n"])
            rows[row] = line
    return replace(grid, rows=rows)
