"""Many people at once: sessions that speak Streamlit's own protocol, and how long each of their reruns takes.

Every frame is one protobuf: a `BackMsg` to the server, `ForwardMsg`s back. Timed is from asking for a rerun to its end.
"""

import asyncio
import math
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.util import calc_hash
from websockets.asyncio.client import ClientConnection, connect

from planning.core.sign_in import COOKIE
from tests.browser.serving import Server

ENDED = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)
MOST_SECONDS = 60
AT_ONCE = 10  # sessions that open together


def xsrf_token(server: Server) -> str:
    """The token that the server hands out as a cookie; a websocket has to bring it along."""
    with urlopen(f"{server.url}/_stcore/health", timeout=MOST_SECONDS) as reply:
        cookies = dict(cookie.split(";")[0].split("=", 1) for cookie in reply.headers.get_all("Set-Cookie") or [])
    return str(cookies["_streamlit_xsrf"]).strip('"')


@dataclass
class Session:
    """One person with one page open."""

    socket: ClientConnection
    page: str = ""  # as the server calls it; where one begins, without
    question: str = ""  # of its address
    titles: set[str] = field(default_factory=set)
    charts: int = 0

    async def rerun(self) -> float:
        """Ask for a rerun of the page and wait for its end; returns seconds."""
        asked = BackMsg()
        asked.rerun_script.query_string = self.question
        asked.rerun_script.page_script_hash = self.page
        started = time.perf_counter()
        await self.socket.send(asked.SerializeToString())
        async with asyncio.timeout(MOST_SECONDS):
            while True:
                message = ForwardMsg.FromString(await self.socket.recv(decode=False))
                kind = message.WhichOneof("type")
                if kind == "script_finished" and message.script_finished in ENDED:
                    return time.perf_counter() - started
                if kind == "new_session":
                    self.page = message.new_session.page_script_hash
                elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                    element = message.delta.new_element
                    if element.WhichOneof("type") == "heading" and element.heading.tag == "h1":
                        self.titles.add(element.heading.body)
                    self.charts += element.WhichOneof("type") == "plotly_chart"


async def open_sessions(
    server: Server, person_id: str, number: int, address: str = "overzicht", question: str = ""
) -> list[Session]:
    """Open a page for one person, many times; returns when every first run has ended."""
    token = xsrf_token(server)
    gate = asyncio.Semaphore(AT_ONCE)

    async def open_one() -> Session:
        async with gate:
            socket = await connect(
                server.url.replace("http", "ws", 1) + "/_stcore/stream",
                origin=server.url,
                subprotocols=["streamlit", token],
                additional_headers={"Cookie": f"{COOKIE}={server.identity(person_id)}; _streamlit_xsrf={token}"},
                max_size=None,
                compression=None,
                open_timeout=MOST_SECONDS,
                ping_interval=None,
            )
            session = Session(socket, calc_hash(address), question)
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
    await asyncio.gather(*(session.socket.close() for session in sessions))
