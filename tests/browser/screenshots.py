"""A picture of every screen, as the role that uses it: `python -m tests.browser.screenshots [--only NAME]`."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from openpyxl import load_workbook
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from pages.manual.topics import TOPICS
from pages.subjects import SUBJECTS
from planning.core.paths import EXAMPLES, ROOT
from planning.core.translation import LANGUAGES
from tests.browser.driving import NO_CHROMIUM, TELEPHONE, chromium, open_browser, open_context, settle, upload
from tests.browser.serving import BOARD, Server, load_example, serve

PICTURES: Final = ROOT / "build" / "screenshots"
IN_MANUAL: Final = ROOT / "pages" / "static" / "manual"
WIDE, NARROW = 1440, 390
WIDE_IN_MANUAL: Final = 1240
NETWORK: Final = "N0001"  # of the example
LIST: Final = EXAMPLES / "inventories" / "47920" / "2018-03" / "Inventaris Twister maart 2018.xlsx"
HEADER_ROW: Final = 5


def list_with_questions() -> bytes:
    """De Twister's list as somebody in a hurry would have changed it: two doubts, five devices less, one more."""
    workbook = load_workbook(LIST)
    sheet = workbook.active
    column = {cell.value: cell.column for cell in sheet[HEADER_ROW]}
    sheet.cell(12, column["Datum aanschaf"], "03/04/17")
    sheet.cell(30, column["Serienr."], sheet.cell(20, column["Serienr."]).value)
    sheet.delete_rows(40, 5)
    added = {"Apparaat": "Chromebook", "Merk": "HP", "Model": "Chromebook 11 G5 EE", "Staat": "ok"}
    for name, value in added.items():
        sheet.cell(sheet.max_row + (name == "Apparaat"), column[name], value)
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def show_preview(page: Page) -> None:
    """Upload a list that asks for choices."""
    upload(page, "Inventaris Twister mei 2018.xlsx", list_with_questions())
    expect(page.get_by_text("Wat we herkenden")).to_be_visible()
    settle(page)


@dataclass(frozen=True)
class Screen:
    """A screen to picture: who looks, at which address, and what they do first."""

    person: str | None
    address: str
    prepare: Callable[[Page], None] | None = None
    colours: Literal["light", "dark"] = "light"
    widths: tuple[int, ...] = (WIDE, NARROW)
    board: str = BOARD  # of whom: a board, or a circle of boards for who is there for none


SCREENS: Final = {
    subject.place.address: Screen("voorzitter", f"/{subject.place.address}?school=03UZ00") for subject in SUBJECTS
} | {
    "aanmelden": Screen(None, "/"),
    "overzicht-donker": Screen("voorzitter", "/overzicht", colours="dark"),
    "doelen-donker": Screen("voorzitter", "/doelen", colours="dark", widths=(WIDE,)),
    "doelen-leeg": Screen("voorzitter", "/doelen?jaar=2019", widths=(WIDE,)),
    "rapport": Screen("voorzitter", "/rapport"),
    "rondes-vaststellen": Screen("voorzitter", "/rondes?stap=vaststellen"),
    "rondes-scholen": Screen("voorzitter", "/rondes?deel=scholen"),
    "rondes-uitleg": Screen("voorzitter", "/rondes?deel=uitleg"),
    "rondes-scenarios": Screen("voorzitter", "/rondes?deel=scenarios"),
    "rondes-geld": Screen("voorzitter", "/rondes?deel=geld"),
    "rondes-werkelijkheid": Screen("voorzitter", "/rondes?deel=werkelijkheid"),
    "rondes-instellingen": Screen("bovenschools", "/rondes?deel=instellingen"),
    "rondes-coordinator": Screen("ict-03uz", "/rondes"),
    "inventaris": Screen("ict-03uz", "/inventaris"),
    "inventaris-upload": Screen("ict-03uz", "/inventaris", show_preview),
    "competenties-werkplaats": Screen("bovenschools", "/competenties?deel=werkplaats&stap=samenvoegen"),
    "competenties-rangschikken": Screen("bovenschools", "/competenties?deel=werkplaats&stap=rangschikken"),
    "competenties-vaststellen": Screen("voorzitter", "/competenties?deel=werkplaats&stap=vaststellen"),
    "competenties-zelfscan": Screen("ict-03uz", "/competenties?deel=zelfscan"),
    "competenties-scholing": Screen("bovenschools", "/competenties?deel=scholing"),
    "bezoek": Screen("icoach", "/kwaliteitsteams?school=03VA00"),
    "kwaliteitsteams-aanvragen": Screen("ict-03uz", "/kwaliteitsteams?deel=aanvragen"),
    "kwaliteitsteams-agenda": Screen("voorzitter", "/kwaliteitsteams?deel=agenda"),
    "kwaliteitsteams-teams": Screen("bovenschools", "/kwaliteitsteams?deel=teams"),
    "ibp-registers": Screen("ibp", "/ibp?deel=registers"),
    "ibp-incidenten": Screen("voorzitter", "/ibp?deel=incidenten"),
    "ibp-incident": Screen("ibp", "/ibp?deel=incidenten&incident=3"),
    "systemen-regels": Screen("bovenschools", "/systemen?deel=regels&functie=lvs"),
    "systemen-contracten": Screen("voorzitter", "/systemen?deel=contracten"),
    "systemen-een": Screen("bovenschools", "/systemen?deel=een"),
    "systemen-excel": Screen("ict-03uz", "/systemen?deel=excel"),
    "systemen-functies": Screen("bovenschools", "/systemen?deel=functies"),
    "systemen-coordinator": Screen("ict-03uz", "/systemen"),
    "leernetwerk-schets": Screen("voorzitter", "/leernetwerk?deel=schets&thema=infrastructure"),
    "leernetwerk-reactie": Screen("voorzitter", "/leernetwerk?deel=reactie"),
    "leernetwerk-leervraag": Screen("voorzitter", "/leernetwerk?deel=leervraag"),
    "leernetwerk-bijeenkomsten": Screen("voorzitter", "/leernetwerk?deel=bijeenkomsten"),
    "netwerk": Screen("begeleider", "/netwerk", board=NETWORK),
    "netwerk-bestuur": Screen("begeleider", "/netwerk?bestuur=47920", board=NETWORK),
    "netwerk-bijeenkomsten": Screen("begeleider", "/netwerk?deel=bijeenkomsten", board=NETWORK),
    "netwerk-deelname": Screen("begeleider", "/netwerk?deel=deelname", board=NETWORK),
    "netwerk-berichten": Screen("begeleider", "/netwerk?deel=berichten", board=NETWORK),
    "leernetwerk-delen": Screen("voorzitter", "/leernetwerk?deel=delen"),
    "beheer-scholen": Screen("bovenschools", "/beheer?deel=scholen"),
    "beheer-mensen": Screen("beheer", "/beheer?deel=mensen"),
    "beheer-soorten": Screen("bovenschools", "/beheer?deel=soorten"),
    "beheer-onthouden": Screen("bovenschools", "/beheer?deel=onthouden"),
    "beheer-doelen": Screen("voorzitter", "/beheer?deel=doelen"),
    "keuzes-scholen": Screen("voorzitter", "/keuzes?deel=scholen"),
    "keuzes-kengetallen": Screen("voorzitter", "/keuzes?deel=kengetallen"),
    "keuzes-school": Screen("ict-03uz", "/keuzes"),
    "keuzes-begin": Screen("ict-03qf", "/keuzes"),
    "beheer-logboek": Screen("voorzitter", "/beheer?deel=logboek"),
    "ibp-donker": Screen("voorzitter", "/ibp", colours="dark"),
    "ibp-normen": Screen("ibp", "/ibp?deel=normen"),
    "ibp-maatregelen": Screen("ibp", "/ibp?deel=maatregelen"),
    "ibp-beleid": Screen("ibp", "/ibp?deel=beleid"),
    "ibp-bewustwording": Screen("ibp", "/ibp?deel=bewustwording"),
    "leernetwerk-centraal": Screen("voorzitter", "/leernetwerk?deel=centraal"),
    "leernetwerk-spiegel": Screen("voorzitter", "/leernetwerk?deel=spiegel"),
    "leernetwerk-bibliotheek": Screen("voorzitter", "/leernetwerk?deel=bibliotheek", widths=(WIDE,)),
    "ibp-versnellingsvraag": Screen("ibp", "/ibp?deel=versnellingsvraag"),
}


def show_whole(page: Page, width: int) -> None:
    """Make the window as high as what is in it: Streamlit scrolls inside the page, so a full-page picture would not."""
    for _again in range(3):  # charts and columns take another height once there is room
        height = page.get_by_test_id("stMain").evaluate("area => area.scrollHeight")
        page.set_viewport_size({"width": width, "height": max(height, 700)})
        page.wait_for_timeout(400)
        settle(page)


def picture(browser: Browser, server: Server, name: str, width: int) -> Path:
    """Take one picture; returns where it is."""
    screen = SCREENS[name]
    device = TELEPHONE if width == NARROW else {"viewport": {"width": width, "height": 900}}
    context = open_context(browser, server, screen.person, screen.board, color_scheme=screen.colours, **device)
    page = context.new_page()
    page.goto(server.url + screen.address)
    settle(page)
    if screen.prepare:
        screen.prepare(page)
    show_whole(page, width)
    path = PICTURES / f"{name}-{width}.png"
    page.screenshot(path=path)
    context.close()
    return path


def manual_picture(browser: Browser, server: Server, address: str, code: str) -> Path:
    """Take the picture of a page for the manual, small enough to be served with it; returns where it is."""
    screen = SCREENS[address]
    look = {"viewport": {"width": WIDE_IN_MANUAL, "height": 860}, "reduced_motion": "reduce"}
    context = open_context(browser, server, screen.person, screen.board, **look)
    page = context.new_page()
    sign = "&" if "?" in screen.address else "?"
    page.goto(f"{server.url}{screen.address}{sign}lang={code}")
    settle(page)
    image = Image.open(BytesIO(page.get_by_test_id("stMain").screenshot()))  # without the menu, which it stands beside
    context.close()
    path = IN_MANUAL / f"{address}-{code}.webp"
    image.convert("RGB").save(path, quality=60, method=6)
    return path


def main() -> None:
    """Picture every screen, or those asked for; of every page of the manual its picture too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--manual", action="store_true", help="the pictures of the manual only")
    parser.add_argument("--only", choices=SCREENS, nargs="+", metavar="NAME", help=", ".join(SCREENS))
    asked = parser.parse_args()
    executable = chromium()
    if executable is None:
        raise SystemExit(NO_CHROMIUM)
    with (
        TemporaryDirectory() as folder,
        serve(load_example(Path(folder) / "example.db"), Path(folder) / "server") as server,
        open_browser(executable) as browser,
    ):
        for name in asked.only or SCREENS:
            for width in () if asked.manual else SCREENS[name].widths:
                print(picture(browser, server, name, width).relative_to(ROOT))
            for code in LANGUAGES if name in TOPICS else ():
                print(manual_picture(browser, server, name, code).relative_to(ROOT))


if __name__ == "__main__":
    main()
