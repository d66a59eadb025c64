"""The overview of 20 schools may cost little more processor time than an empty page in the same frame."""

import gc
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages.parts.data import forget
from pages.parts.places import START
from pages.server.session import open_database
from planning.core.paths import ROOT
from planning.core.settings import settings
from planning.core.sign_in import write_identity
from tests.browser.serving import BOARD

pytestmark = pytest.mark.bench

MOST_EXTRA = 0.025  # seconds
ROUNDS = 60


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


@pytest.fixture
def script_seconds(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Fills with the processor time of every script run: the run itself, without the test's reading of its outcome."""
    seconds: list[float] = []
    compiled = ScriptCache()  # a server compiles a page once, AppTest at every run
    monkeypatch.setattr("streamlit.testing.v1.local_script_runner.ScriptCache", lambda: compiled)
    run_script = ScriptRunner._run_script

    def timed(self: ScriptRunner, *arguments: Any) -> None:
        started = time.thread_time()
        run_script(self, *arguments)
        seconds.append(time.thread_time() - started)

    monkeypatch.setattr(ScriptRunner, "_run_script", timed)
    return seconds


def opened(root: Path, identity: str) -> AppTest:
    """A session on a product, its caches warm."""
    session = AppTest.from_file(str(root / "pages" / "main.py"), default_timeout=30)
    session.user = {"identity": identity}
    session._page_hash = calc_hash(START.address)  # as a browser does once it was led there
    for _again in range(3):
        session.run()
    assert not session.exception
    return session


def test_a_rerun_of_the_overview_costs_little_more_than_an_empty_page(
    chair: str, empty_root: Path, script_seconds: list[float]
) -> None:
    overview, empty = opened(ROOT, chair), opened(empty_root, chair)
    assert (len(overview.metric), len(empty.metric)) == (4, 0)
    assert overview.title[0].value == empty.title[0].value
    gc.collect()
    gc.freeze()  # as app.py does
    script_seconds.clear()
    try:
        for _round in range(ROUNDS):  # by turns, so that a busy machine slows both
            empty.run()
            overview.run()
    finally:
        gc.unfreeze()
    of_empty, of_overview = median(script_seconds[0::2]), median(script_seconds[1::2])
    print(f"\nprocessor time of a rerun: overview {of_overview * 1000:.1f} ms, empty page {of_empty * 1000:.1f} ms")
    assert of_overview - of_empty <= MOST_EXTRA
