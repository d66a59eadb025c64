"""Processor time of a rerun, of a page beside an empty one, by turns in one process."""

import gc
import time
from pathlib import Path
from statistics import median
from typing import Any, Final

import pytest
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.runtime.scriptrunner.script_runner import ScriptRunner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

ROUNDS: Final = 60


def opened(root: Path, identity: str, address: str) -> AppTest:
    """A session on a page of a product, its caches warm."""
    session = AppTest.from_file(str(root / "pages" / "main.py"), default_timeout=120)
    session.user = {"identity": identity}
    session._page_hash = calc_hash(address)  # as a browser does once it was led there
    for _again in range(3):
        session.run()
    assert not session.exception
    return session


def by_turns(empty: AppTest, page: AppTest, seconds: list[float]) -> tuple[float, float]:
    """The median of each, in seconds; by turns, so that a busy machine slows both. `seconds` is `script_seconds`."""
    gc.collect()
    gc.freeze()  # as app.py does
    seconds.clear()
    try:
        for _round in range(ROUNDS):
            empty.run()
            page.run()
    finally:
        gc.unfreeze()
    return median(seconds[0::2]), median(seconds[1::2])


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
