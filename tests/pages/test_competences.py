"""Competenties: who sees what, the workshop from list to set, and a self-scan that leaves counts behind only."""

from datetime import date

import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from pages.parts.kept import CACHES
from pages.parts.theme import Theme
from planning.competences.service import competences_view, progress_of
from planning.core.boards import Board, add_board
from planning.core.database import Database, metadata
from planning.core.rights import Person, Role, operator
from planning.core.service import save_person
from planning.core.text import name_key
from tests.conftest import NOW
from tests.making import workbook
from tests.pages.conftest import SignedIn
from tests.pages.driving import parts, press, somebody, upload, words

ALL = ("voorzitter", "bovenschools", "ict-03uz", "icoach", "ibp", "beheer", "gmr", "netwerk")
TODAY = date(2018, 5, 1)
NAMES = (
    "Afstemmen op verschillen met ict", "Samen leren in een digitale omgeving", "Mediawijs en veilig met gegevens",
)  # fmt: skip
NAMED = "Emma Smit.xlsx"
FORM = [
    ["Tijdstempel", "E-mailadres", "Naam", *NAMES],
    *(["1-5-2018", f"e.smit{n}@school.nl", f"Emma Smit {n}", 3, "3 - zelfstandig", 4] for n in range(8)),
]


def opened(signed_in: SignedIn, person: str, part: str = "beeld", **query: str) -> AppTest:
    app = signed_in(person, "competences/page.py", deel=part, **query)
    assert not app.exception
    return app


def session_of(app: AppTest) -> dict[str, object]:
    """All that the session remembers."""
    return dict(app.session_state._state.filtered_state)


@pytest.mark.parametrize("person", ALL)
@pytest.mark.parametrize("part", ["beeld", "werkplaats", "zelfscan", "scholing"])
def test_every_part_opens_for_whom_it_is_and_refuses_the_rest_in_words(
    signed_in: SignedIn, part: str, person: str
) -> None:
    app = opened(signed_in, person, part)
    assert ("Deze pagina is niet voor u" in words(app)) is (person in ("gmr", "netwerk"))


@pytest.mark.parametrize(
    ("person", "mine"),
    [
        ("voorzitter", ["Beeld", "Werkplaats", "Zelfscan", "Scholing"]),
        ("bovenschools", ["Beeld", "Werkplaats", "Zelfscan", "Scholing"]),
        ("ict-03uz", ["Beeld", "Zelfscan", "Scholing"]),
        ("icoach", ["Beeld", "Zelfscan", "Scholing"]),
    ],
)
def test_each_sees_the_parts_that_are_theirs(signed_in: SignedIn, person: str, mine: list[str]) -> None:
    assert parts(opened(signed_in, person)) == mine


def test_the_answer_is_the_largest_gap_over_the_schools_that_can_be_shown(signed_in: SignedIn) -> None:
    app = opened(signed_in, "voorzitter")
    assert app.header[0].value == (
        "**In ‘Samen leren in een digitale omgeving’ is het verschil het grootst: gewenst 3, nu 1,9.** "
        "Dat is het gemiddelde van 12 scholen."
    )
    assert "Zelfscans 13 van 20" in words(app)


def test_a_school_with_four_answers_is_called_too_small_and_nothing_else(signed_in: SignedIn) -> None:
    app = opened(signed_in, "voorzitter")
    press(app, "Toon als tabel")
    table = next(table.value for table in app.table if "Antwoordden" in table.value.columns)
    small = table[table["School"].str.contains("Driehoek")].iloc[0]
    assert set(small.iloc[2:]) == {"te klein om te tonen", "te klein"}
    names = [name.partition("[")[2].partition("]")[0] for name in table["School"]]
    assert names == sorted(names, key=name_key)


def test_each_gap_says_which_trainings_and_visits_answer_it(signed_in: SignedIn) -> None:
    table = next(t.value for t in opened(signed_in, "voorzitter").table if "Scholing en bezoeken" in t.value.columns)
    answers = dict(zip(table["Competentie"], table["Scholing en bezoeken"], strict=True))
    assert answers["Samen leren in een digitale omgeving"] == "Werken in één leeromgeving (afgerond), 10 bezoeken"
    assert answers["Professionele ontwikkeling"] == "–"


def test_a_coordinator_sees_the_own_school_only(signed_in: SignedIn) -> None:
    said = words(opened(signed_in, "ict-03uz")) + words(opened(signed_in, "ict-03uz", "zelfscan"))
    assert "Twister" in said
    assert [name for name in ("Brink", "Doolgaard", "Driehoek", "12 scholen") if name in said] == []


def test_the_coordinator_of_the_small_school_reads_why_nothing_is_shown(signed_in: SignedIn) -> None:
    assert "Te klein om te tonen zonder personen te herkennen" in words(opened(signed_in, "ict-06ug"))


def test_before_the_adoption_the_page_says_what_is_needed_and_by_whom(signed_in: SignedIn) -> None:
    said = words(opened(signed_in, "voorzitter", peildatum="2018-01-01"))
    assert "Hier ziet u wat leraren moeten kunnen" in said
    assert "Werkplaats" not in parts(opened(signed_in, "icoach", peildatum="2018-01-01"))


def test_the_page_speaks_english_on_request(signed_in: SignedIn) -> None:
    app = opened(signed_in, "voorzitter", lang="en")
    assert app.title[0].value == "Competences"
    assert "the gap is largest" in app.header[0].value


@pytest.mark.parametrize("step", ["visie", "verzamelen", "samenvoegen", "rangschikken", "vaststellen"])
@pytest.mark.parametrize("person", ["voorzitter", "bovenschools"])
def test_every_step_of_the_workshop_opens(signed_in: SignedIn, person: str, step: str) -> None:
    app = opened(signed_in, person, "werkplaats", stap=step)
    adopts = "Stel de kerncompetenties vast" in [button.label for button in app.button]
    assert adopts is (person == "voorzitter" and step == "vaststellen")


def test_likely_doubles_are_offered_and_merged_into_a_competence(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "bovenschools", "werkplaats", stap="samenvoegen")
    assert "‘Programmeren met leerlingen’ · ‘Leerlingen leren programmeren’" in words(app)
    press(app, "Kies deze")
    press(app, "Voeg samen")
    assert "Samengevoegd tot ‘Leerlingen leren programmeren’." in words(app)
    assert "lijken op elkaar" not in words(app)
    press(app, "Ongedaan maken")
    assert len(competences_view(somebody(database, "bovenschools"), database).competences) == 6


def test_what_cannot_be_adopted_is_refused_in_words(signed_in: SignedIn) -> None:
    app = opened(signed_in, "bovenschools", "werkplaats", stap="samenvoegen")
    press(app, "Kies deze")
    press(app, "Voeg samen")
    app = opened(signed_in, "voorzitter", "werkplaats", stap="vaststellen")
    box = next(box for box in app.checkbox if "programmeren" in box.label)
    assert box.value is False
    box.check().run()
    press(app, "Stel de kerncompetenties vast")
    assert "‘Leerlingen leren programmeren’ heeft nog geen gewenst niveau." in words(app)


def test_a_forms_export_is_shown_in_counts_kept_and_moves_the_goal(signed_in: SignedIn, database: Database) -> None:
    chair = somebody(database, "voorzitter")
    before = progress_of(competences_view(chair, database), TODAY)
    app = upload(opened(signed_in, "ict-06or", "zelfscan"), workbook(FORM), NAMED)
    said = words(app)
    assert "We lazen de antwoorden van 8 leraren." in said
    assert "Kolom B (‘E-mailadres’) zegt wie iemand is. Die hebben we niet gelezen." in said
    assert "Niet in het bestand:" in said
    press(app, "Bewaar de aantallen")
    assert "De zelfscan van 1-5-2018 is bewaard: 5 leraren of meer." in words(app)
    after = progress_of(competences_view(chair, database), TODAY)
    assert (after.schools_scanned, after.pairs_at_wanted) == (
        before.schools_scanned + 1,
        before.pairs_at_wanted + 3 - 0,
    )


def test_after_confirming_no_trace_of_a_teacher_is_left_in_session_cache_database_or_log(
    signed_in: SignedIn, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    app = upload(
        opened(signed_in, "ict-06or", "zelfscan"), workbook([*FORM, ["", "", "Bart", "vraag Esra", 99, ""]]), NAMED
    )
    assert [word for word in ("Bart", "Esra", "smit") if word in words(app)] == []
    press(app, "Bewaar de aantallen")
    opened(signed_in, "voorzitter")
    kept = repr([dict(cache) for cache in CACHES])
    session = repr(session_of(app))
    with database.read("*") as connection:
        dump = "\n".join(
            repr(tuple(row)) for table in metadata.sorted_tables for row in connection.execute(sa.select(table))
        )
    everything = "\n".join([kept, session, dump, caplog.text])
    assert [word for word in ("Emma", "Bart", "Esra", "e.smit") if word in everything] == []
    assert "waiting_self_scan" not in session_of(app)


def test_leaving_the_page_forgets_what_was_not_confirmed(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "ict-06or", "zelfscan"), workbook(FORM), NAMED)
    assert "waiting_self_scan" in session_of(app)
    app.switch_page("overview/page.py").run()
    assert "waiting_self_scan" not in session_of(app)


def test_a_file_with_no_question_is_refused_in_words(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "ict-06or", "zelfscan"), workbook([["Soort", "Merk"], ["laptop", "HP"]]), NAMED)
    assert "vonden we geen van de vragen van de zelfscan" in words(app)


def test_too_few_answers_can_be_kept_as_held_only(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "ict-06or", "zelfscan"), workbook(FORM[:5]), NAMED)
    assert "Bij minder dan 5 leraren zijn personen te herkennen" in words(app)
    press(app, "Bewaar alleen dat de scan er was")
    assert "te klein om te tonen" in words(app)


def test_a_training_is_added_changed_and_removed(signed_in: SignedIn) -> None:
    app = opened(signed_in, "bovenschools", "scholing")
    app.text_input(key="offers_title_0_0").input("Cloud voor beginners")
    app.multiselect(key="offers_competences_0_0").select("own-3")
    press(app, "Bewaar scholing")
    assert "Toegevoegd: Cloud voor beginners." in words(app)
    assert "Cloud voor beginners (gepland)" in words(opened(signed_in, "ict-03uz"))


def test_a_new_board_begins_with_its_vision(signed_in: SignedIn, database: Database) -> None:
    add_board(database, Board("99999", "Nieuw", False, TODAY, 4.0, 0.10, 180))
    save_person(operator("99999"), database, NOW, Person("nieuw", "99999", "Groep", Role.GROUP_ICT))
    app = opened(signed_in, "nieuw", board_id="99999")
    press(app, "Begin met de werkplaats")
    assert "Waar staat uw onderwijs voor?" in words(app)


@pytest.mark.parametrize(
    ("school", "expected"),
    [
        ("03UZ00", "Zelfscan van 16-4-2018 · 10 leraren of meer"),
        ("06UG00", "Te klein om te tonen zonder personen te herkennen"),
        ("06OR00", "Deze school hield nog geen zelfscan."),
    ],
)
def test_a_schools_page_has_its_own_levels_and_of_a_small_one_only_that_it_is_small(
    signed_in: SignedIn, school: str, expected: str
) -> None:
    assert expected in words(signed_in("voorzitter", "school/page.py", school=school))


def test_the_overview_says_where_the_gap_is_largest_and_how_many_schools_were_scanned(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter"))
    assert "In ‘Samen leren in een digitale omgeving’ is het verschil het grootst" in said
    assert "Dit jaar hielden 13 van de 20 scholen een zelfscan." in said


def test_on_a_telephone_every_gap_keeps_what_its_columns_say(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pages.parts.frame.current_theme", lambda language: Theme(False, True, language))
    said = words(opened(signed_in, "voorzitter"))
    lines = [one for one in said.splitlines() if "gewenst: " in one and "verschil: " in one]
    assert len(lines) >= 3
    for column in ("scholen zover: ", "verandering: ", "scholing en bezoeken: "):
        assert column in said.partition("Verandering: van")[0]
