"""Beheer: who may use which part, what each change does to the screen and the store, and what is refused in words."""

import re
from dataclasses import replace

import pytest

from pages.settings.audit_log_words import AuditWords
from planning.core.backup_service import make_backup
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import Role
from planning.core.service import own_board, save_person, set_board
from planning.core.translation import use_language
from planning.organisation.service import find_school, kinds
from tests.pages.at_settings import NOW, SOMEBODY, opened, row, shown
from tests.pages.conftest import SignedIn
from tests.pages.driving import parts, press, upload, words


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        (
            "beheer",
            ["Scholen en leerlingen", "Mensen", "Soorten", "Onthouden", "Doelen", "Bestuur", "Koppeling", "Logboek"],
        ),
        (
            "bovenschools",
            ["Scholen en leerlingen", "Soorten", "Onthouden", "Doelen", "Bestuur", "Koppeling", "Logboek"],
        ),
        ("voorzitter", ["Doelen", "Bestuur", "Logboek"]),
    ],
)
def test_each_role_sees_the_parts_it_may_use(signed_in: SignedIn, person: str, expected: list[str]) -> None:
    assert parts(signed_in(person, "settings/page.py")) == expected


@pytest.mark.parametrize("person", ["bovenschools", "voorzitter"])
def test_a_part_that_is_not_yours_refuses_in_words_and_shows_nothing(signed_in: SignedIn, person: str) -> None:
    app = opened(signed_in, "mensen", person)
    assert "‘Mensen’ hoort niet bij uw rol" in words(app)
    assert len(app.table) == 0


def test_a_school_coordinator_gets_the_refusal_of_the_whole_page(signed_in: SignedIn) -> None:
    app = opened(signed_in, "scholen", "ict-03uz")
    assert "Deze pagina is niet voor u" in words(app)
    assert not app.get("segmented_control")


@pytest.mark.parametrize("odd", ["", "niets", "<script>"])
def test_an_address_without_a_known_part_opens_the_first(signed_in: SignedIn, odd: str) -> None:
    assert "20 scholen" in opened(signed_in, odd).header[0].value


def test_the_address_keeps_its_dutch_key_in_english(signed_in: SignedIn) -> None:
    app = opened(signed_in, "scholen", lang="en")
    use_language("en")  # the test reads the labels as this reader sees them
    app.get("segmented_control")[0].set_value("soorten").run()
    assert app.query_params["deel"] == "soorten"
    assert "4 of the 10 kinds count for pupils" in words(app)


def test_a_role_taken_away_meanwhile_changes_nothing_any_more(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "soorten", "bovenschools")
    app.number_input(key="kind_life_years_chromebook_0").set_value(9)
    person = find_person(database, "47920", "bovenschools")
    assert person is not None
    save_person(SOMEBODY, database, NOW, replace(person, role=Role.READER))
    press(app, "Bewaren")
    assert "Deze pagina is niet voor u" in words(app)
    assert kinds(SOMEBODY, database)["chromebook"].life_years != 9


def test_a_kind_gets_the_life_span_and_price_of_the_board_and_its_own_back(
    signed_in: SignedIn, database: Database
) -> None:
    app = opened(signed_in, "soorten")
    before = row(shown(app), "Soort", "Chromebook").tolist()
    app.number_input(key="kind_life_years_chromebook_0").set_value(6)
    app.number_input(key="kind_price_cents_chromebook_0").set_value(275)
    press(app, "Bewaren")
    chosen = row(shown(app), "Soort", "Chromebook")
    assert chosen.tolist() == ["Chromebook", "6 jaar :material/edit:", "€ 275 :material/edit:", "ja"]
    assert (kinds(SOMEBODY, database)["chromebook"].price_cents) == 27500
    press(app, "Zoals meegeleverd")
    assert row(shown(app), "Soort", "Chromebook").tolist() == before


def test_a_life_span_and_a_price_that_cannot_be_are_refused_together(signed_in: SignedIn) -> None:
    app = opened(signed_in, "soorten")
    app.number_input(key="kind_life_years_chromebook_0").set_value(0)
    app.number_input(key="kind_price_cents_chromebook_0").set_value(300000)
    said = words(press(app, "Bewaren"))
    assert "Bij de levensduur staat 0 jaar." in said
    assert "Bij de prijs staat 300.000 euro." in said


def test_every_kind_says_what_its_values_rest_on(signed_in: SignedIn) -> None:
    said = words(opened(signed_in, "soorten"))
    assert "**Beamer**: Afschrijving" in said
    assert "[Bron](https://aalsmeer.jaarverslag-2017.nl/" in said


def test_the_chair_sets_the_target_of_the_board(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "doelen", "voorzitter")
    app.text_input(key="board_pupils_per_device_0").set_value("1 op 3,5")
    app.number_input(key="board_nearly_share_0").set_value(12)
    press(app, "Bewaren")
    assert "**Het doel van Dynamiek Scholengroep is 1 op 3,5.**" in words(app)
    board = own_board(SOMEBODY, database)
    assert (board.pupils_per_device, board.nearly_share, board.stale_after_days) == (3.5, 0.12, 180)
    press(app, "Ongedaan maken")
    assert own_board(SOMEBODY, database).pupils_per_device == 4.0


def test_settings_of_the_board_that_cannot_be_are_refused_at_once(signed_in: SignedIn, database: Database) -> None:
    version = database.data_version("47920")
    app = opened(signed_in, "doelen")
    app.text_input(key="board_pupils_per_device_0").set_value("vier")
    app.number_input(key="board_nearly_share_0").set_value(80)
    app.number_input(key="board_stale_after_days_0").set_value(0)
    said = words(press(app, "Bewaren"))
    assert "Bij het doel staat ‘vier’. Schrijf het als een getal: 4 of 2,5." in said
    assert "Bij ‘bijna’ staat 80%." in said
    assert "Bij ‘verouderd’ staat 0 dagen." in said
    assert database.data_version("47920") == version


def test_the_chair_sets_the_own_target_of_a_school_which_then_follows_the_board_again(
    signed_in: SignedIn, database: Database
) -> None:
    app = opened(signed_in, "doelen", "voorzitter")
    app.selectbox(key="own_target_school").set_value("03UZ00").run()
    app.text_input(key="own_target_pupils_per_device_03UZ00_0").set_value("2,5")
    press(app, "Bewaren voor deze school")
    assert row(shown(app), "School", "De Twister")["Eigen doel"] == "1 op 2,5"
    assert find_school(SOMEBODY, database, "03UZ00").own_target == 2.5
    press(app, "Weer het bestuur volgen")
    assert "De Twister" not in list(shown(app)["School"])
    assert find_school(SOMEBODY, database, "03UZ00").own_target is None


def test_the_log_tells_a_change_in_dutch_words(signed_in: SignedIn) -> None:
    app = opened(signed_in, "doelen", "voorzitter")
    app.text_input(key="board_pupils_per_device_0").set_value("3")
    press(app, "Bewaren")
    newest = shown(opened(signed_in, "logboek", "voorzitter")).iloc[0]
    assert newest[["Wie", "Wat", "Waarvan", "Was", "Is nu"]].tolist() == [
        "Bestuursvoorzitter",
        "Instellingen van het bestuur",
        "Dynamiek Scholengroep",
        "1 op 4 · bijna tot 10% · verouderd na 180 dagen",
        "1 op 3 · bijna tot 10% · verouderd na 180 dagen",
    ]


def test_nothing_raw_is_left_in_the_log_of_the_example(signed_in: SignedIn) -> None:
    app = opened(signed_in, "logboek")
    while any(button.label == "Toon oudere wijzigingen" for button in app.button):
        press(app, "Toon oudere wijzigingen")
    table = shown(app)
    assert len(table) > 50
    cells = set(table.drop(columns=["Wie", "Waarvan"]).to_numpy().ravel())
    cells = {re.sub(r"\S+\.(csv|ods|xls[xm]?)$", "", cell) for cell in cells}  # a file keeps the name it had
    assert not [cell for cell in cells if re.search(r"[{}_]|None|null|True|school_ict|\d{4}-\d\d-\d\d", cell)]


def test_the_log_can_be_narrowed_to_one_kind_of_change(signed_in: SignedIn) -> None:
    app = opened(signed_in, "logboek")
    app.selectbox(key="audit_topic").set_value("targets").run()
    assert set(shown(app)["Wat"]) == {"Eigen doel van een school"}
    app.selectbox(key="audit_topic").set_value("publications").run()
    assert "Van deze soort is nog niets gewijzigd." in words(app)


@pytest.mark.parametrize(
    ("code", "facts", "expected"),
    [
        ("inventory", {"version": 2, "devices": 56, "new": 12, "gone": 6, "changed": 3, "file": "a.xlsx"},
         "versie 2 · 56 devices · +12 · −6 · 3 gewijzigd · a.xlsx"),
        ("restore", {"version": 3, "devices": 1, "restored_from": 1}, "versie 3 · 1 device · teruggezet: versie 1"),
        ("pupils", {"schools": 20, "changed": 1}, "20 scholen · 1 wijziging"),
        ("pupil_count", {"count_date": "2017-10-01", "total": 210, "lower": 50, "middle": 70, "upper": 90},
         "1-10-2017 · 210 leerlingen · onderbouw 50 · middenbouw 70 · bovenbouw 90"),
        ("own_forecast", {"count_date": "2018-10-01", "pupils": 1}, "1-10-2018 · 1 leerling"),
        ("own_target", {"pupils_per_device": None}, "volgt het bestuur"),
        ("own_target", {"pupils_per_device": 2.5}, "1 op 2,5"),
        ("kind", {"life_years": 6, "price_cents": 27500}, "6 jaar · € 275"),
        ("person", {"name": "Anna", "role": "school_ict", "schools": ["03UZ00"], "language": "en"},
         "Anna · ICT-coördinator · De Twister · Engels"),
        ("publication", {"on_target": 7, "shortage": 1}, "7 scholen op doel · 1 device tekort"),
        ("person", None, "–"),
        ("unheard_of", {"secret": "x"}, "–"),
    ],
)  # fmt: skip
def test_what_was_and_what_is_are_told_in_words(code: str, facts: object, expected: str) -> None:
    told = AuditWords({"03UZ00": "De Twister"}, {}).facts(code, "onderwerp", facts)
    assert told.replace("\u2011", "-").replace("\u00a0", " ") == expected


def test_the_board_gets_another_name_and_its_own_back(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "bestuur")
    app.text_input(key="board_name_name_0").set_value("Dynamiek Onderwijs")
    assert "Het bestuur heet nu Dynamiek Onderwijs." in words(press(app, "Bewaren"))
    assert own_board(SOMEBODY, database).name == "Dynamiek Onderwijs"
    press(app, "Ongedaan maken")
    assert own_board(SOMEBODY, database).name == "Dynamiek Scholengroep"


def test_a_backup_is_put_back_after_it_was_looked_into_and_confirmed(signed_in: SignedIn, database: Database) -> None:
    backup = make_backup(SOMEBODY, database, NOW)
    set_board(SOMEBODY, database, NOW, name="Heel anders")
    app = upload(opened(signed_in, "bestuur"), backup, "dynamiek.backup")
    assert "Dynamiek Scholengroep (47920)" in words(app)
    assert "Laat eerst iedereen stoppen" in words(app)
    press(app, "Zet de reservekopie terug")
    assert "Typ ‘alles vervangen’ om te bevestigen. Er is niets vervangen." in words(app)
    app.text_input(key="restore_words_dynamiek.backup_0").set_value("Alles vervangen")
    assert "‘dynamiek.backup’ is teruggezet." in words(press(app, "Zet de reservekopie terug"))
    assert own_board(SOMEBODY, database).name == "Dynamiek Scholengroep"


def test_a_file_that_is_no_backup_is_refused_in_words(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "bestuur"), b"geen kopie", "foto.backup")
    assert "‘foto.backup’ is geen reservekopie van deze versie van Vlootplan." in words(app)


def test_a_key_for_excel_is_shown_once_and_ends_at_a_click(database: Database, signed_in: SignedIn) -> None:
    app = press(opened(signed_in, "koppeling", "bovenschools"), "Maak een sleutel")
    key = str(app.code[0].value)
    assert key.startswith("47920-")
    assert key in str(app.code[1].value)  # in the address to paste
    again = opened(signed_in, "koppeling", "bovenschools")
    assert [key in str(code.value) for code in again.code] == [False]
    assert "Laatst gebruikt: nog niet" in words(again)
    assert "er is geen sleutel" in words(press(again, "Beëindig de sleutel"))
