"""A learning network with four people, each in a browser of their own: from the invitation to the second meeting."""

import re
from datetime import UTC, date, datetime, time
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from planning.circles import service as circles
from planning.core.boards import Kind, boards
from planning.core.database import Database
from planning.core.rights import Person, Role
from planning.network.meeting_service import save_meeting
from planning.network.meetings import Meeting
from tests.browser.conftest import Visitor
from tests.browser.driving import TELEPHONE, choose, run_out, settle, title
from tests.browser.serving import Server

pytestmark = pytest.mark.browser

SPOV, PRISMA = "44397", "47959"
AT: Final = datetime(2018, 4, 1, 9, 0, tzinfo=UTC)
QUESTION: Final = "Hoe krijg ik mijn directeuren mee?"
STEP: Final = "Twee directeuren vragen wat zij missen"
MIRRORED: Final = "Wat vraagt u hen precies?"


@pytest.fixture(scope="module")
def network_id(server: Server) -> str:
    """A network with nobody in it but who leads it and an expert; two meetings are set, the second is today."""
    database = Database(f"sqlite:///{server.database}")
    example = next(one for one in boards(database) if one.is_example)
    guide = circles.begin_circle(database, AT, Kind.NETWORK, "Netwerk op proef", "Begeleider", example=example)
    expert = Person("", guide.board_id, "Expert", Role.EXPERT)
    circles.save_guest(guide, database, AT, guide.board_id, expert)
    for number, day in ((1, date(2018, 4, 10)), (2, date(2018, 5, 1))):
        meeting = Meeting(number, f"Thema {number}", day, time(10, 0), "Utrecht", "Expert")
        save_meeting(guide, database, AT, guide.board_id, meeting)
    database.engine.dispose()
    return guide.board_id


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """Press the first button with this name, and wait until the page has answered."""
    page.get_by_role("button", name=name).first.click()
    settle(page)


def fill(page: Page, label: str, text: str) -> None:
    """Write in the first field with this name, and leave it."""
    run_out(page)
    page.get_by_label(label).first.fill(text)
    page.get_by_label(label).first.press("Tab")
    run_out(page)


def test_from_an_invitation_to_the_second_meeting(visit: Visitor, network_id: str) -> None:
    guide = visit("begeleider", "/netwerk?deel=deelname", board_id=network_id)
    title(guide, "Netwerk op proef")
    settle(guide)
    for name in ("SPOV", "Prisma"):
        choose(guide, "Welke besturen?", name)
        guide.keyboard.press("Escape")
    press(guide, "Nodig uit")
    expect(
        guide.get_by_text("Uitgenodigd: SPOV en Prisma").or_(guide.get_by_text("Uitgenodigd: Prisma en SPOV"))
    ).to_be_visible()

    at = f"netwerk={network_id}"
    spov = visit("voorzitter", f"/leernetwerk?{at}", board_id=SPOV)
    prisma = visit("voorzitter", f"/leernetwerk?{at}", board_id=PRISMA)
    for page in (spov, prisma):
        settle(page)
        expect(page.get_by_text("Netwerk op proef").first).to_be_visible()
        press(page, "Meedoen")

    def part(page: Page, name: str, more: str = "") -> None:
        page.goto(re.sub(r"/leernetwerk.*", f"/leernetwerk?{at}&deel={name}{more}", page.url))
        settle(page)

    part(spov, "schets")
    press(spov, re.compile("Neem de cijfers van .* over"))
    expect(spov.get_by_text(re.compile("De cijfers van .* staan in uw schets"))).to_be_visible()
    part(spov, "reactie")
    spov.get_by_role("textbox").first.fill("De basis is op orde, de les nog niet.")
    press(spov, "Bewaren")
    expect(spov.get_by_text("Uw reactie is bewaard")).to_be_visible()
    part(spov, "leervraag")
    fill(spov, "De vraag", QUESTION)
    press(spov, "Bewaar de vraag")
    expect(spov.get_by_text(re.compile("bewaard als versie 1"))).to_be_visible()

    guide.goto(re.sub(r"/netwerk.*", f"/netwerk?deel=besturen&bestuur={SPOV}", guide.url))
    settle(guide)
    expect(guide.get_by_text(QUESTION).first).to_be_visible()
    fill(guide, "Uw opmerking; alleen dit bestuur leest haar", "Wat doet u zelf?")
    press(guide, "Verstuur de opmerking")
    part(spov, "leervraag")
    expect(spov.get_by_text("Wat doet u zelf?")).to_be_visible()
    press(spov, "Stel versie 1 vast")
    expect(spov.get_by_text(re.compile("Versie 1 is vastgesteld")).first).to_be_visible()
    part(prisma, "stand")
    expect(prisma.get_by_text(QUESTION)).to_have_count(0)  # it is shared with who leads, not with all

    spov.set_viewport_size(TELEPHONE["viewport"])
    part(spov, "bijeenkomsten", "&bijeenkomst=1")
    fill(spov, "Wat gaat u doen?", STEP)
    press(spov, "Bewaar de stap")
    expect(spov.get_by_text("Uw stap is bewaard")).to_be_visible()
    part(prisma, "bijeenkomsten", "&bijeenkomst=1")
    expect(prisma.get_by_text(STEP).first).to_be_visible()
    press(prisma, "Spiegel deze stap")
    fill(prisma, "Wat ziet u, wat zou u vragen?", MIRRORED)
    press(prisma, "Verstuur")
    part(spov, "bijeenkomsten", "&bijeenkomst=1")
    expect(spov.get_by_text(MIRRORED)).to_be_visible()

    expert = visit("expert", "/netwerk?deel=besturen", board_id=network_id)
    settle(expert)
    expect(expert.get_by_role("heading", name="Waar elk bestuur is")).to_be_visible()
    expect(expert.get_by_role("button", name="Verstuur de opmerking")).to_have_count(0)

    part(prisma, "delen")
    prisma.get_by_text("de anderen zien niets meer van ons").click()
    press(prisma, "Vertrekken")
    part(spov, "bijeenkomsten", "&bijeenkomst=1")
    expect(spov.get_by_text(MIRRORED)).to_have_count(0)
