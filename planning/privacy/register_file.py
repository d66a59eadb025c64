"""Registers from and to Excel. A column is known by its heading, in any order; what cannot be read is told by row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from planning.core.text import Cell, CoarseDate, clean, folded, tokens
from planning.privacy.register_reasons import LONGEST_NAME, LONGEST_TEXT
from planning.privacy.registers import BASES, Processing, Processor, folded_name
from planning.workbooks.columns import column_letters
from planning.workbooks.files import open_book
from planning.workbooks.grid import Grid
from planning.workbooks.model import FileRefused

ROWS_LOOKED_AT: Final = 20
MOST_ROWS: Final = 2000
HEADINGS: Final[Mapping[type, Mapping[str, tuple[str, ...]]]] = {
    Processing: {
        "name": ("verwerking", "verwerkingsactiviteit", "naam verwerking", "naam", "activiteit", "processing activity",
                 "processing", "name"),
        "purpose": ("doel", "doeleinden", "verwerkingsdoel", "purpose"),
        "legal_basis": ("grondslag", "rechtsgrond", "wettelijke grondslag", "legal basis"),
        "subjects": ("betrokkenen", "categorieen betrokkenen", "people concerned", "data subjects"),
        "data": ("persoonsgegevens", "gegevens", "categorieen persoonsgegevens", "soort gegevens", "personal data"),
        "recipients": ("ontvangers", "verstrekt aan", "recipients"),
        "retention": ("bewaartermijn", "bewaren", "kept for", "retention"),
        "owner": ("eigenaar", "proceseigenaar", "verantwoordelijke", "owner"),
        "processors": ("verwerkers", "verwerker", "leverancier", "processors", "processor"),
    },
    Processor: {
        "party": ("verwerker", "partij", "leverancier", "naam", "processor", "party", "supplier", "name"),
        "product": ("product of dienst", "product", "dienst", "applicatie", "systeem", "product or service"),
        "model": ("modelovereenkomst", "model", "versie", "modelversie", "model agreement", "version"),
        "signed_on": ("getekend op", "getekend", "ondertekend", "datum ondertekening", "signed on", "signed"),
        "ends_on": ("loopt tot", "einddatum", "eindigt op", "geldig tot", "ends on", "ends", "end date"),
    },
}  # fmt: skip
_BASIS_WORDS: Final = {
    "consent": ("toestemming", "consent"),
    "contract": ("overeenkomst", "contract"),
    "obligation": ("wettelijke verplichting", "wettelijke plicht", "wet", "legal obligation"),
    "vital": ("vitaal belang", "vitale belangen", "vital interest"),
    "public_task": ("publieke taak", "algemeen belang", "taak van algemeen belang", "publiekrechtelijke taak",
                    "public task"),
    "interest": ("gerechtvaardigd belang", "legitimate interest"),
}  # fmt: skip
_OWN_MODEL: Final = ("eigen", "own", "anders", "overig")
_NOTHING: Final = ("", "-", "–", "n.v.t.", "nvt", "geen", "nee", "none", "no")
_DAY_TEXT: Final = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_ISO_TEXT: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


@dataclass(frozen=True)
class FileProblem:
    """What of a row could not be read: the cell was left out, or the row where its name is missing."""

    code: str
    row: int  # Excel's
    column: str | None = None
    as_written: str = ""


@dataclass(frozen=True)
class FileRow:
    """The fields a row fills; an empty cell fills none."""

    row: int
    values: Mapping[str, Any]


@dataclass(frozen=True)
class RegisterFile:
    """What a workbook holds of a register."""

    rows: tuple[FileRow, ...]
    problems: tuple[FileProblem, ...] = field(default=())


def read_entries(content: bytes, name: str, kind: type) -> RegisterFile:
    """The rows of the first sheet that has the register's headings. Raises FileRefused with "no_register" too."""
    book = open_book(content, name)
    for grid in book.grids:
        found = _header(grid, kind)
        if found is not None:
            return _read(grid, *found, kind)
    raise FileRefused("no_register")


def _header(grid: Grid, kind: type) -> tuple[int, dict[int, str]] | None:
    """The row of the headings and the field of each column; it has the name and one field more."""
    must = next(iter(HEADINGS[kind]))
    for row, cells in enumerate(grid.rows[:ROWS_LOOKED_AT]):
        columns = fields_of([clean(cell) for cell in cells], kind)
        if must in columns.values() and len(columns) > 1:
            return row, columns
    return None


def fields_of(headings: Sequence[str], kind: type) -> dict[int, str]:
    """The field of each heading that is known, the first column of a field; a heading may say more than its word."""
    columns: dict[int, str] = {}
    for exact in (True, False):
        for place, heading in enumerate(headings):
            if place in columns:
                continue
            said = tokens(heading)
            for name, words in HEADINGS[kind].items():
                known = [tokens(word) for word in words]
                fits = said in known if exact else any(said[: len(word)] == word for word in known)
                if fits and name not in columns.values():
                    columns[place] = name
                    break
    return columns


def _read(grid: Grid, header: int, columns: Mapping[int, str], kind: type) -> RegisterFile:
    must = next(iter(HEADINGS[kind]))
    rows, problems, seen = [], [], set()
    for number, cells in enumerate(grid.rows[header + 1 : header + 1 + MOST_ROWS], start=header + 1):
        if not any(clean(cell) for cell in cells):
            continue
        row = grid.row_number(number)
        values: dict[str, Any] = {}
        for place, name in columns.items():
            cell = cells[place] if place < len(cells) else ""
            value, code = _value(name, cell, LONGEST_NAME if name == must else LONGEST_TEXT)
            if code:
                problems.append(FileProblem(code, row, column_letters(place + 1), clean(cell)[:60]))
            if value is not None:
                values[name] = value
        key = (folded_name(str(values.get(must, ""))), folded_name(str(values.get("product", ""))))
        if must not in values:
            problems.append(FileProblem("no_name", row))
        elif key in seen:
            problems.append(FileProblem("double", row, None, str(values[must])[:60]))
        else:
            seen.add(key)
            rows.append(FileRow(row, values))
    if len(grid.rows) > header + 1 + MOST_ROWS:
        problems.append(FileProblem("too_many", grid.row_number(header + MOST_ROWS) + 1, None, str(MOST_ROWS)))
    return RegisterFile(tuple(rows), tuple(problems))


def _value(name: str, cell: Cell, most: int) -> tuple[Any, str | None]:
    """What a cell says for a field, None where nothing; and what is wrong with it."""
    text = clean(cell)
    if name.endswith("_on"):
        return _day(cell, text)
    if name == "legal_basis":
        return _basis(text)
    if name == "model":
        return _model(text)
    if name == "processors":
        names = tuple(part.strip()[:LONGEST_NAME] for part in re.split(r"[;\n]|,\s", _lines(cell)) if part.strip())
        return (names if folded(text) not in _NOTHING else None), None
    if not text:
        return None, None
    return text[:most], "too_long" if len(text) > most or (isinstance(cell, str) and len(cell) > LONGEST_TEXT) else None


def _lines(cell: Cell) -> str:
    return cell[:LONGEST_TEXT] if isinstance(cell, str) else clean(cell)


def _day(cell: Cell, text: str) -> tuple[date | None, str | None]:
    if isinstance(cell, datetime):
        return cell.date(), None
    if isinstance(cell, date):
        return cell, None
    if folded(text) in _NOTHING:
        return None, None
    dutch, iso = _DAY_TEXT.fullmatch(text), _ISO_TEXT.fullmatch(text)
    try:
        if dutch and not isinstance(cell, CoarseDate):
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1])), None
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3])), None
    except ValueError:
        pass
    return None, "date_unreadable"


def _basis(text: str) -> tuple[str | None, str | None]:
    if folded(text) in _NOTHING:
        return None, None
    said = tokens(text)
    for code in BASES:
        words = [tokens(word) for word in _BASIS_WORDS[code]]
        if any(said[start : start + len(word)] == word for word in words for start in range(len(said))):
            return code, None
    return None, "basis_unknown"


def _model(text: str) -> tuple[str | None, str | None]:
    if folded(text) in _NOTHING:
        return None, None
    version = re.search(r"\b([234])(?:[.,]0)?\b", text)
    if version:
        return f"{version[1]}.0", None
    if any(word in _OWN_MODEL for word in tokens(text)):
        return "own", None
    return None, "model_unknown"
