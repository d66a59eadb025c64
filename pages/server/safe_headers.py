"""What a browser may do with our pages: nothing from elsewhere, in no other site's frame, and nothing guessed."""

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.server.serving import screen_script
from planning.core.settings import settings
from planning.core.translation import LANGUAGES

_INLINE: Final = re.compile(rb"<script>(.*?)</script>", re.DOTALL)
_FIXED: Final = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # to ourselves the whole address: st.login goes back to where somebody was
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
_HANDED_OUT: Final = ("/media/", "/api/")
"""What is made of a board's data: no browser and no proxy keeps it."""


@cache
def content_policy(public_url: str) -> str:
    """What a page served there may load and run.

    Scripts: Streamlit's files, and of those written in the page itself only these, by their hash. Streamlit writes its
    styles in the page while it runs (emotion), so those stay open.
    """
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    pages = [page, *(screen_script(language) for language in LANGUAGES)]
    inline = sorted({_hash(found) for text in pages for found in _INLINE.findall(text)})
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {' '.join(inline)}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "media-src 'self' blob:",
            "worker-src 'self' blob:",
            f"connect-src 'self' {public_url.rstrip('/').replace('http', 'ws', 1)}".rstrip(),  # Safari before 15.4
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def _hash(script: bytes) -> str:
    return f"'sha256-{b64encode(sha256(script).digest()).decode()}'"


class SafeHeaders:
    """Adds them to every answer; over https also that it stays so, and that cookies go over nothing else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Write them as an answer begins."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_FIXED | {"content-security-policy": content_policy(settings().public_url)})
                if scope["path"].startswith(_HANDED_OUT):
                    headers["cache-control"] = "no-store"
                if settings().is_secure:
                    headers["strict-transport-security"] = "max-age=31536000; includeSubDomains"
                    _only_https(headers)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)


def _only_https(headers: MutableHeaders) -> None:
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        headers.append("set-cookie", cookie if "; secure" in cookie.lower() else f"{cookie}; Secure")
