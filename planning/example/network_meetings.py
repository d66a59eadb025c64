"""The meetings of the example's network: the start and two of five are over, the third is on 24 May. Made up."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from planning.circles.model import Sharing
from planning.core.database import Database
from planning.core.rights import Person
from planning.network.meeting_contents import (
    STEP,
    STEP_RESULT,
    LearningStep,
    MeetingText,
    StepResult,
    StepState,
)
from planning.network.meeting_service import attend, react_to_step, save_meeting, write_for_meeting
from planning.network.meetings import STARTING, AgendaPart, Meeting, rotated
from planning.network.method_cards import AT_THE_START, USUAL, agenda_of

SAID_ALREADY: Final = ("44397", "47959", "90001")
ABSENT: Final = (2, "90003")
EXPERT: Final = "Expert onderwijs en ICT"
# number | day | theme | place | method card in the middle, if any
MEETINGS: Final = """
0|2017-05-12|Startbijeenkomst|Utrecht|
1|2017-10-12|Start en situatieschets|Utrecht|open_questions
2|2018-02-08|Van visie naar uitvoering|Horst, bij Dynamiek|incident
3|2018-05-24|Leraren meekrijgen|Amersfoort|incident
4|2018-09-25|Centraal en decentraal||
5|2019-01-22|Terugblik en vervolg|Utrecht|
"""
# board | meeting | kind | text
TEXTS: Final = """
47920|1|preparation|Ik vertel hoe onze scholen hun eigen vloot samenstellen, en waar dat begint te knellen.
44397|1|preparation|Wij willen horen hoe anderen van een visie naar afspraken komen.
90001|1|preparation|Onze techniek is op orde; ik neem de vraag mee waarvoor eigenlijk.
47920|2|brought|Twee scholen vragen de i-Coaches nooit. Moet ik daar als bestuurder iets van vinden?
47959|2|preparation|Ik neem ons beheerplan mee: twee mensen, dertien scholen.
90002|2|preparation|Hoe praat u met een directeur die privacy iets van het kantoor vindt?
"""
# board | meeting | step | with whom | before when | how far | what came of it
STEPS: Final = """
47920|1|Drie directeuren vragen wat hun leraren het meest missen|drie schooldirecteuren|2017-12-20|taken|Zij noemden alle drie hetzelfde: durven. Daar hadden wij geen lijst voor.
44397|1|De visie in één bladzijde schrijven en aan twee teams voorlezen|directeur en twee teams|2018-01-19|partly|De bladzijde is er; één team las hem.
47959|1|Opschrijven wat wij centraal doen en wie dat ooit besloot|beleidsmedewerker|2018-01-26|taken|De helft heeft nooit iemand besloten.
90001|1|Met elk team een les bekijken waarin ICT iets toevoegt|twee locatieleiders|2018-02-01|partly|Bij de helft van de teams gelukt.
90002|1|Een datalek naspelen in het directeurenoverleg|functionaris gegevensbescherming|2018-01-15|taken|Daarna vroeg niemand meer waarom.
90003|1|Elke directeur laat een ander de ICT-begroting uitleggen|directeuren|2018-01-31|not_yet|Het overleg viel uit.
47920|2|In het directeurenoverleg samen vijf competenties kiezen, zonder lijst vooraf|alle directeuren|2018-05-18||
44397|2|Eén afspraak uit de visie op elke school laten beginnen|kwaliteitsteam|2018-05-15||
47959|2|Aan de scholen vragen welke drie dingen zij zelf willen beslissen|directeuren|2018-05-10||
90001|2|Een leraar per school laten vertellen wat zij van ICT wil|i-Coaches|2018-05-11||
"""  # noqa: E501 - a step is a line
# who | whose step | meeting | text
REACTIONS: Final = """
44397|47920|1|Durven herkennen wij. Wat doet u zelf voor waar directeuren bij zijn?
90001|47920|1|Mooi dat u begon met vragen. Wie heeft u nog niet gevraagd?
47920|90002|1|Naspelen deden wij ook, met de puzzelstukken. Het blijft hangen.
47959|47920|2|Wat doet u als zij er zeven kiezen?
"""


def hold_meetings(database: Database, chairs: Mapping[str, Person], guide: Person) -> None:
    """Set the meetings, let the boards sign up, and write what they wrote for those that are over."""
    network_id, order = guide.board_id, list(chairs)
    for text_number, on, theme, place, card in _rows(MEETINGS):
        number, day = int(text_number), date.fromisoformat(on)
        is_start = number == STARTING
        meeting = Meeting(
            number, theme, day, time(14, 0) if is_start else time(10, 0), place, "" if is_start else EXPERT,
            _agenda(number, card), rotated(order, number), 12 if is_start else None,
        )  # fmt: skip
        save_meeting(guide, database, _at(date(2017, 4, 3 + number)), network_id, meeting)
    _sign_up(database, chairs, network_id)
    for board_id, number_text, kind, text in _rows(TEXTS):
        at = _at(date(2017, 10, 9) if number_text == "1" else date(2018, 2, 5))
        chair, content = chairs[board_id], MeetingText(text)
        write_for_meeting(chair, database, at, network_id, kind, int(number_text), content, level=Sharing.CIRCLE)
    _steps(database, chairs, network_id)


def _sign_up(database: Database, chairs: Mapping[str, Person], network_id: str) -> None:
    """All came to what is over, but for one; half of them said that they come to the third."""
    for number in range(4):
        for days, (board_id, chair) in enumerate(chairs.items()):
            if number < 3 or board_id in SAID_ALREADY:
                first = date(2017, 4, 24) if number == STARTING else date(2017, 9, 18)
                comes = (number, board_id) != ABSENT
                attend(chair, database, _at(first + timedelta(days=days)), network_id, number, comes=comes)


def _steps(database: Database, chairs: Mapping[str, Person], network_id: str) -> None:
    """The step of each board after a meeting, what came of it at the next, and what others said to it."""
    held = {"1": date(2017, 10, 12), "2": date(2018, 2, 8)}
    for board_id, number, what, who, before, state, result in _rows(STEPS):
        chair, at = chairs[board_id], _at(held[number])
        step = LearningStep(what, who, date.fromisoformat(before))
        write_for_meeting(chair, database, at, network_id, STEP, int(number), step, level=Sharing.CIRCLE)
        if state:
            came, told = _at(date(2018, 2, 7)), StepResult(StepState(state), result)
            write_for_meeting(chair, database, came, network_id, STEP_RESULT, int(number), told, level=Sharing.CIRCLE)
    for who, owner, number, text in _rows(REACTIONS):
        at = _at(held[number] + timedelta(days=12))
        react_to_step(chairs[who], database, at, network_id, owner, int(number), text)


def _agenda(number: int, card: str) -> tuple[AgendaPart, ...]:
    """Half a day with a way of working in it; of a meeting that is far away nothing is set yet."""
    if number == STARTING:
        return agenda_of(AT_THE_START)
    return agenda_of(card if part == "incident" else part for part in USUAL) if card else ()


def _rows(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]


def _at(day: date) -> datetime:
    return datetime.combine(day, time(14, 0), UTC)
