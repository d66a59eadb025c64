"""The learning network's page for who speaks for a board, and the refusal of others."""

from datetime import date

import pytest

from pages.ratios.sentences import group_answer
from planning.circles import contribution_service as store
from planning.circles import service as circles
from planning.circles.model import Contribution, MemberState, Sharing
from planning.core.boards import Board, Kind, add_board
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Person, Role, operator
from planning.core.service import save_person
from planning.core.translation import use_language
from planning.network import cycle_contents as kinds
from planning.network import cycle_service
from planning.network.cycle_contents import LearningQuestion, ThemeSketch
from planning.network.themes import NetworkTheme
from planning.ratios.service import ratio_view
from tests.conftest import NOW
from tests.pages.conftest import SignedIn
from tests.pages.driving import DYNAMIEK, parts, press, somebody, tables, words

PAGE, OVERVIEW = "network/page.py", "overview/page.py"
SPOV, PRISMA = "44397", "47959"


def network_of(database: Database) -> str:
    (found,) = circles.circles_of(somebody(database, "voorzitter"), database, Kind.NETWORK)
    return found.circle.circle_id


def contributed(database: Database, kind: str, board_id: str = DYNAMIEK, key: str = "") -> Contribution:
    """What a board brought in, as its chair sees it."""
    chair = find_person(database, board_id, "voorzitter")
    assert chair
    found = store.contributions(chair, database, network_of(database), kind)
    return next(one for one in found if (one.owner, one.key) == (board_id, key))


def guide_of(database: Database) -> Person:
    found = find_person(database, network_of(database), "begeleider")
    assert found
    return found


def test_the_chair_reads_where_the_board_stands_in_one_sentence(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter", PAGE))
    assert "Uw situatieschets is voor de helft klaar: 13 van de 24 vragen." in said
    assert "Het grootste verschil met de andere besturen zit in **deskundigheid**." in said
    assert "blijft in het netwerk" in said  # what was agreed on confidentiality
    assert "Voor 24-5:** situatieschets afmaken (**11 van 24** vragen open)" in said


def test_the_chart_says_the_same_in_words(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", PAGE)
    (chart,) = app.get("plotly_chart")
    assert "Deskundigheid: 2,0 (gemiddelde van 5 anderen 3,1)" in str(chart.proto)
    row = next(line for line in tables(press(app, "Toon als tabel")).splitlines() if "Deskundigheid" in line)
    assert tuple(row.split()[2:5]) == ("2,0", "3,1", "5")


@pytest.mark.parametrize("who", ["voorzitter", "bovenschools"])
def test_who_speaks_for_the_board_opens_every_part(signed_in: SignedIn, who: str) -> None:
    known = parts(signed_in(who, PAGE))
    assert known[:4] == ["Stand", "Situatieschets", "Reactie", "Leervraag"]
    for part in ("stand", "schets", "reactie", "leervraag", "delen"):
        app = signed_in(who, PAGE, deel=part)
        assert not app.exception


@pytest.mark.parametrize("who", ["ict-03uz", "icoach", "ibp", "gmr", "beheer", "netwerk"])
def test_who_does_not_speak_for_the_board_is_refused_in_words(signed_in: SignedIn, who: str) -> None:
    app = signed_in(who, PAGE)
    assert "Deze pagina is niet voor u" in words(app)
    assert "Dynamiek Scholengroep" not in "".join(str(chart.proto) for chart in app.get("plotly_chart"))


def test_an_expert_of_the_network_does_not_open_the_page_of_boards(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("expert", PAGE, board_id=network_of(database))
    assert "Deze pagina is niet voor u" in words(app)


def test_a_board_without_a_network_reads_how_one_begins(signed_in: SignedIn, database: Database) -> None:
    add_board(database, Board("90009", "Nieuw bestuur", False, None, 4.0, 0.10, 180))
    chair = Person("voorzitter", "90009", "Bestuursvoorzitter", Role.CHAIR)
    save_person(operator("90009"), database, NOW, chair)
    app = signed_in("voorzitter", PAGE, board_id="90009")
    assert "Uw bestuur zit nog niet in een leernetwerk." in words(app)
    assert "Een netwerk begint met een begeleider, die besturen uitnodigt." in words(app)


@pytest.fixture
def invited(database: Database) -> Database:
    """Prisma left, and is invited again."""
    guide, chair = guide_of(database), find_person(database, PRISMA, "voorzitter")
    assert chair
    store.leave(chair, database, NOW, guide.board_id, keeps_shared=True)
    circles.invite(guide, database, NOW, guide.board_id, [PRISMA])
    return database


def standing(database: Database, board_id: str) -> MemberState:
    found = circles.members(guide_of(database), database, network_of(database))
    return next(one.standing for one in found if one.board_id == board_id)


def test_an_invited_board_reads_what_it_is_and_how_much_room_there_is(invited: Database, signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter", PAGE, board_id=PRISMA))
    assert "Uw bestuur is uitgenodigd voor Lerend netwerk ICT." in said
    assert "Er doen 5 besturen mee. Er zijn nog 3 plaatsen." in said
    assert "Deskundigheid" not in said
    overview = words(signed_in("voorzitter", OVERVIEW, board_id=PRISMA))
    assert "Uw bestuur is uitgenodigd voor **Lerend netwerk ICT**." in overview


def test_an_invitation_is_accepted_with_one_click(invited: Database, signed_in: SignedIn) -> None:
    press(signed_in("voorzitter", PAGE, board_id=PRISMA), "Meedoen")
    assert standing(invited, PRISMA) is MemberState.MEMBER


def test_an_invitation_is_declined_with_one_click(invited: Database, signed_in: SignedIn) -> None:
    app = press(signed_in("voorzitter", PAGE, board_id=PRISMA), "Niet meedoen")
    assert standing(invited, PRISMA) is MemberState.DECLINED
    assert "Uw bestuur doet niet mee aan Lerend netwerk ICT." in words(app)


def test_the_overview_says_what_is_late_and_when_the_next_meeting_is(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter", OVERVIEW))
    assert "Voor **Lerend netwerk ICT** is te laat: situatieschets" in said
    assert "**3. Leraren meekrijgen** is op 24-5-2018 (Amersfoort)." in said
    assert "Uw situatieschets is voor de helft klaar" in said


def test_the_overview_of_a_coordinator_says_nothing_of_the_network(signed_in: SignedIn) -> None:
    said = words(signed_in("ict-03uz", OVERVIEW))
    assert "netwerk ICT" not in said


def plain_text(text: str) -> str:
    """As `words` gives it back."""
    return text.replace("\u00a0", " ").replace("\u2011", "-").replace("\\", "")


def sketch(database: Database, theme: NetworkTheme) -> ThemeSketch:
    content = contributed(database, kinds.SKETCH, key=theme).content
    assert isinstance(content, ThemeSketch)
    return content


@pytest.mark.parametrize("as_of", [date(2018, 5, 1), date(2017, 12, 1), date(2016, 11, 1)])
def test_the_figures_of_the_sketch_are_those_of_the_screens_on_that_date(
    signed_in: SignedIn, database: Database, as_of: date
) -> None:
    use_language("nl")
    app = signed_in("voorzitter", PAGE, deel="schets", peildatum=as_of.isoformat())
    press(app, f"Neem de cijfers van {as_of.day}\u2011{as_of.month}\u2011{as_of.year} over")
    shown = words(signed_in("voorzitter", OVERVIEW, peildatum=as_of.isoformat()))
    ratio, _lists, *rest = sketch(database, NetworkTheme.INFRASTRUCTURE).figures
    found = {figure.code: figure for figure in rest}
    view = ratio_view(somebody(database, "voorzitter"), database, as_of).on(as_of)
    assert plain_text(group_answer(view)) in shown
    assert (ratio.value, found["past_life"].value) == (view.pupils_per_device, view.past_life)
    assert (found["on_target"].value, found["on_target"].total) == (view.on_target, len(view.known))


def test_a_later_inventory_leaves_the_sketch_as_it_was(signed_in: SignedIn, database: Database) -> None:
    before = sketch(database, NetworkTheme.INFRASTRUCTURE)
    early = date(2017, 12, 1)
    chair = somebody(database, "voorzitter")
    cycle_service.fill_sketch(chair, database, NOW, network_of(database), early)
    then = sketch(database, NetworkTheme.INFRASTRUCTURE)
    now = cycle_service.own_figures(chair, database, date(2018, 5, 1))[NetworkTheme.INFRASTRUCTURE]
    assert then.as_of == early
    assert then.figures not in (before.figures, now)  # inventories came in between
    assert cycle_service.own_figures(chair, database, early)[NetworkTheme.INFRASTRUCTURE] == then.figures


def test_an_answer_is_kept_and_counted(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE, deel="schets", thema="vision")
    next(one for one in app.button_group if str(one.key).startswith("network_answering_V3_vision")).set_value(3)
    press(app, "Bewaar de antwoorden")
    assert "14 van de 24 vragen" in words(app)


def test_sharing_is_changed_in_one_click_and_at_once(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE, deel="leervraag")
    control = next(one for one in app.button_group if one.key and one.key.startswith("share_question_"))
    control.set_value(Sharing.OWN).run()
    assert not app.exception
    assert contributed(database, kinds.QUESTION).level is Sharing.OWN
    assert "Nu zichtbaar voor alleen mijn bestuur." in words(app)
    other = words(signed_in("voorzitter", PAGE, board_id=SPOV))
    assert "lijst van bovenaf" not in other


def test_withdrawn_scores_are_gone_at_the_next_run_of_another_board(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE, board_id=SPOV)
    assert "gemiddelde van 5 anderen" in str(app.get("plotly_chart")[0].proto)
    chair = somebody(database, "voorzitter")
    store.share(chair, database, NOW, network_of(database), kinds.ANSWERS, NetworkTheme.IBP, Sharing.OWN)
    app.run()
    assert "IBP: 2,3 (gemiddelde van 4 anderen" in str(app.get("plotly_chart")[0].proto)


def test_a_question_is_worded_anew_and_adopted(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE, deel="leervraag")
    app.text_area(key=next(a.key for a in app.text_area if "text" in str(a.key))).set_value("Wat doe ik zelf?")
    press(app, "Bewaar de vraag")
    question = contributed(database, kinds.QUESTION)
    assert isinstance(question.content, LearningQuestion)
    assert (question.version, question.content.text) == (3, "Wat doe ik zelf?")
    press(app, "Stel versie 3 vast")
    assert contributed(database, kinds.ADOPTED).content == kinds.AdoptedQuestion(3, date(2018, 5, 1))


def test_the_group_ict_coordinator_words_and_the_chair_adopts(signed_in: SignedIn, database: Database) -> None:
    chair = find_person(database, PRISMA, "voorzitter")
    assert chair
    app = signed_in("bovenschools", PAGE, board_id=PRISMA, deel="leervraag")
    assert "De bestuursvoorzitter stelt de vraag vast." in words(app)
    assert not [one for one in app.button if "Stel versie" in one.label]


def test_a_reaction_is_kept_beside_the_sketch(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE, deel="reactie")
    area = next(one for one in app.text_area if str(one.key).startswith("network_reaction_ibp"))
    area.set_value("Hier beginnen wij.")
    save = [one for one in app.button if one.label == "Bewaren"]
    before = contributed(database, kinds.SKETCH, key=NetworkTheme.IBP)
    next(one for one in save if "network_reaction_ibp" in str(one.form_id)).click().run()
    assert not app.exception
    assert contributed(database, kinds.REACTION, key=NetworkTheme.IBP).content == kinds.Reaction("Hier beginnen wij.")
    assert contributed(database, kinds.SKETCH, key=NetworkTheme.IBP) == before


def test_the_whole_is_reacted_on_where_the_board_reads_how_it_stands(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE)
    (area,) = app.text_area
    area.set_value("Nu de leraren nog.")
    assert "Uw reactie is bewaard." in words(press(app, "Bewaren"))
    assert contributed(database, kinds.REACTION).content == kinds.Reaction("Nu de leraren nog.")


def test_a_board_that_leaves_takes_what_it_shared_along(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", PAGE, deel="delen")
    app.radio[0].set_value(False)
    press(app, "Vertrekken")
    said = words(app)
    assert "Uw bestuur heeft Lerend netwerk ICT verlaten." in said
    assert "lijst van bovenaf" not in words(signed_in("voorzitter", PAGE, board_id=SPOV))
    assert contributed(database, kinds.QUESTION).level is Sharing.OWN


def test_a_person_of_two_boards_sees_each_network_as_that_board(signed_in: SignedIn, database: Database) -> None:
    admin = find_person(database, SPOV, "beheer")
    assert admin
    save_person(admin, database, NOW, Person("voorzitter", SPOV, "Bestuursvoorzitter", Role.CHAIR, account="a@b.nl"))
    own = find_person(database, DYNAMIEK, "beheer")
    assert own
    save_person(own, database, NOW, Person("voorzitter", DYNAMIEK, "Bestuursvoorzitter", Role.CHAIR, account="a@b.nl"))
    app = signed_in("voorzitter", PAGE)
    assert any("SPOV" in one.label for one in app.button)
    assert "13 van de 24" in words(app)
    assert "13 van de 24" not in words(signed_in("voorzitter", PAGE, board_id=SPOV))
