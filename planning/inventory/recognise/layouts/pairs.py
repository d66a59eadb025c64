"""Labels with their values: beside each other, one above the other, or "Merk: HP" in one cell."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from planning.core.text import Cell, clean, words
from planning.inventory.recognise.headings import Heading, is_known, read_heading
from planning.inventory.values.status import read_remark
from planning.workbooks.grid import Grid, Place, is_larger

_PIECES: Final = re.compile(r"[\n\r;|]+|,\s+(?=[^,:=]{2,30}[:=])")
_IN_ONE: Final = re.compile(r"^\s*([^:=]{2,40}?)\s*[:=]\s*(.*)$", re.DOTALL)
_FEWEST: Final = 3  # labels in a column of labels
_OF_LABELS: Final = 0.4  # of its texts: a form has a value below every label, and a title
_FIRST: Final = 60  # labels come again: a column that has none among so many has none
_LABEL: Final = 0.8
_MOST_ROWS: Final = 5000
_REACH: Final = 3  # columns from a label to its value


@dataclass(frozen=True, slots=True)
class Pair:
    """A label, and the value that belongs to it."""

    heading: Heading
    at: Place  # of the label
    value: Cell
    value_at: Place

    @property
    def name(self) -> str:
        """What makes it the same label as another."""
        return _name(self.heading.text)


@lru_cache(maxsize=8192)  # the same labels come again and again
def _name(text: str) -> str:
    return words(text)


def label_columns(grid: Grid) -> dict[int, set[str]]:
    """The columns of a sheet that hold labels, each with the fields these ask for."""
    if is_larger(grid.rows, _MOST_ROWS):
        return {}
    found: dict[int, set[str]] = {}
    columns = list(map(grid.column, range(max(map(len, grid.rows), default=0))))
    for place, column in enumerate(columns):
        # Likeness takes time: a column of labels has some that are spelled as we know them, among its first already.
        if not _has_labels(Counter(islice(_texts(column), _FIRST))) or not _has_labels(
            texts := Counter(_texts(column))
        ):
            continue
        known = [(label, n) for cell, n in texts.items() for label in _labels(cell)]
        values_of_labels = place - 1 in found and not _mostly_in_one(columns[place - 1])
        plenty = sum(n for _, n in known) >= max(_FEWEST, _OF_LABELS * sum(texts.values()))
        enough = plenty and len({words(label) for label, _ in known}) > 1
        if enough and not values_of_labels:
            found[place] = {heading.field for label, _ in known if (heading := heading_of(label)) and heading.field}
    return found


def find_pairs(grid: Grid, labels: Collection[int]) -> list[Pair]:
    """The pairs of a sheet with labels in these columns, row by row."""
    width = max(map(len, grid.rows), default=0)
    columns = list(map(grid.column, range(width)))
    found: list[Pair] = []
    for place in labels:
        limit = min([other for other in labels if other > place] + [place + 1 + _REACH, width])
        found += _of_column(columns, place, limit)
    return sorted(found, key=lambda pair: pair.at)


def heading_of(text: str) -> Heading | None:
    """The heading a label is; None where we do not know it."""
    heading = read_heading(text.strip(" :=-–"))
    return heading if heading.field and heading.score >= _LABEL else None


def _texts(column: Sequence[Cell]) -> Iterator[str]:
    return (cell for cell in column if isinstance(cell, str) and cell.strip())


def _has_labels(texts: Mapping[str, int]) -> bool:
    """Among some texts, and how often each stands there, enough labels are spelled as we know them."""
    plain = sum(n * (is_known(text) or sum(is_known(label) for label, _ in _split(text))) for text, n in texts.items())
    return plain >= max(2, sum(texts.values()) / 4)


def _labels(cell: str) -> list[str]:
    """The labels we know in a cell."""
    split = [piece for piece in _split(cell) if heading_of(piece[0])]
    return [label for label, _ in split] if split else [cell] if heading_of(clean(cell)) else []


def _split(cell: str) -> list[tuple[str, str]]:
    if ":" not in cell and "=" not in cell:
        return []  # nearly all texts
    pieces = [_IN_ONE.match(piece) for piece in _PIECES.split(cell)]
    return [(clean(found[1]), clean(found[2])) for found in pieces if found]


def _mostly_in_one(column: Sequence[Cell]) -> bool:
    texts = [cell for cell in column if isinstance(cell, str) and _labels(cell)]
    return sum(any(value for _, value in _split(text)) for text in texts) > len(texts) / 2


def _of_column(columns: Sequence[Sequence[Cell]], place: int, limit: int) -> list[Pair]:
    column = columns[place]
    if _mostly_in_one(column):
        return [
            pair for row, cell in enumerate(column) if isinstance(cell, str) for pair in _in_one(cell, (row, place))
        ]
    known = {cell: bool(heading_of(clean(cell))) for cell in set(_texts(column))}
    labels = [row for row, cell in enumerate(column) if isinstance(cell, str) and known.get(cell)]
    right = {row: _right(columns, row, place, limit) for row in range(len(column))}
    # "defect" heads a column elsewhere; below a label, with nothing beside it, it is what that label asks for.
    asked = set(labels)
    labels = [row for row in labels if not (row - 1 in asked and right[row] is None and _is_state(column[row]))]
    asked = set(labels)
    below = [row for row in labels if right[row] is None and row + 1 not in asked and _filled(column, row + 1)]
    if len(below) > sum(right[row] is not None for row in labels):
        return [
            _pair(column, (row, place), (row + 1, place), column[row + 1] if row in below else "") for row in labels
        ]
    names = {cell: _name(clean(cell)) for cell in known}
    repeated = Counter(names[cell] for cell in _texts(column))
    found = []
    for row, cell in enumerate(column):
        at = right[row]
        if not isinstance(cell, str) or not cell.strip():
            continue
        # A label we do not know shows itself by its colon, or because it comes again.
        unknown = at is not None and (cell.rstrip().endswith(":") or repeated[names[cell]] > 1)
        if row in asked or unknown:
            value_at = at or (row, place + 1)
            found.append(_pair(column, (row, place), value_at, columns[value_at[1]][row] if at else ""))
    return found


def _in_one(cell: str, at: Place) -> list[Pair]:
    """The pairs in a cell; a piece without a label goes on with the value before it."""
    split = _split(cell)
    if not any(heading_of(label) for label, _ in split):
        return []
    return [Pair(_heading(label), at, value, at) for label, value in split]


def _pair(column: Sequence[Cell], at: Place, value_at: Place, value: Cell) -> Pair:
    return Pair(_heading(clean(column[at[0]])), at, value, value_at)


def _heading(text: str) -> Heading:
    text = text.strip(" :=-–")
    return heading_of(text) or Heading(text, None, 0)


def _right(columns: Sequence[Sequence[Cell]], row: int, place: int, limit: int) -> Place | None:
    return next(((row, other) for other in range(place + 1, limit) if columns[other][row] != ""), None)


def _is_state(cell: Cell) -> bool:
    said = read_remark(clean(cell))
    return said.whole and said.status is not None


def _filled(column: Sequence[Cell], row: int) -> bool:
    return row < len(column) and column[row] != ""
