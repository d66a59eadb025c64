"""How much of a sheet a reading explains: one measure for every layout, so that the one that drops least is chosen."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Final

from planning.core.text import Cell, CoarseDate, clean, folded
from planning.inventory.reading import SheetColumn
from planning.inventory.recognise.contents import is_date, is_money
from planning.inventory.recognise.headings import LEFT_OUT, read_heading
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.kinds_beside import of_kind_heading
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.sorting import read_body
from planning.inventory.recognise.leanings import vetoed
from planning.inventory.values.counts import read_count
from planning.inventory.values.devices import is_kind_word, kind_named, knows_model, names_model
from planning.inventory.values.lines import read_line
from planning.inventory.values.no_devices import leaves_others
from planning.inventory.values.serials import is_plainly_serial
from planning.inventory.values.services import SERVICES
from planning.workbooks.columns import column_number
from planning.workbooks.grid import Grid, Place

_LABEL: Final = re.compile(r"(?P<kind>[a-z-]+)[ .-]*\d{1,3}\b")
_NAMES: Final = ("kind", "brand_and_model", "model", "brand")
_ELSEWHERE: Final = {
    "count": {"serial", "date", "money", "device"},
    "purchased": {"serial", "money", "device", "count"},
    "serial": {"date", "money", "device"},
    "price": {"serial", "date", "device", "count"},
    "location": {"serial", "date", "money", "count"},
    "status": {"serial", "date", "money", "device", "count"},
    "audience": {"serial", "date", "money", "device", "count"},
}
"""Field -> what its cells plainly do not hold: a column that does was taken for another."""


def explained(grid: Grid, plans: Sequence[ListPlan], spoken_of: Collection[str] = ()) -> float:
    """The share of a sheet's filled cells that its lists read, or pass over for a reason; 0 to 1.

    What a person would be asked about a whole row is not explained, nor is a cell that plainly holds another field.
    `spoken_of`: the letters of columns of which a person said what they are.
    """
    filled = sum(len(row) - row.count("") for row in grid.rows)
    said = {column_number(letters) - 1 for letters in spoken_of if letters.isalpha()}
    found = _places(grid, plans)
    found |= {(row, column) for row in range(len(grid.rows)) for column in said}
    found = {(row, column) for row, column in found if column < len(grid.rows[row])}
    if any(plan.grid.origins for plan in plans):
        found |= set(labels(grid))
    found |= {place for plan in plans if plan.grid.beside for place in _over_headings(grid, plan)}
    return sum(grid.rows[row][column] != "" for row, column in found) / filled if filled else 0.0


def rows_explained(grid: Grid, plans: Sequence[ListPlan]) -> float:
    """The share of a sheet's filled rows of which something is read, or that are passed over for a reason; 0 to 1."""
    filled = [row for row, line in enumerate(grid.rows) if any(cell != "" for cell in line)]
    found = {row for row, _ in _places(grid, plans)}
    return sum(row in found for row in filled) / len(filled) if filled else 0.0


def _places(grid: Grid, plans: Sequence[ListPlan]) -> set[Place]:
    width = max(map(len, grid.rows), default=0)
    return {place for plan in plans for place in _explained_by(grid, plan, read_body(plan), width)}


def labels(grid: Grid) -> Iterator[Place]:
    """Headings wherever they stand: beside the values of a card, over those of a matrix."""
    for row, line in enumerate(grid.rows):
        for column, cell in enumerate(line):
            if isinstance(cell, str) and cell and read_heading(clean(cell)).field:
                yield row, column


def _over_headings(grid: Grid, plan: ListPlan) -> Iterator[Place]:
    """The kinds over the headings of lists beside each other: "Digibord" over "merk" and "jaar"."""
    over = plan.header_rows[0] - 1 if plan.header_rows else -1
    for column, cell in enumerate(grid.rows[over] if over >= 0 else ()):
        if isinstance(cell, str) and cell and of_kind_heading(clean(cell)):
            yield over, column


def _explained_by(sheet: Grid, plan: ListPlan, body: Body, width: int) -> set[Place]:
    grid = plan.grid
    own_columns = range(width) if grid.origins else range(grid.left, grid.left + max(map(len, grid.rows), default=0))
    if not plan.fields:  # what the school only wishes to have
        return {(row + grid.top, column) for row in range(len(grid.rows)) for column in own_columns}
    asked = {place.row - 1 for place in body.unclear}
    reasoned = {row.row - 1 for row in body.ignored} | {total.row - 1 for total in body.totals}
    fields = {place: name for name, places in plan.fields.items() for place in places}
    seconds = {second.place for second in plan.seconds if not second.differs}
    own = {*fields, *plan.people, *plan.gone, *plan.parts, *seconds}
    names = [place for name in _NAMES for place in plan.fields.get(name, ())]
    counts = plan.fields.get("count", ())
    counted = plan.body is not None and any(grid.rows[r][place] != "" for r in body.records for place in counts)
    kind_above = "kind" in plan.context or any("kind" in says for says in body.sections.values())
    kind_above = kind_above or (not names and any(map(_is_device, body.above)))
    found = set[Place]()
    texts = [
        " ".join(clean(line[n]) for n in names if line[n] != "") for line in map(grid.rows.__getitem__, body.records)
    ]
    several = not counts and not _are_labels(texts)
    for record, said in zip(body.records, texts, strict=True):
        line = grid.rows[record]
        if counted and all(line[place] == "" for place in counts):
            continue  # nobody says how many these are
        if counted and not all(line[place] == "" or _fits("count", line[place]) for place in counts):
            continue  # what stands there counts something else, or names devices
        if not (kind_above or _is_device(said) or _has_serial(plan, line, said)) or (several and _is_several(said)):
            continue
        if _is_sold(plan, line) or (plan.body is not None and _is_of_more(sheet, plan, record, names)):
            continue
        found.update(
            place
            for column in own
            if line[column] != ""
            and _fits(fields.get(column, ""), line[column])
            and (place := grid.place(record, column))
        )
    known = [column_number(c.column) - 1 for c in plan.columns if c.column.isalpha() and _is_known(plan, c)]
    found |= {(row, column) for row in {row for row, _ in found} for column in known}
    headings = {grid.row_number(row) - 1 for row in plan.header_rows}
    return {place for place in found if place[0] not in asked} | {
        (row, column) for row in reasoned | headings for column in own_columns
    }


def _has_serial(plan: ListPlan, line: Sequence[Cell], said: str) -> bool:
    """A brand and a serial number name one device, whatever its model."""
    place = plan.column("serial")
    return place is not None and knows_model(said) and is_plainly_serial(clean(line[place]))


def _fits(name: str, cell: Cell) -> bool:
    """The cell may be one of its column's."""
    if name == "kind":
        return _is_device(clean(cell))  # "ICT" and "Meubilair" are kinds of something else
    return _shape(cell) not in _ELSEWHERE.get(name, ())


def _is_sold(plan: ListPlan, line: Sequence[Cell]) -> bool:
    return any(isinstance(n := line[place], (int, float)) and n < 0 for place in plan.fields.get("price", ()))


def _is_of_more(sheet: Grid, plan: ListPlan, record: int, names: Sequence[int]) -> bool:
    """The words it was read from are of work on devices, "Installatie 8 digiborden", or of others beside it."""
    written = [sheet.rows[place[0]][place[1]] for name in names if (place := plan.grid.place(record, name))]
    return any(SERVICES.search(folded(clean(cell))) or leaves_others(clean(cell)) for cell in written)


def _are_labels(texts: Sequence[str]) -> bool:
    """Every device has a number behind its kind, and each another: "pc 1", "pc 2" are no three computers."""
    found = [_LABEL.match(folded(text)) for text in texts]
    labels = [one[0] for one in found if one and is_kind_word(one["kind"])]
    return 1 < len(labels) == len(texts) == len(set(labels))


@lru_cache(maxsize=8192)
def _is_several(text: str) -> bool:
    """The words name more than one device, in a list that counts none: "20x iPad Air"."""
    lots = read_line(text).lots
    return any(lot.sure and lot.count not in ("0", "1") and (lot.kind or names_model(lot.device)) for lot in lots)


@lru_cache(maxsize=8192)
def _is_device(text: str) -> bool:
    return kind_named(text) is not None or names_model(text)


def _shape(cell: Cell) -> str:
    """What a cell plainly holds, whatever its column; "" where that is not plain."""
    if isinstance(cell, str):
        return _shape_of(clean(cell))
    return "date" if isinstance(cell, (date, CoarseDate)) else ""


@lru_cache(maxsize=8192)
def _shape_of(text: str) -> str:
    if is_plainly_serial(text) and not knows_model(text):
        return "serial"
    if is_money(text):
        return "money"
    if not text.isdigit() and is_date(text):
        return "date"
    if not text.isdigit() and any(map(str.isdigit, text)) and read_count(text, empty_is_one=False).issue is None:
        return "count"
    return "device" if knows_model(text) else ""


def _is_known(plan: ListPlan, column: SheetColumn) -> bool:
    """Its heading says that it is of people, of no device or of another moment or amount; or a layout found it so."""
    if plan.export:
        return True  # its product's columns are all known
    if column.field is not None:
        return plan.grid.origins is not None
    field = read_heading(column.header).field
    return field in LEFT_OUT or (field is None and bool(vetoed(column.header)))
