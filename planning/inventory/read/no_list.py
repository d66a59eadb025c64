"""A workbook that was read and in which nothing was found: refused in words, rather than an inventory of nothing."""

import re
from typing import Final

from planning.inventory.guidance import UNGUIDED, Guidance
from planning.inventory.reading import ASIDE, Reading, Sheet
from planning.workbooks.model import FileRefused

_NUMBER: Final = re.compile(r"\d")
_MEASURED: Final = re.compile(
    r"\b\d+(?:[.,]\d+)?\s*(?:x|st|stuks?|vel|pak(?:ken)?|dozen|doos|rol(?:len)?|gr?|gram|kg|ml|cl|l|liter|mm|cm|m|%)\b",
    re.IGNORECASE,
)
"""How much there is in a pack, which is no number of a model: "Koffiepads 36 st"."""
_WORTH_OFFERING: Final = 0.5  # of the cells of a sheet: a person is asked whether it is the list


def refuse_no_list(reading: Reading, guidance: Guidance = UNGUIDED, *, can_choose: bool) -> None:
    """Raise FileRefused where no device was found and nothing is asked, or where no row names one.

    `can_choose`: whether a person can say that a sheet is the list all the same; then one that may be is not refused.
    """
    if _is_of_other_things(reading) and not _calls_it_a_list(guidance):
        raise FileRefused("no_list_found", tuple(s.sheet for s in reading.sheets), sheets=str(len(reading.sheets)))
    if not reading.devices.empty or any(problem.severity == "must" for problem in reading.problems):
        return
    if can_choose and any(map(_may_be_the_list, reading.sheets)):
        return
    holds_rows = any(row.why not in ("title", "header") for row in reading.ignored_rows)
    names = tuple(sheet.sheet for sheet in reading.sheets)
    if holds_rows or not any(sheet.used for sheet in reading.sheets):
        raise FileRefused("no_list_found", names, sheets=str(len(names)))
    raise FileRefused("no_rows")


def _is_of_other_things(reading: Reading) -> bool:
    """Of no row is known what kind of device it is, and none has a make, a serial number or the number of a model.

    So are toilet paper, chalk and pencils.
    """
    devices = reading.devices
    if devices.empty or reading.confidence or not (devices["kind"] == "other").all():
        return False
    named = devices["brand"].notna() | devices["serial"].notna()
    numbered = devices["model_as_written"].map(lambda text: bool(_NUMBER.search(_MEASURED.sub("", text or ""))))
    return not (named | numbered).any()


def _calls_it_a_list(guidance: Guidance) -> bool:
    """A person said how a sheet is to be read, or answered what was asked of its rows."""
    chosen = any(layout != ASIDE for layout in guidance.layouts.values())
    return chosen or bool(guidance.headers or guidance.columns or guidance.answers)


def _may_be_the_list(sheet: Sheet) -> bool:
    """A person said it is none and may come back on that, or a way to read it explains it."""
    if sheet.used:
        return False
    return sheet.why == "left_aside" or any(offer.score >= _WORTH_OFFERING for offer in sheet.offers)
