"""A list without a column of counts whose descriptions say them: "20x iPad Air"."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.reading import Evidence, IgnoredRow
from planning.inventory.recognise.layouts.body import Body, Total, UnclearPlace
from planning.inventory.recognise.layouts.described import LotRows
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.layouts.sorting import read_body
from planning.inventory.values.lines import TextLot, one_line, read_line
from planning.inventory.values.no_devices import leaves_others, names_no_device

_COUNTED: Final = re.compile(
    r"^\s*\d{1,3}\s*(?:x|st|stks?|stuks)\b|\b\d{1,3}\s*(?:x|st\.?|stks?|stuks)\s*\)?\s*$|^\s*\d{1,3}\s+[A-Za-z]",
    re.IGNORECASE,
)
_NOTED: Final = re.compile(r"\(?\s*(?P<n>[1-9]\d{0,2})\s*(?:x|st\.?|stks?|stuks|pcs|pieces)\s*\)?", re.IGNORECASE)
"""A remark that says how many there are and nothing else."""
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
    if column is None or len(rows) > _MOST_ROWS:
        return None
    if not any(_counts(plan.grid.rows[place][column]) or _noted(plan, place) for place in rows):
        return None
    found = LotRows()
    found.body = _moved(read_body(plan), plan, column, found)
    arranged = found.plan(plan, "lots", plan.score)
    arranged = replace(arranged, empty_count_is_one=True)
    known = ", ".join(c.header for c in plan.columns if c.field and c.header)
    evidence = Evidence("headings", {"row": str(plan.grid.row_number(plan.first_row - 1)), "headings": known})
    return Proposal("lots", arranged.score, (arranged,), (evidence,))


def _moved(body: Body, plan: ListPlan, column: int, found: LotRows) -> Body:
    """What the list as it stands is sorted into, with a row for every lot of a description."""
    grid = plan.grid
    starts: dict[int, int] = {}  # row of the list -> the first row arranged from it
    none: list[int] = []
    left = {u.row: u for u in body.unclear}
    places = sorted({*body.records, *(place for place in range(len(grid.rows)) if grid.row_number(place) in left)})
    for place in places:
        text = one_line(grid.rows[place][column])
        line = read_line(text)
        starts[place] = len(found.rows)
        if names_no_device(text):
            if any(lot.sure and lot.kind != "other" for lot in line.lots):
                left[grid.row_number(place)] = UnclearPlace(grid.row_number(place))  # "installatie 8 digiborden"
            else:
                none.append(place)
        elif leaves_others(text):
            left[grid.row_number(place)] = UnclearPlace(grid.row_number(place))
        elif line.lots and (place in body.records or any(lot.sure for lot in line.lots)):
            found.add(plan, place, column, _with_noted(line.lots, _noted(plan, place)))
            left.pop(grid.row_number(place), None)
        elif line.unclear:
            left[grid.row_number(place)] = UnclearPlace(grid.row_number(place))
        elif place in body.records:
            found.as_written(plan, place)

    def at(place: int) -> int:
        """The first arranged row of what stands in a row of the list, or below it."""
        return next((starts[p] for p in places if p >= place), len(found.rows))

    sections: dict[int, Mapping[str, str]] = {}
    for place in sorted(body.sections):
        before = at(place) - 1
        sections[before] = {**sections.get(before, {}), **body.sections[place]}
    return replace(
        body,
        records=[],
        unclear=list(left.values()),
        ignored=[*body.ignored, *(IgnoredRow(grid.name, grid.row_number(place), "no_device") for place in none)],
        sections=sections,
        totals=[replace(total, below=at(total.below), members=_members(total, at)) for total in body.totals],
    )


def _noted(plan: ListPlan, place: int) -> str:
    """How many devices the remark of a row says it holds, "10 stuks"; "" where it says more, or nothing."""
    notes = (clean(plan.grid.rows[place][column]) for column in plan.fields.get("note", ()))
    return next((found["n"] for note in notes if (found := _NOTED.fullmatch(note))), "")


def _with_noted(lots: Sequence[TextLot], count: str) -> Sequence[TextLot]:
    """The one lot of a description that does not count it, with the count of its remark."""
    return [replace(lots[0], count=count, sure=True)] if count and len(lots) == 1 and not lots[0].sure else lots


def _members(total: Total, at: Callable[[int], int]) -> frozenset[int] | None:
    if total.members is None:
        return None
    return frozenset(row for place in total.members for row in range(at(place), at(place + 1)))


def _counts(cell: Cell) -> bool:
    text = one_line(cell)
    if not _COUNTED.search(text):
        return False
    return any(lot.sure and lot.count not in ("0", "1") for lot in read_line(text).lots)
