"""Questions about a part of a workbook, some sixty million bytes of XML, answered sooner than bytes and patterns do.

A pattern looks at one byte after the other; here a piece that fits the processor's own memory is looked at at once.
"""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

_PIECE: Final = 1 << 18  # bytes
_FEW: Final = 8  # places in a piece that are looked at one by one
_REFERENCE: Final = 16  # bytes of the place of a cell, and more
_WIDE_CELL: Final = re.compile(rb'r="([A-Z]{2,})\d')
Bytes = np.ndarray[tuple[int], np.dtype[np.uint8]]


def holds(part: bytes, text: bytes) -> bool:
    """Whether `text`, of two bytes or more, stands in a part; as `text in part`."""
    last, before = text[-1], text[-2]
    for start, piece in _pieces(part, 1):
        found = np.flatnonzero((piece[:-1] == before) & (piece[1:] == last))
        if len(found) > _FEW:
            if part.find(text, max(0, start + int(found[0]) + 2 - len(text)), start + len(piece)) >= 0:
                return True
        elif any(part.endswith(text, 0, start + place + 2) for place in found.tolist()):
            return True
    return False


def wide_cells(sheet: bytes) -> set[bytes]:
    """The letters of the columns past Z that the cells of an xlsx sheet stand in."""
    letters: set[bytes] = set()
    for start, piece in _pieces(sheet, 2):
        two = (piece[:-2] == ord('"')) & (piece[1:-1] - ord("A") < 26) & (piece[2:] - ord("A") < 26)
        if two.any():
            letters.update(_WIDE_CELL.findall(sheet, max(0, start - 2), start + len(piece) + _REFERENCE))
    return letters


def _pieces(part: bytes, more: int) -> Iterator[tuple[int, Bytes]]:
    """The part in pieces, each with the first bytes of the next."""
    whole = np.frombuffer(part, dtype=np.uint8)
    for start in range(0, max(0, len(whole) - more), _PIECE):
        yield start, whole[start : start + _PIECE + more]
