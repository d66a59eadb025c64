"""Our own workbook through LibreOffice: out, changed and saved by it, in again; skipped where it is not installed."""

import shutil
import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from planning.core.database import Database
from planning.systems.functions import shipped_functions
from planning.systems.list_table import lines_excel, lines_frame
from planning.systems.rules import function_costs, systems_matrix
from planning.systems.service import SystemsView, import_lines, save_lines, systems_view
from planning.systems.words import title
from tests.conftest import NOW
from tests.own_board import BOARD
from tests.systems.made import ANNA, AS_OF, LINDE, line
from tests.systems.test_list_file import FULL
from tests.systems.test_service import GROUP, schools

assert schools  # a fixture
SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def saved_by_libreoffice(content: bytes, folder: Path) -> bytes:
    """A workbook as LibreOffice reads and writes it."""
    assert SOFFICE is not None
    (folder / "systemen.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    kinds = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "saved")]
    command = [SOFFICE, profile, "--headless", *kinds, str(folder / "systemen.xlsx")]
    subprocess.run(command, check=True, timeout=120, capture_output=True)
    return (folder / "saved" / "systemen.xlsx").read_bytes()


def changed(content: bytes, cells: dict[tuple[str, str], Any], added: dict[str, Any]) -> bytes:
    """A workbook with other values by system and heading, and a row below."""
    book = load_workbook(BytesIO(content))
    sheet = book.active
    assert sheet is not None
    header = next(row for row in range(1, 10) if sheet.cell(row, 1).value == "BRIN")
    column = {str(cell.value): cell.column for cell in sheet[header]}
    for row in range(header + 1, sheet.max_row + 1):
        for (system, heading), value in cells.items():
            if sheet.cell(row, column["Systeem"]).value == system:
                sheet.cell(row, column[heading], value)
    last = sheet.max_row + 1
    for heading, value in added.items():
        sheet.cell(last, column[heading], value)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def exported(view: SystemsView) -> bytes:
    return lines_excel(lines_frame(view.lines, view.schools, view.functions), BOARD, AS_OF)


@pytest.mark.parametrize("empty_database", ["sqlite"], indirect=True)
def test_what_libreoffice_changed_is_followed_by_matrix_and_totals_and_what_it_broke_is_told_by_row(
    schools: Database, tmp_path: Path
) -> None:
    save_lines(GROUP, schools, NOW, [FULL, line(ANNA, "Eik", per_school_cents=900_00), line(LINDE, "Iep", "mdm")])
    out = exported(systems_view(GROUP, schools))
    same = import_lines(GROUP, schools, NOW, saved_by_libreoffice(out, tmp_path), "systemen.xlsx", apply=True)
    assert (same.rows, same.changes, same.problems) == (3, (), ())

    cells = {("Eik", title("per_school_cents")): 1_250.5, ("Eik", title("ends_on")): date(2019, 7, 31),
             ("Iep", title("out_on")): "ooit"}  # fmt: skip
    content = changed(out, cells, {"BRIN": ANNA, "Functie": "LAS", "Systeem": "Berk"})
    found = import_lines(GROUP, schools, NOW, saved_by_libreoffice(content, tmp_path), "systemen.xlsx", apply=True)
    assert (found.added, found.changed) == (1, 1)
    (problem,) = found.problems
    iep = next(row for row in range(1, 20) if "Iep" in row_of(content, row))
    assert (problem.row, problem.as_written) == (iep, "ooit")

    view = systems_view(GROUP, schools).on(AS_OF)
    (row,) = [
        row for row in systems_matrix(shipped_functions(), view.columns(AS_OF)).rows if row.function.code == "las"
    ]
    assert [(one.name, one.columns) for one in row.systems] == [("Berk", 2), ("Eik", 1)]
    assert row.kind([column.key for column in view.columns(AS_OF)].index(ANNA)) == "several"
    cost = next(one for one in function_costs(shipped_functions(), view.columns(AS_OF)) if one.function.code == "las")
    assert (cost.cents, cost.unknown) == (1_250_50, 2)  # Berk's price a pupil needs pupils


def row_of(content: bytes, row: int) -> list[Any]:
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    return [cell.value for cell in sheet[row]]
