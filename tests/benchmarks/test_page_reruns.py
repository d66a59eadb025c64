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

RERUNS, TURNS, WARM = int(os.environ.get("VLOOTPLAN_RERUNS", "60")), 3, 3
QUESTIONS = {"school": "school=03QE00"}
ALLOWED = 1.3  # times an empty page, for every page


async def measured(server: Server, session: Session, *, changes: bool) -> float:
    """Milliseconds of the server's processor for a rerun; `changes`: a date that it does not know is asked for."""
    used, question = 0.0, session.question
    for number in range(-WARM, RERUNS):
        if number == 0:
            used = processor_seconds(server)
        if changes:
            session.question = "&".join(filter(None, (question, f"peildatum=klik{number}")))
        await session.rerun()
    session.question = question
    return 1000 * (processor_seconds(server) - used) / RERUNS


async def compare(empty: Server, product: Server, addresses: list[str]) -> dict[str, tuple[float, float]]:
    """The cost by address where nothing and where something changed; of the empty page under the nameless address."""
    opened = {"": (empty, await open_sessions(empty, "voorzitter", 1, "overzicht"))}
    for address in addresses:
        question = QUESTIONS.get(address, "")
        opened[address] = (product, await open_sessions(product, "voorzitter", 1, address, question))
    taken: dict[str, list[tuple[float, float]]] = {address: [] for address in opened}
    for _turn in range(TURNS):  # by turns, so that a busy machine slows all
        for address, (server, sessions) in opened.items():
            still, drawn = [await measured(server, sessions[0], changes=changes) for changes in (False, True)]
            taken[address].append((still, drawn))
    for _server, sessions in opened.values():
        await close(sessions)
    return {
        address: (min(still for still, _ in both), min(drawn for _, drawn in both)) for address, both in taken.items()
    }


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="processor time is read from /proc")
def test_a_rerun_of_every_page_beside_an_empty_one(example: Path, empty_root: Path, tmp_path: Path) -> None:
    addresses = [subject.place.address for subject in SUBJECTS]
    with ExitStack() as stack:
        empty = stack.enter_context(serve(example, tmp_path / "empty", empty_root))
        product = stack.enter_context(serve(example, tmp_path / "product"))
        taken = asyncio.run(compare(empty, product, addresses))
        assert product.defects() + empty.defects() == []
    base, base_drawn = taken.pop("")
    print(f"\nprocessor time of a rerun, least of {TURNS} turns of {RERUNS}; drawn: the page reads something else")
    print(f"{'an empty page':20}{base:8.1f} ms        drawn{base_drawn:8.1f} ms")
    for address, (cost, drawn) in taken.items():
        print(f"{address:20}{cost:8.1f} ms{cost / base:6.2f} x  drawn{drawn:8.1f} ms{drawn / base_drawn:6.2f} x")
    assert [address for address, (cost, _drawn) in taken.items() if cost > ALLOWED * base] == []
