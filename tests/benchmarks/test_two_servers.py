"""Two app servers before one PostgreSQL, behind the HAProxy of deploy/: one is killed, people go on at the other."""

import asyncio
import json
import os
import re
import shutil
import signal
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta
from http.client import HTTPSConnection
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from streamlit.proto.BackMsg_pb2 import BackMsg

from pages.server.stopping import WARNING
from planning.core.account_rules import AccountClaims, SessionLimits
from planning.core.account_service import arrive
from planning.core.clock import now
from planning.core.database import Database
from planning.core.migration import migrate
from planning.core.paths import ROOT
from planning.core.service import begin_board
from tests.benchmarks.sessions import MOST_SECONDS, Session, Wire
from tests.browser.serving import _end, _free_port, _wait
from tests.conftest import on_server

HAPROXY = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
HOST = "ict.example.nl"
pytestmark = [pytest.mark.bench, pytest.mark.skipif(HAPROXY is None, reason="apt-get install haproxy")]


@dataclass
class Proxy:
    """HAProxy as people reach it."""

    port: int
    context: ssl.SSLContext
    token: str = ""

    def get(self, path: str, **headers: str) -> tuple[int, str, list[str]]:
        """Status, server by its cookie, and all cookies of an answer."""
        connection = HTTPSConnection("127.0.0.1", self.port, context=self.context, timeout=20)
        connection.request("GET", path, headers={"Host": HOST, **headers})
        answer = connection.getresponse()
        answer.read()
        cookies = answer.headers.get_all("Set-Cookie") or []
        found = re.search(r"vlootplan_server=(\w+)", " ".join(cookies))
        return answer.status, found[1] if found else "", cookies

    async def open(self, server: str) -> tuple[Session, float]:
        """A page for whoever is signed in, of somebody who was at this server before; seconds until it stood there."""
        begun = time.perf_counter()
        _status, _server, cookies = await asyncio.to_thread(self.get, "/_stcore/health")
        [xsrf] = re.findall(r'_streamlit_xsrf="?([^";]+)', " ".join(cookies))
        headers = {
            "Host": HOST,
            "Origin": f"https://{HOST}",
            "Sec-WebSocket-Protocol": f"streamlit, {xsrf}",
            "Cookie": f"__Host-vlootplan={self.token}; _streamlit_xsrf={xsrf}; vlootplan_server={server}",
        }
        screen = Session(await Wire.open(f"wss://127.0.0.1:{self.port}", headers, self.context))
        await screen.rerun()
        return screen, time.perf_counter() - begun


def pressing(screen: Session, label: str) -> Callable[[BackMsg], object]:
    """Press the button of this label."""
    button = screen.widgets[label].id
    return lambda asked: asked.rerun_script.widget_states.widgets.add(id=button, trigger_value=True)


@contextmanager
def app_server(
    folder: Path, port: int, settings: dict[str, str], root: Path | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """One server, of what stands in `root` where that is not all of it."""
    log = folder / f"{port}.log"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            cwd=root or ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | settings,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait(process, f"http://127.0.0.1:{port}/api/ready", log)
        yield process
    finally:
        _end(process)


def certificate(folder: Path) -> Path:
    """A certificate with its key, for the occasion."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}",
         "-keyout", str(folder / "key"), "-out", str(folder / "crt")], check=True, capture_output=True,
    )  # fmt: skip
    (folder / "pem").write_text((folder / "crt").read_text() + (folder / "key").read_text())
    return folder / "pem"


@contextmanager
def haproxy(folder: Path, ports: tuple[int, int]) -> Iterator[Proxy]:
    """The configuration as it is shipped, on ports of its own and with a certificate for the occasion."""
    plain, port = _free_port(), _free_port()
    pem = certificate(folder)
    text = (ROOT / "deploy" / "haproxy.cfg").read_text(encoding="utf-8")
    for shipped, ours in (
        (":80\n", f"127.0.0.1:{plain}\n"), (":443 ", f"127.0.0.1:{port} "),
        ("/etc/haproxy/vlootplan.pem", str(pem)),
        ("127.0.0.1:8501", f"127.0.0.1:{ports[0]}"), ("127.0.0.1:8502", f"127.0.0.1:{ports[1]}"),
        ("    user haproxy\n    group haproxy\n", ""),
        ("log /dev/log local0 notice", "log stderr format raw local0 notice"),
    ):  # fmt: skip
        assert text.count(shipped) == 1, shipped
        text = text.replace(shipped, ours)
    (folder / "haproxy.cfg").write_text(text)
    with (folder / "haproxy.log").open("wb") as log:
        process = subprocess.Popen([str(HAPROXY), "-db", "-f", str(folder / "haproxy.cfg")], stdout=log, stderr=log)
    try:
        yield Proxy(port, ssl._create_unverified_context())
    finally:
        process.terminate()
        process.wait(10)


def until(proxy: Proxy, path: str, wanted: int) -> None:
    for _attempt in range(100):
        with suppress(ConnectionError):
            if proxy.get(path)[0] == wanted:
                return
        time.sleep(0.2)
    raise AssertionError((path, proxy.get(path)))


@pytest.fixture
def settings(postgres: tuple[sa.URL, sa.Engine], tmp_path: Path) -> dict[str, str]:
    """A board with one person, in a PostgreSQL for both servers, and what both are told."""
    url, owner = postgres
    on_server(owner.url, "DROP DATABASE IF EXISTS two_servers WITH (FORCE)")  # of the test before
    on_server(owner.url, "CREATE DATABASE two_servers OWNER vlootplan")
    address = url.set(database="two_servers").render_as_string(hide_password=False)
    (tmp_path / "secret").write_text("a secret for both of the servers, long enough")
    provider: dict[str, Any] = {
        "name": "school", "title": "Schoolaccount", "client_id": "x", "client_secret": "y",
        "server_metadata_url": "https://idp.example/.well-known/openid-configuration",
    }  # fmt: skip
    return {
        "VLOOTPLAN_DATABASE_URL": address, "VLOOTPLAN_SECRET_FILE": str(tmp_path / "secret"),
        "VLOOTPLAN_MODE": "oidc", "VLOOTPLAN_PUBLIC_URL": f"https://{HOST}",
        "VLOOTPLAN_PROVIDERS": json.dumps([provider]), "VLOOTPLAN_STOP_SECONDS": "4",
    }  # fmt: skip


def test_people_go_on_at_the_other_server_when_theirs_is_gone(settings: dict[str, str], tmp_path: Path) -> None:
    ports = _free_port(), _free_port()
    database = Database(settings["VLOOTPLAN_DATABASE_URL"])
    migrate(database)
    begin_board(database, now(), "12345", "Bestuur", "Anna", "anna@school.example")
    claims = AccountClaims("a" * 64, name="Anna", email="anna@school.example", is_verified=True)
    with ExitStack() as running:
        one = running.enter_context(app_server(tmp_path, ports[0], settings))
        two = running.enter_context(app_server(tmp_path, ports[1], settings))
        proxy = running.enter_context(haproxy(tmp_path, ports))
        proxy.token = arrive(database, now(), claims, SessionLimits(timedelta(hours=1), timedelta(hours=2)), "") or ""
        assert proxy.token
        until(proxy, "/api/ready", 200)
        assert proxy.get("/api/metrics")[0] == proxy.get("/_stcore/metrics")[0] == 404
        assert proxy.get("/", Cookie="vlootplan_server=two")[1] == ""  # stays: no other is given

        async def journey() -> None:
            first, alone = await proxy.open("one")
            second, _seconds = await proxy.open("two")
            assert "English" in first.widgets
            assert "English" in second.widgets
            await first.rerun(pressing(first, "English"))
            await second.rerun()
            assert "Nederlands" in second.widgets  # written by one server, read by the other at its next run

            os.killpg(one.pid, signal.SIGKILL)
            again, seconds = await proxy.open("one")
            assert "Nederlands" in again.widgets  # still signed in, at the other
            print(f"\nopened in {alone:.2f} s; after kill -9 of its server {seconds:.2f} s")

            with app_server(tmp_path, ports[0], settings):
                await asyncio.sleep(5)  # the proxy looks every two seconds
                two.send_signal(signal.SIGTERM)
                async with asyncio.timeout(MOST_SECONDS):
                    while WARNING not in again.said:
                        await again.hear()
                begun = time.perf_counter()
                while two.poll() is None:
                    await asyncio.sleep(0.1)
                print(f"warned {time.perf_counter() - begun:.1f} s before it stopped, with status {two.returncode}")
                after, seconds = await proxy.open("two")
                assert "Nederlands" in after.widgets
                print(f"after a stop that warned {seconds:.2f} s")

        asyncio.run(journey())
    database.engine.dispose()
    assert "anna" not in "".join(file.read_text() for file in tmp_path.glob("*.log")).lower()
