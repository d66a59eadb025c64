"""An xls before calamine opens it: is it protected, what do its cells show, and what would calamine misunderstand?

An xls is a small file system that holds one stream of records: type, length, data. Programs write two kinds of it,
Excel 95's (BIFF5) and Excel 97's (BIFF8), whose records differ. What is put right is written over the records
themselves: lone cells far outside the rest become blank ones, formats get numbers calamine knows, and a code page that
means nothing goes.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Final

import numpy as np
from olefile import DEFECT_INCORRECT, OleFileIO

from planning.workbooks.cell_errors import OF_CODES
from planning.workbooks.cell_styles import Styles
from planning.workbooks.code_pages import likely_page
from planning.workbooks.far_cells import far
from planning.workbooks.grid import Mark, Place, SheetLook
from planning.workbooks.limits import LIMITS
from planning.workbooks.model import FileRefused
from planning.workbooks.old_formulas import NOT_PLAIN, formula_text
from planning.workbooks.old_styles import OldStyles

_HEADER: Final = struct.Struct("<HH")
_CELL: Final = struct.Struct("<HH")  # row, column
_STYLED_CELL: Final = struct.Struct("<HHH")  # and its style
_NUMBER: Final = struct.Struct("<H")
_SHEET_OFFSET: Final = struct.Struct("<IHB")
_SIZES_OF_5: Final = struct.Struct("<HHHH")
_SIZES_OF_8: Final = struct.Struct("<IIHH")
_FILE_PASS, _CODE_PAGE, _BOUND_SHEET, _END = 0x2F, 0x42, 0x85, 0x0A
_SIZES, _BLANK, _TEXT_RESULT, _RUN, _BLANK_RUN, _ROW, _COLUMNS = 0x200, 0x201, 0x207, 0xBD, 0xBE, 0x208, 0x7D
_FORMULA: Final = 0x06
_RULES: Final = 0x1B0  # cells coloured by conditions
_CELLS: Final = frozenset({_FORMULA, _RUN, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})  # that hold something
_ONE_CELL: Final = (_CELLS | {_BLANK}) - {_RUN}
_BIFF8: Final = 0x600
_UTF_16: Final = 1200  # the one code page that means something in BIFF8
_WINDOWS: Final = 1252
_MS_DOS: Final = frozenset({437, 850, 858})
_MAC: Final = 10_000
_OTHER_NUMBERS: Final = {32768: _MAC, 32769: _WINDOWS}  # Excel's old ones for the Mac and for Windows
_BEFORE_TEXT: Final = {0x85: 7, 0x204: 8, 0xD6: 8, 0x207: 2}  # bytes of a BIFF5 record before its text
_TO_CALCULATE: Final = 0x3  # of a formula: whenever the sheet is, or the file opened
_ZERO: Final = bytes(8)  # as a formula's result
_NO_TEXT: Final = b"\x03\0\0\0\0\0\xff\xff"
_AN_ERROR: Final = b"\x02\0"
_NO_NUMBER: Final = b"\xff\xff"
_BOOLEAN_OR_ERROR: Final = 0x205
_HIDDEN_ROW: Final = 0x20


def open_xls(content: bytes, name: str) -> tuple[bytes, dict[str, SheetLook]]:
    """An xls as calamine may see it, and what each sheet shows. A broken one comes back as it is, for calamine to say.

    Raises FileRefused where it is protected (an xlsx with a password is packed as an xls is), larger than we read, or
    holds no workbook.
    """
    file = BytesIO(content)
    try:
        # strict: sectors that do not add up to a stream are not followed
        with OleFileIO(file, DEFECT_INCORRECT, write_mode=True) as streams:
            if streams.exists("EncryptedPackage"):
                raise FileRefused("protected")
            if streams.exists("WordDocument"):
                raise FileRefused("text_document", name=name)
            if streams.exists("__properties_version1.0"):  # as Outlook saves a message
                raise FileRefused("mail", name=name)
            stream = next((one for one in ("Workbook", "Book") if streams.exists(one)), None)
            if stream is None:
                raise FileRefused("not_a_workbook", name=name)
            workbook = _Workbook(bytearray(streams.openstream(stream).read()))
            shown = {sheet: workbook.look(start, sheet) for sheet, start in workbook.sheets}
            streams.write_stream(stream, bytes(workbook.data))
    except (OSError, LookupError, ValueError, RecursionError, struct.error):
        return content, {}
    return file.getvalue(), shown


def _records(data: bytearray, start: int) -> Iterator[tuple[int, int, int]]:
    """Type, place and length of each record from `start` to the end of its part."""
    while start + 4 <= len(data):
        kind, length = _HEADER.unpack_from(data, start)
        yield kind, start, length
        if kind == _END:
            return
        start += 4 + length


class _Workbook:
    """The records of a workbook; what calamine would misunderstand of its own part is put right at once."""

    def __init__(self, data: bytearray) -> None:
        self.data = data
        self.sheets: list[tuple[str, int]] = []
        self._is_biff8 = _NUMBER.unpack_from(data, 4)[0] == _BIFF8
        self._page = f"cp{_WINDOWS}"  # of Excel 95's names of sheets
        styles = OldStyles(is_biff8=self._is_biff8)
        for kind, place, length in _records(data, 0):
            if kind == _FILE_PASS:
                raise FileRefused("protected")
            if kind == _CODE_PAGE:
                self._settle_code_page(place + 4)
            elif kind == _BOUND_SHEET:
                self.sheets.append(self._sheet(place + 4, length))
            else:
                styles.take(kind, data, place + 4, length)
        styles.renumber(data)
        self._styles: Styles = styles.read()

    def _settle_code_page(self, place: int) -> None:
        """Calamine knows one number for Windows and one for the Mac, and none of MS-DOS, whose texts are rewritten."""
        stated = _NUMBER.unpack_from(self.data, place)[0]
        known = _UTF_16 if self._is_biff8 else _OTHER_NUMBERS.get(stated, stated)
        if known in _MS_DOS or known == _WINDOWS:
            self._rewrite_texts(f"cp{known}")
            known = _WINDOWS
        self._page = "mac_roman" if known == _MAC else f"cp{_WINDOWS}"
        _NUMBER.pack_into(self.data, place, known)

    def _rewrite_texts(self, page: str) -> None:
        """Excel 95's texts in the code page of Windows, also where they say they are and are not."""
        data, start, texts = self.data, 0, list[slice]()
        while start + 4 <= len(data):
            kind, length = _HEADER.unpack_from(data, start)
            if before := _BEFORE_TEXT.get(kind):
                texts.append(slice(start + 4 + before, start + 4 + length))
            start += 4 + length
        if page == f"cp{_WINDOWS}":
            page = likely_page(b"\n".join(data[text] for text in texts))
        for text in texts if page != f"cp{_WINDOWS}" else ():
            data[text] = data[text].decode(page).encode(f"cp{_WINDOWS}", "replace")  # a byte a letter: nothing moves

    def _sheet(self, place: int, length: int) -> tuple[str, int]:
        start, _, letters = _SHEET_OFFSET.unpack_from(self.data, place)
        name = bytes(self.data[place + 7 : place + length])
        if not self._is_biff8:
            return name[:letters].decode(self._page, "replace"), start
        wide = name[0] & 1
        return name[1 : 1 + letters * (1 + wide)].decode("utf-16-le" if wide else "latin-1"), start

    def look(self, start: int, name: str) -> SheetLook:
        """What the sheet that starts there shows; its far cells are blanked."""
        coarse_dates: dict[Place, str] = {}
        marks: dict[Place, Mark] = {}
        formulas: dict[Place, str] = {}
        textless: dict[Place, str] = {}
        errors: dict[Place, str] = {}
        hidden_rows, hidden_columns = [], list[int]()
        has_results = has_rules = False
        data = self.data
        coarse = {int(style): shows for style, shows in self._styles.coarse_dates.items()}
        marked = {int(style): mark for style, mark in self._styles.marks.items()}
        styled = coarse.keys() | marked.keys()
        for kind, place, length in _records(data, start):
            if kind in _ONE_CELL:
                row, column, style = _STYLED_CELL.unpack_from(data, place + 4)
                cells = [(row, column, style)] if style in styled else []
                if kind == _FORMULA:
                    result, to_calculate = bytes(data[place + 10 : place + 18]), data[place + 18] & _TO_CALCULATE
                    if result[:2] == _AN_ERROR and result[6:] == _NO_NUMBER:
                        errors[row, column] = OF_CODES.get(result[2], "#N/A")
                    if result != _NO_TEXT and (result != _ZERO or not to_calculate):
                        has_results = True
                    else:
                        text = formula_text(bytes(data[place + 24 : place + 4 + length]), self._is_biff8)
                        (formulas if to_calculate else textless)[row, column] = text
                elif kind == _BOOLEAN_OR_ERROR and data[place + 11]:
                    errors[row, column] = OF_CODES.get(data[place + 10], "#N/A")
            elif kind in (_RUN, _BLANK_RUN):
                cells = list(self._run(place + 4, length, 6 if kind == _RUN else 2)) if styled else []
            else:
                has_rules |= kind == _RULES
                if kind == _ROW and data[place + 16] & _HIDDEN_ROW:
                    hidden_rows.append(_NUMBER.unpack_from(data, place + 4)[0])
                elif kind == _COLUMNS and data[place + 12] & 1:
                    first, last = _CELL.unpack_from(data, place + 4)
                    hidden_columns += range(first, min(last, 255) + 1)
                continue
            for row, column, style in cells:
                if style in coarse:
                    coarse_dates[row, column] = coarse[style]
                if style in marked:
                    marks[row, column] = marked[style]
        if has_results:  # of a program that calculates, no text is what a formula gave
            textless = {cell: text for cell, text in textless.items() if text != NOT_PLAIN}
        far_cells = self._blank_far_cells(start, name)
        apart = frozenset(far_cells)
        return SheetLook(
            coarse_dates,
            {cell: text for cell, text in (formulas | textless).items() if cell not in apart},
            {cell: error for cell, error in errors.items() if cell not in apart},
            tuple(hidden_rows),
            tuple(hidden_columns),
            marks,
            far_cells,
            coloured_by_rules=has_rules,
        )

    def _run(self, place: int, length: int, width: int) -> Iterator[tuple[int, int, int]]:
        """The cells of a record that holds several: each its style and, `width` bytes in all, its number."""
        row, first = _CELL.unpack_from(self.data, place)
        for column in range((length - 6) // width):
            yield row, first + column, _NUMBER.unpack_from(self.data, place + 4 + column * width)[0]

    def _blank_far_cells(self, start: int, name: str) -> tuple[Place, ...]:
        """Blank the far cells of the sheet that starts there; the places of all of them."""
        data = self.data
        sizes = next((place for kind, place, _ in _records(data, start) if kind == _SIZES), None)
        if sizes is None:
            return ()
        size = _SIZES_OF_8 if self._is_biff8 else _SIZES_OF_5
        _, height, _, width = size.unpack_from(data, sizes + 4)
        if height * width <= LIMITS.cells:
            return ()
        records = list(_records(data, start))
        held = [(n, place, length) for n, (kind, place, length) in enumerate(records) if kind in _CELLS]
        areas = np.zeros((len(held), 4), dtype=np.int64)
        for line, (n, place, length) in enumerate(held):
            row, column = _CELL.unpack_from(data, place + 4)
            last = _NUMBER.unpack_from(data, place + 2 + length)[0] if records[n][0] == _RUN else column
            areas[line] = row, row, column, last
        apart = far(areas, name)
        kept = areas[~apart].max(axis=0, initial=-1) + 1
        # calamine makes room for what the sheet says of itself
        size.pack_into(data, sizes + 4, 0, int(kept[1]), 0, int(kept[3]))
        left_out = np.flatnonzero(apart).tolist()
        for line in left_out:
            n, place, _ = held[line]
            _NUMBER.pack_into(data, place, _BLANK)
            for kind, after, _ in records[n + 1 : n + 3]:  # what a formula gave stands in a record of its own
                if kind == _TEXT_RESULT:
                    _NUMBER.pack_into(data, after, _BLANK)
                elif kind in _CELLS:
                    break
        return tuple((int(areas[line][0]), int(areas[line][2])) for line in left_out)
