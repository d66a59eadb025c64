"""The product without a browser: AppTest runs pages/main.py on the example group, signed in as whom a test asks for."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages.parts.data import forget
from pages.parts.places import START
from pages.server.session import open_database
from pages.subjects import SUBJECTS
from planning.core.database import Database
from planning.core.migration import migrate
from planning.core.paths import ROOT
from planning.core.settings import settings
from planning.core.sign_in import write_identity

SignedIn = Callable[..., AppTest]
HOME = "home"  # the address without a name
ADDRESSES = {one.place.file: one.place.address for one in SUBJECTS} | {HOME: ""}
PATIENCE = 120  # seconds a run may take: the cores may be shared with much else


@pytest.fixture
def use_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path | None], Database]]:
    """Let the app use a copy of a database file, or an empty database."""

    def use(path: Path | None) -> Database:
        own = tmp_path / "app.db"
        if path is not None:
            shutil.copy(path, own)
        monkeypatch.setenv("VLOOTPLAN_DATABASE_URL", f"sqlite:///{own}")
        monkeypatch.setenv("VLOOTPLAN_SECRET_FILE", str(tmp_path / "secret.key"))
        settings.cache_clear()
        open_database.cache_clear()
        migrate(open_database())
        return open_database()

    forget()
    yield use
    open_database().engine.dispose()
    open_database.cache_clear()
    settings.cache_clear()


@pytest.fixture
def database(use_database: Callable[[Path | None], Database], example_file: Path) -> Database:
    """The example group's own copy of this test."""
    return use_database(example_file)


@pytest.fixture
def signed_in(database: Database) -> SignedIn:
    """Open a page as somebody of Dynamiek: signed_in("voorzitter", "school/page.py", school="03UZ00")."""

    def open_as(person_id: str | None, page: str = START.file, board_id: str = "47920", **query: str) -> AppTest:
        app = AppTest.from_file(str(ROOT / "pages" / "main.py"), default_timeout=PATIENCE)
        if person_id is not None:
            app.user = {"is_logged_in": True, "identity": write_identity(board_id, person_id)}
        for name, value in query.items():
            app.query_params[name] = value
        app._page_hash = calc_hash(ADDRESSES[page])  # as a browser does
        return app.run()

    return open_as
