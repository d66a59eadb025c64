"""A list handed in for the wrong school, in a real browser: one question, alone, and the way to the right school."""

import os
import re

import pytest
from playwright.sync_api import Page, expect

from planning.core.paths import EXAMPLES
from tests.browser.conftest import Visitor
from tests.browser.driving import settle, upload

pytestmark = pytest.mark.browser

TWISTERS = EXAMPLES / "inventories" / "47920" / "2018-03" / "Inventaris Twister maart 2018.xlsx"
WOUTER = "03VA00"


def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("PICTURES"):
        settle(page)
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.mark.parametrize("width", [1440, 390])
def test_a_list_of_another_school_is_moved_to_it_before_anything_else_is_asked(visit: Visitor, width: int) -> None:
    page = visit("bovenschools", f"/inventaris?school={WOUTER}", viewport={"width": width, "height": 1200})
    upload(page, TWISTERS.name, TWISTERS.read_bytes())
    expect(page.get_by_text("Dit lijkt de lijst van De Twister.")).to_be_visible()
    expect(page.get_by_text("Wat we herkenden")).to_have_count(0)
    picture(page, f"whose-{width}")
    page.get_by_role("button", name="Zet bij De Twister").click()
    expect(page.get_by_text("Wat we herkenden")).to_be_visible()
    expect(page).to_have_url(re.compile("school=03UZ00"))
    picture(page, f"whose-moved-{width}")
