"""Where a matrix stands on a sheet: its headings across and down, and what each of its columns is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.recognise.headings import is_known, read_heading
from planning.inventory.recognise.layouts.axes import (
    KIND,
    PLACE,
    TOTAL,
    YEAR,
    axis_of,
    counts_nothing,
    is_bare_group,
    is_count,
    is_year,
)
from planning.inventory.values.devices import is_kind_word, kind_named, knows_model
from planning.inventory.values.lines import read_line
from planning.inventory.values.people import whose
from planning.inventory.values.serials import is_plainly_serial
from planning.inventory.values.status import read_remark
from planning.inventory.values.totals import is_total
from planning.workbooks.grid import Grid, Place

_TELLING: Final = 6  # cells without a count under a heading: it heads none
_SEARCHED_ROWS: Final = 30
_NOT_EACH: Final = (None, "other", "charging_cart", "network")
_SAMPLE: Final = 60
_COUNTS: Final = 0.6  # of the cells under a heading
_ADDS_UP: Final = 0.7  # of the rows: a slip in one is asked as any total that does not agree
_LONGEST: Final = 60
_HEADS: Final = 6  # rows under the headings that may say more of the kinds
ATTRIBUTES: Final = frozenset(
    {"kind", "brand", "model", "brand_and_model", "purchased", "price", "status", "audience", "location", "school",
     "support_until", "note", "serial"}
)  # fmt: skip
"""Fields a column beside the counts can say of all devices of its row."""
OF_KINDS: Final = frozenset({"brand", "model", "brand_and_model", "purchased", "price", "support_until", "note"})
"""Fields a row under the headings can say of all devices of a column."""
LABELS: Final = ("location", "school", "audience", "purchased", "status", "names_people")
"""What the headings down the side can be, where those across are kinds."""
_TICKS: Final = frozenset({"x", "v", "ja", "yes", "✓", "✔"})


@dataclass(frozen=True, slots=True)
class CountColumn:
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
    counted: list[CountColumn] = field(default_factory=list)
    attributes: dict[int, str] = field(default_factory=dict)  # column -> field, of the whole row
    of_group: dict[int, tuple[int, str]] = field(default_factory=dict)  # column -> heading's column, and field
    parts: dict[int, tuple[int, str]] = field(default_factory=dict)  # column -> heading's column, and a state
    of_which: dict[int, tuple[int, str]] = field(default_factory=dict)  # the same, where the heading leaves no doubt
    totals: dict[int, int | None] = field(default_factory=dict)  # column -> of which heading only, or of the row
    total_of: dict[int, frozenset[int]] = field(default_factory=dict)  # column -> the columns it adds up, if not all
    unused: dict[int, str] = field(default_factory=dict)  # column -> why
    unclear: list[int] = field(default_factory=list)  # columns of numbers nobody can place
    of_columns: dict[int, str] = field(default_factory=dict)  # row -> field
    kind: Place | None = None  # where the title names the kind that all numbers count
    ticked: list[int] = field(default_factory=list)  # columns of counts with only ticks: one device each

    @property
    def first(self) -> int:
        """The first row below the headings."""
        return (self.header if self.subs is None else self.subs) + 1

    def last_counted(self, grid: Grid) -> int:
        """The last row with something in its columns of counts."""
        rows = range(self.end - 1, self.first, -1)
        return next((row for row in rows if any(grid.rows[row][one.column] != "" for one in self.counted)), self.first)


class _CellMemory:
    """What cells are, remembered while one sheet is looked through: every row may be the headings of those below."""

    def __init__(self) -> None:
        self.tells = lru_cache(maxsize=None, typed=True)(tells_of_devices)  # typed: True is no 1
        self.axis = lru_cache(maxsize=None)(axis_of)
        self.sub = lru_cache(maxsize=None)(is_sub)
        self.model = lru_cache(maxsize=None)(knows_model)
        self.count = lru_cache(maxsize=None, typed=True)(is_count)
        self._heads: dict[int, bool] = {}

    def heads(self, row: int, line: Sequence[Cell]) -> bool:
        """As `_is_head`, of a row of the sheet."""
        if row not in self._heads:
            self._heads[row] = _is_head(line)
        return self._heads[row]


def find_header(grid: Grid, start: int) -> tuple[int, str, int] | None:
    """The first row that heads counts by kinds, or by places or years where kinds stand down the side.

    Its row, what its headings are, and the column of the headings down the side.
    """
    stop = len(grid.rows) - 1 if start else min(len(grid.rows) - 1, _SEARCHED_ROWS)
    look = _CellMemory()
    best: tuple[int, int, str, int] | None = None
    for row in range(start, stop):
        axes = _axes(grid.rows[row], look)
        for axis in (KIND, PLACE, YEAR):
            columns = [column for column, own in axes.items() if own == axis]
            if axis == KIND and columns and _names_models(grid.rows[row][: columns[0]]):
                continue  # a row of brands or models under the kinds
            if axis == KIND and columns:
                columns = sorted([*columns, *_branded(grid, row, axes, look)])
            heads = [column for column in columns if _heads_counts(grid, row, column, look)]
            label = _label(grid, row, heads, axis, look)
            if label is None and axis == YEAR and kind_over(grid, row):
                label = _places_down(grid, row, heads, look)
            if label is None or len(heads) < len(columns) * _COUNTS or not _enough(grid, row, heads, label, axis):
                continue
            if best is None or len(heads) > best[0]:
                best = (len(heads), row, axis, label)
        if best is None and (named := _added_up(grid, row, look)):
            best = (named[0], row, PLACE, named[1])
        if best and row > best[1] + 2:
            break
    return best[1:] if best else None


def _branded(grid: Grid, row: int, axes: Mapping[int, str], look: _CellMemory) -> list[int]:
    """Columns of counts under a brand, beside columns under kinds: a model we do not know is one all the same."""
    others = (column for column, cell in enumerate(grid.rows[row]) if column not in axes and look.model(clean(cell)))
    return [column for column in others if _heads_counts(grid, row, column, look)]


def kind_over(grid: Grid, row: int) -> Place | None:
    """Where a title over the headings names the one kind that is counted: "Chromebooks per groep en jaar"."""
    for place in range(row - 1, max(-1, row - _HEADS), -1):
        texts = [(column, text) for column, cell in enumerate(grid.rows[place]) if (text := clean(cell))]
        if len(texts) == 1 and kind_named(texts[0][1]):
            return place, texts[0][0]
    return None


def _places_down(grid: Grid, row: int, heads: Sequence[int], look: _CellMemory) -> int | None:
    """The column left of the counts that holds mostly places."""
    label = _label(grid, row, heads, KIND, look)
    below = [] if label is None else [clean(line[label]) for line in grid.rows[row + 1 : row + 1 + _SAMPLE]]
    texts = [text for text in below if text and not is_total(text)]
    return label if sum(look.axis(text) == PLACE for text in texts) > 0.8 * len(texts) else None


def _added_up(grid: Grid, row: int, look: _CellMemory) -> tuple[int, int] | None:
    """Kinds down the side, and numbers under names nobody knows that a total beside adds up: these are places.

    How many such columns, and the column of the kinds.
    """
    line = grid.rows[row]
    headed = [(column, text) for column, cell in enumerate(line) if (text := clean(cell))]
    totals = [column for column, text in headed if look.axis(text) == TOTAL]
    if len(totals) != 1:
        return None
    heads = [
        column
        for column, text in headed
        if look.axis(text) in (None, PLACE) and not is_known(text) and _heads_counts(grid, row, column, look)
    ]
    label = _label(grid, row, heads, PLACE, look)
    if len(heads) < 2 or label is None:
        return None
    below = grid.rows[row + 1 : row + 1 + _SAMPLE]
    return (len(heads), label) if adds_up(below, heads, totals[0]) else None


def adds_up(lines: Iterable[Sequence[Cell]], counts: Sequence[int], total: int) -> bool:
    """A column is the sum of others in nearly all rows that fill it in, and in two at least."""
    rows = [line for line in lines if isinstance(line[total], (int, float))]
    right = [sum(cell for c in counts if isinstance(cell := line[c], (int, float))) == line[total] for line in rows]
    return sum(right) > max(1, _ADDS_UP * len(right))


def is_tick(cell: Cell) -> bool:
    """A mark that says there is one."""
    return clean(cell).casefold() in _TICKS


def _names_models(cells: Sequence[Cell]) -> bool:
    fields = {read_heading(text).field for cell in cells if (text := clean(cell)) and is_known(text)}
    return bool(fields & {"brand", "model", "brand_and_model"})


def _axes(line: Sequence[Cell], look: _CellMemory) -> dict[int, str]:
    """What the cells of a row are if they are headings; a bare 3 is a group only among groups in their order."""
    axes = {column: axis for column, cell in enumerate(line) if (axis := look.axis(clean(cell)))}
    bare = [column for column in axes if is_bare_group(clean(line[column]))]
    if not bare or (is_in_order(clean(line[column]) for column in bare) and KIND not in axes.values()):
        return axes
    return {column: axis for column, axis in axes.items() if column not in bare}


def is_in_order(texts: Iterable[str]) -> bool:
    """Bare groups as a school has them: "1/2", "3", "4"."""
    numbers = [int(folded(text)[0]) for text in texts if is_bare_group(text)]
    return len(set(numbers)) > 2 and all(before <= after for before, after in pairwise(numbers))


def _enough(grid: Grid, row: int, heads: Sequence[int], label: int, axis: str) -> bool:
    """Two columns of counts; or one of a kind, beside what are plainly places.

    Some of them hold numbers, or two kinds at least are named one by one: "Digibord | Laptop" over "Smart | HP 250".
    """
    below = grid.rows[row + 1 : row + 1 + _SAMPLE]
    counts = any(_counts(line[column]) for line in below for column in heads)
    if not counts and not (axis == KIND and sum(_names_each(grid.rows[row][c], below, c) for c in heads) > 1):
        return False
    if len(heads) != 1 or axis != KIND:
        return len(heads) > 1
    places = [axis_of(text) == PLACE for line in below if (text := clean(line[label])) and not is_total(text)]
    return len(places) > 1 and sum(places) > 0.8 * len(places)


def _names_each(heading: Cell, below: Sequence[Sequence[Cell]], column: int) -> bool:
    """Most cells under a kind name one of it, and no other kind; a cart is as often where the others are kept."""
    kind = kind_named(clean(heading))
    cells = [text for line in below if (text := clean(line[column])) and not counts_nothing(text)]
    named = sum(
        bool(names_one(cell, clean(heading)) or names_several(cell, clean(heading)))
        for cell in cells
        if kind_named(cell) in (None, kind)
    )
    return kind not in _NOT_EACH and named > _COUNTS * len(cells)


def _counts(cell: Cell) -> bool:
    return cell != "" and (is_count(cell) or is_tick(cell))


def _heads_counts(grid: Grid, row: int, column: int, look: _CellMemory) -> bool:
    """Most of what stands under a heading may be counts; years, brands and second headings are looked past."""
    heading = clean(grid.rows[row][column])
    cells = []
    for number, line in enumerate(grid.rows[row + 1 : row + 1 + _SAMPLE]):
        cell = line[column]
        if cell == "" or (isinstance(cell, str) and not any(map(str.isdigit, cell)) and counts_nothing(cell)):
            continue  # "-", "n.v.t."
        if number < _HEADS and not look.count(cell) and (look.heads(row + 1 + number, line) or look.sub(clean(cell))):
            continue
        cells.append(look.tells(cell, heading))
        if len(cells) == _TELLING and not any(cells):
            return False  # most rows of a list look like headings at first sight: be quick about them
    return bool(cells) and sum(cells) >= _COUNTS * len(cells)


def tells_of_devices(cell: Cell, heading: str) -> bool:
    """The cell counts devices, ticks that there is one, or says which one it is."""
    return is_count(cell) or is_tick(cell) or names_one(cell, heading) or numbers_one(cell)


def numbers_one(cell: Cell) -> bool:
    """A serial number where a count is asked: there is that one."""
    return isinstance(cell, str) and is_plainly_serial(text := clean(cell)) and not knows_model(text)


def names_one(cell: Cell, heading: str) -> bool:
    """Under a heading that is a kind and nothing else, a cell may say what the device is: "Epson EB-X04"."""
    text = clean(cell)
    return is_kind_word(heading) and not is_count(cell) and len(text) <= _LONGEST and knows_model(text)


def names_several(cell: Cell, heading: str) -> tuple[int, str] | None:
    """As `names_one`, of so many: "2 x HP Compaq 6000", "4 iPad 2"; their number and their name."""
    if not isinstance(cell, str) or not any(map(str.isdigit, cell)) or not is_kind_word(heading):
        return None
    lots = read_line(clean(cell)).lots
    if len(lots) != 1 or not lots[0].sure or not lots[0].count.isdecimal() or not knows_model(lots[0].device):
        return None
    return int(lots[0].count), lots[0].device


def _is_head(line: Sequence[Cell]) -> bool:
    """A row that says the year, brand or price of the kinds over it."""
    text = next((clean(cell) for cell in line if cell != ""), "")
    filled = [cell for cell in line if cell != ""]
    return (is_known(text) and read_heading(text).field in OF_KINDS) or all(map(is_year, filled))


def is_sub(text: str) -> bool:
    """A second heading, under that of a kind: "aantal", "defect", "leerlingen"."""
    return bool(read_heading(text).field or read_remark(text).whole or whose(text) or is_total(text) or text == "#")


def _label(grid: Grid, row: int, heads: Sequence[int], axis: str, look: _CellMemory) -> int | None:
    """The column left of the counts whose headings they are crossed with."""
    below = grid.rows[row + 1 : row + 1 + _SAMPLE]
    best: tuple[float, int] | None = None
    for column in range(heads[0] if heads else 0):
        texts = [text for line in below if (text := clean(line[column])) and not is_total(text)]
        kinds = sum(map(look.model, texts)) / len(texts) if texts else 0.0
        plainly = sum(map(is_kind_word, texts)) / len(texts) if texts else 0.0  # "laptops" beside "HP"
        named = read_heading(clean(grid.rows[row][column])).field
        if not texts or named == "not_a_device_field" or (axis != KIND and kinds < _COUNTS):
            continue
        if any(is_known(text) and read_heading(text).field in ("count", "serial") for text in texts):
            continue  # a table on its side: its rows are fields of the devices, not places
        # A name of a person is a heading down the side only where nothing else is.
        known = 0.0 if named == "names_people" else 1.5 if named in LABELS else 1.0
        rank = kinds + plainly if axis != KIND else known + len(texts) / 1000 - kinds
        if best is None or rank > best[0]:
            best = (rank, column)
    return best[1] if best else None
