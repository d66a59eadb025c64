"""An xls before calamine opens it: is it protected, and do lone cells stand far outside the rest of a sheet?

An xls is a small file system that holds one stream of records: type, length, data. A far cell's record is given the
type of a blank cell; all else stays as it is.
"""

import struct
from collections.abc import Iterator
from io import BytesIO
from typing import Final

import numpy as np
from olefile import DEFECT_INCORRECT, OleFileIO

from planning.workbooks.far_cells import far
from planning.workbooks.grid import Place
from planning.workbooks.limits import LIMITS
from planning.workbooks.model import FileRefused

_HEADER: Final = struct.Struct("<HH")
_CELL: Final = struct.Struct("<HH")  # row, column
_SHEET_OFFSET: Final = struct.Struct("<IHBB")
_DIMENSIONS: Final = struct.Struct("<IIHH")
_FILE_PASS, _BOUND_SHEET, _END, _SIZES, _BLANK, _TEXT_RESULT, _RUN = 0x2F, 0x85, 0x0A, 0x200, 0x201, 0x207, 0xBD
_CELLS: Final = frozenset({0x06, 0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})  # that hold something


def xls_without_far_cells(content: bytes, name: str) -> tuple[bytes, dict[str, tuple[Place, ...]]]:
    """An xls without its far cells, and their places by sheet. A broken one comes back as it is, for calamine to say.

    Raises FileRefused where it is protected (an xlsx with a password is packed as an xls is), larger than we read, or
    holds no workbook.
    """
    file = BytesIO(content)
    try:
        # lenient, olefile would follow a chain in a circle as far as it says it goes
        with OleFileIO(file, DEFECT_INCORRECT, write_mode=True) as streams:
            if streams.exists("EncryptedPackage"):
                raise FileRefused("protected")
            stream = next((one for one in ("Workbook", "Book") if streams.exists(one)), None)
            if stream is None:
                raise FileRefused("not_a_workbook", name=name)
            data = bytearray(streams.openstream(stream).read())
            found = {sheet: _blank_far_cells(data, start, sheet) for sheet, start in _sheets(data)}
            streams.write_stream(stream, bytes(data))
    except (OSError, LookupError, ValueError, RecursionError, struct.error):
        return content, {}
    return file.getvalue(), found


def _records(data: bytearray, start: int) -> Iterator[tuple[int, int, int]]:
    """Type, place and length of each record from `start` to the end of its part."""
    while start + 4 <= len(data):
        kind, length = _HEADER.unpack_from(data, start)
        yield kind, start, length
        if kind == _END:
            return
        start += 4 + length


def _sheets(data: bytearray) -> list[tuple[str, int]]:
    found = []
    for kind, place, length in _records(data, 0):
        if kind == _FILE_PASS:
            raise FileRefused("protected")
        if kind == _BOUND_SHEET:
            start, _, letters, wide = _SHEET_OFFSET.unpack_from(data, place + 4)
            name = bytes(data[place + 12 : place + 4 + length])
            found.append(
                (name[: letters * 2].decode("utf-16-le") if wide & 1 else name[:letters].decode("latin-1"), start)
            )
    return found


def _blank_far_cells(data: bytearray, start: int, name: str) -> tuple[Place, ...]:
    """Blank the far cells of the sheet that starts there; their places."""
    sizes = next((place for kind, place, _ in _records(data, start) if kind == _SIZES), None)
    if sizes is None:
        return ()
    _, height, _, width = _DIMENSIONS.unpack_from(data, sizes + 4)
    if height * width <= LIMITS.cells:
        return ()
    records = list(_records(data, start))
    held = [(n, place, length) for n, (kind, place, length) in enumerate(records) if kind in _CELLS]
    areas = np.zeros((len(held), 4), dtype=np.int64)
    for line, (n, place, length) in enumerate(held):
        row, column = _CELL.unpack_from(data, place + 4)
        last = struct.unpack_from("<H", data, place + 2 + length)[0] if records[n][0] == _RUN else column
        areas[line] = row, row, column, last
    apart = far(areas, name)
    kept = areas[~apart].max(axis=0, initial=-1) + 1
    # calamine makes room for what the sheet says of itself
    _DIMENSIONS.pack_into(data, sizes + 4, 0, int(kept[1]), 0, int(kept[3]))
    left_out = np.flatnonzero(apart).tolist()
    for line in left_out:
        n, place, _ = held[line]
        struct.pack_into("<H", data, place, _BLANK)
        for kind, after, _ in records[n + 1 : n + 3]:  # what a formula gave stands in a record of its own
            if kind == _TEXT_RESULT:
                struct.pack_into("<H", data, after, _BLANK)
            elif kind in _CELLS:
                break
    return tuple((int(areas[line][0]), int(areas[line][2])) for line in left_out)
