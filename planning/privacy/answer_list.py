"""The counts of a questionnaire in a workbook: how many people gave each answer to each question. Pure.

Only counts are read. A sheet with one row for each respondent has no such headings and is refused.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from planning.core.boards import Board
from planning.core.text import Cell, clean, words
from planning.core.translation import gettext as _
from planning.privacy.attitude import ANSWERS, FEWEST, MOST, questions_for
from planning.workbooks.board_table import board_excel
from planning.workbooks.files import open_book
from planning.workbooks.model import FileRefused, Problem
from planning.workbooks.table import CellRefused, TableField, find_tables


@dataclass(frozen=True, slots=True)
class AnswerList:
    """What a workbook says: the counts of each question by its code, and the rows that cannot be kept."""

    counts: dict[str, tuple[int, ...]]
    problems: tuple[Problem, ...]


def answer_template(audience: str, title: str, board: Board, as_of: date) -> bytes:
    """An Excel with the questions for an audience and an empty cell for each answer."""
    rows = [
        {_("Code"): question.code, _("Question"): question.text} | {_(answer): None for answer in ANSWERS}
        for question in questions_for(audience)
    ]
    help_line = _("Fill in how many people gave each answer. No names; fewer than five people we do not keep.")
    return board_excel(board, as_of, pd.DataFrame(rows), title, sheet=_("Answers"), about=[help_line])


def read_answer_list(content: bytes, name: str, audience: str) -> AnswerList:
    """Read a filled-in template, or a list like it. Raises FileRefused."""
    table = next(find_tables(open_book(content, name).grids, _FIELDS), None)
    if table is None:
        raise FileRefused("no_answers_found", name=name)
    known = {words(text): q.code for q in questions_for(audience) for text in (q.code, q.text_nl, q.text_en)}
    counts: dict[str, tuple[int, ...]] = {}
    problems: list[Problem] = []
    for line in table.lines():
        said = table.others(line)
        code = next((known[words(text)] for text in said if words(text) in known), None)
        total = sum(line.values.values())
        problems += line.problems
        if code is None and (said or total):
            problems.append(table.problem(line.row, "question", "question_unknown", " ".join(said)))
        elif not line.problems and 0 < total < FEWEST:
            problems.append(table.problem(line.row, "question", "too_few", str(total)))
        elif code is not None and not line.problems:
            counts[code] = tuple(line.values[field.name] for field in _FIELDS)
    return AnswerList(counts, tuple(problems))


def _count(cell: Cell) -> int:
    text = clean(cell)
    if text and not (text.isascii() and text.isdecimal() and int(text) <= MOST):
        raise CellRefused("count_unread")
    return int(text or 0)


_FIELDS: Final = tuple(
    TableField(headings[-1], headings, is_required=True, read=_count)
    for headings in (("nooit", "never"), ("soms", "sometimes"), ("meestal", "mostly"), ("altijd", "always"))
)
