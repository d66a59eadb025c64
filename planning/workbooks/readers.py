"""How cells are read that several subjects have: a text of at most so many signs, a day, a yes or no. Pure."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from planning.core.text import Cell, CoarseDate, clean, folded
from planning.workbooks.table import CellRefused

NOTHING: Final = ("", "-", "–", "n.v.t.", "nvt", "geen", "nee", "none", "no")
"""What people write where there is nothing."""
_PARTS: Final = re.compile(r"[;\n]|,\s")
_DAY_TEXT: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO_TEXT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def several_in_one(names: Sequence[str]) -> str:
    """Names in one cell, for `names_in`: parted by semicolons; where a name holds such a sign, each on its own line."""
    if any(_PARTS.search(name) for name in names):
        return "".join(f"{name}\n" for name in names)
    return "; ".join(names)


def names_in(cell: Cell, most: int, nothing: Collection[str] = NOTHING) -> tuple[str, ...] | None:
    """The names in a cell, one a line, or parted by semicolons or else by commas, each of at most so many signs once.

    None where it says `nothing`.
    """
    if folded(clean(cell)) in nothing:
        return None
    text = cell if isinstance(cell, str) else clean(cell)
    sign = next((sign for sign in ("\n", ";") if sign in text), r",\s")
    names = (clean(name)[:most].strip() for name in re.split(sign, text))
    return tuple(dict.fromkeys(name for name in names if name)) or None


def said_otherwise(values: Mapping[str, Any], known: object) -> dict[str, Any]:
    """What a row says otherwise than is known, by field; how a text is spaced says nothing."""
    return {name: value for name, value in values.items() if _bare(value) != _bare(getattr(known, name))}


def _bare(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_bare, value))
    return clean(value) if isinstance(value, str) else value


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
