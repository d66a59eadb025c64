"""Systems on the screen: the matrix, the lines and their form, a list out and in, and a step for the plan."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from pages.settings.audit_log_words import BY_CODE, AuditWords
from pages.systems.drawing import matrix_html
from planning.core.database import Database
from planning.goals import service as goals
from planning.systems.list_table import lines_excel, lines_frame
from planning.systems.rules import systems_matrix
from planning.systems.service import systems_view
from tests.making import workbook
from tests.own_board import BOARD
from tests.pages.conftest import SignedIn
from tests.pages.driving import markdown, parts, press, somebody, upload, words
from tests.pages.test_privacy_incidents import field
from tests.systems.made import ANNA, BOARDS, BRUG, LAS, LINDE, column, line


def opened(signed_in: SignedIn, person: str, part: str = "matrix", **query: str) -> AppTest:
    app = signed_in(person, "systems/page.py", deel=part, **query)
    assert not app.exception
    return app


def test_the_answer_says_for_how_many_functions_there_are_several_systems(signed_in: SignedIn) -> None:
    app = opened(signed_in, "voorzitter")
    assert app.header[0].value.startswith("**Voor 12 van de 25 functies hebben de scholen meer dan één systeem.**")
    assert {metric.label: metric.value for metric in app.metric}["Dubbelingen"] == "2"
    assert "Nog niets ingevuld door De Peelhorst" in words(app)


def test_the_matrix_tells_by_letters_what_its_colours_say_and_nothing_of_a_name_is_markup() -> None:
    found = systems_matrix(
        [LAS, BOARDS],
        [
            column(LINDE, line(LINDE, "Berk"), line(LINDE, "Eik")),
            column(ANNA, line(ANNA, "Berk"), line(ANNA, "<b>Vlak", "board")),
            column(BRUG),
        ],
    )
    drawn = matrix_html(found)
    first, second = drawn.split("<tbody>")[1:]
    assert '<td class="n two">AB</td><td class="n s0">A</td><td class="n unknown">?</td>' in first
    assert '<td class="n gap">○</td><td class="n s0">A</td>' in second
    assert "&lt;b&gt;Vlak" in drawn
    assert drawn.count('scope="col"') == 3


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("voorzitter", ["Overzicht", "Regels", "Contracten", "Naar één systeem", "Excel"]),
        ("bovenschools", ["Overzicht", "Regels", "Contracten", "Naar één systeem", "Excel", "Functies"]),
        ("ict-03uz", ["Overzicht", "Regels", "Contracten", "Excel"]),
    ],
)
def test_everybody_has_the_parts_that_are_theirs(signed_in: SignedIn, person: str, expected: list[str]) -> None:
    assert parts(opened(signed_in, person)) == expected


@pytest.mark.parametrize("part", ["matrix", "regels", "contracten", "een", "excel", "functies"])
@pytest.mark.parametrize("person", ["bovenschools", "ibp", "ict-03uz", "ict-00yg"])
def test_every_part_opens_also_for_a_school_that_filled_nothing_in(signed_in: SignedIn, person: str, part: str) -> None:
    opened(signed_in, person, part)


def test_a_coordinator_sees_the_own_school_and_nothing_of_another_or_of_the_register(signed_in: SignedIn) -> None:
    said = words(opened(signed_in, "ict-03uz", "regels")) + words(opened(signed_in, "ict-03uz", "contracten"))
    assert "De Brink" not in said
    assert "bekend bij de IBP-coördinator" in said
    assert "niet getekend" not in said


def test_contracts_and_agreements_say_what_must_be_done_first(signed_in: SignedIn) -> None:
    said = words(opened(signed_in, "voorzitter", "contracten"))
    assert "1 contract eindigt en de dag om erover te beslissen is voorbij" in said.replace("*", "")
    assert said.index("Linde Leerlingbeeld") < said.index("Wilg Kantoor")
    assert "8 systemen bevatten persoonsgegevens" in said.replace("*", "")


def test_the_chair_is_told_on_the_overview_and_the_officer_decides_about_agreements(signed_in: SignedIn) -> None:
    assert "Voor 12 van de 25 functies" in words(signed_in("voorzitter"))
    said = words(signed_in("ibp"))
    assert "8 systemen bevatten persoonsgegevens" in said.replace("*", "")
    assert "3 contracten van systemen vragen een beslissing" in words(signed_in("bovenschools")).replace("*", "")


def test_a_school_page_tells_its_systems(signed_in: SignedIn) -> None:
    said = words(signed_in("ict-03uz", "school/page.py", school="03UZ00"))
    assert "Berk Administratie" in said
    nothing = words(signed_in("bovenschools", "school/page.py", school="00YG00"))
    assert "Van de systemen van deze school is nog niets ingevuld." in nothing


def test_from_the_register_one_sees_which_systems_a_party_supplies(signed_in: SignedIn) -> None:
    said = words(signed_in("ibp", "privacy/page.py", deel="registers", register="verwerkers"))
    assert "Leverancier leerlingadministratie: Berk Administratie op 14 scholen" in said.replace("*", "")
    assert "8 systemen met persoonsgegevens" in said.replace("*", "")


def test_lines_are_found_by_function_and_by_words(signed_in: SignedIn) -> None:
    app = opened(signed_in, "voorzitter", "regels", functie="las")
    assert "24 regels" in markdown(app)  # five of them of a system that went
    app.text_input(key="systems_search").set_value("schoolbeheer brink").run()
    assert "Geen regel past bij deze keuze." in markdown(app)
    app.text_input(key="systems_search").set_value("EIK").run()
    assert "10 regels" in markdown(app)


def test_a_coordinator_adds_a_line_and_takes_it_back(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "ict-03uz", "regels", functie="portfolio")
    press(app, "Toevoegen")
    assert "Er is nog geen systeem." in words(app)
    field(app, "selectbox", "Systeem").set_value("Berk Administratie")
    press(app, "Toevoegen")
    assert "Berk Administratie staat erbij op 1 school." in words(app)
    mine = somebody(database, "ict-03uz")
    assert "portfolio" in {one.function for one in systems_view(mine, database).lines}
    press(app, "Ongedaan maken")
    assert "portfolio" not in {one.function for one in systems_view(mine, database).lines}


def test_group_ict_changes_a_contract_at_every_school_that_has_it_at_once(
    signed_in: SignedIn, database: Database
) -> None:
    group = somebody(database, "bovenschools")
    view = systems_view(group, database)
    eik = [one for one in view.lines if one.system == "Eik Schoolbeheer" and one.is_in_service]
    app = opened(signed_in, "bovenschools", "regels", functie="las")
    field(app, "selectbox", "Welke").set_value(eik[0].line_id).run()
    app.get("segmented_control")[1].set_value("contract").run()
    field(app, "text_input", "Kosten per leerling per jaar (€)").set_value("7,05")
    app.checkbox[0].check()
    press(app, "Bewaren")
    assert "Eik Schoolbeheer is bewaard voor 5 scholen." in words(app)
    found = [one for one in systems_view(group, database).lines if one.per_pupil_cents == 7_05]
    assert [one.line_id for one in found] == [one.line_id for one in eik]
    press(app, "Ongedaan maken")
    assert systems_view(group, database).lines == view.lines


def test_on_an_earlier_reference_date_the_systems_are_those_of_then(signed_in: SignedIn) -> None:
    app = opened(signed_in, "bovenschools", "regels", functie="las", peildatum="2017-07-01")
    said = words(app)
    assert "Dit zijn de regels zoals ze op 1-7-2017 waren." in said
    assert said.count("Eik Schoolbeheer") == 10
    assert "Berk Administratie" not in said  # from a month later


def test_a_list_from_excel_is_shown_before_it_is_applied_and_undone_as_a_whole(
    signed_in: SignedIn, database: Database
) -> None:
    group = somebody(database, "bovenschools")
    before = systems_view(group, database).lines
    content = workbook(
        [
            ("School", "Functie", "Systeem", "Contract tot"),
            ("De Peelhorst", "LAS", "Eik Schoolbeheer", "31-12-2018"),
            ("De Bottel", "LAS", "Eik Schoolbeheer", "ooit"),
            ("De Nergens", "LAS", "Eik Schoolbeheer", ""),
        ]
    )
    app = upload(opened(signed_in, "bovenschools", "excel"), content)
    said = words(app)
    assert "We lazen **2 rijen**" in said
    assert "Nieuw: **2 regels**" in said
    assert "er staat ‘ooit’" in said
    assert "‘De Nergens’ is geen school die u mag invullen" in said
    assert systems_view(group, database).lines == before
    press(app, "Verwerken")
    assert "Het bestand is verwerkt: 2 regels." in words(app)
    assert len(systems_view(group, database).lines) == len(before) + 2
    press(app, "Ongedaan maken")
    assert systems_view(group, database).lines == before


def test_a_workbook_that_goes_out_is_changed_and_comes_in_again_is_followed_by_the_matrix(
    signed_in: SignedIn, database: Database
) -> None:
    view = systems_view(somebody(database, "bovenschools"), database)
    content = lines_excel(lines_frame(view.lines, view.schools, view.functions), BOARD, date(2018, 5, 1))
    assert "er verandert niets" in words(upload(opened(signed_in, "bovenschools", "excel"), content))
    book = load_workbook(BytesIO(content))
    sheet = book.active
    header = next(row for row in range(1, 10) if sheet.cell(row, 1).value == "BRIN")
    column = {str(cell.value): cell.column for cell in sheet[header]}
    last = sheet.max_row + 1
    for name, value in {"BRIN": "00YG00", "Functie": "Helpdesk", "Systeem": "Meldpunt ICT"}.items():
        sheet.cell(last, column[name], value)
    changed = BytesIO()
    book.save(changed)
    app = upload(opened(signed_in, "bovenschools", "excel"), changed.getvalue())
    press(app, "Verwerken")
    assert "Nog niets ingevuld" not in words(opened(signed_in, "voorzitter"))


def test_a_list_of_something_else_is_refused_in_words(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "ict-03uz", "excel"), workbook([("Soort", "Merk"), ("laptop", "HP")]))
    assert "We vonden geen rij met kopjes als" in words(app)


def test_a_step_becomes_a_milestone_and_stands_with_its_candidate(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "voorzitter", "een")
    assert "Adaptief oefenen" in words(app)
    app.selectbox(key="systems_step_for").set_value("las").run()
    press(app, "Zet in het plan")
    assert "In het plan van 2018" in words(app)
    plan = goals.plan(somebody(database, "voorzitter"), database, 2018)
    assert plan is not None
    made = max(plan.milestones, key=lambda one: one.milestone)
    assert (made.title, made.due) == ("Eén systeem voor Leerlingadministratiesysteem (LAS)", date(2019, 12, 31))
    assert "mijlpaal" in words(opened(signed_in, "voorzitter", "een"))


def test_a_function_is_called_otherwise_and_as_it_was_again(signed_in: SignedIn) -> None:
    app = opened(signed_in, "bovenschools", "functies")
    field(app, "selectbox", "Welke").set_value("las").run()
    field(app, "text_input", "Naam").set_value("Administratie")
    press(app, "Bewaren")
    assert "Administratie is bewaard." in words(app)
    press(app, "Ongedaan maken")
    assert "Leerlingadministratiesysteem (LAS)" in words(app)


def test_the_log_tells_systems_in_words() -> None:
    told = AuditWords({"03UZ00": "De Twister"}, {})
    facts = {"function": "las", "system": "Berk", "ends_on": "2019-07-31", "per_pupil_cents": 795, "marks": ["edu_v"]}
    assert told.facts("system_line", "03UZ00 Berk", facts).replace("\u2011", "-").replace("\u00a0", " ") == (
        "Functie: Leerlingadministratiesysteem (LAS) · Systeem: Berk · Contract tot en met: 31-7-2019 · "
        "Kosten per leerling per jaar: € 7,95 · Keurmerk: Edu-V"
    )
    assert told.subject("system_line", "03UZ00 Berk") == "Berk · De Twister"
    assert told.facts("system_lines", "03UZ00", {"added": 2, "changed": 1}) == "2 regels erbij · 1 regel gewijzigd"
    assert {"system_line", "system_lines", "system_function", "system_step"} <= set(BY_CODE)
