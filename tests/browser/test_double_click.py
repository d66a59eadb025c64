"""A double click is a click: what a button adds, begins or decides is there once, and the page ends as it would."""

import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Locator, Page, expect

from planning.core.database import Database, board
from planning.privacy.incident_service import incidents
from tests.browser.conftest import Visitor
from tests.browser.driving import open_context, run_out, settle, title
from tests.browser.serving import Server, serve
from tests.browser.test_incident_journey import fill_time
from tests.pages.driving import somebody

pytestmark = pytest.mark.browser
GAPS = (0, 200)  # milliseconds between the two clicks: before and after the first drew anything


def twice(page: Page, button: Locator, gap: int) -> None:
    """Two clicks, the second on whatever stands there by then."""
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box
    at = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.click(*at)
    page.wait_for_timeout(gap)
    page.mouse.click(*at)


def reported(server: Server) -> list[str]:
    """What the incidents of a school are about."""
    database = Database(f"sqlite:///{server.database}")
    found = incidents(somebody(database, "ict-03uz"), database)
    database.engine.dispose()
    return sorted(one.description for one in found)


def test_an_incident_is_recorded_once(visit: Visitor, server: Server) -> None:
    page = visit("ict-03uz", "/ibp?deel=incidenten")
    for gap in GAPS:
        page.goto(f"{server.url}/ibp?deel=incidenten")
        settle(page)
        page.get_by_label("Wat is er gebeurd?").fill(f"Mail verkeerd gestuurd, {gap}")
        fill_time(page, "Tijd", "09", "30")
        twice(page, page.get_by_role("button", name="Vastleggen en klok starten"), gap)
        page.wait_for_url(re.compile("incident="))
        settle(page)
        expect(page.get_by_role("heading", level=2).filter(has_text="Binnen 69 uur")).to_be_visible()
    assert reported(server) == sorted(f"Mail verkeerd gestuurd, {gap}" for gap in GAPS)


def test_a_plan_is_approved_with_its_confirmation_and_the_way_back(visit: Visitor, server: Server) -> None:
    page = visit("voorzitter", "/rondes")
    for gap in GAPS:
        page.goto(f"{server.url}/rondes?deel=plan")
        settle(page)
        page.get_by_role("button", name="Wat stelt u vast?").click()
        page.get_by_role("textbox", name="Waarom").fill("In de vergadering besloten")
        run_out(page)
        twice(page, page.get_by_role("button", name="Stel dit plan vast"), gap)
        expect(page.get_by_text(re.compile(r"Plan \d+ is vastgesteld"))).to_be_visible()
        settle(page)
        expect(page.get_by_text("niets te besluiten")).to_have_count(0)
        page.get_by_role("button", name="Ongedaan maken").click()
        expect(page.get_by_text("Ongedaan gemaakt")).to_be_visible()


def test_a_board_begins_once_and_goes_on_where_its_beginning_is(browser: Browser, tmp_path: Path) -> None:
    for gap in GAPS:
        nothing = tmp_path / f"nothing{gap}.db"
        nothing.touch()
        with serve(nothing, tmp_path / f"server{gap}") as server:
            context = open_context(browser, server)
            page = context.new_page()
            page.goto(server.url)
            title(page, "Welkom bij Vlootplan")
            for label, words in (("Bestuursnummer", "47959"), ("Naam van het bestuur", "Prisma"), ("Uw naam", "Wil")):
                page.get_by_label(re.compile(f"^{label}")).fill(words)
            twice(page, page.get_by_role("button", name="Begin met dit bestuur"), gap)
            title(page, "Beheer")
            expect(page.get_by_role("button", name="Neem deze scholen en leerlingen over")).to_be_visible()
            assert server.defects() == []
            database = Database(f"sqlite:///{server.database}")
            with database.engine.connect() as connection:
                assert list(connection.execute(sa.select(board.c.name)).scalars()) == ["Prisma"]
            database.engine.dispose()
            context.close()
