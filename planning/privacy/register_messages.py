"""What people read when a workbook with a register, or a row of it, cannot be used: what, where, what to do."""

from typing import Final

from planning.core.notation import listed
from planning.core.translation import N_
from planning.privacy.register_file import FIELDS
from planning.privacy.register_words import title
from planning.privacy.registers import Entry
from planning.workbooks import words
from planning.workbooks.model import FileRefused, Problem

_PROBLEMS: Final = {
    "no_name": N_("There is no name in this row; it was left out. Fill the name in."),
    "double": N_("‘{read}’ is in the file twice; the first one counts. Remove one of the two."),
    "too_many": N_("We read {read} rows, and none from here on. Split the workbook."),
    "too_long": N_("Column {column}: this text is longer than we keep; its beginning was kept. Shorten it."),
    "date_unreadable": N_("Column {column}: it says ‘{read}’. Write a date as 1-9-2017. The rest of the row comes in."),
    "basis_unknown": N_(
        "Column {column}: it says ‘{read}’. The AVG knows six bases, such as ‘publieke taak’ and ‘toestemming’. The "
        "rest of the row comes in."
    ),
    "model_unknown": N_("Column {column}: it says ‘{read}’. We know 2.0, 3.0, 4.0 and ‘eigen’. The rest comes in."),
    "refused": N_("{read} The row was left out."),
}
_REFUSALS: Final = {
    "no_register": N_("We found no row with headings such as {headings}. Put those above the columns."),
}


def problem(found: Problem) -> str:
    """What could not be used of a row, and what to do."""
    return words.problem(found, _PROBLEMS)


def refusal(refused: FileRefused, kind: type[Entry]) -> str:
    """Why a workbook cannot be used, and what to do."""
    return words.refusal(refused, _REFUSALS, headings=headings(kind))


def headings(kind: type[Entry]) -> str:
    """The headings of a register, as they are looked for."""
    return listed([f"‘{title(kind, field.name)}’" for field in FIELDS[kind]])
