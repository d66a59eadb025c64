"""A workbook from outside as a workbook we dare to hand back: its cells and their look, and nothing that does anything.

Formulas become the value Excel last showed. Macros, links, pictures, charts, pivot tables, defined names, conditional
formats and rules that could compute are left behind.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from typing import Final
from xml.parsers.expat import ExpatError, ParserCreate
from zipfile import ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as ExcelCell
from openpyxl.cell.cell import MergedCell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.packaging.custom import CustomPropertyList
from openpyxl.utils import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.scenario import ScenarioList
from openpyxl.worksheet.worksheet import Worksheet

from planning.core.text import Cell, CoarseDate
from planning.workbooks.packed import Package
from planning.workbooks.writing import note, set_text

_MAX_SPANNED: Final = 100_000
# A literal list, a plain range, or a number: anything else in a rule is a formula.
_SHEET: Final = r"(?:'(?:[^'\[\]|]|'')+'!|[\w.]+!)?"
_PLAIN_RULE: Final = re.compile(rf'"[^"|]*"|{_SHEET}\$?[A-Z]{{1,3}}\$?\d+(?::\$?[A-Z]{{1,3}}\$?\d+)?|-?\d+(?:\.\d+)?')


def inert_workbook(content: bytes) -> Workbook:
    """`content` (xlsx or xlsm) opened and made harmless. Raises what openpyxl raises on a file it cannot read.

    Raises OverflowError where merged or linked areas span more cells than any list has, each of which takes room.
    """
    package = Package(content)
    package.verify()
    package.take_out_blank_rows()
    content = package.content()
    if _spanned_cells(content) > _MAX_SPANNED:
        raise OverflowError("merged or linked areas")
    workbook = load_workbook(BytesIO(content), data_only=True, keep_vba=False, keep_links=False)
    for chart_sheet in list(workbook.chartsheets):
        workbook.remove(chart_sheet)
    workbook.defined_names.clear()
    workbook.custom_doc_props = CustomPropertyList()
    for sheet in workbook.worksheets:
        _strip(sheet)
        for cell in cells(sheet):
            _settle(cell)
    _show_formulas_without_value(workbook, content)
    return workbook


def workbook_of(sheets: Iterable[tuple[str, Iterable[Iterable[Cell]]]]) -> Workbook:
    """A workbook with these sheets' values, each row from column A on; text stays text."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets:
        sheet = workbook.create_sheet(title)
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                if value != "":
                    _write(sheet.cell(row, column), value)
    return workbook


def _write(cell: ExcelCell, value: Cell) -> None:
    if isinstance(value, str):
        set_text(cell, value)
    elif isinstance(value, CoarseDate):
        cell.value = value.day
        cell.number_format = "mmm yyyy" if value.precision == "month" else "yyyy"
    else:
        cell.value = value


def cells(sheet: Worksheet) -> list[ExcelCell]:
    """All cells of a sheet that can hold something of their own."""
    return [cell for cell in sheet._cells.values() if not isinstance(cell, MergedCell)]


def _spanned_cells(content: bytes) -> int:
    """Cells under all merged and linked areas of all sheets."""
    spanned = 0

    def started(tag: str, attributes: dict[str, str]) -> None:
        nonlocal spanned
        if tag.rpartition(":")[2] in ("mergeCell", "hyperlink"):
            left, top, right, bottom = range_boundaries(attributes.get("ref", "A1"))
            spanned += (right - left + 1) * (bottom - top + 1)

    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():  # every part: a sheet may stand under any name
            parser = ParserCreate()
            parser.StartElementHandler = started
            with archive.open(name) as part, suppress(ExpatError):
                parser.ParseFile(part)
    return spanned


def _strip(sheet: Worksheet) -> None:
    sheet.defined_names.clear()
    sheet.conditional_formatting = ConditionalFormattingList()
    sheet.scenarios = ScenarioList()
    sheet.tables.clear()
    sheet._pivots, sheet._charts, sheet._images = [], [], []
    sheet.legacy_drawing = None
    rules = sheet.data_validations.dataValidation
    sheet.data_validations.dataValidation = [rule for rule in rules if _is_plain(rule)]


def _is_plain(rule: DataValidation) -> bool:
    formulas = [formula for formula in (rule.formula1, rule.formula2) if formula]
    return rule.type != "custom" and all(_PLAIN_RULE.fullmatch(formula) for formula in formulas)


def _settle(cell: ExcelCell) -> None:
    cell._hyperlink = None
    if cell.comment:
        cell.comment = note(cell.comment.text, cell.comment.author)  # a note read from a file has lost its size
    if cell.data_type == "f" or isinstance(cell.value, str):
        set_text(cell, unescape(str(cell.value)))


def _show_formulas_without_value(workbook: Workbook, content: bytes) -> None:
    """A formula no program ever worked out has no value to show: its own text stands there, inert."""
    source = load_workbook(BytesIO(content), read_only=True, keep_links=False)
    for sheet in workbook.worksheets:
        seen = source[sheet.title]
        seen.reset_dimensions()  # a file may claim a million empty rows
        for row in seen.iter_rows():
            for found in row:
                if found.data_type != "f":
                    continue
                cell = sheet.cell(found.row, found.column)
                if not isinstance(cell, MergedCell) and cell.value is None:
                    set_text(cell, str(getattr(found.value, "text", None) or found.value))
    source.close()
