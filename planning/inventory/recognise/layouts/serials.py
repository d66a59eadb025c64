"""Serial numbers and little else: a column or a grid of them, with what they are in a title or over each column."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planning.core.text import Cell, clean, tokens
from planning.inventory.reading import Evidence
from planning.inventory.recognise.headings import read_heading
from planning.inventory.recognise.layouts.body import Body, Total, of_total
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView
from planning.inventory.recognise.sections import counted_in, naming, of_heading, of_sheet_name
from planning.inventory.values.beside import serial_and_rest
from planning.inventory.values.devices import kind_named, knows_model, names_model
from planning.inventory.values.redaction import known_part
from planning.inventory.values.totals import is_total
from planning.workbooks.grid import Grid, Origin, Place, is_blank

_FIELDS: Final = ("serial", "kind", "brand_and_model", "location", "status", "audience", "purchased")
_SERIAL: Final = re.compile(r"(?=(?:[A-Z0-9]*\d){2})(?=[A-Z0-9]*[A-Z])[A-Z0-9]{6,24}")
_LIKE_OTHERS: Final = re.compile(r"[A-Z0-9]{10,24}")
_OPENING: Final = 2  # letters in which numbers of one maker are the same
_NUMBER_WORDS: Final = frozenset({"nr", "nrs", "nummer", "no", "num"})
_FEWEST: Final = 4
_IN_TITLE: Final = 4  # cells
_MOSTLY: Final = 0.6  # of the cells below the first serial number
_SEARCHED: Final = 200  # rows that show whether a sheet is one


@dataclass(slots=True)
class _SerialRows:
    """The devices so far, and what the other rows are."""

    rows: list[list[Cell]] = field(default_factory=list)
    lines: list[tuple[int, str, int]] = field(default_factory=list)  # row, what it says of all below, devices above it
    origins: list[Origin] = field(default_factory=list)
    section: tuple[Place, str] | None = None  # the last line that stands alone over devices, and where
    body: Body = field(default_factory=Body)


def recognise(seen: SheetView) -> Proposal | None:
    """A sheet without headings of a list, most of whose cells are serial numbers."""
    grid = seen.grid
    if seen.header is not None:
        return None
    first = next((row for row, line in enumerate(grid.rows[:_SEARCHED]) if any(map(_is_serial, line))), None)
    if first is None:
        return None
    shown = grid.rows[first : first + _SEARCHED]
    numbered = _own_numbers(shown)
    alike = _openings(shown)
    heads = [line for line in grid.rows[:first] if not is_blank(line)]  # they come again over each block
    lines = [line for line in shown if line not in heads]
    cells = [cell for line in lines for column, cell in enumerate(line) if cell != "" and column not in numbered]
    serials = sum(_is_serial(cell, alike) for cell in cells)
    if serials < _FEWEST or serials < _MOSTLY * len(cells):
        return None
    found = _read(_with_titles_joined(grid), first, numbered, alike)
    used = [place for place in range(len(_FIELDS)) if place == 0 or any(row[place] != "" for row in found.rows)]
    plan = ListPlan(
        layout="serials",
        score=round(serials / len(cells), 2),
        grid=replace(
            grid,
            rows=[[row[place] for place in used] for row in found.rows],
            origins=tuple(Origin(o.row, o.column, tuple(o.cells[place] for place in used)) for o in found.origins),
            labels=tuple(_FIELDS[place] for place in used),
        ),
        header_rows=(),
        columns=(),
        fields={_FIELDS[name]: (place,) for place, name in enumerate(used)},
        context=of_sheet_name(grid.name),
        empty_count_is_one=True,
        body=replace(found.body, records=list(range(len(found.rows)))),
    )
    return Proposal("serials", plan.score, (plan,), (Evidence("serials", {"n": str(serials)}),))


def _with_titles_joined(grid: Grid) -> Grid:
    """The sheet with a title that was written in several cells in one: "KAR 1 | Acer C740 | sept 2015".

    It names one device, and beside it when that was bought: headings of columns do not.
    """
    rows = list(grid.rows)
    for row, line in enumerate(grid.rows):
        texts = {column: text for column, cell in enumerate(line) if cell != "" and (text := clean(cell))}
        if not 1 < len(texts) <= _IN_TITLE or any(map(_is_serial, line)):
            continue
        named = [column for column, text in texts.items() if knows_model(text)]
        dated = [column for column, text in texts.items() if of_heading(text).keys() == {"purchased"}]
        if len(named) == 1 and dated and named != dated:
            rows[row] = ["" if column != named[0] else " - ".join(texts.values()) for column in range(len(line))]
    return replace(grid, rows=rows)


def _own_numbers(rows: Sequence[Sequence[Cell]]) -> frozenset[int]:
    """The columns of what a school numbers its devices by: left of every column of serial numbers, no number twice."""
    of_serials = {column for line in rows for column, cell in enumerate(line) if _is_serial(cell)}
    numbers = {column - 1: [line[column - 1] for line in rows if line[column - 1] != ""] for column in of_serials}
    told_apart = all(
        column >= 0 and len(found) > 1 and len(set(found)) == len(found) and all(map(_is_number, found))
        for column, found in numbers.items()
    )
    return frozenset(numbers) if told_apart else frozenset()


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) or (isinstance(cell, str) and clean(cell).isdecimal())


def _read(grid: Grid, first: int, numbered: frozenset[int], alike: frozenset[tuple[int, str]]) -> _SerialRows:
    found = _SerialRows()
    titles = [text for line in grid.rows[:first] for cell in line if (text := clean(cell))]
    found.body.above = titles
    titled = _titled(grid, first)
    header = next((row for row in range(first - 1, -1, -1) if not is_blank(grid.rows[row])), None)
    headed = header is not None and sum(cell != "" for cell in grid.rows[header]) > 1
    over: dict[int, tuple[Place, str]] = {}
    for row in range(first):
        if not is_blank(grid.rows[row]):
            found.body.ignore(grid.name, row + grid.top, "header" if headed and row == header else "title")
            found.lines += [(row, text, 0) for cell in grid.rows[row][:1] if (text := clean(cell))]
    for row, line in enumerate(grid.rows):
        texts = {column: text for column, cell in enumerate(line) if cell != "" and (text := clean(cell))}
        serials = [column for column in texts if _is_serial(line[column], alike)]
        if not serials:
            _without_serial(grid, row, texts, over, found, below=row >= first)
            continue
        label = min(texts.keys() - numbered)
        beside = (label, texts[label]) if label not in serials and label < serials[0] else None
        section = _said(found.section, None, row, {})
        if "brand_and_model" in section:  # what the lines over the first devices say of them holds no longer
            found.body.above, titled = [], {}
        over_all = titled | section
        for column in serials:
            heading = over.get(column) or (over.get(column - 1) if column - 1 in numbered else None)
            said = _said(heading, beside, row, over_all)
            other = heading is not None and heading[0][0] >= first and "brand_and_model" in said
            if other:
                found.body.above = []
            _add(grid, found, (row, column), section | said if other else over_all | said)
    _add_totals(grid, found)
    return found


def _titled(grid: Grid, first: int) -> dict[str, tuple[Place | None, str]]:
    """What the lines over all serial numbers say of them, where one names a device."""
    for row, line in enumerate(grid.rows[:first]):
        for column, cell in enumerate(line):
            if (text := clean(cell)) and (kind_named(text) or names_model(text)):
                return {name: ((row, column), value) for name, value in naming(text).items()}
    return {}


def _add_totals(grid: Grid, found: _SerialRows) -> None:
    """What a line says stands below it: "HP ProDesk 600 - 6 stuks" is a total, up to the next such line."""
    lines = [(row, text, above, counted_in(text)) for row, text, above in found.lines]
    for place, (row, text, above, stated) in enumerate(lines):
        end = next((after for _, _, after, _ in lines[place + 1 :] if after > above), len(found.rows))
        if stated is not None:
            at, written = grid.label(0), known_part(text)
            members = frozenset(range(above, end))
            found.body.totals.append(Total(grid.row_number(row), at, written, stated, members=members))


def _without_serial(
    grid: Grid,
    row: int,
    texts: Mapping[int, str],
    over: dict[int, tuple[Place, str]],
    found: _SerialRows,
    *,
    below: bool,
) -> None:
    """A row over serial numbers names what stands under each; alone between them, all of it."""
    if not texts:
        return
    if below and any(map(is_total, texts.values())):
        text = " ".join(texts.values())
        found.body.totals.append(of_total(text, grid.row_number(row), grid.label(min(texts)), len(found.rows)))
        return
    if len(texts) == 1 and below:
        column, text = next(iter(texts.items()))
        if not of_heading(text) and not knows_model(text):
            found.body.ask(row + grid.top)
            return
        found.lines.append((row, text, len(found.rows)))
        over.clear()
        found.section = ((row, column), text)
        found.body.ignore(grid.name, row + grid.top, "section")
        return
    if below:
        found.body.ignore(grid.name, row + grid.top, "header")
    if len(texts) > 1 and not all(read_heading(text).field for text in texts.values() if not _numbers(text)):
        over.update({column: ((row, column), text) for column, text in texts.items()})


def _numbers(text: str) -> bool:
    """ "nr" over what a school numbers its devices by."""
    return frozenset(tokens(text)) <= _NUMBER_WORDS


def _said(
    over: tuple[Place, str] | None, beside: tuple[int, str] | None, row: int, above: Container[str]
) -> dict[str, tuple[Place | None, str]]:
    """Field -> where it is said, and what: by the heading over a column, and by the label of a row.

    `above`: the fields that a line over all of them says; words nobody knows are a place only where that says none.
    """
    found: dict[str, tuple[Place | None, str]] = {}
    for place, text in ((over or (None, "")), ((row, beside[0]), beside[1]) if beside else (None, "")):
        if not text:
            continue
        if names_model(text) or kind_named(text):
            found |= {name: (place, value) for name, value in naming(text).items()}
        elif says := of_heading(text):
            found |= {name: (place, value) for name, value in says.items() if name in _FIELDS}
        elif "location" not in above:
            found["location"] = (place, text)
    return found


def _add(grid: Grid, found: _SerialRows, at: Place, said: Mapping[str, tuple[Place | None, str]]) -> None:
    row: list[Cell] = [grid.rows[at[0]][at[1]]]
    cells: list[Place | None] = [(at[0] + grid.top, at[1] + grid.left)]
    for name in _FIELDS[1:]:
        place, text = said.get(name, (None, ""))
        row.append(text)
        cells.append((place[0] + grid.top, place[1] + grid.left) if place else None)
    found.rows.append(row)
    found.origins.append(Origin(at[0] + grid.top, at[1] + grid.left, tuple(cells)))


def _openings(rows: Sequence[Sequence[Cell]]) -> frozenset[tuple[int, str]]:
    """How long the serial numbers of a sheet are and how they open: another that is just so may have no digits."""
    return frozenset(_opening(cell) for line in rows for cell in line if isinstance(cell, str) and _is_serial(cell))


def _opening(cell: str) -> tuple[int, str]:
    text = clean(cell).split(" ")[0]
    return len(text), text[:_OPENING]


def _is_serial(cell: Cell, alike: Container[tuple[int, str]] = ()) -> bool:
    if isinstance(cell, str) and alike and _LIKE_OTHERS.fullmatch(clean(cell)) and _opening(cell) in alike:
        return True
    if not isinstance(cell, str) or not cell:
        return False
    text = clean(cell)
    if not _SERIAL.fullmatch(text.split(" ")[0]) or knows_model(text):
        return False
    return " " not in text or bool(serial_and_rest(cell)[1])
