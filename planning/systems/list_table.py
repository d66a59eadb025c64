"""Lines of systems as a table of words: what the workbook holds that is handed out, under headings read back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import pandas as pd

from planning.core.boards import Board
from planning.core.text import name_key
from planning.core.translation import gettext as _
from planning.organisation.records import School
from planning.systems.model import SystemFunction, SystemLine
from planning.systems.words import COSTS, TITLES, YES_OR_NO, code_name, title, value_in_words, yes_no
from planning.workbooks.board_table import board_excel
from planning.workbooks.readers import several_in_one
from planning.workbooks.writing import EURO_CENTS

BRIN: Final = "BRIN"


def lines_frame(
    lines: Sequence[SystemLine],
    schools: Sequence[School],
    functions: Sequence[SystemFunction],
    *,
    to_fill_in: bool = False,
) -> pd.DataFrame:
    """Lines school by school, in the order of the functions. `to_fill_in` adds a row for each function that a school
    has nothing for."""
    names = {school.school_id: school.name for school in schools}
    by_function = {function.code: function for function in functions}
    place = {function.code: number for number, function in enumerate(functions)}
    known: list[SystemLine] = [line for line in lines if line.school_id in names and line.function in by_function]
    if to_fill_in:
        there = {(line.school_id, line.function) for line in known}
        known += [
            SystemLine(school.school_id, function.code, "", life="")
            for school in schools
            for function in functions
            if function.is_used and (school.school_id, function.code) not in there
        ]
    known.sort(
        key=lambda one: (name_key(names[one.school_id]), one.school_id, place[one.function], name_key(one.system))
    )
    rows = [
        {BRIN: line.school_id} | {title(field): _shown(field, line, names, by_function) for field in TITLES}
        for line in known
    ]
    return pd.DataFrame(rows, columns=[BRIN, *(title(field) for field in TITLES)], dtype=object)


def lines_excel(frame: pd.DataFrame, board: Board, as_of: date) -> bytes:
    """The table as a workbook."""
    return board_excel(board, as_of, frame, _("Systems"), formats={title(field): EURO_CENTS for field in COSTS})


def _shown(field: str, line: SystemLine, names: Mapping[str, str], functions: Mapping[str, SystemFunction]) -> Any:
    value = getattr(line, field)
    if field == "school_id":
        return names[value]
    if field == "function":
        return functions[value].name
    if value is None or value in ("", ()):
        return None
    if field in COSTS:
        return value / 100
    if field in YES_OR_NO:
        return yes_no(value)
    if field == "marks":
        return several_in_one([code_name(field, one) for one in value])
    if field == "standards":
        return several_in_one(value)
    return value if field.endswith("_on") or isinstance(value, int) else value_in_words(field, value)
