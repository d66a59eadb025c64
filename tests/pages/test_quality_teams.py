"""Kwaliteitsteams on the example group: who sees which part, and what a tap changes."""

from datetime import date

import icalendar
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from pages.server.calendars import calendar_route
from pages.settings.audit_log_words import AuditWords
from planning.core.database import Database
from planning.core.rights import operator
from planning.quality_teams.feed_service import open_feed, read_calendar
from planning.quality_teams.model import Request, Visit, VisitState
from planning.quality_teams.service import teams_view
from tests.conftest import NOW
from tests.pages.conftest import SignedIn
from tests.pages.driving import markdown, parts, press, somebody, words

WOUTER, TWISTER = "03VA00", "03UZ00"


def opened(signed_in: SignedIn, person: str, part: str = "", **query: str) -> AppTest:
    app = signed_in(person, "quality_teams/page.py", **({"deel": part} if part else {}), **query)
    assert not app.exception
    return app


def pills(app: AppTest, label: str) -> AppTest:
    return next(group for group in app.get("button_group") if group.label == label)


def visit_to_weisterbeek(signed_in: SignedIn) -> AppTest:
    """The form of a visit, with a school and a kind of help."""
    app = opened(signed_in, "icoach")
    pills(app, "School").set_value("06MM00").run()
    pills(app, "Soort hulp").set_value("advice").run()
    return app


def visits(database: Database, school_id: str) -> list[Visit]:
    return [visit for visit in teams_view(operator("47920"), database).visits if visit.school_id == school_id]


def requests(database: Database, school_id: str) -> list[Request]:
    return [one for one in teams_view(operator("47920"), database).requests if one.school_id == school_id]


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("icoach", ["Bezoek", "Dekking", "Aanvragen", "Agenda", "Teams"]),
        ("bovenschools", ["Bezoek", "Dekking", "Aanvragen", "Agenda", "Teams"]),
        ("voorzitter", ["Dekking", "Aanvragen", "Agenda", "Teams"]),
        ("beheer", ["Dekking", "Aanvragen", "Agenda", "Teams"]),
        ("ibp", ["Dekking", "Aanvragen", "Agenda", "Teams"]),
        ("ict-03uz", ["Aanvragen", "Agenda", "Teams"]),
    ],
)
def test_each_role_sees_its_parts_and_every_part_opens(signed_in: SignedIn, person: str, expected: list[str]) -> None:
    assert parts(opened(signed_in, person)) == expected
    for part in ("bezoek", "overzicht", "aanvragen", "agenda", "teams"):
        opened(signed_in, person, part)


@pytest.mark.parametrize("person", ["gmr", "netwerk"])
def test_readers_of_published_figures_get_a_refusal(signed_in: SignedIn, person: str) -> None:
    assert "Deze pagina is niet voor u" in words(opened(signed_in, person))


def test_the_chair_reads_who_saw_nobody_and_how_far_the_hours_are(signed_in: SignedIn) -> None:
    said = words(opened(signed_in, "voorzitter"))
    assert "**3 van de 20 scholen** zagen dit schooljaar nog geen i-Coach." in said
    assert "Bij **3 andere scholen** is het acht weken of langer geleden." in said
    assert "Scholen bezocht 17 van 20" in said
    assert "Uren gebruikt 99 van 260 uur" in said


def test_a_coach_reads_on_which_days_there_is_room(signed_in: SignedIn) -> None:
    assert "U hebt op **8-5** en **15-5** ruimte." in words(opened(signed_in, "icoach"))


def test_the_chair_may_not_book(signed_in: SignedIn) -> None:
    app = opened(signed_in, "voorzitter", "bezoek")
    assert "‘Bezoek’ hoort niet bij uw rol" in words(app)
    assert not [button for button in app.button if "vastleggen" in button.label]


def test_a_school_sees_its_own_visits_and_questions_only(signed_in: SignedIn) -> None:
    for part in ("aanvragen", "agenda"):
        app = opened(signed_in, "ict-03uz", part)
        said = words(app) + str([table.value.to_dict() for table in app.table])
        assert "De Twister" in said
        for other in ("De Wouter", "De Driehoek", "Weisterbeek", "Megelsheim"):
            assert other not in said


def test_a_coach_books_a_visit_of_today_with_school_kind_and_one_button(
    signed_in: SignedIn, database: Database
) -> None:
    app = visit_to_weisterbeek(signed_in)
    before = len(visits(database, "06MM00"))
    press(app, "Bezoek aan Weisterbeek vastleggen")
    assert "Vastgelegd: Weisterbeek, 1-5, 60 minuten" in words(app)
    made = max(visits(database, "06MM00"), key=lambda visit: visit.visit_id)
    assert (made.day, made.minutes, made.kind, made.state) == (date(2018, 5, 1), 60, "advice", VisitState.DONE)
    press(app, "Ongedaan maken")
    assert len(visits(database, "06MM00")) == before


def test_what_a_visit_has_no_room_for_is_refused_at_once_and_nothing_is_booked(
    signed_in: SignedIn, database: Database
) -> None:
    app = visit_to_weisterbeek(signed_in)
    before = len(visits(database, "06MM00"))
    pills(app, "Dag").set_value("other").run()
    next(one for one in app.date_input if one.label == "Welke dag").set_value(date(2108, 5, 1)).run()
    next(one for one in app.text_area if one.label == "Wat is gevraagd").set_value("x" * 1500)
    next(one for one in app.number_input if one.label == "Andere duur (minuten)").set_value(99999)
    press(app, "Bezoek plannen")
    said = words(app)
    assert "Kies een dag van 1-1-2000 tot en met 31-12-2099" in said
    assert "Dit zijn 1.500 tekens, en er is plaats voor 300" in said
    assert "Er staat 99.999. Kies een getal van 5 tot en met 480" in said
    assert len(visits(database, "06MM00")) == before


def test_a_visit_to_a_school_that_asked_answers_its_question(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "icoach", school=WOUTER)
    assert "‘Wie helpt ons op weg met programmeren in groep 5/6?’" in words(app)
    press(app, "Bezoek aan De Wouter vastleggen")
    (made,) = visits(database, WOUTER)
    assert (made.request_id, made.kind) == (requests(database, WOUTER)[0].request_id, "in_class")
    assert "**2 van de 20 scholen**" in words(app)


def test_a_visit_of_another_kind_leaves_the_question_open_unless_somebody_says_so(
    signed_in: SignedIn, database: Database
) -> None:
    app = opened(signed_in, "icoach", school=WOUTER)
    answers = next(box for box in app.checkbox if box.label == "Dit bezoek beantwoordt die vraag")
    assert answers.value
    pills(app, "Soort hulp").set_value("advice").run()
    answers = next(box for box in app.checkbox if box.label == "Dit bezoek beantwoordt die vraag")
    assert not answers.value
    press(app, "Bezoek aan De Wouter vastleggen")
    (made,) = visits(database, WOUTER)
    assert (made.request_id, made.kind) == (None, "advice")

    pills(app, "School").set_value(WOUTER).run()
    pills(app, "Soort hulp").set_value("advice").run()
    next(box for box in app.checkbox if box.label == "Dit bezoek beantwoordt die vraag").set_value(True).run()
    press(app, "Bezoek aan De Wouter vastleggen")
    said = max(visits(database, WOUTER), key=lambda visit: visit.visit_id)
    assert (said.request_id, said.kind) == (requests(database, WOUTER)[0].request_id, "advice")


def test_a_visit_names_a_core_competence_of_the_set(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "icoach", school=WOUTER)
    choice = next(box for box in app.selectbox if box.label == "Kerncompetentie waar het aan bijdraagt")
    choice.set_value("own-4").run()
    press(app, "Bezoek aan De Wouter vastleggen")
    assert [visit.competence for visit in visits(database, WOUTER)] == ["own-4"]


def test_without_a_school_or_a_kind_the_form_says_what_is_missing(signed_in: SignedIn) -> None:
    app = press(opened(signed_in, "icoach"), "Bezoek vastleggen")
    assert "Nog geen school gekozen" in words(app)
    pills(app, "School").set_value("06MM00").run()
    press(app, "Bezoek aan Weisterbeek vastleggen")
    assert "De soort hulp is nog niet gekozen" in words(app)


def test_a_planned_day_offers_only_the_hours_that_are_free(signed_in: SignedIn) -> None:
    app = opened(signed_in, "icoach", school=WOUTER)
    next(group for group in app.get("button_group") if group.label == "Dag").set_value("2018-05-08").run()
    hours = next(group for group in app.get("button_group") if group.label == "Tijd")
    assert [str(option) for option in hours.options] == ["10.30", "14.45"]
    press(app, "Bezoek plannen op di\u00a08\u20115, 10.30\u00a0uur")
    assert "Gepland: De Wouter, di 8-5, 10.30 uur" in words(app)


def test_a_visit_that_is_over_is_ended_with_one_tap(signed_in: SignedIn, database: Database) -> None:
    app = press(opened(signed_in, "icoach"), "Geweest")
    ended = [visit for visit in visits(database, TWISTER) if visit.day == date(2018, 4, 24)]
    assert [visit.state for visit in ended] == [VisitState.DONE]
    assert "hoe ging het?" not in words(app)


def test_a_question_is_declined_with_a_reason_that_the_school_reads(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "bovenschools", "aanvragen")
    request_id = requests(database, WOUTER)[0].request_id
    app.text_area(key=f"requests_reason_{request_id}_0").set_value("Volgend schooljaar.").run()
    app.button(key=f"decline_{request_id}").click().run()
    assert not app.exception
    assert "Reden: Volgend schooljaar" in words(opened(signed_in, "ict-03va"))


def test_a_school_asks_and_can_take_it_back(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "ict-03uz")
    pills(app, "Soort hulp").set_value("coaching").run()
    app.text_area(key="ask_asked_0").set_value("Wie kijkt mee in *groep 4*?").run()
    press(app, "Vragen")
    assert requests(database, TWISTER)[-1].asked == "Wie kijkt mee in *groep 4*?"
    assert r"\*groep 4\*" in markdown(app)
    press(app, "Ongedaan maken")
    assert "groep 4" not in str(requests(database, TWISTER))


def test_the_group_coordinator_makes_a_team_and_a_chair_too(signed_in: SignedIn, database: Database) -> None:
    for person, name in (("bovenschools", "Rekenen"), ("voorzitter", "Lezen")):
        app = opened(signed_in, person, "teams")
        app.text_input(key="team_name_0_0").set_value(name)
        press(app, "Bewaren")
    assert [team.name for team in teams_view(operator("47920"), database).teams][-2:] == ["Rekenen", "Lezen"]


def test_others_see_the_teams_without_a_form(signed_in: SignedIn) -> None:
    app = opened(signed_in, "icoach", "teams")
    assert "Het jonge kind" in words(app)
    assert not [button for button in app.button if button.label == "Bewaren"]


def test_an_address_is_made_and_ended(signed_in: SignedIn) -> None:
    app = press(opened(signed_in, "icoach", "agenda"), "Adres maken")
    assert "/api/agenda/" in app.code[0].value
    press(app, "Dit adres beëindigen")
    assert not app.code


def test_the_school_page_tells_the_visits_and_leads_to_a_question(signed_in: SignedIn) -> None:
    said = words(signed_in("ict-03va", "school/page.py"))
    assert "Bezoeken van het kwaliteitsteam" in said
    assert "wacht sinds 10-4" in said


def test_the_overview_says_who_waits_and_who_saw_nobody(signed_in: SignedIn) -> None:
    app = signed_in("voorzitter")
    app.button(key="toggle_attention").click().run()
    said = words(app)
    assert "**De Driehoek** en **De Wouter** wachten langer dan twee weken" in said
    assert "**6 scholen** zagen acht weken of langer niemand" in said


def test_a_board_without_a_team_is_told_who_begins(signed_in: SignedIn) -> None:
    app = signed_in("bovenschools", "quality_teams/page.py", "44397")
    assert "**Er is nog geen kwaliteitsteam.**" in words(app)
    assert [button.label for button in app.button if button.label == "Bewaren"]


def feed(path: str) -> TestClient:
    return TestClient(Starlette(routes=[Route("/api/agenda/{token}", calendar_route(read_calendar))])).get(path)  # type: ignore[return-value]


def test_the_address_gives_a_calendar_that_a_parser_reads(database: Database) -> None:
    answer = feed(f"/api/agenda/{open_feed(somebody(database, 'icoach'), database, NOW)}.ics")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    found = icalendar.Calendar.from_ical(answer.content)
    assert not found.errors
    assert "Weisterbeek · uitleg in de klas" in [str(event["summary"]) for event in found.events]
    assert "De Doolgaard" not in answer.text


@pytest.mark.parametrize("token", ["onzin.ics", "", "WyI0NzkyMCIsInZvb3J6aXR0ZXIiLCJ4Il0.abc.ics"])
def test_an_address_nobody_gave_is_not_there_without_a_hint(database: Database, token: str) -> None:
    answer = feed(f"/api/agenda/{token}")
    assert (answer.status_code, answer.text) == (404, "Not Found")


@pytest.mark.parametrize(
    ("code", "told", "expected"),
    [
        ("quality_team", {"state": "active", "theme": "ICT", "started_on": "2017-09-01"},
         "aan het werk · ICT · 1-9-2017"),
        ("team_member", {"team": "ICT", "is_active": False, "hours": {"2017": 30}, "schools": ["a"]},
         "ICT · 30 uur (2017) · 1 school · maakt geen bezoeken meer"),
        ("visit", {"day": "2018-05-08", "at": "09:00", "state": "planned", "member": "i-Coach 1", "minutes": 60,
                   "kind": "advice", "asked": "Wat?"},
         "di 8-5, 9.00 uur · gepland · i-Coach 1 · 60 minuten · advies · ‘Wat?’"),
        ("help_request", {"asked_on": "2018-04-10", "kind": "trouble", "asked": "Wie?", "reason": "Nee."},
         "10-4 · storing · ‘Wie?’ · Reden: Nee."),
        ("calendar_feed", {"open": True}, "heeft een adres"),
    ],
)  # fmt: skip
def test_the_log_tells_it_in_words(code: str, told: object, expected: str) -> None:
    assert AuditWords({}, {}).facts(code, "", told).replace("\u2011", "-").replace("\u00a0", " ") == expected
