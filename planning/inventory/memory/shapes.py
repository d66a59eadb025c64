"""What a person chose for a shape of list, known again by its headings: corrected columns, and answers about notation.

Of the headings only those a person corrected are kept; the others live on in a fingerprint that cannot be read back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from planning.inventory.memory.records import MAPPING, Remembered
from planning.inventory.reading import FIELDS, Reading, Sheet
from planning.inventory.recognise.fingerprints import fingerprint, heading_keys
from planning.inventory.values.people import is_name

LIST_ANSWERS: Final = frozenset({"date-order", "second-count"})
"""Problems whose answer says how a list is written, not what one row is."""
Mapped = Mapping[tuple[str, str], str | None]
"""(sheet, name of the column) -> field, None is not used."""


@dataclass(frozen=True)
class Shape:
    """What a person chose for all sheets with the same headings."""

    columns: Mapping[str, str | None] = field(default_factory=dict)  # heading -> field, None is not used
    answers: Mapping[str, str] = field(default_factory=dict)  # problem code -> choice code
    layout: str | None = None
    pointed_out: bool = False  # a person had to say that these are the headings

    def __bool__(self) -> bool:
        """Something was chosen."""
        return bool(self.columns or self.answers or self.layout or self.pointed_out)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "columns": dict(self.columns),
            "answers": dict(self.answers),
            "layout": self.layout,
            "pointed_out": self.pointed_out,
        }

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> "Shape":
        """The Shape that to_json wrote; a field this version does not know is passed over."""
        columns = {
            heading: name for heading, name in value.get("columns", {}).items() if name is None or name in FIELDS
        }
        return Shape(columns, value.get("answers", {}), value.get("layout"), value.get("pointed_out", False))


@dataclass(frozen=True)
class Recalled:
    """What earlier choices make of one file. `marks` knows its sheets again; `used` are the choices it comes from."""

    marks: Mapping[str, str] = field(default_factory=dict)  # sheet -> fingerprint of its headings before any choice
    mapping: Mapped = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    layouts: Mapping[str, str] = field(default_factory=dict)  # sheet -> layout
    headings: frozenset[str] = frozenset()  # fingerprints of headings that were pointed out
    schools: Mapping[str, str | None] = field(default_factory=dict)  # school as written, in words -> school_id
    used: tuple[Remembered, ...] = ()

    def unused(self) -> "Recalled":
        """The same file read without earlier choices."""
        return Recalled(self.marks)


def marks_of(reading: Reading) -> dict[str, str]:
    """The fingerprint of every list in a reading, by sheet."""
    return {sheet.sheet: mark for sheet in reading.sheets if sheet.used and (mark := _mark(sheet))}


def pointed_out(known: Mapping[str, Remembered]) -> frozenset[str]:
    """Fingerprints of the headings that nobody would know for headings, had a person not pointed them out."""
    return frozenset(mark for mark, one in known.items() if Shape.from_json(one.value).pointed_out)


def recall_layouts(marks: Mapping[str, str], known: Mapping[str, Remembered]) -> dict[str, str]:
    """How earlier lists of the same shape were to be read, by sheet."""
    return {sheet: shape.layout for sheet, shape in _shapes(marks, known).items() if shape.layout}


def recall_columns(
    reading: Reading, marks: Mapping[str, str], known: Mapping[str, Remembered]
) -> dict[tuple[str, str], str | None]:
    """The corrections of earlier lists of the same shape, for the columns of this one."""
    shapes = _shapes(marks, known)
    return {
        (sheet.sheet, column): shapes[sheet.sheet].columns[key]
        for sheet in reading.sheets
        if sheet.sheet in shapes
        for column, key in _keys(sheet).items()
        if key in shapes[sheet.sheet].columns
    }


def recall_answers(reading: Reading, marks: Mapping[str, str], known: Mapping[str, Remembered]) -> dict[str, str]:
    """The answers about notation of earlier lists of the same shape, for the questions of this one."""
    shapes = _shapes(marks, known)
    return {
        problem.key: given
        for problem in reading.problems
        if problem.sheet in shapes
        and (given := shapes[problem.sheet].answers.get(problem.code)) in {choice.code for choice in problem.choices}
    }


def used(marks: Mapping[str, str], known: Mapping[str, Remembered]) -> tuple[Remembered, ...]:
    """The choices that say something of sheets with these marks."""
    found = [known[mark] for mark in dict.fromkeys(marks.values()) if mark in known]
    return tuple(one for one in found if Shape.from_json(one.value))


def chosen_shapes(
    reading: Reading,
    recalled: Recalled,
    mapping: Mapped,
    layouts: Mapping[str, str],
    headers: Mapping[str, int],
) -> dict[str, Shape]:
    """What a person chose for each shape in a reading, also where that is nothing; by fingerprint.

    `mapping`, `layouts`, `headers`: all choices the reading was made with. An answer is about the list where all its
    questions got it; one that this list did not ask for is kept. A sheet that was set aside has no headings to know it
    by again.
    """
    earlier = {one.key: Shape.from_json(one.value) for one in recalled.used if one.what == MAPPING}
    found: dict[str, Shape] = {}
    for sheet in reading.sheets:
        mark = _mark(sheet) if sheet.sheet in headers else recalled.marks.get(sheet.sheet)
        if not sheet.used or mark is None:
            continue
        headings = {column.column: column.header for column in sheet.columns}
        columns = {
            key: mapping[sheet.sheet, column]
            for column, key in _keys(sheet).items()
            if (sheet.sheet, column) in mapping and not is_name(headings[column])
        }
        before = found.get(mark, Shape(answers=earlier.get(mark, Shape()).answers))
        found[mark] = Shape(
            {**before.columns, **columns},
            _list_answers(reading, sheet, before.answers),
            layouts.get(sheet.sheet) or before.layout,
            sheet.sheet in headers or mark in recalled.headings,
        )
    return found


def _list_answers(reading: Reading, sheet: Sheet, before: Mapping[str, str]) -> dict[str, str]:
    given: dict[str, set[str | None]] = {}
    for problem in reading.problems:
        if problem.sheet == sheet.sheet and problem.code in LIST_ANSWERS:
            given.setdefault(problem.code, set()).add(problem.answer)
    agreed = {code: answer for code, answers in given.items() if len(answers) == 1 and (answer := answers.pop())}
    return {code: answer for code, answer in before.items() if code not in given} | agreed


def _shapes(marks: Mapping[str, str], known: Mapping[str, Remembered]) -> dict[str, Shape]:
    return {sheet: Shape.from_json(known[mark].value) for sheet, mark in marks.items() if mark in known}


def _keys(sheet: Sheet) -> dict[str, str]:
    """Column -> its heading as it is known again."""
    keys = heading_keys([column.header for column in sheet.columns])
    return {column.column: key for column, key in zip(sheet.columns, keys, strict=True) if key}


def _mark(sheet: Sheet) -> str | None:
    return fingerprint([column.header for column in sheet.columns])
