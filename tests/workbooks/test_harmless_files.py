"""Files of real people that look like an attack: each is read, quickly, and can be marked.

What reaches to the end of a sheet reaches here a little past limits that are lowered: at its own size a reader without
our guards would make room for a whole sheet.
"""

import struct
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from planning.inventory.apart import mark_apart
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from planning.inventory.write.marking import mark_workbook
from planning.workbooks import apart, inert
from planning.workbooks.apart import value_of
from planning.workbooks.inert import inert_workbook
from planning.workbooks.limits import READING
from tests.inventory.raw_files import (
    DEVICES,
    LIST,
    ODS_LIST,
    cell,
    changed_xls,
    ods,
    ods_cell,
    ods_row,
    rows,
    xls,
    xlsx,
)
from tests.making import saved
from tests.workbooks.conftest import Lower

NEAR = {"rows": 50, "columns": 30, "cells": 1_000, "gap_rows": 10, "gap_columns": 10}
YELLOW = PatternFill("solid", fgColor="FFFF00")


def read(content: bytes, name: str = "lijst.xlsx") -> Reading:
    """The reading, made within the limits and well within the seconds."""
    ended = apart.run(READING, read_inventory, content, name)
    assert ended.processor_seconds < 3
    assert ended.peak_memory < 500 * 1024**2
    reading: Reading = value_of(ended)
    assert reading.devices["count"].sum() == DEVICES
    return reading


def far_cells(content: bytes, name: str = "lijst.xlsx") -> list[str]:
    """Where the first far cell of a sheet stands, as the reading says it; the list itself is read whole."""
    reading = read_inventory(content, name)
    assert reading.devices["count"].sum() == DEVICES
    assert {len(sheet.columns) for sheet in reading.sheets} == {3}
    return [problem.values["first"] for problem in reading.problems if problem.code == "far-cells"]


@pytest.fixture
def near(lower: Lower) -> None:
    """Limits that end a little past the list."""
    lower(**NEAR)


def book() -> Workbook:
    found = Workbook()
    for row in LIST:
        found.active.append(row)
    return found


@pytest.mark.usefixtures("near")
@pytest.mark.parametrize("place", ["A90", "C90", "AZ1", "AZ3", "AZ90", "AX80"])
@pytest.mark.parametrize("text", [".", " ", "-"])
def test_a_stray_dot_anywhere_changes_nothing(place: str, text: str) -> None:
    found = book()
    found.active[place] = text
    assert far_cells(saved(found)) == []


@pytest.mark.usefixtures("near")
def test_a_word_far_away_is_named_and_its_text_kept_out() -> None:
    found = book()
    found.active["AZ90"] = "Fenna belt terug"
    found.active["A80"] = 12
    assert far_cells(saved(found)) == ["A80"]
    assert "Fenna" not in repr(read_inventory(saved(found), "lijst.xlsx"))


@pytest.mark.usefixtures("near")
def test_far_cells_of_every_kind_are_looked_at() -> None:
    line = '<row r="80"><c r="A80"><v>7</v></c><c r="B80" t="b"><v>1</v></c></row>'
    content = xlsx(rows() + line + f'<row r="81">{cell("A81", "&lt;.&gt;")}</row>')
    reading = read_inventory(content, "lijst.xlsx")
    assert [problem.values["n"] for problem in reading.problems if problem.code == "far-cells"] == ["2"]


@pytest.mark.usefixtures("near")
def test_a_formula_far_away_asks_for_no_room() -> None:
    found = book()
    found.active["AZ90"] = "=SUM(C2:C3)"
    assert far_cells(saved(found)) == ["AZ90"]


@pytest.mark.usefixtures("near")
@pytest.mark.parametrize(
    ("more", "places"),
    [
        (ods_row(ods_cell("", 120), times=150), []),
        (ods_row(ods_cell("", 120), times=150) + ods_row(ods_cell("", 119), ods_cell(".")), []),
        (ods_row(ods_cell("", 120), times=150) + ods_row(ods_cell("", 9), ods_cell("let op")), ["J154"]),
        (ods_row(ods_cell("", 119), ods_cell("let op")), ["DP4"]),
    ],
    ids=["blank to the end", "a dot", "a word below", "a word beside"],
)
def test_an_ods_that_fills_its_sheet_is_read(more: str, places: list[str]) -> None:
    assert far_cells(ods(ODS_LIST + more), "lijst.ods") == places


@pytest.mark.usefixtures("near")
def test_an_xls_with_a_cell_in_its_last_place_is_read() -> None:
    assert far_cells(xls(), "lijst.xls") == []
    assert far_cells(xls({(89, 60): "let op"}), "lijst.xls") == ["BI90"]


@pytest.mark.usefixtures("near")
def test_an_xls_that_claims_its_whole_sheet_is_read() -> None:
    def claim(records: bytearray) -> None:
        sizes = records.index(struct.pack("<HHIIHHH", 0x200, 14, 0, len(LIST), 0, len(LIST[0]), 0))
        struct.pack_into("<IIHH", records, sizes + 4, 0, 90, 0, 61)

    assert far_cells(changed_xls(xls(), claim), "lijst.xls") == []


def test_two_lists_far_apart_are_both_read_where_there_is_room() -> None:
    found = book()
    for column, value in enumerate(["Soort", "Merk", "Aantal"], start=1):
        found.active.cell(3000, column, value)
    assert "far-cells" not in {problem.code for problem in read(saved(found)).problems}


def coloured_column() -> bytes:
    found = book()
    found.active.column_dimensions["A"].fill = YELLOW
    return saved(found)


def formatted_blank_rows() -> bytes:
    blank = "".join(
        f'<row r="{n}">{"".join(f"""<c r="{letter}{n}" s="1"/>""" for letter in "ABCDEFGH")}</row>'
        for n in range(4, 100_004)
    )
    return xlsx(rows() + blank)


def million_blank_rows() -> bytes:
    return xlsx(rows() + "".join(f'<row r="{n}"/>' for n in range(4, 1_000_004)))


def macro_workbook() -> bytes:
    return xlsx(rows(), **{"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 and more"})


@pytest.mark.parametrize(
    "make",
    [
        coloured_column,
        formatted_blank_rows,
        million_blank_rows,
        macro_workbook,
        lambda: xlsx(rows(), before='<dimension ref="A1:AZ90"/>'),
        lambda: xlsx(rows(), **{"opmerkingen/van de school.txt": b"x"}),
        lambda: xlsx(rows(), **{"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
        lambda: xlsx(rows(), **{"xl/media/kladblok.zip": xlsx(rows())}),
        lambda: xlsx(rows([*LIST, ["", "", "", "x" * 32_767]])),
        lambda: xlsx(rows([*LIST[:2], ["chromebook", "Acer", 2, "opm " * 8_000]])),
    ],
)
def test_a_heavy_but_harmless_workbook_is_read_and_marked(make: object) -> None:
    content = make()  # type: ignore[operator]
    reading = read(content)
    sheets = load_workbook(BytesIO(mark_apart(content, reading)), read_only=True).sheetnames
    assert sheets[0] == "Opmerkingen"


@pytest.mark.usefixtures("near")
def test_rows_that_are_blank_to_the_end_of_the_sheet_are_not_made() -> None:
    blank = "".join(f'<row r="{n}" ht="20" customHeight="1"/>' for n in range(4, 200))
    content = xlsx(rows() + blank, before='<cols><col min="1" max="16384" width="9"/></cols>')
    assert list(inert_workbook(content).active.row_dimensions) == []
    assert far_cells(content) == []


def test_areas_merged_to_the_end_of_the_sheet_are_left_out_of_the_marked_workbook(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = book()
    found.active.merge_cells("A5:F20")
    found.active.merge_cells("H1:J9")
    content = saved(found)
    assert len(merged(content)) == 2
    monkeypatch.setattr(inert, "_MAX_SPANNED", 100)
    assert merged(content) == []


def merged(content: bytes) -> list[object]:
    """The merged areas of a workbook when it has been read and marked."""
    reading = read_inventory(content, "lijst.xlsx")
    assert reading.devices["count"].sum() == DEVICES
    return list(load_workbook(BytesIO(mark_workbook(content, reading))).worksheets[-1].merged_cells.ranges)


def test_the_size_that_a_sheet_claims_says_nothing_of_its_formulas() -> None:
    # it may claim a whole sheet as well as too little
    formula = '<row r="4"><c r="C4"><f>COUNTA(A1:A3)</f></c></row>'
    content = xlsx(rows() + formula, before='<dimension ref="A1:A2"/>')
    assert inert_workbook(content).active["C4"].value == "=COUNTA(A1:A3)"


def test_an_ods_of_openoffice_names_a_document_type_in_its_manifest() -> None:
    manifest = '<!DOCTYPE manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest/>'
    assert read(ods(ODS_LIST, manifest=manifest), "lijst.ods").file.format == "ods"


def test_a_name_says_nothing_about_what_a_file_is() -> None:
    csv = "\n".join(";".join(map(str, row)) for row in LIST).encode()
    assert read(csv, "lijst.xlsx").file.format == "csv"
    assert read(xlsx(rows()), "lijst.csv").file.format == "xlsx"
    assert read(xls(), "lijst.xlsx").file.format == "xls"


@pytest.mark.usefixtures("near")
def test_a_csv_with_blank_rows_and_separators_to_the_end_is_read() -> None:
    csv = "\n".join(";".join(map(str, row)) + ";" * 100 for row in LIST) + "\n" + ";;;\n" * 100
    assert far_cells(csv.encode(), "lijst.csv") == []
