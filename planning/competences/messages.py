"""What people read when answers of a self-scan, or a column or row of them, are not used."""

from typing import Final

from planning.competences.answers import UnreadColumn
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.workbooks import words
from planning.workbooks.model import FileRefused, Problem

_REFUSALS: Final = {
    "no_questions": N_(
        "In ‘{name}’ we found none of the questions of the self-scan. We looked in the first 40 rows for headings with "
        "the names of your core competences, with levels below them. Use the template, or copy its questions."
    ),
}
_LEFT: Final = {
    "person": N_("Column {column} (‘{heading}’) says who somebody is. We did not read it."),
    "moment": N_("Column {column} (‘{heading}’) says when somebody answered. We did not read it."),
    "other": N_("Column {column} (‘{heading}’) is not a question of the self-scan. We did not read it."),
    "unnamed": N_("Column {column} is not a question of the self-scan. We did not read it."),
}
_PROBLEMS: Final = {
    "level_unknown": N_(
        "Row {row}, column {column}: we do not recognise this answer as a level. It does not count; write a level from "
        "1 to {highest} and choose the file again."
    ),
    "level_outside": N_(
        "Row {row}, column {column}: this number is not a level on the scale. It does not "
        "count; levels go from 1 to {highest}."
    ),
}


def refusal(refused: FileRefused) -> str:
    """Why a file of answers is not read, and what to do."""
    return words.refusal(refused, _REFUSALS)


def left_out(left: UnreadColumn) -> str:
    """Why a column is not read."""
    code = left.why if left.heading else "unnamed"
    return _(_LEFT[code]).format(column=left.column, heading=left.heading)


def problem(found: Problem) -> str:
    """Why an answer does not count, and what to do; never what it says."""
    return words.problem(found, _PROBLEMS)
