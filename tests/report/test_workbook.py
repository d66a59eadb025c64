"""The report as a workbook: its formulas come to the figures of the report, and nothing that people wrote computes."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from planning.report.model import Report, SectionKey
from planning.report.workbook import report_xlsx
from tests.conftest import NOW
from tests.report.conftest import Made

HOSTILE = '=HYPERLINK("http://x","y")'


def values_of(content: bytes) -> dict[tuple[str, str], float]:
    """What every formula of a workbook came to, by sheet and cell."""
    formulas = openpyxl.load_workbook(BytesIO(content))
    told = openpyxl.load_workbook(BytesIO(content), data_only=True)
    return {
        (sheet.title, cell.coordinate): round(told[sheet.title][cell.coordinate].value, 6)
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@pytest.fixture(scope="module")
def report(made: Made) -> Report:
    return made()[0]


@pytest.fixture(scope="module")
def content(report: Report) -> bytes:
    return report_xlsx(report, NOW)


def test_a_sheet_holds_the_figures_of_its_section(report: Report, content: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(content), data_only=True)
    assert book.sheetnames[0] == "Inhoud"
    assert len(book.sheetnames) == len(report.sections) + 1
    assert all(len(name) <= 31 for name in book.sheetnames)
    rows = [[cell.value for cell in row] for row in book["Waar onze scholen staan"].iter_rows()]
    table = report.section(SectionKey.STANDING).tables[0]
    for expected in (*table.rows, table.total or ()):
        found = next(row for row in rows if row[0] == expected[0])
        numbers = [value for value in expected[1:] if value is not None]
        there = [value for value in found[1 : len(expected)] if value is not None]
        assert there == pytest.approx(numbers)
    money = [[cell.value for cell in row] for row in book["Geld"].iter_rows()]
    assert ["Samen", None, 194_982, 29_056, 30_464, None] in [row[:6] for row in money]  # in euros


def test_charts_are_native_and_say_in_words_what_they_show(report: Report, content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as packed:
        charts = [name for name in packed.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        drawings = "".join(packed.read(name).decode() for name in packed.namelist() if "drawings/drawing" in name)
    assert len(charts) == sum(len(one.charts) for one in report.sections)
    assert "7 van de 20" not in drawings  # the message stands in a cell
    assert "De Peelhorst: 1\u00a0op\u00a02,1" in drawings


def test_what_people_write_never_computes(report: Report) -> None:
    standing = report.section(SectionKey.STANDING)
    table = standing.tables[0]
    rows = ((HOSTILE, *table.rows[0][1:]), *table.rows[1:])
    section = replace(standing, title=HOSTILE, message=HOSTILE, parts=(HOSTILE, replace(table, rows=rows, total=None)))
    made = report_xlsx(replace(report, title=HOSTILE, foreword=HOSTILE, sections=(section,)), NOW)
    for sheet in openpyxl.load_workbook(BytesIO(made)):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert cell.data_type != "f" or "HYPERLINK" not in str(cell.value)
            if cell.value == HOSTILE and not cell.hyperlink:
                assert cell.quotePrefix


def test_the_same_report_gives_the_same_bytes(report: Report, content: bytes) -> None:
    assert report_xlsx(report, NOW) == content


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
def test_a_spreadsheet_program_comes_to_the_same_figures(content: bytes, tmp_path: Path) -> None:
    bare = tmp_path / "report.xlsx"  # without what its formulas came to, so that the program has to compute
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(bare, "w") as target:
        for name in source.namelist():
            target.writestr(name, re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", source.read(name)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(bare)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    computed = values_of((tmp_path / "out" / "report.xlsx").read_bytes())
    told = values_of(content)
    assert len(told) > 100
    assert {key: computed[key] for key in told} == pytest.approx(told)
