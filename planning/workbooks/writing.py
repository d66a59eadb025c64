"""Workbooks as the product hands them out: one look, text that stays text, the same bytes for the same content."""

import re
import zipfile
from collections.abc import Collection, Hashable, Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from planning.core.clock import local
from planning.core.translation import gettext as _
from planning.workbooks.cell_notes import OURS

EURO: Final = '"€" #,##0'
EURO_CENTS: Final = '"€" #,##0.00'
WHOLE: Final = "#,##0"
DAY: Final = "d-m-yyyy"
MOMENT: Final = "d-m-yyyy h:mm"
TEXT: Final = "@"

INK: Final = "0E1720"
SECOND_VOICE: Final = "55606C"
BRAND: Final = "0B5B73"
LINE: Final = "C9D2DA"
HEADER_FILL: Final = "E4EAEF"

TITLE_FONT: Final = Font(name="Calibri", size=16, bold=True, color=BRAND)
HELP_FONT: Final = Font(name="Calibri", size=11, color=SECOND_VOICE)
BODY_FONT: Final = Font(name="Calibri", size=11, color=INK)
HEADER_FONT: Final = Font(name="Calibri", size=11, bold=True, color=INK)

_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel takes for the code of a sign, unless its first dash is written as one."""
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_MAX_TEXT: Final = 32_767  # Excel's own limit for a cell
_MAX_SHEET_NAME: Final = 31
_WIDEST: Final = 60
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the zip format's first moment
_FIXED_TIME: Final = b"2018-01-01T00:00:00Z"


def set_text(cell: Cell, text: str) -> None:
    """Write `text` as text: never a formula, an error code or a link, also when someone edits the cell in Excel.

    Signs that the file format cannot hold are left out; longer texts end where Excel's cell ends (32,767 signs).
    """
    clean = _ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", text)[:_MAX_TEXT])
    cell.value = clean
    cell.data_type = "s"
    if clean.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True


def sheet_title(text: str) -> str:
    """`text` as the name of a sheet: without the signs Excel refuses, at most 31 long."""
    clean = ILLEGAL_CHARACTERS_RE.sub("", re.sub(r"[\[\]:*?/\\]", " ", text)).strip(" '")
    return clean[:_MAX_SHEET_NAME].strip(" '") or _("Table")


def style_header(cell: Cell) -> None:
    """The look of a column's heading."""
    cell.font = HEADER_FONT
    cell.fill = PatternFill("solid", fgColor=HEADER_FILL)
    cell.alignment = Alignment(vertical="center", wrap_text=True)
    cell.border = Border(bottom=Side("thin", color=LINE))


def write_title(sheet: Worksheet, title: str, lines: Sequence[str]) -> int:
    """Title in A1 and the lines under it; returns the first row after a blank one."""
    set_text(sheet["A1"], title)
    sheet["A1"].font = TITLE_FONT
    sheet.row_dimensions[1].height = 24
    for row, line in enumerate(lines, start=2):
        set_text(sheet.cell(row, 1), line)
        sheet.cell(row, 1).font = HELP_FONT
    return len(lines) + 3


def note(text: str, author: str = OURS) -> Comment:
    """A cell's note in a box that fits its text."""
    lines = sum(1 + len(line) // 42 for line in text.split("\n"))
    return Comment(text, author, width=300, height=min(30 + 18 * lines, 420))


def print_on_a4(sheet: Worksheet, header_row: int) -> None:
    """Lying A4, as wide as the page, with the heading on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{header_row}:{header_row}"
    sheet.oddFooter.right.text = "&P / &N"


def to_bytes(workbook: Workbook) -> bytes:
    """The saved workbook; equal content gives equal bytes, because no clock is written into it."""
    raw = BytesIO()
    workbook.save(raw)
    steady = BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", _FIXED_TIME, content)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o600 << 16
            target.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return steady.getvalue()


def table_to_excel(
    frame: pd.DataFrame,
    *,
    sheet: str,
    title: str,
    facts: Sequence[str] = (),
    formats: Mapping[Hashable, str] | None = None,
    sums: Collection[int] = (),
) -> bytes:
    """`frame` as a workbook of one sheet: title, facts (reference date, what it counts, example data), header, rows.

    The columns' names are the headings; the index is not written. Numbers, dates and times keep their type, so that
    they can be reckoned with; missing values are empty cells. `formats` gives a column its own Excel number format
    (EURO, EURO_CENTS, "0%", ...); the rows at the places in `sums`, from 0, are sums. Everything else is text that
    stays text.
    """
    workbook = Workbook()
    page = workbook.active
    page.title = sheet_title(sheet)
    page.sheet_view.showGridLines = False
    header_row = write_title(page, title, facts)
    values = {column: [_plain(value) for value in frame[column]] for column in frame.columns}
    for number, column in enumerate(frame.columns, start=1):
        heading = page.cell(header_row, number)
        set_text(heading, str(column))
        style_header(heading)
        number_format = (formats or {}).get(column) or _number_format(values[column])
        if _is_measured(values[column]):
            heading.alignment = Alignment(horizontal="right", vertical="center", wrap_text=True)
        for row, value in enumerate(values[column], start=header_row + 1):
            _write(page.cell(row, number), value, number_format, is_sum=row - header_row - 1 in sums)
        width = max(len(_shown(value)) for value in [str(column), *values[column]])
        page.column_dimensions[get_column_letter(number)].width = min(max(width + 3, 10), _WIDEST)
    last = f"{get_column_letter(max(len(frame.columns), 1))}{header_row + len(frame)}"
    page.auto_filter.ref = f"A{header_row}:{last}"
    page.freeze_panes = f"A{header_row + 1}"
    print_on_a4(page, header_row)
    return to_bytes(workbook)


def _plain(value: Any) -> str | int | float | date | datetime | time | None:
    """A frame's value as Python's own, None where nothing is known."""
    if value is None or (not isinstance(value, (str, list, tuple, dict, set)) and pd.isna(value)):
        return None
    if hasattr(value, "item"):
        value = value.item()
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, pd.Timestamp):
        value = value.to_pydatetime()
    if isinstance(value, datetime):
        return local(value).replace(tzinfo=None) if value.tzinfo else value  # Excel knows no time zones
    if isinstance(value, float) and value in (float("inf"), float("-inf")):
        return None
    return value if isinstance(value, (str, int, float, date, time)) else str(value)


def _number_format(values: Sequence[Any]) -> str:
    """The format that shows every value of a column in full."""
    known = [value for value in values if value is not None]
    if known and all(isinstance(value, (int, float)) for value in known):
        decimals = max(_decimals(value) for value in known)
        return f"#,##0.{'0' * decimals}" if decimals else WHOLE
    if any(isinstance(value, datetime) for value in known):
        return MOMENT
    return DAY if any(isinstance(value, date) for value in known) else "General"


def _decimals(value: float) -> int:
    return next((digits for digits in (0, 1) if round(value, digits) == round(value, 2)), 2)


def _is_measured(values: Sequence[Any]) -> bool:
    known = [value for value in values if value is not None]
    return bool(known) and all(isinstance(value, (int, float)) for value in known)


def _write(cell: Cell, value: Any, number_format: str, *, is_sum: bool) -> None:
    cell.font = HEADER_FONT if is_sum else BODY_FONT
    cell.border = Border(top=Side("thin", color=LINE)) if is_sum else Border(bottom=Side("hair", color=LINE))
    cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str) and len(value) > _WIDEST)
    if value is None:
        return
    if isinstance(value, str):
        set_text(cell, value)
        return
    cell.value = value
    cell.number_format = number_format


def _shown(value: Any) -> str:
    """About what the cell shows, to give the column its width."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:,.2f}"
    if isinstance(value, datetime):
        return "31-12-2018 13:00"
    return "31-12-2018" if isinstance(value, date) else str(value)
