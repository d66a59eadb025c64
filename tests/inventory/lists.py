"""Small lists for the reader's tests: workbooks and csv of a few literal rows."""

from collections.abc import Mapping
from datetime import date

from planning.inventory.guidance import Guidance
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from tests.making import Rows, workbook

TODAY = date(2019, 1, 1)


def read(
    rows: Rows,
    *,
    columns: Mapping[tuple[str, str], str | None] | None = None,
    answers: Mapping[str, str] | None = None,
    sheet: str = "Lijst",
    **others: Rows,
) -> Reading:
    """Read a workbook of these rows, on a sheet of this name."""
    return read_inventory(workbook(rows, sheet, **others), "lijst.xlsx", Guidance(TODAY, columns or {}, answers or {}))


def column(reading: Reading, name: str) -> list[object]:
    """One column of the devices as read."""
    return list(reading.devices[name])


def held(reading: Reading, *names: str) -> list[tuple[object, ...]]:
    """Some columns of the devices, a row each."""
    return list(zip(*(column(reading, name) for name in names), strict=True))


def problem_places(reading: Reading, severity: str = "must") -> list[tuple[int | None, str]]:
    """Row and code of every problem of a severity."""
    return [(problem.row, problem.code) for problem in reading.problems if problem.severity == severity]


def rows_told_of(reading: Reading) -> list[int]:
    """Every row of a reading's sheet, once for each of the places it is in."""
    devices = set(reading.devices["row"])
    problems = {problem.row for problem in reading.problems if problem.row} - devices
    return sorted([*devices, *problems, *(row.row for row in reading.ignored_rows)])
