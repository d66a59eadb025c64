"""Around Streamlit: the messages of a run leave for the browser together."""

import asyncio
from collections.abc import Iterable
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LINGER: Final = 0.002  # seconds that a message waits for those behind it
MOST: Final = 100  # messages; behind these a sender waits until the browser has taken them


class Frames(bytes):
    """Several messages that are handed on as one; each becomes a message of the websocket."""

    each: tuple[bytes, ...]

    def __new__(cls, each: Iterable[bytes]) -> "Frames":
        """Their bytes one after the other, so that their length is right."""
        frames = tuple(each)
        one = super().__new__(cls, b"".join(frames))
        one.each = frames
        return one


class MessageBatcher:
    """Sends what is said within two milliseconds in one go: uvloop writes it to the network once.

    Streamlit hands over one message a turn of its loop, and a write for each was a sixth of the work of a rerun.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Gather the messages of a websocket; everything else passes as it is."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        waiting: list[Message] = []
        sending: asyncio.Task[None] | None = None

        async def send_waiting() -> None:
            await asyncio.sleep(LINGER)
            while waiting:
                together, waiting[:] = waiting[:], []
                for message in together:
                    for frame in _frames(message):
                        await send(frame)

        async def send_soon(message: Message) -> None:
            nonlocal sending
            if sending is not None and (sending.done() or len(waiting) >= MOST or message["type"] != "websocket.send"):
                await sending  # raises here, for whoever speaks, that the browser is gone
                sending = None
            if message["type"] != "websocket.send":
                await send(message)
                return
            waiting.append(message)
            if sending is None:
                sending = asyncio.create_task(send_waiting())

        try:
            await self.app(scope, receive, send_soon)
        finally:
            if sending is not None:
                sending.cancel()
                await asyncio.gather(sending, return_exceptions=True)


def _frames(message: Message) -> Iterable[Message]:
    said = message.get("bytes")
    return [{**message, "bytes": frame} for frame in said.each] if isinstance(said, Frames) else [message]
