"""Workbooks made by hand, part by part, for what no ordinary program writes."""

import struct
import zipfile
from collections.abc import Callable
from io import BytesIO

import xlwt
from olefile import OleFileIO
from xlwt.CompoundDoc import XlsDoc

LIST = [["Soort", "Merk", "Aantal"], ["laptop", "HP", 3], ["chromebook", "Acer", 2]]
DEVICES = 5

_XLSX = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    'sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Lijst" '
    'sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}
_ODS_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def cell(place: str, value: object) -> str:
    """A cell of an xlsx sheet."""
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def rows(table: list[list[object]] = LIST) -> str:  # type: ignore[assignment]
    """The rows of an xlsx sheet, from A1 on."""
    return "".join(
        f'<row r="{n}">{"".join(cell(f"{chr(65 + place)}{n}", value) for place, value in enumerate(row))}</row>'
        for n, row in enumerate(table, start=1)
    )


def xlsx(
    sheet_rows: str, *, before: str = "", after: str = "", top: str = "", calculation: str = "", **parts: str | bytes
) -> bytes:
    """An xlsx of one sheet; `before` and `after` stand around its rows, `top` above all XML; more parts by name.

    `calculation` says how the workbook is calculated.
    """
    sheet = (
        f'{top}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{before}'
        f"<sheetData>{sheet_rows}</sheetData>{after}</worksheet>"
    )
    book = _XLSX["xl/workbook.xml"].replace("</workbook>", f"{calculation}</workbook>")
    whole = {**_XLSX, "xl/workbook.xml": book, "xl/worksheets/sheet1.xml": sheet}
    return zipped({**whole, **{k.replace("__", "/"): v for k, v in parts.items()}})


def ods_cell(value: object, times: int = 1) -> str:
    """A cell of an ods sheet."""
    repeated = f'table:number-columns-repeated="{times}"'
    if value == "":
        return f"<table:table-cell {repeated}/>"
    return f'<table:table-cell office:value-type="string" {repeated}><text:p>{value}</text:p></table:table-cell>'


def ods_row(*cells: str, times: int = 1) -> str:
    """A row of an ods sheet."""
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


ODS_LIST = "".join(ods_row(*map(ods_cell, row)) for row in LIST)


def ods(sheet_rows: str, *, top: str = "", manifest: str = "<manifest/>", styles: str = "") -> bytes:
    """An ods of one sheet; `styles` stand above it."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": f"{top}<office:document-content {_ODS_SPACES}>{styles}<office:body><office:spreadsheet>"
            f'<table:table table:name="Lijst">{sheet_rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def xls(more: dict[tuple[int, int], object] | None = None) -> bytes:
    """An xls with the list, and more cells by row and column from 0."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Lijst")
    listed = {(row, column): value for row, line in enumerate(LIST) for column, value in enumerate(line)}
    for (row, column), value in (listed | (more or {})).items():
        sheet.write(row, column, value)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def changed_xls(content: bytes, change: Callable[[bytearray], None]) -> bytes:
    """An xls of which the records were changed, its length kept."""
    file = BytesIO(content)
    with OleFileIO(file, write_mode=True) as streams:
        records = bytearray(streams.openstream("Workbook").read())
        change(records)
        streams.write_stream("Workbook", bytes(records))
    return file.getvalue()


def packed_as(stream: str) -> bytes:
    """The container of an xls, in which the one stream has another name: as Word packs a text, Excel a password."""

    def name(text: str) -> bytes:
        return text.encode("utf-16-le").ljust(64, b"\0") + bytes([2 * len(text) + 2, 0])

    return xls().replace(name("Workbook"), name(stream))


def record(kind: int, data: bytes = b"") -> bytes:
    """A record of an xls."""
    return struct.pack("<HH", kind, len(data)) + data


def xls_of_records(book: bytes, sheet: bytes, *, old: bool = False) -> bytes:
    """An xls of one sheet, "Lijst", from records of its own part and of the sheet; `old`: as Excel 95 writes it."""
    start = record(0x809, struct.pack("<HHHH", 0x500 if old else 0x600, 5, 0, 0) + bytes(0 if old else 8))
    name = (b"\x05" if old else b"\x05\0") + b"Lijst"
    place = len(start) + len(book) + 4 + 6 + len(name) + 4
    stream = start + book + record(0x85, struct.pack("<IH", place, 0) + name) + record(0x0A)
    content = BytesIO()
    XlsDoc().save(content, stream + start + sheet + record(0x0A))
    return content.getvalue()


def label(row: int, column: int, text: str, *, style: int = 0, old: bool = False) -> bytes:
    """A cell of text in an xls."""
    head = struct.pack("<HHHH", row, column, style, len(text))
    return record(0x204, head + (text.encode("cp1252") if old else b"\x01" + text.encode("utf-16-le")))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    """A cell with a number in an xls."""
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def formula(row: int, column: int, signs: bytes, *, result: bytes = bytes(8), bits: int = 3) -> bytes:
    """A formula in an xls, as the row of signs that it keeps."""
    head = struct.pack("<HHH", row, column, 0) + result + struct.pack("<HIH", bits, 0, len(signs))
    return record(0x06, head + signs)
