"""Csv as programs and people save it: any of the usual separators, encodings and line ends."""

import csv
from collections import Counter
from io import StringIO
from typing import Final

from planning.core.text import Cell
from planning.workbooks.code_pages import decoded, mended
from planning.workbooks.limits import LIMITS
from planning.workbooks.model import FileRefused

_SEPARATORS: Final = ("\t", ";", ",", "|")  # of equals the first holds
_SAMPLE_ROWS: Final = 50
_TEXT_CONTROLS: Final = frozenset(b"\t\n\r\f\x1a\x1b")


def looks_like_text(content: bytes) -> bool:
    """No signs that only programs write, in the first part of the file."""
    sample = content[:4096]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return not any(byte < 32 and byte not in _TEXT_CONTROLS for byte in sample)


def csv_rows(content: bytes) -> list[list[str]]:
    """The rows of a csv, as text and as wide as they are. Raises FileRefused."""
    text = mended(decoded(content))
    separator = None
    if text[:4].lower() == "sep=":  # Excel's own first line, which it does not show
        separator, (_, _, text) = text[4:5], _first_line(text)
    try:
        return _rows(text, separator or _separator(text))
    except csv.Error as error:
        raise FileRefused("damaged") from error


def read_csv(content: bytes, name: str = "csv") -> list[list[Cell]]:
    """The rows of a csv, as text, each as wide as the widest. Raises FileRefused, which calls the sheet `name`."""
    rows = csv_rows(content)
    width = max(map(len, rows), default=0)
    if width > LIMITS.columns or len(rows) > LIMITS.rows or width * len(rows) > LIMITS.cells:
        rows = [_without_trailing_blanks(row) for row in rows]
        while rows and not rows[-1]:
            rows.pop()
        width = max(map(len, rows), default=0)
    if width * len(rows) > LIMITS.cells:
        raise FileRefused("sheet_too_large", sheet=name)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _without_trailing_blanks(row: list[str]) -> list[str]:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


def _first_line(text: str) -> tuple[str, str, str]:
    end = min((place for mark in "\r\n" if (place := text.find(mark)) >= 0), default=len(text))
    width = 2 if text[end : end + 2] == "\r\n" else 1
    return text[:end], text[end : end + width], text[end + width :]


def _rows(text: str, separator: str) -> list[list[str]]:
    # newline="" leaves bare carriage returns (old Mac files) to the csv module, which ends a row at them.
    return list(csv.reader(StringIO(text, newline=""), delimiter=separator))


def _separator(text: str) -> str:
    """The separator that gives most rows the same number of cells, and more than one; a tab where none parts cells."""
    sample = text[:65536]

    def evenness(separator: str) -> tuple[int, int]:
        try:
            rows = [row for row in _rows(sample, separator)[:_SAMPLE_ROWS] if len(row) > 1]
        except csv.Error:
            return 0, 0
        if _is_prose(rows):
            return 0, 0
        return max(((n, width) for width, n in Counter(map(len, rows)).items()), default=(0, 0))

    return max(_SEPARATORS, key=evenness)


def _is_prose(rows: list[list[str]]) -> bool:
    """Sentences, whose commas have a space behind them; under headings, which hold no number, they are cells."""
    behind = [cell for row in rows for cell in row[1:] if cell]
    if not behind or not any(map(str.isdigit, "".join(rows[0]))):
        return False
    return 2 * sum(cell.startswith(" ") for cell in behind) > len(behind)
