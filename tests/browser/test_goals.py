"""The chair before a meeting: how the goals go, what is late and what comes next, without scrolling."""

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.driving import choose, settle, title

pytestmark = pytest.mark.browser

FOLD = 900  # pixels that a window of 1440 wide shows at once


def bottom_of(page: Page, words: str) -> float:
    """How far down the page a text ends."""
    found = page.get_by_test_id("stMain").get_by_text(words).first
    expect(found).to_be_visible()
    box = found.bounding_box()
    assert box
    return box["y"] + box["height"]


def test_the_chair_sees_which_goals_are_on_course_what_is_late_and_what_is_next_before_scrolling(
    visit: Visitor,
) -> None:
    page = visit("voorzitter", "/doelen")
    title(page, "Doelen")
    settle(page)
    for words in (
        "2 van de 4 doelen van 2018 liggen op koers.",
        "16 dagen te laat: Eerste zelfscan op alle scholen gehouden",
        "Hierna: Kwaliteitsteam Het jonge kind van start",
        "Hierna: Ronde 2 helemaal besteld",
        "Hierna: IBP-beleid voorgelegd aan de GMR",
    ):
        assert bottom_of(page, words) < FOLD, words
    badges = page.locator("[data-testid=stMarkdownBadge], .stMarkdownBadge")
    shown = [badge.inner_text() for badge in badges.all() if (badge.bounding_box() or {"y": FOLD})["y"] < FOLD]
    assert [sum(word in text for text in shown) for word in ("op koers", "vraagt aandacht")] == [2, 1]
    timeline = page.get_by_test_id("stPlotlyChart").first.bounding_box()
    assert timeline
    assert timeline["y"] + timeline["height"] < FOLD


def test_a_mark_of_the_timeline_chooses_its_milestone_and_the_calendar_file_opens(visit: Visitor) -> None:
    page = visit("voorzitter", "/doelen")
    settle(page)
    marks = page.locator(".scatterlayer .trace .points path")
    expect(marks).to_have_count(16)
    box = marks.nth(15).bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("combobox", name="Mijlpaal")).to_have_value(
        "2 · 10‑12 · Terugblik met alle directeuren op een jaar i-Coaches"
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Naar uw eigen agenda").click()
    events = icalendar.Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    assert len(events) == 16
    assert download.value.suggested_filename == "mijlpalen-2018.ics"


def test_the_year_in_the_filter_stands_in_the_address_and_an_empty_one_begins_with_the_year_before(
    visit: Visitor,
) -> None:
    page = visit("bovenschools", "/doelen")
    settle(page)
    page.get_by_test_id("stPopoverButton").click()
    choose(page, "Planjaar", "2019")
    page.wait_for_url("**/doelen?jaar=2019")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Doelen van 2018 overnemen").click()
    expect(page.get_by_role("heading", name="Alle 4 doelen van 2019 liggen op koers.")).to_be_visible()
