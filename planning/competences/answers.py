"""Answers of a self-scan from a workbook or a form's export: to counts at once; no row of one teacher comes out.

Runs apart (planning.workbooks.apart), so that not even the answers' file is opened in the product's own process.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from rapidfuzz import fuzz

from planning.core.text import Cell, clean, folded, tokens, word_set
from planning.workbooks.columns import column_letters
from planning.workbooks.files import open_book
from planning.workbooks.grid import Grid
from planning.workbooks.model import FileRefused

HEADINGS_WITHIN: Final = 30
"""Rows in which the questions are looked for."""
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
class Question:
    """A competence as it was asked."""

    key: str
    texts: tuple[str, ...]  # the ways in which the question may be written


@dataclass(frozen=True, slots=True)
class Step:
    """A level as it may be answered, besides by its number."""

    level: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """A column that is not read. `why`: person, moment or other."""

    column: str
    heading: str  # "" where the heading itself could name a person
    why: str


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """An answer that was passed over. `code`: level_unknown or level_outside."""

    file: str
    row: int
    column: str
    code: str


@dataclass(frozen=True, slots=True)
class Answers:
    """What files of answers hold, in counts only."""

    teachers: int  # rows with at least one answer
    asked: frozenset[str]  # competences that were found as questions
    counts: Mapping[str, Mapping[int, int]]  # competence -> level -> teachers
    left: tuple[Left, ...]
    problems: tuple[AnswerProblem, ...]


def read_answers(content: bytes, name: str, questions: Sequence[Question], steps: Sequence[Step]) -> Answers:
    """Read a file: xlsx, xlsm, xls, ods or csv. Raises FileRefused; "no_questions" where no column is one of ours."""
    book = open_book(content, name)
    found = [(grid, place) for grid in book.grids if not grid.hidden and (place := _headings(grid, questions, steps))]
    if not found:
        raise FileRefused("no_questions", name=name)
    grid, (header, columns) = max(found, key=lambda one: len(one[1][1]))
    return _counted(grid, name, header, columns, steps)


def together(parts: Sequence[Answers]) -> Answers:
    """The answers of several files as one: a file for every teacher is read as a list of all."""
    counts: dict[str, Counter[int]] = {}
    for part in parts:
        for key, levels in part.counts.items():
            counts.setdefault(key, Counter()).update(levels)
    left = {(one.column, one.heading): one for part in parts for one in part.left}
    return Answers(
        sum(part.teachers for part in parts),
        frozenset().union(*(part.asked for part in parts)),
        {key: dict(levels) for key, levels in counts.items()},
        tuple(left.values()),
        tuple(problem for part in parts for problem in part.problems),
    )


def level_of(cell: Cell, steps: Sequence[Step]) -> int | None:
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


def _headings(grid: Grid, questions: Sequence[Question], steps: Sequence[Step]) -> tuple[int, dict[int, str]] | None:
    """The row of headings with most questions, and the columns that are questions by competence."""
    best: tuple[int, dict[int, str]] | None = None
    for row in range(min(HEADINGS_WITHIN, len(grid.rows))):
        columns = _matched(grid.rows[row], questions)
        columns = {column: key for column, key in columns.items() if _holds_levels(grid, row, column, steps)}
        if columns and (best is None or len(columns) > len(best[1])):
            best = row, columns
    return best


def _matched(cells: Sequence[Cell], questions: Sequence[Question]) -> dict[int, str]:
    """Columns and questions that belong together, the likeliest first; each of both once."""
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
    found: dict[int, str] = {}
    for _score, column, key in scored:
        if column not in found and key not in found.values():
            found[column] = key
    return found


def _alike(heading: str, question: str) -> float:
    # a form puts words before the question ("3. Welk niveau past bij u: ... [Feedback]"), so a part may do
    whole = fuzz.ratio(heading, question)
    part = fuzz.partial_ratio(heading, question) if len(heading) >= len(question) > 5 else 0.0
    return max(whole, part - 1)


def _is_about(text: str, words: frozenset[str]) -> bool:
    return len(text) <= 40 and not words.isdisjoint({*tokens(text), *text.split()})


def _holds_levels(grid: Grid, header: int, column: int, steps: Sequence[Step]) -> bool:
    cells = [row[column] for row in grid.rows[header + 1 :] if clean(row[column])]
    readable = sum(level_of(cell, steps) is not None for cell in cells)
    return readable >= _READABLE * len(cells)


def _counted(grid: Grid, name: str, header: int, columns: Mapping[int, str], steps: Sequence[Step]) -> Answers:
    known = {step.level for step in steps}
    counts: dict[str, Counter[int]] = {key: Counter() for key in columns.values()}
    problems: list[AnswerProblem] = []
    teachers = 0
    for row in range(header + 1, len(grid.rows)):
        answered = False
        for column, key in columns.items():
            cell = grid.rows[row][column]
            if not clean(cell):
                continue
            level = level_of(cell, steps)
            if level in known:
                counts[key][level] += 1
                answered = True
            else:
                code = "level_unknown" if level is None else "level_outside"
                problems.append(AnswerProblem(name, grid.row_number(row), grid.label(column), code))
        teachers += answered
    left = tuple(_left(column, cell) for column, cell in enumerate(grid.rows[header]) if column not in columns)
    return Answers(
        teachers,
        frozenset(columns.values()),
        {key: dict(levels) for key, levels in counts.items()},
        tuple(one for one in left if one),
        tuple(problems),
    )


def _left(column: int, cell: Cell) -> Left | None:
    heading = clean(cell)
    if not heading:
        return None
    text = folded(heading)
    if _is_about(text, _PERSON):
        return Left(column_letters(column + 1), heading[:60], "person")
    if "@" in heading or any(letter.isdigit() for letter in heading):
        return Left(column_letters(column + 1), "", "other")  # may be a value of somebody, not a heading
    return Left(column_letters(column + 1), heading[:60], "moment" if _is_about(text, _MOMENT) else "other")
