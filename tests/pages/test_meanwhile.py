"""Two people at one form: nothing of the first is lost unseen, and the second decides."""

from dataclasses import replace
from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from planning.core.database import Database
from planning.core.paths import EXAMPLES
from planning.core.service import own_board, people, remove_people, save_person, set_board
from tests.pages.conftest import SignedIn
from tests.pages.driving import DYNAMIEK, press, somebody, upload, words

NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)


def opened(signed_in: SignedIn, part: str, person: str = "beheer") -> AppTest:
    app = signed_in(person, "settings/page.py", deel=part)
    assert not app.exception
    return app


def test_of_one_field_changed_by_two_the_second_sees_both_values_and_chooses(
    signed_in: SignedIn, database: Database
) -> None:
    chair = somebody(database, "voorzitter")
    app = opened(signed_in, "bestuur")
    set_board(chair, database, NOW, name="Dynamiek Primair")
    app.text_input(key="board_name_name_0").set_value("Dynamiek Scholen")
    told = words(press(app, "Bewaren"))
    assert f"Intussen heeft {chair.name} dit gewijzigd. Kies wat blijft staan." in told
    assert "**Naam van het bestuur**: nu ‘Dynamiek Primair’, van u ‘Dynamiek Scholen’" in told
    assert own_board(chair, database).name == "Dynamiek Primair"
    set_board(chair, database, NOW, name="Dynamiek Basis")  # once more, while the second is choosing
    assert "nu ‘Dynamiek Basis’, van u ‘Dynamiek Scholen’" in words(press(app, "Bewaar die van mij"))
    press(app, "Bewaar die van mij")
    assert own_board(chair, database).name == "Dynamiek Scholen"


def test_who_leaves_it_as_it_is_finds_the_form_with_what_is_kept(signed_in: SignedIn, database: Database) -> None:
    chair = somebody(database, "voorzitter")
    app = opened(signed_in, "bestuur")
    set_board(chair, database, NOW, name="Dynamiek Primair")
    app.text_input(key="board_name_name_0").set_value("Dynamiek Scholen")
    press(press(app, "Bewaren"), "Laat staan wat er nu staat")
    assert app.text_input(key="board_name_name_1").value == own_board(chair, database).name == "Dynamiek Primair"
    assert "Intussen" not in words(app)


def test_of_two_fields_changed_by_two_people_both_are_kept_without_a_question(
    signed_in: SignedIn, database: Database
) -> None:
    chair = somebody(database, "voorzitter")
    app = opened(signed_in, "doelen", "bovenschools")
    set_board(chair, database, NOW, stale_after_days=90)
    app.number_input(key="board_nearly_share_0").set_value(12)
    assert "90 dagen" in words(press(app, "Bewaren"))
    board = own_board(chair, database)
    assert (board.nearly_share, board.stale_after_days) == (0.12, 90)


def test_what_was_filled_in_for_somebody_who_is_gone_is_told_and_nobody_comes_back(
    signed_in: SignedIn, database: Database
) -> None:
    me = somebody(database, "beheer")
    app = opened(signed_in, "mensen")
    coach = next(one for one in people(me, database) if one.person_id not in ("beheer", "voorzitter"))
    app.selectbox(key="people_who_0").set_value(coach.person_id).run()
    app.text_input(key=f"people_name_{coach.person_id}_0").set_value("Iemand Anders")
    second = replace(me, person_id="tweede", name="Tweede Beheerder")
    save_person(me, database, NOW, second)
    remove_people(second, database, NOW, [coach])
    told = words(press(app, "Bewaren"))
    assert "Intussen heeft Tweede Beheerder dit gewijzigd; wat u invulde, heeft geen plek meer." in told
    assert "**Naam**: Iemand Anders" in told
    assert coach.person_id not in {one.person_id for one in people(me, database)}


def test_removing_somebody_whom_a_colleague_changed_meanwhile_asks_first(
    signed_in: SignedIn, database: Database
) -> None:
    me = somebody(database, "beheer")
    app = opened(signed_in, "mensen")
    coach = next(one for one in people(me, database) if one.person_id not in ("beheer", "voorzitter"))
    app.selectbox(key="people_who_0").set_value(coach.person_id).run()
    save_person(replace(me, person_id="tweede", name="Tweede"), database, NOW, replace(coach, name="Nieuwe Naam"))
    assert "**Naam**: nu ‘Nieuwe Naam’" in words(press(app, "Weghalen"))
    press(app, "Weghalen")
    assert coach.person_id not in {one.person_id for one in people(me, database)}
    assert somebody(database, "beheer").board_id == DYNAMIEK


def test_a_file_is_not_applied_over_what_somebody_changed_since_its_preview_was_shown(
    signed_in: SignedIn, database: Database
) -> None:
    chair = somebody(database, "voorzitter")
    lines = (EXAMPLES / "duo" / "leerlingen-2016-2017.csv").read_bytes().splitlines()
    cells = next(line for line in lines if b"03UZ" in line).split(b";")
    cells[16], cells[-1] = (b"%d" % (int(cells[place]) + 1) for place in (16, -1))
    app = upload(opened(signed_in, "scholen"), b"\n".join([lines[0], b";".join(cells)]), "duo.csv")
    set_board(chair, database, NOW, stale_after_days=200)
    before = database.data_version(DYNAMIEK)
    assert "dus er is niets gedaan" in words(press(app, "Verwerken"))
    assert database.data_version(DYNAMIEK) == before
    press(app, "Verwerken")
    assert database.data_version(DYNAMIEK) == before + 1
