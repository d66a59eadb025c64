"""The xls of old. Its writer, xlwt, is not among the tests' packages: a workbook made with it is kept here.

`python -m tests.inventory.samples.xls` makes it anew, where xlwt is installed.
"""

import json
from datetime import date
from io import BytesIO

from tests.inventory.samples.book import Book
from tests.inventory.samples.families.formats import plain_list
from tests.inventory.samples.writing import KEPT

SEED = 7


def xls(book: Book) -> bytes:
    """The bytes of a workbook of Excel 97."""
    import xlwt

    made = xlwt.Workbook(encoding="utf-8")
    as_date = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    for sheet in book.sheets:
        page = made.add_sheet(sheet.title)
        for (row, column), cell in sheet.cells.items():
            if isinstance(cell.value, date):
                page.write(row - 1, column - 1, cell.value, as_date)
            else:
                page.write(row - 1, column - 1, cell.value)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


if __name__ == "__main__":
    book = plain_list(SEED, "Blad1")
    KEPT.mkdir(exist_ok=True)
    name = f"formats_{SEED}.xls"
    (KEPT / name).write_bytes(xls(book))
    text = json.dumps(book.truth(name), ensure_ascii=False, indent=None, separators=(",", ":"))
    (KEPT / f"formats_{SEED}.truth.json").write_text(text + "\n", encoding="utf-8")
