"""The quality teams of the example group: nine i-Coaches, their visits of school year 2017-2018, what schools asked.

Roles only, no persons; every visit and question is invented. One of the nine is the example's own i-Coach.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from planning.competences.service import competences_view
from planning.core.clock import AMSTERDAM
from planning.core.database import Database
from planning.core.rights import Person
from planning.example.competences import ADOPTED
from planning.example.people import somebody
from planning.quality_teams.model import Member, Request, Team, TeamState, Visit, VisitState
from planning.quality_teams.request_service import ask, decline
from planning.quality_teams.slots import SLOTS
from planning.quality_teams.team_service import save_member, save_team
from planning.quality_teams.visit_service import book

SCHOOL_YEAR: Final = 2017
STARTED: Final = date(2017, 9, 1)
FIRST_WEEK: Final = date(2017, 9, 4)
PLANNED_ON: Final = date(2018, 4, 24)

# weekday (0 is Monday), hours of the school year, schools
COACHES: Final = (
    (1, 34, ("03UZ00", "06MM00", "03VA00")),
    (3, 30, ("03VB00", "00YG00")),
    (0, 30, ("11QL00", "12KN00")),
    (2, 28, ("05GC00", "09MO00")),
    (3, 28, ("03QE00", "03QI00")),
    (1, 34, ("03QJ00", "03QF00", "05EJ00")),
    (4, 24, ("06OR00", "03UY00")),
    (0, 28, ("03YW00", "03UW00")),
    (2, 24, ("06UG00", "12BH00")),
)
WEEKS: Final = {
    "03UZ00": (1, 4, 8, 12, 18, 22, 27, 31),
    "06MM00": (2, 7, 11, 19, 25, 32),
    "03VB00": (1, 5, 10, 14, 21, 28, 33),
    "00YG00": (0, 3, 7, 9, 13, 18, 21, 25, 30),
    "11QL00": (2, 5, 9, 13, 20, 24, 29, 33),
    "05GC00": (3, 8, 15, 22, 29),
    "09MO00": (1, 4, 10, 13, 19, 26, 31),
    "03QE00": (4, 11, 20, 30),
    "03QI00": (2, 8, 14, 22, 28),
    "03QJ00": (1, 7, 12, 18, 27, 32),
    "03QF00": (5, 12, 21, 29),
    "05EJ00": (3, 10, 19, 28, 33),
    "06OR00": (2, 9, 15, 20, 26, 31),
    "03UY00": (4, 11, 24),
    "03YW00": (0, 4, 8, 14, 19, 25, 30),
    "03UW00": (3, 10, 22),
    "12BH00": (5, 18),
}
"""School -> weeks since FIRST_WEEK in which a coach came; three schools saw none. Holidays: 6, 16, 17, 23 and 34."""
ASKED: Final = (
    ("in_class", 60, "Groep 5/6 start met Scratch: wie geeft de eerste les mee?"),
    ("team_training", 90, "Studiemiddag: samenwerken in één document."),
    ("coaching", 60, "Meekijken bij een rekenles op tablets in groep 3."),
    ("in_class", 75, "Groep 7 maakt voor het eerst een filmpje van een verslag."),
    ("advice", 45, "Welke programma’s passen bij onze nieuwe taalmethode?"),
    ("setting_up", 60, "Klassen en mappen klaarzetten voor groep 8."),
    ("in_class", 60, "Mediawijsheid in groep 6: hoe begin je het gesprek?"),
    ("trouble", 30, "Het geluid van het digibord in groep 4 doet het niet."),
)
SERVED: Final = {
    "in_class": "Samen leren in een digitale omgeving",
    "coaching": "Afstemmen op verschillen met ict",
    "team_training": "Mediawijs en veilig met gegevens",
    "advice": "Leermateriaal kiezen",
}
"""Kind of help -> the core competence it serves, for visits since the set was adopted."""
FOLLOW_UPS: Final = (
    ("De leraar geeft de tweede les zelf; daarna samen terugkijken.", date(2018, 5, 15), False),
    ("Lijst met programma’s naar het team sturen.", date(2018, 4, 20), True),
)


@dataclass(frozen=True)
class HelpQuestion:
    """What a school asked, and the visit that answered or the reason why not."""

    school_id: str
    asked_on: date
    kind: str
    asked: str
    visit: date | None = None
    at: time | None = None
    declined_on: date | None = None
    reason: str = ""


QUESTIONS: Final = (
    HelpQuestion("03VB00", date(2017, 10, 30), "team_training", "Studiemiddag over digitaal toetsen.",
                 date(2017, 11, 30)),
    HelpQuestion("06OR00", date(2018, 1, 15), "in_class", "Programmeren met groep 7/8.", date(2018, 2, 2)),
    HelpQuestion("03QJ00", date(2018, 2, 6), "trouble", "Wie vervangt onze kapotte laptops?",
                 declined_on=date(2018, 2, 8),
                 reason="Vervangen loopt via de rondes; vraag de bovenschools ICT-coördinator."),
    HelpQuestion("09MO00", date(2018, 2, 20), "setting_up", "Tablets van groep 3 opnieuw inrichten.", date(2018, 3, 7)),
    HelpQuestion("11QL00", date(2018, 3, 12), "coaching", "Meekijken bij lessen in eigen tempo.", date(2018, 3, 19)),
    HelpQuestion("03VA00", date(2018, 4, 10), "in_class", "Wie helpt ons op weg met programmeren in groep 5/6?"),
    HelpQuestion("06UG00", date(2018, 4, 13), "team_training", "Hoe nemen we toetsen af op Chromebooks?"),
    HelpQuestion("05GC00", date(2018, 4, 16), "advice", "Welke tablets kunnen kleuters aan?",
                 date(2018, 5, 9), SLOTS[0]),
    HelpQuestion("03UZ00", date(2018, 4, 19), "in_class", "Groep 6 wil een schoolkrant op het web.",
                 date(2018, 5, 8), SLOTS[2]),
    HelpQuestion("03QF00", date(2018, 4, 20), "team_training", "Een middag over privacy in de klas.",
                 date(2018, 5, 15), SLOTS[2]),
    HelpQuestion("12KN00", date(2018, 4, 26), "advice", "Hoe verdelen we twintig devices over zes groepen?"),
)  # fmt: skip
PLANNED: Final = (
    ("03UZ00", date(2018, 4, 24), SLOTS[3], "coaching", "Terugkijken op de lessenserie van groep 5."),
    ("06MM00", date(2018, 5, 8), SLOTS[0], "in_class", "Tweede les Scratch in groep 5/6."),
    ("00YG00", date(2018, 5, 17), SLOTS[1], "setting_up", "Klassen klaarzetten voor het nieuwe schooljaar."),
    ("03YW00", date(2018, 5, 14), SLOTS[0], "team_training", "Studiemiddag: filmpjes maken."),
)
"""The first of these is over, and nobody said yet how it went."""


def load(database: Database) -> None:
    """Load teams, visits and requests into the example's first board."""
    maker, coach = somebody(database, "bovenschools"), somebody(database, "icoach")
    members = _teams(database, maker)
    adopted = competences_view(coach, database).set_on(PLANNED_ON)
    keys = {member.name: member.key for member in adopted.members} if adopted else {}
    serving = {kind: keys[name] for kind, name in SERVED.items() if name in keys}
    for school_id, member in members.items():
        for n, week in enumerate(WEEKS.get(school_id, ())):
            _visit(database, coach, member, school_id, n, week, serving)
    for question in QUESTIONS:
        _question(database, maker, coach, question, members[question.school_id])
    for school_id, day, at, kind, asked in PLANNED:
        visit = Visit(0, school_id, members[school_id].member_id, day, 60, kind, at=at, asked=asked)
        book(coach, database, _moment(min(PLANNED_ON, day - timedelta(days=7))), visit)


def _teams(database: Database, maker: Person) -> dict[str, Member]:
    """Make the teams; the coach of each school."""
    start = _moment(STARTED)
    _before, team = save_team(
        maker, database, start, Team(0, "Kwaliteitsteam ICT", "ICT in de les", TeamState.ACTIVE, STARTED)
    )
    members: dict[str, Member] = {}
    for n, (_weekday, hours, school_ids) in enumerate(COACHES, 1):
        person_id = "icoach" if n == 1 else None
        own = ((SCHOOL_YEAR, hours),), frozenset(school_ids)
        _known, kept = save_member(
            maker, database, start, Member(0, team.team_id, f"i-Coach {n}", person_id, True, *own)
        )  # fmt: skip
        members |= dict.fromkeys(school_ids, kept)
    spring = _moment(date(2018, 3, 28))
    young = Team(0, "Het jonge kind", "Spelen en leren van 4 tot 7 jaar", TeamState.SETTING_UP)
    team_id = save_team(maker, database, spring, young)[1].team_id
    save_member(maker, database, spring, Member(0, team_id, "Trekker jonge kind"))
    return members


def _visit(
    database: Database, coach: Person, member: Member, school_id: str, n: int, week: int, serving: dict[str, str]
) -> None:
    weekday, schools = next((weekday, schools) for weekday, _hours, schools in COACHES if school_id in schools)
    day = FIRST_WEEK + timedelta(weeks=week, days=weekday)
    kind, minutes, asked = ASKED[(2 * len(WEEKS[school_id]) + 3 * n + week) % len(ASKED)]
    follow_up, follow_up_on, follow_up_done = FOLLOW_UPS[week % 2] if week > 30 else ("", None, False)
    visit = Visit(
        0, school_id, member.member_id, day, minutes, kind, VisitState.DONE, SLOTS[schools.index(school_id)], asked,
        serving.get(kind) if day >= ADOPTED else None, follow_up, follow_up_on, follow_up_done,
    )  # fmt: skip
    book(coach, database, _moment(day), visit)


def _question(database: Database, maker: Person, coach: Person, question: HelpQuestion, member: Member) -> None:
    asked = ask(maker, database, _moment(question.asked_on), question.school_id, question.kind, question.asked)
    if question.declined_on:
        decline(coach, database, _moment(question.declined_on), asked.request_id, question.reason)
    if question.visit:
        _answer(database, coach, question, asked, member, question.visit)


def _answer(
    database: Database, coach: Person, question: HelpQuestion, asked: Request, member: Member, day: date
) -> None:
    made = day < PLANNED_ON
    visit = Visit(
        0, question.school_id, member.member_id, day, 90, question.kind,
        VisitState.DONE if made else VisitState.PLANNED, question.at, question.asked, request_id=asked.request_id,
    )  # fmt: skip
    book(coach, database, _moment(day if made else PLANNED_ON), visit)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(16, 0), AMSTERDAM)
