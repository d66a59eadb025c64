"""The workbooks that tests hand in: a few literal rows, as Excel would have kept them."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def workbook(rows: Rows, sheet: str = "Lijst", **others: Rows) -> bytes:
    """An xlsx with one sheet of these rows, and others by name."""
    return sheets(**{sheet: rows}, **others)


def sheets(**rows_of: Rows) -> bytes:
    """An xlsx with these sheets, by name."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in rows_of.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    content = BytesIO()
    book.save(content)
    return content.getvalue()
