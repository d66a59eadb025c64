"""What undermined trust at the first walk through the product, and has no journey of its own: it stays away."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visitor
from tests.browser.driving import run_out, settle, upload
from tests.making import sheets

pytestmark = pytest.mark.browser

COORDINATOR, CHAIR = "ict-03uz", "voorzitter"


def test_with_one_inventory_of_twenty_the_overview_gives_no_figure_of_the_group(visit: Visitor) -> None:
    page = visit(CHAIR, "/overzicht?peildatum=2016-10-05")
    settle(page)
    expect(page.get_by_role("heading", name="Van 1 van de 20 scholen is er een inventaris")).to_be_visible()
    expect(page.get_by_test_id("stMetric")).to_have_count(0)
    expect(page.get_by_test_id("stCode")).to_contain_text("- De Twister (nog geen)")


def test_the_shortage_on_the_page_of_the_rounds_adds_up_for_who_has_a_calculator(visit: Visitor) -> None:
    page = visit(CHAIR, "/rondes")
    settle(page)
    bridge = page.get_by_text(re.compile("^Tekort aan devices: ")).inner_text()
    sum_of, then = bridge.split(" = ")
    first, *changes = re.findall(r"(?:[+−] )?\d+(?= )", sum_of)
    total = int(first) + sum(int(change.replace("−", "-").replace(" ", "")) for change in changes)
    assert changes
    assert f"{total} na" in then.replace("\u00a0", " ")


def test_a_list_of_one_kind_is_not_clear_before_a_person_says_what_becomes_of_the_rest(visit: Visitor) -> None:
    page = visit(COORDINATOR, "/inventaris")
    settle(page)
    rows = [("chromebook", "HP", "Chromebook 11 G5 EE", f"5CD9000{n:03}", "2017") for n in range(40)]
    upload(page, "lijst.xlsx", sheets(Lijst=[("Soort", "Merk", "Model", "Serienummer", "Aanschafdatum"), *rows]))
    expect(page.get_by_text("Zeg eerst of dit de hele inventaris is.")).to_be_visible()
    expect(page.get_by_text("Alles is duidelijk")).to_have_count(0)
    page.get_by_text("Dit zijn alleen de chromebooks: vervang die, houd de rest").click()
    run_out(page)
    expect(page.get_by_text("Zeg eerst of dit de hele inventaris is.")).to_have_count(0)


def test_levels_in_a_list_of_norms_are_shown_before_anything_is_kept(visit: Visitor) -> None:
    page = visit("ibp", "/ibp?deel=normen")
    settle(page)
    page.get_by_role("button", name="Normenkader en normenlijst").click()
    expect(page.get_by_test_id("stFileUploaderDropzone")).to_be_visible()
    settle(page)
    rows = [("Code", "Titel", "Niveau"), ("BL.01", "Beleid", "drie"), ("RO.01", "Rollen", 2)]
    upload(page, "normen.xlsx", sheets(Normen=rows))
    expect(page.get_by_test_id("stMain")).to_contain_text("3 · Bepaald")
    expect(page.get_by_role("button", name="Deze normen bewaren")).to_be_visible()
