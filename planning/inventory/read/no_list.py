"""A workbook that was read and in which nothing was found: refused in words, rather than an inventory of nothing."""

from typing import Final

from planning.inventory.reading import Reading, Sheet
from planning.workbooks.model import FileRefused

_WORTH_OFFERING: Final = 0.5  # of the cells of a sheet: a person is asked whether it is the list


def refuse_no_list(reading: Reading, *, can_choose: bool) -> None:
    """Raise FileRefused where no device was found and nothing is asked.

    `can_choose`: whether a person can say that a sheet is the list all the same; then one that may be is not refused.
    """
    if not reading.devices.empty or any(problem.severity == "must" for problem in reading.problems):
        return
    if can_choose and any(map(_may_be_the_list, reading.sheets)):
        return
    holds_rows = any(row.why not in ("title", "header") for row in reading.ignored_rows)
    names = tuple(sheet.sheet for sheet in reading.sheets)
    if holds_rows or not any(sheet.used for sheet in reading.sheets):
        raise FileRefused("no_list_found", names, sheets=str(len(names)))
    raise FileRefused("no_rows")


def _may_be_the_list(sheet: Sheet) -> bool:
    """A person said it is none and may come back on that, or a way to read it explains it."""
    if sheet.used:
        return False
    return sheet.why == "left_aside" or any(offer.score >= _WORTH_OFFERING for offer in sheet.offers)
