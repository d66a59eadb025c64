"""A hundred people who each click every three seconds wait hardly longer for the overview than for an empty page."""

import asyncio
import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.benchmarks.sessions import click, close, open_sessions
from tests.browser.serving import Server, serve

pytestmark = pytest.mark.bench

PEOPLE, PAUSE, CLICKS, TURNS = int(os.environ.get("VLOOTPLAN_PEOPLE", "100")), 3.0, 4, 2
MOST_TIMES = 1.5


@dataclass
class Measured:
    """What a crowd on one server waited for, and what it cost the server."""

    name: str
    seconds: list[float] = field(default_factory=list)
    processor: float = 0.0  # seconds of the server during the clicks
    kib_per_session: float = 0.0

    def wait(self, share: float) -> float:
        """The wait in milliseconds that this share of the reruns stays within."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]

    def __str__(self) -> str:
        per_rerun = 1000 * self.processor / len(self.seconds)
        return (
            f"{self.name}: p50 {self.wait(0.50):.0f} ms, p95 {self.wait(0.95):.0f} ms of {len(self.seconds)} reruns, "
            f"processor {per_rerun:.0f} ms a rerun, memory {self.kib_per_session:.0f} KiB a session"
        )


def memory_kib(server: Server) -> int:
    """What the server's process holds in memory."""
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))


def processor_seconds(server: Server) -> float:
    """What the server's process used of the processor so far."""
    fields = Path(f"/proc/{server.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def crowd(server: Server, measured: Measured, *, charts: bool) -> None:
    """Open the overview for all of them, click, and leave."""
    await close(await open_sessions(server, "voorzitter", 1))  # fills the caches
    before = memory_kib(server)
    sessions = await open_sessions(server, "voorzitter", PEOPLE)
    assert {title for session in sessions for title in session.titles} == {"Overzicht"}
    assert all(bool(session.charts) == charts for session in sessions)
    measured.kib_per_session = max(measured.kib_per_session, (memory_kib(server) - before) / PEOPLE)
    used = processor_seconds(server)
    measured.seconds += await click(sessions, CLICKS, PAUSE)
    measured.processor += processor_seconds(server) - used
    await close(sessions)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory and processor time are read from /proc")
def test_a_hundred_people_wait_hardly_longer_than_for_an_empty_page(
    example: Path, empty_root: Path, tmp_path: Path
) -> None:
    empty, overview = Measured("empty page"), Measured("overview")
    with (
        serve(example, tmp_path / "empty", empty_root) as empty_server,
        serve(example, tmp_path / "overview") as server,
    ):
        for _turn in range(TURNS):  # by turns, so that a busy machine slows both
            asyncio.run(crowd(empty_server, empty, charts=False))
            asyncio.run(crowd(server, overview, charts=True))
        assert server.defects() + empty_server.defects() == []
    print(f"\n{PEOPLE} people, a click every {PAUSE:.0f} s\n{empty}\n{overview}")
    assert overview.wait(0.95) <= MOST_TIMES * empty.wait(0.95)
