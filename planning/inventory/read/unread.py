"""Cells from which no device was read, looked at once more: what may be of a device is asked, column by column."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from planning.core.text import Cell, clean, folded, tokens
from planning.inventory.read.findings import Finding
from planning.inventory.reading import SheetColumn
from planning.inventory.recognise.headings import LEFT_OUT, read_heading
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.values.claims import residue
from planning.inventory.values.devices import knows_model, names_model
from planning.inventory.values.issue import DROPPED, Issue, Option
from planning.inventory.values.lines import counts_more, read_line
from planning.inventory.values.no_devices import names_no_device
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
_FEW_ROWS: Final = 2000  # in which it is worth a closer look
_SURELY: Final = 6  # letters and digits of a serial number that needs no closer look
_NAMES_DEVICES: Final = ("kind", "brand", "model", "brand_and_model", "note")
_EXPLAINED: Final = frozenset({"header", "title", "total", "section", "none", "other_table"})
"""Rows that are, as a whole, what they are called."""
Serials = Callable[[], Collection[str]]
"""Gives the keys of the serial numbers that were read; asked only where a cell looks like one."""


@dataclass(frozen=True, slots=True)
class CellQuestion:
    """A question about cells of one column, and where all of them stand."""

    finding: Finding
    cells: tuple[Place, ...]


def unread_cells(grid: Grid, own: Sequence[tuple[ListPlan, Body]], serials: Serials) -> list[CellQuestion]:
    """What the cells of a sheet hold that no list on it took. `serials`: of the whole workbook."""
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


def _out_of_column(sheet: Grid, plan: ListPlan, body: Body, serials: Serials) -> list[CellQuestion]:
    """Values that slid into another column: a serial number where none is asked, cells right of all headings."""
    grid = plan.grid
    if plan.body is not None or not body.records:
        return []
    found = [_question(sheet, _SERIAL, places) for places in _slid_serials(plan, body, serials)]
    found += [_question(sheet, _DEVICE, places) for places in _columns_of_devices(plan, body)]
    headed = [place for place, heading in plan.headings.items() if heading.text]
    last = max(headed, default=0)
    # In a csv a comma too many makes a row too wide; elsewhere remarks stand there.
    if not grid.looks and headed and plan.header_rows and len(grid.rows[body.records[0]]) > last + 1:
        wide = [(r + grid.top, last + 1 + grid.left) for r in body.records if any(grid.rows[r][last + 1 :])]
        found += [_question(sheet, _WIDE, wide)] if wide else []
    return found


def _columns_of_devices(plan: ListPlan, body: Body) -> Iterator[list[Place]]:
    """The cells of columns under headings nobody knows that name other models than their rows do."""
    grid = plan.grid
    read = {place for places in plan.fields.values() for place in places}
    read |= {*plan.people, *plan.gone, *plan.parts, *plan.moments, *(second.place for second in plan.seconds)}
    named = [place for name in _NAMES_DEVICES for place in plan.fields.get(name, ())]
    for place, heading in plan.headings.items():
        if not heading.text or heading.field is not None or place in read or len(body.records) > _FEW_ROWS:
            continue
        cells = [(record, cell) for record in body.records if (cell := clean(grid.rows[record][place]))]
        other = [r for r, text in cells if names_model(text) and not _is_told(text, grid.rows[r], named)]
        if len(other) > 1 and 2 * len(other) > len(cells):
            yield [(record + grid.top, place + grid.left) for record in other]


def _is_told(text: str, row: Sequence[Cell], named: Sequence[int]) -> bool:
    """Half of its words at least stand where the row names its device: "HP-250G6" is the number of an article."""
    own = set(tokens(text))
    return 2 * len(own.intersection(tokens(" ".join(clean(row[place]) for place in named)))) >= len(own)


def _slid_serials(plan: ListPlan, body: Body, serials: Serials) -> Iterator[list[Place]]:
    """By column the cells that hold a serial number in rows whose own column of them holds none."""
    grid, serial = plan.grid, plan.column("serial")
    if serial is None:
        return
    cells = grid.column(serial)
    others = [  # nearly all hold a plain one
        record
        for record in body.records
        if not (isinstance(cell := cells[record], str) and len(cell) >= _SURELY and cell.isalnum())
    ]
    without = [record for record in others if read_serial(cells[record]) is None]
    passed = {*plan.people, serial, *(p for name in _NAMES_DEVICES for p in plan.fields.get(name, ()))}
    passed |= {place for place, heading in plan.headings.items() if heading.field in LEFT_OUT}
    width = len(grid.rows[without[0]]) if without else 0
    for place in sorted(set(range(width)) - passed):
        texts = {cell for record in without if isinstance(cell := grid.rows[record][place], str) and cell}
        slid = {text for text in texts if _is_new_serial(text, serials)}
        if slid:
            yield [(r + grid.top, place + grid.left) for r in without if grid.rows[r][place] in slid]


def _is_new_serial(cell: str, serials: Serials) -> bool:
    text = clean(cell)
    return is_plainly_serial(text) and serial_key(text) not in serials() and not knows_model(text)


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


def _asked(cell: Cell, serials: Serials, *, beside: bool) -> Issue | None:
    """What a text may say of a device; None where it says nothing. `beside`: devices were read from its row."""
    if not isinstance(cell, str) or not (text := clean(cell)):
        return None
    if is_plainly_serial(text):
        return None if serial_key(text) in serials() or knows_model(text) else _SERIAL
    if SERVICES.search(folded(text)) or text.endswith(":") or read_heading(text).field:
        return None
    if names_no_device(text):
        return None  # "hoesje kapot van 1 iPad"
    lots = read_line(text).lots
    if any(lot.sure and lot.count not in ("", "0") and (lot.kind or names_model(lot.device)) for lot in lots):
        return _DEVICE
    if counts_more(text) or (beside and names_model(text)):
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
