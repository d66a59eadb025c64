"""The chair without a mouse: from signing in to a decision on paper."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.driving import run_out, settle, tab_to, title
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
    page.keyboard.press("Enter")
    title(page, "Rondes")
    saved = figures(page)
    tab_to(page, "Ronde 3 · maart 2019")
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_text("Terug naar wat bewaard is")).to_be_visible()
    assert figures(page) != saved
    tab_to(page, "Wat stelt u vast?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Het besluit")).to_be_visible()
    tab_to(page, "Waarom")
    page.keyboard.type("Besproken in de vergadering van 1 mei")
    tab_to(page, "Stel dit plan vast")
    page.keyboard.press("Enter")
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
