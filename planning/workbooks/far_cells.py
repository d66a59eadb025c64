"""Lone cells far outside the rest of a sheet: a dot in row 1,048,576 is an accident, and there is no room up to it.

They are taken out of the sheet before calamine, which makes room for every cell of the area, sees it. What says
something is named afterwards; what is only a dot or a space is not.
"""

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Final

import numpy as np

from planning.workbooks.columns import column_number
from planning.workbooks.grid import Place
from planning.workbooks.limits import LIMITS
from planning.workbooks.model import FileRefused

_TAG: Final = rb"<(?:\w+:)?"
_END: Final = rb"</(?:\w+:)?"
_CELL: Final = re.compile(_TAG + rb'c\s([^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*)(?<!/)>(.*?)' + _END + rb"c>", re.DOTALL)
_PLACE: Final = re.compile(rb'r="([A-Z]{1,3})(\d{1,7})"')
_SHARED: Final = re.compile(_TAG + rb"si\b[^>]*(?:/>|>(.*?)" + _END + rb"si>)", re.DOTALL)
_MARKUP: Final = re.compile(rb"<[^>]*>")
_ODS_TOKEN: Final = re.compile(
    rb"<(table:table|table:table-row|table:table-cell|table:covered-table-cell)(\s[^>]*?)?(/?)>"
    rb"|</(table:table|table:table-row|table:table-cell|table:covered-table-cell)>"
)
_REPEATED: Final = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')
_ODS_WIDE: Final = re.compile(
    rb'<table:table-cell\s[^>]*number-columns-repeated="\d{3,}"[^>]*(?:[^/]>|/>(?!\s*</table:table-row>))'
)
_ODS_HIGH: Final = re.compile(rb'number-rows-repeated="\d{3,}"')
_ODS_CONTENT: Final = re.compile(rb"<text:p[\s>]|office:value")
_ODS_NAME: Final = re.compile(rb'table:name="([^"]*)"')

Areas = np.ndarray[tuple[int, int], np.dtype[np.int64]]
"""One line for each cell or run of like cells: top, bottom, left, right; from 0, inclusive."""


def far(areas: Areas, sheet: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which areas to leave out so that the rest fits the limits: those apart from the others, fewest cells first.

    Raises FileRefused where no leaving out makes it fit.
    """
    left_out = np.zeros(len(areas), dtype=bool)
    if not len(areas) or _fits(areas):
        return left_out
    rows = _clusters(areas[:, 0], areas[:, 1], LIMITS.gap_rows)
    columns = _clusters(areas[:, 2], areas[:, 3], LIMITS.gap_columns)
    _, group_of = np.unique(rows * len(areas) + columns, return_inverse=True)
    sizes = (areas[:, 1] - areas[:, 0] + 1.0) * (areas[:, 3] - areas[:, 2] + 1)
    kept = np.empty((0, 4), dtype=np.int64)
    for group in np.argsort(-np.bincount(group_of, sizes), kind="stable"):
        members = group_of == group
        more = _box(np.concatenate([kept, areas[members]]))
        if _fits(more):
            kept = more
        else:
            left_out |= members
    if 2 * sizes[left_out].sum() > sizes.sum():  # that is no stray cell but the list itself
        raise FileRefused("sheet_too_large", sheet=sheet)
    return left_out


def _box(areas: Areas) -> Areas:
    low, high = areas.min(axis=0), areas.max(axis=0)
    return np.array([[low[0], high[1], low[2], high[3]]])


def _fits(areas: Areas) -> bool:
    height, width = int(areas[:, 1].max()) + 1, int(areas[:, 3].max()) + 1
    return height <= LIMITS.rows and width <= LIMITS.columns and height * width <= LIMITS.cells


def _clusters(starts: np.ndarray, ends: np.ndarray, gap: int) -> np.ndarray:
    """Number each span by the cluster it falls in; more than `gap` blank lines separate two."""
    order = np.argsort(starts, kind="stable")
    reached = np.maximum.accumulate(ends[order])
    numbers = np.zeros(len(starts), dtype=np.int64)
    numbers[order[1:]] = np.cumsum(starts[order[1:]] - reached[:-1] > gap)
    return numbers


def without_far_cells(sheet: bytes, name: str, shared_strings: Callable[[], bytes]) -> tuple[bytes, tuple[Place, ...]]:
    """The XML of an xlsx sheet without its far cells, and the places of those that say something."""
    numbers = (number for area in _areas(sheet) for number in area)
    found = np.fromiter(numbers, dtype=np.int64).reshape(-1, 5)
    left_out = found[far(found[:, [2, 2, 3, 4]], name)].tolist()
    if not left_out:
        return sheet, ()
    cells = [cell for start, end, *_ in left_out for cell in _CELL.finditer(sheet, start, end)]
    texts = _shared_texts(shared_strings()) if any(b't="s"' in cell[1] for cell in cells) else []
    saying = tuple(_place(cell) for cell in cells if _says_something(_text(cell, texts)))
    return _cut(sheet, [(cell.start(), cell.end(), b"") for cell in cells]), saying


def _areas(sheet: bytes) -> Iterator[tuple[int, int, int, int, int]]:
    """What holds something: where it stands in the XML, from and to, its row, and its columns, from and to.

    A row whose cells stand together is one area; it is ten times as quick as its cells.
    """
    end = 0
    while end < len(sheet):
        start, end = end, sheet.find(b"</row>", end) + 1 or len(sheet)
        last = _PLACE.match(sheet, sheet.rfind(b'r="', start, end))
        width = column_number(last[1].decode()) if last else 0
        if last and 2 * sheet.count(b"</c>", start, end) >= width:
            yield start, end, int(last[2]) - 1, 0, width - 1
        else:
            for cell in _CELL.finditer(sheet, start, end):
                place, column = _place(cell)
                yield cell.start(), cell.end(), place, column, column


def _place(cell: re.Match[bytes]) -> Place:
    return int(cell[3]) - 1, column_number(cell[2].decode()) - 1


def _cut(source: bytes, spans: list[tuple[int, int, bytes]]) -> bytes:
    pieces, done = [], 0
    for start, end, instead in spans:
        pieces += [source[done:start], instead]
        done = end
    return b"".join([*pieces, source[done:]])


def _shared_texts(part: bytes) -> list[bytes]:
    return [found[1] or b"" for found in _SHARED.finditer(part)]


def _text(cell: re.Match[bytes], shared: list[bytes]) -> bytes:
    text = _MARKUP.sub(b"", cell[4])
    if b't="s"' in cell[1] and text.isdigit():
        return _MARKUP.sub(b"", shared[int(text)]) if int(text) < len(shared) else b""
    return text


def _says_something(text: bytes) -> bool:
    return any(map(str.isalnum, unescape(text.decode("utf-8", "replace"))))


def ods_without_far_cells(content: bytes) -> tuple[bytes, dict[str, tuple[Place, ...]]]:
    """The content.xml of an ods without its far cells, and by sheet the places of those that say something."""
    if not _may_be_far(content):
        return content, {}
    spans: list[tuple[int, int, bytes]] = []
    saying: dict[str, tuple[Place, ...]] = {}
    for name, runs in _ods_runs(content):
        left_out = np.flatnonzero(
            far(np.array([run[:4] for run in runs], dtype=np.int64).reshape(-1, 4), name)
        ).tolist()
        for n in left_out:
            _, _, left, right, start, end = runs[n]
            blank = f'<table:table-cell table:number-columns-repeated="{right - left + 1}"/>'
            spans.append((start, end, blank.encode()))
        places = [
            (top, left)
            for top, _, left, _, start, end in (runs[n] for n in left_out)
            if _says_something(_MARKUP.sub(b"", content[start:end]))
        ]
        saying[name] = tuple(places)
    return _cut(content, spans), saying


def _may_be_far(content: bytes) -> bool:
    """Whether blanks repeat before something, or something repeats: mostly they only fill a sheet to its end."""
    if _ODS_WIDE.search(content):
        return True
    for found in _ODS_HIGH.finditer(content):
        end = content.find(b"</table:table>", found.end())
        if _ODS_CONTENT.search(content, found.end(), end):
            return True
    return False


def _ods_runs(content: bytes) -> Iterator[tuple[str, list[tuple[int, int, int, int, int, int]]]]:
    """Each sheet's runs of cells that hold something: top, bottom, left, right, and where in the XML they stand."""
    name, runs = "", list[tuple[int, int, int, int, int, int]]()
    row = height = column = width = start = 0
    for found in _ODS_TOKEN.finditer(content):
        kind, attributes, closed, ending = found[1], found[2] or b"", found[3], found[4]
        if kind == b"table:table":
            named = _ODS_NAME.search(attributes)
            name, runs, row = unescape(named[1].decode("utf-8", "replace")) if named else "", [], 0
        elif kind == b"table:table-row":
            height, column = _times(attributes), 0
        elif kind:
            width, start = _times(attributes), found.start()
        if (kind and closed and b"cell" in kind) or (ending and b"cell" in ending):
            if _ODS_CONTENT.search(content, start, found.end()):
                runs.append((row, row + height - 1, column, column + width - 1, start, found.end()))
            column += width
        elif (kind == b"table:table-row" and closed) or ending == b"table:table-row":
            row += height
        elif ending == b"table:table":
            yield name, runs


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return max(1, int(found[1])) if found else 1
