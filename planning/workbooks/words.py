"""What people read when a file, or a place in it, cannot be used: what, where, what to do. A subject adds its own."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from planning.core.notation import number
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.workbooks.limits import DEVICES_THAT_FIT, LIMITS
from planning.workbooks.model import FileRefused, Problem

_REFUSALS: Final = {
    "not_a_workbook": N_("‘{name}’ is not an Excel file or csv. We read xlsx, xlsm, xls, ods and csv."),
    "binary_excel": N_("‘{name}’ is a binary Excel file (xlsb). Open it in Excel, save it as xlsx and choose that."),
    "text_document": N_(
        "‘{name}’ is a text document, from Word for instance. Copy the table into Excel, "
        "save that as xlsx and choose it."
    ),
    "pdf": N_("‘{name}’ is a pdf, and in a pdf we see no cells. Ask for the Excel file it was made of."),
    "picture": N_("‘{name}’ is a picture. We cannot read a list from a picture: type it in, or use the template."),
    "numbers": N_(
        "‘{name}’ is a file of Numbers. In Numbers choose File, Export To, Excel, and choose the file that makes."
    ),
    "link": N_(
        "‘{name}’ only leads to a list somewhere else. Open it there, in Google Sheets with File, Download, "
        "Microsoft Excel, and choose that file."
    ),
    "mail": N_("‘{name}’ is an e-mail. Open it, save the list that comes with it, and choose that."),
    "lock_file": N_(
        "‘{name}’ is what a program puts beside a workbook while that is open. Choose the file with nearly the same "
        "name that does not begin so."
    ),
    "web_page": N_(
        "‘{name}’ is a web page, though its name says otherwise. Open it in Excel, save it as xlsx and choose that."
    ),
    "zip": N_("‘{name}’ is a zip. Unpack it and choose the file with the list."),
    "protected": N_("This file has a password. Save a copy without a password and choose that."),
    "too_big": N_("This file is {size} MB; we read up to {limit} MB. Often it is pictures: save the sheet as csv."),
    "too_big_together": N_(
        "Together these {n} files are {size} MB, of which ‘{largest}’ {part} MB; we read up to {limit} MB at once. "
        "Choose fewer at a time, or save the largest as csv."
    ),
    "too_many_together": N_("These are {n} files; we read up to {limit} as one inventory. Leave some of them out."),
    "too_much_inside": N_(
        "This file unpacks to more than we read: {most_unpacked} MB, or {most_sheets} sheets. "
        "Save the sheet with the list as csv."
    ),
    "too_much_to_read": N_(
        "This file holds more than we can read at once; a list of {most_devices} devices fits. "
        "Leave only the list in it, or make a file for each school."
    ),
    "declarations": N_("This file holds what no workbook needs. Open it in Excel, save a copy and choose that."),
    "cell_too_long": N_(
        "A cell of sheet ‘{sheet}’ holds more text than Excel can show. Often a quotation mark was not closed. "
        "Open it in Excel, see where it goes wrong, and save it again."
    ),
    "sheet_too_large": N_(
        "Sheet ‘{sheet}’ is larger than we read: {most_rows} rows, and {most_cells} cells in all. "
        "Copy only the list into a new workbook and choose that."
    ),
    "too_slow": N_("This file takes too long to read. Copy only the list into a new workbook and choose that."),
    "damaged": N_("This file is incomplete. Open it in Excel, save a copy and choose that."),
    "empty": N_("‘{name}’ is empty."),
}
_NONE: Final[Mapping[str, str]] = MappingProxyType({})


def refusal(refused: FileRefused, own: Mapping[str, str] = _NONE, **values: str) -> str:
    """Why a file is not read, and what to do; of several which one.

    `own`: a subject's texts by code; `values`: what they name besides.
    """
    said = {**_limits(), **refused.values, **values}
    why = _(own.get(refused.code) or _REFUSALS[refused.code]).format(**said)
    file = refused.values.get("file")
    return _("Of the files you chose ‘{file}’ is not read. {why}").format(file=file, why=why) if file else why


def _limits() -> dict[str, str]:
    """What a refusal may name of what we read at most."""
    most = {
        "rows": LIMITS.rows,
        "cells": LIMITS.cells,
        "sheets": LIMITS.sheets,
        "unpacked": LIMITS.unpacked // 1024**2,
        "devices": DEVICES_THAT_FIT,
    }
    return {f"most_{name}": number(n) for name, n in most.items()}


def problem(found: Problem, texts: Mapping[str, str]) -> str:
    """What cannot be used, where, and what to do; of a subject's texts by code."""
    return _(texts[found.code]).format(
        sheet=found.sheet, row=found.row, column=found.column, read=found.as_written, **found.values
    )
