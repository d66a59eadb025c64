"""The figures of a board for Excel, Power BI and other programs that cannot sign in: a secret key is all they have."""

import csv
from datetime import date
from io import StringIO
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from pages.server.session import open_database
from planning.core.clock import now
from planning.feed.service import FeedAnswer, TooOften, opens, read_table
from planning.feed.tables import TABLES, FeedTable, Value

HEADERS: Final = {"cache-control": "private, no-store", "x-robots-tag": "noindex"}
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_BEARER: Final = "bearer "


async def tables(request: Request) -> Response:
    """A table behind a key, which stands in the address or in the Authorization header; any other key is not there."""
    return await run_in_threadpool(_answer, request)


def _answer(request: Request) -> Response:
    token, path = _asked(request)
    board_id = opens(token, open_database())
    name, _dot, form = path.partition(".")
    if board_id is None or (path and (name not in TABLES or form not in ("csv", "json"))):
        return PlainTextResponse("Not Found", 404)
    if not path:
        return JSONResponse([_told(table) for table in TABLES.values()], headers=HEADERS)
    try:
        on = request.query_params.get("peildatum")
        found = read_table(board_id, name, open_database(), now(), date.fromisoformat(on) if on else None)
    except ValueError:
        return PlainTextResponse("peildatum: een dag als 2018-05-01, niet na vandaag", 400)
    except TooOften:
        return PlainTextResponse("Te veel vragen; probeer het over een minuut weer", 429, {"retry-after": "60"})
    if form == "json":
        rows = [{name: _plain(value) for name, value in row.items()} for row in found.rows]
        return JSONResponse(rows, headers=HEADERS)
    text = as_csv(found, decimal_comma=request.query_params.get("decimaal") == "komma")
    named = {"content-disposition": f'attachment; filename="{name}-{found.as_of.isoformat()}.csv"'}
    return Response(text.encode("utf-8-sig"), headers=HEADERS | named, media_type="text/csv")


def _asked(request: Request) -> tuple[str, str]:
    """The key and the table that is asked for."""
    path = str(request.path_params["path"]).strip("/")
    header = request.headers.get("authorization", "")
    if header.lower().startswith(_BEARER):
        return header[len(_BEARER) :].strip(), path
    token, _slash, rest = path.partition("/")
    return token, rest


def as_csv(found: FeedAnswer, *, decimal_comma: bool) -> str:
    """The table by RFC 4180; with a decimal comma the way a Dutch Excel writes it, with semicolons between."""
    written = StringIO()
    writer = csv.writer(written, delimiter=";" if decimal_comma else ",")
    writer.writerow(["peildatum", *found.table.columns])
    writer.writerows([_cell(value, decimal_comma=decimal_comma) for value in row.values()] for row in found.rows)
    return written.getvalue()


def _cell(value: Value, *, decimal_comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, float):
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if decimal_comma else text
    if isinstance(value, str) and value.startswith(_FORMULA_SIGNS):
        return f"'{value}"  # a name never becomes a formula where the file is opened instead of read
    return value.isoformat() if isinstance(value, date) else str(value)


def _plain(value: Value) -> str | int | float | bool | None:
    return value.isoformat() if isinstance(value, date) else value


def _told(table: FeedTable) -> dict[str, str | dict[str, str]]:
    return {
        "tabel": table.name,
        "wat": table.about,
        "kolommen": {"peildatum": "dag waarvoor de rij geldt", **table.columns},
    }
