"""A table on its side: the labels down one column, and a device or a lot in every column right of it.

A column of the plan is a row of the sheet and is called by its number: ("Blad1", "5") corrects what row 5 is read as.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from planning.core.text import Cell, clean, words
from planning.inventory.guidance import Corrections
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import HeaderRow, Heading, is_known, read_heading
from planning.inventory.recognise.layouts.body import Body, Total
from planning.inventory.recognise.layouts.lines_above import lines_above
from planning.inventory.recognise.layouts.lots import mostly_serials
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.plan_making import make_plan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.values.devices import knows_model
from planning.inventory.values.redaction import known_part
from planning.inventory.values.totals import is_total, stated_number
from planning.workbooks.columns import column_letters
from planning.workbooks.grid import Grid, Origin, is_larger

_SEARCHED_COLUMNS: Final = 6
_MOST_ROWS: Final = 60  # a table on its side has a row for every field
_FEWEST_LABELS: Final = 3
_IDENTITY: Final = ("kind", "brand", "model", "brand_and_model", "serial")


@dataclass(frozen=True, slots=True)
class _SideTable:
    """Where a table on its side stands, counted from 0."""

    labels: int  # the column of labels
    rows: tuple[int, ...]  # one for each field
    columns: tuple[int, ...]  # that hold devices, notes or totals
    start: int  # the first row that is not another table's
    last: bool  # what stands below belongs to it


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet with headings one below the other and no list beneath headings in a row."""
    grid = seen.grid
    if is_larger(grid.rows, _MOST_ROWS):
        return None
    tables = _tables(grid)
    plans = [plan for table in tables if (plan := _plan(grid, table, seen.corrections))]
    if not plans:
        return None
    texts = dict.fromkeys(c.header for plan in plans for c in plan.columns if c.field and c.header)
    evidence = Evidence("labels_down", {"column": column_letters(tables[0].labels + 1), "labels": ", ".join(texts)})
    across = seen.header.score if seen.header else 0.0
    down = max(sum(h.score for h in plan.headings.values() if h.is_device_field) for plan in plans)
    score = max(plan.score for plan in plans)
    # Where headings in a row are as many it is offered, and not read unasked.
    return Proposal("transposed", score, tuple(plans), (evidence,), sure=down > across)


def _tables(grid: Grid) -> list[_SideTable]:
    """The tables under the column with the most labels; where its labels come again, another table starts."""
    width = max(map(len, grid.rows), default=0)
    columns = [[row[place] for row in grid.rows] for place in range(width)]
    # Likeness takes time: only a column in which two labels at least are spelled as we know them is looked at.
    headings = [
        [_heading(cell) for cell in column] if sum(isinstance(c, str) and is_known(c) for c in column) > 1 else []
        for column in columns[:_SEARCHED_COLUMNS]
    ]
    known = [[row for row, heading in enumerate(column) if heading.is_device_field] for column in headings]
    labels = max(range(len(known)), key=lambda place: (len(known[place]), -place), default=0)
    found: list[_SideTable] = []
    start = 0
    parts = _at_repeats(known[labels], headings[labels]) if known else []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        end = len(grid.rows) if last else part[-1] + 1
        table = _table(columns, labels, part, start, end)
        if table is None:
            return []
        found.append(table)
        start = table.rows[-1] + 1
    wide = [table for table in found if sum(_substantial(columns[place], table) for place in table.columns) > 1]
    return found if 2 * len(wide) >= max(1, len(found)) else []


def _substantial(column: Sequence[Cell], table: _SideTable) -> bool:
    """More than a remark beside one of the fields."""
    return sum(column[row] != "" for row in table.rows) > 1


def _heading(cell: Cell) -> Heading:
    return read_heading(clean(cell) if isinstance(cell, str) else "")


def _at_repeats(rows: Sequence[int], headings: Sequence[Heading]) -> list[list[int]]:
    parts: list[list[int]] = []
    texts: set[str] = set()
    for row in rows:
        text = words(headings[row].text)
        if not parts or text in texts:
            parts.append([])
            texts = set()
        parts[-1].append(row)
        texts.add(text)
    return parts


def _table(
    columns: Sequence[Sequence[Cell]], labels: int, known: Sequence[int], start: int, end: int
) -> _SideTable | None:
    """A table with these labels; None where they do not describe devices, or stand again where devices should."""
    beside = range(labels + 1, len(columns))
    fields = {_heading(columns[labels][row]).field for row in known}
    named = [row for row in range(start, known[0]) if _names_devices(columns, beside, row)][-1:]
    kinds = [row for row in known if _names_devices(columns, beside, row)]
    if not (fields & set(_IDENTITY) or named) or len(fields) + len(named) < (2 if kinds else _FEWEST_LABELS):
        return None
    rows = [row for row in range(known[0], end) if columns[labels][row] != "" and _fills(columns, beside, row)]
    rows = [*named, *(row for row in rows if row not in named)]
    filled = [place for place in beside if any(columns[place][row] != "" for row in rows)]
    if not filled or any(_labels_again(columns[place], known) for place in filled):
        return None
    return _SideTable(labels, tuple(rows), tuple(filled), start, last=end == len(columns[labels]))


def _names_devices(columns: Sequence[Sequence[Cell]], places: Sequence[int], row: int) -> bool:
    """Most cells of a row name a kind, a brand or a model."""
    texts = [clean(columns[place][row]) for place in places if columns[place][row] != ""]
    return len(texts) > 1 and sum(map(knows_model, texts)) > len(texts) / 2


def _fills(columns: Sequence[Sequence[Cell]], places: Sequence[int], row: int) -> bool:
    return any(columns[place][row] != "" for place in places)


def _labels_again(column: Sequence[Cell], rows: Sequence[int]) -> bool:
    """A column of headings where devices should stand: the labels of another table beside this one."""
    fields = [_heading(column[row]).field for row in rows]
    return sum(field is not None for field in fields) >= max(2, len(rows) // 2)


def _plan(grid: Grid, table: _SideTable, corrections: Corrections) -> ListPlan | None:
    turned = _turned(grid, table, table.columns)
    header = _header(grid, table)
    plan = make_plan("transposed", turned, header, corrections)
    devices, body = _sorted_columns(grid, table, plan)
    if not devices:
        return None
    turned = _turned(grid, table, devices)
    plan = make_plan("transposed", turned, header, corrections)
    _sort_rows(grid, table, body)
    return replace(plan, empty_count_is_one="count" not in plan.fields or mostly_serials(plan), body=body)


def _header(grid: Grid, table: _SideTable) -> HeaderRow:
    headings = [_heading(grid.rows[row][table.labels]) for row in table.rows]
    if not headings[0].is_device_field:
        headings[0] = replace(headings[0], field="brand_and_model", score=1.0)  # the devices' own names, over them
    return HeaderRow((), tuple(headings))


def _turned(grid: Grid, table: _SideTable, columns: Sequence[int]) -> Grid:
    """The table with a row for every device."""
    first = table.rows[0]
    cells = [[grid.rows[row][column] for row in table.rows] for column in columns]
    origins = tuple(Origin(first, column, tuple((row, column) for row in table.rows)) for column in columns)
    names = tuple(str(row + 1) for row in table.rows)
    return replace(grid, rows=cells, hidden_rows=(), top=0, left=0, origins=origins, labels=names)


def _sorted_columns(grid: Grid, table: _SideTable, plan: ListPlan) -> tuple[list[int], Body]:
    """Which columns are devices; totals, and the cells of those that are neither."""
    devices: list[int] = []
    body = Body(above=lines_above(grid.rows[table.start : table.rows[0]]))
    names = [place for name in _IDENTITY for place in plan.fields.get(name, ())]
    counts = plan.fields.get("count", ())
    for place, column in enumerate(table.columns):
        cells = plan.grid.rows[place]
        over = [clean(grid.rows[row][column]) for row in range(table.start, table.rows[0])]
        label = next((text for text in (*over, *map(clean, cells)) if is_total(text)), None)
        if label is not None:
            at, stated = next(((p, n) for p in counts if (n := stated_number(cells[p])) is not None), (None, None))
            row = table.rows[at if at is not None else (counts or (0,))[0]]
            written = f"{known_part(label)} {stated}" if stated is not None else known_part(label)
            body.totals.append(Total(row + 1, column_letters(column + 1), written, stated))
        elif any(cells[name] != "" for name in names) or _describes(plan, cells):
            devices.append(column)
        else:
            for row, cell in zip(table.rows, cells, strict=True):
                if cell != "":
                    body.ask(row, column)
    body.records = list(range(len(devices)))
    body.totals = [replace(total, members=frozenset(body.records)) for total in body.totals]
    return devices, body


def _describes(plan: ListPlan, cells: Sequence[Cell]) -> bool:
    """Several fields of a device, though none of them names it."""
    known = [place for places in plan.fields.values() for place in places]
    return sum(cells[place] != "" for place in known) > 1 or any(knows_model(clean(cells[p])) for p in known)


def _sort_rows(grid: Grid, table: _SideTable, body: Body) -> None:
    """Over a table stand titles or numbers of its columns, below or between remarks; values without a label ask."""
    beside = range(table.labels + 1, len(grid.rows[0]))
    for row in range(table.start, len(grid.rows) if table.last else table.rows[-1] + 1):
        if row in table.rows or not any(clean(cell) for cell in grid.rows[row]):
            continue
        several = sum(grid.rows[row][place] != "" for place in beside) > 1
        if row < table.rows[0]:
            body.ignore(grid.name, row, "header" if several else "title")
        elif several:
            body.ask(row)
        else:
            body.ignore(grid.name, row, "note" if row > table.rows[-1] else "section")
