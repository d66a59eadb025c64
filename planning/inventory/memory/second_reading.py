"""Reading a workbook with what people chose before: columns and answers for its shape, models and school names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from planning.core.text import words
from planning.inventory.apart import read_apart
from planning.inventory.memory.records import MAPPING, MODEL, SCHOOL, Remembered, in_force
from planning.inventory.memory.shapes import (
    Mapped,
    Recalled,
    marks_of,
    pointed_out,
    recall_answers,
    recall_columns,
    recall_layouts,
    used,
)
from planning.inventory.reading import Reading
from planning.inventory.words.cell_words import Model


@dataclass(frozen=True)
class Instructions:
    """What a person said about a workbook so far."""

    counted_on: date | None = None
    mapping: Mapped = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)  # Problem.key -> Choice.code
    layouts: Mapping[str, str] = field(default_factory=dict)  # sheet -> one of its offers, or ASIDE
    headers: Mapping[str, int] = field(default_factory=dict)  # sheet -> Excel's row of its headings
    recalled: Recalled | None = None  # earlier choices to read with; None looks for them

    def over(self, recalled: Recalled) -> "Instructions":
        """All choices together: what is said now goes before what was said of earlier lists."""
        return replace(
            self,
            mapping={**recalled.mapping, **self.mapping},
            answers={**recalled.answers, **self.answers},
            layouts={**recalled.layouts, **self.layouts},
            recalled=recalled,
        )


def read_recalling(
    content: bytes, name: str, as_of: date, said: Instructions, known: Iterable[Remembered]
) -> tuple[Reading, Instructions]:
    """Read a workbook, and give back with it all choices it was read with. Raises FileRefused.

    The headings have to be read before their shape is known, so a list whose shape is known is read more than once;
    with `said.recalled` from that first time once is enough.
    """
    known = tuple(known)
    aliases = {key: model_of(one) for key, one in in_force(known, MODEL).items()}

    def read(recalled: Recalled) -> Reading:
        every = said.over(recalled)
        return read_apart(
            content,
            name,
            as_of=as_of,
            mapping=every.mapping,
            answers=every.answers,
            layouts=every.layouts,
            headers=every.headers,
            headings=recalled.headings,
            aliases=aliases,
        )

    if said.recalled is not None:
        return read(said.recalled), said.over(said.recalled)
    shapes = in_force(known, MAPPING)
    headings = pointed_out(shapes)
    reading = read(Recalled(headings=headings))
    marks = marks_of(reading)
    recalled = Recalled(
        marks,
        layouts=recall_layouts(marks, shapes),
        headings=headings & frozenset(marks.values()),
        used=used(marks, shapes),
    )
    if recalled.layouts:
        reading = read(recalled)
    recalled = replace(recalled, mapping=recall_columns(reading, marks, shapes))
    if recalled.mapping:
        reading = read(recalled)
    recalled = replace(recalled, answers=recall_answers(reading, marks, shapes))
    if recalled.answers:
        reading = read(recalled)
    named = {words(school) for school in reading.row_schools.values()}
    schools = {key: one for key, one in in_force(known, SCHOOL).items() if key in named}
    recalled = replace(
        recalled,
        schools={key: one.value.get("school_id") for key, one in schools.items()},
        used=(*recalled.used, *schools.values()),
    )
    return reading, said.over(recalled)


def model_of(choice: Remembered) -> Model:
    """The device a person explained."""
    return Model(choice.value["brand"], choice.value["name"], choice.value["kind"])
