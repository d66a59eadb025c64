"""The product without a browser: AppTest runs pages/main.py on the example group, signed in as whom a test asks for."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.util import calc_hash

from pages.inventory import steps
from pages.parts.data import forget
from pages.parts.kept import CACHES
from pages.parts.places import START
from pages.server import session
from pages.server.attempts import Attempts
from pages.server.session import open_database
from pages.subjects import SUBJECTS
from planning.core.database import Database
from planning.core.paths import ROOT
from planning.core.settings import settings
from planning.core.sign_in import write_identity

SignedIn = Callable[..., AppTest]
HOME = "home"  # the address without a name
ADDRESSES = {one.place.file: one.place.address for one in SUBJECTS} | {HOME: ""}
PATIENCE = 120  # seconds a run may take: the cores may be shared with much else


# every AppTest looks through all that is installed for components, which took longer than most pages, and compiles
# what it runs; a server does both once
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
local_script_runner.ScriptCache = cache(local_script_runner.ScriptCache)
# looks through all that the tests imported, which they set aside for good (tests/conftest.py)
session._collect_now_and_then = lambda: None


class Answers:
    """What the product keeps of the example as it was loaded, carried from test to test as from person to person."""

    def __init__(self) -> None:
        self._kept: list[dict[Any, Any]] = []

    def recall(self) -> None:
        """Let the product know what it knew of the example, and nothing else."""
        forget()
        for stored, kept in zip(self._stores(), self._kept, strict=False):
            stored.update(kept)

    def remember(self) -> None:
        """Keep what the product now knows of the example."""
        self._kept = [dict(stored.items()) for stored in self._stores()]

    def _stores(self) -> list[Any]:
        return list(CACHES)  # of which there only come more


ANSWERS = Answers()


@pytest.fixture(autouse=True)
def _nothing_begun_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests hand in more lists than a person may in ten minutes."""
    monkeypatch.setattr(steps, "_begun", Attempts(40, 600))


@contextmanager
def opened(file: Path) -> Iterator[Database]:
    """Let the app work on a database file, with its secret beside it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VLOOTPLAN_DATABASE_URL", f"sqlite:///{file}")
        patch.setenv("VLOOTPLAN_SECRET_FILE", str(file.with_name("secret.key")))
        settings.cache_clear()
        open_database.cache_clear()
        yield open_database()
        open_database().engine.dispose()
        open_database.cache_clear()
    settings.cache_clear()


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path, example_file: Path) -> Iterator[Database]:
    """The example group's own copy of this test.

    The product begins with the answers of earlier tests that only looked, and a test that only looks adds its own: one
    that leaves its copy as it was, byte for byte, and replaces nothing in the product.
    """
    own = Path(shutil.copy(example_file, tmp_path / "app.db"))
    replaces = "monkeypatch" in request.fixturenames
    if replaces:
        forget()
    else:
        ANSWERS.recall()
    with opened(own) as database:
        yield database
    if not replaces and own.read_bytes() == example_file.read_bytes():
        ANSWERS.remember()


def run_as(token: str | None, address: str, **query: str) -> AppTest:
    """Open an address with the sign-in of a person, or without one."""
    app = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=PATIENCE)
    if token is not None:
        app.user = {"is_logged_in": True, "identity": token}
    for name, value in query.items():
        app.query_params[name] = value
    app._page_hash = calc_hash(address)  # as a browser does
    return app.run()


@pytest.fixture
def signed_in(database: Database) -> SignedIn:
    """Open a page as somebody of Dynamiek: signed_in("voorzitter", "school/page.py", school="03UZ00")."""

    def open_as(
        person_id: str | None, page: str = START.file, board_id: str = "47920", token: str | None = None, **query: str
    ) -> AppTest:
        if person_id is not None:
            token = write_identity(board_id, person_id)
        return run_as(token, ADDRESSES[page], **query)

    return open_as


@pytest.fixture
def empty(tmp_path: Path, sqlite_file: Path) -> Iterator[Database]:
    """A database without boards, which the app uses."""
    own = Path(shutil.copy(sqlite_file, tmp_path / "app.db"))
    forget()
    with opened(own) as database:
        yield database
