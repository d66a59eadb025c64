"""The visits for a calendar that cannot sign in: a secret address is all it has."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from pages.server.session import open_database
from planning.core.calendar_file import CALENDAR_TYPE
from planning.core.clock import now
from planning.quality_teams.feed_service import read_calendar


async def calendar(request: Request) -> Response:
    """The visits behind a secret address, for a calendar that cannot sign in; any other address is not there."""
    token = str(request.path_params["token"]).removesuffix(".ics")
    content = await run_in_threadpool(read_calendar, token, open_database(), now())
    if content is None:
        return PlainTextResponse("Not Found", 404)
    headers = {"content-type": CALENDAR_TYPE, "cache-control": "private, no-store", "x-robots-tag": "noindex"}
    return Response(content, headers=headers)
