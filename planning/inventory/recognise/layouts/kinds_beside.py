"""A row of devices that go together, each kind in columns of its own: "bord merk | bord jaar | beamer merk"."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean
from planning.inventory.reading import FIELDS
from planning.inventory.recognise.headings import read_heading
from planning.inventory.values.absent import is_none
from planning.inventory.values.devices import is_kind_word
from planning.inventory.values.people import whose
from planning.workbooks.grid import Grid, Origin, is_blank

Owned = tuple[str, str]
"""The kind a column is of, as it is written, and what is left of its heading."""

_SEARCHED: Final = 30  # rows
_SHARED: Final = frozenset({"note", "location", "audience", "school"})
"""What a row says of all its devices."""
_NAMING: Final = frozenset({"kind", "brand", "model", "brand_and_model", "serial"})


def parts_by_kind(grid: Grid) -> list[tuple[str, Grid]]:
    """For each kind that has columns of its own: its word, and the sheet with only those and the columns of all."""
    for row in range(min(len(grid.rows) - 1, _SEARCHED)):
        line, below = grid.rows[row], grid.rows[row + 1]
        for headed, owned, headings in ((1, _in_one_row(line), line), (2, _in_two_rows(line, below), below)):
            if _are_groups(owned) and not _name_devices(headings, owned):
                return list(_parts(grid, row, headed, owned))
    return []


def _name_devices(headings: Sequence[Cell], owned: Mapping[int, Owned]) -> bool:
    """A column of all devices says what they are: then the others only count or describe them."""
    shared = [clean(cell) for column, cell in enumerate(headings) if column not in owned and isinstance(cell, str)]
    return any(read_heading(text).field in _NAMING for text in shared)


def _in_one_row(line: Sequence[Cell]) -> dict[int, Owned]:
    """Column -> "bord" and "merk", of "bord merk" or "merk bord"."""
    found = {}
    for column, cell in enumerate(line):
        words = clean(cell).split() if isinstance(cell, str) else []
        for kind, rest in ((words[:1], words[1:]), (words[-1:], words[:-1])) if len(words) > 1 else ():
            asked = " ".join(rest)
            if is_kind_word(kind[0]) and read_heading(asked).field in FIELDS:
                found[column] = (kind[0], asked)
    return found


def _in_two_rows(upper: Sequence[Cell], lower: Sequence[Cell]) -> dict[int, Owned]:
    """Column -> "Digibord" and "merk", of "Digibord" over several columns of which one is headed "merk"."""
    found, kind = dict[int, Owned](), ""
    for column, (over, under) in enumerate(zip(upper, lower, strict=False)):
        if over != "":
            kind = clean(over) if isinstance(over, str) and of_kind_heading(clean(over)) else ""
        asked = clean(under) if isinstance(under, str) else ""
        if kind and read_heading(asked).field in FIELDS:
            found[column] = (kind, asked)
    asked_of = Counter(asked for _, asked in found.values())
    return {
        column: (kind, asked)
        for column, (kind, asked) in found.items()
        if asked_of[asked] > 1 or read_heading(asked).field not in _SHARED
    }


def of_kind_heading(heading: str) -> Mapping[str, str]:
    """What the heading over the columns of one kind says: "Computer leerkracht" of which kind, and whose they are."""
    said = heading.split()
    if is_kind_word(heading):
        return {"kind": heading}
    for kind, rest in ((said[:1], said[1:]), (said[-1:], said[:-1])) if len(said) > 1 else ():
        if is_kind_word(kind[0]) and whose(" ".join(rest)):
            return {"kind": kind[0], "audience": " ".join(rest)}
    return {}


def _are_groups(owned: Mapping[int, Owned]) -> bool:
    """Two kinds at least, and something that is asked of more than one."""
    fields = Counter(read_heading(asked).field for _, asked in owned.values())
    return len({kind for kind, _ in owned.values()}) > 1 and max(fields.values(), default=0) > 1


def _parts(grid: Grid, row: int, headed: int, owned: Mapping[int, Owned]) -> Iterator[tuple[str, Grid]]:
    for kind in dict.fromkeys(kind for kind, _ in owned.values()):
        own = [column for column, (of, _) in owned.items() if of == kind]
        rows: list[list[Cell]] = [
            [_cell(place, column, cell, row + headed - 1, kind, owned) for column, cell in enumerate(line)]
            if place < row + headed or any(line[column] != "" and not _says_none(line[column]) for column in own)
            else [""] * len(line)
            for place, line in enumerate(grid.rows)
        ]
        if headed > 1:
            rows[row] = [""] * len(rows[row])
        if not all(map(is_blank, rows[row + headed :])):
            yield kind, replace(grid, rows=rows, origins=_origins(grid, rows, own[0]), beside=True)


def _says_none(cell: Cell) -> bool:
    """There is no device of this kind there: "n.v.t.", "geen", "-"."""
    text = clean(cell).lower() if isinstance(cell, str) else "?"
    return text in ("", "niet") or is_none(text)


def _cell(row: int, column: int, cell: Cell, header: int, kind: str, owned: Mapping[int, Owned]) -> Cell:
    of, asked = owned.get(column, (kind, ""))
    if of != kind and row >= header:
        return ""
    return asked if row == header and asked else cell


def _origins(grid: Grid, rows: Sequence[Sequence[Cell]], own: int) -> tuple[Origin, ...]:
    return tuple(
        Origin(
            row + grid.top,
            own + grid.left,
            tuple((row + grid.top, column + grid.left) for column in range(len(line))),
        )
        for row, line in enumerate(rows)
    )
