"""The product's own template: its guide says whose it is, and only the inventory itself is read."""

from dataclasses import replace
from typing import Final

from planning.core.text import clean, words
from planning.inventory.recognise.layouts.plan import make_plan
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView, headings_seen, of_plan
from planning.workbooks.files import Book
from planning.workbooks.grid import Grid

_MARK: Final = ("vlootplan sjabloon", "vlootplan template")
_ASIDE: Final = frozenset({"voorbeeld", "uitleg", "lijsten", "example", "guide", "lists"})


def is_template(book: Book) -> bool:
    """One of its sheets opens with the template's own words."""
    return any(_opening(grid).startswith(_MARK) for grid in book.grids)


def is_aside(grid: Grid) -> bool:
    """A sheet of the template that helps to fill it in."""
    return words(grid.name) in _ASIDE or _opening(grid).startswith(_MARK)


def recognise(seen: SheetView) -> Proposal | None:
    """The template's own promises: an empty count is 1, and an empty "for whom" is pupils."""
    if seen.header is None:
        return None
    plan = make_plan("template", seen.grid, seen.header, seen.corrections)
    plan = replace(plan, empty_count_is_one=True, default_audience="pupils", score=1.0)
    return of_plan(plan, headings_seen(plan))


def _opening(grid: Grid) -> str:
    return words(clean(grid.rows[0][0])) if grid.rows and grid.rows[0] else ""
