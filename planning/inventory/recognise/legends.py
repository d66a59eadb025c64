"""Abbreviations that a sheet explains itself: "CB = chromebook / NB = notebook" above a column of CB and NB."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from planning.core.text import Cell, clean, folded, tokens
from planning.workbooks.grid import Grid

_PAIR: Final = re.compile(r"\s*(?P<code>[^\s=:]{1,5})\s*(?:=|:(?=\s))\s*(?P<meaning>[^=]{2,60}?)\s*")
_BETWEEN: Final = re.compile(r"\s*(?:[/;|•\n]|[,\s](?=\s*[^\s=]{1,5}\s*=))\s*")
_NAMED: Final = re.compile(r"^(?P<name>[^=]{2,40}?)\s*:\s*(?=[^\s=]{1,5}\s*=)")
_MOST_ROWS: Final = 3000
_FEWEST: Final = 2  # codes, and cells that hold one
_NEARLY_ALL: Final = 0.8  # of the cells of a column


@dataclass(frozen=True, slots=True)
class Legend:
    """What codes stand for, in small letters; and the words that name their column, where it says so."""

    row: int
    names: frozenset[str]
    meanings: Mapping[str, str]


def written_in_full(grid: Grid) -> Grid:
    """The sheet with the codes that it explains written in full, in the columns that hold them."""
    if len(grid.rows) > _MOST_ROWS or not grid.holds("="):
        return grid
    legends = list(_legends(grid))
    if not legends:
        return grid
    own = {legend.row for legend in legends}
    rows: list[list[Cell]] = [list(row) for row in grid.rows]
    taken: set[int] = set()
    for legend in legends:
        place = _column(grid, legend, own, taken)
        if place is None:
            continue
        taken.add(place)
        for row, line in enumerate(rows):
            if row not in own and (meaning := legend.meanings.get(folded(clean(line[place])))):
                line[place] = meaning
    return replace(grid, rows=rows) if taken else grid


def _legends(grid: Grid) -> Iterator[Legend]:
    """The lines that explain codes; lines of one code below each other are one legend."""
    alone: dict[str, str] = {}
    first = 0
    for row, line in enumerate(grid.rows):
        whole = " / ".join(cell for cell in line if isinstance(cell, str) and cell.strip())
        if "=" not in whole:
            continue
        named = _NAMED.match(whole)
        pairs = _pairs(whole[named.end() :] if named else whole)
        if len(pairs) >= _FEWEST:
            names = frozenset(tokens(named["name"])) if named else frozenset()
            yield Legend(row, names, pairs)
        elif len(pairs) == 1:
            first = first if alone else row
            alone |= pairs
    if len(alone) >= _FEWEST:
        yield Legend(first, frozenset(), alone)


def _pairs(text: str) -> dict[str, str]:
    found = [_PAIR.fullmatch(piece) for piece in _BETWEEN.split(text)]
    pairs = [pair for pair in found if pair]
    return {folded(pair["code"]): pair["meaning"] for pair in pairs} if len(pairs) == len(found) else {}


def _column(grid: Grid, legend: Legend, own: set[int], taken: set[int]) -> int | None:
    """The column that holds the codes: of several the one whose heading the legend names."""
    fitting = []
    for place in range(max(map(len, grid.rows), default=0)):
        cells = [text for row, line in enumerate(grid.rows) if row not in own and (text := clean(line[place]))]
        coded = [text for text in cells if folded(text) in legend.meanings]
        if place not in taken and len(coded) >= max(_FEWEST, _NEARLY_ALL * (len(cells) - 1)):
            fitting.append((_is_named(cells, legend), len(set(coded)), -place))
    named, codes, place = max(fitting, default=(False, 0, 0))
    return -place if named or codes >= _FEWEST else None


def _is_named(cells: Sequence[str], legend: Legend) -> bool:
    return any(set(tokens(text)) & legend.names for text in cells if folded(text) not in legend.meanings)
