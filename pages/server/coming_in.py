"""Coming in by an account: what Streamlit's st.login leaves to us, between browser and server.

Streamlit keeps who came back from a provider in a cookie that is good for thirty days, whatever happens here. That
cookie never reaches the browser: what it says is read once, at the moment of coming back, and becomes a session of
ours, or a stranger. All else of a sign-in, the redirects, state, nonce, PKCE and the token's signature, is Streamlit's
and Authlib's.
"""

import logging
from http.cookies import SimpleCookie
from typing import Any, Final
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.attempts import Attempts
from pages.server.serving import own_page
from pages.server.session import CALLBACK, claims_in, is_streamlits, open_database, session_limits
from planning.core.account_rules import AccountClaims, device_of, read_claims
from planning.core.account_service import arrive, depart, move
from planning.core.clock import now
from planning.core.settings import settings
from planning.core.sign_in import GUEST_SECONDS, cookie_name, read_ticket, write_guest
from planning.core.translation import gettext as _

log: Final = logging.getLogger("vlootplan")
LOGIN: Final = "/auth/login"
NEXT: Final = "vlootplan_next"  # the page to go back to
NEXT_SECONDS: Final = 10 * 60
begun: Final = Attempts(300, 600)  # of a whole school behind one address, on a Monday morning
failed: Final = Attempts(30, 600)


class Arrivals:
    """Around st.login: where to go back to, not too often, and a session of ours in the place of Streamlit's cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what has nothing to do with it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"] == LOGIN:
            await self._leave(scope, receive, send)
        elif scope["path"] == CALLBACK and "error" in Request(scope).query_params:
            # Streamlit would log what the provider says of it, which may name who tried
            await (await run_in_threadpool(_answer, Request(scope), {}))(scope, receive, send)
        elif scope["path"] == CALLBACK:
            await self._come_back(scope, receive, send)
        elif scope["path"].startswith("/auth/"):  # Streamlit's own way out ends no session
            await RedirectResponse("/api/afmelden", 303)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _leave(self, scope: Scope, receive: Receive, send: Send) -> None:
        place = _place(scope)
        if failed.is_spent(place) or not begun.count(place):
            log.warning("sign-in refused: too many attempts from one address")
            await PlainTextResponse(
                _("Too many attempts to sign in. Wait ten minutes, then try again."), 429, {"retry-after": "600"}
            )(scope, receive, send)
            return
        came_from = urlsplit(Headers(scope=scope).get("referer", ""))
        page = own_page(came_from.path + (f"?{came_from.query}" if came_from.query else ""))

        async def remember(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = Response()
                kept.set_cookie(NEXT, page, NEXT_SECONDS, path="/", httponly=True, samesite="lax")
                MutableHeaders(scope=message).append("set-cookie", kept.headers["set-cookie"])
            await send(message)

        await self.app(scope, receive, remember)

    async def _come_back(self, scope: Scope, receive: Receive, send: Send) -> None:
        start: Message = {}

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message

        await self.app(scope, receive, hold)
        cookies: SimpleCookie = SimpleCookie()
        for value in Headers(scope=start).getlist("set-cookie"):
            cookies.load(value)
        claims = claims_in({name: one.value for name, one in cookies.items() if one.value})
        answer = await run_in_threadpool(_answer, Request(scope), claims)
        for name, one in cookies.items():
            if not is_streamlits(name):  # the state of the sign-in, which is over
                answer.raw_headers.append((b"set-cookie", one.OutputString().encode("latin-1")))
        await answer(scope, receive, send)


def _answer(request: Request, said: dict[str, Any]) -> Response:
    provider = next((one for one in settings().providers if one.name == said.get("provider")), None)
    claims = read_claims(said, provider.tenants, owns_addresses=provider.owns_addresses) if provider else None
    if claims is None:
        failed.count(_place(request.scope))
        log.warning("sign-in failed at the provider")
        return RedirectResponse("/?aanmelden=mislukt", 303)
    depart(open_database(), request.cookies.get(cookie_name()))  # one browser, one session
    device = device_of(request.headers.get("user-agent", ""))
    token = arrive(open_database(), now(), claims, session_limits(), device)
    log.info("signed in" if token else "sign-in of a stranger")
    answer = RedirectResponse(own_page(request.cookies.get(NEXT)) if token else "/", 303)
    answer.delete_cookie(NEXT)
    _give(answer, token, claims)
    return answer


def _give(answer: Response, token: str | None, claims: AccountClaims) -> None:
    text = token or write_guest(claims)
    set_cookie(answer, text, int(session_limits().absolute.total_seconds()) if token else GUEST_SECONDS)


def set_cookie(answer: Response, text: str, seconds: int) -> None:
    """Let the browser carry a session, or who a stranger is; no script can read it, no other host gets it."""
    answer.set_cookie(
        cookie_name(), text, seconds, path="/", secure=settings().is_secure, httponly=True, samesite="lax"
    )


async def change_board(request: Request) -> Response:
    """Exchange the ticket of the menu, and the session, for a session at another board; who is not them there stays."""
    answer = RedirectResponse(own_page(request.query_params.get("next")), 303)
    other = read_ticket(request.query_params.get("ticket"))
    token = request.cookies.get(cookie_name())
    if other:
        moved = await run_in_threadpool(move, open_database(), now(), token, other, session_limits())
        if moved:
            set_cookie(answer, moved, int(session_limits().absolute.total_seconds()))
    return answer


async def leave(request: Request) -> Response:
    """Sign out: every copy of this cookie is worth nothing from now on. Not at the request of another site."""
    answer = RedirectResponse("/", 303)
    if request.headers.get("sec-fetch-site") != "cross-site":
        await run_in_threadpool(depart, open_database(), request.cookies.get(cookie_name()))
        answer.delete_cookie(cookie_name(), path="/", secure=settings().is_secure, httponly=True, samesite="lax")
        answer.headers["clear-site-data"] = '"storage"'
    return answer


def _place(scope: Scope) -> str:
    """The browser's address, as the proxy on this machine says it."""
    client = scope.get("client")
    return str(client[0]) if client else ""
