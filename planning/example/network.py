"""The learning network of the example as of 1-5-2018, half-way: two of five meetings are over. Only the idea is real.

Published: the PO-Raad's learning network ICT with its starting meeting on 12 May in Utrecht, five meetings, an expert
each time, and the four example questions. Dynamiek, SPOV and Prisma never said that they took part; the three other
boards, all texts and all scores are made up. The three have no schools, and numbers that DUO gives to no board.
"""

from datetime import UTC, date, datetime, time
from typing import Final

from planning.circles import contribution_service as store
from planning.circles import service as circles
from planning.circles.model import Sharing
from planning.core.boards import Board, Kind, add_board, boards
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Person, Role, operator
from planning.core.service import save_person
from planning.example.network_meetings import hold_meetings
from planning.example.network_mirror import load_mirror
from planning.network import cycle_contents as cycle
from planning.network import cycle_service
from planning.network.cycle_contents import IntakeTalk, ItemAnswer, LearningQuestion
from planning.network.themes import NetworkTheme, items_of

NAME: Final = "Lerend netwerk ICT"
DYNAMIEK, SPOV, PRISMA = "47920", "44397", "47959"
INVENTED: Final = (
    ("90001", "Stichting De Waterkant (verzonnen)"),
    ("90002", "Scholengroep Zonnehoek (verzonnen)"),
    ("90003", "Onderwijsgroep Molenwiek (verzonnen)"),
)
MEMBERS: Final = (DYNAMIEK, SPOV, PRISMA, *(number for number, _name in INVENTED))
BEGUN: Final = date(2017, 3, 20)
ABOUT: Final = (
    "Schoolbesturen leren met en van elkaar over onderwijs en ICT: een situatieschets, een persoonlijke reactie, een "
    "leervraag, en vijf bijeenkomsten met elke keer een expert."
)
AGREEMENT: Final = (
    "Wat hier staat en wat wij elkaar vertellen, blijft in het netwerk. Wie iets wil doorvertellen, vraagt het eerst."
)
PLACES: Final = 8
AS_OF: Final = date(2018, 4, 23)
"""The day of the figures that Dynamiek took over last."""

# board | scores by theme, item by item; ? is "I do not know", - is not answered yet
SCORES: Final = """
47920|I 4 4 4 3|V 4 3 - -|L 3 3 4 3|C 3 - - -|P 3 - - -|D 2 - - -
44397|I 4 3 3 3|V 3 3 4 3|L 4 3 3 3|C 3 3 2 3|P 2 2 3 2|D 3 3 4 3
47959|I 3 3 2 ?|V 4 4 3 3|L 3 2 3 3|C 4 3 3 3|P 3 3 2 3|D 3 2 3 3
90001|I 4 4 5 4|V 2 2 3 2|L 3 3 2 3|C 2 3 2 3|P 4 3 3 3|D 4 3 4 3
90002|I 2 3 2 3|V 3 4 3 4|L 4 4 4 4|C 4 4 3 4|P 2 1 2 2|D 2 3 2 2
90003|I 3 4 3 4|V 4 4 4 4|L 2 3 3 2|C 3 3 4 3|P 3 2 3 3|D 4 4 3 ?
"""
# board | what was told by hand, by theme
TOLD: Final = """
47920|vision|Leren vanuit talenten en mogelijkheden; ICT speelt daarbij een activerende en ondersteunende rol.
47920|leadership|In 2017 is een kwaliteitsteam met negen i-Coaches gestart. Elke school voert een eigen ICT-beleid.
47920|content|Wij werken met verschillende basissystemen. Daar gaan wij nog eens goed naar kijken.
44397|vision|De visie wordt met de twee andere besturen samen geschreven.
"""
# board | theme, "" is as a whole | reaction | level
REACTIONS: Final = """
47920||De basis is op orde en de devices komen er. Maar de ene school is verder dan de andere, en wat leraren moeten kunnen hebben we nooit samen bepaald. Daar wringt het.|guide
47920|expertise|Wij bieden van alles aan zonder te weten wat nodig is.|guide
44397||Wij praten veel over apparaten en weinig over de les.|circle
47959||Het loopt, omdat twee mensen het laten lopen. Dat is te weinig.|guide
90001||De techniek staat er; de visie die erbij hoort moeten we nog vinden.|circle
90002||Leiderschap is onze kracht. Met privacy beginnen we eigenlijk pas.|circle
90003||Wij hebben mooie plannen en te weinig mensen die ze dragen.|guide
"""  # noqa: E501 - a text is a line
# board | day | question | explanation | about | level
QUESTIONS: Final = """
47920|2017-08-28|Hoe krijg ik mijn leraren mee met ICT?|De i-Coaches komen op de scholen, maar niet elke school vraagt ze.|expertise|circle
47920|2017-09-28|Hoe bepaal ik met mijn directeuren wat leraren moeten kunnen, zonder dat het een lijst van bovenaf wordt?|Elke school heeft een eigen beleid en dat willen wij houden. Toch moet een leraar die van school wisselt zich ergens in herkennen.|expertise,central|circle
44397|2017-09-14|Hoe kom ik van onze visie op onderwijs naar een visie op ICT die scholen ook uitvoeren?|De visie is er, de scholen wachten op elkaar.|vision|circle
47959|2017-09-18|Wat regel ik centraal en wat laat ik aan de scholen?|Beheer en inkoop gaan nu via twee mensen.|central,infrastructure|circle
90001|2017-09-11|Hoe betrek ik de teams bij een visie op ICT?|De techniek kwam eerst.|vision|circle
90002|2017-09-20|Hoe wordt privacy iets van de klas en niet van het kantoor?|Het beleid ligt klaar, niemand kent het.|ibp|circle
90003|2017-09-21|Hoe geef ik directeuren het stuur van de ICT op hun school?|Zij kijken nu naar mij.|leadership,central|guide
"""  # noqa: E501 - a text is a line
COMMENT: Final = (
    "Dit gaat over de leraren. Wat doet u zelf, als bestuurder? En met wie zou u het willen bepalen: wat is daarvan uw "
    "eigen stap?"
)
THEMES: Final = dict(zip("IVLCPD", NetworkTheme, strict=True))


def load(database: Database) -> None:
    """Load the network, as its facilitator and the chairs of its boards would have filled it."""
    _boards(database)
    chairs = {number: _chair(database, number) for number in MEMBERS}
    guide = _network(database, chairs)
    network_id = guide.board_id
    _evaluations(database, chairs, network_id)
    load_mirror(database, network_id, chairs)
    _sketches(database, chairs, network_id)  # after the decisions, which they tell of
    _reactions(database, chairs, network_id)
    _questions(database, chairs, guide)
    hold_meetings(database, chairs, guide)


def _boards(database: Database) -> None:
    """The three boards that are made up, each with a chair."""
    like = next(one for one in boards(database) if one.board_id == DYNAMIEK)
    for number, name in INVENTED:
        add_board(database, Board(number, name, True, like.as_of, 4.0, 0.10, 180))
        save_person(
            operator(number), database, _at(BEGUN), Person("voorzitter", number, "Bestuursvoorzitter", Role.CHAIR)
        )


def _network(database: Database, chairs: dict[str, Person]) -> Person:
    """The network with its facilitator, who is returned, an expert, and all six boards in it."""
    example = next(one for one in boards(database) if one.board_id == DYNAMIEK)
    guide = circles.begin_circle(database, _at(BEGUN), Kind.NETWORK, NAME, "Netwerkbegeleider", example=example)
    network_id = guide.board_id
    expert = Person("expert", network_id, "Expert onderwijs en ICT", Role.EXPERT)
    circles.save_guest(guide, database, _at(BEGUN), network_id, expert)
    made = circles.seat(guide, database, network_id).circle
    described = type(made)(network_id, made.kind, NAME, made.is_example, PLACES, ABOUT, AGREEMENT)
    circles.set_circle(guide, database, _at(BEGUN), described)
    circles.invite(guide, database, _at(date(2017, 3, 27)), network_id, MEMBERS)
    for place, number in enumerate(MEMBERS):
        on = date(2017, 4, 3 + 4 * place)
        circles.answer_invitation(chairs[number], database, _at(on), network_id, accept=True)
    return guide


def _evaluations(database: Database, chairs: dict[str, Person], network_id: str) -> None:
    for number, *themes in _rows(SCORES):
        chair, at = chairs[number], _at(date(2017, 9, 4))
        for given in themes:
            letter, *scores = given.split()
            theme = THEMES[letter]
            answers = [
                ItemAnswer(item.code, None if score == "?" else int(score))
                for item, score in zip(items_of(theme), scores, strict=True)
                if score != "-"
            ]
            cycle_service.answer_items(chair, database, at, network_id, theme, answers)
            store.share(chair, database, at, network_id, cycle.ANSWERS, theme, Sharing.CIRCLE)


def _sketches(database: Database, chairs: dict[str, Person], network_id: str) -> None:
    """The figures of the three boards that have schools; those of Dynamiek a second time, before the third meeting."""
    for number in (DYNAMIEK, SPOV, PRISMA):
        days = (date(2017, 12, 11), AS_OF) if number == DYNAMIEK else (AS_OF,)
        for day in days:
            cycle_service.fill_sketch(chairs[number], database, _at(day), network_id, day)
        for theme in NetworkTheme:
            store.share(chairs[number], database, _at(AS_OF), network_id, cycle.SKETCH, theme, Sharing.CIRCLE)
    for number, of, text in _rows(TOLD):
        cycle_service.tell(chairs[number], database, _at(AS_OF), network_id, NetworkTheme(of), text)


def _reactions(database: Database, chairs: dict[str, Person], network_id: str) -> None:
    at = _at(date(2017, 9, 11))
    for number, about, text, level in _rows(REACTIONS):
        cycle_service.react(chairs[number], database, at, network_id, about, text)
        store.share(chairs[number], database, at, network_id, cycle.REACTION, about, Sharing(level))


def _questions(database: Database, chairs: dict[str, Person], guide: Person) -> None:
    network_id = guide.board_id
    commented = set[str]()
    for number, on, text, explanation, about, level in _rows(QUESTIONS):
        day, chair = date.fromisoformat(on), chairs[number]
        goal = (2018, 1) if number == DYNAMIEK else None
        question = LearningQuestion(text, explanation, tuple(about.split(",")), {}, goal)
        kept = cycle_service.save_question(chair, database, _at(day), network_id, question)
        store.share(chair, database, _at(day), network_id, cycle.QUESTION, cycle.WHOLE, Sharing(level))
        if number == DYNAMIEK and not commented:
            talk = date(2017, 9, 21)
            cycle_service.comment(guide, database, _at(talk), network_id, number, kept.version, COMMENT)
            cycle_service.set_intake(guide, database, _at(talk), network_id, number, IntakeTalk(talk, is_held=True))
            commented.add(number)
    for number in MEMBERS:
        if number != PRISMA:
            cycle_service.adopt_question(chairs[number], database, _at(date(2017, 10, 5)), network_id)


def _chair(database: Database, number: str) -> Person:
    found = find_person(database, number, "voorzitter")
    if found is None:
        raise LookupError(number)
    return found


def _rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(14, 0), UTC)
