"""Serial numbers: kept as written, unless the cell only says there is none."""

import re
from typing import Final

from planning.core.text import Cell, clean, tokens
from planning.inventory.values.issue import Issue
from planning.inventory.values.people import without_addresses
from planning.inventory.words.cell_words import cell_words

_SHORTEST: Final = 4
_SERIAL: Final = re.compile(r"[A-Za-z0-9][\w\-./: ]*")
_WORD: Final = re.compile(r"\b[A-Z][a-z]+\b")
_SHORTENED: Final = re.compile(r"\d(?:[.,]\d+)?E\+\d{2}")  # as Excel shows and saves a long number
_SPACES: Final = re.compile(r"[^A-Z0-9]")


def read_serial(cell: Cell) -> str | None:
    """The serial number of a cell, trimmed; None where it holds a placeholder ("nvt", "?") or no number at all."""
    text = cell if isinstance(cell, str) and cell.isalnum() else clean(cell)
    if len(text) >= _SHORTEST and text.isalnum() and any(c.isdigit() for c in text):
        return text
    if len(text) < _SHORTEST or not any(c.isdigit() for c in text):
        if not text or len(text) < _SHORTEST or " " in text or cell_words("unknown").exact(tokens(text)):
            return None
        # Letters alone are a serial number only in capitals: "PFTHEYHM", not "volgt".
        return text if text.isalpha() and text.isupper() else None
    # A word among the digits is a name or a remark: "Emma 7".
    return None if _WORD.search(text) or not _SERIAL.fullmatch(text) else without_addresses(text) or None


def serial_issue(cell: Cell) -> Issue | None:
    """What is to be said of a cell in which no serial number was read, though a number stands there."""
    text = clean(cell)
    if _SHORTENED.fullmatch(text):
        return Issue("serial-shortened", "info")
    return Issue("serial-too-short", "info") if text.isdigit() and text.strip("0") and len(text) < _SHORTEST else None


def serial_key(serial: str) -> str:
    """The same for one serial number however it is written."""
    return serial.upper() if serial.isalnum() else _SPACES.sub("", serial.upper())
