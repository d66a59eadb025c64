"""Around Streamlit: the messages of a run leave for the browser together."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State

LINGER: Final = 0.002  # seconds that a message waits for those behind it
MOST: Final = 100  # messages; behind these a sender waits until the browser has taken them


class Frames(bytes):
    """Several messages that are handed on as one, as they go over the wire; each is a message of the websocket."""

    _bounds: tuple[tuple[int, int], ...]

    def __new__(cls, each: Iterable[bytes]) -> "Frames":
        """Each with the header that a websocket puts before it."""
        wire, bounds = bytearray(), []
        for message in each:
            wire += Frame(Opcode.BINARY, message).serialize(mask=False)
            bounds.append((len(wire) - len(message), len(wire)))
        one = super().__new__(cls, wire)
        one._bounds = tuple(bounds)
        return one

    @property
    def each(self) -> tuple[bytes, ...]:
        """The messages."""
        return tuple(self[begin:end] for begin, end in self._bounds)


class MessageBatcher:
    """Sends what is said within two milliseconds in one go: it is written to the network once.

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
                await _send_all(together, send)

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


async def _send_all(messages: Sequence[Message], send: Send) -> None:
    """Send them in order; over a websocket of uvicorn's that compresses nothing, by one write."""
    protocol = getattr(send, "__self__", None)
    if isinstance(protocol, WebSocketsSansIOProtocol) and not protocol.conn.extensions:
        await protocol.writable.wait()
        is_open = protocol.conn.state is State.OPEN and not (protocol.close_sent or protocol.disconnected)
        if is_open and all(message.get("bytes") is not None for message in messages):
            protocol.transport.write(b"".join(_wire(message["bytes"]) for message in messages))
            return
    for message in messages:
        for frame in _frames(message):
            await send(frame)


def _wire(said: bytes) -> bytes:
    return said if isinstance(said, Frames) else Frames([said])


def _frames(message: Message) -> Iterable[Message]:
    said = message.get("bytes")
    return [{**message, "bytes": frame} for frame in said.each] if isinstance(said, Frames) else [message]
