"""What people say of how a workbook is to be read, in one value from the page to the reader.

Of the headings of earlier lists only those a person corrected are kept; the others live on in a fingerprint that cannot
be read back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Final

from pydantic import TypeAdapter

from planning.inventory.reading import FIELDS
from planning.inventory.words.cell_words import DeviceModel
from planning.workbooks.model import Problem

BOARD: Final = "*"
"""The scope of what holds for every school of a board; else the scope is a school."""
MAPPING: Final = "mapping"  # key: fingerprint of a sheet's headings; value: a Shape as JSON
MODEL: Final = "model"  # key: a device as written, in words; value: kind, brand, name
SCHOOL: Final = "school"  # key: a school as written, in words; value: school_id, None where it is not theirs
LIST_ANSWERS: Final = frozenset({"date-order", "date-midnight", "second-count"})
"""Problems whose answer says how a list is written, not what one row is."""

GONE: Final = "gone"
OTHER_KINDS_STAY: Final = "other_kinds_stay"
OTHER_SYSTEMS_STAY: Final = "other_systems_stay"
ALL_STAY: Final = "all_stay"
"""What becomes of the devices that a list does not name: it is the whole inventory, all there is of its kinds, all that
one management system knows, or it comes beside what is there."""
COUNT_QUESTIONS: Final = frozenset({"count-unclear", "note-questions-count"})
"""Problems that a person may also answer with a number of their own: `count_answer`."""
MOST_COUNTED: Final = 1000  # devices in one lot

Corrections = Mapping[tuple[str, str], str | None]
"""(sheet, name of the column) -> field of reading.FIELDS; None is not used."""


@dataclass(frozen=True, slots=True)
class StandingChoice:
    """One choice that need not be made again: where it holds, what it says, who made it and when."""

    scope: str
    what: str
    key: str
    value: Mapping[str, Any]
    chosen_at: datetime
    chosen_by: str


def count_answer(devices: int) -> str:
    """The answer of somebody who counted them."""
    return f"count_{devices}"


def counted_in(answer: str | None) -> int | None:
    """How many devices an answer of `count_answer` says; None where it is another answer, or no number of devices."""
    number = (answer or "").removeprefix("count_")
    return int(number) if number != answer and number.isdecimal() and 0 < int(number) <= MOST_COUNTED else None


def in_force(choices: Iterable[StandingChoice], what: str) -> dict[str, StandingChoice]:
    """The choices of one kind by key; a school's own goes before the board's."""
    return {one.key: one for one in sorted(choices, key=lambda one: one.scope != BOARD) if one.what == what}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a person chose for all sheets with the same headings."""

    columns: Mapping[str, str | None] = field(default_factory=dict)  # heading -> field, None is not used
    answers: Mapping[str, str] = field(default_factory=dict)  # problem code -> choice code
    layout: str | None = None
    pointed_out: bool = False  # a person had to say that these are the headings

    def __bool__(self) -> bool:
        """Something was chosen."""
        return bool(self.columns or self.answers or self.layout or self.pointed_out)


_SHAPE: Final = TypeAdapter(Shape)


def shape_to_json(shape: Shape) -> dict[str, Any]:
    """A Shape as plain JSON values."""
    found: dict[str, Any] = _SHAPE.dump_python(shape, mode="json")
    return found


def shape_from_json(value: Mapping[str, Any]) -> Shape:
    """The Shape that shape_to_json wrote; what this version does not know is passed over."""
    found = _SHAPE.validate_python(value)
    return replace(found, columns={k: name for k, name in found.columns.items() if name is None or name in FIELDS})


@dataclass(frozen=True, slots=True)
class Guidance:
    """What is said of one workbook; what is said of it now goes before what was chosen for earlier lists."""

    counted_on: date | None = None  # the day the list shows; no device was bought long after it
    columns: Corrections = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)  # Problem.key -> Choice.code
    layouts: Mapping[str, str] = field(default_factory=dict)  # sheet -> one of its offers, or reading.ASIDE
    headers: Mapping[str, int] = field(default_factory=dict)  # sheet -> Excel's row of its headings
    earlier: tuple[StandingChoice, ...] | None = None  # choices for earlier lists; None: whoever reads looks for them
    aliases: Mapping[str, DeviceModel] = field(default_factory=dict)  # explained devices, by what a list writes of them
    notation: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (sheet, problem code) -> Choice.code
    file_name: str = ""  # of the workbook, without its ending
    of_this_school: bool = False  # a person says so of a list that seems to be another school's
    rest: str | None = None  # what becomes of devices known that the list does not name: GONE, ...
    keep_known: bool | None = None  # whether what was known of a device stays where the list no longer says it

    @property
    def shapes(self) -> dict[str, Shape]:
        """What was chosen for earlier lists, by the fingerprint of their headings."""
        return {mark: shape_from_json(one.value) for mark, one in in_force(self.earlier or (), MAPPING).items()}

    def said_once(self, code: str) -> str | None:
        """The answer to a question that a file asks once, about all its dates."""
        said = (answer for key, answer in self.answers.items() if key.endswith(f":{code}"))
        return next(said, None) or next((a for (_, noted), a in self.notation.items() if noted == code), None)

    def speaks_of(self, sheet: str) -> bool:
        """A person said something of a sheet's headings or columns: it is a list."""
        return sheet in self.headers or any(name == sheet for name, _ in self.columns)

    def answer_to(self, problem: Problem) -> str | None:
        """The code of the choice that was made; None where nobody did. One the problem does not offer is none."""
        if not self.answers and not self.notation:
            return None
        given = self.answers.get(problem.key) or self.notation.get((problem.sheet, problem.code))
        counted = problem.code in COUNT_QUESTIONS and counted_in(given)
        return given if counted or any(choice.code == given for choice in problem.choices) else None

    def answered(self, problem: Problem) -> Problem:
        """The problem with its answer."""
        given = self.answer_to(problem)
        return problem if given is None else replace(problem, answer=given)

    def with_answers(self, answers: Mapping[str, str]) -> "Guidance":
        """These choices made too, by Problem.key."""
        return replace(self, answers={**self.answers, **answers})

    def with_column(self, sheet: str, column: str, name: str | None) -> "Guidance":
        """A column read as this field; None is not used."""
        return replace(self, columns={**self.columns, (sheet, column): name})

    def with_layout(self, sheet: str, layout: str) -> "Guidance":
        """A sheet read as this layout, or ASIDE; headings pointed out in it hold no longer."""
        headers = {name: row for name, row in self.headers.items() if name != sheet}
        return replace(self, layouts={**self.layouts, sheet: layout}, headers=headers)

    def with_headings(self, sheet: str, row: int) -> "Guidance":
        """A sheet with its headings in this row of Excel's, whatever layout was chosen for it."""
        layouts = {name: layout for name, layout in self.layouts.items() if name != sheet}
        return replace(self, layouts=layouts, headers={**self.headers, sheet: row})


UNGUIDED: Final = Guidance()
