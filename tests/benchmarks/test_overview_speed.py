"""The overview of 20 schools may cost little more processor time than an empty page in the same frame."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pages.parts.data import forget
from pages.parts.places import START
from pages.server.session import open_database
from planning.core.paths import ROOT
from planning.core.settings import settings
from planning.core.sign_in import write_identity
from tests.benchmarks.reruns import by_turns, opened
from tests.benchmarks.reruns import script_seconds as script_seconds
from tests.browser.serving import BOARD

pytestmark = pytest.mark.bench

MOST_EXTRA = 0.025  # seconds


@pytest.fixture
def chair(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The chair's identity in a process that works with the example group."""
    monkeypatch.setenv("VLOOTPLAN_DATABASE_URL", f"sqlite:///{example}")
    monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path / "secret.key"))
    for cache in (settings, open_database):
        cache.cache_clear()
    forget()
    yield write_identity(BOARD, "voorzitter")
    open_database().engine.dispose()
    for cache in (settings, open_database):
        cache.cache_clear()
    forget()


def test_a_rerun_of_the_overview_costs_little_more_than_an_empty_page(
    chair: str, empty_root: Path, script_seconds: list[float]
) -> None:
    overview, empty = opened(ROOT, chair, START.address), opened(empty_root, chair, START.address)
    assert (len(overview.metric), len(empty.metric)) == (4, 0)
    assert overview.title[0].value == empty.title[0].value
    of_empty, of_overview = by_turns(empty, overview, script_seconds)
    print(f"\nprocessor time of a rerun: overview {of_overview * 1000:.1f} ms, empty page {of_empty * 1000:.1f} ms")
    assert of_overview - of_empty <= MOST_EXTRA
