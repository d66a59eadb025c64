"""A list of several schools, divided: each school's own rows, and the rows of schools that are not the reader's.

Of a row of another school nothing stays but its place and the school that was read there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from planning.core.text import words
from planning.inventory.guidance import LIST_ANSWERS, Guidance
from planning.inventory.read.school_names import Match, match_school
from planning.inventory.reading import Reading
from planning.organisation.records import School
from planning.workbooks.model import Choice, Problem

THIS: Final = "this_school"
ANOTHER: Final = "at_"  # before the number of the school chosen
NOT_OURS: Final = "not_ours"
_BUILDING: Final = re.compile(
    r"(?:(?:het|de|in|ons|oude?|nieuwe?|eerste|tweede|groot|grote|klein|kleine)\s)*"
    r"(?:(?:hoofd|bij|nood|oud|neven|school|onderbouw|bovenbouw)?gebouw(?:en)?|dependances?|hoofdlocatie|nevenlocatie"
    r"|nieuwbouw|oudbouw|noodlokaal|noodlokalen|units?|gymzaal|(?:main|second|temporary)?\s?building)"
    r"(?:\s(?:\d{1,2}|[a-z]|noord|oost|zuid|west))?"
)
"""Words, as `words` gives them, for a building of a school: "Hoofdgebouw", "gebouw B", "de dependance".

Fewer than those of a place: a school may be called Het Podium, and its devices would go to another without a word.
"""
Place = tuple[str, int]  # sheet and row


@dataclass(frozen=True)
class Shares:
    """The reading of each school, and what a person said of the names in it."""

    readings: Mapping[str, Reading]
    said: Mapping[str, str | None] = field(default_factory=dict)  # name in words -> school_id, None: not theirs
    divided: bool = True  # the list itself says of its rows of which school they are


def divide(
    reading: Reading,
    chosen: str,
    schools: Sequence[School],
    reach: frozenset[str] | None,
    known: Mapping[str, str | None],
    guidance: Guidance,
) -> Shares:
    """Divide a reading over the schools within reach. Rows that name no school are of the one `chosen`.

    `schools`: all schools of the board. `known`: names in words that a person explained before. The school chosen has
    a reading also where it has no rows, unless others have.
    """
    places = _places(reading, schools)
    if not places:
        return Shares({chosen: reading}, divided=False)
    mine = [school for school in schools if reach is None or school.school_id in reach]
    owner: dict[str, str | None] = {}  # name -> school; None where the rows are of no school of the reader's
    said: dict[str, str | None] = {}
    asked: dict[str, Problem] = {}
    for name, place in _first(places).items():
        match = match_school(name, schools)
        known_as = known.get(words(name), "")
        if match.school:
            owner[name] = match.school.school_id if match.school in mine else None
        elif not match.candidates and _BUILDING.fullmatch(words(name)):
            owner[name] = chosen  # a part of the school, not another one
        elif known_as is None or any(school.school_id == known_as for school in mine):
            owner[name] = known_as
        elif match.candidates and not set(match.candidates) & set(mine):
            owner[name] = None
        else:
            asked[name] = _question(reading, name, place, match, chosen, mine, guidance)
            owner[name] = _answer(asked[name])
            if asked[name].answer:
                said[words(name)] = owner[name]
    return Shares(_shares(reading, chosen, places, owner, asked), said)


def _places(reading: Reading, schools: Sequence[School]) -> dict[Place, str]:
    """The school that each row names; where sheets are named after schools, that of its sheet."""
    if reading.row_schools:
        return {place: name for place, name in reading.row_schools.items() if words(name)}
    named = {sheet.sheet: match_school(sheet.sheet, schools).school for sheet in reading.sheets if sheet.used}
    if len({school.school_id for school in named.values() if school}) < 2:
        return {}
    rows = [*_rows(reading), *((p.sheet, p.row) for p in reading.problems if p.row is not None)]
    return {(sheet, row): sheet for sheet, row in rows if named[sheet]}


def _rows(reading: Reading) -> list[Place]:
    return list(zip(reading.devices["sheet"].tolist(), reading.devices["row"].tolist(), strict=True))


def _first(places: Mapping[Place, str]) -> dict[str, Place]:
    first: dict[str, Place] = {}
    for place, name in places.items():
        first.setdefault(name, place)
    return first


def _question(
    reading: Reading,
    name: str,
    place: Place,
    match: Match,
    chosen: str,
    mine: Sequence[School],
    guidance: Guidance,
) -> Problem:
    """Asked once for a name. Until then its rows are of no school; likely schools first, then the one chosen."""
    likely = [school for school in match.candidates if school in mine]
    rest = sorted((school for school in mine if school not in likely), key=lambda one: one.school_id != chosen)
    others = [*likely[1:], *rest]
    choices = [Choice(THIS, _facts(likely[0]))] if likely else []
    choices += [Choice(ANOTHER + school.school_id, _facts(school)) for school in others]
    choices.append(Choice(NOT_OURS))
    problem = Problem(
        sheet=place[0],
        row=place[1],
        column=_letter(reading, place[0]),
        severity="must",
        code="school-unsure" if likely else "school-unknown",
        as_written=name,
        values=_facts(likely[0]) if likely else {},
        choices=tuple(choices),
    )
    return guidance.answered(problem)


def _facts(school: School) -> dict[str, str]:
    return {"school": school.name, "place": school.place, "school_id": school.school_id}


def _answer(problem: Problem) -> str | None:
    chosen = next((choice for choice in problem.choices if choice.code == problem.answer), None)
    return chosen.values.get("school_id") if chosen else None


def _letter(reading: Reading, sheet: str) -> str | None:
    columns = (column for one in reading.sheets if one.sheet == sheet for column in one.columns)
    return next((column.column for column in columns if column.field == "school"), None)


def _shares(
    reading: Reading,
    chosen: str,
    places: Mapping[Place, str],
    owner: Mapping[str, str | None],
    asked: Mapping[str, Problem],
) -> dict[str, Reading]:
    owners = [owner[places[place]] if place in places else chosen for place in _rows(reading)]
    refused = [
        Problem(sheet, row, _letter(reading, sheet), "info", "other-school", name)
        for (sheet, row), name in places.items()
        if owner[name] is None and (name not in asked or asked[name].answer)
    ]
    found = {school_id for school_id in owners if school_id is not None} or {chosen}
    shares = {}
    for school_id in sorted(found, key=lambda one: (one != chosen, one)):
        own = [
            problem
            for problem in reading.problems
            if (name := places.get((problem.sheet, problem.row or 0))) is None
            or owner[name] == school_id
            or problem.code in LIST_ANSWERS
        ]
        rows = [one == school_id for one in owners]
        shares[school_id] = replace(
            reading,
            devices=reading.devices[rows].reset_index(drop=True),
            problems=in_order(reading, [*own, *asked.values(), *refused]),
        )
    return shares


def in_order(reading: Reading, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Problems as a person meets them: by sheet, then by row."""
    order = {sheet.sheet: place for place, sheet in enumerate(reading.sheets)}
    return tuple(sorted(problems, key=lambda problem: (order[problem.sheet], problem.row or 0)))
