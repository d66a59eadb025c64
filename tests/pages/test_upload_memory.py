"""An upload that remembers, that divides itself over schools, that asks about moved devices, and that is let go."""

from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from pages.inventory.upload import IDLE
from planning.core.database import Database
from planning.inventory.service import history, lots
from planning.organisation.service import schools
from tests.making import workbook
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, upload, whole, words

TWISTER = "03UZ00"
HEADER = ("Soort", "Merk", "Model", "Zoveel", "Aanschafdatum")
LOTS = [("Chromebook", "HP", "Chromebook 11 G5", "30", "2017"), ("Laptop", "Lenovo", "ThinkPad L450", "23", "2016")]
OF_SCHOOLS = ("School", "Soort", "Merk", "Model", "Serienummer", "Aanschafdatum")


def box(app: AppTest, key: str) -> object:
    return next(one for one in app.selectbox if one.key and one.key.startswith(key))


def correct_the_count(app: AppTest) -> AppTest:
    press(app, "Klopt een kolom niet")
    box(app, "map_column").select_index(3).run()
    box(app, "map_field_").set_value("count").run()
    return press(app, "Lees opnieuw")


@pytest.fixture
def coordinator(signed_in: SignedIn) -> AppTest:
    return signed_in("ict-03uz", "inventory/page.py", school=TWISTER)


@pytest.fixture
def group(signed_in: SignedIn) -> AppTest:
    return signed_in("bovenschools", "inventory/page.py", school=TWISTER)


def other_school(database: Database) -> tuple[str, str, str]:
    """A school of the group with its name, and a serial number that stands there."""
    person = somebody(database, "bovenschools")
    for school in schools(person, database):
        versions = history(person, database, school.school_id)
        if school.school_id != TWISTER and versions:
            serials = lots(person, database, school.school_id, versions[0].version)["serial"].dropna()
            if len(serials):
                return school.school_id, school.name, str(serials.iloc[0])
    raise LookupError


def test_a_corrected_column_is_read_so_next_time_and_the_page_says_so(coordinator: AppTest) -> None:
    app = correct_the_count(upload(coordinator, workbook([HEADER, *LOTS])))
    assert "We onthouden welke kolom wat is" in words(app)
    press(whole(app), "Bevestigen")
    upload(app, workbook([HEADER, *LOTS]))
    assert "Zoals u het op" in words(app)
    assert "kolom D (‘Zoveel’) is aantal" in words(app)
    assert "**We lazen 53 devices in 2 rijen.**" in words(app)


def test_what_was_remembered_can_be_left_unused(coordinator: AppTest) -> None:
    app = press(whole(correct_the_count(upload(coordinator, workbook([HEADER, *LOTS])))), "Bevestigen")
    press(upload(app, workbook([HEADER, *LOTS])), "Niet gebruiken")
    assert "Zoals u het op" not in words(app)
    assert "**We lazen 53 devices" not in words(app)


def test_the_group_shares_its_choices_with_the_other_schools(group: AppTest, signed_in: SignedIn) -> None:
    app = correct_the_count(upload(group, workbook([HEADER, *LOTS])))
    app.checkbox(key="share_choices").check().run()
    press(whole(app), "Bevestigen")
    another = upload(signed_in("ict-03qe", "inventory/page.py", school="03QE00"), workbook([HEADER, *LOTS]))
    assert "Zoals Bovenschools ICT-coördinator het op" in words(another)
    assert "**We lazen 53 devices" in words(another)


def test_a_coordinator_cannot_share(coordinator: AppTest) -> None:
    app = correct_the_count(upload(coordinator, workbook([HEADER, *LOTS])))
    assert not app.checkbox


def test_a_model_nobody_knows_is_explained_in_the_preview(coordinator: AppTest) -> None:
    header = ("Soort", "Model", "Serienummer", "Aanschafdatum")
    app = whole(upload(coordinator, workbook([header, ("Yogaboekje", "Stroom 11", "5CD0000001", "2017")])))
    assert "Nog **1 keuze** van u" in words(app)
    press(app, "Modellen die wij niet kennen · 1")
    box(app, "model_kind_").set_value("laptop")
    next(one for one in app.text_input if one.label == "Merk").set_value("HP")
    next(one for one in app.text_input if one.label == "Model").set_value("Stream 11")
    press(app, "Onthoud dit model")
    assert "Alles is duidelijk; u kunt bevestigen." in words(app)
    assert "→ laptop, HP Stream 11" in words(app)
    press(app, "Vergeet")
    assert "Nog **1 keuze** van u" in words(app)


def test_an_explanation_without_a_model_is_refused_in_words(coordinator: AppTest) -> None:
    header = ("Soort", "Model", "Serienummer", "Aanschafdatum")
    app = upload(coordinator, workbook([header, ("Yogaboekje", "Stroom 11", "5CD0000001", "2017")]))
    press(press(app, "Modellen die wij niet kennen"), "Onthoud dit model")
    assert "Kies de soort device." in words(app)


def list_of_two(name: str) -> bytes:
    rows = [
        ("De Twister", "Chromebook", "HP", "Chromebook 11 G5", "NIEUW0000001", "2017"),
        (name, "Chromebook", "HP", "Chromebook 11 G5", "NIEUW0000002", "2017"),
        (name, "Chromebook", "HP", "Chromebook 11 G5", "NIEUW0000003", "2017"),
    ]
    return workbook([OF_SCHOOLS, *rows])


def test_the_group_confirms_a_list_of_several_schools_at_once(group: AppTest, database: Database) -> None:
    school_id, name, _serial = other_school(database)
    app = whole(upload(group, list_of_two(name)))
    assert "Scholen in deze lijst" in words(app)
    press(app, "Bevestig alle 2 scholen")
    assert "Vastgelegd: de inventaris van" in words(app)
    assert "upload" not in app.session_state
    person = somebody(database, "bovenschools")
    assert history(person, database, school_id)[0].devices == 2
    assert history(person, database, TWISTER)[0].devices == 1


def test_one_school_of_a_list_can_be_confirmed_and_the_rest_stays_on_the_screen(
    group: AppTest, database: Database
) -> None:
    _school_id, name, _serial = other_school(database)
    app = press(whole(upload(group, list_of_two(name))), "Bevestig alleen De Twister")
    assert "Al vastgelegd: De Twister." in words(app)
    assert "**We lazen 2 devices in 2 rijen.**" in words(app)
    press(app, "Bevestigen")
    assert "upload" not in app.session_state


def test_another_school_of_the_list_can_be_looked_at(group: AppTest, database: Database) -> None:
    school_id, name, _serial = other_school(database)
    app = upload(group, list_of_two(name))
    box(app, "shown_school").set_value(school_id).run()
    assert "**We lazen 2 devices in 2 rijen.**" in words(app)


def test_a_coordinator_keeps_the_own_rows_and_sees_the_others_refused(coordinator: AppTest, database: Database) -> None:
    _school_id, name, _serial = other_school(database)
    app = upload(coordinator, list_of_two(name))
    assert "2 rijen zijn van een andere school." in words(app)
    assert "**We lazen 1 device" in words(app)
    assert "NIEUW0000002" not in words(app)


def test_a_school_that_is_not_sure_is_asked_about(group: AppTest) -> None:
    app = upload(group, list_of_two("Klimboom"))
    assert "‘Klimboom’ kan De Klimboom in Swolgen (03QE00) zijn. Klopt dat?" in words(app)
    box(app, "answer_").set_value("this_school").run()
    assert "Scholen in deze lijst" in words(app)


def test_a_moved_device_is_asked_about_without_naming_a_school_out_of_reach(
    coordinator: AppTest, database: Database, signed_in: SignedIn
) -> None:
    _school_id, name, serial = other_school(database)
    header = ("Soort", "Model", "Serienummer", "Aanschafdatum")
    content = workbook([header, ("Chromebook", "Chromebook 11 G5", serial, "2017")])
    app = upload(coordinator, content)
    assert "staat ook bij een andere school van uw bestuur" in words(app)
    assert name not in words(app)
    assert f"staat ook bij {name}" in words(
        upload(signed_in("bovenschools", "inventory/page.py", school=TWISTER), content)
    )


def test_a_workbook_left_alone_for_half_an_hour_is_forgotten(coordinator: AppTest) -> None:
    app = upload(coordinator, workbook([HEADER, *LOTS]))
    app.session_state["upload"].seen -= IDLE + timedelta(seconds=1)
    app.run()
    assert "upload" not in app.session_state
    assert "Uw bestand stond een half uur stil en is vergeten." in app.info[0].value


def test_a_workbook_that_is_worked_on_stays(coordinator: AppTest) -> None:
    app = upload(coordinator, workbook([HEADER, *LOTS]))
    app.session_state["upload"].seen -= IDLE - timedelta(minutes=1)
    app.run().run()
    assert "upload" in app.session_state


def test_choosing_another_school_forgets_the_workbook(group: AppTest) -> None:
    app = upload(group, workbook([HEADER, *LOTS]))
    app.selectbox(key="filter_school").set_value("03QE00").run()
    assert "upload" not in app.session_state


def test_signing_out_forgets_the_workbook(coordinator: AppTest) -> None:
    app = upload(coordinator, workbook([HEADER, *LOTS]))
    app.button(key="sign_out").click().run()
    assert "upload" not in app.session_state


def test_choosing_another_file_forgets_the_first(coordinator: AppTest) -> None:
    app = press(upload(coordinator, workbook([HEADER, *LOTS])), "Ander bestand kiezen")
    assert "upload" not in app.session_state


def test_the_workbook_of_somebody_else_is_not_shown(coordinator: AppTest) -> None:
    app = upload(coordinator, workbook([HEADER, *LOTS]))
    app.session_state["upload"].person_id = "iemand-anders"
    app.run()
    assert "upload" not in app.session_state
