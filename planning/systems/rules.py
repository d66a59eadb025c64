"""Systems beside each other: who has which, white spots and doubles, what a function costs; pure.

All is reckoned over columns, one a place: the schools of a board, or boards that share their lines.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from planning.core.text import clean, folded, name_key
from planning.systems.model import SystemFunction, SystemLine, SystemsColumn

CellKind = Literal["unknown", "gap", "one", "several"]


def system_key(name: str) -> str:
    """A system's name for comparing: capitals, accents and spaces make no difference."""
    return folded(clean(name))


@dataclass(frozen=True)
class SystemShare:
    """A system for a function, and in how many columns it is."""

    name: str  # as it is written most
    columns: int


@dataclass(frozen=True)
class SystemsRow:
    """A function over all columns."""

    function: SystemFunction
    systems: tuple[SystemShare, ...]  # those of most columns first
    cells: tuple[tuple[int, ...] | None, ...]  # by column, places in `systems`; None where nothing was filled in

    def kind(self, column: int) -> CellKind:
        """What a cell says."""
        cell = self.cells[column]
        if cell is None:
            return "unknown"
        return "gap" if not cell else "one" if len(cell) == 1 else "several"

    def columns_of(self, kind: CellKind) -> tuple[int, ...]:
        """The columns whose cell says this."""
        return tuple(column for column in range(len(self.cells)) if self.kind(column) == kind)


@dataclass(frozen=True)
class SystemsMatrix:
    """Functions by columns. A function that no column has a system for makes no row: it says nothing yet."""

    columns: tuple[SystemsColumn, ...]
    rows: tuple[SystemsRow, ...]
    silent: tuple[SystemFunction, ...]  # kept track of, and nowhere filled in

    @cached_property
    def several(self) -> tuple[SystemsRow, ...]:
        """The functions for which the columns have more than one system among them."""
        return tuple(row for row in self.rows if len(row.systems) > 1)

    @cached_property
    def gaps(self) -> int:
        """White spots: a column without a system for a function that another has one for."""
        return sum(len(row.columns_of("gap")) for row in self.rows)

    @cached_property
    def doubles(self) -> int:
        """Columns with two systems or more for one function, function by function."""
        return sum(len(row.columns_of("several")) for row in self.rows)

    @cached_property
    def unknown(self) -> tuple[SystemsColumn, ...]:
        """The columns of which nothing was filled in."""
        return tuple(column for column in self.columns if not column.is_known)


def systems_matrix(functions: Iterable[SystemFunction], columns: Sequence[SystemsColumn]) -> SystemsMatrix:
    """Functions that are kept track of, by columns; only systems that are in service count."""
    used = tuple(function for function in functions if function.is_used)
    names: dict[str, list[Counter[str]]] = {}  # by function, column by column: how often each way of writing
    for place, column in enumerate(columns):
        for line in column.lines:
            if line.is_in_service:
                by_column = names.setdefault(line.function, [Counter() for _column in columns])
                by_column[place][line.system] += 1
    rows = tuple(_row(function, names[function.code], columns) for function in used if function.code in names)
    return SystemsMatrix(tuple(columns), rows, tuple(one for one in used if one.code not in names))


def _row(function: SystemFunction, by_column: Sequence[Counter[str]], columns: Sequence[SystemsColumn]) -> SystemsRow:
    written: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for names in by_column:
        written.update(names)
        found.update({system_key(name) for name in names})
    spelled = {system_key(name): name for name, _times in sorted(written.items(), key=lambda one: (one[1], one[0]))}
    order = sorted(found, key=lambda key: (-found[key], name_key(spelled[key])))
    place = {key: position for position, key in enumerate(order)}
    cells = tuple(
        tuple(sorted({place[system_key(name)] for name in names})) if column.tells(function.code) else None
        for names, column in zip(by_column, columns, strict=True)
    )
    return SystemsRow(function, tuple(SystemShare(spelled[key], found[key]) for key in order), cells)


def yearly_cents(line: SystemLine, pupils: int | None) -> int | None:
    """What a line costs a year; None where no cost is known, or a price per pupil without pupils."""
    if line.per_pupil_cents is None and line.per_school_cents is None:
        return None
    if line.per_pupil_cents and pupils is None:
        return None
    return (line.per_pupil_cents or 0) * (pupils or 0) + (line.per_school_cents or 0)


@dataclass(frozen=True)
class FunctionCost:
    """What a function costs a year where it is known, and for how many pupils that is."""

    function: SystemFunction
    cents: int
    pupils: int  # of the columns of which the cost is known
    unknown: int  # lines in service without a known cost

    @property
    def cents_per_pupil(self) -> int | None:
        """Cents a pupil a year, half up; None without pupils."""
        return (2 * self.cents + self.pupils) // (2 * self.pupils) if self.pupils else None


def function_costs(functions: Iterable[SystemFunction], columns: Sequence[SystemsColumn]) -> tuple[FunctionCost, ...]:
    """What every function costs that has a system in service somewhere, the dearest per pupil first."""
    found = [_cost(function, columns) for function in functions if function.is_used]
    costs = [cost for cost in found if cost is not None]
    return tuple(sorted(costs, key=lambda cost: (-(cost.cents_per_pupil or 0), cost.function.code)))


def _cost(function: SystemFunction, columns: Sequence[SystemsColumn]) -> FunctionCost | None:
    cents = pupils = unknown = 0
    is_there = False
    for column in columns:
        lines = [line for line in column.lines if line.function == function.code and line.is_in_service]
        known = [cost for line in lines if (cost := yearly_cents(line, column.pupils)) is not None]
        is_there = is_there or bool(lines)
        unknown += len(lines) - len(known)
        cents += sum(known)
        pupils += (column.pupils or 0) if known else 0
    return FunctionCost(function, cents, pupils, unknown) if is_there else None
