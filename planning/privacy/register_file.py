"""Registers from and to Excel. A column is known by its heading, in any order; what cannot be read is told by row."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, Final

from planning.core.text import Cell, clean, folded, tokens
from planning.privacy.register_reasons import LONGEST_NAME, LONGEST_TEXT
from planning.privacy.registers import BASES, Processing, Processor, folded_name
from planning.workbooks.files import open_book
from planning.workbooks.model import FileRefused, Problem
from planning.workbooks.readers import NOTHING, names_in, read_day, text_of_at_most
from planning.workbooks.table import CellRefused, TableField, find_tables

MOST_ROWS: Final = 2000
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


@dataclass(frozen=True)
class FileRow:
    """The fields a row fills; an empty cell fills none."""

    row: int  # Excel's
    values: Mapping[str, Any]


@dataclass(frozen=True)
class RegisterFile:
    """What a workbook holds of a register, and what of it was left out: a cell, or the row where that is its name."""

    rows: tuple[FileRow, ...]
    problems: tuple[Problem, ...]


def read_entries(content: bytes, name: str, kind: type) -> RegisterFile:
    """The rows of the first sheet that has the register's headings. Raises FileRefused with "no_register" too."""
    table = next(find_tables(open_book(content, name).grids, FIELDS[kind], begins=True), None)
    if table is None:
        raise FileRefused("no_register")
    must = FIELDS[kind][0].name
    rows, seen = [], set()
    problems: list[Problem] = []
    lines = table.lines()
    for line in islice(lines, MOST_ROWS):
        problems += line.problems
        key = tuple(folded_name(str(line.values.get(field, ""))) for field in (must, "product"))
        if must not in line.values:
            problems.append(table.problem(line.row, None, "no_name"))
        elif key in seen:
            problems.append(table.problem(line.row, None, "double", line.values[must]))
        else:
            seen.add(key)
            rows.append(FileRow(table.grid.row_number(line.row), line.values))
    if (more := next(lines, None)) is not None:
        problems.append(table.problem(more.row, None, "too_many", str(MOST_ROWS)))
    return RegisterFile(tuple(rows), tuple(problems))


def _basis(cell: Cell) -> str | None:
    said = tokens(clean(cell))
    if folded(clean(cell)) in NOTHING:
        return None
    for code in BASES:
        words = [tokens(word) for word in _BASIS_WORDS[code]]
        if any(said[start : start + len(word)] == word for word in words for start in range(len(said))):
            return code
    raise CellRefused("basis_unknown")


def read_model(cell: Cell) -> str | None:
    """Which model agreement: 2.0, 3.0, 4.0 or "own"; "model_unknown" where it is none of them."""
    text = clean(cell)
    if folded(text) in NOTHING:
        return None
    if version := re.search(r"\b([234])(?:[.,]0)?\b", text):
        return f"{version[1]}.0"
    if not set(_OWN_MODEL).isdisjoint(tokens(text)):
        return "own"
    raise CellRefused("model_unknown")


_names = partial(names_in, most=LONGEST_NAME)
_name, _told = text_of_at_most(LONGEST_NAME, LONGEST_TEXT), text_of_at_most(LONGEST_TEXT, LONGEST_TEXT)
_HEADINGS: Final[Mapping[type, Mapping[str, tuple[Callable[[Cell], Any], str]]]] = {
    Processing: {
        "name": (_name, "verwerking, verwerkingsactiviteit, naam verwerking, naam, activiteit, processing activity, "
                        "processing, name"),
        "purpose": (_told, "doel, doeleinden, verwerkingsdoel, purpose"),
        "legal_basis": (_basis, "grondslag, rechtsgrond, wettelijke grondslag, legal basis"),
        "subjects": (_told, "betrokkenen, categorieen betrokkenen, people concerned, data subjects"),
        "data": (_told, "persoonsgegevens, gegevens, categorieen persoonsgegevens, soort gegevens, personal data"),
        "recipients": (_told, "ontvangers, verstrekt aan, recipients"),
        "retention": (_told, "bewaartermijn, bewaren, kept for, retention"),
        "owner": (_told, "eigenaar, proceseigenaar, verantwoordelijke, owner"),
        "processors": (_names, "verwerkers, verwerker, leverancier, processors, processor"),
    },
    Processor: {
        "party": (_name, "verwerker, partij, leverancier, naam, processor, party, supplier, name"),
        "product": (_told, "product of dienst, product, dienst, applicatie, systeem, product or service"),
        "model": (read_model, "modelovereenkomst, model, versie, modelversie, model agreement, version"),
        "signed_on": (read_day, "getekend op, getekend, ondertekend, datum ondertekening, signed on, signed"),
        "ends_on": (read_day, "loopt tot, einddatum, eindigt op, geldig tot, ends on, ends, end date"),
    },
}  # fmt: skip
FIELDS: Final[Mapping[type, tuple[TableField, ...]]] = {
    kind: tuple(
        TableField(name, tuple(headings.split(", ")), is_required=read is _name, read=read)
        for name, (read, headings) in fields.items()
    )
    for kind, fields in _HEADINGS.items()
}
"""The columns of a register, its name first."""
