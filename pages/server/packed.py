"""Streamlit's own scripts, compressed once for everybody: it sends them as they are, 9 MB for a page with a chart."""

import mimetypes
from pathlib import Path
from typing import Final

import brotli
import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.parts.kept import AnswerCache

QUALITY: Final = 5  # 0.2 s for all scripts of a page; 9 takes five times as long and saves 4 % more
YEAR: Final = 365 * 24 * 60 * 60  # seconds; the name of a script changes with its content
WORDY: Final = {".js", ".css", ".svg", ".json"}

_packed: Final = AnswerCache[bytes](400)  # all scripts there are; together some 6 MB


def scripts() -> dict[str, Path]:
    """The files that gain by it, by the address at which Streamlit serves them."""
    root = Path(st.__file__).parent / "static"
    found = (root / "static").rglob("*")
    return {f"/{path.relative_to(root).as_posix()}": path for path in found if path.suffix in WORDY}


class ScriptPacker:
    """Answers for a script by what was compressed before; everything else goes on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.scripts = scripts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a script to browsers that read Brotli, for them to keep."""
        script = self.scripts.get(scope["path"]) if scope["type"] == "http" and scope["method"] == "GET" else None
        if script is None or not _reads_brotli(scope):
            await self.app(scope, receive, send)
            return
        # in a thread of its own: the first time takes too long for everybody else to wait for
        content = await run_in_threadpool(_packed.answer, script, lambda: _pack(script))
        headers = {
            "content-encoding": "br",
            "vary": "Accept-Encoding",
            "cache-control": f"public, immutable, max-age={YEAR}",
        }
        kind = mimetypes.guess_type(script.name)[0] or "text/plain"
        await Response(content, headers=headers, media_type=kind)(scope, receive, send)


def _reads_brotli(scope: Scope) -> bool:
    # "br;q=0" says no, and other qualities are rare: who sends one is served as by others
    said = Headers(scope=scope).get("accept-encoding", "")
    return "range" not in Headers(scope=scope) and "br" in {one.strip() for one in said.split(",")}


def _pack(script: Path) -> bytes:
    packed: bytes = brotli.compress(script.read_bytes(), quality=QUALITY)
    return packed
