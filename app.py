"""What is served: Streamlit around pages/main.py, with sign-in, health, page language and compressed scripts.

`streamlit run app.py` starts it. In local mode it answers this machine only.
"""

import sys

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette_compress import CompressMiddleware

from pages.server.calendars import calendar_route
from pages.server.packed import ScriptPacker
from pages.server.sending import MessageBatcher
from pages.server.serving import (
    Identity,
    KnownPages,
    LocalOnly,
    PageLanguage,
    health,
    is_loopback,
    sign_in,
    sign_out,
)
from pages.server.session import open_database, show_our_fault
from pages.server.tables import tables
from pages.subjects import ADDRESSES
from planning.core.migration import is_blank, is_current, migrate
from planning.core.refusal import Refused
from planning.core.translation import gettext as _
from planning.network.calendar_service import read_meetings_feed
from planning.quality_teams.feed_service import read_calendar
from planning.refusals import sentence
from planning.workbooks import apart


def why_not_start() -> str | None:
    """Why starting would not be safe or whole; None where all is well."""
    address = st.get_option("server.address")
    if not is_loopback(address):
        return _(
            "Vlootplan does not start: local mode has no passwords, so it may be served on 127.0.0.1 only, not on "
            "{address}."
        ).format(address=address or "0.0.0.0")  # noqa: S104 - Streamlit's own default, which we refuse
    try:
        if is_blank(open_database()):
            migrate(open_database())
        if is_current(open_database()):
            return None
    except Refused as refused:
        return "\n".join(map(sentence, refused.reasons))
    return _("Vlootplan does not start: first bring the database up to date with `python -m planning db migrate`.")


if refusal := why_not_start():
    print(refusal, file=sys.stderr)  # noqa: T201 - whoever starts it reads the terminal
    raise SystemExit(2)

apart.start()  # ahead of the first upload

app = st.App(
    "pages/main.py",
    routes=[
        Route("/api/aanmelden", sign_in),
        Route("/api/afmelden", sign_out),
        Route("/api/agenda/{token}", calendar_route(read_calendar)),
        Route("/api/bijeenkomsten/{token}", calendar_route(read_meetings_feed)),
        Route("/api/gegevens/{path:path}", tables),
        Route("/api/health", health),
    ],
    middleware=[
        Middleware(MessageBatcher),
        Middleware(LocalOnly),
        Middleware(KnownPages, addresses=ADDRESSES),
        Middleware(ScriptPacker),
        Middleware(CompressMiddleware),
        Middleware(PageLanguage),
        Middleware(Identity),
    ],
    on_script_error=show_our_fault,
)
