"""The rows of a list, sorted: which are devices, and what the others are; each that is not blank ends up somewhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from planning.inventory.reading import IgnoredRow
from planning.inventory.recognise.sections import without_papers
from planning.inventory.values.redaction import known_part
from planning.inventory.values.totals import is_subtotal, kind_added_up
from planning.workbooks.columns import column_letters
from planning.workbooks.model import Problem

_IN_LABEL: Final = re.compile(r"(?<![\w.,€/-])(?!(?:19|20)\d\d\b)(\d{1,6})(?![\d.,]*\d)(?!\s*[-/]\s*\d)")


@dataclass(frozen=True, slots=True)
class Total:
    """A number that adds devices up: what it says, of which devices, and how many it says they are."""

    row: int  # Excel's
    column: str
    as_written: str
    stated: int | None  # None where its number is of money, or missing
    kind: str | None = None  # "Totaal chromebooks"
    is_subtotal: bool = False
    below: int = 0  # row of the grid it stands on or below: what it adds up stands above
    members: frozenset[int] | None = None  # the rows of the grid it adds up, where the layout knows them
    passed_over: tuple[int, ...] = ()  # what rows of no devices count: since the total before it, and in all


@dataclass(frozen=True, slots=True)
class UnclearPlace:
    """A row, or a cell of one, that nobody can read as a device: a person is asked."""

    row: int  # Excel's
    column: str | None = None
    code: str = "row-unclear"
    as_written: str = ""


@dataclass(slots=True)
class Body:
    """The rows of a list. Those of its grid are counted from 0, all others are Excel's."""

    records: list[int] = field(default_factory=list)  # rows of the grid that are devices
    totals: list[Total] = field(default_factory=list)
    ignored: list[IgnoredRow] = field(default_factory=list)
    unclear: list[UnclearPlace] = field(default_factory=list)
    sections: dict[int, Mapping[str, str]] = field(default_factory=dict)  # row of a heading -> what it says, by field
    parts: list[tuple[int, int, str]] = field(default_factory=list)  # row of a lot, how many of it, and what is so
    above: list[str] = field(default_factory=list)  # the lines over the list
    below: list[str] = field(default_factory=list)  # the lines that stand alone under all lists of the sheet
    noted: list[str] = field(default_factory=list)  # the lines around it that say what was bought when
    problems: list[Problem] = field(default_factory=list)  # what is to be said of the reading itself

    def ignore(self, sheet: str, row: int, why: str) -> None:
        """A row that holds no device, and why: a code of words.names. `row` is counted from 0."""
        self.ignored.append(IgnoredRow(sheet, row + 1, why))

    def ask(self, row: int, column: int | None = None) -> None:
        """A row, or a cell of one, that may hold devices nobody can read. Both are counted from 0."""
        self.unclear.append(UnclearPlace(row + 1, None if column is None else column_letters(column + 1)))


def number_in(label: str) -> int | None:
    """The number of devices in the label of a total; None where it is a year, of money or of papers, or missing."""
    found = _IN_LABEL.search(without_papers(label)) if "€" not in label else None
    return int(found.group(1)) if found else None


def of_total(text: str, row: int, column: str, below: int) -> Total:
    """The total a line of text states: its number, if one stands there. Row and column are Excel's."""
    return Total(row, column, known_part(text), number_in(text), kind_added_up(text), is_subtotal(text), below)
