"""Reading a workbook with what people chose before: columns and answers for its shape, models and school names."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from planning.inventory.memory import Recalled, recall_answers, recall_columns, used
from planning.inventory.reader import read_inventory
from planning.inventory.reading import Reading
from planning.inventory.remembered import MAPPING, MODEL, SCHOOL, Remembered, in_force
from planning.inventory.values.text import words
from planning.inventory.words import Model

Mapped = Mapping[tuple[str, str], str | None]


def read_recalling(
    content: bytes,
    name: str,
    as_of: date,
    mapping: Mapped,
    answers: Mapping[str, str],
    known: Iterable[Remembered],
    recalled: Recalled | None,
) -> tuple[Reading, Recalled]:
    """Read a workbook with a person's corrections and answers over those of earlier lists. Raises FileRefused.

    The headings have to be read before their shape is known, so a list whose shape is known is read twice. With
    `recalled` from that first time once is enough.
    """
    known = tuple(known)
    aliases = {key: model_of(one) for key, one in in_force(known, MODEL).items()}

    def read(earlier: Recalled) -> Reading:
        return read_inventory(
            content,
            name,
            as_of=as_of,
            mapping={**earlier.mapping, **mapping},
            answers={**earlier.answers, **answers},
            aliases=aliases,
        )

    if recalled is not None:
        return read(recalled), recalled
    shapes = in_force(known, MAPPING)
    reading = read(Recalled())
    found = Recalled(recall_columns(reading, shapes), used=used(reading, shapes))
    if found.mapping:
        reading = read(found)
    found = replace(found, answers=recall_answers(reading, shapes))
    if found.answers:
        reading = read(found)
    named = {words(school) for school in reading.row_schools.values()}
    schools = {key: one for key, one in in_force(known, SCHOOL).items() if key in named}
    return reading, replace(
        found,
        schools={key: one.value.get("school_id") for key, one in schools.items()},
        used=(*found.used, *schools.values()),
    )


def model_of(choice: Remembered) -> Model:
    """The device a person explained."""
    return Model(choice.value["brand"], choice.value["name"], choice.value["kind"])
