"""What holds on every screen: sign-in first, accessible, wide enough for a telephone, nothing from elsewhere."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from pages.subjects import SUBJECTS
from planning.core.paths import ROOT
from tests.browser.conftest import Visitor
from tests.browser.driving import (
    TELEPHONE,
    WINDOW,
    Tour,
    crowded,
    english,
    hosts_of,
    lost_on_paper,
    open_context,
    run_out,
    settle,
    sideways,
    tab_to,
    title,
)
from tests.browser.screenshots import show_preview
from tests.browser.serving import Server, serve

pytestmark = pytest.mark.browser

SCHOOL = "school=03UZ00"
NETWORK, PARTNERSHIP = "N0001", "P0001"  # of the example
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
    "network_expert": ("expert", "/netwerk?deel=bijeenkomsten", NETWORK),
    "rounds-round": ("voorzitter", "/rondes?deel=ronde"),
    "rounds-approve": ("voorzitter", "/rondes?stap=vaststellen"),
    "every-school": ("voorzitter", "/school"),
    "deliver": ("voorzitter", "/school?deel=inventarissen"),
    "board": ("beheer", "/beheer?deel=bestuur"),
    "guide": ("begeleider", "/netwerk?bestuur=47920", NETWORK),
    "guide_meetings": ("begeleider", "/netwerk?deel=bijeenkomsten", NETWORK),
    "guide_mirror": ("begeleider", "/netwerk?deel=spiegel", NETWORK),
    "guide_library": ("begeleider", "/netwerk?deel=bibliotheek", NETWORK),
    "guide_members": ("begeleider", "/netwerk?deel=deelname", NETWORK),
    "guide_messages": ("begeleider", "/netwerk?deel=berichten", NETWORK),
    "guide_log": ("begeleider", "/netwerk?deel=logboek", NETWORK),
    "network_sketch": ("voorzitter", "/leernetwerk?deel=schets"),
    "network_reaction": ("voorzitter", "/leernetwerk?deel=reactie"),
    "network_question": ("voorzitter", "/leernetwerk?deel=leervraag"),
    "network_meetings": ("voorzitter", "/leernetwerk?deel=bijeenkomsten"),
    "network_decisions": ("voorzitter", "/leernetwerk?deel=centraal"),
    "network_mirror": ("voorzitter", "/leernetwerk?deel=spiegel"),
    "network_library": ("voorzitter", "/leernetwerk?deel=bibliotheek"),
    "network_sharing": ("voorzitter", "/leernetwerk?deel=delen"),
    "partners_rollout": ("voorzitter", "/partners?deel=uitrol"),
    "partners_infrastructure": ("voorzitter", "/partners?deel=infrastructuur"),
    "partners_purchase": ("voorzitter", "/partners?deel=inkoop"),
    "partners_compare": ("voorzitter", "/partners?deel=vergelijken"),
    "partners_sharing": ("voorzitter", "/partners?deel=delen"),
    "partners_members": ("begeleider", "/partners?deel=deelname", PARTNERSHIP),
    "partners_guide_purchase": ("begeleider", "/partners?deel=inkoop", PARTNERSHIP),
}
OTHER_ROLES: dict[str, tuple[str, ...]] = {
    "overview of a coordinator": ("ict-03uz", "/overzicht"),
    "overview of a reader": ("gmr", "/overzicht"),
    "overview of an iCoach": ("icoach", "/overzicht"),
    "overview of a privacy officer": ("ibp", "/overzicht"),
    "overview of an administrator": ("beheer", "/overzicht"),
    "goals of a coordinator": ("ict-03uz", "/doelen"),
    "rounds of an iCoach": ("icoach", "/rondes?deel=scenarios"),
    "report of a coordinator": ("ict-03uz", "/rapport"),
    "school of a coordinator": ("ict-03uz", PAGES["school"]),
    "choices of a group coordinator": ("bovenschools", PAGES["choices"]),
    "choices of a privacy officer": ("ibp", PAGES["choices"]),
    "self-scan of a coordinator": ("ict-03uz", "/competenties?deel=zelfscan"),
    "requests to an iCoach": ("icoach", "/kwaliteitsteams?deel=aanvragen"),
    "requests of a coordinator": ("ict-03uz", "/kwaliteitsteams?deel=aanvragen"),
    "policy of a chair": ("voorzitter", "/ibp?deel=beleid"),
    "awareness of a coordinator": ("ict-03uz", "/ibp?deel=bewustwording"),
    "registers of a coordinator": ("ict-03uz", "/ibp?deel=registers"),
    "incidents of a coordinator": ("ict-03uz", "/ibp?deel=incidenten"),
    "systems of a coordinator": ("ict-03uz", "/systemen?deel=regels"),
    "partnership of its guide": ("begeleider", "/partners", PARTNERSHIP),
    "expert's boards": ("expert", "/netwerk", NETWORK),
}
"""The same pages for others, where what stands on them differs: roles that are not here see part of what others do."""
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
    "partners_compare",
    "rounds-round",
    "rounds-approve",
    "network_sketch",
    "network_reaction",
    "network_meetings",
    "network_decisions",
    "network_mirror",
    "guide_mirror",
)
AXE = Axe().axe_script
CONTRAST = {"runOnly": ["color-contrast"]}
WITHOUT_COLOURS = {"rules": {"color-contrast": {"enabled": False}}}
ITS_COLOURS = (*PAGES, "log", "manual_rules", "rounds-explained", "rounds-approve", "systems_contracts", "guide_mirror")
"""By day and in the dark: a page's colours are those of its parts as well, but for those with colours of their own."""
ON_PAPER = (
    *PAGES,
    "log",
    "rounds-schools",
    "rounds-explained",
    "coverage",
    "systems_contracts",
    "ibp_awareness",
    "manual_rules",
)
"""Every page, and those parts of one that are longer than a sheet."""
TABLET = 768
ZOOMED = {"width": 720, "height": 450}  # the window of 1440 by 900 at twice its size
PATIENCE = 300  # looks, of a twentieth of a second each
SECTION = re.compile(r'"(\w+)": Section\(')
NOT_IN_THE_EXAMPLE = ("start",)  # for a board that begins
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


@pytest.fixture(scope="module")
def desk(browser: Browser, server: Server) -> Iterator[Tour]:
    """Where people sit down one after another, and each goes through the screens."""
    tour = Tour(browser, server)
    yield tour
    tour.end()


@pytest.fixture(scope="module")
def telephone(browser: Browser, server: Server) -> Iterator[Tour]:
    """The same for a telephone that goes from hand to hand."""
    tour = Tour(browser, server, window=TELEPHONE["viewport"], **TELEPHONE)
    yield tour
    tour.end()


def by_person(screens: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The names of screens, those of one person after another."""
    return sorted(screens, key=lambda name: (screens[name][0], screens[name][2:]))


def violations(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """What axe finds on a page beyond what is Streamlit's own: rule, element and text."""
    if not page.evaluate("() => 'axe' in window"):
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


@pytest.mark.parametrize("name", by_person(SCREENS | OTHER_ROLES))
def test_a_screen_is_for_everybody_in_light_and_dark_and_on_paper_speaks_dutch_and_shows_whole_texts(
    desk: Tour, name: str
) -> None:
    """One visit for all that a person at a desk would look at: to come in takes longer than each look."""
    screen = desk.see(*(SCREENS | OTHER_ROLES)[name])
    assert violations(screen, {} if name in ITS_COLOURS else WITHOUT_COLOURS) == []
    assert english(screen) == []
    assert crowded(screen) == []
    if name in ON_PAPER:  # nothing is lost or cut, nothing asks, and every sheet says of whom and when it is
        assert lost_on_paper(screen) == []
    screen.set_viewport_size(ZOOMED)
    settle(screen)
    for _ in range(PATIENCE):  # charts are drawn anew at their new width, one after the other
        if sideways(screen) == [0, 0]:
            break
        screen.wait_for_timeout(50)
    assert sideways(screen) == [0, 0]
    if name not in ITS_COLOURS:
        return
    screen.set_viewport_size(WINDOW)
    screen.emulate_media(color_scheme="dark")
    expect(screen.get_by_test_id("stApp")).to_have_css("color-scheme", "dark")
    run_out(screen)
    assert violations(screen, CONTRAST) == []


def test_every_part_of_every_page_is_among_the_screens() -> None:
    """A part of a page is one of its sections, by the key it has in the address."""
    addresses = [address for _person, address, *_board in (SCREENS | OTHER_ROLES).values()]
    parts = defaultdict(list)
    for subject in SUBJECTS:
        page = (ROOT / "pages" / subject.place.folder / "page.py").read_text(encoding="utf-8")
        first, *others = SECTION.findall(page) or [""]
        parts[subject.place.address] = [one for one in others if one not in (first, *NOT_IN_THE_EXAMPLE)]
    assert sum(map(len, parts.values())) > 40
    missing = [
        f"{page}?deel={part}"
        for page, named in parts.items()
        for part in named
        if not any(one.startswith(f"/{page}?") and f"deel={part}" in one for one in addresses)
    ]
    assert missing == []


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


def test_axe_finds_nothing_of_ours_on_the_sign_in_screen(visit: Visitor) -> None:
    page = visit(None, "/")
    settle(page)
    assert violations(page) == []


def test_axe_finds_nothing_of_ours_in_what_was_read_of_an_upload(visit: Visitor) -> None:
    page = visit("ict-03uz", "/inventaris")
    show_preview(page)
    assert violations(page) == []


@pytest.mark.parametrize("name", ON_A_TELEPHONE)
def test_on_a_telephone_no_screen_has_to_be_moved_sideways_and_every_text_of_a_chart_is_whole(
    telephone: Tour, name: str
) -> None:
    _person, address, *board = SCREENS[name]
    page = telephone.see("begeleider" if board else "bovenschools", address, *board)
    assert sideways(page) == [0, 0]
    menu = page.get_by_test_id("stMainMenu").bounding_box()
    assert menu
    assert menu["x"] + menu["width"] <= TELEPHONE["viewport"]["width"]
    assert crowded(page) == []
    assert crowded(page, TABLET) == []


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
