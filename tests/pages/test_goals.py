"""Doelen without a browser: the answer, what is measured beside what is judged, and the forms of whoever plans."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from pages.goals.audit_words import TOPIC
from pages.parts.audit_topic import Names, Side
from planning.core.database import Database
from planning.core.rights import Person, Role
from planning.goals import service
from planning.goals.plan import Confidence, Course, Plan, State
from tests.pages.conftest import SignedIn
from tests.pages.driving import markdown, press, somebody, words

SCANS = 2
FORM, JUDGE, ADD = "goals_milestone_form", "goals_judgement_form", "goals_add_form"
WORDS, MEET = "goals_words_form", "goals_meetings_form"


def kept(database: Database, year: int = 2018) -> Plan:
    found = service.plan(somebody(database, "voorzitter"), database, year)
    assert found
    return found


def field(app: AppTest, place: str, name: str) -> str:
    """The key of a field whatever form it is in the how manieth round of."""
    every = [e.key for e in (*app.text_input, *app.selectbox, *app.date_input, *app.multiselect, *app.button_group)]
    return next(key for key in every if key and key.startswith(f"{place}_{name}"))


def task(app: AppTest, name: str) -> AppTest:
    return app.button_group(key="goals_task").set_value(name).run()


@pytest.mark.parametrize("person", ["voorzitter", "bovenschools", "ict-03uz", "icoach", "ibp", "beheer"])
def test_everybody_who_reads_sees_how_the_goals_stand(signed_in: SignedIn, person: str) -> None:
    app = signed_in(person, "goals/page.py")
    assert not app.exception
    assert app.header[0].value.replace("\u2011", "-") == (
        "**2 van de 4 doelen van 2018 liggen op koers.** Een mijlpaal van doel 1 is 16 dagen te laat. "
        "Doel 4 vraagt aandacht. Hierna komt ‘IBP-beleid voorgelegd aan de GMR’, op 22-5-2018."
    )
    assert {"1. Bepalen kerncompetenties leraren", "3. Investeren in ICT"} <= {one.value for one in app.subheader}


@pytest.mark.parametrize("person", ["ict-03uz", "icoach", "ibp", "beheer"])
def test_who_does_not_plan_sees_the_log_and_no_form(signed_in: SignedIn, person: str) -> None:
    app = signed_in(person, "goals/page.py")
    assert "Een mijlpaal van dichtbij" in {one.value for one in app.subheader}
    assert "datum: 28-3-2018 → 15-4-2018" in words(app)
    assert [key for key in (e.key for e in app.text_input) if key and key.startswith("goals")] == []


@pytest.mark.parametrize("person", ["gmr", "netwerk"])
def test_readers_of_published_figures_see_no_goals(signed_in: SignedIn, person: str) -> None:
    said = words(signed_in(person, "goals/page.py"))
    assert "Deze pagina is niet voor u" in said
    assert "Kerncompetenties" not in said


def test_measured_counted_and_judged_are_told_apart_in_words(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "goals/page.py")
    bars = [str(bar.proto.text).replace("\u00a0", " ").replace("\u2011", "-") for bar in app.get("progress")]
    assert any(
        bar.startswith("gemeten · leerlingen per device: **1 op 4,5** (was 1 op 5,0 op 1-1, doel 1 op 4)")
        for bar in bars
    )
    assert "geteld · 1 van 4 mijlpalen gehaald" in words(app)
    assert "Oordeel: **vraagt aandacht**, redelijk vertrouwen." in words(app)


def test_a_coordinator_reads_the_own_school_measured(signed_in: SignedIn) -> None:
    app = signed_in("ict-03uz", "goals/page.py")
    bars = " ".join(str(bar.proto.text).replace("\u00a0", " ") for bar in app.get("progress"))
    assert "1 op 5,6" in bars
    assert "1 op 4,5" not in bars
    assert "alleen in uw eigen scholen" in words(app)


def test_what_changed_since_the_board_met_says_who_and_why(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter", "goals/page.py"))
    assert "Het bestuur vergaderde op 21-3-2018." in said
    assert (
        "**Doel 1** · Eerste zelfscan op alle scholen gehouden: datum: 28-3-2018 → 15-4-2018. "
        "Elf scholen vroegen uitstel tot na de studiedag van april. "
        ":small[:gray[Bestuursvoorzitter, 26-3-2018]]"
    ) in said
    assert "**Doel 3** · scholen op doel: 5 van 20 → 7 van 20, ↑ beter." in said


def test_on_an_earlier_day_the_plan_is_what_it_was_and_nobody_changes_it(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "goals/page.py", peildatum="2018-02-01")
    said = words(app)
    assert "**Alle 4 doelen van 2018 liggen op koers.**" in said
    assert "Kerncompetenties vastgesteld door het bestuur’, op 12-2-2018" in said
    assert "U ziet een eerdere dag." in said
    assert not [e for e in app.text_input if e.key and e.key.startswith(FORM)]


def test_the_chair_moves_a_milestone_with_a_reason_and_takes_it_back(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", "goals/page.py")
    assert app.selectbox(key="goals_milestone").value == SCANS
    app.date_input(key=field(app, FORM, "due")).set_value(date(2018, 5, 14))
    press(app, "Bewaren")
    assert "De datum gaat van 15-4-2018 naar 14-5-2018. Schrijf waarom." in words(app)
    assert kept(database).milestones[5].due != date(2018, 5, 14)
    app.text_input(key=field(app, FORM, "reason")).set_value("Extra overleg")
    press(app, "Bewaren")
    assert "Doel 1 is" not in app.header[0].value
    line = kept(database).log_of(SCANS)[-1]
    assert (line.person_name, line.after, line.reason) == (
        "Bestuursvoorzitter",
        "2018-05-14",
        "Extra overleg",
    )
    press(app, "Ongedaan maken")
    assert "Een mijlpaal van doel 1 is 16 dagen te laat." in app.header[0].value
    assert kept(database).log_of(SCANS)[-1].reason == "Teruggedraaid"


def test_of_two_who_change_one_milestone_both_are_kept_and_of_one_field_the_second_chooses(
    signed_in: SignedIn, database: Database
) -> None:
    first, second = signed_in("voorzitter", "goals/page.py"), signed_in("bovenschools", "goals/page.py")
    first.selectbox(key=field(first, FORM, "state")).set_value(State.DONE)
    press(first, "Bewaren")
    second.text_input(key=field(second, FORM, "evidence")).set_value("Notulen")
    press(second, "Bewaren")
    assert [line.field for line in kept(database).log_of(SCANS)[-2:]] == ["state", "evidence"]
    first.text_input(key=field(first, FORM, "evidence")).set_value("Verslag")
    press(first, "Bewaren")
    assert "nu ‘Notulen’, van u ‘Verslag’" in words(first)
    press(first, "Bewaar die van mij")
    assert kept(database).log_of(SCANS)[-1].after == "Verslag"


def test_a_judgement_is_kept_with_its_reason(signed_in: SignedIn, database: Database) -> None:
    app = task(signed_in("voorzitter", "goals/page.py"), "judge")
    press(app, "Oordeel bewaren")
    assert "Kies hoe het gaat" in words(app)
    app.button_group(key=field(app, JUDGE, "course")).set_value(Course.LATE)
    app.button_group(key=field(app, JUDGE, "confidence")).set_value(Confidence.LOW)
    app.text_input(key=field(app, JUDGE, "reason")).set_value("Het overleg schoof weer")
    press(app, "Oordeel bewaren")
    last = kept(database).judged(1, 1)
    assert last
    assert (last.course, last.reason) == (Course.LATE, "Het overleg schoof weer")
    assert "Oordeel: **te laat**, weinig vertrouwen." in words(app)


def test_a_new_goal_can_be_undone(signed_in: SignedIn, database: Database) -> None:
    app = task(signed_in("voorzitter", "goals/page.py"), "add")
    app.radio(key="goals_new").set_value("goal").run()
    app.text_input(key=field(app, ADD, "title")).set_value("ICT-visie uitrollen")
    press(app, "Toevoegen")
    assert kept(database).goals[-1].title == "ICT-visie uitrollen"
    press(app, "Ongedaan maken")
    assert len(kept(database).goals) == 4


def test_a_goal_can_be_put_in_other_words(signed_in: SignedIn, database: Database) -> None:
    app = task(signed_in("bovenschools", "goals/page.py"), "words")
    app.selectbox(key="goals_in_words").set_value(1).run()
    app.text_input(key=field(app, WORDS, "title")).set_value("Kerncompetenties in kaart")
    press(app, "Woorden vastleggen")
    assert (kept(database).part(1, 1).title, kept(database).part(1, 1).measure) == (
        "Kerncompetenties in kaart", "competences.explored",
    )  # fmt: skip
    press(app, "Ongedaan maken")
    assert kept(database).part(1, 1).title.startswith("Verkennen en in kaart brengen")


def test_a_new_milestone_asks_for_all_that_is_missing(signed_in: SignedIn, database: Database) -> None:
    app = task(signed_in("bovenschools", "goals/page.py"), "add")
    press(app, "Toevoegen")
    assert "Er is nog geen datum." in words(app)
    app.date_input(key=field(app, ADD, "due")).set_value(date(2018, 10, 1))
    press(app, "Toevoegen")
    assert "Er staat nog geen tekst." in words(app)
    app.text_input(key=field(app, ADD, "title")).set_value("Bezoek aan *alle* scholen")
    app.text_input(key=field(app, ADD, "owner")).set_value("i-Coach")
    press(app, "Toevoegen")
    assert "Bezoek aan *alle* scholen" in {milestone.title for milestone in kept(database).milestones}
    assert "Bezoek aan \\*alle\\* scholen" in markdown(app)


def test_the_days_of_board_meetings_can_be_added_and_left_out(signed_in: SignedIn, database: Database) -> None:
    app = task(signed_in("voorzitter", "goals/page.py"), "meetings")
    app.date_input(key=field(app, MEET, "new")).set_value(date(2018, 4, 25))
    press(app, "Dagen vastleggen")
    assert date(2018, 4, 25) in kept(database).meetings
    assert "Het bestuur vergaderde op 25-4-2018." in words(app)


def test_a_year_without_goals_offers_those_of_the_year_before(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", "goals/page.py", jaar="2019")
    assert app.header[0].value == "Voor 2019 zijn nog geen doelen vastgelegd."
    press(app, "Doelen van 2018 overnemen")
    assert "**Alle 4 doelen van 2019 liggen op koers.**" in app.header[0].value
    assert len(kept(database, 2019).milestones) == 11
    assert {milestone.state for milestone in kept(database, 2019).milestones} == {State.NOT_STARTED}


def test_a_first_year_starts_from_the_four_goals_of_the_plan(signed_in: SignedIn, database: Database) -> None:
    app = signed_in("voorzitter", "goals/page.py", jaar="2021", board_id="47959")
    assert "4. Opzetten en uitvoeren IBP-beleid" in words(app)
    press(app, "Begin met de vier doelen van het plan voor 2018")
    found = service.plan(Person("x", "47959", "x", Role.CHAIR), database, 2021)
    assert found
    assert (len(found.goals), len(found.sub_goals), found.milestones) == (4, 7, ())


def test_who_does_not_plan_gets_no_button_in_an_empty_year(signed_in: SignedIn) -> None:
    app = signed_in("ict-03uz", "goals/page.py", jaar="2019")
    assert "Voor 2019 zijn nog geen doelen vastgelegd." in words(app)
    assert not [button for button in app.button if "overnemen" in button.label]


@pytest.mark.parametrize("odd", ["nul", "1", "99999", "-2018", "²"])
def test_a_year_that_is_none_falls_back_to_that_of_the_reference_date(signed_in: SignedIn, odd: str) -> None:
    app = signed_in("voorzitter", "goals/page.py", jaar=odd)
    assert not app.exception
    assert "doelen van 2018" in app.header[0].value


def test_the_overview_shows_the_goals_and_what_is_late(signed_in: SignedIn) -> None:
    said = words(signed_in("voorzitter"))
    assert "Doelen van 2018" in said
    assert "16 dagen te laat: Eerste zelfscan op alle scholen gehouden, 15-4-2018" in said
    assert "16 dagen te laat] **Doel 1** – Eerste zelfscan" in said


def test_a_coordinators_overview_does_not_ask_for_the_boards_milestones(signed_in: SignedIn) -> None:
    assert "**Doel 1** – Eerste zelfscan" not in words(signed_in("ict-03uz"))


def test_a_schools_page_shows_its_part_in_the_goals(signed_in: SignedIn) -> None:
    app = signed_in("ict-03uz", "school/page.py", school="03UZ00")
    assert "Aandeel in de doelen van 2018" in {one.value for one in app.subheader}
    bars = " ".join(str(bar.proto.text).replace("\u00a0", " ") for bar in app.get("progress"))
    assert "leerlingen per device: **1 op 5,6**" in bars


def test_the_goals_speak_english_on_request(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter", "goals/page.py", lang="en")
    assert app.header[0].value.startswith(
        "**2 of the 4 goals of 2018 are on course.** A milestone of goal 1 is 16 days late."
    )


def test_how_far_a_milestone_is_stands_in_the_log_as_people_say_it() -> None:
    told = [
        TOPIC.facts["milestone"](Side("Zelfscan", {"state": state.value}, Names({}, {})))
        for state in (State.NOT_STARTED, State.UNDER_WAY, State.DONE, State.STOPPED)
    ]
    assert told == ["is niet begonnen", "is bezig", "is gehaald", "is gestopt"]
