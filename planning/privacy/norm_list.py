"""A list of norms in a workbook: found by its headings, read row by row, all that is the matter told at once. Pure.

Nothing of a list is kept while a row of it has a problem: half a list would be counted as a whole one.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Protocol

from planning.core.paths import REFERENCE
from planning.core.text import Cell, Tokens, clean, tokens, words
from planning.privacy.frameworks import LEVELS, SECURITY, Domain, Framework, Norm, own_norm
from planning.privacy.norms import LONGEST_TITLE
from planning.privacy.row_problems import ListProblem
from planning.workbooks.columns import column_letters
from planning.workbooks.files import open_book
from planning.workbooks.grid import Grid, is_blank
from planning.workbooks.model import FileRefused

_SEARCHED_ROWS: Final = 40
_LONGEST_CODE: Final = 12
_CODE: Final = re.compile(r"([A-Za-z]{2,4})[ .\-_]*(\d{1,2})")
_FILLERS: Final = ("domein", "domain", "en", "and")
_SHOWN: Final = 60  # signs of a cell that a problem repeats


@dataclass(frozen=True, slots=True)
class NormList:
    """What a workbook holds of a framework's norms."""

    norms: tuple[Norm, ...]
    problems: tuple[ListProblem, ...]
    passed_over: int  # rows that are no norm: blank, a heading, a domain's own line

    def count(self, framework: Framework, kind: str) -> int:
        """Its norms of a kind: security or privacy."""
        kinds = {domain.code: domain.kind for domain in framework.domains}
        return sum(kinds[norm.domain] == kind for norm in self.norms)


class _Say(Protocol):
    """Notes a problem of the row at hand: what it is, in which field, what was written, what it collides with."""

    def __call__(self, code: str, name: str, as_written: str, other: str = "") -> None: ...


@dataclass
class _Found:
    norms: list[Norm] = field(default_factory=list)
    problems: list[ListProblem] = field(default_factory=list)
    rows: dict[str, str] = field(default_factory=dict)  # code -> where it was read
    passed_over: int = 0


def read_norm_list(content: bytes, name: str, framework: Framework) -> NormList:
    """Read a workbook or csv. Raises FileRefused; "no_norms_found" where no sheet has headings of a norm list."""
    found, lists = _Found(), 0
    for grid in open_book(content, name).grids:
        headings = None if grid.hidden else _headings(grid)
        if headings is not None:
            lists += 1
            _read_sheet(grid, *headings, framework, found)
    if not lists:
        raise FileRefused("no_norms_found", name=name)
    return NormList(tuple(found.norms), tuple(found.problems), found.passed_over)


@cache
def _header_words() -> dict[str, str]:
    with (REFERENCE / "norm_header_words.csv").open(encoding="utf-8", newline="") as file:
        return {words(row["word"]): row["field"] for row in csv.DictReader(file)}


def _headings(grid: Grid) -> tuple[int, dict[str, int]] | None:
    """The row with headings and the column of each field; None where no row names a code and a title."""
    for row, cells in enumerate(grid.rows[:_SEARCHED_ROWS]):
        columns = _fields(cells)
        if {"code", "title"} <= columns.keys():
            return row, columns
    return None


def _fields(cells: Sequence[Cell]) -> dict[str, int]:
    columns: dict[str, int] = {}
    for column, cell in enumerate(cells):
        name = _header_words().get(words(clean(cell)))
        if name is not None and name not in columns:
            columns[name] = column
    if "code" not in columns and "title" in columns:
        # ‘Norm’ beside ‘Omschrijving’ is the code
        titles = [c for c, cell in enumerate(cells) if _header_words().get(words(clean(cell))) == "title"]
        if len(titles) > 1:
            columns |= {"code": titles[0], "title": titles[1]}
    return columns


def _read_sheet(grid: Grid, heading: int, columns: dict[str, int], framework: Framework, found: _Found) -> None:
    here = _domain(grid.name, framework.domains)  # a sheet called ‘Privacy’ holds privacy norms
    for row in range(heading + 1, len(grid.rows)):
        cells = grid.rows[row]
        if is_blank(cells):
            continue
        code, title = (_text(cells, columns.get(name)) for name in ("code", "title"))
        only = [clean(cell) for cell in cells if cell != ""]
        if len(only) == 1 and (domain := _domain(only[0], framework.domains)) is not None:
            here, found.passed_over = domain, found.passed_over + 1  # a line of its own above the norms of a domain
        elif _fields(cells).keys() >= {"code", "title"} or not (code or title):
            found.passed_over += 1
        else:
            _read_row(grid, row, columns, (code, title), here, framework, found)


def _read_row(
    grid: Grid,
    row: int,
    columns: dict[str, int],
    written: tuple[str, str],
    here: Domain | None,
    framework: Framework,
    found: _Found,
) -> None:
    cells, problems = grid.rows[row], []

    def problem(code: str, name: str, as_written: str, other: str = "") -> None:
        column = column_letters(columns.get(name, columns["code"]) + 1)
        problems.append(ListProblem(code, grid.name, row + 1, column, as_written[:_SHOWN], other))

    code, title = _spelled(written[0]), written[1]
    if not code:
        problem("no_code", "code", title)
    elif len(code) > _LONGEST_CODE:
        problem("code_too_long", "code", code)
    elif code in found.rows:
        problem("double", "code", written[0], found.rows[code])
    if not title:
        problem("no_title", "title", written[0])
    elif len(title) > LONGEST_TITLE:
        problem("title_too_long", "title", title)
    domain = _norm_domain(code, _text(cells, columns.get("domain")), here, framework, problem)
    target = _target(_text(cells, columns.get("target")), problem)
    if code:
        found.rows.setdefault(code, f"{grid.name}!{column_letters(columns['code'] + 1)}{row + 1}")
    found.problems += problems
    if not problems and domain is not None:
        found.norms.append(own_norm(code, domain.code, title, target))


def _norm_domain(code: str, cell: str, here: Domain | None, framework: Framework, problem: _Say) -> Domain | None:
    """The domain a row names, else the one its code starts with, else the one its part of the sheet is about."""
    letters = _CODE.match(code)
    prefix = framework.domain(letters[1].upper()) if letters else None
    named = _domain(cell, framework.domains) if cell else None
    if cell and named is None:
        problem("domain_unknown", "domain", cell)
        return None
    if named is not None and prefix is not None and named != prefix:
        problem("domain_differs", "domain", cell, prefix.name_nl)
        return None
    domain = named or prefix or here
    if domain is None:
        problem("domain_unknown", "code", code)
    return domain


def _target(cell: str, problem: _Say) -> int | None:
    if not cell:
        return None
    levels = [int(found) for found in re.findall(r"\d+", cell)]
    if len(levels) != 1 or levels[0] not in LEVELS or re.search(r"\d[.,]\d", cell):
        problem("target_unread", "target", cell)
        return None
    return levels[0]


def _domain(text: str, domains: Iterable[Domain]) -> Domain | None:
    """The domain that a cell means: its code, its number, its name in either language, or ‘privacy’ for all of that."""
    said = tuple(part for part in tokens(text) if part not in _FILLERS)
    if not said:
        return None
    for domain in domains:
        marks = (domain.code.lower(), str(domain.number))
        unmarked = tuple(part for part in said if part not in marks)
        if not unmarked or said in _names(domain) or unmarked in _names(domain):
            return domain
    privacy = [domain for domain in domains if domain.kind != SECURITY]
    return privacy[0] if len(privacy) == 1 and "privacy" in said else None


def _names(domain: Domain) -> set[Tokens]:
    """What a domain is called, also without what stands between brackets."""
    names = (domain.name_nl, domain.name_en)
    written = [tokens(name) for name in (*names, *(name.split("(")[0] for name in names))]
    return {tuple(part for part in name if part not in _FILLERS) for name in written}


def _spelled(code: str) -> str:
    """A code as the frameworks write it: "go 3" and "GO-03" are GO.03; other codes stay as they are."""
    found = _CODE.fullmatch(code)
    return f"{found[1].upper()}.{int(found[2]):02d}" if found else code


def _text(cells: Sequence[Cell], column: int | None) -> str:
    return clean(cells[column]) if column is not None and column < len(cells) else ""
