"""A data breach in the browser: on a telephone three fields start the clock, the chair sees it run, it is decided."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.driving import TELEPHONE, choose, settle
from tests.browser.serving import Server

pytestmark = pytest.mark.browser

WHAT = "Mail met rapporten naar het verkeerde adres gestuurd"
TWO_MINUTES = 120


def answer(page: Page, words: str) -> None:
    """Expect the sentence that answers the page's question."""
    expect(page.get_by_role("heading", level=2).filter(has_text=words)).to_be_visible()


def fill_time(page: Page, label: str, hours: str, minutes: str) -> None:
    """Type a time: its hours and its minutes are fields of their own."""
    group = page.get_by_role("group", name=label).or_(page.get_by_test_id("stTimeInput").filter(has_text=label)).first
    for part, digits in zip(group.get_by_role("spinbutton").all(), (hours, minutes), strict=True):
        part.click()
        expect(part).to_be_focused()
        page.keyboard.type(digits)
        expect(part).to_have_attribute("aria-valuenow", str(int(digits)))


def test_a_breach_is_recorded_in_two_minutes_and_its_clock_runs_until_it_is_decided(
    visit: Visitor, server: Server
) -> None:
    school = visit("ict-03uz", "/ibp?deel=incidenten", **TELEPHONE)
    settle(school)
    began = time.monotonic()
    school.get_by_label("Wat is er gebeurd?").fill(WHAT)
    fill_time(school, "Tijd", "09", "30")
    school.get_by_role("button", name="Vastleggen en klok starten").click()
    answer(school, "Binnen 69 uur moet besloten zijn of het incident bij De Twister gemeld wordt.")
    assert time.monotonic() - began < TWO_MINUTES
    expect(school.get_by_text("De 72 uur lopen tot 4‑5‑2018, 09.30 uur").first).to_be_visible()
    settle(school)
    number = school.url.rpartition("incident=")[2]

    chair = visit("voorzitter", "/overzicht")
    # the first to decide of is told, and how many run besides
    expect(chair.get_by_text(re.compile(r"Er lo(opt|pen) nog \d+ incident"))).to_be_visible()
    chair.goto(f"{server.url}/ibp?deel=incidenten&incident={number}")
    settle(chair)
    chair.get_by_text("hoog risico voor mensen").click()
    chair.get_by_label("Waarom?").fill("Rapporten van een hele groep")
    chair.get_by_role("button", name="Beoordeling vastleggen").click()
    expect(chair.get_by_text("Risico beoordelen: hoog risico voor mensen")).to_be_visible()
    chair.get_by_label("Nummer van de AP").fill("AP-2018-12")
    chair.get_by_role("button", name="Klok stoppen: gemeld").click()
    answer(chair, "Het incident bij De Twister is binnen 72 uur gemeld")

    other = visit("ict-06or", f"/ibp?deel=incidenten&incident={number}")
    answer(other, "bij De Bottel gemeld wordt")
    expect(other.get_by_text(WHAT)).to_have_count(0)


def test_an_incident_discovered_just_before_summer_time_tells_its_real_end(visit: Visitor) -> None:
    page = visit("ibp", "/ibp?deel=incidenten")
    settle(page)
    page.get_by_label("Wat is er gebeurd?").fill("Tablet zonder code verloren")
    day = page.get_by_test_id("stDateInput").filter(has_text="Ontdekt op")
    for part, digits in zip(day.get_by_role("spinbutton").all(), ("24", "03", "2018"), strict=True):
        part.click()
        expect(part).to_be_focused()
        page.keyboard.type(digits)
        expect(part).to_have_attribute("aria-valuenow", str(int(digits)))
    fill_time(page, "Tijd", "23", "59")
    choose(page, "Waar?", "De Brink")
    page.get_by_role("button", name="Vastleggen en klok starten").click()
    expect(page.get_by_text("De 72 uur zijn voorbij sinds 28‑3‑2018, 00.59 uur").first).to_be_visible()
