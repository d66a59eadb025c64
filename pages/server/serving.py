"""Around Streamlit: who may reach the server, who is signed in, the page's language, and health."""

import ipaddress
import json
import logging
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.parts.places import UNKNOWN
from pages.server.session import open_database, who_carries
from pages.server.stopping import is_stopping
from pages.server.streamlit_words import WORDS
from planning.core.migration import is_current
from planning.core.settings import settings
from planning.core.sign_in import COOKIE, COOKIE_SECONDS, cookie_name, read_identity, read_ticket, write_identity
from planning.core.translation import LANGUAGES, language_of_browser, translated
from planning.core.trouble import TROUBLES
from planning.core.work import is_seen

log = logging.getLogger("vlootplan")
_PLAIN = re.compile(r"[\w.=-]{1,2000}", re.ASCII)  # what a session or a stranger is written in
IDENTITY_HEADER = "x-vlootplan-identity"  # .streamlit/config.toml hands it to st.user


def is_loopback(host: str | None) -> bool:
    """Whether an address or host name is this machine itself."""
    name = (host or "").strip("[]")
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


class LocalOnly:
    """Local mode has no passwords, so it answers no other machine and no other host name (DNS rebinding)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass this machine's requests on; refuse the rest in plain words."""
        if scope["type"] in ("http", "websocket"):
            server, client = scope.get("server"), scope.get("client")
            host = urlsplit("//" + Headers(scope=scope).get("host", "")).hostname
            if not all(is_loopback(name) for name in (server and server[0], client and client[0], host)):
                refusal = PlainTextResponse("Vlootplan staat in lokale modus: alleen deze computer.", 403)
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)


class Identity:
    """Hands what the cookie carries to st.user; what a client claims to be in that header is dropped.

    Of a session every run asks the database whether it holds (`pages.server.session.arrived`).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Replace the identity header of a websocket by what the cookie proves."""
        if scope["type"] == "websocket":
            headers = MutableHeaders(scope=scope)
            del headers[IDENTITY_HEADER]
            cookie = Request({**scope, "type": "http"}).cookies.get(cookie_name())
            if cookie and (read_identity(cookie) if settings().is_local else _PLAIN.fullmatch(cookie)):
                headers[IDENTITY_HEADER] = cookie
        await self.app(scope, receive, send)


@cache
def screen_script(language: str) -> bytes:
    """What every page does in the browser beside Streamlit, as an element of its head, in a language of the page."""
    words = {word: said for word in WORDS if (said := translated(word, language)) != word}
    text = (Path(__file__).parent / "screen.js").read_text(encoding="utf-8")
    script = text.replace("{/* WORDS */}", json.dumps(words, ensure_ascii=False).replace("<", "\\u003c"))
    return f"<script>{script}</script></head>".encode()


class PageLanguage:
    """Says in the HTML which language the page speaks, and in it what Streamlit itself always says in English."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hold back an HTML page until it is whole, then send it with its language."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def send_page(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                if not Headers(scope=start).get("content-type", "").startswith("text/html"):
                    await send(message)
            elif not Headers(scope=start).get("content-type", "").startswith("text/html"):
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    language = await run_in_threadpool(_language_of, Request(scope))
                    page = bytes(body).replace(b'<html lang="en"', f'<html lang="{language}"'.encode(), 1)
                    page = page.replace(b"</head>", screen_script(language), 1)
                    headers = MutableHeaders(scope=start)
                    del headers["etag"]
                    headers["content-length"] = str(len(page))
                    await send(start)
                    await send({"type": "http.response.body", "body": page})

        # the page has to arrive uncompressed to be changed; the middleware around this one compresses it after
        plain = {**scope, "headers": [(k, v) for k, v in scope["headers"] if k != b"accept-encoding"]}
        await self.app(plain, receive, send_page)


def _language_of(request: Request) -> str:
    """As the page itself chooses it: `?lang=`, else that of whoever is signed in, else of the browser."""
    asked = request.query_params.get("lang")
    if asked in LANGUAGES:
        return asked
    try:
        found = who_carries(request.cookies.get(cookie_name()), by_hand=False)
    except TROUBLES:  # the page says itself that the database is away
        found = None
    return (found[0].language if found else None) or language_of_browser(request.headers.get("accept-language"))


class KnownPages:
    """An address that is no page leads to where one begins, which says so; Streamlit would say it in English."""

    def __init__(self, app: ASGIApp, addresses: Collection[str]) -> None:
        self.app = app
        self.addresses = addresses

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the browser to the beginning from addresses that a person may type or remember."""
        path = scope.get("path", "").strip("/")
        if scope["type"] == "http" and "/" not in path and "." not in path and path not in self.addresses:
            asked = scope.get("query_string", b"").decode("latin-1")
            query = f"{asked}&{UNKNOWN}=ja" if asked else f"{UNKNOWN}=ja"
            await RedirectResponse(f"/?{query}", 303)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def own_page(address: str | None) -> str:
    """A path of our own to go to; "//elsewhere" and "https://elsewhere" would leave the product."""
    path = address or "/"
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"


async def sign_in(request: Request) -> Response:
    """Exchange the ticket of the sign-in screen for the cookie and go back to the page that was asked for."""
    answer = RedirectResponse(own_page(request.query_params.get("next")), 303)
    if person := read_ticket(request.query_params.get("ticket")):
        answer.set_cookie(COOKIE, write_identity(*person), COOKIE_SECONDS, httponly=True, samesite="lax")
    return answer


async def sign_out(request: Request) -> Response:
    """Forget who is signed in."""
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return answer


async def health(request: Request) -> Response:
    """Whether the product can serve: its database answers and has the schema of this version."""
    try:
        ready = is_current(open_database())
    except Exception:
        ready = False
    return JSONResponse({"status": "ok" if ready else "not ready"}, 200 if ready else 503)


async def ready(request: Request) -> Response:
    """Whether a proxy may send people here, and what is missing where it may not.

    `?stopping=404`: as HAProxy is told of a server that keeps whom it has, and takes nobody new.
    """
    answer = await run_in_threadpool(_readiness)
    if answer["status"] == "ok":
        return JSONResponse(answer)
    is_draining = answer["stopping"] and answer["migrated"] and request.query_params.get("stopping") == "404"
    return JSONResponse(answer, 404 if is_draining else 503)


def _readiness() -> dict[str, str | bool]:
    answer: dict[str, str | bool] = {"database": False, "migrated": False, "worker": False, "stopping": is_stopping()}
    try:
        answer["migrated"] = is_current(open_database())
        answer["database"] = True
        answer["worker"] = is_seen(open_database())
    except Exception as error:
        log.warning("the database does not answer", exc_info=error)
    is_ready = answer["database"] and answer["migrated"] and not answer["stopping"]
    return {"status": "ok" if is_ready else "not ready", **answer}
