"""The counts of a questionnaire in a workbook: how many people gave each answer to each question. Pure.

Only counts are read. A sheet with one row for each respondent has no such headings and is refused.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from planning.core.text import Cell, clean, words
from planning.core.translation import gettext as _
from planning.privacy.attitude import ANSWERS, FEWEST, MOST, Question, questions_for
from planning.privacy.row_problems import ListProblem
from planning.workbooks.columns import column_letters
from planning.workbooks.files import open_book
from planning.workbooks.grid import Grid, is_blank
from planning.workbooks.model import FileRefused
from planning.workbooks.writing import table_to_excel

_SEARCHED_ROWS: Final = 20
_HEADINGS: Final = (
    ("nooit", "never"), ("soms", "sometimes"), ("meestal", "mostly"), ("altijd", "always"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AnswerList:
    """What a workbook says: the counts of each question by its code, and the rows that cannot be kept."""

    counts: dict[str, tuple[int, ...]]
    problems: tuple[ListProblem, ...]


def answer_template(audience: str, title: str) -> bytes:
    """An Excel with the questions for an audience and an empty cell for each answer."""
    rows = [
        {_("Code"): question.code, _("Question"): question.text} | {_(answer): None for answer in ANSWERS}
        for question in questions_for(audience)
    ]
    help_line = _("Fill in how many people gave each answer. No names; fewer than five people we do not keep.")
    return table_to_excel(pd.DataFrame(rows), sheet=_("Answers"), title=title, facts=[help_line])


def read_answer_list(content: bytes, name: str, audience: str) -> AnswerList:
    """Read a filled-in template, or a list like it. Raises FileRefused."""
    for grid in open_book(content, name).grids:
        for row, cells in enumerate(grid.rows[:_SEARCHED_ROWS]):
            columns = [_column(cells, headings) for headings in _HEADINGS]
            if all(column is not None for column in columns):
                answers = [column for column in columns if column is not None]
                return _read(grid, row + 1, answers, questions_for(audience))
    raise FileRefused("no_answers_found", name=name)


def _column(cells: Sequence[Cell], headings: tuple[str, ...]) -> int | None:
    return next((column for column, cell in enumerate(cells) if words(clean(cell)) in headings), None)


def _read(grid: Grid, first: int, answers: list[int], asked: Sequence[Question]) -> AnswerList:
    known = {words(text): q.code for q in asked for text in (q.code, q.text_nl, q.text_en)}
    counts: dict[str, tuple[int, ...]] = {}
    problems: list[ListProblem] = []
    for row in range(first, len(grid.rows)):
        cells = grid.rows[row]
        if is_blank(cells):
            continue
        said = [clean(cell) for column, cell in enumerate(cells) if column not in answers and cell != ""]
        code = next((known[words(text)] for text in said if words(text) in known), None)
        numbers = [_count(cells[column]) for column in answers]
        unread = [column for column, number in zip(answers, numbers, strict=True) if number is None]
        for column in unread:
            place = column_letters(column + 1)
            problems.append(ListProblem("count_unread", grid.name, row + 1, place, clean(cells[column])[:60]))
        total = sum(number or 0 for number in numbers)
        if code is None and (said or total):
            problems.append(ListProblem("question_unknown", grid.name, row + 1, "A", " ".join(said)[:60]))
        elif not unread and 0 < total < FEWEST:
            problems.append(ListProblem("too_few", grid.name, row + 1, "A", str(total)))
        elif code is not None and not unread:
            counts[code] = tuple(number or 0 for number in numbers)
    return AnswerList(counts, tuple(problems))


def _count(cell: Cell) -> int | None:
    text = clean(cell)
    if not text:
        return 0
    return int(text) if text.isascii() and text.isdecimal() and int(text) <= MOST else None
