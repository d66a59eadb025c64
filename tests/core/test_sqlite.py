"""The embedded engine never writes by WAL with a SQLite that can lose commits that way."""

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from planning.core.database import Database
from planning.core.refusal import Refused
from planning.core.sqlite import driver, embedded_engine, journal_mode, prepare


@pytest.mark.parametrize("version", [(3, 51, 3), (3, 53, 4), (4, 0, 0), (3, 50, 7), (3, 50, 8), (3, 44, 6)])
def test_a_sqlite_with_the_mend_writes_by_wal(version: tuple[int, int, int]) -> None:
    assert journal_mode(version) == "WAL"


@pytest.mark.parametrize("version", [(3, 40, 1), (3, 44, 5), (3, 45, 0), (3, 50, 6), (3, 51, 0), (3, 51, 2)])
def test_a_sqlite_without_the_mend_keeps_a_rollback_journal(version: tuple[int, int, int]) -> None:
    assert journal_mode(version) == "DELETE"


def test_the_database_is_opened_with_the_sqlite_that_comes_along(tmp_path: Path) -> None:
    pytest.importorskip("pysqlite3", reason="this machine has no wheel of it")
    with Database(f"sqlite:///{tmp_path / 'x.db'}").engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT sqlite_version()").scalar_one() == driver.sqlite_version
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"


def test_pythons_own_sqlite_opens_the_same_file_in_its_own_mode(tmp_path: Path) -> None:
    url = sa.make_url(f"sqlite:///{tmp_path / 'x.db'}")
    mended = Database(url)
    with mended.engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE kept (word TEXT)")
    mended.engine.dispose()
    own = embedded_engine(url, sqlite3)
    with own.connect() as connection:
        mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        assert (mode.upper(), sa.inspect(connection).get_table_names()) == (
            journal_mode(sqlite3.sqlite_version_info),
            ["kept"],
        )
    own.dispose()


def test_a_file_that_somebody_has_open_by_wal_is_not_opened_by_a_sqlite_without_the_mend(tmp_path: Path) -> None:
    app = driver.connect(tmp_path / "x.db")
    assert app.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    app.execute("CREATE TABLE kept (word TEXT)")
    other = driver.connect(tmp_path / "x.db", timeout=0)
    with pytest.raises(Refused, match="sqlite_unmended"):
        prepare(other, "DELETE")
    app.close()
    prepare(other, "DELETE")
    assert other.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    other.close()
