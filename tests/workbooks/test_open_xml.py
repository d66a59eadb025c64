"""Workbooks as programs beside Excel on a desk write them: each is read as any other."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from planning.inventory.read.reader import read_inventory
from planning.inventory.write.marking import mark_workbook
from planning.workbooks.files import open_book
from planning.workbooks.model import FileRefused
from tests.inventory.raw_files import LIST, ODS_LIST, ods, rows, xlsx, zipped

SHEET = 'name="Lijst" sheetId="1" r:id="rId1"'


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_parts(change: dict[str, str] | None = None, **others: str) -> bytes:
    """The list in an xlsx of which some texts are others, and parts have other names."""
    found = {}
    for name, part in parts_of(xlsx(rows())).items():
        text = part.decode()
        for old, new in (change or {}).items():
            text = text.replace(old, new)
        found[others.get(name, name)] = text.encode()
    return zipped(found)


def in_encoding(encoding: str, before: bytes = b"", declared: str = "") -> bytes:
    """The list with every part in this encoding, and a school whose name is not plain."""
    table = [*LIST, ["laptop", "Café", 1]]
    named = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    return zipped(
        {name: before + (named + part.decode()).encode(encoding) for name, part in parts_of(xlsx(rows(table))).items()}
    )


@pytest.mark.parametrize(
    "content",
    [
        in_encoding("utf-16-le", b"\xff\xfe", "UTF-16"),  # as Excel on a telephone wrote it
        in_encoding("utf-16-be", b"\xfe\xff", "utf-16"),
        in_encoding("utf-16-le"),
        in_encoding("utf-16-be"),
        in_encoding("latin-1", declared="ISO-8859-1"),
        in_encoding("cp1252", declared="windows-1252"),
        in_encoding("utf-8", b"\xef\xbb\xbf", "UTF-8"),
    ],
)
def test_a_workbook_is_read_in_whatever_encoding_its_parts_are(content: bytes) -> None:
    assert open_book(content, "lijst.xlsx").grids[0].rows[3] == ["laptop", "Café", "1"]


def test_a_part_that_is_not_in_the_encoding_it_begins_with_is_damaged() -> None:
    parts = parts_of(xlsx(rows()))
    with pytest.raises(FileRefused, match="damaged"):
        open_book(zipped({**parts, "xl/worksheets/sheet1.xml": b"\xff\xfe\x00\xd8\x00"}), "lijst.xlsx")


def test_a_part_in_an_encoding_that_no_program_writes_is_refused() -> None:
    with pytest.raises(FileRefused, match="declarations"):
        open_book(in_encoding("cp1252", declared="x-own"), "lijst.xlsx")


def test_what_a_part_declares_in_utf_16_is_seen_as_well() -> None:
    parts = parts_of(xlsx(rows()))
    sheet = "<!DOCTYPE worksheet>" + parts["xl/worksheets/sheet1.xml"].decode()
    with pytest.raises(FileRefused, match="declarations"):
        open_book(zipped({**parts, "xl/worksheets/sheet1.xml": sheet.encode("utf-16")}), "lijst.xlsx")


def backslashes() -> bytes:
    return with_parts(**{name: name.replace("/", "\\") for name in parts_of(xlsx(rows()))})


def in_small_letters() -> bytes:
    return with_parts(**{name: name.lower() for name in parts_of(xlsx(rows()))})


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(backslashes(), id="parts named with backslashes, as older .NET packs them"),
        pytest.param(in_small_letters(), id="parts named in small letters"),
        pytest.param(
            with_parts(
                {"xl/workbook.xml": "xl/workbook2.xml"},
                **{
                    "xl/workbook.xml": "xl/workbook2.xml",
                    "xl/_rels/workbook.xml.rels": "xl/_rels/workbook2.xml.rels",
                },
            ),
            id="another name for the workbook",
        ),
        pytest.param(
            with_parts(
                {'Target="xl/workbook.xml"': 'Target="/workbook.xml"', 'PartName="/xl/': 'PartName="/'},
                **{
                    "xl/workbook.xml": "workbook.xml",
                    "xl/_rels/workbook.xml.rels": "_rels/workbook.xml.rels",
                    "xl/worksheets/sheet1.xml": "worksheets/sheet1.xml",
                },
            ),
            id="no folder xl",
        ),
        pytest.param(with_parts({f"<sheet {SHEET}/>": f'<sheet {SHEET} state="show"/>'}), id="an unknown state"),
        pytest.param(
            with_parts({f"<sheet {SHEET}/>": f'<sheet {SHEET}/><sheet name="Module" sheetId="2" r:id=""/>'}),
            id="a sheet that leads nowhere",
        ),
        pytest.param(
            with_parts(
                {
                    f"<sheet {SHEET}/>": f'<sheet {SHEET}/><sheet name="M" sheetId="2" r:id="rId2"></sheet>',
                    'Target="worksheets/sheet1.xml"/>': 'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" '
                    'Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="m.xml"/>',
                }
            ),
            id="a sheet of macros",
        ),
        pytest.param(
            xlsx(rows(), before='<dimension ref="1:3"/>'), id="a dimension of whole rows, as LibreOffice writes"
        ),
        pytest.param(xlsx(rows(), before='<dimension ref="A:C"></dimension>'), id="a dimension of whole columns"),
    ],
)
def test_a_workbook_that_excel_opens_is_read(content: bytes) -> None:
    book = open_book(content, "lijst.xlsx")
    assert [(grid.name, grid.hidden) for grid in book.grids] == [("Lijst", False)]
    assert book.grids[0].rows == [["Soort", "Merk", "Aantal"], ["laptop", "HP", "3"], ["chromebook", "Acer", "2"]]


@pytest.mark.parametrize(
    ("merged", "area"),
    [("E:F", ((0, 4), (1_048_575, 5))), ("7:8", ((6, 0), (7, 16_383))), ("E7:F8", ((6, 4), (7, 5)))],
)
def test_whole_rows_and_columns_may_be_merged(merged: str, area: tuple[tuple[int, int], tuple[int, int]]) -> None:
    content = xlsx(rows(), after=f'<mergeCells count="1"><mergeCell ref="{merged}"/></mergeCells>')
    assert open_book(content, "lijst.xlsx").grids[0].merged == (area,)


@pytest.mark.parametrize(
    "mimetype", [None, "application/vnd.oasis.opendocument.spreadsheet-template"], ids=["left out", "of a template"]
)
def test_an_ods_may_say_otherwise_what_it_is(mimetype: str | None) -> None:
    parts: dict[str, str | bytes] = {**parts_of(ods(ODS_LIST))}
    del parts["mimetype"]
    content = zipped({**({"mimetype": mimetype} if mimetype else {}), **parts})
    book = open_book(content, "lijst.ods")
    assert (book.facts.format, book.grids[0].rows[1][:2]) == ("ods", ["laptop", "HP"])


@pytest.mark.parametrize("content", [backslashes(), in_encoding("utf-16-le", b"\xff\xfe", "UTF-16")])
def test_such_a_workbook_can_be_marked_and_keeps_its_cells(content: bytes) -> None:
    marked = load_workbook(BytesIO(mark_workbook(content, read_inventory(content, "lijst.xlsx"), "look")))
    assert [cell.value for cell in marked["Lijst"][2]] == ["laptop", "HP", "3"]
