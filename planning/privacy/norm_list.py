"""A list of norms in a workbook: found by its headings, read row by row, all that is the matter told at once. Pure.

A row with a problem is left out, and told; whoever keeps the list sees how many of it come in.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from planning.core.paths import REFERENCE
from planning.core.text import Cell, Tokens, clean, tokens
from planning.privacy.frameworks import LEVELS, SECURITY, Domain, Norm, NormFramework, level_names, own_norm
from planning.privacy.norms import LONGEST_TITLE
from planning.workbooks.files import open_book
from planning.workbooks.model import FileRefused, Problem
from planning.workbooks.table import CellRefused, Table, TableField, TableLine, find_tables

_LONGEST_CODE: Final = 12
_CODE: Final = re.compile(r"([A-Za-z]{2,4})[ .\-_]*(\d{1,2})")
_NO_LEVEL: Final = ((), ("n", "v", "t"), ("nvt",), ("niet", "van", "toepassing"), ("geen",), ("onbekend",), ("n", "a"))
_IN_WORDS: Final = ("een", "twee", "drie", "vier", "vijf")
_FILLERS: Final = ("domein", "domain", "en", "and")


@dataclass(frozen=True, slots=True)
class NormList:
    """What a workbook holds of a framework's norms."""

    norms: tuple[Norm, ...]
    problems: tuple[Problem, ...]
    levels: Mapping[str, int]  # by code: the level each is said to be at, where one is said

    def count(self, framework: NormFramework, kind: str) -> int:
        """Its norms of a kind: security or privacy."""
        kinds = {domain.code: domain.kind for domain in framework.domains}
        return sum(kinds[norm.domain] == kind for norm in self.norms)


def read_norm_list(content: bytes, name: str, framework: NormFramework) -> NormList:
    """Read a workbook or csv. Raises FileRefused; "no_norms_found" where no sheet has headings of a norm list."""
    tables = list(find_tables(open_book(content, name).grids, *_declared()))
    if not tables:
        raise FileRefused("no_norms_found", name=name)
    norms: list[Norm] = []
    problems: list[Problem] = []
    levels: dict[str, int] = {}
    places: dict[str, str] = {}
    for table in tables:
        here = _domain(table.grid.name, framework.domains)  # a sheet called ‘Privacy’ holds privacy norms
        for line in table.lines():
            only = [clean(cell) for cell in line.cells if cell != ""]
            if len(only) == 1 and (domain := _domain(only[0], framework.domains)) is not None:
                here = domain  # a line of its own above the norms of a domain
            elif not line.values.keys().isdisjoint({"code", "title"}):
                read = _norm(table, line, here, framework, places)
                if isinstance(read, Norm):
                    norms.append(read)
                    levels |= {read.code: line.values["level"]} if "level" in line.values else {}
                else:
                    problems += read
    return NormList(tuple(norms), tuple(problems), levels)


@cache
def _declared() -> tuple[tuple[TableField, ...], ...]:
    """The columns of a norm list; where none is a code, ‘Norm’ beside ‘Omschrijving’ is the code."""
    with (REFERENCE / "norm_header_words.csv").open(encoding="utf-8", newline="") as file:
        listed = [(row["field"], row["word"]) for row in csv.DictReader(file)]
    known = {name: tuple(word for field, word in listed if field == name) for name, _word in listed}
    others = (
        TableField("title", known["title"], is_required=True, read=_title),
        TableField("domain", known["domain"]),
        TableField("target", known["target"], read=partial(_level, "target_unread")),
        TableField("level", known["level"], read=partial(_level, "level_unread")),
    )
    return tuple((TableField("code", known[name], is_required=True, read=_code), *others) for name in ("code", "title"))


def _norm(
    table: Table, line: TableLine, here: Domain | None, framework: NormFramework, places: dict[str, str]
) -> Norm | list[Problem]:
    """The norm of a line, or all that is the matter with it; `places`: where each code was read."""
    code, title = line.values.get("code", ""), line.values.get("title", "")
    domain = _norm_domain(table, line, here, framework)
    problems = [*line.problems]
    if not code:
        problems.append(table.problem(line.row, "code", "no_code", title))
    elif code in places:
        written = clean(line.cells[table.columns["code"]])
        problems.append(table.problem(line.row, "code", "double", written, {"other": places[code]}))
    if not title:
        problems.append(table.problem(line.row, "title", "no_title", code))
    places.setdefault(code, f"{table.grid.name}!{table.grid.label(table.columns['code'])}{line.row + 1}")
    if isinstance(domain, Problem):
        return [*problems, domain]
    return problems or own_norm(code, domain.code, title, line.values.get("target"))


def _norm_domain(table: Table, line: TableLine, here: Domain | None, framework: NormFramework) -> Domain | Problem:
    """The domain a row names, else the one its code starts with, else the one its part of the sheet is about."""
    code, written = line.values.get("code", ""), line.values.get("domain", "")
    letters = _CODE.match(code)
    prefix = framework.domain(letters[1].upper()) if letters else None
    named = _domain(written, framework.domains)
    if written and named is None:
        return table.problem(line.row, "domain", "domain_unknown", written)
    if named is not None and prefix is not None and named != prefix:
        return table.problem(line.row, "domain", "domain_differs", written, {"other": prefix.name_nl})
    return named or prefix or here or table.problem(line.row, "code", "domain_unknown", code)


def _code(cell: Cell) -> str:
    """A code as the frameworks write it: "go 3" and "GO-03" are GO.03; other codes stay as they are."""
    code = clean(cell)
    found = _CODE.fullmatch(code)
    if found:
        return f"{found[1].upper()}.{int(found[2]):02d}"
    if len(code) > _LONGEST_CODE:
        raise CellRefused("code_too_long", instead=code)
    return code


def _title(cell: Cell) -> str:
    title = clean(cell)
    if len(title) > LONGEST_TITLE:
        raise CellRefused("title_too_long", instead=title)
    return title


def _level(unread: str, cell: Cell) -> int | None:
    """A level as a figure, "3 · Bepaald", in words ("drie") or by its name ("bepaald"); "n.v.t." is none."""
    written = clean(cell)
    said = tokens(written)
    if said in _NO_LEVEL:
        return None
    figures = [int(found) for found in re.findall(r"\d+", written)]
    if figures:
        levels = figures if not re.search(r"\d[.,]\d", written) else []
    else:
        levels = sorted(
            {level for level, names in _level_words().items() if any(set(name) <= set(said) for name in names)}
        )
    if len(levels) != 1 or levels[0] not in LEVELS:
        raise CellRefused(unread)
    return levels[0]


@cache
def _level_words() -> dict[int, tuple[Tokens, ...]]:
    names = level_names()
    return {n: (tokens(_IN_WORDS[n - 1]), tokens(names[n].name_nl), tokens(names[n].name_en)) for n in LEVELS}


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
