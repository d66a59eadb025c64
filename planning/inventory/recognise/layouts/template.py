"""What the product hands out itself: its template, of which only the inventory is read, and its sheet of remarks."""

from dataclasses import replace
from typing import Final

from planning.core.text import clean, words
from planning.inventory.recognise.layouts.proposal import Proposal, SheetView, headings_seen, of_plan
from planning.workbooks.files import Book
from planning.workbooks.grid import Grid

_MARK: Final = ("vlootplan sjabloon", "vlootplan template")
_REMARKS: Final = (
    ("wat te doen", "tabblad", "rij", "kolom", "er staat", "opmerking", "advies"),
    ("what to do", "sheet", "row", "column", "what it says", "remark", "advice"),
)
"""The headings of the sheet of remarks (write/marking.py), in the language that it was made in."""
_TOP: Final = 10  # rows: a title and a summary stand above its headings
_ASIDE: Final = frozenset({"voorbeeld", "uitleg", "lijsten", "example", "guide", "lists"})


def is_template(book: Book) -> bool:
    """One of its sheets opens with the template's own words."""
    return any(_opening(grid).startswith(_MARK) for grid in book.grids)


def is_aside(grid: Grid) -> bool:
    """A sheet of the template that helps to fill it in."""
    return words(grid.name) in _ASIDE or _opening(grid).startswith(_MARK)


def is_remarks(grid: Grid) -> bool:
    """The sheet of remarks in a workbook that came back to be corrected, whatever it is called now."""
    return any(tuple(map(words, map(clean, row[: len(_REMARKS[0])]))) in _REMARKS for row in grid.rows[:_TOP])


def recognise(seen: SheetView) -> Proposal | None:
    """The template's own promises: an empty count is 1, and an empty "for whom" is pupils."""
    plan = seen.plan("template")
    if plan is None:
        return None
    plan = replace(plan, empty_count_is_one=True, default_audience="pupils", score=1.0)
    return of_plan(plan, headings_seen(plan))


def _opening(grid: Grid) -> str:
    return words(clean(grid.rows[0][0])) if grid.rows and grid.rows[0] else ""
