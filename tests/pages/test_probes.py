"""What proxies and watchers ask a server: whether it is ready, and its figures, which no browser gets."""

import asyncio
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from pages.server import metrics, serving, stopping
from planning.core.database import Database
from planning.core.settings import Settings


async def page(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("pagina")


APP = Starlette(
    routes=[
        Route("/api/ready", serving.ready),
        Route("/api/metrics", metrics.metrics),
        Route("/_stcore/metrics", page),
        Route("/school", page),
    ],
    middleware=[Middleware(metrics.Measuring)],
)


@pytest.fixture(autouse=True)
def _calm() -> Iterator[None]:
    yield
    stopping._stopping.clear()


def client(address: str = "127.0.0.1") -> TestClient:
    return TestClient(APP, client=(address, 4000))


def test_a_server_is_ready_with_a_database_of_this_version_and_until_it_stops(
    monkeypatch: pytest.MonkeyPatch, sqlite_file: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(serving, "open_database", lambda: Database(f"sqlite:///{sqlite_file}"))
    answer = client().get("/api/ready")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    stopping._stopping.set()
    assert client().get("/api/ready").json() | {"worker": None} == {
        "status": "not ready", "database": True, "migrated": True, "stopping": True, "worker": None,
    }  # fmt: skip
    assert client().get("/api/ready?stopping=404").status_code == 404
    stopping._stopping.clear()
    monkeypatch.setattr(serving, "open_database", lambda: Database(f"sqlite:///{tmp_path / 'blank.db'}"))
    assert client().get("/api/ready").json()["migrated"] is False
    monkeypatch.setattr(serving, "open_database", lambda: Database("postgresql+psycopg://x:geheim@127.0.0.1:1/x"))
    away = client().get("/api/ready")
    assert (away.status_code, away.json()["database"]) == (503, False)
    assert "geheim" not in away.text


def test_the_figures_are_for_this_machine_or_who_has_the_token(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("meten-is-weten\n")
    monkeypatch.setattr(metrics, "settings", lambda: Settings(metrics_token_file=token))
    client().get("/school?naam=anna")
    figures = client().get("/api/metrics").text
    assert 'vlootplan_requests_total{part="page",status="200"}' in figures
    assert "anna" not in figures
    for path in metrics.PATHS:
        assert client("203.0.113.7").get(path).status_code == 404
        assert client().get(path, headers={"x-forwarded-for": "127.0.0.1"}).status_code == 404
        assert client("203.0.113.7").get(path, headers={"authorization": "Bearer raden"}).status_code == 404
        with_token = client("203.0.113.7").get(path, headers={"authorization": "Bearer meten-is-weten"})
        assert with_token.status_code == 200


def test_who_is_here_is_warned_before_a_server_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(stopping, "settings", lambda: Settings.model_construct(mode="oidc", stop_seconds=0.05))
    monkeypatch.setattr(stopping, "tell_everybody", lambda text: done.append("told") or 3)
    before = signal.signal(signal.SIGTERM, lambda number, frame: done.append("stopped"))

    async def told_to_stop() -> None:
        async with stopping.warning_first(None):
            signal.raise_signal(signal.SIGTERM)
            await asyncio.sleep(0.02)
            assert (done, stopping.is_stopping()) == (["told"], True)
            await asyncio.sleep(0.1)
            assert done == ["told", "stopped"]

    try:
        asyncio.run(told_to_stop())
    finally:
        signal.signal(signal.SIGTERM, before)
