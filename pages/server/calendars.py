"""Calendars for a program that cannot sign in: a secret address is all it has."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.server.session import open_database
from planning.core.calendar_file import CALENDAR_TYPE
from planning.core.clock import now
from planning.core.database import Database


def calendar_route(
    read: Callable[[str, Database, datetime], bytes | None],
) -> Callable[[Request], Awaitable[Response]]:
    """What answers a secret address ending in {token} with its calendar; any other address is not there."""

    async def calendar(request: Request) -> Response:
        token = str(request.path_params["token"]).removesuffix(".ics")
        content = await run_in_threadpool(read, token, open_database(), now())
        if content is None:
            return PlainTextResponse("Not Found", 404)
        headers = {"content-type": CALENDAR_TYPE, "cache-control": "private, no-store", "x-robots-tag": "noindex"}
        return Response(content, headers=headers)

    return calendar
