"""A zipped workbook before anything opens it: is it whole, is it small enough, and what its cells show.

python-calamine gives values; how a date is shown, which rows are hidden and what a formula without a result says stand
only in the XML. It is searched with plain patterns, never parsed: a hostile file has nothing to expand.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from itertools import islice
from typing import Final, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from planning.inventory.cell_styles import TAG, Styles, attributes, read_styles
from planning.inventory.grid import Mark, Place, column_number
from planning.inventory.reading import FileRefused

MAX_ENTRIES: Final = 5_000
MAX_UNPACKED: Final = 200 * 1024 * 1024  # bytes, all entries together
MAX_CELLS: Final = 20_000_000  # rows x columns of one sheet, empty ones too: calamine makes room for all of them

_SHEET: Final = re.compile(TAG + rb"sheet\s([^>]*)>")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ROW_NUMBERS: Final = re.compile(rb'row r="(\d+)"')  # as Excel, LibreOffice and Google write it
_WIDE_CELLS: Final = re.compile(rb'r="([A-Z]{2,3})\d')
_HIDDEN_ROW: Final = re.compile(TAG + rb'row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_FORMULA: Final = re.compile(
    TAG + rb'c\s[^>]*?\br="([A-Z]+)(\d+)"[^>]*>\s*' + TAG + rb"f[^>]*>([^<]+)</(?:\w+:)?f>\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)


_MOST_STYLED: Final = 500_000
_Style = TypeVar("_Style")


@dataclass(frozen=True, slots=True)
class Shown:
    """What a sheet shows beyond its values; rows and columns count from 0."""

    coarse_dates: dict[Place, str]  # date cells that show no day: "month" or "year"
    formulas: dict[Place, str]  # formulas without a result, as written
    hidden_rows: tuple[int, ...]
    marks: dict[Place, Mark]  # cells with a fill of their own, or struck through


class Package:
    """The parts of a zipped workbook, each unpacked to no more than it declares. Raises FileRefused."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._unpacked: dict[str, bytes] = {}
        try:
            entries = ZipFile(BytesIO(content)).infolist()
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise FileRefused("damaged") from error
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise FileRefused("too_much_inside", limit=str(MAX_UNPACKED // 1024**2))
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise FileRefused("protected")
        self._entries = {entry.filename: entry for entry in entries}

    @property
    def names(self) -> frozenset[str]:
        """The parts it holds."""
        return frozenset(self._entries)

    def part(self, name: str) -> bytes:
        """One part, unpacked; nothing where it is absent."""
        if name not in self._unpacked:
            entry = self._entries.get(name)
            self._unpacked[name] = _unpack(self._content, entry) if entry else b""
        return self._unpacked[name]

    def verify(self) -> None:
        """Unpack every text part once, so that nothing opens a part larger than it says."""
        for name in self._entries:
            if name.endswith((".xml", ".rels")):
                self.part(name)

    def shown(self) -> dict[str, Shown]:
        """What each sheet of an xlsx or xlsm shows, by the sheet's name. Raises FileRefused where one is too large."""
        styles = read_styles(self.part("xl/styles.xml"))
        return {name: _shown(self.part(part), styles) for name, part in self._sheets()}

    def _sheets(self) -> Iterator[tuple[str, str]]:
        targets = {
            a.get(b"Id", b""): a.get(b"Target", b"").decode("utf-8", "replace")
            for a in map(attributes, _RELATION.findall(self.part("xl/_rels/workbook.xml.rels")))
        }
        for sheet in map(attributes, _SHEET.findall(self.part("xl/workbook.xml"))):
            relation = next((value for key, value in sheet.items() if key.endswith(b":id")), b"")
            target = targets.get(relation, "")
            path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
            if path in self._entries:
                yield unescape(sheet.get(b"name", b"").decode("utf-8", "replace")), path


def _unpack(content: bytes, entry: ZipInfo) -> bytes:
    start = entry.header_offset
    names = int.from_bytes(content[start + 26 : start + 28], "little")
    extra = int.from_bytes(content[start + 28 : start + 30], "little")
    packed = content[start + 30 + names + extra :][: entry.compress_size]
    if entry.compress_type == ZIP_STORED:
        unpacked = packed
    elif entry.compress_type == ZIP_DEFLATED:
        try:
            unpacked = zlib.decompressobj(-15).decompress(packed, entry.file_size + 1)
        except zlib.error as error:
            raise FileRefused("damaged") from error
    else:
        raise FileRefused("damaged")
    if len(unpacked) != entry.file_size:
        raise FileRefused("damaged")
    return unpacked


def _shown(sheet: bytes, styles: Styles) -> Shown:
    rows = map(int, _ROW_NUMBERS.findall(sheet))
    columns = max((column_number(letters.decode()) for letters in set(_WIDE_CELLS.findall(sheet))), default=26)
    if max(rows, default=0) * columns > MAX_CELLS:
        raise FileRefused("too_much_inside", limit=str(MAX_UNPACKED // 1024**2))
    formulas = {}
    if b"f>" in sheet:
        formulas = {
            _place(letters, row): "=" + unescape(text.decode("utf-8", "replace"))
            for letters, row, text in _FORMULA.findall(sheet)
        }
    hidden = tuple(int(n) - 1 for n in _HIDDEN_ROW.findall(sheet)) if b"hidden=" in sheet else ()
    return Shown(_styled(sheet, styles.coarse_dates), formulas, hidden, _styled(sheet, styles.marks))


def _styled(sheet: bytes, styles: Mapping[str, _Style]) -> dict[Place, _Style]:
    """The cells in one of some styles, and what the style says."""
    if not styles:
        return {}
    numbers = "|".join(sorted(styles, key=len, reverse=True)).encode()
    pattern = re.compile(TAG + rb'c\s(?=[^>]*\bs="(' + numbers + rb')")[^>]*?\br="([A-Z]+)(\d+)"')
    found = islice(pattern.finditer(sheet), _MOST_STYLED)  # a sheet coloured to its last row means nothing by it
    return {_place(cell[2], cell[3]): styles[cell[1].decode()] for cell in found}


def _place(letters: bytes, row: bytes) -> Place:
    return int(row) - 1, column_number(letters.decode()) - 1
