"""An xls before calamine opens it: is it protected, and do lone cells stand far outside the rest of a sheet?

An xls is a small file system (a chain of sectors for each stream) that holds one stream of records: type, length, data.
A far cell's record is given the type of a blank cell; all else stays as it is.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from planning.workbooks.far_cells import far
from planning.workbooks.grid import Place
from planning.workbooks.limits import LIMITS
from planning.workbooks.model import FileRefused

_HEADER: Final = struct.Struct("<HH")
_CELL: Final = struct.Struct("<HH")  # row, column
_SHEET_OFFSET: Final = struct.Struct("<IHBB")
_DIMENSIONS: Final = struct.Struct("<IIHH")
_END_OF_CHAIN: Final = 0xFFFFFFFA  # this and above are no sectors
_FILE_PASS, _BOUND_SHEET, _END, _SIZES, _BLANK, _TEXT_RESULT, _RUN = 0x2F, 0x85, 0x0A, 0x200, 0x201, 0x207, 0xBD
_CELLS: Final = frozenset({0x06, 0xBD, 0xD6, 0xFD, 0x203, 0x204, 0x205, 0x27E})  # that hold something


@dataclass(frozen=True, slots=True)
class Stream:
    """One stream of the file, and where its parts stand: offset and length in the file."""

    data: bytearray
    parts: tuple[tuple[int, int], ...]

    def put_back(self, content: bytes) -> bytes:
        """The file with this stream as it is now."""
        whole = bytearray(content)
        done = 0
        for offset, length in self.parts:
            whole[offset : offset + length] = self.data[done : done + length]
            done += length
        return bytes(whole)


def xls_without_far_cells(content: bytes) -> tuple[bytes, dict[str, tuple[Place, ...]]]:
    """An xls without its far cells, and their places by sheet. A broken one comes back as it is, for calamine to say.

    Raises FileRefused where it is protected, or larger than we read.
    """
    try:
        stream = workbook_stream(content)
        found = {name: _blank_far_cells(stream.data, start, name) for name, start in _sheets(stream.data)}
    except (struct.error, IndexError, LookupError, ValueError):
        return content, {}
    return stream.put_back(content), found


def workbook_stream(content: bytes) -> Stream:
    """The stream with all records. Raises LookupError, ValueError or struct.error where the file is broken."""
    (shift,) = struct.unpack_from("<H", content, 30)
    if shift not in (9, 12):
        raise ValueError("sector size")
    first_directory, smallest = struct.unpack_from("<I4xI", content, 48)
    sector = 1 << shift

    def numbers(places: list[int]) -> list[int]:
        return [n for place in places for n in struct.unpack_from(f"<{sector // 4}I", content, (place + 1) * sector)]

    tables = [place for place in struct.unpack_from("<109I", content, 76) if place < _END_OF_CHAIN]
    more, left = struct.unpack_from("<II", content, 68)
    while left and more < _END_OF_CHAIN:
        *places, more = numbers([more])
        tables += [place for place in places if place < _END_OF_CHAIN]
        left -= 1
    table = numbers(tables)

    def whole_parts(start: int) -> list[tuple[int, int]]:
        return [((place + 1) * sector, sector) for place in _chain(table, start)]

    directory = b"".join(content[offset : offset + size] for offset, size in whole_parts(first_directory))
    entries = [directory[place : place + 128] for place in range(0, len(directory) - 127, 128)]
    starts = {_name(entry): struct.unpack_from("<II", entry, 116) for entry in entries if entry[66]}
    start, size = starts.get("Workbook") or starts["Book"]
    if size < smallest:
        raise ValueError("a stream among the small ones; Excel pads its own until it is none of them")
    parts = whole_parts(start)
    data = bytearray().join(content[offset : offset + length] for offset, length in parts)
    return Stream(data, tuple(parts))


def _chain(table: list[int], start: int) -> list[int]:
    """The sectors of a stream in order; a chain that runs in a circle ends with the file's own length."""
    chain: list[int] = []
    while start < _END_OF_CHAIN and len(chain) <= len(table):
        chain.append(start)
        start = table[start]
    return chain


def _name(entry: bytes) -> str:
    length = int.from_bytes(entry[64:66], "little")
    return entry[: max(0, length - 2)].decode("utf-16-le", "replace")


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
