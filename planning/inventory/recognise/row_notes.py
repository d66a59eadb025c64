"""Lines below a list that speak of one of its rows: "nr 2 heeft een kapot scherm", "5CD7210ABG is gestolen"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.recognise.headings import HeaderRow, Heading
from planning.inventory.values.claims import Telling, tells_of_state
from planning.inventory.values.status import read_remark
from planning.workbooks.grid import Grid

_MOST_ROWS: Final = 3000
_NUMBERING: Final = re.compile(
    r"(?:(?:volg|sticker|label|device|apparaat|laptop|chromebook|ipad|tablet|pc|kar)[- ]?)?"
    r"(?:nrs?|nummer|no|num|id|code|#|sticker|label)?\.?"
)
"""Headings over what rows are called by; "" is one too."""
_NUMBER: Final = re.compile(r"\d{1,4}")
_CODE: Final = re.compile(r"(?=.*\d)(?=.*[a-z])[a-z0-9][a-z0-9./_-]{2,24}")
_CALLED: Final = (
    r"(?:nrs?|nummers?|no|#|stickers?|labels?|device|apparaat|laptops?|chromebooks?|ipads?|tablets?|pc)\.?\s*"
)
_JOINED: Final = r"\s*(?:,|/|&|\+|\ben\b|\band\b)\s*"
_NUMBERS: Final = rf"\d{{1,4}}(?![\d.,/-]*\d)(?:{_JOINED}(?:{_CALLED})?\d{{1,4}}(?![\d.,/-]*\d))*"
_BY_NUMBER: Final = re.compile(
    rf"(?<![\w.])(?:(?:de|het|ook)\s)?{_CALLED}(?P<numbers>{_NUMBERS})\s*:?|^(?P<first>{_NUMBERS})\s*[:=]"
)
_WORD: Final = re.compile(r"[a-z0-9][a-z0-9./_-]*[a-z0-9]")
_NAMES: Final = ("note", "brand_and_model", "model", "kind", "serial")
SPOKEN_OF: Final = "* "
"""What a line begins with of which the row it speaks of has heard."""


def with_row_notes(grid: Grid, header: HeaderRow | None) -> Grid:
    """The sheet with what a line below the list says of a row's state behind what that row says itself.

    Only where the row is plain: by a serial number or a label of the list, or by a number under a heading for numbers.
    """
    if header is None or not header.rows or len(grid.rows) > _MOST_ROWS:
        return grid
    first = header.rows[-1] + 1
    lines = dict(_lines_below(grid, first))
    called = _called(grid, header, first, min(lines, default=first)) if lines else {}
    told = next((p for name in _NAMES for p, one in enumerate(header.headings) if one.field == name), None)
    if not called or told is None:
        return grid
    rows: list[list[Cell]] = list(grid.rows)
    for row, (column, text) in lines.items():
        of, says = _speaks_of(text, called)
        if of and tells_of_state(says) is not Telling.NOTHING:
            for place in (place for place in of if not _says_itself(header, rows[place])):
                own = clean(rows[place][told])
                rows[place] = list(rows[place])
                rows[place][told] = f"{own} ({says})" if own else says
            rows[row] = list(rows[row])
            rows[row][column] = f"{SPOKEN_OF}{text}"
    return replace(grid, rows=rows)


def _says_itself(header: HeaderRow, row: Sequence[Cell]) -> bool:
    """The row tells already that its device is out of use: why stands below, and changes nothing."""
    told = (clean(row[place]) for place, one in enumerate(header.headings) if one.field in ("status", "note"))
    return any(read_remark(text).status not in (None, "in_use") for text in told)


def _lines_below(grid: Grid, first: int) -> Iterator[tuple[int, tuple[int, str]]]:
    """The rows below the list in which one text stands alone, with its column."""
    filled = [row for row in range(first, len(grid.rows)) if _cells(grid.rows[row]) > 1]
    for row in range(filled[-1] + 1 if filled else first, len(grid.rows)):
        if _cells(grid.rows[row]) == 1:
            column, cell = next((c, cell) for c, cell in enumerate(grid.rows[row]) if cell != "")
            if isinstance(cell, str):
                yield row, (column, clean(cell))


def _cells(row: Sequence[Cell]) -> int:
    return len(row) - row.count("")


def _called(grid: Grid, header: HeaderRow, first: int, end: int) -> dict[str, int]:
    """What rows of the list are called by, each by a name that no other has."""
    found: dict[str, int] = {}
    for place, heading in enumerate(header.headings):
        names = {row: folded(clean(grid.rows[row][place])) for row in range(first, end) if grid.rows[row][place] != ""}
        if len(set(names.values())) == len(names) and _are_names(heading, names):
            found |= {name: row for row, name in names.items()}
    return found


def _are_names(heading: Heading, names: Mapping[int, str]) -> bool:
    numbers = all(map(_NUMBER.fullmatch, names.values()))
    if numbers:
        return heading.field in (None, "not_a_device_field", "serial") and bool(
            _NUMBERING.fullmatch(folded(heading.text))
        )
    return heading.field in (None, "not_a_device_field", "serial") and all(map(_CODE.fullmatch, names.values()))


def _speaks_of(text: str, called: Mapping[str, int]) -> tuple[tuple[int, ...], str]:
    """The rows a line names, and what it says without their names; no rows where one of its numbers names none."""
    low = folded(text)
    by_number = _BY_NUMBER.search(low)
    if by_number:
        names = re.findall(r"\d+", by_number["numbers"] or by_number["first"])
        rest = f"{low[: by_number.start()]} {low[by_number.end() :]}"
    else:
        names = [word for word in _WORD.findall(low) if _CODE.fullmatch(word) and word in called]
        rest = low
        for name in names:
            rest = rest.replace(name, " ")
    rows = tuple(called[name] for name in names if name in called)
    return (rows if len(rows) == len(names) else ()), " ".join(rest.split()).strip(" :=-,;")
