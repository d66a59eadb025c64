"""Files of real people that look like an attack: each is read, quickly, and can be marked."""

import struct
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from planning.inventory.apart import mark_apart
from planning.inventory.read.reader import read_inventory
from planning.inventory.reading import Reading
from planning.workbooks import apart
from planning.workbooks.apart import value_of
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

YELLOW = PatternFill("solid", fgColor="FFFF00")


@pytest.fixture(autouse=True, scope="module")
def _started() -> None:
    apart.start()


def read(content: bytes, name: str = "lijst.xlsx") -> Reading:
    """The reading, made within the limits and well within the seconds."""
    ended = apart.run(READING, read_inventory, content, name)
    assert ended.processor_seconds < 3
    assert ended.peak_memory < 500 * 1024**2
    reading: Reading = value_of(ended)
    assert reading.devices["count"].sum() == DEVICES
    return reading


def far_cells(reading: Reading) -> list[str]:
    """Where the first far cell of a sheet stands, as the reading says it."""
    return [problem.values["first"] for problem in reading.problems if problem.code == "far-cells"]


def book() -> Workbook:
    found = Workbook()
    for row in LIST:
        found.active.append(row)
    return found


@pytest.mark.parametrize("place", ["A1048576", "C1048576", "XFD1", "XFD3", "XFD1048576", "AAA900000"])
@pytest.mark.parametrize("text", [".", " ", "-"])
def test_a_stray_dot_anywhere_changes_nothing(place: str, text: str) -> None:
    found = book()
    found.active[place] = text
    reading = read(saved(found))
    assert far_cells(reading) == []
    assert len(reading.sheets[0].columns) == 3


def test_a_word_far_away_is_named_and_its_text_kept_out() -> None:
    found = book()
    found.active["XFD1048576"] = "Fenna belt terug"
    found.active["A900000"] = 12
    reading = read(saved(found))
    assert far_cells(reading) == ["A900000"]
    assert "Fenna" not in repr(reading)


def test_far_cells_of_every_kind_are_looked_at() -> None:
    line = '<row r="900000"><c r="A900000"><v>7</v></c><c r="B900000" t="b"><v>1</v></c></row>'
    reading = read(xlsx(rows() + line + f'<row r="900001">{cell("A900001", "&lt;.&gt;")}</row>'))
    assert [problem.values["n"] for problem in reading.problems if problem.code == "far-cells"] == ["2"]


def test_a_formula_far_away_asks_for_no_room() -> None:
    found = book()
    found.active["XFD1048576"] = "=SUM(C2:C3)"
    assert far_cells(read(saved(found))) == ["XFD1048576"]


@pytest.mark.parametrize(
    ("more", "places"),
    [
        (ods_row(ods_cell("", 16_384), times=1_048_573), []),
        (ods_row(ods_cell("", 16_384), times=1_048_572) + ods_row(ods_cell("", 16_383), ods_cell(".")), []),
        (ods_row(ods_cell("", 16_384), times=1_048_572) + ods_row(ods_cell("", 9), ods_cell("let op")), ["J1048576"]),
        (ods_row(ods_cell("", 16_383), ods_cell("let op")), ["XFD4"]),
    ],
    ids=["blank to the end", "a dot", "a word below", "a word beside"],
)
def test_an_ods_that_fills_its_sheet_is_read(more: str, places: list[str]) -> None:
    assert far_cells(read(ods(ODS_LIST + more), "lijst.ods")) == places


def test_an_xls_with_a_cell_in_its_last_place_is_read() -> None:
    assert far_cells(read(xls(), "lijst.xls")) == []
    assert far_cells(read(xls({(65_535, 255): "let op"}), "lijst.xls")) == ["IV65536"]


def test_an_xls_that_claims_its_whole_sheet_is_read() -> None:
    def claim(records: bytearray) -> None:
        sizes = records.index(struct.pack("<HHIIHHH", 0x200, 14, 0, len(LIST), 0, len(LIST[0]), 0))
        struct.pack_into("<IIHH", records, sizes + 4, 0, 65_536, 0, 256)

    assert far_cells(read(changed_xls(xls(), claim), "lijst.xls")) == []


def test_two_lists_far_apart_are_both_read_where_there_is_room() -> None:
    found = book()
    for column, value in enumerate(["Soort", "Merk", "Aantal"], start=1):
        found.active.cell(3000, column, value)
    assert "far-cells" not in {problem.code for problem in read(saved(found)).problems}


def coloured_column() -> bytes:
    found = book()
    found.active.column_dimensions["A"].fill = YELLOW
    return saved(found)


def coloured_sheet() -> bytes:
    blank = "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(4, 1_048_577))
    return xlsx(rows() + blank, before='<cols><col min="1" max="16384" width="9" style="1"/></cols>')


def large_merges() -> bytes:
    found = book()
    found.active.merge_cells("A5:XFD5")
    merges = '<mergeCells count="2"><mergeCell ref="A5:XFD1048576"/><mergeCell ref="E1:F1048576"/></mergeCells>'
    return xlsx(rows(), after=merges)


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
        coloured_sheet,
        large_merges,
        formatted_blank_rows,
        million_blank_rows,
        macro_workbook,
        lambda: xlsx(rows(), before='<dimension ref="A1:XFD1048576"/>'),
        lambda: xlsx(rows(), **{"../../../etc/passwd": b"x", "/x": b"x"}),
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


def test_an_ods_of_openoffice_names_a_document_type_in_its_manifest() -> None:
    manifest = '<!DOCTYPE manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd"><manifest/>'
    assert read(ods(ODS_LIST, manifest=manifest), "lijst.ods").file.format == "ods"


def test_a_name_says_nothing_about_what_a_file_is() -> None:
    csv = "\n".join(";".join(map(str, row)) for row in LIST).encode()
    assert read(csv, "lijst.xlsx").file.format == "csv"
    assert read(xlsx(rows()), "lijst.csv").file.format == "xlsx"
    assert read(xls(), "lijst.xlsx").file.format == "xls"


def test_a_csv_with_blank_rows_and_separators_to_the_end_is_read() -> None:
    csv = "\n".join(";".join(map(str, row)) + ";" * 16_000 for row in LIST) + "\n" + ";;;\n" * 500_000
    assert read(csv.encode(), "lijst.csv").file.format == "csv"
