"""Leernetwerk: who decides what, the mirror, the library and papers, as people use them."""

import pytest

from pages.parts.theme import Theme
from planning.circles import contribution_service as store
from planning.circles.model import Sharing
from planning.circles.service import circles_of, members
from planning.core.boards import Kind
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Person
from planning.network.decisions import Decider, decision_of, decisions_of
from tests.conftest import NOW
from tests.pages.conftest import SignedIn
from tests.pages.driving import DYNAMIEK, markdown, press, somebody, tables, words

PAGE = "network/page.py"


@pytest.fixture
def chair(database: Database) -> Person:
    return somebody(database, "voorzitter")


@pytest.fixture
def on_a_telephone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A narrow screen."""
    monkeypatch.setattr("pages.parts.frame.current_theme", lambda language: Theme(False, True, language))


def network_of(chair: Person, database: Database) -> str:
    return circles_of(chair, database, Kind.NETWORK)[0].circle.circle_id


def kept(chair: Person, database: Database) -> dict[str, tuple[Decider | None, Sharing]]:
    """What the board says of each matter, and who sees it."""
    found = store.contributions(chair, database, network_of(chair, database))
    return {code: (decision_of(one).now, one.level) for code, one in decisions_of(found, DYNAMIEK).items()}


def chair_of(database: Database, board_id: str) -> Person:
    found = find_person(database, board_id, "voorzitter")
    assert found
    return found


def test_the_table_says_how_much_is_filled_in_and_what_should_be_decided_elsewhere(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", PAGE, deel="centraal")
    assert not app.exception
    assert "Bij 12 van de 16 besluiten is ingevuld wie ze neemt" in markdown(app)
    assert "toegestane soorten, prijzen en leverancier, beheer van devices (MDM) en 2 andere" in markdown(app)


def test_keeping_an_unchanged_table_says_what_to_do(signed_in: SignedIn) -> None:
    # by the address that this part had before
    app = press(signed_in("voorzitter", PAGE, deel="besluiten"), "Bewaar de tabel")
    assert "Er is nog niets veranderd. Kies in de tabel wie beslist." in words(app)


def test_the_whole_table_is_shared_at_once_and_back(signed_in: SignedIn, database: Database, chair: Person) -> None:
    app = signed_in("voorzitter", PAGE, deel="centraal")
    (levels,) = [one for one in app.get("segmented_control") if str(one.label) == "Van elke regel die is ingevuld"]
    levels.set_value(Sharing.OWN)
    press(app, "Voor alle regels")
    assert {level for _now, level in kept(chair, database).values()} == {Sharing.OWN}
    press(app, "Ongedaan maken")
    assert kept(chair, database)["mdm"][1] is Sharing.GUIDE
    assert kept(chair, database)["wifi"][1] is Sharing.CIRCLE


def test_how_it_was_stands_beside_it(signed_in: SignedIn) -> None:
    app = press(signed_in("voorzitter", PAGE, deel="centraal"), "Hoe het was")
    assert "elke school sinds 2012, zou moeten zijn: bestuur en scholen samen" in tables(app)


@pytest.mark.usefixtures("on_a_telephone")
def test_on_a_telephone_a_line_is_kept_and_the_next_one_comes(
    signed_in: SignedIn, database: Database, chair: Person
) -> None:
    app = signed_in("voorzitter", PAGE, deel="centraal")
    assert "Levensduur: niet bekend wie beslist, zou moeten zijn: bestuur en scholen samen" in words(app).replace(
        "**", ""
    )
    next(one for one in app.selectbox if one.label == "Wie beslist nu").set_value(Decider.PARTNERS)
    press(app, "Bewaar deze regel")
    assert kept(chair, database)["life_spans"] == (Decider.PARTNERS, Sharing.CIRCLE)
    assert next(one for one in app.selectbox if one.label == "Besluit").value == "backup"


@pytest.mark.usefixtures("on_a_telephone")
def test_on_a_telephone_a_year_that_cannot_be_is_refused_in_words(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", PAGE, deel="centraal")
    next(one for one in app.number_input if one.label == "Sinds (jaar)").set_value(2031)
    press(app, "Bewaar deze regel")
    assert "Bij ‘Levensduur’ staat sinds 2031. Kies een jaar van 1980 tot en met 2018." in words(app)


def test_the_mirror_shows_the_others_without_a_name(signed_in: SignedIn, database: Database, chair: Person) -> None:
    app = signed_in("voorzitter", PAGE, deel="spiegel")
    assert not app.exception
    assert "Het grootste verschil met hen zit in deskundigheid" in markdown(app).replace("**", "")
    assert "minder dan 3" in tables(app)
    others = {one.name for one in members(chair, database, network_of(chair, database)) if one.board_id != DYNAMIEK}
    drawn = "".join(str(chart.proto.spec) for chart in app.get("plotly_chart"))
    assert "scatter" in drawn
    shown = words(app) + drawn
    assert len(others) == 5
    assert not [name for name in others if name in shown]


def test_what_another_board_takes_back_is_gone_from_the_mirror_at_the_next_run(
    signed_in: SignedIn, database: Database, chair: Person
) -> None:
    network_id = network_of(chair, database)
    app = signed_in("voorzitter", PAGE, deel="spiegel")
    press(app, "Toon als tabel")
    before = tables(app).count("minder dan 3")
    for board_id in ("90001", "90002", "90003"):
        who = chair_of(database, board_id)
        store.share(who, database, NOW, network_id, "answers", "ibp", Sharing.GUIDE)
    app.run()
    assert tables(app).count("minder dan 3") == before + 1
    assert "Van 5 van de 6 thema’s" in markdown(app)


def test_what_boards_say_to_it_stands_there_by_board_and_without_figures(signed_in: SignedIn) -> None:
    app = press(signed_in("voorzitter", PAGE, deel="spiegel"), "Wat anderen erbij zeggen")
    assert "Elke school heeft een eigen begroting voor ICT." in tables(app)


def test_the_library_shows_what_a_board_made_public(signed_in: SignedIn, database: Database, chair: Person) -> None:
    network_id = network_of(chair, database)
    who = chair_of(database, "90001")
    store.share(who, database, NOW, network_id, "decision", "buying", Sharing.PUBLIC)
    app = signed_in("voorzitter", PAGE, deel="bibliotheek")
    if any(one.label.startswith("Toon alle") for one in app.button):
        press(app, "Toon alle")
    assert "Elke school heeft een eigen begroting voor ICT." in words(app)
    assert "Voorbeeldgegevens" in words(app)


def test_papers_are_handed_out_where_is_said_who_sees_what(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", PAGE, deel="delen")
    assert not app.exception
    assert {"Download Word", "Download PDF"} <= {one.proto.label for one in app.get("download_button")}
