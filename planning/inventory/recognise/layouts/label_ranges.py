"""Labels from one to another count the devices that carry them: "CB01 t/m CB24" is twenty-four."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from planning.core.text import Cell, clean, folded, tokens
from planning.inventory.values.labels import NAME, NUMBER, RANGE, labels_between
from planning.inventory.values.totals import stated_number
from planning.inventory.words.cell_words import cell_words
from planning.workbooks.grid import Grid

_MOST_ROWS: Final = 2000
_AGREE_FOR_EACH: Final = 2  # rows at least that agree, for each that does not
_FREE: Final = re.compile(
    r"\W*(?:(?:nog|zijn|is|zelf|still) )*(?:vrij|leeg|open|over|ongebruikt|niet (?:gebruikt|uitgegeven|geplakt)|reserve"
    r"|gereserveerd|free|unused)(?: (?:nummers?|labels?|stickers?))?\W*"
)
_LISTED: Final = re.compile(rf"{NAME}[-_ ]?{NUMBER}(?:\s*(?:,|en|\+|&|/)\s*(?:{NAME}[-_ ]?)?{NUMBER})*")
_REMARKED: Final = re.compile(r"(?P<labels>[^()]*?)\s*(?P<remark>\([^()]*\))?")


def labelled(text: str, *, bare: bool = False) -> int | None:
    """How many labels a text names: "A16-A18" three, "P13 en P14" two, "CB47" one; None where it names none.

    `bare`: numbers alone are labels too, "13 t/m 20"; only counts beside them can tell that they are.
    """
    low = _without_remark(text)
    found = RANGE.fullmatch(low)
    if found:
        return labels_between(found) if bare or found["a"].strip(" -_") else None
    return len(re.findall(r"\d+", low)) if _LISTED.fullmatch(low) else None


def counted_by_labels(
    grid: Grid, first: int, fields: dict[str, tuple[int, ...]], free: Collection[int]
) -> tuple[Grid, dict[str, tuple[int, ...]]]:
    """The list with the counts that its labels give, where its own count is blank or it has none; and its fields.

    `free`: columns that are read for nothing else. Where counts and labels stand side by side they have to agree; a
    row in which they do not, among others in which they do, is asked about.
    """
    if len(grid.rows) - first > _MOST_ROWS or ("serial" in fields and "count" not in fields):
        return grid, fields
    rows = range(first, len(grid.rows))
    for place in free:
        texts = {row: clean(cell) for row in rows if isinstance(cell := grid.rows[row][place], str)}
        told = {row: n for row, text in texts.items() if (n := labelled(text, bare="count" in fields))}
        if not any(n > 1 for n in told.values()):
            continue
        counts = fields.get("count", ())
        if not counts:
            written = {texts[row]: n for row, n in told.items()}
            if len(told) > 1 and _are_stickers(written) and len(written) == len(told):
                return _with(grid, place, told, place), {**fields, "count": (place,)}
            continue
        stated = {row: stated_number(grid.rows[row][counts[0]]) for row in told if grid.rows[row][counts[0]] != ""}
        agree = sum(n is not None and told[row] == n > 1 for row, n in stated.items())
        odd = {row: n for row, n in stated.items() if n is not None and told[row] != n}
        if agree and (not odd or agree >= _AGREE_FOR_EACH * len(odd)):
            blank = {row: n for row, n in told.items() if row not in stated and not _are_free(grid, row)}
            doubted = {row: f"{n} of {told[row]}" for row, n in odd.items()}
            return _doubting(_with(grid, counts[0], blank, place), counts[0], doubted), fields
    return grid, fields


def _are_free(grid: Grid, row: int) -> bool:
    """Beside labels stands that nothing carries them yet: "61 t/m 70 | (nog vrij)"."""
    return any(_FREE.fullmatch(folded(cell)) for cell in grid.rows[row] if isinstance(cell, str) and cell)


def _doubting(grid: Grid, place: int, counts: Mapping[int, str]) -> Grid:
    """The counts that labels contradict written as what cannot be told: "4 of 5"."""
    if not counts:
        return grid
    rows: list[list[Cell]] = list(grid.rows)
    for row, text in counts.items():
        rows[row] = [*rows[row][:place], text, *rows[row][place + 1 :]]
    return replace(grid, rows=rows)


def _are_stickers(written: Mapping[str, int]) -> bool:
    """Labels of devices, each on one: in a row of numbers no two share, and no rooms or groups."""
    numbers = [n for text in written for n in _numbers(text)]
    named = any(cell_words("place").find(tokens(text)[:1]) for text in written)
    return not named and len(set(numbers)) == len(numbers)


def _numbers(text: str) -> list[str]:
    low = _without_remark(text)
    if found := RANGE.fullmatch(low):
        return [f"{found['a']}{n}" for n in range(int(found["a_n"]), int(found["b_n"]) + 1)]
    return re.findall(rf"{NAME}[-_ ]?\d+", low)


def _without_remark(text: str) -> str:
    found = _REMARKED.fullmatch(folded(text))
    return (found["labels"] if found else folded(text)).strip(" .")


def _remark(cell: Cell) -> str:
    """What stands in brackets behind labels: "CB13 t/m CB20 (nr. 15 kapot)"."""
    found = _REMARKED.fullmatch(clean(cell)) if isinstance(cell, str) else None
    return f" {found['remark']}" if found and found["remark"] else ""


def _with(grid: Grid, place: int, counts: Mapping[int, int], labels: int) -> Grid:
    """The counts written as products, which are told of: "1 x 15"; with what a column of labels says besides."""
    if not counts:
        return grid
    rows: list[list[Cell]] = list(grid.rows)
    for row, number in counts.items():
        rows[row] = [*rows[row][:place], f"1 x {number}{_remark(rows[row][labels])}", *rows[row][place + 1 :]]
    return replace(grid, rows=rows)
