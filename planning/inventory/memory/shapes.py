"""What a person chose for a shape of list, known again by its headings: what it made of a file, and what is new."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from planning.core.text import words
from planning.inventory.guidance import (
    LIST_ANSWERS,
    MAPPING,
    SCHOOL,
    Guidance,
    Shape,
    StandingChoice,
    in_force,
    shape_from_json,
)
from planning.inventory.reading import Reading, Sheet
from planning.inventory.recognise.fingerprints import column_keys
from planning.inventory.values.people import is_name


@dataclass(frozen=True)
class Recollection:
    """What choices for earlier lists made of one file, and the choices it comes from."""

    columns: Mapping[tuple[str, str], str | None] = field(default_factory=dict)  # (sheet, column) -> field
    header_rows: tuple[int, ...] = ()  # Excel's rows of headings that nobody knew had they not been pointed out
    layouts: tuple[str, ...] = ()
    answers: frozenset[str] = frozenset()  # codes of the problems they answered
    schools: Mapping[str, str | None] = field(default_factory=dict)  # school as written, in words -> school_id
    used: tuple[StandingChoice, ...] = ()


@dataclass(frozen=True)
class NewChoices:
    """What was chosen for a list, to be remembered once it is confirmed."""

    shapes: Mapping[str, Shape] = field(default_factory=dict)  # by fingerprint of the headings
    schools: Mapping[str, str | None] = field(default_factory=dict)  # school as written, in words -> school_id
    names_schools: bool = False  # the list says of its rows of which school they are

    def differ_from(self, known: Collection[StandingChoice]) -> bool:
        """Something was chosen for a shape of list that these choices do not hold yet."""
        held = {one.key: shape_from_json(one.value) for one in known}
        return any(shape and held.get(mark) != shape for mark, shape in self.shapes.items())


def recollection(reading: Reading, guidance: Guidance) -> Recollection:
    """What the earlier choices in a guidance made of the reading it led to."""
    shapes = guidance.shapes
    sheets = {sheet.sheet: shape for sheet in _known(reading) if (shape := shapes.get(sheet.mark or ""))}
    columns = {
        (sheet.sheet, column): sheets[sheet.sheet].columns[key]
        for sheet in _known(reading)
        if sheet.sheet in sheets
        for column, key in column_keys(sheet.columns).items()
        if key in sheets[sheet.sheet].columns
    }
    rows = [s.header_rows[0] for s in _known(reading) if s.header_rows and sheets.get(s.sheet, Shape()).pointed_out]
    answered = {
        problem.code
        for problem in reading.problems
        if problem.sheet in sheets and problem.answer and problem.code in sheets[problem.sheet].answers
    }
    known = in_force(guidance.earlier or (), MAPPING)
    marks = dict.fromkeys(sheet.mark for sheet in _known(reading) if sheet.sheet in sheets)
    named = {words(school) for school in reading.row_schools.values()}
    schools = {key: one for key, one in in_force(guidance.earlier or (), SCHOOL).items() if key in named}
    return Recollection(
        columns,
        tuple(rows),
        tuple(dict.fromkeys(shape.layout for shape in sheets.values() if shape.layout)),
        frozenset(answered),
        {key: one.value.get("school_id") for key, one in schools.items()},
        (*(known[mark] for mark in marks if mark), *schools.values()),
    )


def chosen_shapes(reading: Reading, guidance: Guidance) -> dict[str, Shape]:
    """What a person chose for each shape in a reading, now or before, also where that is nothing; by fingerprint.

    An answer is about the list where all its questions got it; one that this list did not ask for is kept. A sheet that
    was set aside has no headings to know it by again.
    """
    earlier = guidance.shapes
    found: dict[str, Shape] = {}
    for sheet in _known(reading):
        assert sheet.mark is not None
        shape = earlier.get(sheet.mark, Shape())
        before = found.get(sheet.mark, Shape(answers=shape.answers))
        found[sheet.mark] = Shape(
            {**before.columns, **_columns(sheet, shape, guidance)},
            _list_answers(reading, sheet, before.answers),
            guidance.layouts.get(sheet.sheet) or shape.layout or before.layout,
            sheet.sheet in guidance.headers or shape.pointed_out,
        )
    return found


def _known(reading: Reading) -> list[Sheet]:
    return [sheet for sheet in reading.sheets if sheet.used and sheet.mark is not None]


def _columns(sheet: Sheet, shape: Shape, guidance: Guidance) -> dict[str, str | None]:
    headings = {column.column: column.header for column in sheet.columns}
    found = {}
    for column, key in column_keys(sheet.columns).items():
        if is_name(headings[column]):
            continue
        if (sheet.sheet, column) in guidance.columns:
            found[key] = guidance.columns[sheet.sheet, column]
        elif key in shape.columns:
            found[key] = shape.columns[key]
    return found


def _list_answers(reading: Reading, sheet: Sheet, before: Mapping[str, str]) -> dict[str, str]:
    given: dict[str, set[str | None]] = {}
    for problem in reading.problems:
        if problem.sheet == sheet.sheet and problem.code in LIST_ANSWERS:
            given.setdefault(problem.code, set()).add(problem.answer)
    agreed = {code: answer for code, answers in given.items() if len(answers) == 1 and (answer := answers.pop())}
    return {code: answer for code, answer in before.items() if code not in given} | agreed
