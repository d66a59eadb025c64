"""What a person chose for a shape of list, known again by its headings: corrected columns, and answers about notation.

Of the headings only those a person corrected are kept; the others live on in a fingerprint that cannot be read back.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from planning.inventory.reading import FIELDS, Reading, Sheet
from planning.inventory.remembered import Remembered
from planning.inventory.values.people import is_name
from planning.inventory.values.text import folded, words

LIST_ANSWERS: Final = frozenset({"date-ambiguous", "second-count"})
"""Problems whose answer says how a list is written, not what one row is."""


@dataclass(frozen=True)
class Shape:
    """What a person chose for all lists with the same headings."""

    columns: Mapping[str, str | None] = field(default_factory=dict)  # heading -> field, None is not used
    answers: Mapping[str, str] = field(default_factory=dict)  # problem code -> choice code

    def __bool__(self) -> bool:
        """Something was chosen."""
        return bool(self.columns or self.answers)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {"columns": dict(self.columns), "answers": dict(self.answers)}

    @staticmethod
    def from_json(value: Mapping[str, Any]) -> "Shape":
        """The Shape that to_json wrote; a field this version does not know is passed over."""
        columns = {
            heading: name for heading, name in value.get("columns", {}).items() if name is None or name in FIELDS
        }
        return Shape(columns, value.get("answers", {}))


@dataclass(frozen=True)
class Recalled:
    """What an earlier choice makes of one file; `used` are the choices it comes from."""

    mapping: Mapping[tuple[str, str], str | None] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    schools: Mapping[str, str | None] = field(default_factory=dict)  # school as written, in words -> school_id
    used: tuple[Remembered, ...] = ()


NOTHING: Final = Recalled()


def fingerprint(sheet: Sheet) -> str | None:
    """The same for sheets with the same headings; None for a sheet without.

    The order of the columns makes no difference, unless two have one heading: then only their order tells them apart.
    """
    keys = list(_keys(sheet).values())
    if not keys:
        return None
    texts = [_folded(column.header) for column in sheet.columns if column.header]
    ordered = keys if len(set(texts)) < len(texts) else sorted(keys)
    return sha256("\n".join(ordered).encode()).hexdigest()


def recall_columns(reading: Reading, known: Mapping[str, Remembered]) -> dict[tuple[str, str], str | None]:
    """The corrections of earlier lists of the same shape, for the columns of this one."""
    return {
        (sheet.sheet, letter): shape.columns[key]
        for sheet, shape in _shapes(reading, known)
        for letter, key in _keys(sheet).items()
        if key in shape.columns
    }


def recall_answers(reading: Reading, known: Mapping[str, Remembered]) -> dict[str, str]:
    """The answers about notation of earlier lists of the same shape, for the questions of this one."""
    shapes = {sheet.sheet: shape for sheet, shape in _shapes(reading, known)}
    return {
        problem.key: given
        for problem in reading.problems
        if problem.sheet in shapes
        and (given := shapes[problem.sheet].answers.get(problem.code)) in {choice.code for choice in problem.choices}
    }


def used(reading: Reading, known: Mapping[str, Remembered]) -> tuple[Remembered, ...]:
    """The choices that say something of this reading."""
    marks = dict.fromkeys(mark for sheet in _used(reading) if (mark := fingerprint(sheet)))
    return tuple(known[mark] for mark in marks if mark in known and Shape.from_json(known[mark].value))


def chosen_shapes(reading: Reading, mapping: Mapping[tuple[str, str], str | None]) -> dict[str, Shape]:
    """What a person chose for each shape in a reading, also where that is nothing; by fingerprint.

    `mapping`: all corrections the reading was made with. An answer is about the list where all its questions got it.
    """
    found: dict[str, Shape] = {}
    for sheet in _used(reading):
        mark = fingerprint(sheet)
        if mark is None:
            continue
        headings = {column.column: column.header for column in sheet.columns}
        columns = {
            key: mapping[sheet.sheet, letter]
            for letter, key in _keys(sheet).items()
            if (sheet.sheet, letter) in mapping and not is_name(headings[letter])
        }
        before = found.get(mark, Shape())
        found[mark] = Shape({**before.columns, **columns}, {**before.answers, **_list_answers(reading, sheet)})
    return found


def _list_answers(reading: Reading, sheet: Sheet) -> dict[str, str]:
    given: dict[str, set[str | None]] = {}
    for problem in reading.problems:
        if problem.sheet == sheet.sheet and problem.code in LIST_ANSWERS:
            given.setdefault(problem.code, set()).add(problem.answer)
    return {code: answer for code, answers in given.items() if len(answers) == 1 and (answer := answers.pop())}


def _shapes(reading: Reading, known: Mapping[str, Remembered]) -> Iterable[tuple[Sheet, Shape]]:
    for sheet in _used(reading):
        mark = fingerprint(sheet)
        if mark is not None and mark in known:
            yield sheet, Shape.from_json(known[mark].value)


def _used(reading: Reading) -> list[Sheet]:
    return [sheet for sheet in reading.sheets if sheet.used]


def _keys(sheet: Sheet) -> dict[str, str]:
    """Column -> its heading as it is known again; a second one of the same name gets a number."""
    seen: Counter[str] = Counter()
    keys: dict[str, str] = {}
    for column in sheet.columns:
        text = _folded(column.header)
        if text:
            seen[text] += 1
            keys[column.column] = text if seen[text] == 1 else f"{text} #{seen[text]}"
    return keys


def _folded(header: str) -> str:
    return words(header) or folded(header)
