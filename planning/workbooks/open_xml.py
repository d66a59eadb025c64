"""An xlsx as programs other than Excel write it, before calamine opens it: what calamine would refuse is put right.

Each was met in a file that Excel opens (python-calamine 0.9.1): XML in UTF-16, as Excel on a telephone wrote it; areas
of whole rows or columns ("1:4", "A:C"), as LibreOffice and Excel write them; sheets that lead nowhere or hold macros
alone; a state that Excel does not know. The XML is searched with plain patterns, never parsed: a hostile file has
nothing to expand.
"""

import re
from collections.abc import Collection
from typing import Final

from planning.workbooks.cell_styles import TAG, attributes
from planning.workbooks.columns import EXCEL_COLUMNS, EXCEL_ROWS, column_letters
from planning.workbooks.model import FileRefused

_ENCODINGS: Final = {"iso-8859-1": "cp1252", "iso-8859-15": "iso-8859-15", "windows-1252": "cp1252"}
"""What an XML part says it is in, beside UTF-8 and UTF-16 -> what Python calls it."""
_AS_IT_IS: Final = ("utf-8", "utf8", "us-ascii", "ascii")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_DECLARATION: Final = re.compile(rb"""^(\xef\xbb\xbf)?\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.-]+)["'][^>]*\?>""")
_DECLARED: Final = re.compile(r"^\s*<\?xml\s[^>]*\?>")
_HEAD: Final = 2_000  # bytes in which the declaration stands, and the dimension of a sheet
_SHEET: Final = re.compile(TAG + rb"sheet\s([^>]*?)(?:/>|>\s*</(?:\w+:)?sheet>)")
_STATE: Final = re.compile(rb'\bstate="(?!(?:visible|hidden|veryHidden)")[^"]*"')
_DIMENSION: Final = re.compile(TAG + rb'dimension\b[^>]*?\bref="([^"]*)"[^>]*?(?:/>|></(?:\w+:)?dimension>)')
_AREA: Final = re.compile(rb"\$?[A-Za-z]+\$?\d+(?::\$?[A-Za-z]+\$?\d+)?")
_MERGED: Final = re.compile(TAG + rb'mergeCell\b[^>]*?\bref="(?:([A-Z]+):([A-Z]+)|(\d+):(\d+))"[^>]*?/?>')


def as_utf_8(part: bytes) -> bytes:
    """A part of XML in UTF-8, whatever it was in. Raises FileRefused where that is nothing we know."""
    if part.startswith(_UTF_16):
        encoding = "utf-16" if part[:2] in _UTF_16[:2] else "utf-16-le" if part[0] else "utf-16-be"
    else:
        declared = _DECLARATION.match(part[:_HEAD])
        named = declared[2].decode().lower() if declared else "utf-8"
        if named in _AS_IT_IS:
            return part
        if named not in _ENCODINGS:  # no program writes a workbook so, and what it says could not be looked at
            raise FileRefused("declarations")
        encoding = _ENCODINGS[named]
    try:
        text = part.decode(encoding)
    except UnicodeDecodeError as error:
        raise FileRefused("damaged") from error
    return _DECLARED.sub("", text, count=1).encode()


def with_sheets_of_cells(workbook: bytes, leading: Collection[bytes]) -> bytes:
    """The workbook.xml with those of its sheets only that lead to cells, by their relation; each in a known state."""

    def put_right(sheet: re.Match[bytes]) -> bytes:
        relation = next((value for key, value in attributes(sheet[1]).items() if key.endswith(b":id")), b"")
        return _STATE.sub(b"", sheet[0]) if relation in leading else b""

    return _SHEET.sub(put_right, workbook)


def with_whole_areas(sheet: bytes) -> bytes:
    """A sheet whose areas all name their first and last cell."""
    dimension = _DIMENSION.search(sheet[:_HEAD])
    if dimension and not _AREA.fullmatch(dimension[1]):
        sheet = sheet[: dimension.start()] + sheet[dimension.end() :]
    below = sheet.rfind(b"sheetData")
    if below < 0 or not _MERGED.search(sheet, below):
        return sheet
    return sheet[:below] + _MERGED.sub(_with_corners, sheet[below:])


def _with_corners(merged: re.Match[bytes]) -> bytes:
    left, right, top, bottom = merged.groups()
    last = column_letters(EXCEL_COLUMNS).encode()
    corners = b"%b1:%b%d" % (left, right, EXCEL_ROWS) if left else b"A%b:%b%b" % (top, last, bottom)
    return re.sub(rb'ref="[^"]*"', b'ref="%b"' % corners, merged[0])
