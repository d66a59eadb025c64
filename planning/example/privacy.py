"""IBP of the example group as of 1-5-2018, three weeks before the AVG holds: invented, but for what was published.

Published: Dynamiek, SPOV and Prisma filed one acceleration question on IBP policy together and made awareness pieces
that they called "IBP-puzzelstukken"; policy on paper was the easy half, awareness the hard half.
"""

from datetime import UTC, date, datetime, time
from typing import Final

from planning.core.database import Database
from planning.core.rights import Person
from planning.example.people import BOARD, somebody
from planning.organisation.service import schools
from planning.privacy.acceleration import AccelerationQuestion, QuestionLogLine
from planning.privacy.acceleration_service import log_step, save_question
from planning.privacy.attitude import Activity
from planning.privacy.attitude_service import add_activity, save_answers
from planning.privacy.frameworks import own_norm
from planning.privacy.measures import Measure
from planning.privacy.norms import Score
from planning.privacy.policy import PolicyVersion
from planning.privacy.policy_service import save_policy
from planning.privacy.service import add_norm, choose_framework, judge, save_measure

PARTNERS: Final = ("44397", "47959")
FRAMEWORK: Final = "aanpak_2018"
OWN_NORMS: Final = (
    ("RO.02", "RO", "Elke school heeft een aanspreekpunt voor IBP"),
    ("IM.02", "IM", "Iedereen weet waar een datalek gemeld wordt"),
    ("CH.01", "CH", "Nieuwe toepassingen gaan langs de IBP-coördinator"),
    ("SM.01", "SM", "Wachtwoorden en accounts volgen één afspraak"),
)
# code | level | judged on | evidence | owner
SCORES: Final = """
BL.01|1|2017-11-20|Oude privacyreglementen per school|Bestuursvoorzitter
BL.01|2|2018-04-16|Concept IBP-beleid van de drie besturen|Bestuursvoorzitter
BL.02|1|2018-04-16|Nog geen herziening afgesproken|Bestuursvoorzitter
RO.01|1|2017-11-20|Taken liggen bij de systeembeheerder|Bestuursvoorzitter
RO.01|3|2018-04-16|FG aangesteld, IBP-coördinator benoemd|Bestuursvoorzitter
RO.02|2|2018-04-16|ICT-coördinatoren zijn aanspreekpunt, nog niet vastgelegd|IBP-coördinator
CO.01|3|2018-04-23|Inventarissen in Vlootplan|Bovenschools ICT-coördinator
IM.01|2|2018-04-16|Register ingericht, nog geen vaste werkwijze|IBP-coördinator
IM.02|2|2018-04-16|Puzzelstuk 2 besproken in de teams|IBP-coördinator
SM.01|1|2018-04-16|Elke school heeft eigen afspraken|Bovenschools ICT-coördinator
RG.01|1|2017-11-20|Losse lijsten per school|IBP-coördinator
RG.01|2|2018-04-23|Lijst van verwerkers is opgesteld|IBP-coördinator
BW.01|2|2018-04-23|Puzzelstukken en teambesprekingen|Schooldirecteuren
BW.02|1|2018-04-23|Enkele lessen in de bovenbouw|Schooldirecteuren
"""
# title | owner | due | state | norm | entered on
MEASURES: Final = """
IBP-beleid laten vaststellen en voorleggen aan de GMR|Bestuursvoorzitter|2018-05-22|doing|BL.01|2018-02-05
FG aanstellen voor de drie besturen|Bestuursvoorzitter|2018-03-31|done|RO.01|2017-12-11
Verwerkersovereenkomsten verzamelen en laten tekenen|IBP-coördinator|2018-05-25|doing|RG.01|2018-02-05
Meldpunt datalekken bekendmaken op elke school|IBP-coördinator|2018-04-13|doing|IM.02|2018-02-05
Eén afspraak over wachtwoorden en accounts|Bovenschools ICT-coördinator|2018-06-29|planned|SM.01|2018-03-12
Toestemming voor foto’s opnieuw vragen aan ouders|Schooldirecteuren|2018-07-06|planned|BW.03|2018-03-12
Negen puzzelstukken maken over gewone vragen in de klas|IBP-coördinator|2018-06-29|doing|BW.01|2017-12-11
Oude leerlinglijsten van schijven halen|ICT-coördinatoren|2018-04-30|done|CO.01|2018-03-12
"""
# title | kind | day | audiences | schools: how many of the list, from which place | led by
ACTIVITIES: Final = """
IBP-puzzelstuk 1: foto’s|film|2017-11-28|staff|20|0|IBP-coördinator
IBP-puzzelstuk 2: datalek|meeting|2018-02-13|staff|14|0|IBP-coördinator
IBP-puzzelstuk 3: lijstjes|film|2018-03-27|staff|11|4|IBP-coördinator
Mediawijs: wat deel je wel en niet|lesson|2018-03-15|pupils|6|9|i-Coach
Ouderavond over apps en foto’s|parents_evening|2018-04-12|parents,staff|4|2|Schooldirecteur
Nieuwsbrief: wat bewaren wij van uw kind|newsletter|2018-01-25|parents|9|6|Schooldirecteur
"""
# audience | day | school's place | counts of the answers, question by question
ANSWERS: Final = """
staff|2017-11-14|0|6 4 2 1;5 5 3 0;4 6 2 1;3 5 4 1
staff|2017-11-14|6|7 5 3 0;6 6 2 1;5 5 4 1;4 6 4 1
staff|2017-11-14|12|4 3 1 0;3 4 1 0;2 4 2 0;2 3 2 1
staff|2018-04-10|0|1 3 5 4;2 4 5 2;1 4 5 3;1 4 5 3
staff|2018-04-10|6|2 4 6 3;3 5 5 2;2 4 6 3;2 5 5 3
staff|2018-04-10|12|1 2 3 2;1 3 3 1;1 2 3 2;0 3 3 2
pupils|2018-03-20|9|5 9 14 10;8 12 11 7;4 10 13 11
pupils|2018-03-20|11|4 7 12 13;7 10 12 7;3 8 14 11
parents|2018-01-30|2|14 9 5 2;12 10 6 2;6 9 9 6
parents|2018-04-17|2|8 10 9 5;9 10 8 5;4 8 11 9
"""
QUESTION: Final = (
    "Hoe maken wij samen een IBP-beleid dat past bij de nieuwe Europese wet, en hoe wordt dat gewoon gedrag van "
    "leraren, leerlingen en ouders?"
)
LOG: Final = """
2017-03-14|idea|De drie besturen willen dit samen oppakken
2017-05-16|submitted|Ingediend bij het programma Slimmer leren met ICT
2017-07-04|approved|De commissie vindt de vraag overdraagbaar en representatief
2017-09-19|plan|Plan van aanpak met een externe adviseur
2017-11-07|execution|Eerste gesprekken op de scholen: foto’s, lijstjes en een datalek
2018-03-13|execution|Het beleid op papier is de makkelijke helft; de puzzelstukken doen het werk in de teams
"""


def load(database: Database) -> None:
    """Load the example's IBP, as its privacy officer would have kept it."""
    officer = somebody(database, "ibp")
    choose_framework(officer, database, _at(date(2017, 11, 13)), FRAMEWORK)
    for code, domain, title in OWN_NORMS:
        add_norm(officer, database, _at(date(2017, 11, 13)), own_norm(code, domain, title))
    for code, level, on, evidence, owner in _rows(SCORES):
        day = date.fromisoformat(on)
        judge(officer, database, _at(day), Score(code, int(level), day, evidence, owner))
    _measures(officer, database)
    _policy(officer, database)
    _awareness(officer, database)
    _question(officer, database)


def _measures(officer: Person, database: Database) -> None:
    for title, owner, due, state, norm, since in _rows(MEASURES):
        began, last = date.fromisoformat(since), date.fromisoformat(due)
        new = Measure(None, title, owner, last, "planned", norm, began)
        number = save_measure(officer, database, _at(began), new)
        if state != "planned":
            moved = date(2018, 4, 24) if state == "done" else date(2018, 3, 26)
            line = Measure(number, title, owner, last, state, norm, moved)
            save_measure(officer, database, _at(moved), line)


def _policy(officer: Person, database: Database) -> None:
    draft = PolicyVersion(
        0,
        "IBP-beleid van de drie besturen",
        "Eén beleid voor alle scholen: wie waarover beslist, wat wij bewaren en hoe lang, met wie wij gegevens delen, "
        "en wat wij doen als er iets misgaat.",
        "IBP-beleid concept april 2018.docx",
        "Eerste versie, samen met SPOV en Prisma",
        date(2018, 4, 16),
        planned_on=date(2018, 5, 22),
        review_on=date(2019, 5, 21),
    )
    save_policy(officer, database, _at(date(2018, 4, 16)), draft)


def _awareness(officer: Person, database: Database) -> None:
    known = sorted(schools(officer, database), key=lambda school: school.name)  # however a screen orders them
    places = [school.school_id for school in known]
    for title, kind, on, audiences, count, first, led_by in _rows(ACTIVITIES):
        day = date.fromisoformat(on)
        chosen = [places[(int(first) + n) % len(places)] for n in range(int(count))]
        new = Activity("", 0, kind, title, day, tuple(audiences.split(",")), led_by)
        add_activity(officer, database, _at(day), new, chosen)
    codes = {"staff": ("S1", "S2", "S3", "S4"), "pupils": ("K1", "K2", "K3"), "parents": ("O1", "O2", "O3")}
    for audience, on, place, numbers in _rows(ANSWERS):
        day = date.fromisoformat(on)
        counts = [tuple(int(n) for n in group.split()) for group in numbers.split(";")]
        by_code = dict(zip(codes[audience], counts, strict=True))
        save_answers(officer, database, _at(day), places[int(place)], audience, day, by_code)


def _question(officer: Person, database: Database) -> None:
    new = AccelerationQuestion(BOARD, 0, "IBP-beleid voor de AVG", QUESTION, PARTNERS)
    number = save_question(officer, database, _at(date(2017, 3, 14)), new)
    for on, step, note in _rows(LOG):
        day = date.fromisoformat(on)
        log_step(officer, database, _at(day), number, QuestionLogLine(day, step, note))


def _rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(14, 0), UTC)
