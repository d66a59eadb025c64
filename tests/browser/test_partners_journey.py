"""Partner boards with two people, each in a browser of their own: one decides, withdraws, and the other sees it."""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.driving import TELEPHONE, run_out, settle

pytestmark = pytest.mark.browser

SPOV: Final = "44397"
STATEMENT: Final = "Een leraar kan overal meteen aan het werk"


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press the first button with this name, and wait until the page has answered."""
    page.get_by_role("button", name=name).first.click()
    settle(page)


def part(page: Page, name: str) -> None:
    """Open a part of the page anew, as somebody who comes back to it does."""
    page.goto(re.sub(r"/partners.*", f"/partners?deel={name}", page.url))
    settle(page)


def row(page: Page, text: str) -> str:
    """The row of a table with these words."""
    return page.get_by_role("row").filter(has_text=text).first.inner_text()


def test_a_board_adopts_buys_along_and_withdraws_and_the_other_sees_each(visit: Visitor) -> None:
    own = visit("voorzitter", "/partners?deel=visie")
    spov = visit("voorzitter", "/partners?deel=visie", board_id=SPOV)
    for page in (own, spov):
        settle(page)
    assert row(spov, STATEMENT).count("vastgesteld") == 0

    own.get_by_role("radio", name="vastgesteld").or_(own.get_by_role("button", name="vastgesteld")).first.click()
    run_out(own)
    own.get_by_label("Door welk orgaan, geen naam").fill("college van bestuur")
    own.keyboard.press("Tab")
    press(own, "Bewaren")
    expect(own.get_by_text(re.compile(f"‘{STATEMENT}’: vastgesteld"))).to_be_visible()
    part(spov, "visie")
    assert row(spov, STATEMENT).count("vastgesteld") == 1

    part(own, "inkoop")
    own.get_by_label("Chromebook 11 inch").fill("120")
    own.keyboard.press("Tab")
    press(own, "Doorgeven")
    expect(own.get_by_text(re.compile("devices zijn doorgegeven"))).to_be_visible()
    part(spov, "inkoop")
    assert "315" in row(spov, "Chromebook 11 inch")  # 120 of SPOV, 75 of Prisma and these
    press(own, "Neem over in onze rondes")
    expect(own.get_by_text(re.compile("reken(t|en) met de gezamenlijke inkoop"))).to_be_visible()

    own.get_by_text("Ons bestuur doet dit jaar niet mee").click()
    run_out(own)
    own.get_by_label("Waarom niet").fill("Geen aanbod dat bij onze scholen past.")
    own.keyboard.press("Tab")
    press(own, "Doorgeven")
    spov.set_viewport_size(TELEPHONE["viewport"])
    part(spov, "inkoop")
    expect(spov.get_by_text(re.compile("Dynamiek Scholengroep doet niet mee"))).to_be_visible()

    part(own, "delen")
    line = own.get_by_test_id("stHorizontalBlock").filter(has_text=STATEMENT)
    line.get_by_role("radio", name=re.compile("alleen wij")).or_(
        line.get_by_role("button", name=re.compile("alleen wij"))
    ).first.click()
    settle(own)
    part(spov, "visie")
    own_line = spov.get_by_role("listitem").filter(has_text=STATEMENT)
    expect(own_line.get_by_text(re.compile("Dynamiek Scholengroep: –"))).to_be_visible()
