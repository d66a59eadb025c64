"""Serial numbers: kept as written, unless the cell only says there is none."""

import re
from collections.abc import Sequence
from typing import Final

from planning.core.text import Cell, clean, tokens
from planning.inventory.values.people import without_addresses
from planning.inventory.words.cell_words import cell_words

_SHORTEST: Final = 4
_CLEAR: Final = re.compile(r"(?=[A-Za-z]*\d)[A-Za-z\d]{4,}", re.ASCII)
_SERIAL: Final = re.compile(r"[A-Za-z0-9][\w\-./: ]*")
_SPOILED: Final = re.compile(r"\d(?:[.,]\d+)?E\+\d{2,}", re.IGNORECASE)
_AROUND: Final = re.compile(r"""=?"([^"]+)"|\*([^*]+)\*|\(([^()]+)\)|[#'](\S+)""")
_WORD: Final = re.compile(r"\b[A-Z][a-z]+\b")
_PLAIN: Final = re.compile(r"(?=(?:[A-Z0-9]*\d){3})(?=[A-Z0-9]*[A-Z])[A-Z0-9]{8,24}")
_SPACES: Final = re.compile(r"[^A-Z0-9]")


def read_serial(cell: Cell) -> str | None:
    """The serial number of a cell, trimmed; None where it holds a placeholder ("nvt", "?") or no number at all."""
    text = cell if isinstance(cell, str) and cell.isalnum() else _bare(clean(cell))
    if _SPOILED.fullmatch(text):
        return None  # the rest of its digits is lost
    if len(text) >= _SHORTEST and text.isalnum() and any(c.isdigit() for c in text):
        return text
    if len(text) < _SHORTEST or not any(c.isdigit() for c in text):
        if not text or len(text) < _SHORTEST or " " in text or cell_words("unknown").exact(tokens(text)):
            return None
        # Letters alone are a serial number only in capitals: "PFTHEYHM", not "volgt".
        return text if text.isalpha() and text.isupper() else None
    # A word among the digits is a name or a remark: "Emma 7".
    return None if _WORD.search(text) or not _SERIAL.fullmatch(text) else without_addresses(text) or None


def odd_serials(cells: Sequence[Cell]) -> dict[Cell, str | None]:
    """`read_serial` of the cells that are not plainly a serial number and nothing else: nearly all are."""
    clear = _CLEAR.fullmatch
    return {cell: read_serial(cell) for cell in {cell for cell in cells if type(cell) is not str or not clear(cell)}}


def unread_serial(cell: Cell) -> str | None:
    """Why a cell that holds something gives no serial number: spoiled by a spreadsheet, or no number we believe.

    None where one is read, or the cell only says there is none.
    """
    text = clean(cell)
    if not text.strip("0") or not tokens(text) or cell_words("unknown").exact(tokens(text)) or read_serial(cell):
        return None
    return "serial-damaged" if _SPOILED.fullmatch(_bare(text)) else "serial-unread"


def _bare(text: str) -> str:
    """Without what programs and scanners write around a number: ="…", *…*, (…), #…"""
    found = _AROUND.fullmatch(text)
    return next(filter(None, found.groups())) if found else text


def is_plainly_serial(text: str) -> bool:
    """The whole text has the shape of a maker's serial number: capitals and digits, and nothing else can be meant."""
    return bool(_PLAIN.fullmatch(text))


def serial_key(serial: str) -> str:
    """The same for one serial number however it is written."""
    return serial.upper() if serial.isalnum() else _SPACES.sub("", serial.upper())
