"""Around Streamlit: only this machine, only our own cookie, only our own addresses."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from pages.server.packed import ScriptPacker, scripts
from pages.server.serving import (
    IDENTITY_HEADER,
    Identity,
    KnownPages,
    LocalOnly,
    PageLanguage,
    health,
    is_loopback,
    sign_in,
    sign_out,
)
from planning.core.database import Database
from planning.core.paths import ROOT
from planning.core.people import find_person, write_person
from planning.core.sign_in import COOKIE, read_identity, write_identity, write_ticket


async def page(request: Request) -> HTMLResponse:
    return HTMLResponse('<!doctype html><html lang="en"><p>pagina</p></html>')


async def script(request: Request) -> PlainTextResponse:
    return PlainTextResponse('<html lang="en"', media_type="text/javascript")


async def who(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text(socket.headers.get(IDENTITY_HEADER, "niemand"))
    await socket.close()


ROUTES = [
    Route("/api/aanmelden", sign_in),
    Route("/api/afmelden", sign_out),
    Route("/api/health", health),
    Route("/static/js/app.js", script),
    WebSocketRoute("/_stcore/stream", who),
    Route("/", page),
    Route("/school", page),
]


def client(*middleware: Callable[..., object], host: str = "127.0.0.1", **options: object) -> TestClient:
    app = Starlette(routes=ROUTES, middleware=[Middleware(one) for one in middleware])
    return TestClient(
        app, base_url=f"http://{host}:8501", client=("127.0.0.1", 5000), follow_redirects=False, **options
    )


@pytest.mark.parametrize(
    ("name", "expected"),
    [("127.0.0.1", True), ("::1", True), ("[::1]", True), ("localhost", True), ("0.0.0.0", False), ("", False),
     (None, False), ("192.168.1.5", False), ("localhost.example", False)],
)  # fmt: skip
def test_loopback_is_this_machine_by_number_or_by_name(name: str | None, expected: bool) -> None:
    assert is_loopback(name) is expected


def test_local_mode_answers_this_machine() -> None:
    assert client(LocalOnly).get("/").status_code == 200


@pytest.mark.parametrize("host", ["vlootplan.example", "192.168.1.5", "127.0.0.1.example"])
def test_local_mode_refuses_another_host_name(host: str) -> None:
    assert client(LocalOnly).get("/", headers={"host": host}).status_code == 403


def test_local_mode_refuses_another_machine() -> None:
    app = Starlette(routes=ROUTES, middleware=[Middleware(LocalOnly)])
    away = TestClient(app, base_url="http://127.0.0.1:8501", client=("192.168.1.5", 5000))
    assert away.get("/").status_code == 403


def test_local_mode_refuses_another_machines_websocket_as_well() -> None:
    app = Starlette(routes=ROUTES, middleware=[Middleware(LocalOnly)])
    away = TestClient(app, base_url="http://127.0.0.1:8501", client=("192.168.1.5", 5000))
    with pytest.raises(WebSocketDisconnect), away.websocket_connect("/_stcore/stream"):
        pass


def test_the_cookie_of_this_installation_is_handed_on(database: Database) -> None:
    signed = write_identity("47920", "voorzitter")
    with client(Identity, cookies={COOKIE: signed}).websocket_connect("/_stcore/stream") as socket:
        assert socket.receive_text() == signed


def test_who_a_client_claims_to_be_in_the_header_is_dropped(database: Database) -> None:
    claim = {IDENTITY_HEADER: write_identity("47920", "voorzitter")}
    with client(Identity).websocket_connect("/_stcore/stream", headers=claim) as socket:
        assert socket.receive_text() == "niemand"


def test_a_cookie_nobody_signed_is_dropped(database: Database) -> None:
    with client(Identity, cookies={COOKIE: "47920.voorzitter"}).websocket_connect("/_stcore/stream") as socket:
        assert socket.receive_text() == "niemand"


@pytest.mark.parametrize(("address", "language"), [("/", "nl"), ("/?lang=en", "en"), ("/?lang=%22onload%3D", "nl")])
def test_a_page_says_in_which_language_it_speaks(address: str, language: str) -> None:
    answer = client(PageLanguage).get(address)
    assert f'<html lang="{language}">' in answer.text
    assert int(answer.headers["content-length"]) == len(answer.content)


@pytest.mark.parametrize(
    ("own", "address", "language"), [("en", "/", "en"), ("en", "/?lang=nl", "nl"), (None, "/", "nl")]
)
def test_a_page_speaks_the_language_of_who_is_signed_in(
    database: Database, own: str | None, address: str, language: str
) -> None:
    chair = find_person(database, "47920", "voorzitter")
    assert chair is not None
    with database.change(chair, datetime(2018, 5, 1, tzinfo=UTC)) as change:
        write_person(change, replace(chair, language=own))
    answer = client(PageLanguage, cookies={COOKIE: write_identity("47920", "voorzitter")}).get(address)
    assert f'<html lang="{language}">' in answer.text


def test_a_script_is_passed_on_as_it_is() -> None:
    assert client(PageLanguage).get("/static/js/app.js").text == '<html lang="en"'


SCRIPT = next(address for address in scripts() if "PlotlyChart" in address)


def test_a_script_of_streamlit_comes_compressed_for_the_browser_to_keep() -> None:
    answer = client(ScriptPacker).get(SCRIPT, headers={"accept-encoding": "gzip, deflate, br, zstd"})
    assert answer.content == scripts()[SCRIPT].read_bytes()  # the client unpacked it
    assert answer.headers["content-encoding"] == "br"
    assert answer.headers["cache-control"] == "public, immutable, max-age=31536000"
    assert int(answer.headers["content-length"]) < len(answer.content)
    assert answer.headers["vary"] == "Accept-Encoding"
    assert "javascript" in answer.headers["content-type"] or "css" in answer.headers["content-type"]


@pytest.mark.parametrize("asked", [{"accept-encoding": "gzip"}, {"accept-encoding": "br", "range": "bytes=0-9"}])
def test_who_cannot_read_it_is_served_by_streamlit(asked: dict[str, str]) -> None:
    assert client(ScriptPacker).get(SCRIPT, headers=asked).status_code == 404  # no Streamlit stands behind it here


@pytest.mark.parametrize("address", ["/static/../index.html", "/static/js/", "/static/js/niet.js", "/school"])
def test_what_is_no_script_of_streamlit_is_not_taken_for_one(address: str) -> None:
    answer = client(ScriptPacker).get(address, headers={"accept-encoding": "br"})
    assert "content-encoding" not in answer.headers


def test_an_address_that_is_no_page_leads_to_the_overview_with_its_question() -> None:
    answer = client(partial(KnownPages, addresses={"", "school"})).get("/overzicht?peildatum=2017-01-01")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?peildatum=2017-01-01&onbekend=ja")


@pytest.mark.parametrize("address", ["/", "/school", "/api/health", "/static/js/app.js"])
def test_an_address_of_ours_is_left_alone(address: str, database: Database) -> None:
    assert client(partial(KnownPages, addresses={"", "school"})).get(address).status_code == 200


def test_a_ticket_becomes_a_cookie_and_leads_back_to_the_page_asked_for(database: Database) -> None:
    ticket = write_ticket("47920", "voorzitter")
    answer = client().get("/api/aanmelden", params={"ticket": ticket, "next": "/school?school=03UZ00"})
    assert answer.headers["location"] == "/school?school=03UZ00"
    assert read_identity(answer.cookies[COOKIE]) == ("47920", "voorzitter")
    assert "HttpOnly" in answer.headers["set-cookie"]


@pytest.mark.parametrize("address", ["https://elders.example", "//elders.example", "/\\elders.example", "elders", ""])
def test_signing_in_never_leads_elsewhere(address: str, database: Database) -> None:
    ticket = write_ticket("47920", "voorzitter")
    answer = client().get("/api/aanmelden", params={"ticket": ticket, "next": address})
    assert answer.headers["location"] == "/"


def test_without_a_ticket_nobody_is_signed_in(database: Database) -> None:
    answer = client().get("/api/aanmelden", params={"ticket": "iets", "next": "/"})
    assert COOKIE not in answer.cookies


def test_signing_out_takes_the_cookie_away(database: Database) -> None:
    answer = client(cookies={COOKIE: write_identity("47920", "voorzitter")}).get("/api/afmelden")
    assert f'{COOKIE}=""' in answer.headers["set-cookie"]


def test_health_tells_whether_the_database_is_ready(database: Database) -> None:
    assert client().get("/api/health").json() == {"status": "ok"}
    with database.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0000'")
    assert client().get("/api/health").status_code == 503


def test_the_product_refuses_to_start_on_another_address(database: Database) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "0.0.0.0", "--server.port", "0"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode != 0
    assert "lokale modus heeft geen wachtwoorden" in ran.stderr
    assert "Traceback" not in ran.stderr
