"""Many people at once: sessions that speak Streamlit's own protocol, and how long each of their reruns takes.

Every frame is one protobuf: a `BackMsg` to the server, `ForwardMsg`s back. Timed is from asking for a rerun to its end.
"""

import asyncio
import math
import random
import ssl
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.request import urlopen

from picows import WSFrame, WSListener, WSMsgType, WSTransport, ws_connect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash

from planning.core.sign_in import COOKIE
from tests.browser.serving import Server

ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)
MOST_SECONDS = 180  # that anything may take
AT_ONCE = 10  # sessions that open together
LONGEST = 64 * 2**20  # bytes of a message


class Wire(WSListener):  # type: ignore[misc]
    """A websocket that hardly costs what it is measured on: the crowd is on the same machine as the servers."""

    def __init__(self) -> None:
        self._heard = asyncio.Queue[bytes]()
        self._transport: WSTransport | None = None

    @classmethod
    async def open(cls, url: str, headers: Mapping[str, str], context: ssl.SSLContext | None = None) -> "Wire":
        """Speak with a server as Streamlit's page does; `headers` say who asks and from where."""
        _transport, wire = await ws_connect(
            cls, f"{url}/_stcore/stream", ssl_context=context, extra_headers=headers, max_frame_size=LONGEST,
            websocket_handshake_timeout=MOST_SECONDS,
        )  # fmt: skip
        return wire

    def on_ws_connected(self, transport: WSTransport) -> None:
        """It is open."""
        self._transport = transport

    def on_ws_frame(self, _transport: WSTransport, frame: WSFrame) -> None:
        """Something came."""
        if frame.msg_type == WSMsgType.BINARY:
            assert frame.fin
            self._heard.put_nowait(frame.get_payload_as_bytes())

    def say(self, message: BackMsg) -> None:
        """Send the server a message."""
        assert self._transport
        self._transport.send(WSMsgType.BINARY, message.SerializeToString())

    async def hear(self) -> ForwardMsg:
        """The next message of the server."""
        return ForwardMsg.FromString(await self._heard.get())

    async def leave(self) -> None:
        """Close the page."""
        assert self._transport
        self._transport.disconnect()
        await self._transport.wait_disconnected()


def xsrf_token(server: Server) -> str:
    """The token that the server hands out as a cookie; a websocket has to bring it along."""
    with urlopen(f"{server.url}/_stcore/health", timeout=MOST_SECONDS) as reply:
        cookies = dict(cookie.split(";")[0].split("=", 1) for cookie in reply.headers.get_all("Set-Cookie") or [])
    return str(cookies["_streamlit_xsrf"]).strip('"')


@dataclass
class Session:
    """One person with one page open, and what the server showed in the last run."""

    wire: Wire
    page: str = ""  # as the server calls it; where one begins, without
    question: str = ""  # of its address
    session_id: str = ""
    titles: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    charts: int = 0
    widgets: dict[str, Any] = field(default_factory=dict)  # by label, and the last one of each kind

    async def rerun(self, change: Callable[[BackMsg], object] = lambda _asked: None) -> float:
        """Ask for a run, with what `change` says of its widgets, and wait for its end; returns seconds."""
        asked = BackMsg()
        asked.rerun_script.query_string = self.question
        asked.rerun_script.page_script_hash = self.page
        change(asked)
        self.titles, self.said, self.widgets, self.charts = [], [], {}, 0
        started = time.perf_counter()
        self.wire.say(asked)
        async with asyncio.timeout(MOST_SECONDS):
            while not _is_end(await self.hear()):
                pass
        return time.perf_counter() - started

    async def hear(self) -> ForwardMsg:
        """The next message, taken in."""
        message = await self.wire.hear()
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
            self.session_id = message.new_session.initialize.session_id or self.session_id
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._see(message.delta.new_element)
        return message

    def _see(self, element: Element) -> None:
        kind = element.WhichOneof("type")
        if kind in ("button", "slider", "file_uploader"):
            found = getattr(element, kind)
            self.widgets[kind] = self.widgets[found.label] = found
        elif kind in ("heading", "markdown", "toast"):
            self.said.append(getattr(element, kind).body)
            if kind == "heading" and element.heading.tag == "h1":
                self.titles.append(element.heading.body)
        elif kind == "plotly_chart":
            self.charts += 1


def _is_end(message: ForwardMsg) -> bool:
    return message.WhichOneof("type") == "script_finished" and message.script_finished in ENDED


async def open_sessions(
    server: Server, person_id: str, number: int, address: str = "overzicht", question: str = ""
) -> list[Session]:
    """Open a page for one person, many times; returns when every first run has ended."""
    token = xsrf_token(server)
    gate = asyncio.Semaphore(AT_ONCE)

    async def open_one() -> Session:
        async with gate:
            wire = await Wire.open(
                server.url.replace("http", "ws", 1),
                {
                    "Origin": server.url,
                    "Sec-WebSocket-Protocol": f"streamlit, {token}",
                    "Cookie": f"{COOKIE}={server.identity(person_id)}; _streamlit_xsrf={token}",
                },
            )
            session = Session(wire, calc_hash(address), question)
            await session.rerun()
            return session

    return list(await asyncio.gather(*(open_one() for _number in range(number))))


async def click(sessions: Sequence[Session], times: int, pause: float) -> list[float]:
    """Let every session rerun a number of times, about `pause` seconds apart; returns the seconds of each rerun."""
    seconds: list[float] = []

    async def click_on(session: Session) -> None:
        # met in the middle of their clicking, and in a long pause likelier than in a short one; had all begun within
        # one pause, first and second clicks would fall together: 47 a second for a while, where 33 are meant
        await asyncio.sleep(random.random() * math.sqrt(random.uniform(0.5**2, 1.5**2)) * pause)
        for _time in range(times):
            seconds.append(await session.rerun())
            await asyncio.sleep(random.uniform(0.5, 1.5) * pause)

    await asyncio.gather(*(click_on(session) for session in sessions))
    return seconds


async def close(sessions: Sequence[Session]) -> None:
    """Everybody leaves."""
    await asyncio.gather(*(session.wire.leave() for session in sessions))
