"""What people read when a workbook with systems, or a row of it, cannot be used: what, where, what to do."""

from dataclasses import replace
from typing import Final

from planning.core.notation import listed, number
from planning.core.translation import N_
from planning.core.translation import gettext as _
from planning.systems.list_file import MOST_ROWS
from planning.systems.words import CODE_NAMES, title
from planning.workbooks import words
from planning.workbooks.model import FileRefused, Problem

_PROBLEMS: Final = {
    "no_system": N_("There is no system in this row; it was left out. Fill in what it is called."),
    "no_school": N_("There is no school in this row; it was left out. Fill in its name or BRIN."),
    "school_unknown": N_(
        "Column {column}: ‘{read}’ is not a school you may fill in; the row was left out. Use the name or BRIN of your "
        "school."
    ),
    "no_function": N_("There is no function in this row; it was left out. Say what ‘{read}’ is for."),
    "function_unknown": N_(
        "Column {column}: we do not know the function ‘{read}’; the row was left out. Use a name from the list of "
        "functions."
    ),
    "function_near": N_(
        "Column {column}: we do not know the function ‘{read}’; the row was left out. Did you mean ‘{near}’?"
    ),
    "double": N_("‘{read}’ is in the file twice for this school and function; the first one counts. Remove one."),
    "too_many": N_("We read {read} rows, and none from here on. Split the workbook."),
    "too_long": N_("Column {column}: this text is longer than we keep; its beginning was kept. Shorten it."),
    "date_unreadable": N_("Column {column}: it says ‘{read}’. Write a date as 1-9-2017. The rest of the row comes in."),
    "model_unknown": N_("Column {column}: it says ‘{read}’. We know 2.0, 3.0, 4.0 and ‘eigen’. The rest comes in."),
    "yes_or_no": N_("Column {column}: it says ‘{read}’. Write yes or no. The rest of the row comes in."),
    "amount_unreadable": N_(
        "Column {column}: it says ‘{read}’. Write an amount in euros, such as 1250 or 7.95. The rest of the row comes "
        "in."
    ),
    "satisfaction_unreadable": N_(
        "Column {column}: it says ‘{read}’. Write a whole number from 1 to 5. The rest of the row comes in."
    ),
    "role_is_name": N_(
        "Column {column} names a person; we did not keep that. Write the role, such as ICT coordinator. The rest of "
        "the row comes in."
    ),
    "refused": N_("{read} The row was left out."),
}
_UNKNOWN: Final = N_("Column {column}: it says ‘{read}’. We know {known}. The rest of the row comes in.")
_REFUSALS: Final = {
    "no_systems": N_("We found no row with headings such as {headings}. Put those above the columns."),
}


def problem(found: Problem) -> str:
    """What could not be used of a row, and what to do."""
    field = found.code.removeprefix("unknown_")
    if field != found.code:
        known = listed([f"‘{_(name)}’" for name in CODE_NAMES[field].values()])
        return _(_UNKNOWN).format(column=found.column, read=found.as_written, known=known)
    if found.code == "too_many":
        found = replace(found, as_written=number(MOST_ROWS))
    return words.problem(found, _PROBLEMS)


def refusal(refused: FileRefused) -> str:
    """Why a workbook cannot be used, and what to do."""
    return words.refusal(refused, _REFUSALS, headings=headings())


def headings() -> str:
    """The headings that a list must have, and two that help."""
    return listed([f"‘{title(field)}’" for field in ("school_id", "function", "system", "ends_on")])
