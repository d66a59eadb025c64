"""A zipped workbook before anything opens it: is it whole, is it small enough, and what its cells show.

python-calamine gives values; how a date is shown, which rows are hidden and what a formula without a result says stand
only in the XML. It is searched with plain patterns, never parsed: a hostile file has nothing to expand.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import replace
from functools import cached_property
from html import unescape
from io import BytesIO
from itertools import islice
from typing import Final, TypeVar
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from planning.workbooks.cell_notes import notes_of
from planning.workbooks.cell_styles import TAG, Styles, attributes, read_styles
from planning.workbooks.columns import EXCEL_COLUMNS, EXCEL_ROWS, column_number
from planning.workbooks.far_cells import ods_without_far_cells, without_far_cells
from planning.workbooks.grid import Place, SheetLook
from planning.workbooks.limits import LIMITS
from planning.workbooks.model import FileRefused
from planning.workbooks.open_document import looks_of, put_right
from planning.workbooks.open_xml import as_utf_8, with_sheets_of_cells, with_whole_areas
from planning.workbooks.scanning import holds, wide_cells

_SHEET: Final = re.compile(TAG + rb"sheet\s([^>]*)>")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ROW_NUMBER: Final = re.compile(rb'row r="(\d{1,9})')  # as Excel, LibreOffice and Google write it
_BLANK_ROW: Final = re.compile(TAG + rb"row\b[^>]*/>")
_HIDDEN_ROW: Final = re.compile(TAG + rb'row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_HIDDEN_COLUMNS: Final = re.compile(TAG + rb'col\s(?=[^>]*\bhidden="(?:1|true)")([^>]*)>')
_FORMULA: Final = re.compile(
    TAG + rb'c\s[^>]*?\br="([A-Z]+)(\d+)"[^>]*>\s*' + TAG + rb"f[^>]*>([^<]+)</(?:\w+:)?f>\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>(0?)</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_STYLED_CELL: Final = re.compile(TAG + rb'c\s[^>]*?\br="([A-Z]+)(\d+)"')
_ERROR_CELL: Final = re.compile(
    TAG + rb'c\s[^>]*?\br="([A-Z]+)(\d+)"[^>]*>(?:(?!</(?:\w+:)?c>).)*?v>([^<]+)<', re.DOTALL
)
_TO_CALCULATE: Final = re.compile(TAG + rb'calcPr\s[^>]*\bfullCalcOnLoad="(?:1|true)"')
_MOST_STYLED: Final = 500_000
_WORKBOOK: Final = re.compile(r"(?:^|/)workbook\d*\.xml$", re.IGNORECASE)
_OF_CELLS: Final = (b"/worksheet", b"/chartsheet", b"/dialogsheet")
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_ROOT: Final = 1_000  # bytes in which the outermost tag starts
_Style = TypeVar("_Style")


class Package:
    """The parts of a zipped workbook, each unpacked to no more than it declares. Raises FileRefused."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._unpacked: dict[str, bytes] = {}
        try:
            self._archive = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, NotImplementedError) as error:
            raise FileRefused("damaged") from error
        entries = self._archive.infolist()
        if (
            len(entries) > LIMITS.entries
            or sum(entry.file_size for entry in entries) > LIMITS.unpacked
            or any(e.file_size > max(LIMITS.ratio_from, LIMITS.ratio * e.compress_size) for e in entries)
        ):
            raise FileRefused("too_much_inside")
        if any(entry.flag_bits & 0x1 for entry in entries):
            raise FileRefused("protected")
        # the standard parts names with /, yet older .NET wrote \\ and Excel opens that
        self._entries = {entry.filename.replace("\\", "/"): entry for entry in entries}
        self._known_as = {name.lower(): name for name in self._entries}
        if len(self._entries) != len(entries):  # two parts of one name: another program may read the other
            raise FileRefused("damaged")
        self._changed = any(entry.filename not in self._entries for entry in entries)

    @property
    def comment(self) -> bytes:
        """What whoever packed it wrote beside it."""
        return self._archive.comment

    @property
    def names(self) -> frozenset[str]:
        """The parts it holds."""
        return frozenset(self._entries)

    @cached_property
    def workbook(self) -> str:
        """The part that names the sheets of an xlsx, mostly xl/workbook.xml; "" where this is none."""
        relations = map(attributes, _RELATION.findall(as_utf_8(self.part("_rels/.rels"))))
        targets = [one.get(b"Target", b"") for one in relations if one.get(b"Type", b"").endswith(b"/officeDocument")]
        names = [*(target.decode("utf-8", "replace").lstrip("/") for target in targets), "xl/workbook.xml"]
        found = (self._known_as[name.lower()] for name in names if name.lower() in self._known_as)
        return next((name for name in found if _WORKBOOK.search(name)), "")

    @property
    def has_macros(self) -> bool:
        """Whether it is an xlsm."""
        return f"{self._folder}vbaproject.bin".lower() in self._known_as

    @property
    def _folder(self) -> str:
        return self.workbook.rpartition("/")[0] + "/" if "/" in self.workbook else ""

    def part(self, name: str) -> bytes:
        """One part, unpacked; nothing where it is absent. Capitals in its name mean nothing."""
        name = self._known_as.get(name.lower(), name)
        if name not in self._unpacked:
            entry = self._entries.get(name)
            if entry is None:
                return b""
            self._unpacked[name] = _unpack(self._archive, entry)
        return self._unpacked[name]

    def verify(self) -> None:
        """Unpack every text part once, so that nothing opens a part larger than it says, or that declares entities.

        What is not in UTF-8 is from here on.
        """
        if len(self._known_as) != len(self._entries):
            raise FileRefused("damaged")
        for name in self._entries:
            # OpenOffice named a document type in its manifest, which declares nothing
            declared = b"<!ENTITY" if name == "META-INF/manifest.xml" else b"<!DOCTYPE"
            part = self.part(name)
            if not name.lower().endswith((".xml", ".rels")):
                continue
            self._change(name, as_utf_8(part))
            part = self.part(name)
            if b"!" in part and declared in part:  # few hold a "!" at all
                raise FileRefused("declarations")

    def shown(self) -> dict[str, SheetLook]:
        """What each sheet of an xlsx or xlsm shows, by the sheet's name.

        Takes its far cells out, and puts right what calamine refuses.
        """
        styles = read_styles(self.part(f"{self._folder}styles.xml"))
        # some writers give every formula 0 for a result, and leave it to Excel to calculate them all
        zero_is_none = bool(_TO_CALCULATE.search(self.part(self.workbook)))
        leading = {one.get(b"Id", b"") for one in self._relations() if one.get(b"Type", b"").endswith(_OF_CELLS)}
        self._change(self.workbook, with_sheets_of_cells(self.part(self.workbook), leading))
        self._changed = self._changed or _called(self.workbook, self.workbook) != self.workbook
        found = {}
        for name, part in self._sheets():
            self._change(part, with_whole_areas(self.part(part)))
            far_cells = self._take_out_far_cells(name, part) if _is_large(self.part(part)) else ()
            look = _shown(self.part(part), styles, zero_is_none)
            found[name] = replace(look, far_cells=far_cells, notes=notes_of(part, self.part))
        return found

    @property
    def is_ods(self) -> bool:
        """Whether it is an ods, or a template for one; some programs leave out what says so."""
        said = self.part("mimetype").strip()
        if said:
            return said in (_ODS, _ODS + b"-template") and "content.xml" in self._entries
        return b"<office:spreadsheet" in self.part("content.xml")

    def shown_of_ods(self) -> dict[str, SheetLook]:
        """What each sheet of an ods shows, by the sheet's name; what calamine stumbles over is put right."""
        content, far_cells = ods_without_far_cells(put_right(self.part("content.xml")))
        self._change("content.xml", content)
        self._change("mimetype", _ODS)  # calamine asks for exactly this
        looks = looks_of(content, self.part("styles.xml"))
        return {name: replace(look, far_cells=far_cells.get(name, ())) for name, look in looks.items()}

    @property
    def may_hold_long_text(self) -> bool:
        """A cell of an xlsx may hold more text than Excel lets it; tells it far sooner than looking at every cell."""
        parts = [(part, b"</c>") for _, part in self._sheets()] + [(self._strings, b"</si>")]
        return any(_is_apart(self.part(part), end, LIMITS.cell_length) for part, end in parts)

    def content(self) -> bytes:
        """The file, without what was taken out."""
        if not self._changed:
            return self._content
        packed = BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=1) as archive:
            for name in self._entries | self._unpacked:
                archive.writestr(_called(name, self.workbook), self.part(name))
        return packed.getvalue()

    def take_out_blank_rows(self) -> None:
        """Take the rows without cells out of sheets that reach far: openpyxl makes something of each of a million."""
        for _, part in self._sheets():
            if _is_large(self.part(part)):
                self._change(part, _BLANK_ROW.sub(b"", self.part(part)))

    def _take_out_far_cells(self, name: str, part: str) -> tuple[Place, ...]:
        sheet, places = without_far_cells(self.part(part), name, lambda: self.part(self._strings))
        self._change(part, sheet)
        return places

    def _change(self, name: str, part: bytes) -> None:
        self._changed = self._changed or part != self._unpacked.get(name)
        self._unpacked[name] = part

    def _sheets(self) -> Iterator[tuple[str, str]]:
        targets = {a.get(b"Id", b""): a.get(b"Target", b"").decode("utf-8", "replace") for a in self._relations()}
        for sheet in map(attributes, _SHEET.findall(self.part(self.workbook))):
            relation = next((value for key, value in sheet.items() if key.endswith(b":id")), b"")
            target = targets.get(relation, "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else f"{self._folder}{target}"
            if known := self._known_as.get(path.lower()):
                yield unescape(sheet.get(b"name", b"").decode("utf-8", "replace")), known

    def _relations(self) -> Iterator[dict[bytes, bytes]]:
        name = f"{self._folder}_rels/{self.workbook.rpartition('/')[2]}.rels"
        return map(attributes, _RELATION.findall(self.part(name)))

    @property
    def _strings(self) -> str:
        return f"{self._folder}sharedStrings.xml"


def _called(name: str, workbook: str) -> str:
    """What a part is called where calamine looks for it: it knows no workbook but workbook.xml."""
    folder, _, own = workbook.rpartition("/")
    around = f"{folder}/" if folder else ""
    if name.lower() == f"{around}_rels/{own}.rels".lower():
        return f"{around}_rels/workbook.xml.rels"
    return f"{around}workbook.xml" if workbook and name == workbook else name


def _unpack(archive: ZipFile, entry: ZipInfo) -> bytes:
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):  # of the others ZipFile unpacks more than it is asked for
        raise FileRefused("damaged")
    whole = copy(entry)
    whole.file_size += 1  # ZipFile stops at the size that is stated, also where more follows
    try:
        with archive.open(whole) as part:
            unpacked = part.read(whole.file_size)
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise FileRefused("damaged") from error
    if len(unpacked) != entry.file_size:
        raise FileRefused("damaged")
    return unpacked


def _is_apart(part: bytes, tag: bytes, length: int) -> bool:
    """More than `length` bytes somewhere without a tag."""
    place = 0
    while place + length < len(part):
        last = part.rfind(tag, place, place + length)
        if last < 0:
            return True
        place = last + len(tag)
    return False


def _is_large(sheet: bytes) -> bool:
    """Whether a sheet reaches further than we read. Raises FileRefused where no workbook can reach that far."""
    last = _ROW_NUMBER.match(sheet, sheet.rfind(b'row r="'))  # they stand in order; else calamine meets the limits
    rows = int(last[1]) if last else 0
    columns = max((column_number(letters.decode()) for letters in wide_cells(sheet)), default=26)
    if rows > EXCEL_ROWS or columns > EXCEL_COLUMNS:
        raise FileRefused("damaged")
    return rows > LIMITS.rows or columns > LIMITS.columns or rows * columns > LIMITS.cells


def _shown(sheet: bytes, styles: Styles, zero_is_none: bool) -> SheetLook:
    formulas = {}
    if holds(sheet, b"<f" if b"<worksheet" in sheet[:_ROOT] else b"f>"):  # some writers give every tag a prefix
        formulas = {
            _place(letters, row): "=" + unescape(text.decode("utf-8", "replace"))
            for letters, row, text, zero in _FORMULA.findall(sheet)
            if zero_is_none or not zero
        }
    has_hidden = holds(sheet, b"hidden=")
    return SheetLook(
        _styled(sheet, styles.coarse_dates),
        formulas,
        dict(islice(_errors(sheet), _MOST_STYLED)),
        tuple(int(n) - 1 for n in _HIDDEN_ROW.findall(sheet)) if has_hidden else (),
        tuple(_hidden_columns(sheet)) if has_hidden else (),
        _styled(sheet, styles.marks),
        coloured_by_rules=sheet.find(b"conditionalFormatting", max(0, sheet.rfind(b"sheetData>"))) >= 0,
    )


def _errors(sheet: bytes) -> Iterator[tuple[Place, str]]:
    """The cells that hold an error, and which."""
    found = sheet.find(b't="e"') if holds(sheet, b't="e') else -1  # few attributes start so, many end so
    while found >= 0:
        cell = _ERROR_CELL.match(sheet, sheet.rfind(b"<", 0, found))
        if cell:
            yield _place(cell[1], cell[2]), unescape(cell[3].decode("utf-8", "replace"))
        found = sheet.find(b't="e"', found + 1)


def _hidden_columns(sheet: bytes) -> Iterator[int]:
    for found in _HIDDEN_COLUMNS.finditer(sheet, 0, sheet.find(b"sheetData>")):
        columns = attributes(found[1])
        first, last = (columns.get(name, b"") for name in (b"min", b"max"))
        if first.isdigit() and last.isdigit() and len(last) < 6:
            yield from range(int(first) - 1, min(int(last), LIMITS.columns))


def _styled(sheet: bytes, styles: Mapping[str, _Style]) -> dict[Place, _Style]:
    """The cells in one of some styles, and what the style says."""
    if not styles:
        return {}
    numbers = "|".join(sorted(styles, key=len, reverse=True)).encode()
    # starts with what few cells hold, and looks around from there: it is three times as quick as going by the cells
    pattern = re.compile(rb's="(' + numbers + rb')"')
    found: dict[Place, _Style] = {}
    for style in pattern.finditer(sheet):
        cell = _STYLED_CELL.match(sheet, sheet.rfind(b"<", 0, style.start()))
        if cell and sheet[style.start() - 1] in b" \t\r\n":
            found[_place(cell[1], cell[2])] = styles[style[1].decode()]
            if len(found) >= _MOST_STYLED:  # a sheet coloured to its last row means nothing by it
                break
    return found


def _place(letters: bytes, row: bytes) -> Place:
    return int(row) - 1, column_number(letters.decode()) - 1
