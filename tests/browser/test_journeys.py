"""What people come to do, from their first click to the figures that change."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from planning.core.sign_in import COOKIE
from planning.inventory.write.template import HEADER_ROW
from tests.browser.conftest import Visitor
from tests.browser.driving import choose, metric, settle, title, upload, whole
from tests.browser.serving import Server
from tests.inventory.raw_files import packed_as, zipped
from tests.making import sheets

pytestmark = pytest.mark.browser

TWISTER, COORDINATOR, CHAIR, READER = "03UZ00", "ict-03uz", "voorzitter", "gmr"
BROKEN_FILES = {
    "foto.xlsx": (
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + bytes(range(256)) * 8,
        "is een foto of plaatje",
    ),
    "foto.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 8, "is een foto of plaatje"),
    "lijst.docx": (zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}), "bijvoorbeeld van Word"),
    "lijst.pdf": (b"%PDF-1.4\n%%EOF\n", "is een pdf"),
    "groot.csv": (b"Soort;Aantal\n" + b"laptop;1\n" * 1_200_000, "wij lezen tot 10 MB"),
    "leeg.xlsx": (b"", "leeg"),
    "geheim.xlsx": (packed_as("EncryptedPackage"), "wachtwoord"),
    "veel.xlsx": (sheets(**{f"Blad {number}": [] for number in range(256)}), "uitgepakt groter"),
}


def test_signing_in_leads_to_the_page_that_was_asked_for_and_a_reload_keeps_you_signed_in(
    visit: Visitor, server: Server
) -> None:
    page = visit(None, "/ratios?peildatum=2017-11-01")
    title(page, "Wie bent u?")
    page.get_by_role("button", name="Bestuursvoorzitter").click()
    title(page, "Ratio’s")
    assert page.url == f"{server.url}/ratios?peildatum=2017-11-01"
    page.reload()
    title(page, "Ratio’s")
    page.get_by_role("button", name="Iemand anders").click()
    title(page, "Wie bent u?")
    assert [cookie for cookie in page.context.cookies() if cookie["name"] == COOKIE] == []


def filled_template(template: bytes) -> bytes:
    """The template with 90 devices in 4 rows, under a heading for the count that nobody knows."""
    workbook = load_workbook(BytesIO(template))
    sheet = workbook.worksheets[0]
    headings = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
    sheet.cell(HEADER_ROW, headings["Aantal"], "Zoveel")
    lots = (
        ("chromebook", "HP", "Chromebook 11 G5 EE", 40, "14-9-2017"),
        ("chromebook", "Acer", "Chromebook 11 N7", 30, "2016-2017"),
        ("laptop", "HP", "ProBook 450 G3", 12, "sep 2016"),
        ("tablet", "Apple", "iPad Air 2", 8, "nov 2015"),
    )
    names = ("Soort", "Merk", "Model", "Aantal", "Aanschafdatum")
    for row, lot in enumerate(lots, start=HEADER_ROW + 1):
        for name, value in zip(names, lot, strict=True):
            sheet.cell(row, headings[name], value)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def group_figures(page: Page) -> tuple[str, str]:
    """What the chair sees of the whole group."""
    page.reload()
    settle(page)
    return metric(page, "Leerlingen per device"), metric(page, "Scholen op doel")


def test_a_list_with_an_unknown_heading_is_corrected_and_confirmed_and_the_group_changes_until_it_is_put_back(
    visit: Visitor,
) -> None:
    chair = visit(CHAIR, "/overzicht")
    before = group_figures(chair)

    coordinator = visit(COORDINATOR, "/inventaris")
    with coordinator.expect_download() as download:
        coordinator.get_by_role("button", name="Leeg sjabloon").click()
    upload(coordinator, "De Twister mei 2018.xlsx", filled_template(download.value.path().read_bytes()))
    expect(coordinator.get_by_role("heading", name="We lazen 4 devices in 4 rijen")).to_be_visible()
    coordinator.get_by_role("button", name="Klopt een kolom niet?").click()
    choose(coordinator, "Deze kolom", "E · Zoveel")
    expect(coordinator.get_by_role("combobox", name="lezen als")).to_have_value(re.compile("^niet gebruik"))
    choose(coordinator, "lezen als", "aantal")
    coordinator.get_by_role("button", name="Lees opnieuw").click()
    expect(coordinator.get_by_role("heading", name="We lazen 90 devices in 4 rijen")).to_be_visible()
    whole(coordinator)
    coordinator.get_by_role("button", name="Bevestigen").click()
    expect(coordinator.get_by_text("Vastgelegd: de inventaris van De Twister")).to_be_visible()

    after = group_figures(chair)
    assert after != before

    choose(coordinator, "Zet een eerdere inventaris terug", re.compile("^3 · "))
    coordinator.get_by_role("button", name="Zet terug").click()
    expect(coordinator.get_by_text("Teruggezet: versie 3 geldt weer")).to_be_visible()
    assert group_figures(chair) == before


@pytest.mark.parametrize("address", ["/inventaris", "/school"])
def test_a_coordinator_of_another_school_is_refused_in_words_and_sees_nothing_of_it(
    visit: Visitor, address: str
) -> None:
    page = visit("ict-03qe", f"{address}?school={TWISTER}")
    expect(page.get_by_role("heading", name="Deze school is niet van u")).to_be_visible()
    expect(page.get_by_text("U ziet alleen De Klimboom.")).to_be_visible()
    expect(page.get_by_test_id("stMain")).not_to_contain_text("Twister")
    for element in ("stMetric", "stTable", "stPlotlyChart", "stFileUploader"):
        expect(page.get_by_test_id(element)).to_have_count(0)


def test_a_mark_of_the_dot_plot_opens_its_school_and_the_back_button_returns(visit: Visitor) -> None:
    page = visit(CHAIR, "/overzicht")
    settle(page)
    marks = page.locator(".scatterlayer .trace").last.locator(".points path")
    marks.first.scroll_into_view_if_needed()
    box = marks.first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"/school\?school=\w{6}$"))
    expect(page.get_by_text(f"BRIN {page.url[-6:]}")).to_be_visible()
    page.go_back()
    title(page, "Overzicht")


def test_the_reference_date_of_the_address_goes_along_from_page_to_page(visit: Visitor) -> None:
    page = visit(CHAIR, "/overzicht?peildatum=2017-11-01")
    for link, heading in (("Ratio’s", "Ratio’s"), ("School", "School"), ("Overzicht", "Overzicht")):
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=link, exact=True).click()
        title(page, heading)
        page.wait_for_url(re.compile("peildatum=2017-11-01"))
        expect(page.get_by_test_id("stPopoverButton")).to_contain_text("1‑11‑2017")


def test_a_file_that_is_no_list_is_refused_in_words_and_the_page_goes_on(visit: Visitor) -> None:
    page = visit(COORDINATOR, "/inventaris")
    for name, (content, words) in BROKEN_FILES.items():
        upload(page, name, content)
        expect(page.get_by_test_id("stMain")).to_contain_text(words)
        expect(page.get_by_text("niet gelezen")).to_be_visible()
        expect(page.get_by_test_id("stException")).to_have_count(0)
        page.get_by_role("button", name="Ander bestand kiezen").click()
        expect(page.get_by_test_id("stMain")).not_to_contain_text(words)
        expect(page.get_by_test_id("stFileUploaderDropzone")).to_be_visible()


def test_who_counted_what_a_list_only_estimates_fills_in_their_own_number(visit: Visitor) -> None:
    page = visit(COORDINATOR, "/inventaris")
    upload(page, "De Twister mei 2018.csv", b"Soort;Model;Aantal\nlaptop;L450;28-33\n")
    expect(page.get_by_test_id("stMain")).to_contain_text("Tel ze na en kies")
    counted = page.get_by_label("Of: wij telden")
    counted.fill("30")
    counted.press("Enter")
    expect(page.get_by_role("heading", name="We lazen 30 devices in 1 rij")).to_be_visible()


def test_readers_see_the_figures_once_the_chair_has_published_them(visit: Visitor) -> None:
    reader = visit(READER, "/overzicht")
    expect(reader.get_by_role("heading", name="nog geen cijfers gepubliceerd")).to_be_visible()
    expect(reader.get_by_test_id("stMetric")).to_have_count(0)

    chair = visit(CHAIR, "/overzicht")
    settle(chair)
    chair.get_by_role("button", name="Publiceer de cijfers").click()
    expect(chair.get_by_text("Zij zien de cijfers van")).to_be_visible()

    reader.reload()
    settle(reader)
    assert metric(reader, "Leerlingen per device") == metric(chair, "Leerlingen per device")
