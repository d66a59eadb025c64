"""Columns that claim a field another column is read for: do they say the same, fill its gaps, or something else?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from planning.core.text import Cell, clean, folded, tokens, word_set
from planning.inventory.recognise.headings import HeaderRow
from planning.inventory.values.money import read_price
from planning.workbooks.grid import Grid

_TOLD_APART: Final = frozenset({"serial", "purchased", "support_until"})
"""Fields of which the filled cell counts, also where two columns differ in other rows: that is asked."""
_FEWEST: Final = 2  # rows at least that show a price to be one of the whole lot
_PLAIN: Final = 0.8  # of the rows
_BY_CONTENTS: Final = 0.75  # less sure than any heading that was read
_CENT: Final = 0.011
_SUMS: Final = word_set("totaal totale samen som bedrag uitgaven factuurbedrag kosten total sum amount euro eur")
_SPENT: Final = word_set(
    "betaald kosten kostte gekost bedrag uitgaven uitgegeven factuurbedrag paid cost costs spent amount"
)
_YEAR: Final = re.compile(
    r"\W*(?:(?:jaar|begrotingsjaar|boekjaar|schooljaar|sj|begroting|year|budget)\W*)?"
    r"(?:19|20)\d\d(?:\W{1,3}(?:(?:19|20)?\d\d))?\W*"
)
"""Amounts under a year are what is spent in it, mostly on what comes in the place of a device."""
_LEAST, _MOST = 40_00, 10_000_00  # cents that one device can cost


@dataclass(frozen=True, slots=True)
class SecondColumn:
    """A column beside the one its field is read from, and in how many rows it says what of it."""

    place: int
    field: str
    read: int  # the column that is read
    fills: int = 0  # rows where only this column says something
    differs: int = 0  # rows where it says something else
    another_step: bool = False  # of the same purchase or place another moment: that differs rightly
    whole_lot: bool = False  # the price of all devices together beside that of one, or the other way round

    @property
    def is_read(self) -> bool:
        """It says something where the other column does not, and the two are of one device."""
        return self.fills > 0 and (not self.differs or self.field in _TOLD_APART)


def compared(grid: Grid, first: int, second: SecondColumn, count: int | None) -> SecondColumn:
    """The second column with what its cells say beside those that are read; "-" for a place is nowhere."""
    fills = differs = 0
    for row in grid.rows[first:]:
        read, other = row[second.read], row[second.place]
        if other == "" or not clean(other):
            continue
        if read == "" or (second.field != "location" and not tokens(clean(read))):
            fills += 1
        elif second.another_step:
            continue
        elif second.whole_lot:
            differs += not _multiplies(read, other, row[count] if count is not None else 1)
        elif read != other and folded(clean(read)) != folded(clean(other)):
            differs += 1
    return replace(second, fills=fills, differs=differs)


def completed(grid: Grid, first: int, seconds: Sequence[SecondColumn]) -> Grid:
    """The sheet with the gaps of the columns that are read filled from those that complete them."""
    pairs = [(second.read, second.place) for second in seconds if second.is_read and not second.whole_lot]
    if not pairs:
        return grid
    rows = list(grid.rows)
    for number in range(first, len(rows)):
        gaps = [(read, other) for read, other in pairs if rows[number][read] == "" and rows[number][other] != ""]
        if gaps:
            rows[number] = list(rows[number])
            for read, other in gaps:
                rows[number][read] = rows[number][other]
    return replace(grid, rows=rows)


def with_totals(grid: Grid, header: HeaderRow, first: int) -> HeaderRow:
    """What is the count times a price is the price of the whole lot, whatever its heading."""
    prices = [place for place, heading in enumerate(header.headings) if heading.field == "price"]
    counts = [place for place, heading in enumerate(header.headings) if heading.field == "count"]
    headings = list(header.headings)
    for place in prices:  # nobody adds up what one of each costs
        spent = _SPENT.intersection(tokens(headings[place].text))
        if spent and len(counts) == 1 and _is_added_up(grid, first, place):
            headings[place] = replace(headings[place], whole_lot=True)
    unsaid = [place for place in prices if not headings[place].whole_lot]
    unknown = [
        place
        for place, heading in enumerate(header.headings)
        if heading.text and heading.field is None and not _YEAR.fullmatch(folded(heading.text))
    ]
    if not prices and len(counts) == 1:
        for place in unknown:
            told = _SUMS.intersection(tokens(headings[place].text)) or _is_added_up(grid, first, place)
            if told and _are_lot_prices(grid, first, counts[0], place):
                headings[place] = replace(headings[place], field="price", score=_BY_CONTENTS, whole_lot=True)
                return HeaderRow(header.rows, tuple(headings))
    if len(counts) == 1 and not unsaid:
        for unit, whole in ((unit, whole) for unit in unknown for whole in (*prices, *unknown)):
            if whole != unit and _is_total_of(grid, first, counts[0], unit, whole):
                headings[unit] = replace(headings[unit], field="price", score=_BY_CONTENTS, whole_lot=False)
                unsaid = [unit]
                unknown.remove(unit)
                break
    if not unsaid or len(unsaid) + len(unknown) < 2 or len(counts) != 1:
        return HeaderRow(header.rows, tuple(headings))
    for whole in (*unsaid, *unknown):
        for unit in unsaid:
            if whole != unit and _is_total_of(grid, first, counts[0], unit, whole):
                score = max(headings[whole].score, _BY_CONTENTS)
                headings[whole] = replace(headings[whole], field="price", score=score, whole_lot=True)
    return HeaderRow(header.rows, tuple(headings))


def _is_total_of(grid: Grid, first: int, count: int, unit: int, whole: int) -> bool:
    """One column of amounts is the other times the count."""
    rows = list(_numbers(grid, first, (count, unit, whole)))
    fits = sum(total > price and _multiplies(price, total, devices) for devices, price, total in rows)
    return len(rows) >= _FEWEST and fits >= _PLAIN * len(rows)


def _are_lot_prices(grid: Grid, first: int, count: int, place: int) -> bool:
    """Under "Totaal" stands money: most amounts, shared by the devices of the row, are what a device can cost."""
    rows = [(_whole(row[count]), _cents(row[place])) for row in grid.rows[first:]]
    priced = [(devices, cents) for devices, cents in rows if devices and cents]
    fits = sum(_LEAST <= cents / devices <= _MOST for devices, cents in priced)
    return len(priced) >= _FEWEST and fits >= _PLAIN * len(priced)


def _is_added_up(grid: Grid, first: int, place: int) -> bool:
    """The last number of a column is the sum of those above it."""
    numbers = [cents for row in grid.rows[first:] if (cents := _cents(row[place]))]
    return len(numbers) > _FEWEST and sum(numbers[:-1]) == numbers[-1]


def _whole(cell: Cell) -> int:
    text = clean(cell)
    return int(text) if text.isdecimal() and len(text) < 4 else 0


def _cents(cell: Cell) -> int:
    return (read_price(cell).cents or 0) if isinstance(cell, (int, float, str)) and cell != "" else 0


def _numbers(grid: Grid, first: int, places: Sequence[int]) -> Iterator[list[float]]:
    for row in grid.rows[first:]:
        cells = [float(cell) for place in places if isinstance(cell := row[place], (int, float))]
        if len(cells) == len(places) and cells[0] > 1:
            yield cells


def _multiplies(one: Cell, other: Cell, count: Cell) -> bool:
    """One amount is the other times the count; what is no number is not held against it."""
    numbers = [float(cell) for cell in (one, other, count) if isinstance(cell, (int, float))]
    if len(numbers) < 3:
        return True
    unit, total = sorted(numbers[:2])
    return abs(unit * numbers[2] - total) <= max(_CENT * numbers[2], _CENT)
