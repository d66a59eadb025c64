"""A server that is to stop: it takes nobody new, tells whoever is here, and gives their work time to end."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import FrameType
from typing import Any, Final

from pages.server.session import open_database, tell_everybody
from planning.core.settings import settings
from planning.core.translation import N_
from planning.core.work import launch_later
from planning.core.work import stop as stop_work

log: Final = logging.getLogger("vlootplan")
WARNING: Final = N_(
    "Vlootplan is being updated and will be back in a moment. What you kept is kept; finish what you are typing, or "
    "wait."
)
LATER: Final = 2.0
"""Seconds after which work in the background begins: whoever starts the app sees a screen first."""
_stopping: Final = asyncio.Event()


def is_stopping() -> bool:
    """Whether this server was told to stop: a proxy sends new people elsewhere."""
    return _stopping.is_set()


@asynccontextmanager
async def warning_first(_app: Any) -> AsyncIterator[None]:
    """Between being told to stop (SIGTERM) and stopping, people are warned. At once in local mode, and by Ctrl-C."""
    seconds = 0 if settings().is_local else settings().stop_seconds
    loop = asyncio.get_running_loop()
    before = signal.getsignal(signal.SIGTERM)

    def stop(number: int, frame: FrameType | None) -> None:
        if callable(before):
            before(number, frame)

    def begin(number: int, frame: FrameType | None) -> None:
        if is_stopping():  # told twice: no more patience
            stop(number, frame)
            return
        loop.call_soon_threadsafe(warn, number)

    def warn(number: int) -> None:
        _stopping.set()
        log.info("stopping", extra={"seconds": seconds, "screens": tell_everybody(WARNING)})
        loop.call_later(seconds, stop, number, None)

    if seconds and callable(before):
        signal.signal(signal.SIGTERM, begin)
    if settings().embedded_worker:
        launch_later(open_database(), LATER)
    yield
    await asyncio.to_thread(stop_work)
