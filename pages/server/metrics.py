"""What a server tells of itself in figures (Prometheus), to this machine or to who has the token; never to browsers.

Loaded on a shared server only.
"""

from hmac import compare_digest
from time import perf_counter
from typing import Final

from prometheus_client import Counter, Gauge, Histogram, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.serving import is_loopback
from pages.server.session import defects_heard
from pages.server.turns import heard
from planning.core.settings import settings

PATHS: Final = ("/api/metrics", "/_stcore/metrics")
"""Ours, and Streamlit's own, which it shows to everybody."""
_OWN: Final = ("/api", "/_stcore", "/static", "/media", "/auth", "/oauth2callback")
REQUESTS: Final = Counter("vlootplan_requests_total", "Answers given over http", ("part", "status"))
SECONDS: Final = Histogram(
    "vlootplan_request_seconds", "How long an answer took", ("part",), buckets=(0.01, 0.05, 0.1, 0.5, 1, 5, 30)
)
SCREENS: Final = Gauge("vlootplan_screens", "Browsers that are connected")
RUNS: Final = Histogram(
    "vlootplan_run_seconds",
    "How long a run of a screen took, waiting for its turn included",
    buckets=(0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
)
DEFECTS: Final = Counter("vlootplan_defects_total", "Runs of a screen that failed on our side")


def part_of_address(path: str) -> str:
    """Which part of the server an address belongs to: few words, and never what somebody typed."""
    return next((part for part in _OWN if path == part or path.startswith(part + "/")), "page")


def may_read(request: Request) -> bool:
    """Whether the asker is this machine itself, not somebody for whom a proxy asks, or has the token."""
    file = settings().metrics_token_file
    given = request.headers.get("authorization", "").removeprefix("Bearer ").encode()
    if file is not None and given and compare_digest(given, file.read_bytes().strip()):
        return True
    forwarded = any(name in request.headers for name in ("x-forwarded-for", "forwarded", "x-real-ip"))
    return not forwarded and is_loopback(request.client.host if request.client else None)


async def metrics(_request: Request) -> Response:
    """Everything counted since this server started, in Prometheus' own words."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_PLAIN_0_0_4)


class Measuring:
    """Counts what passes, and keeps metrics from who may not read them."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        if not defects_heard:
            heard.append(RUNS.observe)
            defects_heard.append(DEFECTS.inc)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a request when its answer is over, a screen while it is connected."""
        if scope["type"] == "websocket":
            with SCREENS.track_inprogress():
                await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"] in PATHS and not may_read(Request(scope)):
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
            return
        part, begun, status = part_of_address(scope["path"]), perf_counter(), "500"

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = str(message["status"])
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            REQUESTS.labels(part, status).inc()
            SECONDS.labels(part).observe(perf_counter() - begun)
