"""Invented core competences of the example group: a workshop under way, an adopted set and twelve self-scans.

Only the first vision statement is from the plans of 2018; every other text and figure is invented.
"""

from datetime import UTC, date, datetime, time
from typing import Final

from planning.competences import workshop_service as workshop
from planning.competences.frameworks import OWN, entries, scales
from planning.competences.offers import Offer
from planning.competences.picture import CompetenceSet
from planning.competences.service import confirm_scan, read_scan
from planning.competences.template import question_text
from planning.competences.workshop import Competence
from planning.core.database import Database
from planning.core.rights import Person
from planning.core.translation import language, use_language
from planning.example.people import somebody

ADOPTED: Final = date(2018, 2, 12)
VISIONS: Final = (
    "Leren vanuit talenten en mogelijkheden.",
    "Leraren leren van en met elkaar, ook buiten de eigen school.",
)
# Competence: wanted level, points, the statements it serves, and the ideas it was merged from.
MERGED: Final = (
    ("Afstemmen op verschillen met ict", 3, 31, (1,), (
        "Aansluiten bij de talenten van ieder kind met ict", "Differentiëren met digitaal materiaal",
        "Digitaal materiaal op maat kiezen",
    )),
    ("Feedback geven met digitale middelen", 3, 22, (1,), (
        "Feedback geven met ict", "Met ict feedback geven", "Leerlingen elkaar digitaal laten beoordelen",
    )),
    ("Samen leren in een digitale omgeving", 3, 27, (1, 2), (
        "Leerlingen laten samenwerken in de cloud", "Samenwerken in één leeromgeving",
    )),
    ("Mediawijs en veilig met gegevens", 3, 24, (1,), (
        "Mediawijsheid", "Zorgvuldig omgaan met gegevens van leerlingen", "Het gesprek voeren over privacy",
    )),
)  # fmt: skip
FROM_FRAMEWORKS: Final = (("digcompedu-2.1", 3, 14, (1,)), ("kennisnet-C", 2, 18, (2,)))
LOOSE: Final = (
    "Programmeren met leerlingen",
    "Leerlingen leren programmeren",
    "Een storing zelf kunnen oplossen",
    "Ouders digitaal op de hoogte houden",
    "Plezier in uitproberen",
)
# School: day, teachers that answered, and how far it is beside the others in tenths of a level.
SCANS: Final = """
03UZ00 2018-02-19 11 -5 | 03VB00 2018-02-20 19 0 | 03QE00 2018-03-05 6 -2 | 03QI00 2018-03-06 9 3
03QJ00 2018-03-08 12 -3 | 06UG00 2018-03-12 4 0 | 03UY00 2018-03-13 11 1 | 03YW00 2018-03-15 10 -1
09MO00 2018-03-20 13 4 | 05EJ00 2018-03-22 10 -4 | 06MM00 2018-03-26 20 2 | 11QL00 2018-04-05 15 -2
12KN00 2018-04-10 12 5 | 03UZ00 2018-04-16 12 1 | 03VB00 2018-04-19 21 3
"""
_USUAL: Final = (23, 17, 25, 20, 28, 19)  # of the six competences, in tenths of a level
_SPREAD: Final = (-8, 0, 3, 8, -3, 0, 12, -12)  # between teachers
_FOUNDED: Final = time(10, 0, tzinfo=UTC)


def load(database: Database) -> None:
    """Fill the competences of Dynamiek, through the same services as people use."""
    spoken = language()
    use_language("nl")
    coordinator, chair = somebody(database, "bovenschools"), somebody(database, "voorzitter")
    keys = _workshop(coordinator, database)
    adopted = workshop.adopt(chair, database, _at(ADOPTED), ADOPTED, keys)
    _trainings(coordinator, database, keys)
    for entry in SCANS.replace("\n", "|").split("|"):
        if entry.strip():
            _scan(database, adopted, *entry.split())
    use_language(spoken)


def _workshop(person: Person, database: Database) -> list[str]:
    at = _at(date(2018, 1, 24))
    for text in VISIONS:
        workshop.save_vision(person, database, at, text)
    ideas = [text for *_, texts in MERGED for text in texts]
    numbers = iter(workshop.add_ideas(person, database, at, "\n".join([*ideas, *LOOSE])))
    made = [
        Competence(
            workshop.merge(person, database, at, [next(numbers) for _ in texts], name).key,
            name,
            OWN,
            points,
            wanted,
            serves,
        )
        for name, wanted, points, serves, texts in MERGED
    ]
    workshop.add_from_framework(person, database, at, [key for key, *_ in FROM_FRAMEWORKS])
    made += [
        Competence(key, entries()[key].name(), entries()[key].framework, points, wanted, serves)
        for key, wanted, points, serves in FROM_FRAMEWORKS
    ]
    workshop.save_competences(person, database, at, made)
    return [one.key for one in made]


def _trainings(person: Person, database: Database, keys: list[str]) -> None:
    at = _at(date(2018, 2, 14))
    for offer in (
        Offer(0, "Formatief werken met digitale middelen", 12, "planned", date(2018, 9, 12), (keys[0], keys[1])),
        Offer(0, "Mediawijs in de klas", 8, "running", date(2018, 3, 14), (keys[3],)),
        Offer(0, "Werken in één leeromgeving", 6, "done", date(2018, 2, 21), (keys[2],)),
    ):
        workshop.save_offer(person, database, at, offer)


def _scan(database: Database, adopted: CompetenceSet, school: str, day: str, teachers: str, offset: str) -> None:
    held = date.fromisoformat(day)
    person = somebody(database, f"ict-{school[:4].lower()}")
    labels = {level.level: level.label() for level in scales()[adopted.scale]}
    names = {one.key: one.name for one in adopted.members}
    rows = [";".join(["Tijdstempel", *(question_text(name) for name in names.values())])]
    for teacher in range(int(teachers)):
        levels = [
            round((_USUAL[place] + int(offset) + _SPREAD[(teacher * 3 + place * 5) % len(_SPREAD)]) / 10)
            for place in range(len(names))
        ]
        rows.append(";".join([day, *(labels[min(max(level, 1), len(labels))] for level in levels)]))
    files = [("zelfscan.csv", "\n".join(rows).encode())]
    found = read_scan(person, database, _at(held), school, files, held)
    confirm_scan(person, database, _at(held), found)


def _at(day: date) -> datetime:
    return datetime.combine(day, _FOUNDED)
