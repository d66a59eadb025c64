"""What the screen and the command line say of a reading, in the reader's language: all its texts in one place."""

from typing import Final

from planning.core.translation import N_, ngettext
from planning.inventory.words.names import (
    audience_name,
    counting_reason_name,
    device_name,
    difference_name,
    evidence_text,
    field_name,
    ignored_why,
    kind_name,
    layout_name,
    left_out_why,
    level_name,
    passed_over_why,
    sheet_why,
    status_name,
    support_source_name,
    support_sources,
)
from planning.inventory.words.problem_texts import advice, choice_label, common_choices, message, where
from planning.workbooks.model import FileRefused
from planning.workbooks.words import refusal as file_refusal

__all__ = [
    "advice",
    "audience_name",
    "choice_label",
    "common_choices",
    "counting_reason_name",
    "device_name",
    "difference_name",
    "evidence_text",
    "field_name",
    "ignored_why",
    "kind_name",
    "layout_name",
    "left_out_why",
    "level_name",
    "message",
    "passed_over_why",
    "refusal",
    "sheet_why",
    "status_name",
    "support_source_name",
    "support_sources",
    "where",
]


_REFUSALS: Final = {
    "empty_workbook": N_("There is nothing in this workbook. Choose the file with the list, or use the template."),
    "no_rows": N_("We see the headings, and no devices below them. Fill in the list and choose the file again."),
    "pupil_list": N_(
        "This seems to be a list of pupils. We kept nothing of it. Choose the list of devices, or use the template."
    ),
    "export_entra": N_(
        "This is the device list of Microsoft Entra: it has no serial numbers, and private telephones are in it. "
        "Use the Intune export: Devices, All devices, Export."
    ),
}


def refusal(refused: FileRefused) -> str:
    """Why a file is not read, and what to do."""
    if refused.code != "no_list_found":
        return file_refusal(refused, _REFUSALS)
    sheets = int(refused.values.get("sheets", "1"))
    return ngettext(
        "We found no list of devices in the sheet. We looked for a row with headings like ‘kind’, ‘brand’ "
        "and ‘count’. Point out the headings, put a row of them above the list, or use the template.",
        "In none of the {sheets} sheets did we find a list of devices. We looked for a row with headings like "
        "‘kind’, ‘brand’ and ‘count’. Point out the headings, put a row of them above the list, or use the template.",
        sheets,
    ).format(sheets=sheets)
