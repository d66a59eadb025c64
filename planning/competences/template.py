"""The self-scan as a form: a workbook for a school, one question a competence, one row a teacher, no names."""

from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from planning.competences.answers import ScaleStep, ScanQuestion
from planning.competences.frameworks import Level
from planning.competences.picture import CompetenceSet
from planning.core.translation import gettext as _
from planning.workbooks.writing import BODY_FONT, note, print_on_a4, set_text, style_header, to_bytes, write_title

HEADER_ROW: Final = 5
ROWS: Final = 80


def question_text(name: str) -> str:
    """A competence as it is asked."""
    return _("Which level fits you now: {competence}?").format(competence=name)


def questions(adopted: CompetenceSet) -> tuple[ScanQuestion, ...]:
    """The questions of a set, in the ways they may come back: ours, and the bare name of the competence."""
    return tuple(ScanQuestion(one.key, (one.name, question_text(one.name))) for one in adopted.members)


def steps(levels: Sequence[Level]) -> tuple[ScaleStep, ...]:
    """The levels of a scale in the ways they may be answered, in both languages."""
    return tuple(
        ScaleStep(
            one.level,
            tuple(
                word
                for name in (one.name_nl, one.name_en)
                for word in (name, one.code, f"{one.code} {name}".strip())
                if word
            )
            + one.words,
        )
        for one in levels
    )


def make_form(school_name: str, adopted: CompetenceSet, levels: Sequence[Level]) -> bytes:
    """The self-scan of a school as xlsx, in the language of this run."""
    workbook = Workbook()
    _form(workbook.active, school_name, adopted, levels)
    _form_questions(workbook.create_sheet(), adopted, levels)
    return to_bytes(workbook)


def _form(sheet: Worksheet, school_name: str, adopted: CompetenceSet, levels: Sequence[Level]) -> None:
    sheet.title = _("Self-scan")
    write_title(
        sheet,
        _("Self-scan {school}").format(school=school_name),
        [
            _("One row for every teacher, in any order. No names: we count, and keep no answer of one person."),
            _("Levels: {levels}").format(levels=" · ".join(one.label().replace(" · ", " ") for one in levels)),
        ],
    )
    labels = [one.label() for one in levels]
    lists = sheet.parent.create_sheet(_("Levels of the self-scan"))
    lists.sheet_state = "hidden"
    for row, label in enumerate(labels, start=1):
        set_text(lists.cell(row, 1), label)
    choice = DataValidation(
        "list", formula1=f"'{lists.title}'!$A$1:$A${len(labels)}", allow_blank=True, errorStyle="warning"
    )
    choice.errorTitle = _("Not in the list")
    choice.error = _("Choose a level from the list, or write its number.")
    choice.showErrorMessage = True
    for column, one in enumerate(adopted.members, start=1):
        cell = sheet.cell(HEADER_ROW, column)
        set_text(cell, one.name)
        style_header(cell)
        cell.comment = note(question_text(one.name))
        letter = get_column_letter(column)
        sheet.column_dimensions[letter].width = 26
        sheet.column_dimensions[letter].font = BODY_FONT
        choice.add(f"{letter}{HEADER_ROW + 1}:{letter}{HEADER_ROW + ROWS}")
    sheet.add_data_validation(choice)
    sheet.row_dimensions[HEADER_ROW].height = 48
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    print_on_a4(sheet, HEADER_ROW)


def _form_questions(sheet: Worksheet, adopted: CompetenceSet, levels: Sequence[Level]) -> None:
    """The same as texts to copy into Microsoft Forms or Google Forms."""
    sheet.title = _("For a form")
    start = write_title(
        sheet,
        _("Questions for Microsoft Forms or Google Forms"),
        [
            _("Make each line a question with one choice; the choices are the levels. Switch off collecting names."),
            _("Upload the answers as the form exports them: names, addresses and times are left out."),
        ],
    )
    for row, one in enumerate(adopted.members, start=start):
        set_text(sheet.cell(row, 1), question_text(one.name))
        sheet.cell(row, 1).font = BODY_FONT
    for row, level in enumerate(levels, start=start + len(adopted.members) + 1):
        set_text(sheet.cell(row, 1), level.label())
        sheet.cell(row, 1).font = BODY_FONT
    sheet.column_dimensions["A"].width = 90
