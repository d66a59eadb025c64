"""A book as the bytes of a workbook: xlsx with the values Excel would have cached, or csv."""

import json
import re
import zipfile
from datetime import date
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from tests.inventory.samples.book import Book, Cell, Sample, Sheet, letters

KEPT = Path(__file__).with_name("kept")
MACRO_TYPE = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
PLAIN_TYPE = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def finished(book: Book, suffix: str = ".xlsx") -> Sample:
    """The sample of a finished book."""
    name = f"{book.layout}_{book.seed}{suffix}"
    return Sample(name, partial(xlsx, book, macro=suffix == ".xlsm"), book.truth(name))


def kept(name: str) -> Sample:
    """A workbook that was written once, with its truth."""
    truth = json.loads((KEPT / f"{name}.truth.json").read_text(encoding="utf-8"))
    return Sample(truth["workbook"], (KEPT / truth["workbook"]).read_bytes, truth)


def xlsx(book: Book, *, macro: bool = False) -> bytes:
    """The bytes of a workbook, formulas with the values that Excel last computed."""
    made = Workbook()
    made.remove(made.active)
    if book.epoch_1904:
        made.epoch = CALENDAR_MAC_1904
    for sheet in book.sheets:
        fill(made.create_sheet(sheet.title), sheet)
    raw = BytesIO()
    made.save(raw)
    return with_cached_values(raw.getvalue(), book, macro=macro)


def fill(page: Worksheet, sheet: Sheet) -> None:
    for (row, column), cell in sheet.cells.items():
        target = page.cell(row, column)
        write(target, cell)
    for area in sheet.merged:
        page.merge_cells(area)
    for row in sheet.hidden_rows:
        page.row_dimensions[row].hidden = True
    if sheet.hidden:
        page.sheet_state = "hidden"


def write(target: object, cell: Cell) -> None:
    """Put a cell down; a text that looks like a formula stays text unless it has a cached value."""
    target.value = cell.value  # type: ignore[attr-defined]
    if isinstance(cell.value, str) and cell.value.startswith("=") and cell.cached is None:
        target.data_type = "s"  # type: ignore[attr-defined]
    if cell.form:
        target.number_format = cell.form  # type: ignore[attr-defined]
    if cell.fill:
        shade = colour(cell.fill)
        target.fill = PatternFill("solid", start_color=shade, end_color=shade)  # type: ignore[attr-defined]
    if cell.strike or cell.bold:
        target.font = Font(strike=cell.strike, bold=cell.bold)  # type: ignore[attr-defined]


def colour(fill: str) -> Color:
    """RRGGBB, or a theme's colour with its tint as Excel's own menu gives it ("theme 5 0.4")."""
    if fill.startswith("theme"):
        _, number, tint = fill.split()
        return Color(theme=int(number), tint=float(tint))
    return Color(rgb=f"FF{fill}")


def with_cached_values(content: bytes, book: Book, *, macro: bool) -> bytes:
    """openpyxl writes formulas without values; Excel never does, so the values are put in."""
    source, target = zipfile.ZipFile(BytesIO(content)), BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if number:
                data = cached(data.decode(), book.sheets[int(number[1]) - 1]).encode()
            elif name == "[Content_Types].xml" and macro:
                data = data.replace(PLAIN_TYPE, MACRO_TYPE)
            info = zipfile.ZipInfo(name, (2018, 1, 1, 0, 0, 0))  # the same bytes on every day
            info.compress_type = zipfile.ZIP_DEFLATED
            if name.startswith("docProps/core"):
                data = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2018-01-01T00:00:00Z", data)
            out.writestr(info, data)
    return target.getvalue()


def cached(xml: str, sheet: Sheet) -> str:
    """The sheet with the value of each formula after it."""
    for (row, column), cell in sheet.cells.items():
        if cell.cached is not None:
            formula = rf'(<c r="{letters(column)}{row}"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)'
            xml = re.sub(formula, rf"\g<1><v>{cell.cached}</v>", xml)
    return xml


def grid(sheet: Sheet) -> list[list[str]]:
    """The rows of a sheet as texts, as a csv or ods shows them."""
    rows = [[""] * sheet.width for _ in range(sheet.height)]
    for (row, column), cell in sheet.cells.items():
        rows[row - 1][column - 1] = shown(cell)
    return rows


def shown(cell: Cell) -> str:
    value = cell.value if cell.cached is None else cell.cached
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", ",")
    return str(value)


def csv_sample(book: Book, delimiter: str, encoding: str, newline: str = "\r\n") -> Sample:
    """The first sheet as csv, in the dialect asked for."""
    out = StringIO()
    for row in grid(book.sheets[0]):
        out.write(delimiter.join(quoted(text, delimiter) for text in row) + newline)
    name = f"{book.layout}_{book.seed}.csv"
    return Sample(name, partial(out.getvalue().encode, encoding), book.truth(name))


def quoted(text: str, delimiter: str) -> str:
    if delimiter in text or '"' in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text
