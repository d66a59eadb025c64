"""Errors a spreadsheet shows are seen in every kind of file; calamine gives an empty cell, or 0."""

import struct

import pytest

from planning.workbooks.files import open_book
from planning.workbooks.model import FileRefused
from tests.inventory.raw_files import formula, label, ods, ods_cell, record, xls_of_records, xlsx
from tests.workbooks.conftest import Lower

OF_ODS = (
    '<table:table-cell table:formula="of:=NA()" office:value-type="{kind}" {value} calcext:value-type="error">'
    "<text:p>#N/B</text:p></table:table-cell>"
)


def rows(content: bytes) -> list[list[object]]:
    return [list(row) for row in open_book(content, "lijst").grids[0].rows]


def test_an_error_of_an_xlsx_is_read_wherever_its_type_stands() -> None:
    cells = '<c r="A1" t="e"><v>#N/A</v></c><c t="e" r="B1" s="0"><f>IF(t="e",1/0)</f><v>#DIV/0!</v></c>'
    assert rows(xlsx(f'<row r="1">{cells}</row>')) == [["#N/A", "#DIV/0!"]]


def test_an_error_behind_the_last_value_of_an_xlsx_has_its_place() -> None:
    cells = '<c r="A1"><v>1</v></c><c r="C1" t="e"><v>#REF!</v></c>'
    assert rows(xlsx(f'<row r="1">{cells}</row>')) == [[1, "", "#REF!"]]


@pytest.mark.parametrize("old", [True, False])
def test_an_error_of_an_xls_is_read_written_or_worked_out(old: bool) -> None:
    written = record(0x205, struct.pack("<HHHBB", 0, 1, 0, 0x2A, 1))
    true = record(0x205, struct.pack("<HHHBB", 0, 2, 0, 1, 0))
    worked_out = formula(0, 3, b"\x1e\x08\x00", result=b"\x02\0\x07\0\0\0\xff\xff")
    content = xls_of_records(b"", label(0, 0, "x", old=old) + written + true + worked_out, old=old)
    assert rows(content) == [["x", "#N/A", True, "#DIV/0!"]]


@pytest.mark.parametrize(("kind", "value"), [("string", 'office:string-value=""'), ("float", 'office:value="0"')])
def test_an_error_of_an_ods_is_the_text_it_shows(kind: str, value: str) -> None:
    cell = OF_ODS.format(kind=kind, value=value)
    assert rows(ods(f"<table:table-row>{cell}{ods_cell('x')}</table:table-row>")) == [["#N/B", "x"]]


def test_a_cell_that_is_not_calculated_far_away_asks_for_no_room(lower: Lower) -> None:
    lower(cells=100)
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row spans="1:1" r="900"><c r="A900"><f>B1</f></c></row>'
    with pytest.raises(FileRefused) as refused:
        open_book(xlsx(far), "lijst.xlsx")
    assert refused.value.code == "sheet_too_large"
