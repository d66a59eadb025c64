"""The lines over a list, with the moment of purchase that a form puts beside or below its label as one line."""

import re
from collections.abc import Sequence
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.recognise.contents import is_date
from planning.inventory.recognise.sections import asks_when_bought, of_sheet_name
from planning.inventory.values.dates import read_purchases

_PAPER: Final = re.compile(
    r"\b(?:factuur|faktuur|nota|pakbon|leverbon|afleverbon|vrachtbrief|(?:order|bestel|opdracht)bevestiging|invoice"
    r"|order confirmation|delivery note|packing (?:slip|list))\b"
)
_DAY: Final = re.compile(r"(?:datum|d\.?d\.?|date|dag)\W*")
_INVOICED: Final = "factuurdatum"
"""The day of such papers, whatever they call it, is that on which the school came by the devices."""
_LABELLED: Final = re.compile(r"\s*([^:\d]{2,40}?)\s*:\s*(\S.*)")


def lines_above(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The texts of the rows over a list, row by row; "Leverdatum: | 14-09-2016" is one of them."""
    texts = [text for row in rows for cell in row if cell != "" and (text := clean(cell))]
    paper = any(map(_PAPER.search, map(folded, texts)))
    found: list[str] = []
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            text = clean(cell) if cell != "" and (row, column) not in taken else ""
            if not text:
                continue
            within = _LABELLED.fullmatch(text)
            label = _label(within[1] if within else text, paper=paper)
            if label and within and (day := _day(within[2])):
                text = f"{label}: {day}"
            elif label and not within:
                right = next(((row, other) for other in range(column + 1, len(line)) if line[other] != ""), None)
                below = (row + 1, column) if row + 1 < len(rows) and column < len(rows[row + 1]) else None
                at = next((at for at in (right, below) if at and _day(rows[at[0]][at[1]])), None)
                if at:
                    taken.add(at)
                    text = f"{label}: {_day(rows[at[0]][at[1]])}"
            found.append(text)
    return found


def _label(text: str, *, paper: bool) -> str:
    """What asks when the devices were bought; of papers that came with them "Datum" does. "" where nothing does."""
    bare = text.strip(" :")
    if paper and _DAY.fullmatch(folded(bare)):
        return _INVOICED
    return bare if asks_when_bought(bare) else ""


def _day(cell: Cell) -> str:
    """A moment as it can stand in a line; "" where a cell holds none."""
    if cell == "" or not is_date(cell):
        return ""
    text, period = clean(cell), read_purchases([cell])[cell].period
    if of_sheet_name(f"{_INVOICED} {text}").get("purchased") == text or period.precision != "day":
        return text
    return period.earliest.isoformat() if period.earliest else ""
