"""IBP, registers on the screen: what they miss, who keeps them, and a register from somebody's own Excel."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from pages.settings.audit_log_words import BY_CODE, AuditWords
from planning.core.database import Database
from planning.privacy.register_service import entries
from planning.privacy.register_tables import register_excel
from planning.privacy.registers import Dpia, Processing, Processor, RightsRequest
from tests.making import workbook
from tests.own_board import BOARD
from tests.pages.conftest import SignedIn
from tests.pages.driving import press, somebody, upload, words
from tests.pages.test_privacy_incidents import field


def opened(signed_in: SignedIn, person: str, register: str = "verwerkers") -> AppTest:
    app = signed_in(person, "privacy/page.py", deel="registers", register=register)
    assert not app.exception
    return app


@pytest.mark.parametrize("person", ["voorzitter", "ibp", "bovenschools", "beheer", "icoach"])
def test_who_reads_the_whole_board_reads_what_the_registers_miss(signed_in: SignedIn, person: str) -> None:
    app = opened(signed_in, person)
    assert app.header[0].value == (
        "**3 verwerkersovereenkomsten zijn nog niet getekend.** Van de 12 verwerkingen zijn er 9 compleet beschreven."
    )
    assert {metric.label: metric.value for metric in app.metric}["Overeenkomsten"] == "7 van 10"
    assert "niet getekend" in words(app)


@pytest.mark.parametrize("person", ["voorzitter", "bovenschools", "beheer", "icoach"])
def test_who_does_not_keep_the_registers_has_no_form(signed_in: SignedIn, person: str) -> None:
    assert "Bewaren" not in [button.label for button in opened(signed_in, person).button]


@pytest.mark.parametrize(("person", "sees"), [("voorzitter", True), ("ibp", True), ("bovenschools", False)])
def test_rights_requests_are_for_those_who_must(signed_in: SignedIn, person: str, sees: bool) -> None:
    app = opened(signed_in, person, "verzoeken")
    assert ("AVG-2018-01" in words(app)) is sees
    options = [str(option) for chooser in app.get("segmented_control") for option in chooser.options]
    assert any("Verzoeken" in option for option in options) is sees


def test_a_coordinator_sees_the_requests_of_the_own_school_and_hands_one_in(
    signed_in: SignedIn, database: Database
) -> None:
    app = opened(signed_in, "ict-03qe")
    said = words(app)
    assert "1 verzoek wacht op antwoord" in said
    assert "AVG-2018-01" not in said
    assert "Leverancier" not in said
    field(app, "text_input", "Eigen kenmerk").set_value("AVG-2018-03")
    press(app, "Bewaren")
    assert "Vul in: Verzoek." in words(app)
    field(app, "selectbox", "Verzoek").set_value("erasure")
    field(app, "date_input", "Ontvangen op").set_value(date(2018, 4, 30))
    press(app, "Bewaren")
    assert "2 verzoeken wachten op antwoord" in words(app)
    found = entries(somebody(database, "ict-03qe"), database, RightsRequest)[-1]
    assert (found.school_id, found.reference, found.kind) == ("03QE00", "AVG-2018-03", "erasure")


def test_the_officer_signs_an_agreement_and_takes_that_back(signed_in: SignedIn) -> None:
    app = opened(signed_in, "ibp")
    field(app, "selectbox", "Welke").set_value(5).run()
    assert field(app, "text_input", "Verwerker").value == "Leverancier ouderapp"
    field(app, "selectbox", "Modelovereenkomst").set_value("3.0")
    field(app, "date_input", "Getekend op").set_value(date(2018, 4, 30))
    press(app, "Bewaren")
    assert "2 verwerkersovereenkomsten zijn nog niet getekend" in words(app)
    press(app, "Ongedaan maken")
    assert "3 verwerkersovereenkomsten zijn nog niet getekend" in words(app)


def test_an_entry_that_cannot_be_is_refused_below_the_form(signed_in: SignedIn, database: Database) -> None:
    app = opened(signed_in, "ibp")
    field(app, "date_input", "Getekend op").set_value(date(2018, 5, 2))
    press(app, "Bewaren")
    assert "nog geen naam" in words(app)
    assert "moet nog komen" in words(app)
    assert len(entries(somebody(database, "ibp"), database, Processor)) == 10


@pytest.mark.parametrize("register", ["verwerkingen", "dpia", "verzoeken"])
def test_every_register_has_its_form(signed_in: SignedIn, register: str) -> None:
    app = opened(signed_in, "ibp", register)
    field(app, "selectbox", "Welke").set_value(1).run()
    press(app, "Bewaren")
    assert "is bewaard" in words(app)


def test_a_list_from_excel_is_shown_before_it_is_applied(signed_in: SignedIn, database: Database) -> None:
    content = workbook(
        [
            ("Partij", "Getekend op", "Model"),
            ("Nieuwe partij", "1-3-2018", "3.0"),
            ("Andere partij", "gisteren", ""),
        ]
    )
    app = upload(opened(signed_in, "ibp"), content)
    said = words(app)
    assert "We lazen **2 rijen**" in said
    assert "er staat ‘gisteren’" in said
    assert len(entries(somebody(database, "ibp"), database, Processor)) == 10
    press(app, "Verwerken")
    assert "Het bestand is verwerkt: 2 regels." in words(app)
    assert len(entries(somebody(database, "ibp"), database, Processor)) == 12


def test_a_workbook_that_is_something_else_is_refused_in_words(signed_in: SignedIn) -> None:
    app = upload(opened(signed_in, "ibp"), workbook([("Soort", "Merk"), ("laptop", "HP")]))
    assert "We vonden geen rij met kopjes als" in words(app)


@pytest.mark.parametrize("kind", [Processing, Processor, Dpia, RightsRequest])
def test_every_register_is_handed_out_as_excel_and_says_that_it_is_an_example(
    signed_in: SignedIn, database: Database, kind: type
) -> None:
    found = entries(somebody(database, "ibp"), database, kind)
    content = register_excel(kind, found, date(2018, 5, 1), {}, replace(BOARD, is_example=True))
    table = pd.read_excel(BytesIO(content), header=None, engine="calamine")
    assert len(table) == len(found) + 6
    assert str(table.iloc[3, 0]).startswith("Voorbeeldgegevens")


def test_the_log_tells_registers_in_words() -> None:
    told = AuditWords({}, {})
    facts = {"signed_on": "2018-04-30", "model": "3.0", "legal_basis": "public_task", "processors": ["A", "B"]}
    assert told.facts("processor", "A", {"signed_on": "2018-04-30", "model": "own"}).replace("\u2011", "-") == (
        "Getekend op: 30-4-2018 · Modelovereenkomst: eigen overeenkomst"
    )
    assert told.facts("processing", "X", {k: facts[k] for k in ("legal_basis", "processors")}) == (
        "Grondslag: publieke taak · Verwerkers: A en B"
    )
    assert told.facts("incident", "3", None) == "–"
    assert told.subject("incident", "3") == "nummer 3"
    assert {"processing", "processor", "dpia", "incident", "rights_request"} <= set(BY_CODE)
