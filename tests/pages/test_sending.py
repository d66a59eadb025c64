"""Messages to a browser: together, in order, and never silently lost."""

import asyncio
from contextlib import closing
from socket import socket
from threading import Thread

import pytest
import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from websockets.sync.client import connect

from pages.server.sending import MOST, Frames, MessageBatcher

CLOSE: Message = {"type": "websocket.close"}


def said(text: str) -> Message:
    return {"type": "websocket.send", "text": text}


async def receive() -> Message:
    return {"type": "websocket.receive"}


async def served(app: ASGIApp, send: Send, kind: str = "websocket") -> None:
    await MessageBatcher(app)({"type": kind}, receive, send)


def test_messages_leave_in_order_and_before_the_close() -> None:
    sent: list[Message] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        for text in "abc":
            await send(said(text))
        assert sent == []  # they wait for each other
        await send(CLOSE)

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(served(app, send))
    assert sent == [said("a"), said("b"), said("c"), CLOSE]


def test_a_message_with_none_behind_it_leaves_as_well() -> None:
    sent: list[Message] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        for text in "ab":
            await send(said(text))
            await asyncio.sleep(0.05)
            assert sent[-1] == said(text)

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(served(app, send))
    assert len(sent) == 2


def test_what_was_handed_on_as_one_arrives_message_by_message() -> None:
    sent: list[Message] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.send", "bytes": Frames([b"a", b"b"])})
        await send({"type": "websocket.send", "bytes": b"c"})
        await send(CLOSE)

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(served(app, send))
    assert [message["bytes"] for message in sent[:-1]] == [b"a", b"b", b"c"]


def test_who_speaks_on_is_told_that_the_browser_is_gone() -> None:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send(said("a"))
        await asyncio.sleep(0.05)
        with pytest.raises(OSError, match="gone"):
            await send(said("b"))

    async def send(_message: Message) -> None:
        raise OSError("gone")

    asyncio.run(served(app, send))


def test_a_browser_that_takes_nothing_holds_up_whoever_speaks() -> None:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        async def speak() -> None:
            for _number in range(2 * MOST + 1):
                await send(said("a"))

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(speak(), 0.1)

    async def send(_message: Message) -> None:
        await asyncio.sleep(60)

    asyncio.run(served(app, send))


def test_pages_and_pictures_pass_at_once() -> None:
    sent: list[Message] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start"})
        assert len(sent) == 1

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(served(app, send, "http"))


@pytest.mark.parametrize("compressed", [False, True])
def test_a_browser_hears_message_by_message_what_a_real_server_writes_at_once(compressed: bool) -> None:
    long = b"c" * 70_000

    async def app(_scope: Scope, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "websocket.accept"})
        await send({"type": "websocket.send", "bytes": Frames([b"a", b"b" * 200])})
        await send({"type": "websocket.send", "bytes": long})
        await asyncio.sleep(0.05)
        await send({"type": "websocket.send", "bytes": b"d"})
        await send(CLOSE)

    with closing(socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = uvicorn.Server(
            uvicorn.Config(
                MessageBatcher(app),
                ws="websockets-sansio",
                lifespan="off",
                log_level="error",
                ws_per_message_deflate=compressed,
            )
        )
        serving = Thread(target=server.run, kwargs={"sockets": [taken]})
        serving.start()
        try:
            with connect(f"ws://127.0.0.1:{taken.getsockname()[1]}") as browser:
                assert list(browser) == [b"a", b"b" * 200, long, b"d"]
        finally:
            server.should_exit = True
            serving.join()
