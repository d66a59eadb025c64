"""What holds on every screen: sign-in first, accessible, wide enough for a telephone, nothing from elsewhere."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from pages.subjects import SUBJECTS
from tests.browser.conftest import Visitor
from tests.browser.driving import (
    TELEPHONE,
    crowded,
    english,
    hosts_of,
    open_context,
    run_out,
    settle,
    tab_to,
    title,
)
from tests.browser.screenshots import show_preview
from tests.browser.serving import BOARD, Server, serve

pytestmark = pytest.mark.browser

SCHOOL = "school=03UZ00"
NETWORK = "N0001"  # of the example
PAGES = {subject.place.folder: f"/{subject.place.address}?{SCHOOL}" for subject in SUBJECTS}
SCREENS: dict[str, tuple[str, ...]] = {name: ("voorzitter", address) for name, address in PAGES.items()} | {
    "empty-year": ("voorzitter", "/doelen?jaar=2019"),
    "rounds-schools": ("voorzitter", "/rondes?deel=scholen"),
    "rounds-explained": ("voorzitter", "/rondes?deel=uitleg"),
    "rounds-scenarios": ("voorzitter", "/rondes?deel=scenarios"),
    "rounds-money": ("voorzitter", "/rondes?deel=geld"),
    "rounds-reality": ("voorzitter", "/rondes?deel=werkelijkheid"),
    "rounds-rules": ("bovenschools", "/rondes?deel=instellingen"),
    "rounds-own": ("ict-03uz", "/rondes"),
    "inventory": ("bovenschools", f"/inventaris?{SCHOOL}"),
    "collect": ("bovenschools", "/competenties?deel=werkplaats&stap=verzamelen"),
    "merge": ("bovenschools", "/competenties?deel=werkplaats&stap=samenvoegen"),
    "rank": ("bovenschools", "/competenties?deel=werkplaats&stap=rangschikken"),
    "adopt": ("voorzitter", "/competenties?deel=werkplaats&stap=vaststellen"),
    "self_scan": ("bovenschools", "/competenties?deel=zelfscan"),
    "training": ("bovenschools", "/competenties?deel=scholing"),
    "visit": ("icoach", "/kwaliteitsteams"),
    "coverage": ("voorzitter", "/kwaliteitsteams?deel=overzicht"),
    "questions": ("bovenschools", "/kwaliteitsteams?deel=aanvragen"),
    "calendar": ("ict-03uz", "/kwaliteitsteams?deel=agenda"),
    "teams": ("bovenschools", "/kwaliteitsteams?deel=teams"),
    "registers": ("ibp", "/ibp?deel=registers"),
    "incidents": ("voorzitter", "/ibp?deel=incidenten"),
    "incident": ("ibp", "/ibp?deel=incidenten&incident=3"),
    "schools": ("bovenschools", "/beheer?deel=scholen"),
    "people": ("beheer", "/beheer?deel=mensen"),
    "kinds": ("bovenschools", "/beheer?deel=soorten"),
    "remembered": ("bovenschools", "/beheer?deel=onthouden"),
    "targets": ("voorzitter", "/beheer?deel=doelen"),
    "log": ("voorzitter", "/beheer?deel=logboek"),
    "systems_lines": ("bovenschools", "/systemen?deel=regels&functie=lvs"),
    "systems_contracts": ("voorzitter", "/systemen?deel=contracten"),
    "systems_one": ("bovenschools", "/systemen?deel=een"),
    "systems_excel": ("ict-03uz", "/systemen?deel=excel"),
    "systems_functions": ("bovenschools", "/systemen?deel=functies"),
    "choices-schools": ("voorzitter", "/keuzes?deel=scholen"),
    "choices-figures": ("voorzitter", "/keuzes?deel=kengetallen"),
    "choices-own": ("ict-03uz", "/keuzes"),
    "ibp_norms": ("ibp", "/ibp?deel=normen"),
    "ibp_measures": ("ibp", "/ibp?deel=maatregelen"),
    "ibp_policy": ("ibp", "/ibp?deel=beleid"),
    "ibp_awareness": ("ibp", "/ibp?deel=bewustwording"),
    "ibp_question": ("ibp", "/ibp?deel=versnellingsvraag"),
    "report_read": ("gmr", "/rapport"),
    "manual_rules": ("gmr", "/handleiding?deel=rekenregels"),
    "connection": ("bovenschools", "/beheer?deel=koppeling"),
    "partners_systems": ("voorzitter", "/partners?deel=systemen"),
    "network_boards": ("begeleider", "/netwerk?bestuur=47920", NETWORK),
    "network_expert": ("expert", "/netwerk?deel=bijeenkomsten", NETWORK),
}
ON_A_TELEPHONE = (
    *PAGES,
    "choices-schools",
    "choices-own",
    "rounds-explained",
    "rounds-rules",
    "merge",
    "rank",
    "self_scan",
    "coverage",
    "questions",
    "calendar",
    "teams",
    "ibp_norms",
    "ibp_awareness",
    "registers",
    "incidents",
    "systems_lines",
    "systems_contracts",
    "systems_one",
    "manual_rules",
    "connection",
    "partners_systems",
)
AXE = Axe().axe_script
CONTRAST = {"runOnly": ["color-contrast"]}
TABLET = 768
PAPER = 703  # pixels that A4 has between its margins
STREAMLITS_OWN = {
    "empty-table-header": "[data-testid=stDataFrame]",
    "aria-dialog-name": "[data-testid=stToast]",
    "presentation-role-conflict": "[data-testid=stFileUploaderDropzone]",
    "svg-img-alt": "[data-testid=stMetricChart]",
}
"""What axe finds in Streamlit 1.67 itself, by rule and the element it is in; nothing else may be found."""


def test_before_signing_in_an_address_of_a_new_server_is_the_sign_in_screen_and_nothing_else(
    visit: Visitor, example: Path, tmp_path: Path
) -> None:
    with serve(example, tmp_path / "server") as new_server:
        for address in (PAGES["school"], "/", "/bestaat-niet"):
            page = visit(None, address, at=new_server)
            title(page, "Wie bent u?")
            settle(page)
            for element in ("stSidebarNav", "stSidebarNavLink", "stMetric", "stTable", "stPlotlyChart"):
                expect(page.get_by_test_id(element)).to_have_count(0)


@pytest.fixture
def screen(request: pytest.FixtureRequest, visit: Visitor) -> Page:
    """One screen as the person that uses it sees it."""
    person, address, *board = SCREENS[request.param]
    page = visit(person, address, board_id=board[0] if board else BOARD)
    settle(page)
    return page


def violations(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """What axe finds on a page beyond what is Streamlit's own: rule, element and text."""
    page.evaluate(AXE)
    only_those = {"resultTypes": ["violations"]} | (options or {})  # all it approves of takes longer to bring over
    found = page.evaluate("options => axe.run(options).then(results => results.violations)", only_those)
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in found
        for node in violation["nodes"]
        if not _is_streamlits_own(page, violation["id"], node)
    ]


def _is_streamlits_own(page: Page, rule: str, node: dict[str, Any]) -> bool:
    own = STREAMLITS_OWN.get(rule)
    return own is not None and bool(page.locator(node["target"][0]).first.evaluate("(e, own) => e.closest(own)", own))


@pytest.mark.parametrize("screen", SCREENS, indirect=True)
def test_a_screen_is_for_everybody_in_light_and_dark_speaks_dutch_and_shows_whole_texts(screen: Page) -> None:
    assert violations(screen) == []
    assert english(screen) == []
    assert crowded(screen) == []
    screen.emulate_media(color_scheme="dark")
    expect(screen.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    run_out(screen)
    assert violations(screen, CONTRAST) == []


def test_what_streamlit_says_itself_is_dutch(visit: Visitor) -> None:
    page = visit("bovenschools", "/kwaliteitsteams?deel=teams")
    settle(page)
    page.get_by_test_id("stMainMenuButton").click()
    expect(page.get_by_role("menu")).to_contain_text("Afdrukken")
    assert english(page) == []
    page.keyboard.press("Escape")
    page.get_by_test_id("stDateInputCalendarButton").first.click()
    expect(page.get_by_role("dialog")).to_have_attribute("aria-label", "Kies een dag")
    assert english(page) == []


def test_a_list_in_english_keeps_the_words_of_streamlit(visit: Visitor) -> None:
    page = visit("bovenschools", "/overzicht?lang=en")
    settle(page)
    expect(page.get_by_test_id("stMainMenuButton")).to_have_attribute("aria-label", "Main menu")


def test_whoever_goes_through_the_menu_by_keyboard_sees_where_they_are(visit: Visitor) -> None:
    page = visit("voorzitter", "/overzicht")
    settle(page)
    tab_to(page, "Rondes")
    expect(page.locator(":focus")).to_have_css("outline-width", "3px")
    expect(page.locator(":focus")).to_have_css("outline-color", "rgb(0, 90, 141)")


@pytest.mark.parametrize("name", ["overview", "goals", "rounds"])
def test_on_paper_nothing_is_lost_and_nothing_asks(visit: Visitor, name: str) -> None:
    person, address, *_board = SCREENS[name]
    page = visit(person, address)
    settle(page)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 900})
    for chart in page.get_by_test_id("stPlotlyChart").all():
        box = chart.locator("svg.main-svg").first.bounding_box()
        assert box
        assert box["x"] + box["width"] <= PAPER
    for asks in ("stForm", "stSlider", "stButton", "stButtonGroup", "stPopover", "stSelectbox", "stTextInput"):
        assert [one for one in page.get_by_test_id("stMain").get_by_test_id(asks).all() if one.is_visible()] == []
    if name == "overview":  # the screen has a button for the rest
        expect(page.locator(".st-key-on_paper_attention")).to_be_visible()


def test_axe_finds_nothing_of_ours_on_the_sign_in_screen(visit: Visitor) -> None:
    page = visit(None, "/")
    settle(page)
    assert violations(page) == []


def test_axe_finds_nothing_of_ours_in_what_was_read_of_an_upload(visit: Visitor) -> None:
    page = visit("ict-03uz", "/inventaris")
    show_preview(page)
    assert violations(page) == []


def test_on_a_telephone_no_screen_has_to_be_moved_sideways_and_every_text_of_a_chart_is_whole(
    visit: Visitor, server: Server
) -> None:
    page = visit("bovenschools", "/overzicht", **TELEPHONE)
    for name in ON_A_TELEPHONE:
        page.goto(server.url + SCREENS[name][1])
        settle(page)
        too_wide = page.evaluate(
            """() => [document.scrollingElement, document.querySelector('[data-testid=stMain]')]
                .map(area => area.scrollWidth - area.clientWidth)"""
        )
        assert (name, too_wide) == (name, [0, 0])
        menu = page.get_by_test_id("stMainMenu").bounding_box()
        assert menu
        assert menu["x"] + menu["width"] <= TELEPHONE["viewport"]["width"]
        assert (name, crowded(page)) == (name, [])
        assert (name, crowded(page, TABLET)) == (name, [])
        page.set_viewport_size(TELEPHONE["viewport"])


def test_a_browser_that_was_never_here_loads_nothing_from_elsewhere(browser: Browser, server: Server) -> None:
    context = open_context(browser, server, "bovenschools")
    hosts = hosts_of(context)
    page = context.new_page()
    for name in ("overview", "inventory"):
        page.goto(server.url + SCREENS[name][1])
        settle(page)
    page.wait_for_timeout(500)  # what comes late, such as the picture in the tab
    context.close()
    assert hosts == {server.host}


@pytest.mark.parametrize(("query", "language"), [("", "nl"), ("?lang=en", "en"), ("?lang=xx", "nl")])
def test_the_page_says_which_language_it_speaks(visit: Visitor, query: str, language: str) -> None:
    page = visit(None, f"/ratios{query}")
    title(page, {"nl": "Wie bent u?", "en": "Who are you?"}[language])
    assert page.locator("html").get_attribute("lang") == language
