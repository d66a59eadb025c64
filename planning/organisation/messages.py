"""What people read when a DUO file, or a row of it, cannot be used: what, where, what was read, what to do."""

from typing import Final

from planning.core.translation import N_
from planning.workbooks import words
from planning.workbooks.model import FileRefused, Problem

_REFUSALS: Final = {
    "empty": N_("This file is empty. Choose the file you downloaded from DUO."),
    "workbook": N_("This is an Excel workbook. DUO publishes a csv: choose that, or save the sheet as csv."),
    "no_text": N_("This file holds more than plain text. Choose the csv as DUO publishes it."),
    "no_duo_file": N_(
        "We found no header row of DUO in this file. It begins with ‘{read}’. We looked for columns such as "
        "‘BRIN_NUMMER’ and ‘SOORT_PO’ in the first 40 rows. Choose the csv as DUO publishes it."
    ),
    "school_file_instead": N_(
        "This is DUO's list of schools. We read: {read}. Pupils are in another file: choose the one with ‘leerlingen’ "
        "in its name."
    ),
    "pupil_file_instead": N_(
        "This is a file with pupils. We read: {read}. Addresses are in another file: choose the one with "
        "‘hoofdvestigingen’ or ‘vestigingen’ in its name."
    ),
    "columns_missing": N_(
        "This file lacks columns: {missing}. We did read: {read}. Choose the csv as DUO publishes it, with all columns."
    ),
    "no_rows": N_("Row {row} is the header; below it are no schools. Choose the whole file as DUO publishes it."),
}
_PROBLEMS: Final = {
    "brin_unreadable": N_(
        "Row {row}, column {column}: it says ‘{read}’. A BRIN has two digits and two letters, such as 03QE. "
        "Complete it in the file and choose the file again."
    ),
    "location_unreadable": N_(
        "Row {row}, column {column}: it says ‘{read}’. A location number has two digits, such as 00. "
        "Complete it in the file and choose the file again."
    ),
    "board_unreadable": N_(
        "Row {row}, column {column}: it says ‘{read}’. A board number has five digits, such as 47920. "
        "Complete it in the file and choose the file again."
    ),
    "date_unreadable": N_(
        "Row {row}, column {column}: it says ‘{read}’. We read a count date as 20161001 or 1-10-2016. "
        "Write it so in the file and choose the file again."
    ),
    "year_unreadable": N_(
        "Row {row}, column {column}: it says ‘{read}’. We read a year as 2016. "
        "Write it so in the file and choose the file again."
    ),
    "count_hidden": N_(
        "Row {row}, column {column}: it says ‘{read}’. DUO hides small numbers here. "
        "Enter this school's pupils yourself."
    ),
    "count_unreadable": N_(
        "Row {row}, column {column}: it says ‘{read}’. We read a whole number of pupils here. "
        "Enter this school's pupils yourself."
    ),
    "total_differs": N_(
        "Row {row}, column {column}: it says ‘{read}’, but the ages add up to another number. "
        "Enter this school's pupils yourself."
    ),
    "cells_missing": N_(
        "Row {row}: it says ‘{read}’. This row has more or fewer columns than the header. "
        "Compare it with the file at DUO and choose the file again."
    ),
    "double_row": N_(
        "Row {row}, column {column}: school ‘{read}’ is in the file twice, in the same way. We use the first row only. "
        "Are the numbers different? Then enter this school's pupils yourself."
    ),
    "school_incomplete": N_(
        "Row {row}, column {column}: another row of school ‘{read}’ could not be read, so this one does not count "
        "either. Enter this school's pupils yourself."
    ),
}


def refusal(refused: FileRefused) -> str:
    """Why the file cannot be used, and what to do, in the reader's language."""
    return words.refusal(refused, _REFUSALS)


def problem(found: Problem) -> str:
    """Why the row was left out, and what to do, in the reader's language."""
    return words.problem(found, _PROBLEMS)
