"""Formulas that no program calculated: worked out where they are plain sums of numbers and of cells in sight."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from planning.core.text import Cell
from planning.workbooks.columns import column_number
from planning.workbooks.grid import Place

_SIGN: Final = re.compile(
    r"\s*(?:(?P<cell>\$?[A-Z]{1,3}\$?\d{1,7})(?![A-Z(])|(?P<number>\d+(?:\.\d+)?(?:E[+-]?\d+)?)|(?P<sum>SUM\()"
    r"|(?P<sign>[-+*/():,;]))",
    re.IGNORECASE,
)
_CELL: Final = re.compile(r"\$?([A-Z]+)\$?(\d+)")
_LONGEST: Final = 1_000  # characters of a formula; a longer one is no plain sum
_DEEPEST: Final = 20  # brackets within brackets, and formulas that wait for another
_MOST_CELLS: Final = 1_000_000  # looked at for all formulas of a sheet


class _NotPlain(Exception):  # noqa: N818 - says what it is
    """A formula that is more than a plain sum."""


def worked_out(formulas: Mapping[Place, str], rows: Sequence[Sequence[Cell]]) -> dict[Place, Cell]:
    """The value of each formula, or its own text where it is no plain sum. `rows`: the cells of its sheet."""
    return _Sheet(formulas, rows).values()


class _Sheet:
    def __init__(self, formulas: Mapping[Place, str], rows: Sequence[Sequence[Cell]]) -> None:
        self._formulas = formulas
        self._rows = rows
        self._known: dict[Place, Cell] = {}
        self._waiting: list[Place] = []
        self._looked_at = 0

    def values(self) -> dict[Place, Cell]:
        values: dict[Place, Cell] = {}
        for place, formula in self._formulas.items():
            try:
                values[place] = self.value(place)
            except _NotPlain:
                self._waiting.clear()
                values[place] = "=" + formula.lstrip("= ")
        return values

    def value(self, place: Place) -> Cell:
        """What stands in a cell. Raises _NotPlain."""
        row, column = place
        if place not in self._formulas:
            return self._rows[row][column] if row < len(self._rows) and column < len(self._rows[row]) else ""
        if place not in self._known:
            if place in self._waiting or len(self._waiting) > _DEEPEST:
                raise _NotPlain
            self._waiting.append(place)
            self._known[place] = _Formula(self, self._formulas[place]).value()
            self._waiting.pop()
        return self._known[place]

    def area(self, first: Place, last: Place) -> list[Cell]:
        """What stands in an area, as far as the sheet goes. Raises _NotPlain."""
        height, width = len(self._rows), max(map(len, self._rows[:1]), default=0)
        rows = range(first[0], min(last[0] + 1, height))
        columns = range(first[1], min(last[1] + 1, width))
        self._looked_at += len(rows) * len(columns)
        if self._looked_at > _MOST_CELLS:
            raise _NotPlain
        return [self.value((row, column)) for row in rows for column in columns]


class _Formula:
    """One formula, read from left to right."""

    def __init__(self, sheet: _Sheet, text: str) -> None:
        self._sheet = sheet
        self._depth = 0
        self._signs = _signs(text)
        self._place = 0

    def value(self) -> Cell:
        if len(self._signs) == 1 and self._signs[0][0] == "cell":
            return self._sheet.value(_place(self._signs[0][1]))
        value = self._sum()
        if self._place < len(self._signs):
            raise _NotPlain
        return value

    def _next(self) -> str:
        return self._signs[self._place][1] if self._place < len(self._signs) else ""

    def _take(self, *signs: str) -> str:
        """The next sign, if it is one of these."""
        sign = self._next()
        if sign not in signs:
            return ""
        self._place += 1
        return sign

    def _sum(self) -> float:
        value = self._product()
        while sign := self._take("+", "-"):
            value += self._product() if sign == "+" else -self._product()
        return value

    def _product(self) -> float:
        value = self._one()
        while sign := self._take("*", "/"):
            other = self._one()
            if sign == "/" and other == 0:
                raise _NotPlain
            value = value * other if sign == "*" else value / other
        return value

    def _one(self) -> float:
        self._depth += 1
        if self._depth > _DEEPEST or self._place >= len(self._signs):
            raise _NotPlain
        kind, text = self._signs[self._place]
        self._place += 1
        if kind == "number":
            value = float(text)
        elif kind == "cell":
            value = _number(self._sheet.value(_place(text)))
        elif kind == "sum":
            value = self._total()
        elif text in ("+", "-"):
            value = self._one() if text == "+" else -self._one()
        elif text == "(":
            value = self._sum()
            self._close()
        else:
            raise _NotPlain
        self._depth -= 1
        return value

    def _total(self) -> float:
        """The sum of numbers and areas up to the bracket; text in an area is passed over."""
        total = 0.0
        while True:
            kinds = [kind for kind, _ in self._signs[self._place : self._place + 3]]
            if kinds == ["cell", "sign", "cell"] and self._signs[self._place + 1][1] == ":":
                first, last = (_place(self._signs[self._place + step][1]) for step in (0, 2))
                self._place += 3
                total += sum(filter(None, map(_number_of, self._sheet.area(first, last))))
            else:
                total += self._sum()
            if not self._take(",", ";"):
                self._close()
                return total

    def _close(self) -> None:
        if not self._take(")"):
            raise _NotPlain


def _signs(text: str) -> list[tuple[str, str]]:
    if len(text) > _LONGEST:
        raise _NotPlain
    text = text.lstrip("= ").rstrip()
    signs, place = [], 0
    while place < len(text):
        found = _SIGN.match(text, place)
        if found is None:
            raise _NotPlain
        signs.append((str(found.lastgroup), found[found.lastgroup or 0].upper()))
        place = found.end()
    return signs


def _place(text: str) -> Place:
    found = _CELL.fullmatch(text)
    assert found
    return int(found[2]) - 1, column_number(found[1]) - 1


def _number_of(cell: Cell) -> float | None:
    return float(cell) if isinstance(cell, (int, float)) and not isinstance(cell, bool) else None


def _number(cell: Cell) -> float:
    """What a cell counts for: an empty one for nothing. Raises _NotPlain for text and dates."""
    number = 0.0 if cell == "" else _number_of(cell)
    if number is None:
        raise _NotPlain
    return number
