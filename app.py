"""What is served: Streamlit around pages/main.py, with sign-in, health, page language and compressed scripts.

`streamlit run app.py` starts it. In local mode it answers this machine only; otherwise people sign in with a provider.
"""

import sys
from urllib.parse import urlsplit

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Route
from starlette_compress import CompressMiddleware
from streamlit import config

from pages.server import coming_in
from pages.server.calendars import calendar_route
from pages.server.clicks import take_clicks_whole
from pages.server.packed import ScriptPacker
from pages.server.safe_headers import SafeHeaders
from pages.server.sending import MessageBatcher
from pages.server.serving import (
    Identity,
    KnownPages,
    LocalOnly,
    PageLanguage,
    health,
    is_loopback,
    ready,
    sign_in,
    sign_out,
)
from pages.server.session import CALLBACK, open_database, show_our_fault, sign_in_secrets, tell_theme_once
from pages.server.stopping import warning_first
from pages.server.tables import tables
from pages.subjects import ADDRESSES
from planning.core.migration import is_blank, is_current, migrate, passes_by_policies
from planning.core.refusal import Refused
from planning.core.settings import settings
from planning.core.translation import gettext as _
from planning.core.work import prepare_engine
from planning.network.calendar_service import read_meetings_feed
from planning.quality_teams.feed_service import read_calendar
from planning.refusals import sentence
from planning.workbooks import apart


def why_not_start() -> str | None:
    """Why starting would not be safe or whole; None where all is well."""
    try:
        address = st.get_option("server.address")
        is_open = settings().is_local and not is_loopback(address)
        if not settings().is_local and settings().is_shared and not settings().secret_file.exists():
            return _(
                "Vlootplan does not start: ‘{file}’ is not there. Every server needs the same one, so none makes its "
                "own; see docs/operate.md."
            ).format(file=settings().secret_file)
        sign_in_secrets()
    except Refused as refused:
        return "\n".join(map(sentence, refused.reasons))
    except OSError as error:
        return _("Vlootplan does not start: ‘{file}’ cannot be read.").format(file=error.filename)
    if is_open:
        return _(
            "Vlootplan does not start: local mode has no passwords, so it may be served on 127.0.0.1 only, not on "
            "{address}."
        ).format(address=address or "0.0.0.0")  # noqa: S104 - Streamlit's own default, which we refuse
    try:
        if is_blank(open_database()):
            migrate(open_database())
            prepare_engine(open_database())
        if not settings().is_local and passes_by_policies(open_database()):
            return _(
                "Vlootplan does not start: its role in PostgreSQL bypasses row-level security. Use a "
                "role without SUPERUSER and BYPASSRLS."
            )
        if is_current(open_database()):
            return None
    except Refused as refused:
        return "\n".join(map(sentence, refused.reasons))
    return _("Vlootplan does not start: first bring the database up to date with `python -m planning db migrate`.")


if refusal := why_not_start():
    print(refusal, file=sys.stderr)  # noqa: T201 - whoever starts it reads the terminal
    raise SystemExit(2)

# a run reads and sends some ten times, and waits each time for whoever works until that one's turn is over: with turns
# of 5 ms, as they come, the making of a report made everybody else's click take seconds
sys.setswitchinterval(0.0005)
tell_theme_once()
take_clicks_whole()
apart.start()  # ahead of the first upload

local = settings().is_local
hosts = [urlsplit(settings().public_url).hostname or "", "localhost", "127.0.0.1", "[::1]"]  # health is asked here
measured: list[Route] = []
measuring: list[Middleware] = []
if not local:  # what only a shared server needs, and takes time to load
    from pages.server.any_tenant import allow_any_tenant
    from pages.server.metrics import Measuring, metrics
    from planning.core.logs import set_up_logs

    allow_any_tenant()
    set_up_logs()
    # without it Streamlit refuses our own pages' websockets, after asking elsewhere for this machine's address
    config.set_option("browser.serverAddress", hosts[0])
    measured, measuring = [Route("/api/metrics", metrics)], [Middleware(Measuring)]

app = st.App(
    "pages/main.py",
    routes=[
        Route("/api/aanmelden", sign_in if local else coming_in.change_board),
        Route("/api/afmelden", sign_out if local else coming_in.leave),
        Route("/api/agenda/{token}", calendar_route(read_calendar)),
        Route("/api/bijeenkomsten/{token}", calendar_route(read_meetings_feed)),
        Route("/api/gegevens/{path:path}", tables),
        Route("/api/health", health),
        Route("/api/ready", ready),
        *measured,
    ],
    middleware=[
        *measuring,
        Middleware(MessageBatcher),
        Middleware(SafeHeaders),
        Middleware(LocalOnly) if local else Middleware(TrustedHostMiddleware, allowed_hosts=hosts),
        *([] if local else [Middleware(coming_in.Arrivals)]),
        Middleware(KnownPages, addresses=ADDRESSES | {CALLBACK.strip("/")}),
        Middleware(ScriptPacker),
        Middleware(CompressMiddleware),
        Middleware(PageLanguage),
        Middleware(Identity),
    ],
    secrets=sign_in_secrets(),
    on_script_error=show_our_fault,
    lifespan=warning_first,
)
