"""The coordinator's own workbook back, with every remark at its cell and all of them on a first sheet."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from openpyxl import Workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.reading import Reading
from planning.inventory.words.messages import advice, message, where
from planning.workbooks.cell_styles import REMARK_FILLS
from planning.workbooks.files import open_book
from planning.workbooks.inert import inert_workbook, workbook_of
from planning.workbooks.model import Problem
from planning.workbooks.writing import (
    BODY_FONT,
    note,
    print_on_a4,
    set_text,
    sheet_title,
    style_header,
    to_bytes,
    write_title,
)

_WIDTHS: Final = (16, 22, 8, 9, 24, 60, 60)
Keep = Literal["look", "cells", "remarks"]


def mark_workbook(content: bytes, reading: Reading, keep: Keep = "look") -> bytes:
    """`content` as xlsx with the problems of `reading` marked: a fill and a note at each cell, a list in front.

    Every other format becomes an xlsx with the same cells. Nothing in the result computes, links outside or runs.
    `keep`: an xlsx's own look, its cells only, or neither: the list of remarks alone, for a file too heavy to mark.
    """
    workbook, sheets = _opened(content, reading, keep)
    problems = worst_first(reading)
    for problem in problems:
        cell = _place(problem, sheets.get(problem.sheet), reading)
        if cell is not None:
            _mark(cell, problem)
    _list(workbook.create_sheet(_("Remarks"), 0), reading, problems, sheets, keep)
    _open_at_first(workbook)
    return to_bytes(workbook)


def worst_first(reading: Reading) -> list[Problem]:
    """What still needs a choice, then what a person chose, then what is good to know; each in the file's order."""
    order = {sheet.sheet: number for number, sheet in enumerate(reading.sheets)}

    def rank(problem: Problem) -> tuple[int, int, int, int]:
        weight = 0 if problem.is_open else 1 if problem.severity == "must" else 2
        column = column_index_from_string(problem.column) if problem.column else 0
        return weight, order.get(problem.sheet, len(order)), problem.row or 0, column

    return sorted(reading.problems, key=rank)


def _opened(content: bytes, reading: Reading, keep: Keep) -> tuple[Workbook, dict[str, Worksheet]]:
    """A workbook of ours and its sheets by the name the reading knows them by."""
    if keep == "remarks":
        return workbook_of(()), {}
    if keep == "look" and reading.file.format in ("xlsx", "xlsm"):
        try:
            workbook = inert_workbook(content)
        except Exception:  # noqa: S110 - openpyxl raises anything on a file only calamine understands
            pass
        else:
            return workbook, {sheet.title: sheet for sheet in workbook.worksheets}
    found = open_book(content, reading.file.name).grids
    workbook = workbook_of((sheet_title(grid.name), grid.rows) for grid in found)
    return workbook, dict(zip((grid.name for grid in found), workbook.worksheets, strict=True))


def _place(problem: Problem, sheet: Worksheet | None, reading: Reading) -> Cell | None:
    """The cell to mark: the problem's own, or the first of the list on its row; none for a whole sheet or file."""
    if sheet is None or problem.row is None:
        return None
    column = problem.column or _first_column(problem.sheet, reading)
    cell = sheet[f"{column}{problem.row}"]
    if isinstance(cell, MergedCell):
        merged = next(area for area in sheet.merged_cells.ranges if cell.coordinate in area)
        return sheet.cell(merged.min_row, merged.min_col)
    return cell


def _first_column(name: str, reading: Reading) -> str:
    columns = [column.column for sheet in reading.sheets if sheet.sheet == name for column in sheet.columns]
    return min(columns, key=column_index_from_string, default="A")


def _mark(cell: Cell, problem: Problem) -> None:
    """Worst first: a fill that is there already is the worse one; notes add up, a school's own note included."""
    if cell.fill.fgColor.rgb != f"00{REMARK_FILLS['must']}":
        cell.fill = PatternFill("solid", fgColor=REMARK_FILLS[problem.severity])
    parts = [cell.comment.text] if cell.comment else []
    text = "\n\n".join([*parts, f"{message(problem)}\n{advice(problem)}".strip()])
    cell.comment = note(text)


def _list(
    sheet: Worksheet, reading: Reading, problems: Sequence[Problem], sheets: dict[str, Worksheet], keep: Keep
) -> None:
    title = _("Remarks on {file}").format(file=reading.file.name)
    header_row = write_title(sheet, title, list(_summary(reading, keep)))
    headings = (_("What to do"), _("Sheet"), _("Row"), _("Column"), _("What it says"), _("Remark"), _("Advice"))
    for number, heading in enumerate(headings, start=1):
        set_text(sheet.cell(header_row, number), heading)
        style_header(sheet.cell(header_row, number))
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS[number - 1]
    for row, problem in enumerate(problems, start=header_row + 1):
        _write_row(sheet, row, problem)
        cell = _place(problem, sheets.get(problem.sheet), reading)
        if cell is not None:
            _link(sheet.cell(row, 2), cell, where(problem))
    sheet.freeze_panes = f"A{header_row + 1}"
    sheet.auto_filter.ref = f"A{header_row}:{get_column_letter(len(headings))}{header_row + len(problems)}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = "0B5B73"
    print_on_a4(sheet, header_row)


def _summary(reading: Reading, keep: Keep) -> Iterable[str]:
    still = len(reading.open_problems)
    rest = len(reading.problems) - still
    if still:
        yield ngettext("{n} remark needs a choice from you.", "{n} remarks need a choice from you.", still).format(
            n=still
        )
    if rest:
        yield ngettext("{n} remark is for your information.", "{n} remarks are for your information.", rest).format(
            n=rest
        )
    if keep == "remarks":
        yield _("Your own sheets hold too much to mark. Correct your own list with this one beside it.")
    else:
        yield _(
            "Click on a sheet’s name to go to the cell. Correct it there and upload this file, or your own list, again."
        )


def _write_row(sheet: Worksheet, row: int, problem: Problem) -> None:
    what = _("choose") if problem.is_open else _("chosen") if problem.severity == "must" else _("for information")
    values = (what, problem.sheet, problem.row, problem.column, problem.as_written, message(problem), advice(problem))
    for number, value in enumerate(values, start=1):
        cell = sheet.cell(row, number)
        cell.font = BODY_FONT
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        if isinstance(value, str):
            set_text(cell, value)
        elif value is not None:
            cell.value = value
    sheet.cell(row, 1).fill = PatternFill("solid", fgColor=REMARK_FILLS[problem.severity])


def _link(cell: Cell, target: Cell, tooltip: str) -> None:
    """A link inside the workbook to `target`."""
    name = target.parent.title.replace("'", "''")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{name}'!{target.coordinate}", tooltip=tooltip[:255])
    cell.font = Font(name="Calibri", size=11, color="005A8D", underline="single")


def _open_at_first(workbook: Workbook) -> None:
    """Excel opens with the list of remarks; two selected sheets would be edited together."""
    workbook.active = 0
    for number, sheet in enumerate(workbook.worksheets):
        sheet.sheet_view.tabSelected = number == 0
