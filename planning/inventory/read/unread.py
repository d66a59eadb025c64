"""Cells from which no device was read, looked at once more: what may be of a device is asked, column by column."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.read.findings import Finding
from planning.inventory.reading import SheetColumn
from planning.inventory.recognise.headings import LEFT_OUT, read_heading
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.claims import residue
from planning.inventory.values.counts import NUMBER_WORDS
from planning.inventory.values.devices import knows_model, names_model
from planning.inventory.values.issue import DROPPED, Issue, Option
from planning.inventory.values.lines import read_line
from planning.inventory.values.redaction import known_part
from planning.inventory.values.serials import is_plainly_serial, read_serial, serial_key
from planning.inventory.values.services import SERVICES
from planning.inventory.values.status import read_remark
from planning.workbooks.columns import column_letters, column_number
from planning.workbooks.grid import Grid, Place
from planning.workbooks.model import Choice, Problem

_LEAVE: Final = (Option(Choice("leave_out"), {DROPPED: True}),)
_SERIAL: Final = Issue("row-beside-serial", "must", options=_LEAVE)
_DEVICE: Final = Issue("row-beside-device", "must", options=_LEAVE)
_WIDE: Final = Issue("row-shifted", "must", options=_LEAVE)
_STATE: Final = Issue("row-beside-state", "must", options=_LEAVE)
_NAMES_DEVICES: Final = ("kind", "brand", "model", "brand_and_model", "note")
_EXPLAINED: Final = frozenset({"header", "title", "total", "section", "none"})
"""Rows that are, as a whole, what they are called."""
_MORE_OF_THEM: Final = re.compile(
    rf"\b(?:er|nog|ook|idem|dito|zelfde|dezelfde|another|same|also)\b.*\b(?:\d{{1,3}}|{'|'.join(NUMBER_WORDS)})\b"
    rf"|\b(?:\d{{1,3}}|{'|'.join(word for word in NUMBER_WORDS if word not in ('een', 'one'))})\s+"
    r"(?:stuks|zelfde|dezelfde|ervan|idem|dito|of the same)\b"
)
"""A number of the devices that were spoken of before: "Groep 6 heeft er 8, zelfde soort"."""


@dataclass(frozen=True, slots=True)
class CellQuestion:
    """A question about cells of one column, and where all of them stand."""

    finding: Finding
    cells: tuple[Place, ...]


def unread_cells(grid: Grid, own: Sequence[tuple[ListPlan, Body]], serials: Collection[str]) -> list[CellQuestion]:
    """What the cells of a sheet hold that no list on it took. `serials`: keys of the serial numbers that were read."""
    found: dict[tuple[int, str], list[Place]] = {}
    issues = {}
    devices = {row for plan, _ in own for row, _ in plan.taken}
    for row, column in _left(grid, own):
        issue = _asked(grid.rows[row][column], serials, beside=row in devices)
        if issue:
            issues[issue.code] = issue
            found.setdefault((column, issue.code), []).append((row, column))
    questions = [_question(grid, issues[code], places) for (_, code), places in found.items()]
    return questions + [one for plan, body in own for one in _out_of_column(grid, plan, body, serials)]


def _out_of_column(sheet: Grid, plan: ListPlan, body: Body, serials: Collection[str]) -> list[CellQuestion]:
    """Values that slid into another column: a serial number where none is asked, cells right of all headings."""
    if plan.body is not None or plan.grid.origins:
        return []
    grid = plan.grid
    serial = plan.fields.get("serial", ())
    passed = {*plan.people, *serial, *(p for name in _NAMES_DEVICES for p in plan.fields.get(name, ()))}
    passed |= {place for place, heading in plan.headings.items() if heading.field in LEFT_OUT}
    last = max((place for place, heading in plan.headings.items() if heading.text), default=0)
    slid, wide = dict[int, list[Place]](), list[Place]()
    for record in body.records:
        line = grid.rows[record]
        if not any(read_serial(line[place]) for place in serial):
            for place, cell in enumerate(line):
                if place not in passed and isinstance(cell, str) and _is_new_serial(cell, serials):
                    slid.setdefault(place, []).append((record + grid.top, place + grid.left))
        if not grid.looks and plan.header_rows and any(line[last + 1 :]):  # a csv; elsewhere remarks stand there
            wide.append((record + grid.top, last + 1 + grid.left))
    found = [_question(sheet, _SERIAL, places) for places in slid.values()]
    return found + ([_question(sheet, _WIDE, wide)] if wide else [])


def _is_new_serial(cell: str, serials: Collection[str]) -> bool:
    text = clean(cell)
    return is_plainly_serial(text) and serial_key(text) not in serials and not knows_model(text)


def _question(grid: Grid, issue: Issue, places: Sequence[Place]) -> CellQuestion:
    row, column = places[0]
    problem = Problem(
        sheet=grid.name,
        row=row + 1,
        column=column_letters(column + 1),
        severity=issue.severity,
        code=issue.code,
        as_written=known_part(clean(grid.rows[row][column])),
        values={"n": str(len(places))},
        choices=tuple(option.choice for option in issue.options),
    )
    return CellQuestion(Finding(problem, None, issue.options), tuple(places))


def _asked(cell: Cell, serials: Collection[str], *, beside: bool) -> Issue | None:
    """What a text may say of a device; None where it says nothing. `beside`: devices were read from its row."""
    if not isinstance(cell, str) or not (text := clean(cell)):
        return None
    if is_plainly_serial(text):
        return None if serial_key(text) in serials or knows_model(text) else _SERIAL
    if SERVICES.search(folded(text)) or text.endswith(":") or read_heading(text).field:
        return None
    lots = read_line(text).lots
    if any(lot.sure and lot.count not in ("", "0") and (lot.kind or names_model(lot.device)) for lot in lots):
        return _DEVICE
    if _MORE_OF_THEM.search(folded(text)) or (beside and names_model(text)):
        return _DEVICE
    tells = read_remark(text).status not in (None, "in_use") or residue(text).tells
    return _STATE if beside and tells else None


def _is_explained(column: SheetColumn) -> bool:
    """Its heading says that it is of people, or of something that is no device."""
    return column.field is None and read_heading(column.header).field in LEFT_OUT


def _left(grid: Grid, own: Sequence[tuple[ListPlan, Body]]) -> Iterator[Place]:
    """The filled cells that no list took and that neither their row nor their heading explains."""
    taken: set[Place] = set()
    explained: set[int] = set()
    passed: set[int] = set()
    for plan, body in own:
        asked = {unclear.row for unclear in body.unclear} | {total.row for total in body.totals}
        explained |= asked | {row.row for row in body.ignored if row.why in _EXPLAINED}
        explained |= {plan.grid.row_number(row) for row in plan.header_rows}
        passed |= {column_number(c.column) - 1 for c in plan.columns if c.column.isalpha() and _is_explained(c)}
        taken |= plan.taken
    if not any(plan.grid.origins for plan, _ in own):
        return
    for row, line in enumerate(grid.rows):
        if row + 1 not in explained:
            for column, cell in enumerate(line):
                if cell != "" and column not in passed and (row, column) not in taken:
                    yield row, column
