"""A matrix: kinds against places or years, either way round, and in every cell how many.

Its columns are called as in the sheet: ("Blad1", "C") says what column C is, a count or a field of the whole row.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import clean, tokens, word_set
from planning.inventory.reading import Evidence, SheetColumn
from planning.inventory.recognise.headings import Heading, read_heading
from planning.inventory.recognise.layouts.axes import KIND
from planning.inventory.recognise.layouts.crossing import Crossing, is_in_order
from planning.inventory.recognise.layouts.lines_above import lines_above
from planning.inventory.recognise.layouts.matrix_columns import find_crossings
from planning.inventory.recognise.layouts.matrix_rows import SECOND_PLACE, Statements, read_rows
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.layouts.tallies import with_tallies_counted
from planning.inventory.recognise.sections import of_sheet_name
from planning.inventory.values.people import place_without_names
from planning.inventory.values.totals import is_total
from planning.workbooks.columns import column_letters
from planning.workbooks.grid import Grid, Mark, Origin, Place, is_larger
from planning.workbooks.model import Problem

FIELDS: Final = (
    "kind", "brand_and_model", "brand", "model", "count", "purchased", "price", "status", "audience", "location",
    SECOND_PLACE, "school", "serial", "support_until", "note",
)  # fmt: skip
"""Columns of the rearranged sheet."""
_SURE: Final = 0.97
_WANTED: Final = word_set(
    "begroting vervanging vervangingsplan vervangen planning meerjarenplanning investeringsplan investering budget "
    "wensen wenslijst gewenst nodig benodigd offerte prijslijst licenties bestellen bestelling toekomst"
)
"""Words in a title that make the numbers those of devices somebody wants, not of those that are there."""
_MOST_ROWS: Final = 2000
_SHOWN: Final = 4


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet with kinds across and something down the side, or kinds down the side and places or years across."""
    grid = seen.grid
    if is_larger(grid.rows, _MOST_ROWS) or (seen.header and seen.header.is_of_devices_one_by_one):
        return None
    grid = with_tallies_counted(grid)
    crossings = find_crossings(grid, seen.corrections)
    plans = []
    for number, (part, crossing) in enumerate(crossings):
        above = crossings[number - 1] if number and crossings[number - 1][0] is part else None
        plans.append(_plan(part, crossing, above[1].end if above else 0))
    if not any(plan.grid.rows for plan in plans):
        return None
    titles = " ".join([grid.name, *(plans[0].body.above if plans[0].body else ())])
    wanted = _WANTED.intersection(tokens(titles))
    return Proposal("matrix", _SURE, tuple(plans), (_evidence(*crossings[0]),), sure=not wanted)


def _evidence(grid: Grid, first: Crossing) -> Evidence:
    across = [clean(grid.rows[first.header][one.top]) for one in first.counted]
    down = [clean(row[first.label]) for row in grid.rows[first.first : first.end]]
    kinds, places = (across, down) if first.axis == KIND else (down, across)
    return Evidence("kinds_and_places", {"kinds": _some(kinds), "places": _some(places)})


def _some(texts: Iterable[str]) -> str:
    shown = list(dict.fromkeys(name for text in texts if not is_total(text) and (name := place_without_names(text))))
    return ", ".join(shown[:_SHOWN]) + (", …" if len(shown) > _SHOWN else "")


def _plan(grid: Grid, crossing: Crossing, start: int) -> ListPlan:
    found = read_rows(grid, crossing, start)
    names = [name for name in FIELDS if any(name in device for device in found.devices)]
    fields: dict[str, tuple[int, ...]] = {}
    for place, name in enumerate(names):
        own = "location" if name == SECOND_PLACE else name
        fields[own] = (*fields.get(own, ()), place)
    return ListPlan(
        layout="matrix",
        score=_SURE,
        grid=rearranged(grid, found.devices, found.places, names),
        header_rows=(),
        columns=tuple(_columns(grid, crossing)),
        fields=fields,
        headings={places[0]: _heading(grid, crossing, name) for name, places in fields.items()},
        context=of_sheet_name(grid.name),
        body=replace(
            found.body,
            records=list(range(len(found.devices))),
            above=lines_above(grid.rows[start : crossing.header]),
            problems=[_of_ticks(grid, column, rows) for column, rows in found.ticks.items()],
        ),
    )


def _of_ticks(grid: Grid, column: int, rows: list[int]) -> Problem:
    """That ticks were counted, said once for each column."""
    written = clean(grid.rows[rows[0]][column])
    at = column_letters(column + 1)
    return Problem(grid.name, rows[0] + 1, at, "info", "count-ticked", written, {"n": str(len(rows))})


def rearranged(grid: Grid, devices: Sequence[Statements], places: list[Place], names: Sequence[str]) -> Grid:
    """A row for every cell that counts something."""
    return replace(
        grid,
        rows=[[device[name][0] if name in device else "" for name in names] for device in devices],
        hidden_rows=(),
        marks=_marks(grid, places),
        top=0,
        left=0,
        origins=tuple(
            Origin(row, column, tuple(device[name][1] if name in device else None for name in names))
            for device, (row, column) in zip(devices, places, strict=True)
        ),
        labels=tuple(names),
    )


def _marks(grid: Grid, places: list[Place]) -> dict[Place, Mark]:
    """The looks of single cells: what a whole row or column has is how the matrix looks, as headings have."""
    marks = {place: mark for place in places if (mark := grid.marks.get(place))}

    def is_common(place: Place, side: int) -> bool:
        beside = [other for other in places if other[side] == place[side]]
        same = sum(other in marks and marks[other].fill == marks[place].fill for other in beside)
        return len(beside) > 1 and 2 * same > len(beside)

    return {
        place: replace(mark, fill=None) if mark.fill and (is_common(place, 0) or is_common(place, 1)) else mark
        for place, mark in marks.items()
    }


def _heading(grid: Grid, crossing: Crossing, name: str) -> Heading:
    """The heading a field is read under, for what it says of its values: a bare 7 under "groep", prices with VAT."""
    row = next((row for row, own in crossing.of_columns.items() if own == name), None)
    if row is not None:
        return read_heading(clean(grid.rows[row][crossing.label]))
    column = next((column for column, own in crossing.attributes.items() if own == name), None)
    text = "" if column is None else clean(grid.rows[crossing.header][column])
    across = [clean(grid.rows[crossing.header][one.top]) for one in crossing.counted]
    down = [clean(row[crossing.label]) for row in grid.rows[crossing.first : crossing.end]]
    if name == "location" and (is_in_order(across) if crossing.axis != KIND else not text and is_in_order(down)):
        text = "groep"
    return read_heading(text) if text else Heading("", name, 1.0)


def _columns(grid: Grid, crossing: Crossing) -> list[SheetColumn]:
    """What each column of the sheet is read as."""
    fields = {
        **dict.fromkeys([*(one.column for one in crossing.counted), *crossing.parts, *crossing.of_which], "count"),
        **{column: name for column, (_, name) in crossing.of_group.items()},
        **crossing.attributes,
    }
    heads = [row for row in (crossing.header, crossing.subs) if row is not None]
    found = []
    for column in range(len(grid.rows[0])):
        header = " ".join(name for row in heads if (name := place_without_names(clean(grid.rows[row][column]))))
        if header or column in fields or any(line[column] != "" for line in grid.rows[crossing.first : crossing.end]):
            why = None if column in fields else crossing.unused.get(column, "not_a_device_field")
            found.append(SheetColumn(grid.name, column_letters(column + 1), header, fields.get(column), why))
    return found
