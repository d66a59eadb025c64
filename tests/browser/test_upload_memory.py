"""A group coordinator's list of several schools, and a list of a shape that was seen before, in a real browser."""

import os
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visitor
from tests.browser.driving import choose, settle, upload, whole
from tests.making import workbook

pytestmark = pytest.mark.browser

GROUP, TWISTER = "bovenschools", "03UZ00"
HEADER = ("School", "Soort", "Merk", "Model", "Zoveel", "Aanschafdatum")
OF_GROUP = [
    HEADER,
    ("De Twister", "Chromebook", "HP", "Chromebook 11 G5", 53, "2017"),
    ("Klimboom", "Chromebook", "HP", "Chromebook 11 G5", 40, "2017"),
    ("De Brink", "Laptop", "Lenovo", "ThinkPad L450", 12, "2016"),
    ("De Brink", "Yogaboekje", "", "Stroom 11", 4, "2016"),
]


def correct_the_count(page: Page) -> None:
    page.get_by_role("button", name="Klopt een kolom niet?").click()
    choose(page, "Deze kolom", "E · Zoveel")
    choose(page, "lezen als", "aantal")
    page.get_by_role("button", name="Lees opnieuw").click()


def picture(page: Page, name: str) -> None:
    if folder := os.environ.get("PICTURES"):
        settle(page)
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_a_list_of_three_schools_is_explained_once_confirmed_at_once_and_known_next_year(visit: Visitor) -> None:
    page = visit(GROUP, f"/inventaris?school={TWISTER}", viewport={"width": 1440, "height": 2400})
    upload(page, "groep.xlsx", workbook(OF_GROUP))
    expect(page.get_by_text("kan De Klimboom in Swolgen (03QE00) zijn. Klopt dat?")).to_be_visible()
    choose(page, "Tabblad Lijst, rij 3", "ja, dat is die school")
    correct_the_count(page)
    expect(page.get_by_role("cell", name="De Klimboom")).to_be_visible()
    choose(page, "Bekijk", "De Brink")
    explain_the_model(page)
    whole(page)
    page.get_by_role("button", name="Bevestig alle 3 scholen").click()
    expect(page.get_by_text("Vastgelegd: de inventaris van")).to_be_visible()

    upload(page, "groep.xlsx", workbook(OF_GROUP))
    expect(page.get_by_text("Zoals u het op")).to_be_visible()
    picture(page, "again")
    expect(page.get_by_role("button", name="Bevestig alle 3 scholen")).to_be_enabled()


def explain_the_model(page: Page) -> None:
    page.get_by_role("button", name="Modellen die wij niet kennen").click()
    choose(page, "Soort", "laptop")
    for label, text in (("Merk", "HP"), ("Model", "Stream 11")):
        field = page.get_by_role("textbox", name=label, exact=True)
        field.fill(text)
        field.press("Tab")
    picture(page, "model")
    page.get_by_role("button", name="Onthoud dit model").click()
    expect(page.get_by_text("→ laptop, HP Stream 11")).to_be_visible()


def test_a_coordinator_sees_which_rows_are_not_the_schools_own(visit: Visitor) -> None:
    page = visit("ict-03qe", "/inventaris", viewport={"width": 1440, "height": 2000})
    upload(page, "groep.xlsx", workbook(OF_GROUP))
    expect(page.get_by_text("3 rijen zijn van een andere school.")).to_be_visible()
    page.get_by_text(re.compile("^Ter informatie")).last.click()
    expect(page.get_by_test_id("stTable").get_by_text("Deze rij is van een andere school").first).to_be_visible()
    picture(page, "refused")
