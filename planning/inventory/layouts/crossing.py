"""Where a matrix stands on a sheet: its headings across and down, and what each of its columns is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from planning.inventory.grid import Grid
from planning.inventory.headings import read_heading
from planning.inventory.layouts.axes import (
    KIND,
    PLACE,
    TOTAL,
    YEAR,
    axis_of,
    counts_nothing,
    is_bare_group,
    is_beside,
    is_count,
    is_year,
)
from planning.inventory.layouts.plan import Corrections
from planning.inventory.values.devices import knows_model
from planning.inventory.values.people import whose
from planning.inventory.values.status import read_remark
from planning.inventory.values.text import Cell, clean
from planning.inventory.values.totals import is_total

_SEARCHED_ROWS: Final = 30
_SAMPLE: Final = 60
_COUNTS: Final = 0.6  # of the cells under a heading
ATTRIBUTES: Final = frozenset(
    {"kind", "brand", "model", "brand_and_model", "purchased", "price", "status", "audience", "location", "school",
     "support_until", "note", "serial"}
)  # fmt: skip
"""Fields a column beside the counts can say of all devices of its row."""
_OF_KINDS: Final = frozenset({"brand", "model", "brand_and_model", "purchased", "price", "support_until", "note"})
"""Fields a row under the headings can say of all devices of a column."""
_STATES: Final = frozenset({"broken", "in_repair", "spare", "disposed", "missing", "ordered"})


@dataclass(frozen=True, slots=True)
class Counted:
    """A column of counts: where its heading stands, and what a second heading under it says."""

    column: int
    top: int  # column in which the heading over it is written
    sub: str = ""


@dataclass(slots=True)
class Crossing:
    """A matrix: rows of headings, what each column is, and the rows that are devices or say something of columns."""

    header: int  # row of the headings across
    subs: int | None  # row of second headings under them
    over: int | None  # row of headings over them: for whom, or where
    end: int  # one past the last row
    axis: str  # of the headings across: KIND, PLACE or YEAR
    label: int  # column of the headings down
    counted: list[Counted] = field(default_factory=list)
    attributes: dict[int, str] = field(default_factory=dict)  # column -> field, of the whole row
    of_group: dict[int, tuple[int, str]] = field(default_factory=dict)  # column -> heading's column, and field
    parts: dict[int, tuple[int, str]] = field(default_factory=dict)  # column -> heading's column, and a state
    totals: dict[int, int | None] = field(default_factory=dict)  # column -> of which heading only, or of the row
    unused: dict[int, str] = field(default_factory=dict)  # column -> why
    unclear: list[int] = field(default_factory=list)  # columns of numbers nobody can place
    of_columns: dict[int, str] = field(default_factory=dict)  # row -> field

    @property
    def first(self) -> int:
        """The first row below the headings."""
        return (self.header if self.subs is None else self.subs) + 1

    def last_counted(self, grid: Grid) -> int:
        """The last row with something in its columns of counts."""
        rows = range(self.end - 1, self.first, -1)
        return next((row for row in rows if any(grid.rows[row][one.column] != "" for one in self.counted)), self.first)


def find_crossings(grid: Grid, corrections: Corrections) -> list[Crossing]:
    """The matrices of a sheet, one below the other."""
    found: list[Crossing] = []
    start = 0
    while (header := _header(grid, start)) is not None:
        row, axis, label = header
        crossing = _crossing(grid, row, axis, label, corrections)
        if found:
            found[-1].end = crossing.over if crossing.over is not None else row
        found.append(crossing)
        start = crossing.first + 1
    return [crossing for crossing in found if len(crossing.counted) > 1]


def _header(grid: Grid, start: int) -> tuple[int, str, int] | None:
    """The first row that heads counts by kinds, or by places or years where kinds stand down the side."""
    stop = len(grid.rows) - 1 if start else min(len(grid.rows) - 1, _SEARCHED_ROWS)
    best: tuple[int, int, str, int] | None = None
    for row in range(start, stop):
        axes = _axes(grid.rows[row])
        for axis in (KIND, PLACE, YEAR):
            columns = [column for column, own in axes.items() if own == axis]
            if len(columns) < 2:
                continue
            heads = [column for column in columns if _heads_counts(grid, row, column)]
            label = _label(grid, row, heads, axis)
            if label is None or len(heads) < max(2, len(columns) * _COUNTS):
                continue
            if best is None or len(heads) > best[0]:
                best = (len(heads), row, axis, label)
        if best and row > best[1] + 2:
            break
    return best[1:] if best else None


def _axes(line: Sequence[Cell]) -> dict[int, str]:
    """What the cells of a row are if they are headings; a bare 3 is a group only among groups in their order."""
    axes = {column: axis for column, cell in enumerate(line) if (axis := axis_of(clean(cell)))}
    bare = [column for column in axes if is_bare_group(clean(line[column]))]
    numbers = [int(clean(line[column])[0]) for column in bare]
    in_order = len(bare) > 2 and all(before <= after for before, after in pairwise(numbers)) and len(set(numbers)) > 2
    return axes if in_order else {column: axis for column, axis in axes.items() if column not in bare}


def _heads_counts(grid: Grid, row: int, column: int) -> bool:
    """Most of what stands under a heading may be counts; years and second headings are looked past."""
    cells = [line[column] for line in grid.rows[row + 1 : row + 1 + _SAMPLE] if line[column] != ""]
    while (
        cells
        and not is_count(cells[0])
        and (is_year(cells[0]) or read_heading(clean(cells[0])).field or len(cells) > 4)
    ):
        cells = cells[1:]
    counts = [is_count(cell) for cell in cells]
    return bool(counts) and sum(counts) >= _COUNTS * len(counts)


def _label(grid: Grid, row: int, heads: Sequence[int], axis: str) -> int | None:
    """The column left of the counts whose headings they are crossed with."""
    if not heads:
        return None
    below = grid.rows[row + 1 : row + 1 + _SAMPLE]
    best: tuple[float, int] | None = None
    for column in range(heads[0]):
        texts = [text for line in below if (text := clean(line[column])) and not is_total(text)]
        kinds = sum(map(knows_model, texts)) / len(texts) if texts else 0.0
        heading = clean(grid.rows[row][column])
        if not texts or is_beside(heading):
            continue
        if axis != KIND and kinds < _COUNTS:
            continue
        named = read_heading(heading).field in ("location", "school", "audience", "purchased", "status")
        rank = kinds if axis != KIND else named + len(texts) / 1000 - kinds
        if best is None or rank > best[0]:
            best = (rank, column)
    return best[1] if best else None


def _crossing(grid: Grid, row: int, axis: str, label: int, corrections: Corrections) -> Crossing:
    width = len(grid.rows[0])
    subs = row + 1 if row + 1 < len(grid.rows) and _are_subs(grid, row, label) else None
    over = row - 1 if row and _are_over(grid, row, label) else None
    crossing = Crossing(row, subs, over, len(grid.rows), axis, label)
    tops = tops_of(grid, row, label, width) if subs is not None else {}
    crossing.of_columns = {
        place: name
        for place in range(max(0, row - 2), len(grid.rows))
        if place not in (row, subs, over) and (name := _of_columns(grid, crossing, place))
    }
    single = _repeated_subs(grid, row, label, axis) if subs is None else {}
    for column in range(width):
        given = corrections.get((grid.name, grid.label(column)), "")
        if given == "":
            _place(grid, crossing, column, tops.get(column, column), single.get(column))
        elif given == "count":
            crossing.counted.append(Counted(column, tops.get(column, column)))
        elif given is None:
            crossing.unused[column] = _why(clean(grid.rows[row][column]))
        else:
            crossing.attributes[column] = given
    return crossing


def _place(grid: Grid, crossing: Crossing, column: int, top: int, single: int | None) -> None:
    """What one column is, from its heading and what stands under it."""
    heading = clean(grid.rows[crossing.header][column])
    cells = [line[column] for line in grid.rows[crossing.first :] if line[column] != ""]
    if column == crossing.label:
        crossing.attributes[column] = _label_field(heading, crossing.axis)
        return
    if crossing.subs is not None and (sub := clean(grid.rows[crossing.subs][column])) and column > crossing.label:
        axis = axis_of(clean(grid.rows[crossing.header][top]))
        if axis in (crossing.axis, None) and top != crossing.label:
            _place_sub(crossing, column, top, sub)
            return
    if single is not None:
        _place_sub(crossing, column, single, heading)
        return
    if not heading and not cells:
        return
    axis = axis_of(heading)
    counts = bool(cells) and sum(map(is_count, cells)) >= _COUNTS * len(cells)
    field_name = read_heading(heading).field
    if axis == TOTAL or (field_name == "count" and axis != KIND):
        crossing.totals[column] = None
    elif axis == crossing.axis and column > crossing.label and (counts or not cells):
        crossing.counted.append(Counted(column, column))
    elif field_name in ATTRIBUTES and not (counts and column > crossing.label and field_name in ("status", "note")):
        crossing.attributes[column] = field_name
    elif is_beside(heading) or not counts or column < crossing.label:
        crossing.unused[column] = _why(heading)
    elif crossing.axis == PLACE and heading and column > crossing.label:
        crossing.counted.append(Counted(column, column))  # a group may be called anything
    elif not heading and _adds_up(grid, crossing, column):
        crossing.totals[column] = None
    else:
        crossing.unclear.append(column)


def _place_sub(crossing: Crossing, column: int, top: int, sub: str) -> None:
    """A column that is one of several under a heading."""
    field_name = read_heading(sub).field
    remark = read_remark(sub)
    if is_total(sub) and any(counted.top == top for counted in crossing.counted):
        crossing.totals[column] = top
    elif field_name == "count" or is_total(sub) or axis_of(sub) == KIND:
        crossing.counted.append(Counted(column, top))
    elif remark.status in _STATES and any(c.top == top and not c.sub for c in crossing.counted):
        crossing.parts[column] = (top, sub)
    elif remark.status or (whose(sub) and crossing.axis == KIND) or axis_of(sub) == PLACE:
        crossing.counted.append(Counted(column, top, sub))
    elif field_name in _OF_KINDS:
        crossing.of_group[column] = (top, field_name)
    elif field_name or is_beside(sub):
        crossing.unused[column] = _why(sub)
    else:
        crossing.unclear.append(column)


def _label_field(heading: str, axis: str) -> str:
    named = read_heading(heading).field
    if axis != KIND:
        return "kind"
    return named if named in ("location", "school", "audience", "purchased", "status") else "location"


def _are_subs(grid: Grid, row: int, label: int) -> bool:
    """The row below holds second headings: "aantal", "defect", "jaar" under every kind."""
    texts = [clean(cell) for cell in grid.rows[row + 1][label + 1 :] if cell != ""]
    known = [text.casefold() for text in texts if _is_sub(text)]
    again = max(Counter(known).values(), default=0) > 1
    return len(texts) > 1 and len(known) >= 0.8 * len(texts) and again


def _is_sub(text: str) -> bool:
    return bool(read_heading(text).field or read_remark(text).whole or whose(text) or is_total(text) or text == "#")


def _are_over(grid: Grid, row: int, label: int) -> bool:
    """The row above says for whom or where the kinds under it are."""
    texts = [clean(cell) for cell in grid.rows[row - 1][label + 1 :] if cell != ""]
    return bool(texts) and all(whose(text) or axis_of(text) in (PLACE, YEAR) for text in texts)


def tops_of(grid: Grid, row: int, label: int, width: int) -> Mapping[int, int]:
    """For every column the one its heading is written in: a heading counts for the blanks right of it."""
    tops: dict[int, int] = {}
    current: int | None = None
    for column in range(label + 1, width):
        if clean(grid.rows[row][column]):
            current = column
        if current is not None:
            tops[column] = current
    return tops


def _repeated_subs(grid: Grid, row: int, label: int, axis: str) -> dict[int, int]:
    """ "Chromebooks | defect | iPads | defect": a heading that comes again belongs to the kind before it."""
    texts = {column: clean(cell).lower() for column, cell in enumerate(grid.rows[row]) if column > label and cell != ""}
    again = {text for text, times in Counter(texts.values()).items() if times > 1 and axis_of(text) != axis}
    found: dict[int, int] = {}
    top: int | None = None
    for column, text in texts.items():
        if axis_of(text) == axis:
            top = column
        elif text in again and top is not None and not is_total(text):
            found[column] = top
    return found


def _of_columns(grid: Grid, crossing: Crossing, row: int) -> str | None:
    """The field a row says of every column: years, brands or prices under or over the kinds."""
    line = grid.rows[row]
    values: list[Cell] = [cell for cell in line[crossing.label + 1 :] if cell != ""]
    text = clean(line[crossing.label])
    if len(values) < 1:
        return None
    name = read_heading(text).field if text else None
    if name in _OF_KINDS and (name == "price" or sum(map(is_count, values)) <= len(values) / 2):
        return name
    near = abs(row - crossing.header) <= 2
    return "purchased" if not text and near and len(values) > 1 and all(map(is_year, values)) else None


def _adds_up(grid: Grid, crossing: Crossing, column: int) -> bool:
    """Numbers without a heading that are, row by row, what stands left of them together."""
    checked = 0
    for line in grid.rows[crossing.first :]:
        if not isinstance(line[column], (int, float)):
            continue
        cells = [line[counted.column] for counted in crossing.counted]
        numbers = [cell for cell in cells if isinstance(cell, (int, float))]
        if sum(numbers) != line[column] or any(isinstance(c, str) and not counts_nothing(c) for c in cells):
            return False
        checked += 1
    return checked > 1


def _why(heading: str) -> str:
    return "names_people" if read_heading(heading).field == "names_people" else "not_a_device_field"
