"""The nginx of deploy/ before two app servers: whoever comes stays at one, and goes on at the other when it is gone."""

import asyncio
import os
import shutil
import signal
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from planning.core.account_rules import AccountClaims, SessionLimits
from planning.core.account_service import arrive
from planning.core.clock import now
from planning.core.database import Database
from planning.core.migration import migrate
from planning.core.paths import ROOT
from planning.core.service import begin_board
from tests.benchmarks.test_two_servers import Proxy, app_server, certificate, pressing, settings, until
from tests.browser.serving import _free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
pytestmark = [pytest.mark.bench, pytest.mark.skipif(NGINX is None, reason="apt-get install nginx-light")]
__all__ = ["settings"]
AROUND = """daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.error;
events {{}}
http {{
    log_format to '$upstream_addr $cookie_vlootplan_server';
    client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder};
    scgi_temp_path {folder};
    {site}
}}
"""


@contextmanager
def nginx(folder: Path, ports: tuple[int, int]) -> Iterator[Proxy]:
    """The configuration as it is shipped, on ports of its own and with a certificate for the occasion."""
    plain, port = _free_port(), _free_port()
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    pem = str(certificate(folder))
    for shipped, ours, times in (
        ("listen 80;", f"listen 127.0.0.1:{plain};", 1), ("listen 443 ", f"listen 127.0.0.1:{port} ", 1),
        ("/etc/nginx/vlootplan.pem", pem, 2), ("access_log off;", f"access_log {folder}/nginx.log to;", 1),
        ("127.0.0.1:8501", f"127.0.0.1:{ports[0]}", 1), ("127.0.0.1:8502", f"127.0.0.1:{ports[1]}", 1),
    ):  # fmt: skip
        assert text.count(shipped) == times, shipped
        text = text.replace(shipped, ours)
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, site=text))
    process = subprocess.Popen([str(NGINX), "-c", str(folder / "nginx.conf"), "-e", str(folder / "nginx.error")])
    try:
        yield Proxy(port, ssl._create_unverified_context())
    finally:
        process.terminate()
        process.wait(10)


def servers_of(folder: Path) -> dict[str, set[str]]:
    """Key of whoever came -> the servers that answered them."""
    found: dict[str, set[str]] = {}
    for line in (folder / "nginx.log").read_text().splitlines():
        *addresses, key = line.split()
        found.setdefault(key, set()).add(addresses[-1])
    return found


def test_whoever_comes_stays_at_one_server_and_goes_on_at_the_other(settings: dict[str, str], tmp_path: Path) -> None:
    ports = _free_port(), _free_port()
    database = Database(settings["VLOOTPLAN_DATABASE_URL"])
    migrate(database)
    begin_board(database, now(), "12345", "Bestuur", "Anna", "anna@school.example")
    claims = AccountClaims("a" * 64, name="Anna", email="anna@school.example", is_verified=True)
    keys = [f"key{n}" for n in range(12)]
    with ExitStack() as running:
        one = running.enter_context(app_server(tmp_path, ports[0], settings))
        running.enter_context(app_server(tmp_path, ports[1], settings))
        proxy = running.enter_context(nginx(tmp_path, ports))
        proxy.token = arrive(database, now(), claims, SessionLimits(timedelta(hours=1), timedelta(hours=2)), "") or ""
        until(proxy, "/api/ready", 200)
        assert proxy.get("/api/metrics")[0] == proxy.get("/_stcore/metrics")[0] == 404
        assert proxy.get("/api/health")[1]  # who has no key gets one
        assert proxy.get("/api/health", Cookie="vlootplan_server=key0")[1] == ""
        for key in keys * 3:
            proxy.get("/api/health", Cookie=f"vlootplan_server={key}")
        found = servers_of(tmp_path)
        assert all(len(found[key]) == 1 for key in keys)
        assert {f"127.0.0.1:{port}" for port in ports} == set().union(*(found[key] for key in keys))

        async def journey() -> None:
            first = next(key for key in keys if found[key] == {f"127.0.0.1:{ports[0]}"})
            screen, alone = await proxy.open(first)
            await screen.rerun(pressing(screen, "English"))
            os.killpg(one.pid, signal.SIGKILL)
            again, seconds = await proxy.open(first)
            assert "Nederlands" in again.widgets  # still signed in, at the other
            print(f"\nnginx: opened in {alone:.2f} s; after kill -9 of its server {seconds:.2f} s")

        asyncio.run(journey())
    database.engine.dispose()
