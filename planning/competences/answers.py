"""Answers of a self-scan from a workbook or a form's export: to counts at once; no row of one teacher comes out.

Runs apart (planning.workbooks.apart), so that not even the answers' file is opened in the product's own process.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final

from rapidfuzz import fuzz

from planning.core.text import Cell, clean, folded, tokens, word_set
from planning.workbooks.columns import column_letters
from planning.workbooks.files import open_book
from planning.workbooks.grid import Grid
from planning.workbooks.model import FileRefused, Problem
from planning.workbooks.table import SEARCHED_ROWS, CellRefused, Table, TableField

_QUESTION_ALIKE: Final = 82
_LEVEL_ALIKE: Final = 86
_READABLE: Final = 0.5  # of a column's answers, for it to be one of levels
_PERSON: Final = word_set(
    "naam name voornaam achternaam mail email emailadres e-mailadres gebruiker gebruikersnaam username user leraar "
    "leerkracht docent teacher afzender account upn personeelsnummer telefoon"
)
_MOMENT: Final = word_set(
    "begintijd eindtijd tijdstempel tijdstip tijd timestamp start completion voltooien voltooiing datum date time"
)
_NUMBER: Final = re.compile(r"(?:niveau|level|stap|step)?\s*(\d{1,2})(?:[.,]0+)?(?:\s*[^\d\s].*)?")


@dataclass(frozen=True, slots=True)
class ScanQuestion:
    """A competence as it was asked."""

    key: str
    texts: tuple[str, ...]  # the ways in which the question may be written


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """A level as it may be answered, besides by its number."""

    level: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnreadColumn:
    """A column that is not read. `why`: person, moment or other."""

    column: str
    heading: str  # "" where the heading itself could name a person
    why: str


@dataclass(frozen=True, slots=True)
class ScanCounts:
    """What files of answers hold, in counts only."""

    teachers: int  # rows with at least one answer
    asked: frozenset[str]  # competences that were found as questions
    counts: Mapping[str, Mapping[int, int]]  # competence -> level -> teachers
    left: tuple[UnreadColumn, ...]
    problems: tuple[Problem, ...]  # answers passed over; `file` among their values, and never what they say


def read_answers(
    content: bytes, name: str, questions: Sequence[ScanQuestion], steps: Sequence[ScaleStep]
) -> ScanCounts:
    """Read a file: xlsx, xlsm, xls, ods or csv. Raises FileRefused; "no_questions" where no column is one of ours."""
    tables = [_table(grid, questions, steps) for grid in open_book(content, name).grids if not grid.hidden]
    table = max(filter(None, tables), key=lambda one: len(one.columns), default=None)
    if table is None:
        raise FileRefused("no_questions", name=name)
    return _counted(table, name, max(step.level for step in steps))


def together(parts: Sequence[ScanCounts]) -> ScanCounts:
    """The answers of several files as one: a file for every teacher is read as a list of all."""
    counts: dict[str, Counter[int]] = {}
    for part in parts:
        for key, levels in part.counts.items():
            counts.setdefault(key, Counter()).update(levels)
    left = {(one.column, one.heading): one for part in parts for one in part.left}
    return ScanCounts(
        sum(part.teachers for part in parts),
        frozenset().union(*(part.asked for part in parts)),
        {key: dict(levels) for key, levels in counts.items()},
        tuple(left.values()),
        tuple(problem for part in parts for problem in part.problems),
    )


def level_of(cell: Cell, steps: Sequence[ScaleStep]) -> int | None:
    """The level of an answer: by number ("3", "3 - zelfstandig", "niveau 3") or by word; None where it is none.

    A number outside the scale is returned as it is.
    """
    text = folded(clean(cell)).strip(" .")
    if isinstance(cell, bool | date | datetime | time | timedelta) or not text:
        return None
    numbered = _NUMBER.fullmatch(text)
    if numbered:
        return int(numbered.group(1))
    scores = [(max((fuzz.ratio(text, folded(word)) for word in step.words), default=0.0), step.level) for step in steps]
    best, level = max(scores, default=(0.0, 0))
    clear = sum(score >= _LEVEL_ALIKE for score, _level in scores) == 1
    return level if best >= _LEVEL_ALIKE and clear else None


def _table(grid: Grid, questions: Sequence[ScanQuestion], steps: Sequence[ScaleStep]) -> Table | None:
    """The row of headings with most questions, and the columns that are questions and hold levels."""
    fields = tuple(TableField(one.key, one.texts, read=partial(_known_level, steps=steps)) for one in questions)
    best: Table | None = None
    for row, cells in enumerate(grid.rows[:SEARCHED_ROWS]):
        matched = _matched(cells, questions)
        columns = {key: column for key, column in matched.items() if _holds_levels(grid, row, column, steps)}
        if columns and (best is None or len(columns) > len(best.columns)):
            best = Table(grid, row, columns, fields)
    return best


def _known_level(cell: Cell, steps: Sequence[ScaleStep]) -> int | None:
    if not clean(cell):
        return None
    level = level_of(cell, steps)
    if level is None or level not in {step.level for step in steps}:
        raise CellRefused("level_unknown" if level is None else "level_outside")
    return level


def _matched(cells: Sequence[Cell], questions: Sequence[ScanQuestion]) -> dict[str, int]:
    """Questions and columns that belong together, the likeliest first; each of both once."""
    texts = {column: folded(clean(cell)) for column, cell in enumerate(cells) if isinstance(cell, str) and cell.strip()}
    scored = sorted(
        (
            (score, column, question.key)
            for column, text in texts.items()
            for question in questions
            if (score := max(_alike(text, folded(one)) for one in question.texts)) >= _QUESTION_ALIKE
        ),
        key=lambda one: (-one[0], one[1]),
    )
    found: dict[str, int] = {}
    for _score, column, key in scored:
        if key not in found and column not in found.values():
            found[key] = column
    return found


def _alike(heading: str, question: str) -> float:
    # a form puts words before the question ("3. Welk niveau past bij u: ... [Feedback]"), so a part may do
    whole = fuzz.ratio(heading, question)
    part = fuzz.partial_ratio(heading, question) if len(heading) >= len(question) > 5 else 0.0
    return max(whole, part - 1)


def _is_about(text: str, words: frozenset[str]) -> bool:
    return len(text) <= 40 and not words.isdisjoint({*tokens(text), *text.split()})


def _holds_levels(grid: Grid, header: int, column: int, steps: Sequence[ScaleStep]) -> bool:
    cells = [row[column] for row in grid.rows[header + 1 :] if clean(row[column])]
    readable = sum(level_of(cell, steps) is not None for cell in cells)
    return readable >= _READABLE * len(cells)


def _counted(table: Table, name: str, highest: int) -> ScanCounts:
    counts: dict[str, Counter[int]] = {key: Counter() for key in table.columns}
    problems: list[Problem] = []
    teachers = 0
    for line in table.lines():
        teachers += bool(line.values)
        for key, level in line.values.items():
            counts[key][level] += 1
        # a sheet, too, may be called after somebody
        said = {"file": name, "highest": str(highest)}
        problems += [replace(one, sheet="", as_written="", values=said) for one in line.problems]
    asked = table.columns.values()
    left = (_left(column, cell) for column, cell in enumerate(table.grid.rows[table.header]) if column not in asked)
    return ScanCounts(
        teachers,
        frozenset(table.columns),
        {key: dict(levels) for key, levels in counts.items()},
        tuple(filter(None, left)),
        tuple(problems),
    )


def _left(column: int, cell: Cell) -> UnreadColumn | None:
    heading = clean(cell)
    if not heading:
        return None
    text = folded(heading)
    if _is_about(text, _PERSON):
        return UnreadColumn(column_letters(column + 1), heading[:60], "person")
    if "@" in heading or any(letter.isdigit() for letter in heading):
        return UnreadColumn(column_letters(column + 1), "", "other")  # may be a value of somebody, not a heading
    return UnreadColumn(column_letters(column + 1), heading[:60], "moment" if _is_about(text, _MOMENT) else "other")
