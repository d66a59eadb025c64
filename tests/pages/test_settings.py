"""Beheer: who may use which part, what each change does to the screen and the store, and what is refused in words."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec
from streamlit.testing.v1 import AppTest

from pages.server import session
from pages.settings.audit_log_words import AuditWords
from planning.core.backup_service import make_backup
from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.paths import EXAMPLES
from planning.core.people import find_person
from planning.core.personal_data_service import departed
from planning.core.rights import Person, Role, operator
from planning.core.service import own_board, remove_people, save_person, set_board
from planning.core.translation import use_language
from planning.organisation.service import find_school, kinds, pupil_counts
from tests.pages.conftest import SignedIn
from tests.pages.driving import parts, press, upload, words

NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
SOMEBODY = operator("47920")
PUPILS_2016 = (EXAMPLES / "duo" / "leerlingen-2016-2017.csv").read_bytes()


def opened(signed_in: SignedIn, part: str, person: str = "beheer", **query: str) -> AppTest:
    app = signed_in(person, "settings/page.py", deel=part, **query)
    assert not app.exception
    return app


def shown(app: AppTest, number: int = 0) -> pd.DataFrame:
    """A table as the screen shows it: figures stand in its display values."""
    table = app.table[number]
    styled = table.proto.arrow_data.styler.display_values
    frame = pa.ipc.open_stream(styled).read_pandas() if styled else table.value
    plain = frame.map(lambda cell: re.sub(r"\\(.)", r"\1", str(cell)).replace("\u2011", "-").replace("\u00a0", " "))
    return plain.rename(columns=lambda name: str(name).replace("\u2011", "-"))


def row(frame: pd.DataFrame, column: str, value: str) -> pd.Series:
    return frame[frame[column] == value].iloc[0]


def with_pupils(school: bytes, more: int) -> bytes:
    """DUO's file of 2016 with so many 6-year-olds more in one school."""

    def changed(line: bytes) -> bytes:
        cells = line.split(b";")
        if cells[1:2] != [school]:
            return line
        cells[16], cells[-1] = (b"%d" % (int(cells[place]) + more) for place in (16, -1))
        return b";".join(cells)

    return b"\n".join(changed(line) for line in PUPILS_2016.splitlines())


# Parts and rights


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


# Schools and pupils


def test_the_schools_answer_in_one_sentence_with_a_row_each(signed_in: SignedIn) -> None:
    app = opened(signed_in, "scholen")
    assert "**20 scholen met 3.395 leerlingen** op 1-10-2016." in words(app)
    table = shown(app)
    assert len(table) == 20
    assert list(row(table, "BRIN", "03UZ00"))[1:] == [
        "De Twister", "Horst", "Bo", "–", "247", "212", "39", "70", "103",
    ]  # fmt: skip


def test_without_a_school_the_page_says_how_it_begins(signed_in: SignedIn, database: Database) -> None:
    add_board(database, Board("11111", "Nieuw bestuur", False, date(2018, 5, 1), 4.0, 0.1, 180))
    save_person(operator("11111"), database, NOW, Person("anna", "11111", "Anna", Role.ADMINISTRATOR))
    app = signed_in("anna", "settings/page.py", board_id="11111", deel="scholen")
    assert not app.exception
    assert "Er is nog geen school." in words(app)
    assert app.get("file_uploader")


def count_by_hand(app: AppTest, day: date = date(2017, 10, 1), **numbers: int) -> AppTest:
    app.selectbox(key="count_school_id_0").set_value("03UZ00")
    app.date_input(key="count_count_date_0").set_value(day)
    for name, number in numbers.items():
        app.number_input(key=f"count_{name}_0").set_value(number)
    return press(app, "Telling bewaren")


def test_a_count_by_hand_appears_in_the_table_and_can_be_undone(signed_in: SignedIn, database: Database) -> None:
    app = count_by_hand(opened(signed_in, "scholen"), lower=50, middle=70, upper=90)
    assert "De Twister heeft op 1-10-2017 210 leerlingen." in words(app)
    twister = row(shown(app), "BRIN", "03UZ00")
    assert twister["1-10-2017"] == "210 :material/edit:"
    assert list(twister[["Onderbouw", "Middenbouw", "Bovenbouw"]]) == ["50", "70", "90"]
    press(app, "Ongedaan maken")
    assert "1-10-2017" not in shown(app).columns
    assert set(pupil_counts(SOMEBODY, database)["source"]) == {"duo"}


def test_undoing_a_count_gives_duos_own_back(signed_in: SignedIn, database: Database) -> None:
    before = pupil_counts(SOMEBODY, database)
    app = count_by_hand(opened(signed_in, "scholen"), date(2016, 10, 1), total=300)
    assert row(shown(app), "BRIN", "03UZ00")["1-10-2016"] == "300 :material/edit:"
    press(app, "Ongedaan maken")
    pd.testing.assert_frame_equal(pupil_counts(SOMEBODY, database), before)


def test_a_count_by_hand_can_be_taken_away_later(signed_in: SignedIn, database: Database) -> None:
    count_by_hand(opened(signed_in, "scholen"), total=210)
    app = press(opened(signed_in, "scholen"), "Weghalen")
    assert "De telling van De Twister op 1-10-2017 is weg." in words(app)
    assert "1-10-2017" not in shown(app).columns


@pytest.mark.parametrize(
    ("numbers", "refusal"),
    [
        (
            {"lower": 50, "middle": 70, "upper": 90, "total": 200},
            "De bouwen tellen op tot 210, maar bij het totaal staat",
        ),
        ({"lower": 50}, "U vulde middenbouw en bovenbouw niet in."),
        ({}, "Er is nog geen aantal."),
        ({"total": -3}, "U vulde −3 in als aantal leerlingen."),
        ({"total": 21000}, "U vulde 21.000 in als aantal leerlingen."),
    ],
)
def test_a_count_that_cannot_be_is_refused_and_stays_on_the_screen(
    signed_in: SignedIn, database: Database, numbers: dict[str, int], refusal: str
) -> None:
    version = database.data_version("47920")
    app = count_by_hand(opened(signed_in, "scholen"), **numbers)
    assert refusal in words(app)
    assert database.data_version("47920") == version
    for name, number in numbers.items():
        assert app.number_input(key=f"count_{name}_0").value == number


def test_a_count_of_a_day_to_come_is_refused(signed_in: SignedIn) -> None:
    app = count_by_hand(opened(signed_in, "scholen"), date(2018, 10, 1), total=210)
    assert "De teldatum is 1-10-2018, later dan 1-5-2018." in words(app)


def test_a_preview_of_duos_file_changes_nothing_until_it_is_applied(signed_in: SignedIn, database: Database) -> None:
    version = database.data_version("47920")
    app = upload(opened(signed_in, "scholen"), with_pupils(b"03UZ", 5), "duo.csv")
    assert "In dit bestand staan **20 scholen** van uw bestuur." in words(app)
    assert row(shown(app, 1), "School", "De Twister")[["Bekend", "In het bestand"]].tolist() == ["212", "217"]
    assert database.data_version("47920") == version
    press(app, "Verwerken")
    assert "Het bestand van DUO is verwerkt: 1 wijziging." in words(app)
    assert row(shown(app), "BRIN", "03UZ00")["1-10-2016"] == "217"
    assert "waiting_duo" not in app.session_state


def test_a_file_known_already_has_nothing_to_apply(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "scholen"), PUPILS_2016, "duo.csv")
    assert "Alles daarvan is al bekend: er verandert niets." in words(app)
    assert "Verwerken" not in [button.label for button in app.button]


def test_duos_school_file_is_recognised_by_itself(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "scholen"), (EXAMPLES / "duo" / "hoofdvestigingen-2017.csv").read_bytes(), "duo.csv")
    assert "In dit bestand staan **19 scholen** van uw bestuur." in words(app)


def test_a_row_that_could_not_be_read_is_told_with_row_column_and_advice(signed_in: SignedIn) -> None:
    lines = PUPILS_2016.splitlines()
    lines[1] = lines[1].replace(b"20161001", b"gisteren")
    app = upload(opened(signed_in, "scholen"), b"\n".join(lines), "duo.csv")
    said = words(app)
    assert "**1 rij van dit bestand konden we niet lezen**" in said
    assert "Rij 2, kolom PEILDATUM: er staat ‘gisteren’." in said


def test_a_file_that_is_not_duos_is_refused_in_words(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "scholen"), b"naam;klas\r\nJan;7\r\n", "duo.csv")
    assert "We vonden in dit bestand geen kopregel van DUO." in words(app)
    press(app, "Ander bestand kiezen")
    assert app.get("file_uploader")


def test_streamlits_own_copy_of_an_upload_is_dropped_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    manager = MemoryUploadedFileManager("/upload")
    record = UploadedFileRec("file", "duo.csv", "text/csv", PUPILS_2016)
    manager.add_file("session", record)
    run = SimpleNamespace(uploaded_file_mgr=manager, session_id="session")
    monkeypatch.setattr(session, "get_script_run_ctx", lambda: run)
    session.forget_upload(UploadedFile(record, FileURLs(file_id="file")))
    assert manager.get_files("session", ["file"]) == []


@pytest.mark.parametrize("left_for", ["another part", "another page"])
def test_leaving_forgets_the_file(signed_in: SignedIn, left_for: str) -> None:
    app = upload(opened(signed_in, "scholen"), PUPILS_2016, "duo.csv")
    assert "waiting_duo" in app.session_state
    if left_for == "another part":
        app.get("segmented_control")[0].set_value("soorten").run()
    else:
        app.switch_page("school/page.py").run()
    assert "waiting_duo" not in app.session_state


def test_the_forecast_shows_its_years_its_group_and_its_method(signed_in: SignedIn) -> None:
    app = opened(signed_in, "scholen")
    forecast = shown(app, 1)
    assert list(forecast.columns[1:]) == ["Laatst geteld", *(f"1-10-{year}" for year in range(2017, 2022))]
    assert forecast.iloc[-1]["School"] == "**Groep**"
    assert "De prognose gaat uit van de tellingen van 1-10-2015 en 1-10-2016." in words(app)
    app.selectbox(key="forecast_shown").set_value("2018-10-01").run()
    levels = row(shown(app, 1), "School", "De Twister")
    assert int(levels["Leerlingen"]) == sum(int(levels[name]) for name in ("Onderbouw", "Middenbouw", "Bovenbouw"))


def test_an_own_figure_replaces_the_forecast_and_can_be_taken_away(signed_in: SignedIn) -> None:
    app = opened(signed_in, "scholen")
    before = row(shown(app, 1), "School", "De Twister")["1-10-2018"]
    app.selectbox(key="forecast_school").set_value("03UZ00").run()
    app.selectbox(key="forecast_day").set_value(date(2018, 10, 1)).run()
    app.number_input(key="forecast_pupils_03UZ00_2018-10-01_0").set_value(333)
    press(app, "Cijfer bewaren")
    assert "Voor De Twister verwacht u op 1-10-2018 333 leerlingen." in words(app)
    assert row(shown(app, 1), "School", "De Twister")["1-10-2018"] == "333 :material/edit:"
    press(app, "Weer de prognose volgen")
    assert row(shown(app, 1), "School", "De Twister")["1-10-2018"] == before != "333"


# People


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


# Kinds


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


# Targets


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


# Audit


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


def test_who_left_is_forgotten_on_the_screen_of_the_people(signed_in: SignedIn, database: Database) -> None:
    chair = find_person(database, "47920", "voorzitter")
    assert chair
    remove_people(SOMEBODY, database, NOW, [chair])
    app = opened(signed_in, "mensen")
    app.selectbox(key="forget_person_who_0").set_value("voorzitter")
    assert "Vergeten. Waar de naam stond, staat nu ‘Oud-medewerker" in words(press(app, "Vergeet deze persoon"))
    assert "Bestuursvoorzitter" not in departed(SOMEBODY, database).values()
