"""A cross under one of several headings: "In gebruik | Reserve | Stuk" is one column that was written as three."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from planning.core.text import clean, folded
from planning.inventory.recognise.contents import is_mark
from planning.inventory.recognise.headings import HeaderRow, is_filled
from planning.inventory.values.devices import is_kind_word, names_model
from planning.inventory.values.leaving import state_headed
from planning.inventory.values.people import whose
from planning.inventory.values.status import read_remark
from planning.workbooks.grid import Grid

_FEWEST: Final = 2  # columns
_MOSTLY: Final = 0.8  # of the rows
Crossed = Mapping[str, tuple[int, ...]]
"""Field -> the columns in which a cross says that their heading holds."""


def crossed_columns(header: HeaderRow, grid: Grid, first: int, free: Callable[[int], bool]) -> Crossed:
    """The columns of crosses whose headings are values of one field. `free`: nobody said what a column is."""
    found: dict[str, list[int]] = {}
    for place, heading in enumerate(header.headings):
        if heading.text and free(place) and _holds_crosses(grid, first, place):
            for name, value_of in _VALUES:
                if value_of(_own(header, grid, place)):
                    found.setdefault(name, []).append(place)
                    break
    if "kind" in found and not _are_alternatives(grid, first, found["kind"]):
        del found["kind"]  # a room can have a board and a projector
    told = {name: tuple(places) for name, places in found.items() if len(places) >= _FEWEST}
    values = dict(_VALUES)
    return {
        name: places
        for name, places in told.items()
        if len({values[name](_own(header, grid, place)) for place in places}) > 1
    }


def written_out(grid: Grid, first: int, header: HeaderRow, crossed: Crossed) -> Grid:
    """The sheet with in the first of such columns the headings that were crossed, and in the others nothing.

    Two crosses in a row contradict each other: that is asked.
    """
    if not crossed:
        return grid
    rows = list(grid.rows)
    for row in range(first, len(rows)):
        for name, places in crossed.items():
            said = [_own(header, grid, place) for place in places if rows[row][place] not in ("", False)]
            line = list(rows[row])
            for place in places:
                line[place] = ""
            both = "?" if name == "kind" else ", ".join(said) + " ?"  # of two kinds the first would be read
            line[places[0]] = both if len(said) > 1 else ", ".join(said)
            rows[row] = line
    return replace(grid, rows=rows)


def _are_alternatives(grid: Grid, first: int, places: Sequence[int]) -> bool:
    """Nearly every row has a cross under one of the columns, and under no other."""
    crosses = [sum(row[place] not in ("", False) for place in places) for row in grid.rows[first:] if is_filled(row)]
    return crosses.count(1) >= _MOSTLY * len(crosses)


def _kind(heading: str) -> str | None:
    return folded(heading) if is_kind_word(heading) or names_model(heading) else None


def _own(header: HeaderRow, grid: Grid, place: int) -> str:
    """The heading of a column without what stands over several: of "Soort (x)" over "laptop" the latter."""
    return clean(grid.rows[header.rows[-1]][place]) if len(header.rows) > 1 else header.headings[place].text


def _holds_crosses(grid: Grid, first: int, place: int) -> bool:
    told = (is_mark(cell) for cell in grid.distinct(place, first) if cell not in ("", False) and clean(cell))
    return next(told, False) and all(told)  # a list would look at all of a long column


def _state(heading: str) -> str | None:
    remark = read_remark(heading)
    return remark.status if remark.whole and remark.status else state_headed(heading)


_VALUES: Final[tuple[tuple[str, Callable[[str], str | None]], ...]] = (
    ("status", _state),
    ("audience", whose),
    ("kind", _kind),
)
"""Fields of which a heading can be a value."""
