"""What the screen and the command line say of a reading, in the reader's language: all its texts in one place."""

from planning.core.translation import gettext as _
from planning.core.translation import ngettext
from planning.inventory.words.names import (
    audience_name,
    counting_reason_name,
    difference_name,
    evidence_text,
    field_name,
    ignored_why,
    kind_name,
    layout_name,
    left_out_why,
    level_name,
    sheet_why,
    status_name,
    support_source_name,
    support_sources,
)
from planning.inventory.words.problem_texts import advice, choice_label, message, where
from planning.workbooks.model import FileRefused

__all__ = [
    "advice",
    "audience_name",
    "choice_label",
    "counting_reason_name",
    "difference_name",
    "evidence_text",
    "field_name",
    "ignored_why",
    "kind_name",
    "layout_name",
    "left_out_why",
    "level_name",
    "message",
    "refusal",
    "sheet_why",
    "status_name",
    "support_source_name",
    "support_sources",
    "where",
]


def refusal(refused: FileRefused) -> str:
    """Why a file is not read, and what to do."""
    text = {
        "not_a_workbook": _("‘{name}’ is no Excel or csv. We read xlsx, xlsm, xls, ods and csv."),
        "protected": _("This file has a password. Save a copy without a password and choose that."),
        "too_big": _("This file is {size} MB; we read up to {limit} MB. Often it is pictures: save the sheet as csv."),
        "too_much_inside": _("This file unpacks to far more than we read. Save the sheet with the devices as csv."),
        "declarations": _("This file holds what no workbook needs. Open it in Excel, save a copy and choose that."),
        "cell_too_long": _(
            "A cell of sheet ‘{sheet}’ holds more text than Excel can show. Often a quotation mark was not closed. "
            "Open it in Excel, see where it goes wrong, and save it again."
        ),
        "sheet_too_large": _(
            "Sheet ‘{sheet}’ is larger than we read. Copy only the list into a new workbook and choose that."
        ),
        "too_slow": _("This file takes too long to read. Copy only the list into a new workbook and choose that."),
        "damaged": _("This file is not whole. Open it in Excel, save a copy and choose that."),
        "empty": _("‘{name}’ is empty."),
        "export_entra": _(
            "This is the device list of Microsoft Entra: it has no serial numbers, and private telephones are in it. "
            "Use the Intune export: Devices, All devices, Export."
        ),
    }.get(refused.code)
    if refused.code == "no_list_found":
        sheets = int(refused.values.get("sheets", "1"))
        text = ngettext(
            "We found no list of devices in the sheet. We looked for a row with headings like ‘kind’, ‘brand’ "
            "and ‘count’. Point out the headings or use the template.",
            "In none of the {sheets} sheets did we find a list of devices. We looked for a row with headings like "
            "‘kind’, ‘brand’ and ‘count’. Point out the headings or use the template.",
            sheets,
        )
    assert text is not None, refused.code
    return text.format(**refused.values)
