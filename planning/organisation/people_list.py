"""People as pasted, one a line: name, role and school with a tab or a semicolon between them; pure."""

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from planning.core.board_rules import person_reasons
from planning.core.paths import REFERENCE
from planning.core.refusal import Reason, Word
from planning.core.rights import ROLE_NAMES, Person, Role
from planning.core.text import Tokens, clean, folded, tokens
from planning.organisation.records import School

MOST_LINES: Final = 200
_HEADINGS: Final = {("naam",), ("name",), ("wie",), ("who",)}
_ARTICLES: Final = frozenset({"de", "het", "t", "een", "basisschool", "bs", "obs", "school"})


@dataclass(frozen=True)
class PastedPerson:
    """What a line says, as far as it could be read, and what is the matter with it."""

    line: int  # as pasted, from 1
    person: Person  # whose key is still to be made
    reasons: tuple[Reason, ...]
    left_out: int = 0  # cells after the third: an address or a number is not ours to keep

    def with_schools_of(self, other: "PastedPerson") -> "PastedPerson":
        """The same person, with the schools of another line as well."""
        schools = self.person.school_ids | other.person.school_ids
        return replace(
            self,
            person=replace(self.person, school_ids=schools),
            left_out=self.left_out + other.left_out,
        )


def read_people(text: str, board_id: str, schools: Sequence[School], known: Iterable[Person]) -> list[PastedPerson]:
    """The people of a pasted list, each with its reasons why they cannot be added; `known` are those of the board.

    Lines of one name and role that name other schools are of one person, who works at all of them.
    """
    found: list[PastedPerson] = []
    addresses = dict[int, set[str]]()
    lines = {folded(person.name): 0 for person in known}
    for number, line in enumerate(text.splitlines(), 1):
        cells = [clean(cell) for cell in re.split(r"[\t;]", line)]
        if not any(cells) or (not found and tokens(cells[0]) in _HEADINGS):
            continue
        name, role_words, school_words = [*cells, "", ""][:3]
        role, reasons = _role(role_words)
        ids, unread = _schools(school_words, schools) if role is Role.SCHOOL_ICT else (frozenset[str](), [])
        person = Person("", board_id, name, role, ids, "nl")
        told = {reason.field for reason in (*reasons, *unread)}
        reasons += [*unread, *(r for r in person_reasons(person, ()) if r.field not in told)]
        read = PastedPerson(number, person, tuple(reasons), sum(map(bool, cells[3:])))
        addresses[number] = {folded(cell) for cell in cells[3:] if "@" in cell}
        if (before := lines.setdefault(folded(name), number)) != number and name:
            place = next((at for at, one in enumerate(found) if one.line == before), None)
            if place is not None and _is_other_school(found[place], read, addresses):
                found[place] = found[place].with_schools_of(read)
                continue
            twice = Reason("person_twice", "name", {"line": before}) if before else _known(name)
            read = replace(read, reasons=(*read.reasons, twice))
        found.append(read)
    return found


def _is_other_school(first: PastedPerson, second: PastedPerson, addresses: Mapping[int, set[str]]) -> bool:
    """Whether two lines of one name are of one person: the same work at another school, and no other address."""
    if first.reasons or second.reasons or first.person.role is not second.person.role:
        return False
    if not second.person.school_ids or second.person.school_ids & first.person.school_ids:
        return False
    one, other = addresses[first.line], addresses[second.line]
    return not (one and other) or bool(one & other)


def _known(name: str) -> Reason:
    return Reason("person_known", "name", {"name": name})


def _role(words: str) -> tuple[Role, list[Reason]]:
    if not words:
        return Role.READER, [Reason("person_without_role", "role")]
    role = _roles().get(tokens(words))
    if role is not None:
        return role, []
    names = tuple(Word(name) for name in ROLE_NAMES.values())
    return Role.READER, [Reason("role_unreadable", "role", {"read": words[:40], "roles": names})]


@cache
def _roles() -> dict[Tokens, Role]:
    with (REFERENCE / "role_words.csv").open(encoding="utf-8", newline="") as file:
        return {tokens(row["word"]): Role(row["role"]) for row in csv.DictReader(file)}


def _schools(words: str, schools: Sequence[School]) -> tuple[frozenset[str], list[Reason]]:
    """The schools a cell names, several with a comma or "en" between them; a name that is whole goes first."""
    if (whole := _school(words, schools)) is not None:
        return frozenset({whole}), []
    ids, reasons = set(), []
    for part in filter(None, map(str.strip, re.split(r",|/|\+|\ben\b", words))):
        if (school_id := _school(part, schools)) is None:
            reasons.append(Reason("school_unreadable", "school_ids", {"read": part[:40]}))
        else:
            ids.add(school_id)
    return frozenset(ids), reasons


def _school(words: str, schools: Sequence[School]) -> str | None:
    """The one school that goes by these words: its number, its name, or what is left of both without articles."""
    number = words.replace(" ", "").upper()
    said = tokens(words)
    bare = set(said) - _ARTICLES
    for fitting in (
        [s for s in schools if number in (s.school_id, s.school_id[:4])],
        [s for s in schools if said in (tokens(s.name), tokens(f"{s.name} {s.place}"))],
        [s for s in schools if bare and bare <= set(tokens(f"{s.name} {s.place}"))],
    ):
        if len(fitting) == 1:
            return fitting[0].school_id
    return None
