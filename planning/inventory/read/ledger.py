"""What became of every cell: read, passed over for a reason that holds, or asked; a breach becomes a question.

One question for a sheet and a column, whatever the number of rows: a person answers it once.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from planning.core.text import Cell, clean, folded
from planning.inventory.read.findings import Finding
from planning.inventory.reading import Account, CellPlaces
from planning.inventory.recognise.headings import LEFT_OUT
from planning.inventory.recognise.layouts.body import Body
from planning.inventory.recognise.layouts.plan import ListPlan
from planning.inventory.recognise.layouts.second_columns import SecondColumn
from planning.inventory.values.devices import knows_model, names_model
from planning.inventory.values.issue import DROPPED, Option
from planning.inventory.values.lines import read_line
from planning.inventory.values.no_devices import names_no_device
from planning.inventory.values.questions import OF_WHICH
from planning.inventory.values.redaction import known_part
from planning.inventory.values.serials import is_plainly_serial
from planning.inventory.values.status import read_remark
from planning.workbooks.columns import column_letters
from planning.workbooks.grid import Grid, Place
from planning.workbooks.model import Choice, Problem

READ: Final = "read"
ASKED: Final = "asked"
BESIDE: Final = "beside"
"""Why a cell is passed over: a layout that takes single cells from a row took nothing from it."""

_DECIDES: Final = frozenset({"serial", "purchased", "status", "support_until"})
"""Fields of which two columns that contradict each other are asked about; of others it is said."""


def rows_passed_over(plan: ListPlan, body: Body) -> list[Finding]:
    """Rows taken for a remark or for no device that say how many there are of what, or hold a serial number."""
    if plan.grid.origins:
        return []  # such a layout looked at every text itself
    rows = {row.row: row.why for row in body.ignored if row.why in ("note", "no_device")}
    passed = {place for place, heading in plan.headings.items() if heading.field in LEFT_OUT}  # "Ordernummer"
    leave = Option(Choice("leave_out"), {DROPPED: True})
    found = []
    for number in rows:
        place = number - 1 - plan.grid.top
        telling = next(
            (
                text
                for column, cell in enumerate(plan.grid.rows[place])
                if column not in passed and (text := clean(cell)) and _tells_of_devices(text)
            ),
            "",
        )
        if telling:
            problem = Problem(
                plan.grid.name, number, None, "must", "row-passed-over", known_part(telling), {}, (leave.choice,)
            )
            found.append(Finding(problem, None, (leave,)))
    return found


def states_told_above(plan: ListPlan, body: Body, by_status: Callable[[], Mapping[str, Counter[str]]]) -> list[Finding]:
    """Lines over a list that say how many of its devices are out of use: "waarvan 4 defect", where no row says so.

    `by_status` gives the devices of every sheet by status; asked only where a line says so.
    """
    if plan.grid.origins or not plan.header_rows:
        return []
    leave = Option(Choice("leave_out"), {DROPPED: True})
    found = []
    over = plan.grid.row_number(plan.header_rows[0])
    for row in (row.row for row in body.ignored if row.why in ("title", "note") and row.row < over):
        line = plan.grid.rows[row - 1 - plan.grid.top]
        text = " ".join(filter(None, map(clean, line)))
        told = read_remark(OF_WHICH.sub("", folded(text)))
        if not told.part or not told.part_status:
            continue
        counted = by_status()[plan.grid.name]
        if counted[told.part_status] < told.part < counted.total():
            column = plan.grid.label(next(place for place, cell in enumerate(line) if cell != ""))
            problem = Problem(
                plan.grid.name,
                row,
                column,
                "must",
                "row-beside-state",
                known_part(text),
                {"n": "1"},
                (leave.choice,),
            )
            found.append(Finding(problem, None, (leave,)))
    return found


def _tells_of_devices(text: str) -> bool:
    if names_no_device(text):
        return False
    if any(is_plainly_serial(word) and not knows_model(word) for word in text.split()):
        return True
    return any(lot.sure and (lot.kind or names_model(lot.device)) for lot in read_line(text).lots)


def second_columns(plan: ListPlan) -> list[Finding]:
    """Columns that claim a field another is read for and do not say the same."""
    return [_of_column(plan, second) for second in plan.seconds if second.differs or second.fills]


def _of_column(plan: ListPlan, second: SecondColumn) -> Finding:
    heading = plan.headings[second.place]
    values = {"header": heading.text, "read": plan.grid.label(second.read), "n": str(second.differs or second.fills)}
    column = plan.grid.label(second.place)
    if second.differs and second.field == "count":
        return _asked(Problem(plan.grid.name, None, column, "must", "second-count", "", values))
    if second.differs and second.field in _DECIDES:
        return _asked(Problem(plan.grid.name, None, column, "must", "column-differs", "", values))
    code = "column-differs" if second.differs else "columns-complete"
    return Finding(Problem(plan.grid.name, None, column, "info", code, "", values))


def _asked(problem: Problem) -> Finding:
    option = Option(Choice("ignore_column"))
    return Finding(replace(problem, choices=(option.choice,)), None, (option,))


@dataclass(frozen=True)
class SheetLedger:
    """A sheet, and what is known of its rows and columns after reading; rows are Excel's, columns counted from 0."""

    grid: Grid
    set_aside: str | None  # why none of it is read
    devices: AbstractSet[int]  # rows that hold devices
    taken: AbstractSet[Place] | None  # the cells a layout that rearranges took; None where whole rows are read
    named: AbstractSet[Place]  # the cells that name people, where such a layout found some
    ignored: Mapping[int, str]  # rows without a device -> why
    left_out: Mapping[int, str]  # columns that are not read -> why
    headings: AbstractSet[int]  # rows of headings
    asked: AbstractSet[int]  # rows of which a person is asked whether they hold a device
    asked_cells: AbstractSet[Place]
    unread: AbstractSet[Place] = frozenset()  # cells no layout took, which are asked about

    @cached_property
    def asked_rows(self) -> AbstractSet[int]:
        """The rows of `asked_cells`."""
        return {row for row, _ in self.asked_cells}

    @cached_property
    def without_devices(self) -> AbstractSet[int]:
        """The rows that hold none."""
        return set(range(1, len(self.grid.rows) + 1)) - self.devices

    def add_to(self, cells: Counter[str]) -> None:
        """Add every filled cell of the sheet to what became of it: READ, ASKED, or a reason."""
        rows = self.grid.rows
        whole = self.taken is None and not self.set_aside  # of a row with devices all is read but some columns
        apart = {row - 1 for row in self.without_devices} | self.asked_rows
        others = sorted(apart.intersection(range(len(rows)))) if whole else range(len(rows))
        for place in others:
            if filled := len(rows[place]) - rows[place].count(""):
                why = self._of_row(place + 1)
                if why is not None:
                    cells[why] += filled
                else:
                    self._add_devices(cells, place, rows[place], filled)
        for column in range(max(map(len, rows), default=0)) if len(others) < len(rows) else ():
            values = self.grid.column(column)
            empty = values.count("") - sum(values[place] == "" for place in others)
            cells[self.left_out.get(column, READ)] += len(rows) - len(others) - empty

    def _of_row(self, row: int) -> str | None:
        """What became of a whole row; None where it holds devices."""
        if self.set_aside:
            return self.set_aside
        if row in self.devices:
            return None
        if row in self.asked:
            return ASKED
        return self.ignored.get(row, "header" if row in self.headings else BESIDE)

    def _add_devices(self, cells: Counter[str], place: int, row: Sequence[Cell], filled: int) -> None:
        for column, why in self.left_out.items():
            if column < len(row) and row[column] != "" and not (self.taken and (place, column) in self.taken):
                cells[ASKED if (place, column) in self.unread else why] += 1
                filled -= 1
        if self.taken is not None:
            read = sum((place, column) in self.taken for column, cell in enumerate(row) if cell != "")
            asked = (
                sum((place, column) in self.unread and column not in self.left_out for column in range(len(row)))
                if self.unread
                else 0
            )
            people = sum((place, column) in self.named for column, cell in enumerate(row) if cell != "")
            cells[ASKED] += asked
            cells["names_people"] += people
            cells[BESIDE] += filled - read - asked - people
            filled = read
        asked = 0
        if place in self.asked_rows:
            asked = sum(self._is_asked(place, column) for column, cell in enumerate(row) if cell != "")
        cells[ASKED] += asked
        cells[READ] += filled - asked

    def _is_asked(self, place: int, column: int) -> bool:
        """A cell that a list reads is asked about all the same."""
        own = column not in self.left_out if self.taken is None else (place, column) in self.taken
        return own and (place, column) in self.asked_cells

    def passed_over(self) -> dict[str, CellPlaces]:
        """Where the cells stand that are passed over, by reason."""
        name, rows = self.grid.name, self.grid.rows
        if self.set_aside:
            return {self.set_aside: CellPlaces(name)}
        passed: dict[str, list[int]] = {}
        for number in sorted(self.without_devices):
            why = self._of_row(number)
            if why and why != ASKED and any(cell != "" for cell in rows[number - 1]):
                passed.setdefault(why, []).append(number)
        columns: dict[str, list[str]] = {}
        for column, why in sorted(self.left_out.items()):
            if any(column < len(row) and row[column] != "" for row in rows):
                columns.setdefault(why, []).append(column_letters(column + 1))
        return {
            why: CellPlaces(name, _runs(passed.get(why, ())), tuple(columns.get(why, ()))) for why in (passed | columns)
        }


def _runs(rows: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Rows in order as runs: 1, 2, 3, 7 -> (1, 3), (7, 7)."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return tuple(runs)


def account(ledgers: Iterable[SheetLedger]) -> Account:
    """What became of the filled cells of all sheets."""
    cells: Counter[str] = Counter()
    places: dict[str, list[CellPlaces]] = {}
    for ledger in ledgers:
        ledger.add_to(cells)
        for why, where in ledger.passed_over().items():
            places.setdefault(why, []).append(where)
    read, asked = cells.pop(READ, 0), cells.pop(ASKED, 0)
    passed_over = {why: n for why, n in cells.most_common() if n}
    return Account(read, asked, passed_over, {why: tuple(places.get(why, ())) for why in passed_over})
