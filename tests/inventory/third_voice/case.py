"""One small workbook and what a strict colleague reads in it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from openpyxl import Workbook

from tests.making import Rows, saved

Lot = tuple[object, ...]
"""Excel's row, kind, number of devices, and field=value pairs as further (name, value) tuples."""


@dataclass(frozen=True)
class Case:
    """Sheets of literal rows, every lot in them, and the rows a person must be asked about."""

    name: str
    sheets: Mapping[str, Rows]
    lots: tuple[Lot, ...]
    asked: frozenset[tuple[str, int]] = frozenset()
    names: tuple[str, ...] = ()  # of people: nowhere in what is read
    layout: str | None = None
    dressed: Callable[[Workbook], None] | None = None  # colours, merged areas, hidden rows

    def content(self) -> bytes:
        """The workbook."""
        book = Workbook()
        book.remove(book.active)
        for title, rows in self.sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        if self.dressed:
            self.dressed(book)
        return saved(book)


def case(
    name: str,
    rows: Rows,
    *lots: Lot,
    asked: tuple[int, ...] = (),
    names: tuple[str, ...] = (),
    layout: str | None = None,
    dressed: Callable[[Workbook], None] | None = None,
) -> Case:
    """A workbook of one sheet."""
    return Case(name, {"Blad1": rows}, lots, frozenset(("Blad1", row) for row in asked), names, layout, dressed)
