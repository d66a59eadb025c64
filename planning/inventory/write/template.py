"""The product's own inventory workbook: empty, with examples, drop-downs and an explanation at every heading."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.inventory.reading import KINDS, STATUSES
from planning.inventory.words.messages import audience_name, kind_name, status_name
from planning.inventory.write.template_guide import write_guide
from planning.workbooks.writing import (
    BODY_FONT,
    EURO_CENTS,
    TEXT,
    note,
    print_on_a4,
    set_text,
    style_header,
    to_bytes,
    write_title,
)

HEADER_ROW: Final = 4
LAST_ROW: Final = 2000  # drop-downs reach this far; rows below it are read all the same
STATUSES_OFFERED: Final = tuple(code for code in STATUSES if code != "unknown")
AUDIENCES_OFFERED: Final = ("pupils", "staff")


@dataclass(frozen=True)
class TemplateColumn:
    """A column of the template: its heading, what to fill in, and how Excel treats it."""

    field: str  # as in reading.FIELDS
    text: str
    help: str
    width: int
    number_format: str = "General"


# Dates are text on purpose: Excel would turn "september 2017" into the first of that month.
HEADINGS: Final = (
    TemplateColumn("kind", N_("Kind"), N_("Choose from the list: chromebook, laptop, tablet, desktop and so on."), 17),
    TemplateColumn("brand", N_("Brand"), N_("The maker, for example HP, Lenovo or Apple."), 14),
    TemplateColumn(
        "model",
        N_("Model"),
        N_("The model as on the sticker or the invoice, for example Chromebook 11 G5 EE or iPad Air."),
        28,
    ),
    TemplateColumn(
        "serial",
        N_("Serial number"),
        N_("From the sticker under the device. Leave it empty on a row for several devices."),
        22,
        TEXT,
    ),
    TemplateColumn(
        "count",
        N_("Count"),
        N_("How many identical devices this row stands for. Empty means 1."),
        9,
        "0",
    ),
    TemplateColumn(
        "purchased",
        N_("Date of purchase"),
        N_(
            "As precise as you know it: 14-9-2017, september 2017, 2017 or school year 2016-2017. "
            "Leave it empty when you do not know; do not guess."
        ),
        18,
        TEXT,
    ),
    TemplateColumn(
        "price",
        N_("Price each (incl. VAT)"),
        N_("What one device cost, in euros, with VAT. Empty when it was a gift or unknown."),
        16,
        EURO_CENTS,
    ),
    TemplateColumn(
        "status",
        N_("Status"),
        N_("Choose from the list. Empty means in use. Only devices in use count for the ratio."),
        15,
    ),
    TemplateColumn(
        "audience",
        N_("For whom"),
        N_("Pupils or staff. Empty counts as pupils. Never write the name of a person here."),
        13,
    ),
    TemplateColumn(
        "location",
        N_("Place or group"),
        N_("Where the device is used: groep 7/8, mediatheek, kar 2. Never the name of a person."),
        20,
    ),
    TemplateColumn(
        "support_until",
        N_("Updates until"),
        N_(
            "The last day or month with updates, when you know it: 31-3-2019 or june 2022. "
            "After that day the device no longer counts for the ratio."
        ),
        15,
        TEXT,
    ),
    TemplateColumn(
        "note",
        N_("Remark"),
        N_("Anything the school wants to remember. We look at it once for the status and do not keep it."),
        34,
    ),
)

# One line an example, in the order of HEADINGS; kind, status and audience by their code.
EXAMPLES: Final = tuple(
    tuple(value.strip() for value in line.split("|"))
    for line in """
chromebook | HP | Chromebook 11 G5 EE | | 16 | 14-9-2017 | 279 | in_use | pupils | groep 7/8 | |
chromebook | Acer | Chromebook 11 N7 | | 12 | 2016-2017 | 265 | in_use | pupils | kar 1 | jan 2022 |
chromebook | HP | Chromebook 11 G5 EE | 5CD7284KXQ | 1 | 14-9-2017 | 279 | in_repair | pupils | groep 6 | | scherm
chromebook | HP | Chromebook 11 G5 EE | 5CD7284KZP | 1 | 14-9-2017 | 279 | spare | pupils | kast ICT | |
laptop | HP | ProBook 450 G3 | 5CD6105H2M | 1 | sep 2016 | 589 | in_use | pupils | groep 5 | |
laptop | HP | ProBook 450 G3 | 5CD6105H7T | 1 | sep 2016 | 589 | in_use | staff | groep 5 | |
laptop | Lenovo | ThinkPad L450 | PF0D4R2K | 1 | 2015 | | in_use | staff | directie | |
tablet | Apple | iPad Air | | 8 | nov 2014 | 389 | in_use | pupils | groep 1/2 | 31-3-2019 |
tablet | Apple | iPad 2 | DMPJ1QX9DKPH | 1 | 2012 | | broken | pupils | groep 1/2 | | accu
desktop | Dell | OptiPlex 3020 | | 4 | aug 2014 | 410 | in_use | pupils | mediatheek | |
interactive_board | Prowise | Touchscreen 65 inch | | 1 | 2015 | 2450 | in_use | pupils | groep 8 | |
charging_cart | Leba | NoteCart Flex 16 | | 1 | sep 2017 | 1150 | in_use | pupils | gang boven | |
""".strip().splitlines()
)


def make_template(school_id: str | None = None, school_name: str | None = None) -> bytes:
    """The inventory template as xlsx, in the language of this run; named after the school where one is given."""
    return to_bytes(template_workbook(school_id, school_name))


def template_workbook(
    school_id: str | None = None, school_name: str | None = None, counted_on: date | None = None
) -> Workbook:
    """The template before it is saved, for whoever fills it in by program; titled after its day where one is given."""
    workbook = Workbook()
    school = " ".join(part for part in (school_name, f"({school_id})" if school_id else None) if part)
    title = _("Inventory {school}").format(school=school) if school else _("Inventory")
    if counted_on:
        day = f"{counted_on.day}-{counted_on.month}-{counted_on.year}"
        title = _("{title}, as of {day}").format(title=title, day=day)
    _device_sheet(workbook.active, _("Inventory"), title)
    _examples(workbook.create_sheet(), _("Example inventory"))
    write_guide(workbook.create_sheet())
    _lists(workbook.create_sheet())
    return workbook


def template_words() -> dict[str, dict[str, str]]:
    """What the drop-downs offer, by field and code, in the language of this run."""
    return {
        "kind": {code: kind_name(code) for code in KINDS},
        "status": {code: status_name(code) for code in STATUSES_OFFERED},
        "audience": {code: audience_name(code) for code in AUDIENCES_OFFERED},
    }


def _device_sheet(sheet: Worksheet, name: str, title: str) -> None:
    """Title, one line of help, and the table's headings with drop-downs; rows are for the school to fill."""
    sheet.title = name
    help_line = _(
        "One row for every device, or one row with a count for equal devices. Point at a heading for help; "
        "more is on the sheet ‘{guide}’."
    )
    write_title(sheet, title, [help_line.format(guide=_("Guide"))])
    for number, heading in enumerate(HEADINGS, start=1):
        letter = get_column_letter(number)
        column = sheet.column_dimensions[letter]
        column.width = heading.width
        column.number_format = heading.number_format
        column.font = BODY_FONT
        cell = sheet[f"{letter}{HEADER_ROW}"]
        set_text(cell, _(heading.text))
        style_header(cell)
        cell.comment = note(_(heading.help))
    sheet.row_dimensions[HEADER_ROW].height = 32
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{get_column_letter(len(HEADINGS))}{HEADER_ROW}"
    _drop_downs(sheet)
    print_on_a4(sheet, HEADER_ROW)


def _drop_downs(sheet: Worksheet) -> None:
    """Choices beside the cells; another word is allowed, because the reader knows more words than the list."""
    words = template_words()
    listed = dict(zip(words, "ABC", strict=True))
    for number, heading in enumerate(HEADINGS, start=1):
        cells = f"{get_column_letter(number)}{HEADER_ROW + 1}:{get_column_letter(number)}{LAST_ROW}"
        if heading.field in listed:
            column = listed[heading.field]
            lists = _("Lists")
            source = f"'{lists}'!${column}$2:${column}${len(words[heading.field]) + 1}"
            choice = DataValidation("list", formula1=source, allow_blank=True, errorStyle="warning")
            choice.errorTitle = _("Not in the list")
            choice.error = _("Choose a word from the list, or keep your own word: you will see how we read it.")
        elif heading.field == "count":
            choice = DataValidation("whole", operator="greaterThanOrEqual", formula1="1", allow_blank=True)
            choice.errorTitle = _("A whole number")
            choice.error = _("Write how many devices this row stands for: a whole number, at least 1.")
        elif heading.field == "price":
            choice = DataValidation("decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
            choice.errorTitle = _("An amount")
            choice.error = _("Write an amount in euros, or leave the cell empty.")
        else:
            continue
        choice.showErrorMessage = True
        choice.add(cells)
        sheet.add_data_validation(choice)


def _examples(sheet: Worksheet, title: str) -> None:
    """The same table, filled in: by device and by lot, with the cases that raise questions."""
    _device_sheet(sheet, _("Example"), title)
    set_text(sheet["A2"], _("Invented devices that show how to fill in the first sheet. This sheet is not read."))
    words = template_words()
    for row, example in enumerate(EXAMPLES, start=HEADER_ROW + 1):
        for number, (heading, value) in enumerate(zip(HEADINGS, example, strict=True), start=1):
            cell = sheet.cell(row, number)
            cell.font = BODY_FONT
            if heading.field in ("count", "price"):
                cell.value = int(value) if value else None
            elif value:
                set_text(cell, words[heading.field][value] if heading.field in words else value)
            cell.number_format = heading.number_format
    sheet.sheet_properties.tabColor = "C9D2DA"


def _lists(sheet: Worksheet) -> None:
    """What the drop-downs offer."""
    sheet.title = _("Lists")
    headings = (_("Kind"), _("Status"), _("For whom"))
    for number, (heading, words) in enumerate(zip(headings, template_words().values(), strict=True), start=1):
        set_text(sheet.cell(1, number), heading)
        style_header(sheet.cell(1, number))
        sheet.column_dimensions[get_column_letter(number)].width = 20
        for row, word in enumerate(words.values(), start=2):
            set_text(sheet.cell(row, number), word)
            sheet.cell(row, number).font = BODY_FONT
    sheet.sheet_properties.tabColor = "C9D2DA"
