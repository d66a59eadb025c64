"""The template's page of explanation: how to fill it in, what counts, and what is never kept."""

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from planning.core.translation import gettext as _
from planning.workbooks.writing import BODY_FONT, BRAND, set_text


def write_guide(sheet: Worksheet) -> None:
    """Fill the guide; its first cell tells the reader whose template this is."""
    sheet.title = _("Guide")
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].width = 110
    set_text(sheet["A1"], _("Vlootplan template"))
    sheet["A1"].font = Font(name="Calibri", size=16, bold=True, color=BRAND)
    row = 3
    for subject, lines in _guide_texts():
        set_text(sheet.cell(row, 1), subject)
        sheet.cell(row, 1).font = Font(name="Calibri", size=12, bold=True, color=BRAND)
        for line in lines:
            row += 1
            set_text(sheet.cell(row, 1), line)
            sheet.cell(row, 1).font = BODY_FONT
            sheet.cell(row, 1).alignment = Alignment(wrap_text=True, vertical="top", indent=1)
            # a program without our letter takes a wider one, and would hide what no longer fits on the line
            sheet.row_dimensions[row].height = 15 * (len(line) // 88 + 1)
        row += 2
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _guide_texts() -> list[tuple[str, list[str]]]:
    return [
        (
            _("Filling it in"),
            [
                _("1. Fill in the sheet ‘{sheet}’: one row for every device, or one row with a count.").format(
                    sheet=_("Inventory")
                ),
                _("2. Look at the sheet ‘{sheet}’ when in doubt.").format(sheet=_("Example")),
                _("3. Kind is needed; the rest helps. An empty cell is better than a guess."),
                _("4. A date may be a day, a month, a year or a school year. We never make it more precise."),
                _("5. Upload the workbook. You see what we read before anything changes, and you confirm."),
                _("Order of columns, extra columns and empty rows do not matter. Your own workbook is welcome too."),
            ],
        ),
        (
            _("What counts for the ratio"),
            [
                _("Chromebooks, laptops, tablets and desktops for pupils, in use and still getting updates."),
                _("Not: devices for staff, spare, in repair, broken, missing, ordered or disposed of."),
                _("Not: devices whose ‘{heading}’ has passed.").format(heading=_("Updates until")),
                _("Boards, projectors, printers, network devices and carts are kept but do not count."),
            ],
        ),
        (
            _("Privacy"),
            [
                _("Do not enter names of pupils or staff, e-mail or network addresses: we have no use for them."),
                _("A column with such data is left out before anything is kept, and you are told which column it was."),
                _("Remarks are not kept. The workbook itself is not kept either."),
            ],
        ),
    ]  # fmt: skip
