"""Signing in with a provider, in a browser: three roles, a stranger who is let in, and sessions that end at once."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from oidc_provider_mock import run_server_in_thread
from oidc_provider_mock._storage import User
from playwright.sync_api import Browser, Locator, Page, expect

from planning.core.clock import now
from planning.core.database import Database
from planning.core.people import find_person
from planning.core.rights import operator
from planning.core.service import save_person
from planning.core.sqlite import driver
from tests.browser.driving import choose, open_context, title
from tests.browser.serving import BOARD, Server, serve

pytestmark = pytest.mark.browser
PEOPLE = {"voorzitter": "vera@school.example", "beheer": "bea@school.example"}
ACCOUNTS = {"vera": "Vera Voorzitter", "bea": "Bea Beheer", "xander": "Xander Onbekend"}
COOKIE = "vlootplan_session"
OUT = "U bent afgemeld"


@pytest.fixture
def provider() -> Iterator[str]:
    """A provider of OpenID Connect at which everybody is who they say."""
    users = [
        User(sub=sub, claims={"name": name, "email": f"{sub}@school.example", "email_verified": True})
        for sub, name in ACCOUNTS.items()
    ]
    with run_server_in_thread(user_claims=users) as running:
        yield f"http://localhost:{running.server_port}"


@pytest.fixture
def server_with_sign_in(example: Path, tmp_path: Path, provider: str) -> Iterator[Server]:
    """The example of which two people have an account, at a server that lets nobody choose who they are."""
    settings = {
        "name": "school",
        "title": "Schoolaccount",
        "server_metadata_url": f"{provider}/.well-known/openid-configuration",
        "client_id": "vlootplan",
        "client_secret": "geheim",
    }

    def more(port: int) -> dict[str, str]:
        return {
            "VLOOTPLAN_MODE": "oidc",
            "VLOOTPLAN_PUBLIC_URL": f"http://127.0.0.1:{port}",
            "VLOOTPLAN_PROVIDERS": json.dumps([settings]),
        }

    with serve(example, tmp_path / "server", more=more) as running:
        database = Database(f"sqlite:///{running.database}")
        for person_id, account in PEOPLE.items():
            person = find_person(database, BOARD, person_id)
            assert person is not None
            save_person(operator(BOARD), database, now(), replace(person, account=account))
        database.engine.dispose()
        yield running


def sign_in(page: Page, account: str) -> None:
    """From our screen to the provider's, and back."""
    page.get_by_role("button", name="Aanmelden met Schoolaccount").click()
    page.get_by_role("button", name=account, exact=True).click()


def in_menu(page: Page, name: str) -> Locator:
    """A page's link in the menu, not one of the page itself."""
    return page.get_by_test_id("stSidebarNavItems").get_by_role("link", name=name)


def in_database(server: Server, statement: str) -> None:
    """What happens elsewhere, at another server or by time going on."""
    with closing(driver.connect(server.database)) as connection:
        connection.execute(statement)
        connection.commit()


def test_people_sign_in_with_their_account_and_are_out_at_once_when_it_is_over(
    browser: Browser, server_with_sign_in: Server
) -> None:
    server = server_with_sign_in
    context = open_context(browser, server)
    page = context.new_page()
    page.goto(f"{server.url}/beheer?deel=bestuur")
    title(page, "Aanmelden")

    sign_in(page, "vera")
    title(page, "Beheer")  # the page that was asked for
    assert page.url.endswith("/beheer?deel=bestuur")
    assert [one["name"] for one in context.cookies() if one["name"].startswith("_streamlit_user")] == []
    (copied,) = [one for one in context.cookies() if one["name"] == COOKIE]
    assert copied["httpOnly"]
    page.get_by_role("button", name="Aangemeld").click()
    expect(page.get_by_test_id("stPopoverBody").get_by_text("laatst gezien")).to_be_visible()
    expect(page.get_by_role("button", name="Overal afmelden")).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Afmelden", exact=True).click()
    title(page, "Aanmelden")
    context.add_cookies([{"name": COOKIE, "value": copied["value"], "url": server.url}])
    page.goto(f"{server.url}/beheer?deel=mensen")
    expect(page.get_by_text(OUT)).to_be_visible()

    sign_in(page, "xander")
    title(page, "Wij kennen u nog niet")
    page.get_by_label("Bestuursnummer").fill(BOARD)
    page.get_by_role("button", name="Vraag om toegang").click()
    expect(page.get_by_text("ziet de beheerder nu uw verzoek")).to_be_visible()
    page.get_by_role("button", name="Aanmelden met een ander account").click()

    title(page, "Aanmelden")
    sign_in(page, "bea")
    in_menu(page, "Beheer").click()
    page.get_by_test_id("stMain").get_by_text("Mensen", exact=True).click()
    expect(page.get_by_text("1 persoon vraagt om toegang")).to_be_visible()
    choose(page, "Rol, van iemand nieuw", "Lezer (RvT, GMR)")
    page.get_by_role("button", name="Laat binnen").click()
    expect(page.get_by_text("Xander Onbekend kan zich vanaf nu aanmelden")).to_be_visible()
    in_database(server, "UPDATE login_session SET seen_at = '2018-01-01 00:00:00.000000'")
    page.get_by_text("Logboek", exact=True).click()
    expect(page.get_by_text(OUT)).to_be_visible()  # idle for too long

    sign_in(page, "xander")
    expect(page.get_by_text("U bent aangemeld als Xander Onbekend, met de rol Lezer")).to_be_visible()
    in_database(server, "DELETE FROM login_session")
    in_menu(page, "Overzicht").click()
    expect(page.get_by_text(OUT)).to_be_visible()  # signed out everywhere, from elsewhere
    assert server.defects() == []
    log = server.log.read_text(encoding="utf-8")
    assert [text for text in ("school.example", "Xander", "code=", "geheim", copied["value"]) if text in log] == []
    context.close()
