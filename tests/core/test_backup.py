"""A backup made on either engine comes back on either, whole or not at all."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from planning.core.backup import Digest, back_up, move, restore
from planning.core.boards import Board, add_board
from planning.core.database import ALL_BOARDS, Database, audit_line, board
from planning.core.people import everyone
from planning.core.refusal import Refused
from planning.core.rights import Role
from tests.conftest import NOW, person
from tests.refusals import refused


@pytest.fixture(scope="session")
def example_backup(example_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the example group."""
    folder = tmp_path_factory.mktemp("backup")
    example = Database(f"sqlite:///{shutil.copy(example_file, folder / 'example.db')}")
    back_up(example, folder / "example.backup")
    return folder / "example.backup"


@pytest.fixture
def backup(database: Database, tmp_path: Path) -> Path:
    """A backup of the two boards of the tests, with a change whose audit line has words of its own."""
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.log("test", "een woord", None, {"naar": "10 kg \u00e9\u2028"})
    back_up(database, tmp_path / "backup")
    return tmp_path / "backup"


def rows_by_table(database: Database) -> dict[str, int]:
    """Counted by the engine itself, in every table it has."""
    with database.read(ALL_BOARDS) as connection:
        names = sa.inspect(connection).get_table_names()
        return {name: connection.execute(sa.text(f'SELECT count(*) FROM "{name}"')).scalar_one() for name in names}


def spoil(backup: Path, statement: str) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        connection.execute(statement)
        connection.commit()


def test_the_example_group_comes_back_on_either_engine_as_it_was(
    empty_database: Database, example_backup: Path, example_file: Path, tmp_path: Path
) -> None:
    example = Database(f"sqlite:///{shutil.copy(example_file, tmp_path / 'example.db')}")
    restored, _kept = restore(empty_database, example_backup)
    assert rows_by_table(empty_database) == rows_by_table(example)
    assert sum(digest.rows for digest in restored.values()) == sum(rows_by_table(example).values()) - 1  # its version
    assert everyone(empty_database) == everyone(example)
    assert back_up(empty_database, tmp_path / "again") == restored


def test_a_restored_database_holds_what_was_backed_up_and_nothing_since(database: Database, backup: Path) -> None:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.log("test", "daarna")
    restore(database, backup)
    with database.read("11111") as connection:
        found = connection.execute(sa.select(audit_line)).all()
    assert [(line.subject, line.at, line.after) for line in found] == [
        ("een woord", NOW, {"naar": "10 kg \u00e9\u2028"})
    ]
    assert database.data_version("11111") == 1


def test_a_change_after_restoring_is_kept(database: Database, backup: Path) -> None:
    restore(database, backup)
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.log("test", "daarna")
    assert (database.data_version("11111"), database.data_version("22222")) == (2, 0)


def test_nothing_and_a_null_of_json_stay_apart(database: Database, tmp_path: Path) -> None:
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.log("test", "null", sa.JSON.NULL, sa.null())
    back_up(database, tmp_path / "backup")
    restore(database, tmp_path / "backup")
    with database.read("11111") as connection:
        nothing = (audit_line.c.before.is_(sa.null()), audit_line.c.after.is_(sa.null()))
        assert connection.execute(sa.select(*nothing)).one() == (False, True)


def test_the_backup_says_how_many_rows_each_table_had(database: Database, tmp_path: Path) -> None:
    digests = back_up(database, tmp_path / "backup")
    assert {name: digest.rows for name, digest in digests.items() if digest.rows} == {"board": 2, "data_version": 2}
    assert digests["lot"] == Digest(0, "0" * 64)


def test_a_backup_is_one_file_and_never_made_over_another(database: Database, backup: Path) -> None:
    before = backup.read_bytes()
    with pytest.raises(Refused, match="backup_exists"):
        back_up(database, backup)
    assert backup.read_bytes() == before
    assert sorted(path.name for path in backup.parent.glob("backup*")) == ["backup"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE board SET name = 'Eigen bestuun' WHERE board_id = '11111'",
        "UPDATE board SET as_of = 'gisteren'",
        "DELETE FROM audit_line",
        "UPDATE audit_line SET after = '{}'",
        "DELETE FROM backup_proof WHERE \"table\" = 'lot'",
    ],
)
def test_a_backup_that_was_changed_is_refused(database: Database, backup: Path, statement: str) -> None:
    spoil(backup, statement)
    before = rows_by_table(database)
    with pytest.raises(Refused, match="backup_damaged"):
        restore(database, backup)
    assert rows_by_table(database) == before


def test_a_backup_with_a_broken_page_is_refused(database: Database, backup: Path) -> None:
    with closing(sqlite3.connect(backup)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'audit_line'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    content = bytearray(backup.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    backup.write_bytes(content)
    with pytest.raises(Refused, match="backup_damaged"):
        restore(database, backup)
    assert database.data_version("11111") == 1


@pytest.mark.parametrize("statement", ["DROP TABLE backup_proof", "UPDATE alembic_version SET version_num = '0000'"])
def test_what_is_no_backup_of_this_version_is_refused(database: Database, backup: Path, statement: str) -> None:
    spoil(backup, statement)
    with pytest.raises(Refused, match="no_backup"):
        restore(database, backup)


def test_what_is_no_database_is_refused(database: Database, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Geachte heer,", encoding="utf-8")
    for file in (tmp_path / "brief.txt", tmp_path / "niets", tmp_path):
        with pytest.raises(Refused, match="no_backup"):
            restore(database, file)


def test_what_postgresql_cannot_keep_is_refused_and_nothing_changes(
    postgres: tuple[sa.URL, sa.Engine], database: Database, sqlite_file: Path, tmp_path: Path
) -> None:
    if database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite keeps anything")
    wide = Database(f"sqlite:///{shutil.copy(sqlite_file, tmp_path / 'wide.db')}")
    unkept = [
        ("name", "x" * 121, "table_refused"),
        ("stale_after_days", 3.5, "table_differs"),
    ]
    for number, (column, value, code) in enumerate(unkept):
        row = {"board_id": "33333", "name": "Wijd", "is_example": False, "stale_after_days": 180} | {column: value}
        with wide.engine.begin() as connection:
            connection.execute(board.delete())
            connection.execute(sa.insert(board).values(row))
        back_up(wide, tmp_path / f"{number}")
        with pytest.raises(Refused, match=code):
            restore(database, tmp_path / f"{number}")
        assert rows_by_table(database)["board"] == 2


def test_a_database_in_use_is_not_replaced(database: Database, backup: Path) -> None:
    if database.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL lets who changes something wait")
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.log("test", "daarna")
    app = Database(database.url)
    app.data_version("11111")
    with pytest.raises(Refused, match="database_in_use"):
        restore(database, backup)
    assert app.data_version("11111") == 2
    app.engine.dispose()


def test_the_embedded_database_that_is_replaced_is_kept_with_all_in_it(database: Database, backup: Path) -> None:
    if database.engine.dialect.name != "sqlite":
        pytest.skip("a file")
    with database.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.log("test", "daarna")
    kept = restore(database, backup)[1]
    assert kept is not None
    assert (Database(f"sqlite:///{kept}").data_version("11111"), database.data_version("11111")) == (2, 1)


def test_a_damaged_embedded_database_is_replaced_and_kept(database: Database, backup: Path) -> None:
    if database.engine.dialect.name != "sqlite":
        pytest.skip("a file")
    database.engine.dispose()
    file = Path(str(database.url.database))
    file.write_bytes(b"niets meer" * 1000)
    kept = restore(database, backup)[1]
    assert kept is not None
    assert kept.read_bytes() == b"niets meer" * 1000
    assert database.data_version("11111") == 1


def test_a_database_moves_to_postgresql_with_every_value_equal(
    sqlite_file: Path, postgres_database: Database, postgres: tuple[sa.URL, sa.Engine], tmp_path: Path
) -> None:
    here = Database(f"sqlite:///{shutil.copy(sqlite_file, tmp_path / 'here.db')}")
    add_board(here, Board("11111", "Eigen bestuur", False, date(2018, 5, 1), 4.0, 0.10, 180))
    with here.change(person(Role.ADMINISTRATOR), NOW) as change:
        change.log("test", "een woord", None, {"naar": "10 kg \u00e9\u2028", "deel": 0.1})
    try:
        moved = move(here, postgres_database)
        assert moved == back_up(postgres_database, tmp_path / "there") == back_up(here, tmp_path / "copy")
        assert moved["audit_line"].rows == 1
        with refused(("moved_to_a_full_one", None)):
            move(here, postgres_database)
        with refused(("moved_to_itself", None)):
            move(here, here)
    finally:
        with postgres[1].begin() as connection:
            connection.execute(sa.text("DELETE FROM board"))
