"""A list of what came and what went: so many at first, so many more, so many less, and how many there are now.

The columns are told by their numbers, whatever they are called: three of them come to the fourth.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import permutations
from typing import Final

from planning.core.text import Cell, CoarseDate, clean, folded
from planning.inventory.recognise.contents import are_counts
from planning.inventory.recognise.headings import HeaderRow, header_in
from planning.inventory.values.dates import read_purchases
from planning.inventory.values.totals import stated_number
from planning.workbooks.grid import Grid

_MOST_ROWS: Final = 500
_MOST_COLUMNS: Final = 8  # of numbers
_MOST_IN_A_ROW: Final = 40  # stands and what moved between them
_FEWEST: Final = 3  # rows
_MOVED: Final = 2  # rows in which something came or went
_NEARLY_ALL: Final = 0.8  # of the rows
_SEVERAL: Final = 2  # stretches of time
_IN_THREE: Final = 3  # columns from one stand to the next: what came, what went, and how many there are
_IN_TWO: Final = 2  # or what came less what went
_SIGNED: Final = re.compile(r"([+-])\s?(\d{1,4})")
_STAND: Final = re.compile(
    r"(?:stand|telling|geteld|peildatum|count)\b\W*(?:per|op|van|in|d\.?d\.?)?\W*(?P<when>.*\d.*)"
)
_DATED: Final = re.compile(r"(?=.*\d)[\w.,'’/ -]{4,20}")
_SEARCHED: Final = 30  # rows
_NAMES: Final = frozenset({"kind", "brand", "model", "brand_and_model"})
_NUMBERS: Final = 0.6  # of the cells of a column


@dataclass(frozen=True, slots=True)
class Movements:
    """The columns of numbers of such a list, counted from 0."""

    before: int
    more: int
    less: int | None  # None where one column has both: what went is less than nothing there
    now: int
    earlier: tuple[int, ...] = ()  # the columns of the stretches of time before

    def expected(self, row: Sequence[Cell]) -> int:
        """How many there should be now."""
        return _number(row[self.before]) + _number(row[self.more]) - self._less(row)

    def gone(self, row: Sequence[Cell]) -> int:
        """How many have gone since, of those there were."""
        return self._less(row) if self.less is not None else max(0, -_number(row[self.more]))

    def came(self, row: Sequence[Cell]) -> int:
        """How many came."""
        return max(0, _number(row[self.more]))

    def _less(self, row: Sequence[Cell]) -> int:
        return 0 if self.less is None else _number(row[self.less])


def find_stock(grid: Grid, first: int) -> Movements | None:
    """The columns of a list of what came and went below its headings; None where it is another list."""
    rows = [row for row in grid.rows[first:] if any(cell != "" for cell in row)]
    if not _FEWEST <= len(rows) <= _MOST_ROWS:
        return None
    columns = [place for place in range(len(grid.rows[0])) if _holds_numbers(rows, place)]
    if running := _running(columns, rows):
        return running
    if len(columns) > _MOST_COLUMNS:
        return None
    for before, now in ((b, n) for b in columns for n in columns if n > b + 2):
        for more, less in permutations([place for place in columns if before < place < now], 2):
            found = Movements(before, more, less, now)
            if _adds_up(found, rows):
                return found
    return None


def is_balance(grid: Grid, first: int, end: int) -> bool:
    """Numbers beside each other are one stock at several moments, and what came and went between them."""
    rows = [row for row in grid.rows[first:end] if any(cell != "" for cell in row)]
    if not _FEWEST <= len(rows) <= _MOST_ROWS:
        return False
    columns = [place for place in range(len(grid.rows[0])) if _holds_numbers(rows, place)]
    return _running(columns, rows, fewest=1) is not None


def with_stock(header: HeaderRow, stock: Movements | None) -> HeaderRow:
    """The headings, with the number there is now as the count and no other beside it."""
    if stock is None:
        return header
    headings = list(header.headings)
    for place, heading in enumerate(headings):
        if place == stock.now:
            headings[place] = replace(heading, field="count", score=1.0)
        elif place in (stock.before, stock.more, stock.less, *stock.earlier) or heading.field == "count":
            headings[place] = replace(heading, field="not_a_device_field")
    return replace(header, headings=tuple(headings))


def _running(columns: Sequence[int], rows: Sequence[Sequence[Cell]], *, fewest: int = _SEVERAL) -> Movements | None:
    """The last of several stretches of time behind each other: so many, what came and went, so many, and so on."""
    for start in range(len(columns) if len(columns) <= _MOST_IN_A_ROW else 0):
        for step in (_IN_THREE, _IN_TWO):
            chain = _chain(columns[start:], step, rows)
            if len(chain) >= (fewest if step == _IN_THREE else 1) and _moved(chain, rows):
                moves = [(one.before, one.more, one.less) for one in chain[:-1]]
                return replace(chain[-1], earlier=tuple(p for places in moves for p in places if p is not None))
    return None


def _chain(columns: Sequence[int], step: int, rows: Sequence[Sequence[Cell]]) -> list[Movements]:
    """The stretches that add up, as far as they go on."""
    chain: list[Movements] = []
    for place in range(0, len(columns) - step, step):
        before, *moves, now = columns[place : place + step + 1]
        orders: list[tuple[int, int | None]] = [(moves[0], None)] if step == _IN_TWO else list(permutations(moves, 2))
        found = (Movements(before, more, less, now) for more, less in orders)
        fits = next((one for one in found if _are_right(one, rows)), None)
        if fits is None:
            break
        chain.append(fits)
    return chain


def _moved(chain: Sequence[Movements], rows: Sequence[Sequence[Cell]]) -> bool:
    """Over all of it something came and something went, so that these are no sums of what stands beside each other."""
    came = sum(one.came(row) > 0 for one in chain for row in rows)
    went = sum(one.gone(row) > 0 for one in chain for row in rows)
    return came >= 1 and went >= 1 and came + went >= _MOVED + 1


def header_of_stock(grid: Grid) -> HeaderRow | None:
    """The headings of such a list that says besides only what the devices are; None where there is none."""
    for place in range(min(_SEARCHED, len(grid.rows)) if len(grid.rows[0]) <= _MOST_IN_A_ROW else 0):
        cells = [cell for cell in grid.rows[place] if cell != ""]
        headings = len(cells) >= _FEWEST and all(map(_may_head, cells))
        stock = find_stock(grid, place + 1) if headings and len(cells) > _FEWEST else None
        stands = headings and sum(_stand_of(cell) is not None for cell in map(clean, cells)) >= _SEVERAL
        stands = stands or (headings and sum(_moment_of(cell) is not None for cell in cells) >= _SEVERAL)
        header = header_in(grid.rows, place + 1) if stock or stands else None
        if header and any(heading.field in _NAMES for heading in header.headings):
            return with_last_stand(with_stock(header, stock), grid, place + 1)
    return None


def with_last_stand(header: HeaderRow, grid: Grid, first: int) -> HeaderRow:
    """The headings, of "Stand 2016" and "Stand 2017" with the last as the count: those before it tell of the past."""
    days = _stands(header, grid, first) or bare_moments(header, grid, first)
    if not days:
        return header
    headings = list(header.headings)
    last = max(days, key=days.__getitem__)
    for place in days:
        text = headings[place].text or clean(grid.rows[header.rows[-1]][place])
        name = "count" if place == last else "not_a_device_field"
        headings[place] = replace(headings[place], text=text, field=name, score=1.0, held=1.0, unsure=False)
    return replace(header, headings=tuple(headings))


def _stands(header: HeaderRow, grid: Grid, first: int) -> dict[int, date]:
    """The columns whose headings say that they are a stand, and of when."""
    days = {place: day for place, one in enumerate(header.headings) if (day := _stand_of(one.text))}
    return _of_several(header, grid, first, days)


def bare_moments(header: HeaderRow, grid: Grid, first: int) -> dict[int, date]:
    """The columns of counts under nothing but a month or a day: so many there were then, or so many were bought."""
    if not header.rows or any(one.field == "serial" for one in header.headings):
        return {}
    cells = grid.rows[header.rows[-1]]
    days = {place: day for place, cell in enumerate(cells) if cell != "" and (day := _moment_of(cell))}
    counted = {place: day for place, day in days.items() if are_counts([row[place] for row in grid.rows[first:]])}
    return _of_several(header, grid, first, counted) if len(counted) == len(days) else {}


def _of_several(header: HeaderRow, grid: Grid, first: int, days: Mapping[int, date]) -> dict[int, date]:
    """Those of several moments, in a list that counts its devices in no other column."""
    rows = [row for row in grid.rows[first:] if any(cell != "" for cell in row)] if len(days) >= _SEVERAL else []
    told = {place: day for place, day in days.items() if rows and _holds_numbers(rows, place)}
    counted = any(one.field == "count" for place, one in enumerate(header.headings) if place not in told)
    return {} if len(told) < _SEVERAL or len(set(told.values())) < len(told) or counted else told


def _may_head(cell: Cell) -> bool:
    return not cell.isdecimal() if isinstance(cell, str) else isinstance(cell, (date, CoarseDate))


def _moment_of(cell: Cell) -> date | None:
    """The month or the day that a heading is and no more: "aug 2016"; None for a year, and for other words."""
    if not isinstance(cell, (str, date, CoarseDate)) or (isinstance(cell, str) and not _DATED.fullmatch(folded(cell))):
        return None
    period = read_purchases([cell])[cell].period
    return period.earliest if period.precision in ("month", "day") else None


@lru_cache(maxsize=1024)
def _stand_of(heading: str) -> date | None:
    """The moment of which a heading gives the stand: "Stand 1-8-2016", "Telling aug 2017"."""
    found = _STAND.fullmatch(folded(heading))
    return read_purchases([found["when"]])[found["when"]].period.earliest if found else None


def _holds_numbers(rows: Sequence[Sequence[Cell]], place: int) -> bool:
    cells = [row[place] for row in rows if row[place] != ""]
    return bool(cells) and sum(_stated(cell) is not None for cell in cells) >= _NUMBERS * len(cells)


def _adds_up(stock: Movements, rows: Sequence[Sequence[Cell]]) -> bool:
    told = [row for row in rows if _stated(row[stock.now]) is not None and row[stock.before] != ""]
    came = sum(_number(row[stock.more]) > 0 for row in told)
    went = sum(stock.gone(row) > 0 for row in told)
    return came >= 1 and went >= 1 and came + went >= _MOVED + 1 and _are_right(stock, rows)


def _are_right(stock: Movements, rows: Sequence[Sequence[Cell]]) -> bool:
    told = [row for row in rows if _stated(row[stock.now]) is not None and row[stock.before] != ""]
    right = sum(stock.expected(row) == _number(row[stock.now]) for row in told)
    return right >= max(_FEWEST, _NEARLY_ALL * len(told))


def _number(cell: Cell) -> int:
    return _stated(cell) or 0


def _stated(cell: Cell) -> int | None:
    """The number of a cell, which may have a sign: "-3"."""
    found = _SIGNED.fullmatch(clean(cell)) if isinstance(cell, str) else None
    return int(found[1] + found[2]) if found else stated_number(cell)
