"""The facilitator's page and the meetings of a board, as each of them sees and does it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages.network.place import GUIDE, NETWORK
from pages.parts.data import forget
from planning.circles import service as circles
from planning.circles.contribution_service import contributions
from planning.circles.model import Sharing
from planning.core.boards import Board, Kind, add_board
from planning.core.database import Database
from planning.core.paths import ROOT
from planning.core.rights import Person, Role, operator
from planning.core.service import save_person
from planning.core.sign_in import write_identity
from planning.goals import service as goals
from planning.goals.plan import Milestone
from planning.network import cycle_service
from planning.network import meeting_service as meetings
from planning.network.cycle_contents import LearningQuestion
from planning.network.meeting_contents import STEP, STEP_REACTION, LearningStep
from planning.network.meetings import Meeting, rotated
from planning.network.method_cards import USUAL, agenda_of
from tests.pages.conftest import PATIENCE, opened
from tests.pages.driving import parts, press, words

NOW = datetime(2018, 6, 1, 10, 0, tzinfo=UTC)
BOARDS = ("11111", "22222", "33333")
MEETING = Meeting(
    1,
    "Van visie naar uitvoering",
    date(2018, 5, 24),
    time(10, 0),
    "Utrecht",
    "Eva van Kennisnet",
    agenda_of(USUAL),
    rotated(BOARDS, 1),
)
NEXT = Meeting(
    2, "Leraren meekrijgen", date(2018, 6, 19), time(10, 0), agenda=agenda_of(USUAL), roles=rotated(BOARDS, 2)
)


@dataclass(frozen=True)
class Gathering:
    """Three boards after their first meeting, of which one wrote a step."""

    database: Database
    guide: Person

    @property
    def network_id(self) -> str:
        return self.guide.board_id

    def chair(self, board_id: str) -> Person:
        return Person("voorzitter", board_id, f"Voorzitter {board_id}", Role.CHAIR)

    def open(self, who: Person, page: str, **query: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=PATIENCE)
        app.user = {"is_logged_in": True, "identity": write_identity(who.board_id, who.person_id)}
        for name, value in query.items():
            app.query_params[name] = value
        app._page_hash = calc_hash(page)
        app.run()
        assert not app.exception
        return app

    def meeting(self, board_id: str, **query: str) -> AppTest:
        return self.open(self.chair(board_id), NETWORK.address, deel="bijeenkomsten", **query)

    def led(self, part: str, **query: str) -> AppTest:
        return self.open(self.guide, GUIDE.address, deel=part, **query)


@pytest.fixture
def gathering(tmp_path: Path, sqlite_file: Path) -> Iterator[Gathering]:
    """The network on a database of its own; its day is 1 June 2018."""
    forget()
    with opened(Path(shutil.copy(sqlite_file, tmp_path / "app.db"))) as database:
        example = None
        for number in (*BOARDS, "44444"):
            example = Board(number, f"Bestuur {number[0]}", True, date(2018, 6, 1), 4.0, 0.10, 180)
            add_board(database, example)
            chair = Person("voorzitter", number, f"Voorzitter {number}", Role.CHAIR)
            save_person(operator(number), database, NOW, chair)
        guide = circles.begin_circle(
            database, NOW, Kind.NETWORK, "Lerend netwerk ICT", "Bo Begeleider", example=example
        )
        made = Gathering(database, guide)
        circles.invite(guide, database, NOW, guide.board_id, BOARDS)
        for number in BOARDS:
            circles.answer_invitation(made.chair(number), database, NOW, guide.board_id, accept=True)
        for one in (MEETING, NEXT):
            meetings.save_meeting(guide, database, NOW, guide.board_id, one)
        step = LearningStep("De directeuren bevragen", "de directeuren", date(2018, 6, 18))
        meetings.write_for_meeting(
            made.chair("22222"), database, NOW, guide.board_id, STEP, 1, step, level=Sharing.CIRCLE
        )
        yield made
    forget()


def kept(gathering: Gathering, who: Person, kind: str) -> list[object]:
    found = contributions(who, gathering.database, gathering.network_id, kind)
    return [one.content for one in found if one.owner == who.board_id]


def test_a_board_first_sees_that_its_step_is_missing_and_writes_it(gathering: Gathering) -> None:
    app = gathering.meeting("11111")
    assert "Uw stap na bijeenkomst 1 staat er nog niet" in words(app)
    app.text_area[0].set_value("Met twee scholen beginnen")
    press(app, "Bewaar de stap")
    assert "Uw stap is bewaard" in words(app)
    [step] = kept(gathering, gathering.chair("11111"), STEP)
    assert isinstance(step, LearningStep)
    assert (step.what, step.before) == ("Met twee scholen beginnen", date(2018, 6, 18))


def test_a_step_without_words_is_refused_at_its_field(gathering: Gathering) -> None:
    app = press(gathering.meeting("11111"), "Bewaar de stap")
    assert "Hier staat nog niets" in words(app)
    assert kept(gathering, gathering.chair("11111"), STEP) == []


def test_what_others_say_of_a_step_shows_once_ones_own_is_in(gathering: Gathering) -> None:
    meetings.react_to_step(
        gathering.chair("33333"), gathering.database, NOW, gathering.network_id, "22222", 1, "Vraag het de leraren"
    )
    app = gathering.meeting("11111")
    assert "De directeuren bevragen" in words(app)
    assert "Vraag het de leraren" not in words(app)
    press(app, "Spiegel deze stap")
    field = next(one for one in app.text_area if "Wat ziet u" in one.label)
    field.set_value("Begin klein")
    press(app, "Verstuur")
    assert "Vraag het de leraren" in words(app)
    assert len(kept(gathering, gathering.chair("11111"), STEP_REACTION)) == 1


def test_a_board_says_that_it_does_not_come_and_its_role_is_taken_over(gathering: Gathering) -> None:
    app = gathering.meeting("22222", bijeenkomst="2")
    assert "Brengt in: u" in words(app).replace("**", "")
    press(app, "Wij komen niet")
    assert "in plaats van Bestuur 2, dat er niet is" in words(gathering.meeting("11111", bijeenkomst="2"))


def test_a_step_becomes_a_milestone_of_the_plan_that_leads_back_to_it(gathering: Gathering) -> None:
    chair = gathering.chair("22222")
    goals.begin_year(chair, gathering.database, NOW, 2018, with_goals=True)
    app = press(gathering.meeting("22222", bijeenkomst="1"), "In het plan zetten")
    choice = next(one for one in app.selectbox if "Welke mijlpaal" in one.label)
    choice.select_index(0)
    press(app, "Zet haar in het plan")
    plan = goals.plan(chair, gathering.database, 2018)
    assert plan
    [milestone] = plan.milestones
    assert milestone.title == "De directeuren bevragen"
    assert milestone.link == f"/leernetwerk?deel=bijeenkomsten&bijeenkomst=1&netwerk={gathering.network_id}"
    goals.add_milestone(chair, gathering.database, NOW, 2018, replace(milestone, milestone=0, title="Ook dit"))
    said = words(gathering.meeting("22222", bijeenkomst="1"))
    assert "In het plan als mijlpaal: [De directeuren bevragen](/doelen?jaar=2018)" in said
    assert "In het plan als mijlpaal: [Ook dit](/doelen?jaar=2018)" in said


def test_a_milestone_of_the_plan_points_at_a_step_or_at_a_page_elsewhere(gathering: Gathering) -> None:
    chair = gathering.chair("22222")
    goals.begin_year(chair, gathering.database, NOW, 2018, with_goals=True)
    plan = goals.plan(chair, gathering.database, 2018)
    assert plan
    part = plan.sub_goals[0]
    new = Milestone(0, part.goal, part.sub_goal, "Bevragen", "Bevragen", "voorzitter", date(2018, 6, 1))
    goals.add_milestone(chair, gathering.database, NOW, 2018, new)
    app = gathering.open(chair, "doelen")
    step = next(one for one in app.selectbox if one.label == "Hoort bij een stap in het leernetwerk")
    address = f"/leernetwerk?deel=bijeenkomsten&bijeenkomst=1&netwerk={gathering.network_id}"
    step.set_value(address)
    link = next(one for one in app.text_input if one.label.startswith("Link"))
    link.set_value("https://voorbeeld.nl")
    assert "Een mijlpaal wijst naar één ding." in words(press(app, "Bewaren"))
    next(one for one in app.text_input if one.label.startswith("Link")).set_value("")
    app = press(app, "Bewaren")
    assert f"[Naar de leerstap]({address})" in words(app)


def test_the_facilitator_sees_where_each_board_is_and_who_is_late(gathering: Gathering) -> None:
    said = words(gathering.led("besturen"))
    assert "De volgende bijeenkomst is op 19-6-2018" in said
    assert "schets 0 van 24" in said
    assert "stap 1" in said
    assert "Er is nog geen spiegel" in words(gathering.led("spiegel"))
    assert "openbaar" in words(gathering.led("bibliotheek"))


def test_the_facilitator_opens_a_board_and_leaves_a_note_only_they_see(gathering: Gathering) -> None:
    app = gathering.led("besturen", bestuur="22222")
    assert "De directeuren bevragen" in words(app)
    assert "Op papier" in words(app)
    field = next(one for one in app.text_area if one.label == "Een nieuwe aantekening")
    field.set_value("Bellen over de inbreng")
    press(app, "Bewaar de aantekening")
    assert "Bellen over de inbreng" in words(app)
    assert "Bellen over de inbreng" not in words(gathering.meeting("22222"))


def test_the_facilitator_sees_what_the_next_meeting_needs(gathering: Gathering) -> None:
    said = words(gathering.led("bijeenkomsten"))
    assert "Er is nog geen plaats." in said
    assert "Er is nog geen expert." in said
    assert "Geen stap na bijeenkomst 1: Bestuur 1 en Bestuur 3." in said


def test_everybody_sees_the_part_that_the_facilitator_begins(gathering: Gathering) -> None:
    app = press(gathering.led("bijeenkomsten", bijeenkomst="2"), "Leid deze bijeenkomst")
    press(app, "Begin: Terugblik op de stappen")
    for board in BOARDS:
        assert "Terugblik op de stappen" in words(gathering.meeting(board))
    press(app, "Stop: ieder in eigen tempo")
    assert "Iedereen is nu bij" not in words(gathering.meeting("11111"))


def test_the_facilitator_sets_a_meeting_with_an_agenda_and_roles_in_turn(gathering: Gathering) -> None:
    app = gathering.led("bijeenkomsten", bijeenkomst="3")
    next(one for one in app.text_input if one.label == "Thema").set_value("Centraal en decentraal")
    press(app, "Zet de bijeenkomst klaar")
    assert "Centraal en decentraal is op 31-7-2018" in words(app)
    view = meetings.meetings_view(gathering.guide, gathering.database, gathering.network_id, NOW)
    assert sum(part.minutes for part in view.meeting(3).agenda) == 150
    assert view.meeting(3).roles == rotated(BOARDS, 3)


def test_an_agenda_that_cannot_be_read_is_told_line_by_line(gathering: Gathering) -> None:
    app = press(gathering.led("bijeenkomsten", bijeenkomst="2"), "Verander de agenda")
    next(one for one in app.text_area if one.label == "Agenda").set_value("Terugblik\n20 Expert")
    press(app, "Bewaar de agenda")
    assert "Regel 1 van de agenda zegt ‘Terugblik’" in words(app)


def test_the_facilitator_invites_a_board_and_takes_it_back(gathering: Gathering) -> None:
    app = gathering.led("deelname")
    app.multiselect[0].set_value(["44444"])
    press(app, "Nodig uit")
    assert "uitgenodigd" in words(app)
    press(app, "Trek de uitnodiging van Bestuur 4 in")
    assert "De uitnodiging van Bestuur 4 is ingetrokken." in words(app)


def test_without_a_mail_server_a_reminder_is_to_be_copied(gathering: Gathering) -> None:
    app = gathering.led("berichten")
    text = app.code[0].value
    assert "Leraren meekrijgen" in text
    assert f"/leernetwerk?deel=bijeenkomsten&bijeenkomst=2&netwerk={gathering.network_id}" in text
    assert "Bo Begeleider" in text


def test_an_expert_looks_in_and_changes_nothing(gathering: Gathering) -> None:
    guest = Person("", gathering.network_id, "Eva Expert", Role.EXPERT, language="nl")
    expert = circles.save_guest(gathering.guide, gathering.database, NOW, gathering.network_id, guest)
    app = gathering.open(expert, GUIDE.address)
    assert parts(app) == ["Besturen", "Bijeenkomsten", "Spiegel", "Bibliotheek"]
    assert "te laat" not in words(app)  # what is not shared with an expert is not late
    app = gathering.open(expert, GUIDE.address, deel="bijeenkomsten", bijeenkomst="1")
    assert "De directeuren bevragen" in words(app)
    changing = [one.label for one in app.button if "agenda" not in one.label and "meer" not in one.label]
    assert not [label for label in changing if label.startswith(("Verander", "Zet", "Bewaar", "Wij", "Leid"))]


def test_the_log_says_what_was_done_in_words(gathering: Gathering) -> None:
    said = words(gathering.led("logboek"))
    assert "Bijeenkomst van het netwerk" in said
    assert "Leraren meekrijgen" in said


def test_a_board_has_no_page_of_the_facilitator(gathering: Gathering) -> None:
    app = gathering.open(gathering.chair("11111"), GUIDE.address)
    assert "niet voor u" in words(app)
    assert not [one for one in app.button if one.label == "Nodig uit"]


def test_anybody_at_this_computer_begins_a_network_and_leads_it(gathering: Gathering) -> None:
    app = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=PATIENCE).run()
    press(app, "Begin een leernetwerk")
    next(one for one in app.text_input if one.label == "Naam").set_value("Netwerk twee")
    next(one for one in app.text_input if one.label.startswith("Uw naam")).set_value("Kim")
    press(app, "Beginnen")
    known = circles.circles_of(Person("begeleider", "N0002", "Kim", Role.GUIDE), gathering.database, Kind.NETWORK)
    assert [one.circle.name for one in known] == ["Netwerk twee"]


def test_an_invited_board_signs_up_for_the_starting_meeting_before_it_takes_part(gathering: Gathering) -> None:
    start = Meeting(0, "Startbijeenkomst", date(2018, 6, 12), time(13, 0), "Utrecht", places=8)
    meetings.save_meeting(gathering.guide, gathering.database, NOW, gathering.network_id, start)
    circles.invite(gathering.guide, gathering.database, NOW, gathering.network_id, ["44444"])
    app = gathering.open(gathering.chair("44444"), NETWORK.address)
    assert "nog 8 plaatsen" in words(app)
    press(app, "Wij komen")
    assert "u komt" in words(app)
    assert "Van visie naar uitvoering" not in words(app)


def test_the_facilitator_sets_the_dates_before_the_first_meeting(gathering: Gathering) -> None:
    app = press(gathering.led("besturen"), "Data voor de eerste bijeenkomst")
    next(one for one in app.date_input if one.label == "Situatieschets").set_value(date(2018, 4, 1))
    press(app, "Bewaar de data")
    assert "De besturen zien deze data meteen." in words(app)


def test_the_facilitator_knows_that_a_board_read_a_comment(gathering: Gathering) -> None:
    chair = gathering.chair("22222")
    question = LearningQuestion("Hoe bepaal ik met mijn directeuren wat leraren moeten kunnen?")
    cycle_service.save_question(chair, gathering.database, NOW, gathering.network_id, question)
    app = gathering.led("besturen", bestuur="22222")
    field = next(one for one in app.text_area if "Uw opmerking" in one.label)
    field.set_value("Wat doet u zelf?")
    press(app, "Verstuur de opmerking")
    assert "1 ongelezen" in words(gathering.led("besturen"))
    assert "Wat doet u zelf?" in words(gathering.open(chair, NETWORK.address, deel="leervraag"))
    assert "1 ongelezen" not in words(gathering.led("besturen"))
