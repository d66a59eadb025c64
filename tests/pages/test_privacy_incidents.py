"""IBP, incidents on the screen: who sees what, three fields that start a clock, and words that turn up nowhere else."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from types import SimpleNamespace

import pandas as pd
import pytest
import sqlalchemy as sa
from streamlit.testing.v1 import AppTest

from pages.parts.data import DataKey
from pages.parts.frame import Frame
from pages.parts.kept import CACHES
from pages.parts.theme import Theme
from pages.privacy.data import terms_view
from pages.settings.audit_log import audit_excel
from pages.settings.audit_log_words import AuditWords
from planning.core.database import Database, audit_line, metadata
from planning.core.rights import Right
from planning.core.service import own_board
from planning.privacy.incident_service import incidents, report, take_step
from planning.privacy.incident_steps import IncidentDescription, IncidentReport
from tests.conftest import SetClock, work_as_of_today
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, words

NOW = datetime(2018, 5, 1, 9, 0, tzinfo=UTC)
DISCOVERED = datetime(2018, 4, 30, 6, 0, tzinfo=UTC)
SECRET, SECRET_CAUSE = "Brillenkoker met dossier kwijtgeraakt", "Fietstas stond open"
TWISTER = "03UZ00"
EVERYBODY = ("voorzitter", "bovenschools", "ict-03uz", "ict-06or", "icoach", "ibp", "beheer", "gmr", "netwerk")
SEEING = ("voorzitter", "ibp", "ict-03uz")
"""Of an incident at De Twister."""


def opened(signed_in: SignedIn, person: str, **query: str) -> AppTest:
    app = signed_in(person, "privacy/page.py", deel="incidenten", **query)
    assert not app.exception
    return app


def field(app: AppTest, kind: str, label: str) -> object:
    return next(found for found in app.get(kind) if found.label == label)


def reported(app: AppTest, text: str, day: date, clock: time, where: str | None = None) -> AppTest:
    field(app, "text_area", "Wat is er gebeurd?").set_value(text)
    field(app, "date_input", "Ontdekt op").set_value(day)
    field(app, "time_input", "Tijd").set_value(clock)
    if where is not None:
        field(app, "selectbox", "Waar?").set_value(where)
    return press(app, "Vastleggen en klok starten")


# The form that starts a clock


def test_the_same_words_kept_again_on_purpose_are_another_incident(signed_in: SignedIn, database: Database) -> None:
    for _time in range(2):
        reported(opened(signed_in, "ict-03uz"), SECRET, date(2018, 4, 30), time(6, 0))
    found = incidents(somebody(database, "ict-03uz"), database)
    assert [one.description for one in found] == [SECRET, SECRET]


# Who sees what


@pytest.mark.parametrize("person", ["voorzitter", "ibp", "ict-06or"])
def test_a_running_clock_is_the_answer_of_the_page(signed_in: SignedIn, person: str) -> None:
    app = opened(signed_in, person)
    assert app.header[0].value.replace("\u00a0", " ") == (
        "**Binnen 31 uur moet besloten zijn of het incident bij De Bottel gemeld wordt.**"
    )
    assert "de klok staat op 1-5-2018, 12.00 uur" in words(app)


def test_a_coordinator_sees_the_incidents_of_the_own_school_only(signed_in: SignedIn) -> None:
    own, other = words(opened(signed_in, "ict-06or")), words(opened(signed_in, "ict-03uz"))
    assert "gedeelde map" in own
    assert "laptop" not in own
    assert "Er is geen incident vastgelegd" in other
    assert "gedeelde map" not in other


@pytest.mark.parametrize("number", ["1", "2", "99", "x", "3; drop"])
def test_an_address_with_an_incident_that_is_not_yours_shows_your_own(signed_in: SignedIn, number: str) -> None:
    app = opened(signed_in, "ict-03uz", incident=number)
    assert "Er is geen incident vastgelegd" in words(app)


def test_the_group_coordinator_reports_and_sees_none(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "bovenschools")
    assert not app.metric
    reported(app, SECRET, date(2018, 5, 1), time(8, 0), TWISTER)
    assert "De IBP-coördinator en de voorzitter zien het nu" in words(app)
    assert SECRET not in words(app)
    assert len(incidents(somebody(database, "voorzitter"), database)) == 4


@pytest.mark.parametrize("person", ["icoach", "beheer", "gmr", "netwerk"])
def test_others_have_no_such_part_and_its_address_refuses_in_words(signed_in: SignedIn, person: str) -> None:
    app = opened(signed_in, person)
    for chooser in app.get("segmented_control"):
        assert not any("Incidenten" in str(option) for option in chooser.options)
    said = words(app)
    assert "hoort niet bij uw rol" in said or "niet voor u" in said
    assert "De Bottel" not in said


def test_the_clock_of_a_board_that_works_today_runs_with_today(
    signed_in: SignedIn, database: Database, set_clock: SetClock
) -> None:
    work_as_of_today(database, "47920")
    set_clock(NOW)
    report(somebody(database, "ibp"), database, NOW, IncidentReport(TWISTER, NOW - timedelta(minutes=30), SECRET))
    app = opened(signed_in, "ict-03uz")
    assert "Binnen 71 uur moet besloten zijn of het incident bij De Twister gemeld wordt." in words(app)
    assert "staan stil" not in words(app)


# The start, and what comes after it


def test_three_fields_start_the_clock(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "ict-03uz")
    reported(app, SECRET, date(2018, 4, 30), time(23, 59))
    assert "Binnen 59 uur moet besloten zijn of het incident bij De Twister gemeld wordt." in words(app)
    assert "De 72 uur lopen tot 3-5-2018, 23.59 uur" in words(app)
    assert [i.description for i in incidents(somebody(database, "ict-03uz"), database)] == [SECRET]


def test_an_incident_at_one_to_midnight_before_summer_time_has_72_real_hours(signed_in: SignedIn) -> None:
    app = opened(signed_in, "ict-03uz")
    reported(app, SECRET, date(2018, 3, 24), time(23, 59))
    assert "De 72 uur liepen tot" not in words(app)
    assert "De 72 uur zijn voorbij sinds 28-3-2018, 00.59 uur" in words(app)
    assert "te laat" in app.header[0].value


def test_everything_that_is_missing_is_told_at_once_and_nothing_is_kept(
    signed_in: SignedIn, database: Database
) -> None:
    app = opened(signed_in, "ibp")
    said = words(reported(app, "", date(2018, 3, 25), time(2, 30)))
    for reason in ("Er staat nog geen tekst", "was het nooit 02.30 uur", "Kies waar het gebeurde"):
        assert reason in said
    assert len(incidents(somebody(database, "ibp"), database)) == 3


@pytest.mark.parametrize("day", [date(2018, 5, 3), date(1918, 5, 1), date(2108, 5, 1)])
def test_a_day_nobody_can_have_discovered_it_on_is_refused_and_no_clock_runs(
    signed_in: SignedIn, database: Database, day: date
) -> None:
    app = reported(opened(signed_in, "ict-03uz"), SECRET, day, time(9, 30))
    assert "Kies een dag van 1-1-2000 tot en met 1-5-2018" in words(app)
    assert len(incidents(somebody(database, "ibp"), database)) == 3


def test_a_time_that_spring_skipped_is_refused_in_words(signed_in: SignedIn) -> None:
    app = reported(opened(signed_in, "ict-03uz"), SECRET, date(2018, 3, 25), time(2, 30))
    assert "was het nooit 02.30 uur" in words(app)


def test_a_time_that_autumn_had_twice_is_asked(signed_in: SignedIn) -> None:
    app = reported(opened(signed_in, "ict-03uz"), SECRET, date(2017, 10, 29), time(2, 30))
    assert "was het twee keer 02.30 uur" in words(app)
    field(app, "radio", "Die nacht kwam deze tijd twee keer voor. Welke was het?").set_value(1)
    press(app, "Vastleggen en klok starten")
    assert "sinds 1-11-2017, 02.30 uur" in words(app)


def test_the_officer_assesses_notifies_and_the_clock_stops(signed_in: SignedIn) -> None:
    app = opened(signed_in, "ibp", incident="3")
    press(app, "Beoordeling vastleggen")
    assert "Kies wat het kan betekenen" in words(app)
    field(app, "radio", "Wat kan het betekenen voor de betrokkenen?").set_value("likely")
    field(app, "text_area", "Waarom?").set_value("Namen en resultaten van een groep")
    press(app, "Beoordeling vastleggen")
    assert "Risico beoordelen: risico voor mensen" in words(app)
    field(app, "text_input", "Nummer van de AP").set_value("AP-2018-7")
    press(app, "Klok stoppen: gemeld")
    assert "**Het incident bij De Bottel is binnen 72 uur gemeld,**" in app.header[0].value
    field(app, "text_area", "Wat doen we voortaan anders?").set_value("Mappen delen we met namen")
    press(app, "Incident afsluiten")
    assert "afgesloten" in words(app)
    assert "Mappen delen we met namen" in words(app)


def test_a_coordinator_adds_to_the_description_and_does_not_decide(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "ict-06or", incident="3")
    labels = [button.label for button in app.button]
    assert "Beoordeling vastleggen" not in labels
    press(app, "Beschrijving aanvullen")
    field(app, "text_area", "Oorzaak").set_value("Verkeerde instelling")
    press(app, "Bewaren")
    assert "Verkeerde instelling" in words(app)
    found = incidents(somebody(database, "ict-06or"), database)[0]
    assert (found.cause, found.people_least, found.data) == ("Verkeerde instelling", 20, ("contact", "results"))


# Nothing leaks


@pytest.fixture
def secret(database: Database) -> int:
    """An incident at De Twister with words that stand nowhere else; returns its number."""
    officer = somebody(database, "ibp")
    number = report(officer, database, NOW, IncidentReport(TWISTER, DISCOVERED, SECRET))
    take_step(officer, database, NOW, number, IncidentDescription(DISCOVERED, SECRET, cause=SECRET_CAUSE))
    return number


PAGES = {
    "overview/page.py": {},
    "school/page.py": {"school": TWISTER},
    "inventory/page.py": {"school": TWISTER},
    "ratios/page.py": {},
    "settings/page.py": {"deel": "logboek"},
    "privacy/page.py": {"deel": "registers"},
}


@pytest.mark.parametrize("person", EVERYBODY)
def test_what_happened_is_read_on_the_incident_itself_only(signed_in: SignedIn, secret: int, person: str) -> None:
    for page, query in PAGES.items():
        said = words(signed_in(person, page, **query))
        assert SECRET not in said
        assert SECRET_CAUSE not in said
    said = words(signed_in(person, "privacy/page.py", deel="incidenten", incident=str(secret)))
    assert (SECRET in said) is (person in SEEING)


@pytest.mark.parametrize("person", EVERYBODY)
def test_that_a_clock_runs_is_known_to_those_who_must(signed_in: SignedIn, secret: int, person: str) -> None:
    said = words(signed_in(person, "overview/page.py"))
    # of several the first to decide of is named, and the others are counted
    told = "incident bij De Twister" in said or re.search(r"Er loopt nog \**1 incident", said) is not None
    assert told is (person in SEEING)
    assert ("72 uur loopt" in said) is (person in (*SEEING, "ict-06or"))


def logged(database: Database) -> Iterator[str]:
    with database.read("47920") as connection:
        for line in connection.execute(sa.select(audit_line).where(audit_line.c.what == "incident")):
            yield repr(tuple(line))


@pytest.mark.parametrize("person", ["bovenschools", "beheer", "voorzitter"])
def test_the_log_and_its_workbook_do_not_say_it(
    signed_in: SignedIn, database: Database, secret: int, person: str
) -> None:
    who = somebody(database, person)
    said = words(signed_in(person, "settings/page.py", deel="logboek"))
    assert ("Incident vastgelegd" in said) is who.may(Right.INCIDENTS)
    assert not any(SECRET in line or SECRET_CAUSE in line for line in logged(database))
    around = SimpleNamespace(person=who, board=own_board(who, database), today=date(2018, 5, 1))
    content = audit_excel(around, AuditWords({}, {}), ())
    found = pd.read_excel(BytesIO(content), engine="calamine").to_string()
    assert ("Incident vastgelegd" in found) is who.may(Right.INCIDENTS)
    assert SECRET not in found


def test_no_kept_answer_holds_it(signed_in: SignedIn, database: Database, secret: int) -> None:
    for person in EVERYBODY:
        signed_in(person, "overview/page.py")
        signed_in(person, "privacy/page.py", deel="incidenten")
    kept = [answer for cache in CACHES for answer in cache.values()]
    assert kept
    assert not any(SECRET in repr(answer) for answer in kept)
    assert SECRET in repr([tuple(row) for row in _steps(database)])  # the words are there to be found


def _steps(database: Database) -> list[sa.Row[tuple[object, ...]]]:
    with database.read("47920") as connection:
        return list(connection.execute(sa.select(metadata.tables["incident_step"])).all())


def test_roles_with_the_same_reach_do_not_share_what_they_may_know(database: Database, secret: int) -> None:
    chair, manager = somebody(database, "voorzitter"), somebody(database, "bovenschools")
    key, own = DataKey("47920", None, database.data_version("47920")), own_board(chair, database)
    theme = Theme(False, False, "nl")
    assert len(terms_view(Frame(chair, own, own.as_of, theme, key)).clocks) == 2
    assert terms_view(Frame(manager, own, own.as_of, theme, key)).clocks == ()
