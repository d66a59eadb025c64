"""How cells are read that several subjects have: a text of at most so many signs, a day, a yes or no. Pure."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from planning.core.text import Cell, CoarseDate, clean, folded
from planning.workbooks.table import CellRefused

NOTHING: Final = ("", "-", "–", "n.v.t.", "nvt", "geen", "nee", "none", "no")
"""What people write where there is nothing."""
_DAY_TEXT: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO_TEXT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def text_of_at_most(most: int, whole: int) -> Callable[[Cell], str]:
    """Reads a text; one over `most` signs, or a cell over `whole`, is "too_long" and its beginning kept."""

    def read(cell: Cell) -> str:
        text = clean(cell)
        if len(text) > most or (isinstance(cell, str) and len(cell) > whole):
            raise CellRefused("too_long", instead=text[:most])
        return text

    return read


def read_day(cell: Cell) -> date | None:
    """A day, as Excel keeps it or as 1-9-2017 or 2017-09-01; "date_unreadable" where it is neither."""
    if isinstance(cell, date):
        return cell.date() if isinstance(cell, datetime) else cell
    text = clean(cell)
    if folded(text) in NOTHING:
        return None
    dutch, iso = _DAY_TEXT.fullmatch(text), _ISO_TEXT.fullmatch(text)
    try:
        if dutch and not isinstance(cell, CoarseDate):
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        pass
    raise CellRefused("date_unreadable")
