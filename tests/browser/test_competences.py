"""What people come to do at Competenties: from a pasted list to an adopted set, and a self-scan that moves the goal."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.driving import metric, settle, upload
from tests.making import workbook

pytestmark = pytest.mark.browser

CHAIR, COORDINATOR = "voorzitter", "bovenschools"
LIST = "- Leerlingen begeleiden op afstand\n- Op afstand leerlingen begeleiden\n- Zelf een les filmen"


def step(page: Page, name: str, heading: str) -> None:
    """Go to a step of the workshop."""
    page.get_by_role("radio", name=re.compile(name)).click()
    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    settle(page)


def test_a_board_completes_a_workshop_list_merges_ranks_and_adopts(visit: Visitor) -> None:
    high = {"width": 1440, "height": 1500}  # a list of choices stays closed where its field is at the window's edge
    page = visit(COORDINATOR, "/competenties?deel=werkplaats&stap=verzamelen", viewport=high)
    settle(page)
    page.get_by_role("textbox", name="Eén idee per regel").fill(LIST)
    page.get_by_role("button", name="Ideeën toevoegen").click()
    expect(page.get_by_text("3 ideeën zijn toegevoegd.")).to_be_visible()

    step(page, "2 Samenvoegen", "Meer ideeën worden één competentie")
    alike = page.get_by_test_id("stHorizontalBlock").filter(has_text="begeleiden op afstand").last
    alike.get_by_role("button", name="Kies deze").click()
    name = page.get_by_role("textbox", name="Naam van de competentie")
    expect(name).to_have_value("Leerlingen begeleiden op afstand")
    name.fill("Begeleiden op afstand")
    page.get_by_role("button", name="Voeg samen").click()
    expect(page.get_by_text("Samengevoegd tot ‘Begeleiden op afstand’.")).to_be_visible()

    step(page, "3 Rangschikken", "Wat weegt het zwaarst?")
    page.get_by_role("spinbutton", name="Punten").last.fill("40")
    page.get_by_role("combobox", name=re.compile("Gewenst niveau")).last.click()
    page.get_by_role("option", name="2 · Ik kan dit met hulp").click()
    page.get_by_role("button", name="Bewaar punten en niveaus").click()
    expect(page.get_by_text("Punten en niveaus zijn bewaard.")).to_be_visible()
    step(page, "4 Vaststellen", "Welke worden kerncompetenties?")
    expect(page.get_by_text("De bestuursvoorzitter stelt ze vast.")).to_be_visible()

    chair = visit(CHAIR, "/competenties?deel=werkplaats&stap=vaststellen")
    settle(chair)
    boxes = chair.get_by_test_id("stCheckbox")
    expect(boxes.first).to_contain_text("Begeleiden op afstand · 40 punten · gewenst niveau 2")
    boxes.first.locator("label").click()
    chair.get_by_role("button", name="Stel de kerncompetenties vast").click()
    expect(chair.get_by_text("7 kerncompetenties gelden vanaf 1‑5‑2018.")).to_be_visible()
    chair.goto(chair.url.partition("?")[0])
    settle(chair)
    assert metric(chair, "Kerncompetenties") == "7"


def test_a_school_hands_in_a_forms_export_and_the_chair_sees_its_levels(visit: Visitor) -> None:
    chair = visit(CHAIR, "/competenties")
    settle(chair)
    before = metric(chair, "Zelfscans")

    school = visit("ict-06or", "/competenties?deel=zelfscan")
    settle(school)
    rows = [["E-mailadres", "Leermateriaal kiezen"], *([f"t{n}@school.nl", 3] for n in range(6))]
    upload(school, "antwoorden.xlsx", workbook(rows))
    expect(school.get_by_text("We lazen de antwoorden van 6 leraren.")).to_be_visible()
    expect(school.get_by_text("zegt wie iemand is")).to_be_visible()
    school.get_by_role("button", name="Bewaar de aantallen").click()
    expect(school.get_by_text("5 leraren of meer").first).to_be_visible()

    chair.reload()
    settle(chair)
    assert (before, metric(chair, "Zelfscans")) == ("13 van 20", "14 van 20")


def test_a_coordinator_cannot_choose_another_school(visit: Visitor) -> None:
    page = visit("ict-06or", "/competenties?deel=zelfscan&school=03UZ00")
    settle(page)
    expect(page.get_by_test_id("stMain")).not_to_contain_text("Twister")
    expect(page.get_by_role("heading", name="Zelfscan van De Bottel")).to_be_visible()
