"""Without a mouse: the chair from sign-in to a decision on paper, a list handed in, a visit booked, a report made."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.driving import arrow_to, press, run_out, settle, tab_to, title
from tests.browser.screenshots import list_with_questions
from tests.browser.test_rounds_journey import figures

pytestmark = pytest.mark.browser


def test_the_chair_needs_no_mouse_from_signing_in_to_the_decision_on_paper(visit: Visitor) -> None:
    page = visit(None, "/")
    title(page, "Wie bent u?")
    run_out(page)
    tab_to(page, "Bestuursvoorzitter")
    page.keyboard.press("Enter")
    title(page, "Overzicht")
    settle(page)
    tab_to(page, "Rondes")
    press(page, "Enter")
    title(page, "Rondes")
    saved = figures(page)
    tab_to(page, "Ronde 3 · maart 2019")
    press(page, "ArrowLeft")
    expect(page.get_by_text("Terug naar wat bewaard is")).to_be_visible()
    assert figures(page) != saved
    tab_to(page, "Wat stelt u vast?")
    press(page, "Enter")
    expect(page.get_by_role("heading", name="Het besluit")).to_be_visible()
    tab_to(page, "Waarom")
    page.keyboard.type("Besproken in de vergadering van 1 mei")
    tab_to(page, "Stel dit plan vast")
    press(page, "Enter")
    expect(page.get_by_text("is vastgesteld: ")).to_be_visible()
    settle(page)
    page.evaluate("window.print = () => { window.isPrinted = true }")
    tab_to(page, "Hoofdmenu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Afdrukken")).to_be_visible()
    for _step in range(4):
        if page.get_by_role("menuitem", name="Afdrukken").evaluate("e => e === document.activeElement"):
            break
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("window.isPrinted")


def test_a_coordinator_needs_no_mouse_to_hand_in_a_list_answer_its_questions_and_confirm(visit: Visitor) -> None:
    page = visit("ict-03uz", "/inventaris")
    settle(page)
    asked = {"name": "Inventaris Twister mei 2018.xlsx", "mimeType": "application/octet-stream"}
    page.on("filechooser", lambda chooser: chooser.set_files([{**asked, "buffer": list_with_questions()}]))
    tab_to(page, "Kies een bestand")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nog 2 keuzes te maken")).to_be_visible()
    settle(page)
    tab_to(page, "alleen 2017")
    press(page, "Space")
    expect(page.get_by_text("Nog 1 keuze te maken")).to_be_visible()
    tab_to(page, "Hetzelfde device als rij 20")
    press(page, "Space")
    expect(page.get_by_role("button", name="Bevestigen")).to_be_enabled()
    tab_to(page, "Bevestigen")
    press(page, "Enter")
    expect(page.get_by_text("Vastgelegd: de inventaris van De Twister")).to_be_visible()


def test_an_icoach_needs_no_mouse_to_book_a_visit(visit: Visitor) -> None:
    page = visit("icoach", "/kwaliteitsteams")
    settle(page)
    for group, wanted in (("De Wouter", "Weisterbeek"), ("uitleg in de klas", "advies")):
        tab_to(page, group)
        arrow_to(page, wanted)
        press(page, "Space")
    tab_to(page, "Bezoek aan Weisterbeek vastleggen")
    press(page, "Enter")
    expect(page.get_by_text(re.compile("Vastgelegd: Weisterbeek"))).to_be_visible()


def test_the_chair_needs_no_mouse_to_have_a_report_made_and_to_download_it(visit: Visitor) -> None:
    page = visit("voorzitter", "/rapport")
    settle(page)
    tab_to(page, "Rapport maken")
    press(page, "Enter")
    expect(page.get_by_role("button", name="PDF")).to_be_visible()
    settle(page)
    tab_to(page, "PDF")
    with page.expect_download() as download:
        press(page, "Enter")
    assert download.value.suggested_filename.endswith(".pdf")
