"""Columns that ask of each device whether another hangs with it: "Beamer?" with ja and nee beside "Merk bord"."""

from collections.abc import Iterable, Sequence
from typing import Final

from planning.core.text import Cell, clean, tokens
from planning.inventory.recognise.headings import Heading
from planning.inventory.values.devices import is_kind_word, knows_model
from planning.workbooks.grid import Grid

_ANSWERS: Final = frozenset({"ja", "nee", "yes", "no"})
_NAMING: Final = frozenset({"brand", "model", "brand_and_model"})


def asked_along(grid: Grid, headings: Sequence[Heading], first: int) -> set[int]:
    """Columns headed by a kind, of which the cells answer yes or no, where another column names the devices."""
    lines = grid.rows[first:]
    asked = {
        place
        for place, heading in enumerate(headings)
        if is_kind_word(heading.text.rstrip(" ?")) and are_answers(line[place] for line in lines)
    }
    return asked if asked and names_devices(grid, headings, first, asked) else set()


def names_devices(grid: Grid, headings: Sequence[Heading], first: int, apart: Iterable[int]) -> bool:
    """A column but those `apart` is headed by what names devices, and does."""
    named = [place for place, one in enumerate(headings) if one.field in _NAMING and place not in set(apart)]
    return any(line[place] != "" and knows_model(clean(line[place])) for line in grid.rows[first:] for place in named)


def are_answers(cells: Iterable[Cell]) -> bool:
    """All that are filled open with yes or no, whatever they add to it: "ja Epson"."""
    said = [tokens(text) for cell in cells if cell != "" and (text := clean(cell))]
    return bool(said) and all(words and words[0] in _ANSWERS for words in said)
