"""A list without a column of counts whose descriptions say them: "20x iPad Air"."""

import re
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.reading import Evidence
from planning.inventory.recognise.layouts.described import LotRows
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.values.lines import read_line
from planning.inventory.values.services import is_accessory
from planning.inventory.values.totals import is_total
from planning.workbooks.grid import is_blank

_COUNTED: Final = re.compile(
    r"^\s*\d{1,3}\s*(?:x|st|stks?|stuks)\b|\b\d{1,3}\s*(?:x|st\.?|stks?|stuks)\s*\)?\s*$|^\s*\d{1,3}\s+[A-Za-z]",
    re.IGNORECASE,
)
_DESCRIBES: Final = ("brand_and_model", "model", "kind")
_MOST_ROWS: Final = 2000  # nobody types more of these by hand, and reading text takes time


def recognise(seen: SheetView) -> Proposal | None:
    """A flat list some of whose rows hold several devices, and say so in words."""
    plan = seen.plan("lots")
    if plan is None:
        return None
    if {"count", "serial"} & plan.fields.keys():
        return None
    column = next((place for name in _DESCRIBES if (place := plan.column(name)) is not None), None)
    rows = range(plan.first_row, len(plan.grid.rows))
    if column is None or len(rows) > _MOST_ROWS or not any(_counts(plan.grid.rows[place][column]) for place in rows):
        return None
    found = LotRows()
    for place, row in enumerate(plan.grid.rows):
        if is_blank(row):
            continue
        if place < plan.first_row:
            found.set_aside(plan.grid, place, "header" if place in plan.header_rows else "title")
            continue
        filled = [text for cell in row if cell != "" and (text := clean(cell))]
        line = read_line(clean(row[column]))
        if is_accessory(clean(row[column])):
            found.set_aside(plan.grid, place, "no_device")
        elif line.lots and (len(filled) > 1 or any(lot.sure for lot in line.lots)):
            found.add(plan, place, column, line.lots)
        elif len(filled) <= 1 or any(map(is_total, filled)):
            return None  # headings between the rows, totals: the list as it stands is read better
        elif line.unclear or not filled:
            found.ask(plan, place)
        else:
            found.as_written(plan, place)
    arranged = found.plan(plan, "lots", plan.score)
    arranged = replace(arranged, empty_count_is_one=True)
    known = ", ".join(c.header for c in plan.columns if c.field and c.header)
    evidence = Evidence("headings", {"row": str(plan.grid.row_number(plan.first_row - 1)), "headings": known})
    return Proposal("lots", arranged.score, (arranged,), (evidence,))


def _counts(cell: Cell) -> bool:
    text = clean(cell)
    if not _COUNTED.search(text):
        return False
    return any(lot.sure and lot.count not in ("0", "1") for lot in read_line(text).lots)
