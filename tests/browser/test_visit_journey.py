"""An iCoach with a telephone between two lessons: a visit booked within half a minute, and undone."""

import re
import time
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.driving import TELEPHONE, settle, title

pytestmark = pytest.mark.browser

HALF_A_MINUTE: Final = 30
MOST_TAPS: Final = 4


class Thumb:
    """Counts its taps."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, name: str | re.Pattern[str]) -> None:
        """Tap the button or choice with this name."""
        self.page.get_by_role("button", name=name).or_(self.page.get_by_role("radio", name=name)).first.tap()
        self.taps += 1
        settle(self.page)


def test_a_visit_is_booked_within_half_a_minute_with_four_taps_and_can_be_undone(visit: Visitor) -> None:
    page = visit("icoach", "/kwaliteitsteams", **TELEPHONE)
    title(page, "Kwaliteitsteams")
    settle(page)
    began, thumb = time.monotonic(), Thumb(page)
    thumb.tap("Weisterbeek")
    thumb.tap("advies")
    thumb.tap("45")
    thumb.tap(re.compile("Bezoek aan Weisterbeek vastleggen"))
    kept = page.get_by_text(re.compile("Vastgelegd: Weisterbeek"))
    expect(kept).to_be_visible()
    seconds = time.monotonic() - began
    print(f"a visit booked in {seconds:.1f} s with {thumb.taps} taps")
    assert (thumb.taps <= MOST_TAPS, seconds < HALF_A_MINUTE) == (True, True)
    thumb.tap(re.compile("Ongedaan maken"))
    expect(page.get_by_text(re.compile("Ongedaan gemaakt"))).to_be_visible()


def test_on_a_telephone_the_form_is_what_a_coach_sees_first(visit: Visitor) -> None:
    page = visit("icoach", "/kwaliteitsteams", **TELEPHONE)
    title(page, "Kwaliteitsteams")
    settle(page)
    form = page.get_by_role("heading", level=3, name="Wie is aan de beurt?")
    box, others = form.bounding_box(), page.get_by_role("heading", level=3).all()
    assert box
    assert box["y"] < TELEPHONE["viewport"]["height"] / 2
    assert all((other.bounding_box() or box)["y"] >= box["y"] for other in others)


def test_a_planned_visit_stands_in_the_calendar_that_its_address_gives(visit: Visitor) -> None:
    page = visit("icoach", "/kwaliteitsteams?school=03VA00", **TELEPHONE)
    settle(page)
    thumb = Thumb(page)
    thumb.tap(re.compile("di.8.5"))
    thumb.tap(re.compile("^Bezoek plannen|Bezoek plannen op"))
    expect(page.get_by_text(re.compile("Gepland: De Wouter"))).to_be_visible()
    thumb.tap("Agenda")
    thumb.tap("Adres maken")
    address = page.get_by_test_id("stCode").inner_text().strip()
    assert address.startswith("http://127.0.0.1:")
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "De Wouter · uitleg in de klas" in answer.text().replace("\r\n ", "")
    thumb.tap("Dit adres beëindigen")
    expect(page.get_by_text(re.compile("Het adres is beëindigd"))).to_be_visible()
    assert page.request.get(address).status == 404


def test_a_cell_of_the_coverage_map_opens_its_school(visit: Visitor) -> None:
    page = visit("voorzitter", "/kwaliteitsteams")
    title(page, "Kwaliteitsteams")
    settle(page)
    points = page.get_by_test_id("stPlotlyChart").first.locator(".scatterlayer .point")
    expect(points).to_have_count(240)
    box = points.first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    title(page, "De Driehoek")
