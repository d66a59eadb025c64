"""Beheer, people: who comes, changes and goes, and what is refused in words."""

import re

from streamlit.testing.v1 import AppTest

from planning.core.database import Database
from planning.core.people import find_person
from planning.core.personal_data_service import departed
from planning.core.rights import Role
from planning.core.service import remove_people
from tests.pages.at_settings import NOW, SOMEBODY, opened, row, shown
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, words


def edited(app: AppTest, person: str, **fields: object) -> AppTest:
    app.selectbox(key="people_who_0").set_value(person).run()
    if "name" in fields:
        app.text_input(key=f"people_name_{person}_0").set_value(fields["name"])
    if "role" in fields:
        app.selectbox(key=f"people_role_{person}_0").set_value(fields["role"])
    if "schools" in fields:
        app.multiselect(key=f"people_school_ids_{person}_0").set_value(fields["schools"])
    return press(app, "Bewaren")


def test_somebody_new_appears_and_can_sign_in(signed_in: SignedIn, database: Database) -> None:
    app = edited(opened(signed_in, "mensen"), "", name="Zoë Smit", schools=["03UZ00", "03QE00"])
    assert "Zoë Smit is toegevoegd." in words(app)
    assert list(row(shown(app), "Naam", "Zoë Smit")) == ["Zoë Smit", "ICT-coördinator", "De Klimboom en De Twister"]
    added = find_person(database, "47920", "zoe-smit")
    assert added is not None
    assert (added.role, added.school_ids) == (Role.SCHOOL_ICT, {"03UZ00", "03QE00"})


def test_two_people_of_one_name_stay_two(signed_in: SignedIn) -> None:
    for _time in range(2):
        app = edited(opened(signed_in, "mensen"), "", name="Jan", role=Role.READER)
    assert list(shown(app)["Naam"]).count("Jan") == 2


def test_a_school_coordinator_without_a_school_is_refused(signed_in: SignedIn, database: Database) -> None:
    version = database.data_version("47920")
    app = edited(opened(signed_in, "mensen"), "", name="Zonder School")
    assert "Een ICT-coördinator heeft ten minste één school. Kies welke." in words(app)
    assert database.data_version("47920") == version
    assert app.text_input(key="people_name__0").value == "Zonder School"


def test_a_refusal_stands_beneath_the_field_it_is_about(signed_in: SignedIn) -> None:
    app = edited(opened(signed_in, "mensen"), "")
    form = [str(part.value) if part.type == "markdown" else str(getattr(part, "label", "")) for part in app.main]
    name = form.index("Naam")
    assert "Er is nog geen naam" in form[name + 1]
    assert form[name + 2] == "Rol"


def test_everything_that_is_the_matter_is_said_at_once(signed_in: SignedIn) -> None:
    said = words(edited(opened(signed_in, "mensen"), ""))
    assert "Er is nog geen naam." in said
    assert "ten minste één school" in said


def test_the_last_administrator_stays_one(signed_in: SignedIn, database: Database) -> None:
    app = edited(opened(signed_in, "mensen"), "beheer", role=Role.READER)
    assert "Beheerder is de enige beheerder. Maak eerst iemand anders beheerder." in words(app)
    kept = find_person(database, "47920", "beheer")
    assert kept is not None
    assert kept.role is Role.ADMINISTRATOR


def test_you_cannot_remove_yourself(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "mensen")
    app.selectbox(key="people_who_0").set_value("beheer").run()
    press(app, "Weghalen")
    assert "U kunt uzelf niet weghalen. Vraag het een andere beheerder." in words(app)
    assert find_person(database, "47920", "beheer")


def test_somebody_removed_is_put_back_by_undoing(signed_in: SignedIn, database: Database) -> None:
    before = find_person(database, "47920", "ict-03uz")
    app = opened(signed_in, "mensen")
    app.selectbox(key="people_who_0").set_value("ict-03uz").run()
    press(app, "Weghalen")
    assert find_person(database, "47920", "ict-03uz") is None
    press(app, "Ongedaan maken")
    assert find_person(database, "47920", "ict-03uz") == before


def test_a_name_with_markup_is_shown_as_it_was_typed(signed_in: SignedIn) -> None:
    name = "<b>Anna</b> [klik](http://x.nl) :red[rood] **vet**"
    app = edited(opened(signed_in, "mensen"), "", name=name, role=Role.READER)
    cell = next(str(cell) for cell in app.table[0].value["Naam"] if "klik" in str(cell))
    assert cell.replace("\\", "").replace("\u2060", "") == name
    assert not re.search(r"(?<!\\)[<>\[\]()*:]", cell)  # each sign that could work stands behind a backslash
    assert "http\\:" not in cell  # and the address is broken up, or it would be a link all the same


def test_each_role_is_told_what_it_may(signed_in: SignedIn) -> None:
    roles = shown(opened(signed_in, "mensen"), 1)
    assert list(row(roles, "Rol", "ICT-coördinator"))[1:5] == ["eigen scholen", "✓", "–", "–"]
    assert set(row(roles, "Rol", "Lezer (RvT, GMR)")[1:]) == {"gepubliceerde cijfers", "–"}


def test_who_left_is_forgotten_on_the_screen_of_the_people(signed_in: SignedIn, database: Database) -> None:
    chair = find_person(database, "47920", "voorzitter")
    assert chair
    remove_people(SOMEBODY, database, NOW, [chair])
    app = opened(signed_in, "mensen")
    app.selectbox(key="forget_person_who_0").set_value("voorzitter")
    assert "Vergeten. Waar de naam stond, staat nu ‘Oud-medewerker" in words(press(app, "Vergeet deze persoon"))
    assert "Bestuursvoorzitter" not in departed(SOMEBODY, database).values()
