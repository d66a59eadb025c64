"""Beheer, schools: what DUO and a count by hand do to them, and how many pupils are expected."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec
from streamlit.testing.v1 import AppTest

from pages.server import session
from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.paths import EXAMPLES
from planning.core.rights import Person, Role, operator
from planning.core.service import save_person
from planning.organisation.service import pupil_counts
from tests.pages.at_settings import NOW, SOMEBODY, opened, row, shown
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, upload, words

PUPILS_2016 = (EXAMPLES / "duo" / "leerlingen-2016-2017.csv").read_bytes()


def with_pupils(school: bytes, more: int) -> bytes:
    """DUO's file of 2016 with so many 6-year-olds more in one school."""

    def changed(line: bytes) -> bytes:
        cells = line.split(b";")
        if cells[1:2] != [school]:
            return line
        cells[16], cells[-1] = (b"%d" % (int(cells[place]) + more) for place in (16, -1))
        return b";".join(cells)

    return b"\n".join(changed(line) for line in PUPILS_2016.splitlines())


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
