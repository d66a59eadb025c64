"""The page of rounds for every role: the answer, sliders, sections, approving, ordering, delivering."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import SelectSlider

from planning.core.database import Database
from planning.core.text import name_key
from planning.example.load import AS_OF
from planning.ratios.service import ratio_view
from planning.rounds.model import Scenario
from planning.rounds.scenario_plans import compute
from planning.rounds.service import rounds_view, save_scenario
from planning.rounds.view import RoundsView
from tests.conftest import NOW
from tests.own_board import BOARD
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words

SECTIONS = ("plan", "ronde", "scholen", "uitleg", "scenarios", "geld", "werkelijkheid", "instellingen")


def slider(app: AppTest, label: str) -> SelectSlider:
    """The budget slider of a round."""
    return next(s for s in app.select_slider if label in s.label)


def view(database: Database, person_id: str = "voorzitter") -> RoundsView:
    """What a plan is made of, as the database has it."""
    person = somebody(database, person_id)
    return rounds_view(person, database, ratio_view(person, database), AS_OF)


def test_the_page_answers_when_every_school_is_there_and_for_how_much(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py")
    assert not app.exception
    answer = app.header[0].value.replace("\u00a0", " ")
    assert answer.startswith("**In ronde 3 (maart 2019) halen alle 20 scholen hun doel,** voor **€ ")
    assert "Met ‘oudste eerst’ duurt" in answer
    assert "Devices tekort nu 166" in words(app)


def test_a_slider_is_answered_at_once_and_back_again(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py")
    before = words(app)
    saved = slider(app, "Ronde 2").value
    slider(app, "Ronde 2").set_value(20_000_00).run()
    assert not app.exception
    assert words(app) != before
    press(app, "Terug naar wat bewaard is")
    assert words(app) == before
    assert slider(app, "Ronde 2").value == saved


def test_a_plan_stays_what_it_is_while_somebody_looks_around(signed_in: SignedIn) -> None:
    app, other = signed_in("voorzitter", "rounds/page.py"), signed_in("bovenschools", "rounds/page.py")
    for cents in (30_000_00, 17_500_00, 22_500_00):
        slider(app, "Ronde 2").set_value(cents).run()
    slider(other, "Ronde 2").set_value(22_500_00).run()
    figures = [(metric.label, metric.value) for metric in app.metric]
    answer = app.header[0].value
    assert [(metric.label, metric.value) for metric in other.metric] == figures
    for section in ("scholen", "geld", "plan"):
        app.get("segmented_control")[0].set_value(section).run()
        assert app.header[0].value == answer
    assert [(metric.label, metric.value) for metric in app.metric] == figures


def test_with_too_little_money_the_page_says_what_would_be_enough(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py")
    for name in ("Ronde 3", "Ronde 4", "Ronde 5"):
        slider(app, name).set_value(0).run()
    answer = app.header[0].value.replace("\u00a0", " ")
    assert "hun doel niet vóór 2021" in answer
    assert "per ronde" in answer


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("person", ["voorzitter", "bovenschools", "icoach"])
def test_every_section_opens_for_who_may_read_the_board(signed_in: SignedIn, person: str, section: str) -> None:
    app = signed_in(person, "rounds/page.py", deel=section)
    assert not app.exception
    assert not app.error


@pytest.mark.parametrize("person", ["icoach", "ibp", "beheer"])
def test_who_may_only_read_has_no_button_that_changes_a_plan(signed_in: SignedIn, person: str) -> None:
    app = signed_in(person, "rounds/page.py", deel="ronde")
    labels = {b.label for b in app.button}
    assert not labels & {"Wat stelt u vast?", "Boek als besteld", "Boek de levering"}


def test_the_group_coordinator_orders_and_books_but_does_not_approve(signed_in: SignedIn) -> None:
    labels = {b.label for b in signed_in("bovenschools", "rounds/page.py", deel="ronde").button}
    assert {"Boek als besteld", "Boek de levering"} <= labels
    assert "Wat stelt u vast?" not in labels


def test_a_coordinator_sees_the_own_schools_part_only(signed_in: SignedIn) -> None:
    text = words(signed_in("ict-03uz", "rounds/page.py"))
    assert "De Twister haalt het doel in" in text
    for other in ("Dobbelsteen", "Weisterbeek", "20 scholen"):
        assert other not in text


def test_a_coordinator_books_what_the_own_school_received(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("ict-12bh", "rounds/page.py")
    assert "nog 3 chromebooks" in app.selectbox[0].options[0]
    press(app, "Boek de levering")
    assert "3 devices geboekt" in words(app)
    mine = [s for s in view(database).progress.values() if s.order.school_id == "12BH00"]
    assert [s.delivered for s in mine] == [8]


def test_the_rest_of_an_order_that_does_not_come_is_closed_with_a_reason_and_expected_again(
    signed_in: SignedIn, database: Database
) -> None:
    app = signed_in("bovenschools", "rounds/page.py", deel="ronde")
    press(app, "Sluit de bestelling")
    assert "nog geen reden" in words(app)
    next(t for t in app.text_input if t.label == "Waarom").set_value("Niet meer leverbaar").run()
    press(app, "Sluit de bestelling")
    assert "Bestelling gesloten: " in words(app)
    [closed] = [order for order in view(database).orders if order.closed_on]
    assert (closed.closed_because, closed.not_coming > 0) == ("Niet meer leverbaar", True)
    press(app, "Verwacht hem weer")
    assert not any(order.closed_on for order in view(database).orders)


def test_the_chair_approves_what_is_shown_and_it_becomes_the_plan(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", "rounds/page.py")
    assert "Dit wijkt af van plan 2, vastgesteld op 16-4-2018." in words(app)
    press(app, "Wat stelt u vast?")
    assert "Vergeleken met plan 2: " in words(app)
    press(app, "Stel dit plan vast")
    assert "Er staat nog geen reden" in words(app)
    next(t for t in app.text_area if t.label == "Waarom").set_value("Vergadering van 1 mei")
    press(app, "Stel dit plan vast")
    assert "Plan 3 is vastgesteld" in words(app)
    kept = view(database).plans[-1]
    assert (kept.version, kept.reason) == (3, "Vergadering van 1 mei")
    assert not any(b.label == "Wat stelt u vast?" for b in app.button)
    assert app.get("segmented_control")[0].value == "ronde"  # where it is ordered
    app.get("segmented_control")[0].set_value("plan").run()
    slider(app, "Ronde 3").set_value(20_000_00).run()
    assert "Dit wijkt af van plan 3" in words(app)
    assert "Ronde 3: budget € 20.000 (was € 40.000)" in words(app).replace("\u00a0", " ")
    press(app, "Terug naar wat bewaard is")
    assert "Het plan ervoor geldt dan weer" in words(app)  # asked once more, below a button that opens it
    press(app, "Trek plan 3 in")
    assert "Plan 3 is ingetrokken" in words(app)
    assert view(database).plans[-1].version == 2
    app.get("segmented_control")[0].set_value("werkelijkheid").run()
    assert "ingetrokken op 1-5-2018 door Bestuursvoorzitter" in words(app).replace("\u2011", "-")


def test_a_budget_that_is_tried_stays_while_other_parts_are_open_and_until_it_is_decided(
    signed_in: SignedIn, database: Database
) -> None:
    app = signed_in("voorzitter", "rounds/page.py")
    slider(app, "Ronde 2").set_value(30_000_00).run()
    tried = words(app)
    app.get("segmented_control")[0].set_value("geld").run()
    press(app, "Wat stelt u vast?")
    press(app, "Stel dit plan vast")  # without a reason
    next(t for t in app.text_area if t.label == "Waarom").set_value("Minder geld")
    press(app, "Terug naar de rondes")
    app.get("segmented_control")[0].set_value("plan").run()
    assert words(app) == tried
    assert slider(app, "Ronde 2").value == 30_000_00
    app.get("segmented_control")[0].set_value("geld").run()
    press(app, "Terug naar wat bewaard is")
    app.get("segmented_control")[0].set_value("plan").run()
    assert slider(app, "Ronde 2").value == 40_000_00


def test_the_decision_is_a_pdf_before_and_after_it_is_made(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py")
    assert "Besluit van plan 2 (pdf)" in [button.label for button in app.get("download_button")]
    press(app, "Wat stelt u vast?")
    assert "Concept van het besluit (pdf)" in [button.label for button in app.get("download_button")]


def test_a_plan_of_a_day_that_is_over_is_not_approved(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py", peildatum="2018-04-20")
    assert not any(b.label == "Wat stelt u vast?" for b in app.button)


def test_the_rest_of_a_round_is_booked_as_ordered(signed_in: SignedIn, database: Database) -> None:
    before = sum(order.count for order in view(database).orders)
    app = signed_in("bovenschools", "rounds/page.py", deel="ronde")
    press(app, "Boek als besteld")
    assert "Besteld: " in words(app)
    assert sum(order.count for order in view(database).orders) > before
    assert not any("Boek als besteld" in b.label for b in app.button)


def test_a_wish_changes_the_plan_and_is_kept_under_a_name(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", "rounds/page.py", deel="scenarios")
    without = next(m for m in app.multiselect if m.label == "Niet kopen")
    without.set_value(["tablet"]).run()
    name = next(t for t in app.text_input if t.label == "Naam")
    name.set_value("Zonder tablets")
    press(app, "Bewaar als nieuw")
    assert "‘Zonder tablets’ is bewaard" in words(app)
    kept = view(database).scenarios[-1]
    assert (kept.name, kept.wishes.without) == ("Zonder tablets", ("tablet",))


def test_the_explanation_says_what_is_enough_and_what_waiting_costs(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py", deel="uitleg")
    text = words(app).replace("\u00a0", " ")
    assert "Met alles één ronde later ontbreken over alle rondes ongeveer 402 devices meer" in text
    assert "€ 10.000 meer in ronde 2 (september 2018) scheelt" in text
    assert "Wat ‘oudste eerst’ bereikt voor € 295.354, kan voor ongeveer € 271.89" in text
    by = next(s for s in app.selectbox if s.label == "Alle scholen op doel vanaf")
    by.select_index(0).run()
    text = words(app).replace("\u00a0", " ")
    assert "Met € 51.500 per ronde halen alle scholen hun doel vanaf ronde 2 (september 2018)." in text


def test_a_plan_somebody_tries_is_explained_when_it_is_asked_for(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py")
    slider(app, "Ronde 2").set_value(20_000_00).run()
    app.get("segmented_control")[0].set_value("uitleg").run()
    assert "Wat kost wachten?" not in words(app)
    press(app, "Leg dit plan uit")
    assert "Wat kost wachten?" in words(app)


def test_scenarios_stand_side_by_side(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py", deel="scenarios")
    table = next(t.value for t in app.table if "Wat" in t.value.columns)
    assert len(table.columns) == 3
    assert "Iedereen op doel" in set(table["Wat"])


def test_a_scenario_of_the_address_is_the_one_looked_at(signed_in: SignedIn, database: Database) -> None:
    sober = next(s for s in view(database).scenarios if s.name.startswith("Sober"))
    app = signed_in("voorzitter", "rounds/page.py", scenario=str(sober.scenario_id))
    assert "niet vóór" in app.header[0].value
    assert slider(app, "Ronde 2").value == 25_000_00  # type: ignore[attr-defined]


def test_a_name_somebody_made_up_works_no_markdown(signed_in: SignedIn, database: Database) -> None:
    chair = somebody(database, "voorzitter")
    save_scenario(chair, database, NOW, Scenario(0, "[klik](https://elders.example)"))
    app = signed_in("voorzitter", "rounds/page.py", deel="scenarios")
    next(m for m in app.multiselect if m.label.startswith("Twee of drie")).set_value(["basis", "3"]).run()
    assert not app.exception
    titles = [str(c) for t in app.table for c in t.value.columns]
    assert not any(title.startswith("[klik](") for title in titles)


def test_before_there_is_a_round_the_page_says_what_a_plan_needs(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py", board_id="44397")
    assert "inventarissen (15 van 15), leerlingaantallen (klaar) en een budget per ronde (nog niet)" in words(app)
    press(app, "Budget invullen")
    assert "scholen hun doel" in app.header[0].value


def test_the_page_speaks_english_on_request(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py", lang="en")
    assert app.title[0].value == "Rounds"
    assert "all 20 schools reach their target" in app.header[0].value


def test_the_order_list_of_the_round_holds_orders_and_what_is_left_to_order(database: Database) -> None:
    from pages.rounds.round import approved_plan, list_lines
    from planning.rounds.ordering import order_list

    board = view(database)
    one = board.to_come[0]
    lines = list_lines(board, approved_plan(board), one)
    plan = approved_plan(board)
    assert plan is not None
    assert sum(line.count for line in lines) == sum(p.count for p in plan.of_round(one.round_id))
    assert {line.ordered_on is None for line in lines} == {True, False}
    sheet = load_workbook(BytesIO(order_list(lines, {}, BOARD, AS_OF))).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=7)]
    total = next(row for row in rows if row[1] == "Totaal")
    assert total[5] == sum(row[5] for row in rows if row[0])
    assert total[7] == pytest.approx(sum(row[7] for row in rows if row[0]))


def test_what_came_of_orders_stands_by_the_names_of_schools(database: Database) -> None:
    found = view(database)
    names = [found.school_name(one.order.school_id) for one in found.progress.values()]
    assert len(set(names)) > 10
    assert names == sorted(names, key=name_key)


def test_an_approved_plan_can_be_looked_at_as_it_was(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "rounds/page.py", deel="werkelijkheid")
    next(s for s in app.selectbox if s.label == "Bekijk een plan").set_value(1).run()
    assert not app.exception
    table = next(t.value for t in app.table if "Op doel in" in t.value.columns)
    assert len(table) == 20


def test_ledger_codes_and_cost_centres_stand_on_every_line_of_budget_and_order_list(
    signed_in: SignedIn, database: Database
) -> None:
    from pages.rounds.bookkeeping import lines
    from pages.rounds.round import approved_plan, list_lines

    app = signed_in("bovenschools", "rounds/page.py", deel="geld")
    ledger, centres = app.text_area[0], app.text_area[1]
    ledger.set_value(str(ledger.value).replace("chromebooks:", "chromebooks: 4310"))
    centres.set_value("De Twister: K7")
    press(app, "Bewaar de codes")
    assert "2 codes zijn bewaard" in words(app)
    board = view(database)
    found = lines(board, compute(board))
    assert set(found.loc[found["Soort"] == "chromebooks", "Grootboek"]) == {"4310"}
    assert set(found.loc[found["School"] == "De Twister", "Kostenplaats"]) == {"K7"}
    ordered = [line for one in board.rounds for line in list_lines(board, approved_plan(board), one)]
    assert {line.ledger for line in ordered if line.kind == "chromebook"} == {"4310"}
    assert {line.cost_centre for line in ordered if line.school == "De Twister"} == {"K7"}
    app.text_area[1].set_value("De Twisterd: K7")
    press(app, "Bewaar de codes")
    assert "De regel ‘De Twisterd: K7’ zegt niet waar de code bij hoort." in words(app)


def test_a_coordinator_hands_over_device_by_device_and_the_inventory_has_it(
    signed_in: SignedIn, database: Database
) -> None:
    app = signed_in("ict-12bh", "rounds/page.py")
    before = next(s.confirmed for s in view(database).progress.values() if s.order.school_id == "12BH00")
    new = next(t for t in app.text_input if t.label == "Serienummer van het nieuwe device")
    new.set_value("5cd 900")
    press(app, "Uitgereikt")
    assert "nog niet getekend" in words(app)
    next(c for c in app.checkbox if c.label == "Ik teken voor ontvangst").check()
    press(app, "Uitgereikt")
    assert "5CD900 is uitgereikt" in words(app)
    assert "1 van 5 uitgereikt" in app.selectbox(key="swap_order_12BH00").options[0]
    after = next(s.confirmed for s in view(database).progress.values() if s.order.school_id == "12BH00")
    assert after == before + 1
