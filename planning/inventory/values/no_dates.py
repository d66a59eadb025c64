"""What programs write where they hold no date: the day their calendar starts or ends with, or nothing but zeros.

Excel counts from "0-1-1900", databases from 1-1-1753 or 0001, Unix from 1-1-1970, and what was no date in one becomes
30-12-1899 in another. Nobody bought or lost a device on such a day.
"""

import re
from datetime import date, time
from functools import lru_cache
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.values.date_text import MONTH, month_number

_DAYS: Final = frozenset(
    {
        *((1899, 11, 30), (1899, 12, 30), (1899, 12, 31), (1900, 1, 0), (1900, 1, 1), (1904, 1, 1)),  # spreadsheets
        *((1, 1, 1), (1, 11, 30), (1601, 1, 1), (1753, 1, 1), (9999, 12, 31)),  # databases and Windows
        *((1969, 12, 31), (1970, 1, 1), (1980, 1, 1)),  # the clocks of computers
    }
)
"""Year, month and day of each."""
_TIME: Final = re.compile(
    r"[t\s]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:am|pm|a\.m\.|p\.m\.)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$"
)
_MONTH: Final = re.compile(rf"\b{MONTH}\b")
_APART: Final = r"[\s./,-]+"
_DAY: Final = re.compile(rf"\W*(\d{{1,2}}){_APART}(\d{{1,2}}){_APART}(\d{{4}}|70)\W*")
_YEAR_FIRST: Final = re.compile(rf"\W*(\d{{4}}){_APART}(\d{{1,2}}){_APART}(\d{{1,2}})\W*")
_ZEROS: Final = re.compile(r"0+(?:\W+0+)*")


def stands_for_none(cell: Cell) -> bool:
    """A cell of a column of dates that says there is none."""
    if isinstance(cell, date):
        return (cell.year, cell.month, cell.day) in _DAYS
    if isinstance(cell, time):
        return cell == time()  # Excel's day nought, of which only its midnight is left
    if isinstance(cell, (int, float)):
        return cell == 0 and not isinstance(cell, bool)
    return isinstance(cell, str) and any(map(str.isdigit, cell)) and _says_none(cell)


@lru_cache(maxsize=8192)
def _says_none(text: str) -> bool:
    said = _TIME.sub("", folded(clean(text)))
    if _ZEROS.fullmatch(said):
        return True
    said = _MONTH.sub(lambda month: str(month_number(month["month"])), said)
    if found := _YEAR_FIRST.fullmatch(said):
        year, month, day = map(int, found.groups())
        return (year, month, day) in _DAYS
    if found := _DAY.fullmatch(said):
        first, second, year = map(int, found.groups())
        year = 1970 if year == 70 else year
        return (year, second, first) in _DAYS or (year, first, second) in _DAYS
    return False
