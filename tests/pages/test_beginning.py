"""A new board: from an empty database to its steps, each of which says what comes next and who does it."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.server import first_board
from planning.core.boards import boards
from planning.core.database import Database
from planning.core.paths import ROOT
from planning.core.people import everyone
from planning.core.rights import Person, Role
from planning.core.service import add_people, begin_board
from planning.core.sign_in import write_identity
from planning.organisation.service import import_at_hand, schools
from tests.conftest import NOW
from tests.pages.conftest import PATIENCE, SignedIn, run_as
from tests.pages.driving import press, words

PRISMA = "47959"


@pytest.fixture
def administrator(empty: Database) -> Person:
    """Of a board that has begun a moment ago."""
    return begin_board(empty, NOW, PRISMA, "Prisma", "Wil")


def start(person: Person, page: str = "beheer", **query: str) -> AppTest:
    app = run_as(write_identity(person.board_id, person.person_id), page, **query)
    assert not app.exception
    return app


def first_screen() -> AppTest:
    return AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=PATIENCE).run()


def fill_in(app: AppTest, number: str, name: str, administrator: str) -> AppTest:
    for field, text in zip(app.text_input, (number, name, administrator), strict=True):
        field.set_value(text)
    return press(app, "Begin met dit bestuur")


def test_an_empty_database_offers_a_form_and_the_one_who_fills_it_in_goes_on_as_administrator(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone_on: list[tuple[Person, str]] = []
    monkeypatch.setattr(first_board, "sign_in_as", lambda *asked: gone_on.append(asked))
    fill_in(first_screen(), "12345", "De Linde", "Anna")
    [anna] = everyone(empty)
    assert (anna.name, [one.name for one in boards(empty)]) == ("Anna", ["De Linde"])
    assert gone_on == [(anna, "/beheer?deel=start")]


def test_what_cannot_be_a_board_is_said_at_its_field_and_nothing_is_kept(empty: Database) -> None:
    said = words(fill_in(first_screen(), "123", "", ""))
    assert "‘123’ is geen bestuursnummer" in said
    assert "Het bestuur heeft nog geen naam." in said
    assert "Er is nog geen naam. Vul in hoe deze persoon heet." in said
    assert boards(empty) == ()


def test_the_schools_of_duos_files_at_hand_come_with_one_click(empty: Database, administrator: Person) -> None:
    app = start(administrator)
    assert "**0 van de 4 stappen zijn gezet.** Nu: scholen en leerlingen." in words(app)
    assert "**12 scholen** van uw bestuur" in words(app)
    press(app, "Neem deze scholen en leerlingen over")
    assert len(schools(administrator, empty)) == 12
    assert "**1 van de 4 stappen is gezet.** Nu: mensen." in words(app)


@pytest.fixture
def with_schools(empty: Database, administrator: Person) -> Person:
    import_at_hand(administrator, empty, NOW, apply=True)
    return administrator


def test_a_pasted_list_is_added_whole_once_no_line_has_a_problem_and_taken_back_whole(
    empty: Database, with_schools: Person
) -> None:
    app = start(with_schools)
    app.text_area[0].set_value("Naam;Rol;School\nAnna;ICT-coördinator;De Kemp\nBas;baas\nCas;voorzitter").run()
    said = words(app)
    assert "Er staat ‘baas’, en die rol kennen we niet." in said
    assert "**1 regel kan nog niet.**" in said
    assert not [button for button in app.button if "Voeg" in button.label and "toe" in button.label]
    app.text_area[0].set_value("Anna;ICT-coördinator;De Kemp\nCas;voorzitter").run()
    press(app, "Voeg 2 mensen toe")
    assert {person.name for person in everyone(empty)} == {"Wil", "Anna", "Cas"}
    press(app, "Ongedaan maken")
    assert [person.name for person in everyone(empty)] == ["Wil"]


def test_who_has_no_right_to_upload_is_told_who_has_and_reminds_them(empty: Database, with_schools: Person) -> None:
    [kemp] = [school for school in schools(with_schools, empty) if school.name == "De Kemp"]
    add_people(with_schools, empty, NOW, [Person("", PRISMA, "Anna", Role.SCHOOL_ICT, frozenset({kemp.school_id}))])
    app = start(with_schools)
    app.selectbox(key="start_school").set_value(kemp.school_id).run()
    letter = app.get("code")[0].value
    assert letter.startswith("Beste Anna,\n\nOp ")
    assert "is er geen lijst van devices die bij de tijd is van:\n\n- De Kemp (nog geen)\n\nWilt u" in letter
    assert "Als beheerder levert u zelf geen lijsten aan." in words(app)
    assert [button.label for button in app.button if button.label.startswith("Verder als")] == [
        "Verder als Anna · ICT-coördinator"
    ]


def test_the_overview_shows_the_administrator_the_next_step_and_an_example_none(
    empty: Database, administrator: Person
) -> None:
    assert "**Uw bestuur begint: 0 van de 4 stappen zijn gezet.** Nu: scholen en leerlingen." in words(
        start(administrator, "overzicht")
    )


def test_the_example_has_no_beginning(signed_in: SignedIn) -> None:
    assert "stappen zijn gezet" not in words(signed_in("beheer"))


@pytest.mark.parametrize("page", ["school", "inventaris", "ratios", "rondes"])
def test_a_page_that_is_about_schools_says_what_comes_first(administrator: Person, page: str) -> None:
    app = start(administrator, page)
    assert "**Eerst komen de scholen.**" in words(app)
    assert not app.selectbox
